"""What an article's authors ask not to be told: comments and front matter that speak to quotecheck.

    <!-- quotecheck: ignore[bound-changed] the official English text says so -->
    <!-- quotecheck: ignore -->                  whatever is found in the block it stands in, or in the next one
    <!-- quotecheck: ignore-file[name-added] the desk spells out names -->

MDX has `{/* quotecheck: ignore */}` besides; front matter has `quotecheck: {ignore: [name-added], reason: "..."}`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import structs

from quotecheck.extract.positions import place
from quotecheck.model import Document, Suppression

MARK = "quotecheck:"
LONGEST = 2_000
"""Code points; a longer comment is none of ours."""

_WRITTEN = re.compile(
    rf"<!--\s{{0,99}}{MARK}(?P<html>(?:(?!-->).){{0,{LONGEST}}})-->"
    rf"|\{{/\*\s{{0,99}}{MARK}(?P<mdx>(?:(?!\*/).){{0,{LONGEST}}})\*/\}}",
    re.DOTALL,
)
_ORDER = re.compile(
    r"\s*(?P<order>[\w-]{1,40})(?:\s*\[(?P<rules>[^\[\]]{0,1000})\])?(?:\s*[:–—-])?(?P<reason>.*)\Z", re.DOTALL
)
_ORDERS = ("ignore", "ignore-file")
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|section|article|aside|main|header|footer|figure|figcaption|blockquote|ul|ol|li|dl|dt|dd|h[1-6]|table"
    r"|tr|td|th|hr|pre)\b|<br\b[^<>]{0,99}>\s{0,99}<br\b",
    re.IGNORECASE,
)
_BLOCK_END = re.compile(rf"[\r\n]|{_BLOCK_TAG.pattern}", re.IGNORECASE)
_WORD = re.compile(r"[^\S\r\n]{0,999}+\S")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\r\n]*", re.MULTILINE)
_QUOTED_LINE = re.compile(r"[ \t]{0,99}>")

Found = tuple[int, int, str]
"""Where a comment begins and ends, and what it says after the mark."""


def in_comments(source: str, comments: Iterable[tuple[int, int]]) -> list[Found]:
    """Those of a page's comments that speak to quotecheck."""
    found: list[Found] = []
    for start, end in comments:
        if end - start <= LONGEST and (written := _WRITTEN.match(source, start, end)):
            found.append((start, end, written["html"] or ""))
    return found


def written_out(source: str, starts: Sequence[int], start: int = 0, *, markdown: bool = False) -> list[Found]:
    """The comments that speak to quotecheck in Markdown or plain text, from offset `start` on.

    Args:
        starts: where the source's lines begin.
        markdown: what stands in a code block or a quoted block is an example or somebody else's, and left out.
    """
    if source.find(MARK, start) < 0:
        return []
    fences = _fenced(source) if markdown else []
    found: list[Found] = []
    for written in _WRITTEN.finditer(source, start):
        fence = bisect_right(fences, (written.start(), len(source))) - 1
        shown = fence >= 0 and written.start() < fences[fence][1]
        if not (markdown and (shown or _QUOTED_LINE.match(source, _line(starts, written.start())))):
            said = written["html"] if written["html"] is not None else written["mdx"]
            found.append((*written.span(), said))
    return found


def blanked(source: str, found: Sequence[Found], starts: Sequence[int], *, markdown: bool = False) -> str:
    """The source without these comments, every other code point in its place.

    Args:
        starts: where the source's lines begin.
        markdown: spaces would make code or a line break of words on the same line: there a comment becomes a tag that
            is read as nothing.
    """
    pieces: list[str] = []
    done = 0
    for start, end, _ in found:
        gap = re.sub(r"[^\r\n]", " ", source[start:end])
        first = _WORD.match(source, _line(starts, start))
        if markdown and ((first and first.end() <= start) or _WORD.match(source, end)):
            gap = f"<i{gap[2:-1]}>"
        pieces += [source[done:start], gap]
        done = end
    pieces.append(source[done:])
    return "".join(pieces)


def _line(starts: Sequence[int], offset: int) -> int:
    """Where the line begins that `offset` stands in."""
    return starts[max(bisect_right(starts, offset) - 1, 0)]


def suppressions(
    source: str, found: Sequence[Found], document: Document, starts: Sequence[int], *, html: bool = False
) -> tuple[Suppression, ...]:
    """What the comments ask for, each with the stretch of the source that it is about.

    Args:
        source: what `found` was found in.
        document: the blocks and posts read from it, with the same offsets.
        starts: where the source's lines begin.
        html: only tags end a block; elsewhere the end of a line does, too.
    """
    if not found:
        return ()
    blocks = sorted(
        (min(block.offsets), max(block.offsets) + 1) for block in document.article.blocks if len(block.offsets)
    )
    begins = sorted({*(start for start, _ in blocks), *(post.offset for post in document.posts)})
    reach = dict(blocks)
    ends_block = _BLOCK_TAG if html else _BLOCK_END
    made = []
    for start, end, said in found:
        line, column = place(starts, start)
        order = read_order(said, text=source[start:end], line=line, column=column)
        if order.start is not None:  # about a place, which is yet to be found
            covered = _covered(source, start, end, blocks, begins, reach, ends_block)
            order = structs.replace(order, start=covered[0], end=covered[1])
        made.append(order)
    return tuple(made)


