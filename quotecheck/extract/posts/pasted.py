"""Posts pasted into an article as text: their words, then `— Name (@handle) October 23, 2025`.

That is what is left of an embedded post where a page is copied as text, or where an editor pastes the post by hand.
The signature stands on a line of its own, or ends the line with the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from quotecheck.extract.dates import read_date
from quotecheck.extract.lines import part
from quotecheck.extract.posts.words import is_cut
from quotecheck.model import Article, Block, Post

LONGEST_NAME = 100
"""Code points; X allows 50, Bluesky 64, and Mastodon's servers 30 to 100."""

_INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_HANDLE = re.compile(
    rf"\(\s?[{_INVISIBLE}]*@(?P<handle>[A-Za-z0-9_][\w.@-]{{0,100}})[{_INVISIBLE}]*\s?\)[{_INVISIBLE}]*"
)
_BETWEEN = re.compile(r"\s*(?:[·•|,:—–-]\s*)?(?:\[(?=[^\[\]]{0,60}\]))?")
_STATUS = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?"
    r"(?:(?:twitter|x)\.com/[^\s/]{1,60}/status(?:es)?/\d+|bsky\.app/profile/[^\s/]{1,200}/post/\w+"
    r"|[\w.-]{1,200}/@[\w.@-]{1,200}/\d+)[^\s<>()\[\]\"']*"
)
_AFTER_DATE = re.compile(r"\]?\s*[(<\[|·:—–-]*\s*")
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/|pic\.x\.com/)\S+")
_LINKS_AND_TAGS = re.compile(rf"(?:{_LINK.pattern}|[#@]\w+|[^\w\s]|\s)*")
_CLOSERS = re.compile(r"[)>\]]*")
_LINE_DONE = re.compile(r"[^\S\n]*(?:\n|$)")
_DASHES = "—―–-−‒"


class Signature(Struct, frozen=True):
    """`— Name (@handle) date` in a text, from `start` to `end`."""

    start: int
    end: int
    name: str | None
    handle: str
    platform: str
    posted_at: str | None
    url: str | None


def _platform(handle: str) -> str:
    if "@" in handle:
        return "mastodon"
    return "bluesky" if "." in handle else "x"


def _dash(text: str, line_start: int, start: int, end: int) -> int | None:
    """Where the dash stands, not before `start`, that opens the signature whose name ends at `end`."""
    if start <= line_start and end - line_start <= 60:  # a name may hold dashes itself
        line = text[line_start:end]
        if line.lstrip()[:1] in tuple(_DASHES):
            return line_start + len(line) - len(line.lstrip())
    start = max(start, line_start, end - LONGEST_NAME - 1)
    found = max(text.rfind("—", start, end), text.rfind("―", start, end))
    if found >= 0:
        return found
    for dash in ("–", "−", "‒", "-"):
        place = text.rfind(dash, start, end)
        while place >= 0:
            opened = place == 0 or text[place - 1].isspace() or text[place - 1] == dash
            if opened and text[place + 1 : place + 2].isspace():
                return place - 1 if place > start and text[place - 1] == dash else place
            place = text.rfind(dash, start, place)
    return None


def signatures(text: str) -> list[Signature]:
    """Every signature in `text`, in order.

    One that does not begin its line counts only with a date or the post's link behind it: `— the minister (@minister)`
    inside a sentence is no signature.
    """
    found: list[Signature] = []
    if "@" not in text:
        return found
    after = line_start = seen = 0
    for handle in _HANDLE.finditer(text):
        line_start = max(line_start, text.rfind("\n", seen, handle.start()) + 1)
        seen = handle.start()
        dash = _dash(text, line_start, after, handle.start())
        if dash is None:
            continue
        end = handle.end()
        posted_at = url = None
        between = _BETWEEN.match(text, end)
        dated = read_date(text, between.end()) if between else None
        if dated:
            posted_at, end = dated
        trailer = _AFTER_DATE.match(text, end)
        link = _STATUS.match(text, trailer.end() if trailer else end)
        if link:
            url = link.group().rstrip(".,;:!?")
            end = link.end()
        if (link or dated) and (closing := _CLOSERS.match(text, end)):
            end = closing.end()
        alone = dash - line_start < 10 and not text[line_start:dash].strip() and _LINE_DONE.match(text, end)
        if not (posted_at or url or alone):
            continue
        name = text[dash : handle.start()].strip(_DASHES + " \t\u00a0").strip() or None
        found.append(
            Signature(
                start=dash,
                end=end,
                name=name,
                handle=handle["handle"].rstrip(".-"),
                platform=_platform(handle["handle"].rstrip(".-")),
                posted_at=posted_at,
                url=url,
            )
        )
        after = end
    return found


