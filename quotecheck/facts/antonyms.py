"""Words of direction and choice whose opposites turn a statement round: rise and fall, win and lose.

The lists in `data/` were written from knowledge of the languages; a word that can mean both of a pair is in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotecheck.facts.fact import Fact
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import PhraseBook, Token, phrase_book, tokens
from quotecheck.facts.quantities.tables import tables
from quotecheck.facts.quantities.units import SCALES

_PAIRS = (
    ("rise", "fall"), ("before", "after"), ("win", "lose"), ("support", "oppose"), ("accept", "reject"),
    ("open", "close"), ("begin", "end"), ("north", "south"), ("east", "west"), ("first", "last"), ("buy", "sell"),
    ("guilty", "innocent"), ("young", "old"), ("cold", "hot"), ("success", "failure"), ("same", "different"),
    ("strong", "weak"), ("rich", "poor"), ("easy", "hard"), ("friend", "enemy"), ("best", "worst"),
    ("better", "worse"), ("war", "peace"), ("large", "small"), ("majority", "minority"),
)  # fmt: skip

OPPOSITE = {**dict(_PAIRS), **{second: first for first, second in _PAIRS}}
"""The opposite of each sense."""


class Direction(Fact, frozen=True, kw_only=True):
    """A word that has an opposite.

    Attributes:
        sense: what it means, in English ("rise").
    """

    sense: str


def reads(lang: str) -> bool:
    """Whether the language's data can read them."""
    return "antonyms" in load(lang)


@cache
def _book(lang: str) -> PhraseBook:
    return phrase_book(load(lang)["antonyms"])


def read(text: str, lang: str) -> tuple[Direction, ...]:
    """Every sense that a word of the text may have, in order; a word may have several.

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
    """
    if not reads(lang):
        return ()
    book = _book(lang)
    words = tokens(fold(text, keep_marks=True))
    return tuple(
        Direction(
            start=words[index].start,
            end=words[taken[-1]].end,
            text=text[words[index].start : words[taken[-1]].end],
            sense=phrase.label,
        )
        for index in range(len(words))
        for phrase, taken in book.at(words, index)
        if not (phrase.label in _IN_TIME and _stands_alone(words, taken, lang))
    )


_IN_TIME = frozenset({"before", "after"})


def _stands_alone(words: Sequence[Token], taken: Sequence[int], lang: str) -> bool:
    """Whether "before" only counts back from what was said ("the month before"), and so is opposed to no "after"."""
    end = taken[-1] + 1
    if taken[0] == 0 or (end < len(words) and words[end].clause == words[taken[-1]].clause):
        return False
    unit = tables(lang).units.get((fold(words[taken[0] - 1].word),))
    return unit in SCALES and SCALES[unit][0] == "duration"
