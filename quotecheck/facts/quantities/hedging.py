"""Hedges that stand between two bounds."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.facts.fact import Bound, Quantity
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.quantities.tables import Tables, tables
from quotecheck.facts.quantities.tokens import pieces


def bounds_of(quantity: Quantity, lang: str) -> frozenset[Bound]:
    """The bounds that a quantity's words may stand for.

    Args:
        quantity: as read.
        lang: language it was read in (ISO 639-1).
    """
    known = tables(lang)
    if quantity.loose:
        return frozenset({quantity.bound, *quantity.loose, *_near(quantity, known)})
    text = fold(quantity.text) if known.loose_hedges else ""
    for phrase, bounds in known.loose_hedges.items():
        written = "".join(phrase)
        if quantity.bound in bounds and written in text and not _is_part(written, text, known):
            return frozenset(bounds)
    return frozenset({quantity.bound, *_near(quantity, known)})


def _is_part(phrase: str, text: str, known: Tables) -> bool:
    """Whether a hedge is only a part of a longer one, which is as firm as it says: 可達 in 最高可達."""
    longer = ("".join(words) for words in known.before)
    return any(phrase in other and len(other) > len(phrase) and other in text for other in longer)


def is_estimated(text: str, clause: tuple[int, int], number: tuple[int, int], lang: str) -> bool:
    """Whether a word of the clause, but not of the number, says that a figure is none to the letter.

    Args:
        text: as written.
        clause: the part of it around the number.
        number: where the number stands, with the hedge that it is read with.
        lang: language of the text (ISO 639-1).
    """
    pattern = _estimates(lang)
    if pattern is None:
        return False
    folded = fold(text)
    spans = ((clause[0], number[0]), (number[1], clause[1]))
    return any(begin < end and pattern.search(folded, begin, end) is not None for begin, end in spans)


@cache
def _estimates(lang: str) -> re.Pattern[str] | None:
    """The words that hedge a number about which others stand: its own table, and the hedges that say "about"."""
    known = tables(lang)
    words = [fold(word.replace("_", " ")) for word in load(lang).get("numbers", {}).get("estimates", "").split()]
    if known.script == "han":
        return re.compile("|".join(map(re.escape, words))) if words else None
    forms = {re.escape(word).replace(r"\*", r"\w*") for word in words}
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=len, reverse=True))})\b") if forms else None


def _near(quantity: Quantity, known: Tables) -> frozenset[Bound]:
    """ "Nearly" is about as much, and less than."""
    if quantity.bound != "about" or not known.nearly:
        return frozenset()
    words = pieces(fold(quantity.text))
    text = fold(quantity.text)
    for phrase in known.nearly:
        if tuple(words[: len(phrase)]) == phrase or (known.script == "han" and "".join(phrase) in text):
            return frozenset({"less-than"})
    return frozenset()