def is_signature(text: str) -> bool:
    """Whether `text`, one line, is a signature and nothing else."""
    found = signatures(text)
    return len(found) == 1 and not text[: found[0].start].strip() and not text[found[0].end :].strip()


def _says_something(text: str) -> bool:
    """Whether there is more in `text` than links, hashtags, mentions and symbols."""
    whole = _LINKS_AND_TAGS.match(text)
    return whole is None or whole.end() < len(text)


class _Layout:
    """Which blocks of an article belong together, judged by the blank lines between them."""

    def __init__(self, article: Article) -> None:
        self._article = article
        blocks = article.blocks
        gaps = [after.line - self.last_line(before) for before, after in pairwise(blocks)]
        long = [
            gap
            for gap, (before, after) in zip(gaps, pairwise(blocks), strict=True)
            if min(len(before.text), len(after.text)) >= 150
        ]
        close, spaced = sum(gap == 1 for gap in long), sum(gap > 1 for gap in long)
        self.blank_lines_part_paragraphs = spaced >= close and (bool(long) or any(gap > 1 for gap in gaps))

    def last_line(self, block: Block) -> int:
        from quotecheck.extract.positions import place

        return place(self._article.line_starts, block.offsets[-1])[0] if block.offsets else block.line

    def words_before(self, kept: Sequence[Block], line: int) -> int:
        """How many of the last `kept` blocks hold the words of the post whose signature stands at `line`."""
        taken = 0
        has_words = False
        for block in reversed(kept):
            if block.kind == "heading" and block.text == self._article.title:
                break
            gap = line - self.last_line(block)
            together = gap == 1 and self.blank_lines_part_paragraphs
            quoted = taken > 0 and block.kind == "blockquote" == kept[-1].kind and gap <= 2
            if has_words and not (together or quoted):
                break
            if signatures(block.text):
                break
            taken += 1
            has_words = has_words or _says_something(block.text)
            line = block.line
            if taken == 50:
                break
        return taken


def find_pasted(article: Article, links: Iterable[tuple[int, str]] = ()) -> tuple[tuple[Post, ...], Article]:
    """Take the posts out of an article that stand in its blocks as text.

    Args:
        article: without quotations, for blocks are renumbered.
        links: (offset in the source, URL) of the links that the format has dropped from the blocks' texts.

    Returns:
        The posts, in order, and the article without their blocks; what follows a signature on its line stays.
    """
    if not any("@" in block.text for block in article.blocks):
        return (), article
    layout = _Layout(article)
    places = sorted(links)
    posts: list[Post] = []
    kept: list[Block] = []
    awaiting_url = False
    for block in article.blocks:
        if awaiting_url and (link := _STATUS.fullmatch(block.text)):
            posts[-1] = replace(posts[-1], url=link.group())
            awaiting_url = False
            continue
        found = signatures(block.text)
        awaiting_url = False
        after = 0
        for signature in found:
            words = part(block, after, signature.start, article.line_starts)
            taken = [words] if words else []
            if after == 0 and not (words and _says_something(words.text)):
                count = layout.words_before(kept, block.line)
                taken = kept[len(kept) - count :] + taken
                del kept[len(kept) - count :]
            after = signature.end
            posts.append(_post(signature, block, taken, places))
            awaiting_url = posts[-1].url is None
        if not found:
            kept.append(block)
            continue
        rest = part(block, after, len(block.text), article.line_starts, kind="paragraph")
        if rest and any(char.isalnum() for char in rest.text):
            kept.append(rest)
            awaiting_url = False
    return tuple(posts), replace(article, blocks=tuple(kept))


def _post(signature: Signature, block: Block, taken: Sequence[Block], links: Sequence[tuple[int, str]]) -> Post:
    text = "\n".join(piece.text for piece in taken) or None
    url = signature.url
    if url is None and block.offsets:
        first, last = block.offsets[signature.start], block.offsets[signature.end - 1]
        url = next((link for place, link in links if first <= place <= last + 1 and _STATUS.match(link)), None)
    first_block = taken[0] if taken else block
    return Post(
        platform=signature.platform,
        author=signature.name,
        handle=signature.handle,
        posted_at=signature.posted_at,
        url=url,
        text=text,
        truncated=bool(text and is_cut(text)),
        line=first_block.line,
        column=first_block.column,
        offset=first_block.offsets[0] if first_block.offsets else 0,
    )
