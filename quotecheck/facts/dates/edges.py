"""What bounds a date in time ("ab Montag", "since 2019"), and what puts a span of time before or behind the day of
writing ("hace dos semanas", "in two weeks").
"""

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

Side = Literal["start", "end", "past", "future"]
Limit = Literal["least", "most"]

_WINDOW = 48
"""Code points before and behind a date in which the words that bound it are looked for."""
_DENIED = re.compile(r"[^.,;:!?()\"]*\Z")
"""The clause up to a place."""


class Edge(NamedTuple):
    """Which side of a time is meant, and where the words that say so begin and end."""

    side: Side
    start: int
    end: int


class _Words(Struct, frozen=True):
    before: re.Pattern[str] | None
    after: tuple[re.Pattern[str], ...]
    denying: re.Pattern[str] | None
    needed: re.Pattern[str] | None


@cache
def _words(lang: str, name: str) -> _Words | None:
    data = load(lang)
    dates = data.get("dates", {})
    table: dict[str, list[str]] = dates.get(name, {})
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

    before = "|".join(filter(None, map(group, ("neither", "start", "end", "past", "future"))))
    after = filter(None, map(group, ("start_after", "end_after", "past_after", "future_after")))
    needed = _alternatives(table.get("future_needs", []), escape=True)
    denying = _alternatives(data.get("numbers", {}).get("not", "").split(), escape=True)
    return _Words(
        re.compile(rf"{border}(?:{before}){space}{skipped}\Z") if before else None,
        tuple(re.compile(rf"[\s'’-]*{forms}{far}") for forms in after),
        re.compile(rf"{border}(?:{denying}){far}") if denying and not unspaced else None,
        re.compile(rf"{border}(?:{needed}){far}") if needed else None,
    )


def _alternatives(forms: Iterable[str], *, escape: bool) -> str:
    written = sorted({one for form in forms for one in spellings(form.replace("_", " "))}, key=len, reverse=True)
    return "|".join(re.escape(form).replace(r"\ ", r"[\s'-]+") if escape else form for form in written)


def edge(text: str, start: int, end: int, lang: str) -> Edge | None:
    """From which or up to which a date bounds a time, or None where it does not, or where it may be either.

    "Not until Monday" is from Monday on: a denied end is no end.

    Args:
        text: as written.
        start, end: where the date stands in it.
        lang: its language (ISO 639-1).
    """
    return _beside(text, start, end, lang, "edges")


def limit(text: str, start: int, end: int, lang: str) -> Limit | None:
    """Whether the earliest is meant, or the latest: "until Friday at the earliest", "au moins jusqu'à vendredi".

    None where nothing beside the date says so. Arguments as those of `edge`.
    """
    words = _limits(lang)
    if words is None:
        return None
    folded = fold(text, keep_marks=True)
    before = words[0].search(folded, max(0, start - _WINDOW), start)
    found = words[1].match(folded, end) or before
    return found.lastgroup if found is not None else None  # type: ignore[return-value]


@cache
def _limits(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    dates = load(lang).get("dates", {})
    table: dict[str, list[str]] = dates.get("limits", {})
    if not table:
        return None
    unspaced: bool = dates.get("unspaced", False)
    edges: dict[str, list[str]] = dates.get("edges", {})
    linking = {word for name in ("start", "end", "between") for form in edges.get(name, ()) for word in form.split()}
    border, far = ("", "") if unspaced else (BEFORE, AFTER)
    space = r"\s*" if unspaced else r"[\s'’-]+"
    names = "|".join(f"(?P<{name}>{_alternatives(forms, escape=True)})" for name, forms in table.items())
    links = _alternatives(linking, escape=True)
    skipped = rf"(?:(?:{links}){space}){{0,4}}" if links else ""
    between = r"[\s，、]{0,2}" if unspaced else r"[\s,'’-]+(?:\w+[\s'’-]+)?"
    return re.compile(rf"{border}(?:{names}){far}{space}{skipped}\Z"), re.compile(rf"{between}(?:{names}){far}")


def until(text: str, lang: str) -> bool:
    """Whether a text says up to when something holds, whatever it says so of ("bis zum Ende der Proben").

    Args:
        text: as written.
        lang: its language (ISO 639-1).
    """
    pattern = _until(lang)
    return pattern is not None and pattern.search(fold(text, keep_marks=True)) is not None


@cache
def _until(lang: str) -> re.Pattern[str] | None:
    dates = load(lang).get("dates", {})
    table: dict[str, list[str]] = dates.get("edges", {})
    forms = [*table.get("end", ()), *table.get("end_after", ())]
    if not forms:
        return None
    unspaced: bool = dates.get("unspaced", False)
    border, far = ("", "") if unspaced else (BEFORE, AFTER)
    return re.compile(rf"{border}(?:{_alternatives(forms, escape=not unspaced)}){far}")


def ago(text: str, start: int, end: int, lang: str) -> Edge | None:
    """Whether a span of time is past or to come, or None where nothing says so. Arguments as those of `edge`."""
    return _beside(text, start, end, lang, "ago")


def _beside(text: str, start: int, end: int, lang: str, name: str) -> Edge | None:
    words = _words(lang, name)
    if words is None:
        return None
    folded = fold(text, keep_marks=True)
    before = words.before.search(folded, max(0, start - _WINDOW), start) if words.before is not None else None
    behind = [match for pattern in words.after if (match := pattern.match(folded, end))]
    found = max(behind, key=lambda match: match.end(), default=None)
    # "Put off until December at the earliest" is not before December: what stands behind is the last word.
    if before is not None and (found is None or before.lastgroup not in ("start", "end")):
        found = before
    side = found.lastgroup if found is not None else None
    if found is None or side not in ("start", "end", "past", "future"):
        return None
    if side in ("end", "future") and words.denying is not None:
        clause = _DENIED.search(folded, 0, found.start())
        if clause is not None and words.denying.search(clause.group()):
            return None
    if side == "future" and words.needed is not None and not words.needed.search(folded):
        return None
    return Edge(side, min(start, found.start()), max(end, found.end()))  # type: ignore[arg-type]
