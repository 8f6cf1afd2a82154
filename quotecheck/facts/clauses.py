"""A text -> its clauses, as far as punctuation and conjunctions tell.

Sources: the conjunctions of each language's reference grammars; a complement clause ("he said that ...") stays with
the verb it belongs to. The lists are in the `[clauses]` table of the data files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import spellings
from quotecheck.facts.vocabulary import MARKS

Span = tuple[int, int]

_STOP = re.compile(
    r"(?:(?!\.\w\.)(?<!\.\w)(?:(?<!\d)[.,:]|[.:](?!\d)|,(?!\d|\s(?:1[6-9]|20)\d\d\b))|[;!?…()\[\]{}\n।؟؛،。！？；：、，]|--|\s-\s)+"
)
_LISTED = re.compile(r"(?<!\d)\d{1,2}\.?(?:\s*(?:[,،、;]|[^\W\d_]{1,3}))?\s*\Z")
_ALSO_LISTED = re.compile(r"\s*(?:[,،、;]\s*)?(?:[^\W\d_]{1,3}\s+)?\d{1,2}(?!\d)")
"""Figures of one list around a cut: "on 4, 6 and 11 December"."""
_IN_A_LIST = 8
"""Code points on either side of a cut in which they are looked for."""
_TITLES = frozenset("mr mrs ms dr st vs gen gov sen rep col sgt capt lt prof rev sr sra dott".split())
_BEFORE_FIGURES = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec no art núm".split())
"""Words whose full stop ends nothing; of the second, where a figure follows: "No. 5", not "they said no. The ..."."""
_WORD = re.compile(rf"[^\W\d_](?:[\w'’]|[{MARKS}])*")
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\Z")
_WRITTEN_WITH_A_STOP = frozenset(
    {"de", "cs", "sk", "da", "no", "nb", "fi", "hr", "sl", "sr", "hu", "pl", "tr", "et", "lv", "is"}
)
"""Languages whose ordinals, and days of the month, have a full stop behind them."""
_UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my"})
_FEWEST_WORDS = 2
_FEWEST_CHARACTERS = 4
_KEPT = 2048
"""Texts whose clauses are remembered: alignment and several rules ask for them, one after the other."""
MOST = 24
"""Clauses beyond this many are taken with the last."""


@cache
def _opening(lang: str) -> frozenset[str]:
    return frozenset(s for word in load(lang).get("clauses", {}).get("opening", ()) for s in spellings(word))


@cache
def _patterns(lang: str, kind: str = "patterns") -> re.Pattern[str] | None:
    patterns = load(lang).get("clauses", {}).get(kind, ())
    return re.compile("|".join(patterns)) if patterns else None


@lru_cache(maxsize=_KEPT)
def split(text: str, lang: str, segment: Span | None = None) -> tuple[Span, ...]:
    """The clauses of a text, or of a part of it, as (start, end) in the text; together they cover all its words.

    Args:
        text: as it was written.
        lang: ISO 639-1; a language without data is split at its punctuation alone.
        segment: the part to split; all of it where None.
    """
    first, last = segment or (0, len(text))
    folded = fold(text, keep_marks=True)
    cuts = {end for _, end in _stops(folded, lang, first, last)}
    cuts |= {start for start, _ in _conjunctions(folded, lang, first, last)}
    cuts = {cut for cut in cuts if not _in_a_list(folded, cut)}
    found: list[Span] = []
    begin = first
    for cut in [*sorted(cuts), last]:
        if cut > begin and (_enough(folded, begin, cut, lang) or cut == last):
            if cut == last and found and not _enough(folded, begin, cut, lang):
                found[-1] = (found[-1][0], last)
            else:
                found.append((begin, cut))
            begin = cut
    if len(found) > MOST:
        found = [*found[: MOST - 1], (found[MOST - 1][0], last)]
    return tuple(_trimmed(text, span) for span in found)


def clause_at(text: str, lang: str, place: int, segment: Span | None = None) -> Span:
    """The clause that stands at a place; the whole text, or part of it, where none does."""
    found = (span for span in split(text, lang, segment) if span[0] <= place < span[1])
    return next(found, segment or (0, len(text)))


def seams(text: str, lang: str, segment: Span) -> list[Span]:
    """Where punctuation and conjunctions part a text, "and" between two nouns included, in order.

    Args:
        text: as it was written.
        lang: ISO 639-1; of a language without data only the punctuation is known.
        segment: the part to look at.
    """
    folded = fold(text, keep_marks=True)
    found = {*_stops(folded, lang, *segment), *_conjunctions(folded, lang, *segment)}
    joining = _patterns(lang, "joining")
    if joining is not None:
        found |= {match.span() for match in joining.finditer(folded, *segment)}
    return sorted(found)


def stops(text: str) -> list[Span]:
    """Where punctuation parts a text, in order."""
    return list(_stops(fold(text, keep_marks=True), "und", 0, len(text)))


def _stops(folded: str, lang: str, first: int, last: int) -> Iterator[Span]:
    for match in _STOP.finditer(folded, first, last):
        if match.group() != "." or not _goes_on(folded, match.start(), lang):
            yield match.span()


def _goes_on(folded: str, place: int, lang: str) -> bool:
    """Whether a full stop ends only a word: "Dr. No", "31. března"."""
    word = folded[max(0, place - 5) : place].rpartition(" ")[2]
    following = folded[place + 1 : place + 3].strip()[:1]
    if word in _TITLES or (word in _BEFORE_FIGURES and following.isdigit()):
        return True
    ordinal = lang in _WRITTEN_WITH_A_STOP and _ORDINAL.search(folded, max(0, place - 3), place)
    return bool(ordinal) and following.isalpha()


def _in_a_list(folded: str, cut: int) -> bool:
    """Whether figures of one list stand on both sides of a place."""
    before, after = folded[max(0, cut - _IN_A_LIST) : cut], folded[cut : cut + _IN_A_LIST]
    return _LISTED.search(before) is not None and _ALSO_LISTED.match(after) is not None


def _conjunctions(folded: str, lang: str, first: int, last: int) -> Iterator[Span]:
    opening = _opening(lang)
    if opening:
        yield from (match.span() for match in _WORD.finditer(folded, first, last) if match.group() in opening)
    pattern = _patterns(lang)
    if pattern is not None:
        yield from (match.span() for match in pattern.finditer(folded, first, last))


def _enough(folded: str, start: int, end: int, lang: str) -> bool:
    if lang in _UNSPACED:
        return sum(char.isalnum() for char in folded[start:end]) >= _FEWEST_CHARACTERS
    return sum(1 for _ in islice(_WORD.finditer(folded, start, end), _FEWEST_WORDS)) == _FEWEST_WORDS


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:،؛、，；："):
        end -= 1
    return start, end
