"""How much of a whole a text speaks of: all of it, most of it, some of it, none of it.

Sources: the reference grammars of each language on quantifiers and negative pronouns; the lists are in the
`[quantifiers]` table of the data files, as phrases, as regular expressions (NAME_patterns: all there can be where words
are not parted by spaces), or both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from quotecheck.facts.fact import Fact
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import PhraseBook, phrase_book

LOOSE = "loose"
"""The part of a word that may quantify or not ("whole", "any"): a text that holds one is not to be judged."""

PARTS = ("not-all", "few", "none", "nearly-all", "most", "many", "half", "some", "all", LOOSE)
"""What a quantifier may speak of; of two patterns that fit at one place, the one named first here takes it."""

_IDLE = "idle"
_ALMOST = "almost"
_ECHO = "echo"
_ALMOST_SO = {"all": "nearly-all", "none": "few"}
"""What a quantifier becomes behind a word such as "nearly"."""


_SOLE = "sole"
"""Label of the words that may restrict a statement ("only", "sole"); they are no part of a whole."""


class Quantifier(Fact, frozen=True, kw_only=True):
    """A word of quantity.

    Attributes:
        part: one of `PARTS`.
    """

    part: str


def reads(lang: str) -> bool:
    """Whether the language's data can read them."""
    return "quantifiers" in load(lang)


@cache
def _book(lang: str) -> PhraseBook:
    table = load(lang)["quantifiers"]
    return phrase_book({part: table.get(part, ()) for part in (*PARTS, _ALMOST, _IDLE)})


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    """All patterns of a language in one, and the part that each group of it stands for."""
    table = load(lang)["quantifiers"]
    parts = tuple(part for part in (_ALMOST, _IDLE, *PARTS, _ECHO) if table.get(f"{part}_patterns"))
    if not parts:
        return None
    groups = (f"(?P<part{number}>{'|'.join(table[f'{part}_patterns'])})" for number, part in enumerate(parts))
    return re.compile("|".join(groups)), parts


def read(text: str, lang: str) -> tuple[Quantifier, ...]:
    """The quantifiers of a text, in order; none of them overlap.

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
    """
    if not reads(lang):
        return ()
    folded = fold(text, keep_marks=True)
    found = _by_pattern(folded, lang)
    starts = [start for start, _, _ in found]
    for phrase, start, end in _book(lang).find(folded):
        before = bisect_right(starts, start) - 1
        taken = before >= 0 and found[before][1] > start
        if not taken and not (before + 1 < len(starts) and starts[before + 1] < end):
            found.insert(before + 1, (start, end, phrase.label))
            starts.insert(before + 1, start)
    if any(part in PARTS for _, _, part in found):
        found = [one for one in found if one[2] != _ECHO]  # Chinese "all of them all": the second says nothing new
    kept = []
    for number, (start, end, part) in enumerate(found):
        if number and found[number - 1][2] == _ALMOST and not folded[found[number - 1][1] : start].strip():
            start, part = found[number - 1][0], _ALMOST_SO.get(part, part)
        if part == _ECHO:
            part = LOOSE
        if part not in (_IDLE, _ALMOST):
            kept.append(Quantifier(start=start, end=end, text=text[start:end], part=part))
    return tuple(kept)


def restricts(text: str, lang: str) -> bool:
    """Whether a text has a word that may say "only"."""
    folded = fold(text, keep_marks=True)
    book, pattern = _sole(lang)
    return next(book.find(folded), None) is not None or (pattern is not None and pattern.search(folded) is not None)


@cache
def _sole(lang: str) -> tuple[PhraseBook, re.Pattern[str] | None]:
    table = load(lang)["quantifiers"]
    patterns = table.get(f"{_SOLE}_patterns", ())
    return phrase_book({_SOLE: table.get(_SOLE, ())}), re.compile("|".join(patterns)) if patterns else None


def _by_pattern(folded: str, lang: str) -> list[tuple[int, int, str]]:
    known = _patterns(lang)
    if known is None:
        return []
    pattern, parts = known
    found = []
    for match in pattern.finditer(folded):
        group = str(match.lastgroup)
        found.append((*match.span(), parts[int(group.removeprefix("part"))]))
    return found
