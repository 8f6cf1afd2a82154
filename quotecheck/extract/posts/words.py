"""The words of an embed's markup, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec import Struct

from quotecheck.extract.flow import Flow
from quotecheck.extract.tree import INLINE, Element, Text, Tree

_UNSEEN = frozenset("script style template svg button noscript select".split())
_GLUED = re.compile(r"(?<=[^\s/])(pic\.(?:twitter|x)\.com/\w)")
_LINK = re.compile(r"(?:https?://|pic\.(?:twitter|x)\.com/|t\.co/)\S*$")
_NO_LANGUAGE = frozenset(("und", "zxx", "mul", "mis", "art", "qam", "qct", "qht", "qme", "qst", "qid"))
_OLD_CODES = {"in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "no": "nb"}


class Paragraph(Struct, frozen=True):
    """A paragraph of an embed.

    Attributes:
        text: line breaks as "\\n".
        language: as declared on it, if at all.
        tag: of the element that it stands in.
    """

    text: str
    language: str | None = None
    tag: str = "p"


def paragraphs(tree: Tree, top: Element, skip: Container[Element] = (), limit: int = 2000) -> list[Paragraph]:
    """The text under `top`, split where blocks begin and end; elements in `skip` and what is never shown left out.

    Args:
        tree: whose element `top` is.
        top: where to read.
        skip: elements that are left out with all they hold.
        limit: nodes to read at most.
    """
    found: list[Paragraph] = []
    flow = Flow(tree.source)
    language: str | None = None
    holders = [top]

    def close() -> None:
        nonlocal flow, language
        text, _ = flow.result()
        if text:
            found.append(Paragraph(text, language, holders[-1].tag))
        flow, language = Flow(tree.source), None

    pending: list[tuple[Element | Text, bool]] = [(child, False) for child in reversed(top.children)]
    while pending and limit > 0:
        limit -= 1
        node, leaving = pending.pop()
        if isinstance(node, Text):
            flow.add(node.start, node.end)
            continue
        if leaving:
            close()
            holders.pop()
            continue
        tag = node.tag
        if tag in _UNSEEN or node in skip:
            continue
        if tag == "br":
            flow.gap("\n", node.start)
        elif tag == "img":
            flow.string(emoji(node), node.start)
        elif tag not in INLINE:
            close()
            language = declared_language(node)
            holders.append(node)
            pending.append((node, True))
        if node.children:
            pending.extend((child, False) for child in reversed(node.children))
    close()
    return found


def emoji(image: Element) -> str:
    """The emoji that a small picture stands for; "" for any other picture."""
    alt = image.get("alt")
    return alt if 0 < len(alt) <= 16 and not alt.isascii() and not any(c.isalnum() for c in alt) else ""


def declared_language(element: Element) -> str | None:
    """The language in an element's `lang`, as ISO 639-1 (639-2/3 where there is none); None for "und" and the like."""
    code = (element.get("lang") or element.get("xml:lang")).lower().replace("_", "-").split("-")[0]
    if not re.fullmatch(r"[a-z]{2,3}", code) or code in _NO_LANGUAGE:
        return None
    return _OLD_CODES.get(code, code)


def letters_of(text: str) -> str:
    """The letters and digits of a text alone, to tell whether two texts have the same words."""
    return "".join(filter(str.isalnum, text))


def unglue(text: str) -> str:
    """`text` with a space before a picture's link that stuck to a word: "#windowspic.twitter.com/x"."""
    return _GLUED.sub(r" \1", text)


def without_links(text: str) -> str:
    """`text` without the links at its end."""
    text = text.rstrip()
    while match := _LINK.search(text[-300:]):
        text = text[: len(text[:-300]) + match.start()].rstrip()
    return text


def is_cut(text: str) -> bool:
    """Whether a platform cut these words: U+2026 at their very end. Three full stops are the author's own."""
    return text.rstrip().endswith("…")
