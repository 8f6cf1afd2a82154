"""An article told by the data that a page's script starts from, where the page itself is an empty shell.

Frameworks put it into a script as JSON (`__NEXT_DATA__`, `__NUXT_DATA__`, other `application/json`). Editors' formats
differ in names alone: a body is one string of markup, or a list of blocks that hold text, markup or pieces of a line
(ProseMirror's documents, Portable Text, Contentful's rich text, EditorJS, WordPress's blocks). So the body is known by
being, of all that the data holds, what holds the most running text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from quotecheck.extract.json_page import JsonPage
from quotecheck.extract.regions import OTHER_STORIES
from quotecheck.extract.tree import Tree
from quotecheck.model import Document

LEAST = 400
"""Characters of running text that make a body; a list of teasers has fewer in each of its entries."""

MOST_VALUES = 300_000
"""Values of one document that are looked at."""
_DEEPEST = 40
_REPEATED = 4
"""How often the text of a document may be told where values refer to each other: a few bytes can name a long one."""

_BODY = re.compile(
    r"(?:body|content|contents|html|text|blocks?|paragraphs?|elements?|article|story|sections?|nodes|children"
    r"|components?|rendered|copy|markup)\d*$",
    re.IGNORECASE,
)
"""How the key ends under which a body stands."""
_ELSEWHERE = re.compile(
    OTHER_STORIES + r"|comments?$|newsletter|promo|translations?$|messages$|(?:^|_)ads?$|advert", re.IGNORECASE
)
_HEADLINES = ("headline", "title")
_KINDS = ("type", "_type", "nodeType", "blockName", "kind", "__typename", "tag", "name")
_TEXTS = ("html", "text", "content", "value", "body", "innerHTML", "rendered", "copy", "caption")
_INSIDE = tuple("children content nodes items blocks elements innerBlocks data attrs props body".split())
_TAGS = (
    ("h2", re.compile(r"head(?:ing|er|line)|title|^h[1-6]$|/heading", re.IGNORECASE)),
    ("blockquote", re.compile(r"quote", re.IGNORECASE)),
    ("li", re.compile(r"list-?item|^li$", re.IGNORECASE)),
    ("figcaption", re.compile(r"caption|image|photo|figure|picture", re.IGNORECASE)),
)
_WORDS_OF_LINE = re.compile(r"text|span|^$")
_MARKED_WORDS = re.compile(r"link|mark|strong|em\b|bold|italic")
"""The kinds of the pieces that a line is cut into: plain words, and words with a mark or a link."""
_REFERRING = re.compile(r"\s*\[\s*(?:\{\s*\"[^\"]*\"\s*:\s*\d+|\[\s*\"[A-Za-z]+\"\s*,\s*\d+)")
"""How Nuxt's list begins: with an object of numbers, or with a type's name and a number."""
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+[\s,]++[^\W\d_]")
"""Two words; looked for from where a word begins only, so that one without end costs no more than its length."""
_SENTENCE_END = re.compile(r"[.!?…。！？]")


class _Piece(Struct, frozen=True):
    """What stands between two tags: strings of the document, each of them text or markup."""

    tag: str
    strings: tuple[str, ...]
    markup: bool


class _Body(Struct, frozen=True):
    weight: int
    pieces: tuple[_Piece, ...]
    headline: str


def article_in(tree: Tree) -> Document | None:
    """The article that the data of a page's scripts tells; None where none does."""
    best: tuple[_Body, int, int] | None = None
    for script in tree.by_tag("script"):
        if "json" not in script.get("type").lower() or "ld+json" in script.raw_attributes:
            continue
        start, end = tree.raw_place(script)
        body = _body(tree.source[start:end])
        if body is not None and (best is None or body.weight > best[0].weight):
            best = (body, start, end)
    return None if best is None else _read(tree.source, *best)


def _read(source: str, body: _Body, start: int, end: int) -> Document:
    page = JsonPage(source, start, end)
    page.put("<article><h1>")
    page.add(body.headline, escape=True)
    page.put("</h1>")
    for piece in body.pieces:
        page.put(f"<{piece.tag}>")
        for string in piece.strings:
            page.add(string, escape=not piece.markup)
        page.put(f"</{piece.tag}>")
    page.put("</article>")
    document = page.read()
    return structs.replace(document, article=structs.replace(document.article, title=body.headline or None))