def read_order(said: str, *, text: str, line: int, column: int) -> Suppression:
    """What one comment asks for; `start` is 0 where it is about a place, None where it is about the whole file."""
    from quotecheck.suggest import did_you_mean

    order = _ORDER.match(said)
    if order is None or order["order"] not in _ORDERS:
        word = order["order"] if order else said.strip()[:40]
        hint = did_you_mean(word, _ORDERS, otherwise=f"it knows {' and '.join(_ORDERS)}")
        return Suppression(text=text, line=line, column=column, problem=f"{word!r} is not understood ({hint})")
    rules = tuple(name for part in (order["rules"] or "").split(",") if (name := part.strip()))
    at = None if order["order"] == "ignore-file" else 0
    if order["rules"] is not None and not rules:
        problem = "it names no rule between its brackets (leave them out to ignore every rule)"
        return Suppression(text=text, line=line, column=column, start=at, end=at, problem=problem)
    reason = " ".join(order["reason"].split()) or None
    return Suppression(rules=rules, reason=reason, text=text, line=line, column=column, start=at, end=at)


def _covered(
    source: str,
    start: int,
    end: int,
    blocks: Sequence[tuple[int, int]],
    begins: Sequence[int],
    reach: dict[int, int],
    ends_block: re.Pattern[str],
) -> tuple[int, int]:
    """The block that a comment stands in, else the block or the post that comes next; nothing at the very end."""
    before = bisect_left(blocks, (start, -1)) - 1
    if before >= 0:
        first, last = blocks[before]
        if start < last or (start - last <= LONGEST and not ends_block.search(source, last, start)):
            return first, last
    after = bisect_right(begins, end - 1)
    if after == len(begins):
        return end, end
    return begins[after], reach.get(begins[after], begins[after] + 1)


def _fenced(source: str) -> list[tuple[int, int]]:
    """Code blocks between fences (CommonMark 0.31, section 4.5)."""
    spans: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for fence in _FENCE.finditer(source):
        if opened is None:
            opened = fence[1], fence.start()
        elif fence[1].startswith(opened[0]) and fence.group().strip() == fence[1]:
            spans.append((opened[1], fence.end()))
            opened = None
    return spans if opened is None else [*spans, (opened[1], len(source))]


# --------------------------------------------------------------------------------------------- front matter

_KEY = re.compile(r"^quotecheck[ \t]*:(?P<rest>[^\r\n]*(?:(?:\r\n|\n|\r)(?:[ \t]+[^\r\n]*|(?=[\r\n])))*)", re.MULTILINE)
_IGNORE = re.compile(
    r"(?<![\w-])[\"']?ignore[\"']?[ \t]*:\s*(?:\[(?P<flow>[^\[\]]{0,2000})\]|(?P<items>(?:-[ \t]+[^\r\n]{1,200}\s*)++)"
    r"|(?P<one>[\w-]{1,60}))"
)
_REASON = re.compile(
    r"(?<![\w-])[\"']?reason[\"']?[ \t]*:[ \t]*"
    r"(?:\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)'|(?P<bare>[^\r\n]*))"
)
_TABLE = re.compile(r"^(?:\[(?:params\.|extra\.)?quotecheck\]|quotecheck\b)[^\r\n]*", re.MULTILINE)


def in_front_matter(header: str, starts: Sequence[int]) -> tuple[Suppression, ...]:
    """What the front matter of a text asks for: `quotecheck: {ignore: [RULE, ...], reason: WHY}`.

    Args:
        header: the source up to where its body begins.
        starts: where the source's lines begin.
    """
    if "quotecheck" not in header:
        return ()
    read = _from_toml(header) if header.startswith("+++") else _from_yaml(header)
    if read is None:
        return ()
    at, text, rules, reason = read
    line, column = place(starts, at)
    if not rules:
        problem = "its `quotecheck` has no list of rules named `ignore`"
        return (Suppression(text=text, line=line, column=column, problem=problem),)
    return (Suppression(rules=rules, reason=reason or None, text=text, line=line, column=column),)


_Read = tuple[int, str, tuple[str, ...], str]


def _from_yaml(header: str) -> _Read | None:
    key = _KEY.search(header)
    if key is None:
        return None
    text, inside = key.group().strip(), key["rest"]
    ignore, why = _IGNORE.search(inside), _REASON.search(inside)
    names: list[str] = []
    if ignore is not None:
        listed = (item.strip().lstrip("-") for item in (ignore["items"] or "").splitlines())
        names = [*(ignore["flow"] or "").split(","), *listed, ignore["one"] or ""]
    rules = tuple(name for raw in names if (name := re.split(r"\s#", raw)[0].strip(" \t\r\n\"'")))
    if why is None:
        return key.start(), text, rules, ""
    bare = re.split(r"[,}]" if inside.lstrip().startswith("{") else r"\s#", why["bare"] or "")[0]
    return key.start(), text, rules, (why["double"] or why["single"] or bare).strip()


def _from_toml(header: str) -> _Read | None:
    import tomllib

    inside = header.replace("\r\n", "\n").replace("\r", "\n").strip().strip("+")
    try:
        read = tomllib.loads(inside)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    holders = [holder for holder in (read, read.get("params"), read.get("extra")) if isinstance(holder, dict)]
    table = next((holder["quotecheck"] for holder in holders if "quotecheck" in holder), None)
    if table is None:
        return None
    given = table.get("ignore", ()) if isinstance(table, dict) else ()
    names = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    why = table.get("reason") if isinstance(table, dict) else None
    shown = _TABLE.search(header)
    return (
        shown.start() if shown else 0,
        shown.group() if shown else "quotecheck",
        tuple(str(name) for name in names),
        why if isinstance(why, str) else "",
    )


def all_of(*parts: Iterable[Suppression]) -> tuple[Suppression, ...]:
    """Suppressions from several places, in the order of the source."""
    return tuple(sorted(chain(*parts), key=lambda one: (one.line, one.column)))
