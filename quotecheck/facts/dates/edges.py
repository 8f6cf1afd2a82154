"""What bounds a date in time: "ab Montag", "hasta el lunes", "since 2019", 月曜日から."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from msgspec import Struct

from quotecheck.facts.dates.calendar import AFTER, BEFORE
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import spellings

Side = Literal["start", "end"]

_WINDOW = 48
"""Code points before and behind a date in which the words that bound it are looked for."""
_DENIED = re.compile(r"[^.,;:!?()\"]*\Z")
"""The clause up to a place."""


class Edge(NamedTuple):
    """Which side of a time a date bounds, and where the words that say so begin and end."""

    side: Side
    start: int
    end: int


class _Words(Struct, frozen=True):
    before: re.Pattern[str] | None
    after: tuple[re.Pattern[str], ...]
    denying: re.Pattern[str] | None


@cache
def _words(lang: str) -> _Words | None:
    data = load(lang)
    dates = data.get("dates", {})
    table: dict[str, list[str]] = dates.get("edges", {})
    if not table:
        return None
    unspaced: bool = dates.get("unspaced", False)
    border, far = ("", "") if unspaced else (BEFORE, AFTER)
    space = r"\s*" if unspaced else r"[\s'’-]+"
    between = _alternatives(table.get("between", []), escape=True)
    skipped = rf"(?:(?:{between}){space}){{0,3}}" if between else ""

    def group(name: str) -> str | None:
        forms = _alternatives(table.get(name, []), escape=not unspaced)
        return rf"(?P<{name.partition('_')[0]}>{forms})" if forms else None

    before = "|".join(filter(None, map(group, ("neither", "start", "end"))))
    after = filter(None, map(group, ("start_after", "end_after")))
    denying = _alternatives(data.get("numbers", {}).get("not", "").split(), escape=True)
    return _Words(
        re.compile(rf"{border}(?:{before}){space}{skipped}\Z") if before else None,
        tuple(re.compile(rf"[\s'’-]*{forms}{far}") for forms in after),
        re.compile(rf"{border}(?:{denying}){far}") if denying and not unspaced else None,
    )


def _alternatives(forms: Iterable[str], *, escape: bool) -> str:
    written = sorted({one for form in forms for one in spellings(form.replace("_", " "))}, key=len, reverse=True)
    return "|".join(re.escape(form).replace(r"\ ", r"[\s'-]+") if escape else form for form in written)


def edge(text: str, start: int, end: int, lang: str) -> Edge | None:
    """What bounds a date in time, or None where nothing does, or where it may be either.

    "Not until Monday" is from Monday on: a denied end is no end.

    Args:
        text: as written.
        start, end: where the date stands in it.
        lang: its language (ISO 639-1).
    """
    words = _words(lang)
    if words is None:
        return None
    folded = fold(text, keep_marks=True)
    found = None
    if words.before is not None:
        found = words.before.search(folded, max(0, start - _WINDOW), start)
    if found is None:
        behind = [match for pattern in words.after if (match := pattern.match(folded, end))]
        found = max(behind, key=lambda match: match.end(), default=None)
    if found is None or found.lastgroup not in ("start", "end"):
        return None
    side: Side = "start" if found.lastgroup == "start" else "end"
    if side == "end" and words.denying is not None:
        clause = _DENIED.search(folded, 0, found.start())
        if clause is not None and words.denying.search(clause.group()):
            return None
    return Edge(side, min(start, found.start()), max(end, found.end()))
