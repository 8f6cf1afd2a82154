"""Years told by their distance: "el año anterior", "im Vorjahr", 去年."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from quotecheck.facts.fact import Day
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import PhraseBook, phrase_book


@cache
def _book(lang: str) -> PhraseBook | re.Pattern[str] | None:
    dates = load(lang).get("dates", {})
    forms: list[str] = dates.get("year_told", [])
    if not forms:
        return None
    return re.compile("|".join(forms)) if dates.get("unspaced", False) else phrase_book({"year": forms})


def tells_year(text: str, days: Iterable[Day], lang: str) -> bool:
    """Whether a text tells a year by its distance from a time that is not known, so that it may be any.

    Args:
        text: as written.
        days: the days read from it; "last year" in a text of a known date is a known year.
        lang: its language (ISO 639-1).
    """
    book = _book(lang)
    if book is None:
        return False
    folded = fold(text, keep_marks=True)
    if isinstance(book, re.Pattern):
        told = [match.span() for match in book.finditer(folded)]
    else:
        told = [(start, end) for _, start, end in book.find(folded)]
    known = [day for day in days if day.first is not None]
    return any(not any(day.start < end and day.end > start for day in known) for start, end in told)
