"""Quotations: words between marks, put together where a reporting clause or a paragraph's end parts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from quotecheck.extract.indirect import find_indirect
from quotecheck.extract.speakers import Clause, Reader
from quotecheck.extract.speech.english import DETERMINERS, PREPOSITIONS
from quotecheck.extract.speech.kinds import kind_of
from quotecheck.extract.speech.marks import Marked, find_marked
from quotecheck.extract.speech.names import is_cue
from quotecheck.extract.speech.people import People
from quotecheck.extract.speech.pronouns import Resolver
from quotecheck.extract.speech.repeats import without_repeats
from quotecheck.extract.speech.unmarked import Unmarked, find_unmarked
from quotecheck.model import Article, Block, Indirect, Quotation, QuotationKind

MOST = 3000
"""Quotations whose speakers are looked for; a source with more is no article, and must not take minutes."""

_GOES_ON = frozenset((",", "?", "!", "—", "–", "-", ".", "…"))
_PARAGRAPH_END = re.compile(r"[.!?…:;,—–-][\"'”’»)\]]*\s*$")
_WORD = re.compile(r"(?<![\w’'.-])[^\W\d_]+")
_PROPER_WORD = re.compile(r" (?<=[a-zà-ÿ,] )([A-ZÀ-ÞĀ-Ž][\w-]+)")  # the space first, as it is searched quicker
_OPENING_MARKS = "\"'“„‘‚«‹»›「『”\u00a0＂"
_CLOSING_MARKS = "\"'”“’‘»›«‹」』\u00a0＂"
_JOINERS = "and or but as nor a an the also then even both of to that in ,"
_JOINING = frozenset(_JOINERS.split())
_PLAIN_LINK = re.compile(r"[a-zà-ÿ][^.!?;:,—–A-ZÀ-Þ]*")
_TURNING = frozenset("but while whereas who which although though because when where so yet".split())


class _Found(Struct):
    """A quotation while it is being put together: one part, or one a paragraph."""

    parts: list[tuple[int, int, int]]
    mark: str
    opening: int
    closing: int
    outer: bool
    clause: Clause | None = None
    behind: Clause | None = None
    joined_to: int | None = None
    given: Clause | None = None


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation in the article's blocks, in reading order, outer before inner, with speakers and cues.

    Args:
        article: its own `quotations` are not looked at.
    """
    return find_speech(article)[0]


def find_speech(article: Article) -> tuple[tuple[Quotation, ...], tuple[Indirect, ...]]:
    """The quotations, as `find_quotations` gives them, and the sentences of indirect speech."""
    ordinary, proper = vocabulary(article.blocks)
    reader = Reader(ordinary, proper)
    found = _collect(article.blocks, find_unmarked(article.blocks, article.declared_language, reader))
    people = People(article, ordinary)
    _attribute(article.blocks, found[:MOST], reader)
    _join(article.blocks, found)
    resolver = Resolver(article.blocks, reader, people)
    quotations = without_repeats(article.blocks, tuple(_finished(article, found, resolver)))
    return quotations, tuple(find_indirect(article.blocks, quotations, reader, people))


def vocabulary(blocks: Iterable[Block]) -> tuple[frozenset[str], frozenset[str]]:
    """Words that the article writes in lower case, and words that it writes in a capital inside a sentence."""
    written: set[str] = set()
    proper: set[str] = set()
    for block in blocks:
        if block.kind != "teaser":
            written.update(block.text.split())
        if block.kind in ("paragraph", "blockquote", "list_item", "dek"):
            proper.update(_PROPER_WORD.findall(block.text))
    plain = {word for word in written if word.isalpha()}  # most need no closer look
    words = (*plain, *_WORD.findall(" ".join(written - plain)))
    return frozenset(word for word in words if word[0].islower()), frozenset(proper)