def _body(content: str) -> _Body | None:
    """The body that a JSON document holds."""
    if len(content) < LEAST or '"' not in content:  # it holds no string
        return None
    try:
        top = json.loads(content, strict=False)
    except (ValueError, RecursionError):
        return None
    if isinstance(top, list) and _REFERRING.match(content):
        top = _hydrated(top, _REPEATED * len(content))
    best: _Body | None = None
    pending: list[tuple[str, object, str]] = [("", top, "")]  # with the headline that is nearest above
    for _ in range(MOST_VALUES):
        if not pending:
            break
        key, value, headline = pending.pop()
        if isinstance(value, dict):
            own = (told for name in _HEADLINES if isinstance(told := value.get(name), str) and told.strip())
            headline = next(own, headline)
            pending.extend((str(k), v, headline) for k, v in reversed(value.items()) if not _ELSEWHERE.search(str(k)))
            continue
        if _BODY.search(key) and (pieces := tuple(_pieces(value, 0))):
            weight = sum(_prose("".join(piece.strings)) for piece in pieces)
            if weight >= LEAST and (best is None or weight > best.weight):
                best = _Body(weight, pieces, headline)
        if isinstance(value, list):
            pending.extend((key, item, headline) for item in reversed(value) if isinstance(item, dict | list))
    return best


def _prose(string: str) -> int:
    """Characters of running text in a string."""
    text = _MARKUP.sub(" ", string).strip()
    if len(text) < 40 or (words := _WORDS.search(text, 0, 2000)) is None:
        return 0
    return len(text) if _SENTENCE_END.search(text, words.end(), 2000) else 0


def _pieces(value: object, depth: int) -> Iterator[_Piece]:
    """The paragraphs of a body, or of a part of one, in order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        if value.strip():
            markup = _MARKUP.search(value) is not None
            yield _Piece("div" if markup else "p", (value,), markup)
        return
    if isinstance(value, list):
        for item in value:
            yield from _pieces(item, depth + 1)
        return
    if not isinstance(value, dict):
        return
    kind = " ".join(name for key in _KINDS if isinstance(name := value.get(key), str) and len(name) < 40)
    if _ELSEWHERE.search(kind):
        return
    tag = next((tag for tag, pattern in _TAGS if any(map(pattern.search, kind.split()))), "p")
    own = next((text for key in _TEXTS if isinstance(text := value.get(key), str) and text.strip()), None)
    if own is not None:
        markup = _MARKUP.search(own) is not None
        yield _Piece("div" if markup and tag == "p" else tag, (own,), markup)
        return
    for key in _INSIDE:
        inner = value.get(key)
        if isinstance(inner, list) and (line := tuple(_line(inner, depth + 1))):
            yield _Piece(tag, line, markup=False)
            return
        if isinstance(inner, list | dict):
            yield from _pieces(inner, depth + 1)
            return


def _line(pieces: list[Any], depth: int) -> Iterator[str]:
    """The strings of one line that is cut into spans, links and marks; nothing where these are no such pieces."""
    found: list[str] = []
    for piece in pieces:
        if depth > _DEEPEST or not isinstance(piece, dict):
            return
        text = next((t for key in ("text", "value") if isinstance(t := piece.get(key), str)), None)
        kind = " ".join(name for key in _KINDS if isinstance(name := piece.get(key), str))
        inner = piece.get("children") or piece.get("content")
        if text is not None and _WORDS_OF_LINE.search(kind):
            found.append(text)
        elif isinstance(inner, list) and _MARKED_WORDS.search(kind):
            found.extend(_line(inner, depth + 1))
        else:
            return
    yield from found


def _hydrated(table: list[Any], room: int) -> object:
    """Nuxt's data: a list whose first entry is the root, and in whose objects each number is the place of a value.

    Args:
        table: the list.
        room: the characters that all strings may have together; those beyond are left out.
    """
    left = MOST_VALUES

    def value(place: object, depth: int) -> object:
        nonlocal left, room
        left -= 1
        if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < len(table):
            return None
        if left < 0 or depth > _DEEPEST:
            return None
        entry = table[place]
        if isinstance(entry, dict):
            return {key: value(inner, depth + 1) for key, inner in entry.items()}
        if isinstance(entry, list):
            if entry and isinstance(entry[0], str):  # ["Reactive", 1]: a value with its type's name before it
                return value(entry[1], depth + 1) if len(entry) > 1 else None
            return [value(inner, depth + 1) for inner in entry]
        if isinstance(entry, str):
            room -= len(entry)
            return entry if room >= 0 else None
        return entry

    return value(0, 0)
