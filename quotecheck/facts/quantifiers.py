"""How much of a whole a text speaks of: all of it, most of it, some of it."""

from __future__ import annotations

from functools import cache

from quotecheck.facts.fact import Fact
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import PhraseBook, phrase_book

_IDLE = "idle"


class Quantifier(Fact, frozen=True, kw_only=True):
    """A word of quantity.

    Attributes:
        part: "all", "most" or "some".
    """

    part: str


def reads(lang: str) -> bool:
    """Whether the language's data can read them."""
    return "quantifiers" in load(lang)


@cache
def _book(lang: str) -> PhraseBook:
    return phrase_book(load(lang)["quantifiers"])


def read(text: str, lang: str) -> tuple[Quantifier, ...]:
    """The quantifiers of a text, in order.

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
    """
    if not reads(lang):
        return ()
    return tuple(
        Quantifier(start=start, end=end, text=text[start:end], part=phrase.label)
        for phrase, start, end in _book(lang).find(fold(text, keep_marks=True))
        if phrase.label != _IDLE
    )