def _collect(blocks: Sequence[Block], unmarked: dict[int, Unmarked]) -> list[_Found]:
    marked = [find_marked(block.text) for block in blocks]
    found: list[_Found] = []
    taken: set[tuple[int, int]] = set()
    quoting: _Found | None = None
    for index, entries in enumerate(marked):
        reach = -1
        spoken = unmarked.get(index)
        if spoken is not None:
            parts = [(index, start, end) for start, end in spoken.parts]
            if spoken.goes_on and quoting is not None:
                quoting.parts += parts
                quoting.closing = parts[-1][2]
                quoting.given = quoting.given or spoken.clause
            else:
                quoting = _Found(parts, spoken.mark, parts[0][1], parts[-1][2], True, given=spoken.clause)
                found.append(quoting)
            reach = parts[-1][2]
        for entry in entries:
            if (index, entry.start) in taken:
                reach = max(reach, entry.end)
                continue
            parts = [(index, entry.start, entry.end)]
            if not entry.closed:
                parts += _continued(blocks, marked, index, entry)
                taken.update((block, start) for block, start, _ in parts[1:])
            outer = entry.start >= reach
            reach = max(reach, entry.end)
            found.append(_Found(parts, entry.mark, entry.start, parts[-1][2], outer))
    return found


def _continued(
    blocks: Sequence[Block], marked: Sequence[Sequence[Marked]], index: int, entry: Marked
) -> list[tuple[int, int, int]]:
    """The parts in the paragraphs behind, each of which opens with the mark again, up to the one that closes it."""
    parts: list[tuple[int, int, int]] = []
    before = blocks[index]
    for place in range(index + 1, len(blocks)):
        block = blocks[place]
        if block.kind in ("caption", "teaser"):
            continue
        first = marked[place][0] if marked[place] else None
        opens = (
            first is not None
            and _same_family(first.mark, entry.mark)
            and not block.text[: first.start].strip(_OPENING_MARKS + " ")
        )
        if first is None or not opens or block.kind != before.kind or not _PARAGRAPH_END.search(before.text[-12:]):
            break
        parts.append((place, first.start, first.end))
        if first.closed:
            break
        before = block
    return parts


def _same_family(one: str, other: str) -> bool:
    """Writers mix straight and curly marks in one quotation; guillemets keep to themselves."""
    return one == other or (one in '"“”„' and other in '"“”„')


def _attribute(blocks: Sequence[Block], found: Sequence[_Found], reader: Reader) -> None:
    """Read the clause in front of every quotation and the one behind it."""
    for number, entry in enumerate(found):
        if entry.given is not None:
            entry.clause = entry.given
            continue
        first_block, opening, _ = entry.parts[0]
        last_block, _, closing = entry.parts[-1]
        left, right = 0, len(blocks[last_block].text)
        for other in _neighbours(found, number, -1):
            if other.parts[-1][0] != first_block:
                break
            if other.closing < opening and other.outer == entry.outer:
                left = other.closing + 1
                break
            if not entry.outer and other.outer and other.parts[-1][1] < opening:
                left = other.parts[-1][1]
                break
        for other in _neighbours(found, number, 1):
            if other.parts[0][0] != last_block:
                break
            if other.opening > closing and other.outer == entry.outer:
                right = other.opening - 1
                break
        if not entry.outer:
            right = min(right, _end_of_outer(found, number, closing, right))
        text = blocks[first_block].text
        lead = text[max(left, opening - 2000) : opening].rstrip(_OPENING_MARKS)
        if not lead.strip() and entry.outer and left == 0:
            lead = _announced(blocks, first_block)
        clause = reader.before(lead)
        tail = blocks[last_block].text
        last = tail[max(entry.parts[-1][1], closing - 8) : closing].rstrip(_CLOSING_MARKS)[-1:]
        behind = reader.after(tail[closing : min(right, closing + 2000)].lstrip(_CLOSING_MARKS), last)
        earlier = found[number - 1].behind if number and found[number - 1].parts[-1][0] == first_block else None
        if clause and earlier and clause.cue == earlier.cue and clause.near > 5:
            clause = None  # it stands behind the quotation before, and far from this one
        entry.clause, entry.behind = clause, behind


def _announced(blocks: Sequence[Block], index: int) -> str:
    """The paragraph before, where it ends in a colon and so announces the words that begin this one."""
    for place in range(index - 1, max(-1, index - 4), -1):
        if blocks[place].kind not in ("caption", "teaser"):
            text = blocks[place].text.rstrip()
            return text[-2000:] if text.endswith(":") and blocks[place].kind in ("paragraph", "list_item") else ""
    return ""


def _neighbours(found: Sequence[_Found], number: int, step: int) -> Iterable[_Found]:
    place = number + step
    while 0 <= place < len(found) and abs(place - number) <= 12:
        yield found[place]
        place += step


