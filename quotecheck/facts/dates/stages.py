"""Which part of a century, a year or a month is meant: "late second century", "Anfang Juni", 6月上旬."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from quotecheck.facts.dates.calendar import AFTER, BEFORE
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import spellings

Stage = Literal["early", "mid", "late"]

_WINDOW = 32
"""Code points before a date in which the word for its part stands."""


def stage(text: str, start: int, end: int, lang: str) -> Stage | None:
    """The part of a stretch of time that is meant, None where nothing says so.

    Args:
        text: as written.
        start, end: where the century, year or month stands in it.
        lang: its language (ISO 639-1).
    """
    patterns = _patterns(lang)
    if patterns is None:
        return None
    folded = fold(text, keep_marks=True)
    before, after = patterns
    found = before.search(folded, max(0, start - _WINDOW), start) if before is not None else None
    found = found or (after.match(folded, end) if after is not None else None)
    return found.lastgroup if found is not None else None  # type: ignore[return-value]


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None] | None:
    dates = load(lang).get("dates", {})
    table: dict[str, list[str]] = dates.get("stages", {})
    if not table:
        return None
    unspaced: bool = dates.get("unspaced", False)
    border, far = ("", "") if unspaced else (BEFORE, AFTER)
    space = r"\s*" if unspaced else r"[\s'’-]+"
    links = _alternatives(table.get("between", []))
    skipped = rf"(?:(?:{links}){space}){{0,3}}" if links else ""
    before = _named({name: table[name] for name in ("early", "mid", "late") if name in table})
    after = _named({name.partition("_")[0]: table[name] for name in table if name.endswith("_after")})
    return (
        re.compile(rf"{border}(?:{before}){space}{skipped}\Z") if before else None,
        re.compile(rf"{r'' if unspaced else space}(?:{after}){far}") if after else None,
    )


def _named(table: dict[str, list[str]]) -> str:
    return "|".join(f"(?P<{name}>{_alternatives(forms)})" for name, forms in table.items())


def _alternatives(forms: list[str]) -> str:
    written = sorted({one for form in forms for one in spellings(form)}, key=len, reverse=True)
    return "|".join(re.escape(form).replace(r"\ ", r"[\s'-]+") for form in written)