def _end_of_outer(found: Sequence[_Found], number: int, closing: int, default: int) -> int:
    for other in _neighbours(found, number, -1):
        if other.outer:
            return other.parts[-1][2] if other.parts[-1][2] >= closing else default
    return default


def _join(blocks: Sequence[Block], found: Sequence[_Found]) -> None:
    """Mark the quotations that go on behind a reporting clause: "…," she said. "…" """
    outer = [number for number, entry in enumerate(found) if entry.outer]
    for before, after in pairwise(outer):
        first, second = found[before], found[after]
        if first.parts[-1][0] != second.parts[0][0] or first.mark != second.mark:
            continue
        clause = first.behind
        text = blocks[first.parts[-1][0]].text
        if clause is None or not clause.whole or clause.inherits or clause.cue is None:
            continue
        gap = text[first.closing + 1 : second.opening - 1]
        if text[: first.closing].rstrip(_CLOSING_MARKS)[-1:] not in _GOES_ON and not gap.lstrip().startswith(
            (",", "—", "–")
        ):
            continue
        if clause.ends not in (",", "—", "–", "-") and second.behind is not None:
            continue  # a new sentence, with a reporting clause of its own
        second.joined_to = before if first.joined_to is None else first.joined_to


def _finished(article: Article, found: Sequence[_Found], resolver: Resolver) -> Iterable[Quotation]:
    blocks = article.blocks
    pieces: dict[int, list[_Found]] = {}
    for number, entry in enumerate(found):
        pieces.setdefault(number if entry.joined_to is None else entry.joined_to, []).append(entry)
    previous: tuple[int, int, str | None, str | None] | None = None
    for number in sorted(pieces):
        group = pieces[number]
        parts = tuple(part for entry in group for part in entry.parts)
        block, start, _ = parts[0]
        clause = _chosen(group)
        speaker = cue = None
        carried = False
        if clause is not None:
            cue = clause.cue
            speaker = resolver.speaker(clause, block, start) if group[0].outer else resolver.named(clause)
        elif previous is not None and previous[0] == block and group[0].outer:
            carried = _goes_on(blocks[block].text[previous[1] : start])
            if carried:
                speaker, cue = previous[2], previous[3]
        if group[0].outer:
            last = parts[-1]
            previous = (last[0], last[2], speaker, cue)
            resolver.heard(speaker, clause, *parts[-1])
        text = " ".join(blocks[place].text[first:last] for place, first, last in parts)
        line, column = article.position(block, start)
        kind = _kind(blocks, group, text, attributed=bool(clause is not None or (carried and (speaker or cue))))
        if kind != "speech":
            speaker = cue = None
        yield Quotation(
            text=text,
            speaker=speaker,
            cue=cue,
            line=line,
            column=column,
            parts=parts,
            mark=group[0].mark,
            kind=kind,
        )


def _goes_on(between: str) -> bool:
    """Whether what stands between two quotations leaves the second to the first's clause: "mad" and "a crime"."""
    bare = between.strip(_OPENING_MARKS + _CLOSING_MARKS + " ")
    words = re.findall(r"\w+|,", bare)
    if not bare or len(bare) > 60:
        return False
    if all(word in _JOINING for word in words):
        return len(bare) <= 30
    if not _PLAIN_LINK.fullmatch(bare) or any(word in _TURNING or is_cue(word) for word in words):
        return False
    follows = words[1] if words[0] in ("and", "or") and len(words) > 1 else "of"
    return follows in DETERMINERS | PREPOSITIONS or follows.endswith("ing")


def _kind(blocks: Sequence[Block], group: Sequence[_Found], text: str, *, attributed: bool) -> QuotationKind:
    if len(group) > 1 or len(group[0].parts) > 1 or group[0].mark in ("—", ":", ">"):
        return "speech"
    block, start, end = group[0].parts[0]
    whole = blocks[block].text
    running = blocks[block].kind not in ("heading", "dek", "teaser")
    before, after = whole[max(0, start - 120) : start].rstrip(_OPENING_MARKS), whole[end : end + 60]
    return kind_of(text, before, after, attributed=attributed, running=running)


def _chosen(group: Sequence[_Found]) -> Clause | None:
    """The clause that says who speaks: one with a colon in front, else the one behind, else the one in front."""
    before = group[0].clause
    if before is not None and (before.ends == ":" or (before.cue and before.near <= 3 and not before.ends)):
        return before
    for entry in group:
        if entry.behind is not None:
            return entry.behind
    return before
