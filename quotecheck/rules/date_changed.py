"""date-changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from quotecheck.facts import dates
from quotecheck.facts.fact import Day, DayPart, Facts, Pairs, Quantity
from quotecheck.facts.quantities import pair
from quotecheck.facts.quantities.units import SCALES
from quotecheck.rules import own_words
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.number_places import about_day, bounded_alike

_HOURS = {
    "dawn": (2, 9),
    "morning": (4, 13),
    "noon": (11, 15),
    "afternoon": (12, 20),
    "evening": (16, 24),
    "night": (18, 30),
}
"""From when to when each part of the day may be said to last; past midnight, hours go on counting."""

FEWEST_WORDS = 3
"""Words about a day from which on they tell anything."""
_ERAS = frozenset({"century", "decade", "year"})
LIKE_AT_ALL = 0.2
"""Least cosine of what two days are said of, where a reporter's sentence may tell of other days."""
LEAD = 0.05
"""How much more alike it must be than what another day is said of."""
_EARLY, _LATE = 5, 26
"""Days of a month up to which, and from which on, the month beside it may be named."""
_BESIDE = 16
"""Code points between a day and the clock time that goes with it."""
_APPOSED = 3
"""Code points between two names of one day, at most."""


class DateChanged(AlignmentRule):
    """
    What it does: fires when a date, a weekday, a relative day or a part of the day became another, and when a span of
    time that was ("hace dos semanas") became one to come. Relative days are counted from the day of the post on one
    side and of the article on the other, and may be one day off: time zones. Inside quotation marks "tomorrow" is no
    "today", unless the article is from another day. Parts of the day are as wide as languages make them: "tarde" is
    afternoon or evening. The beginning of a month or a century is not its end, nor one quarter of a year another. What
    only one side names is not a change; nor are a reporter's dateline and the day on which something was said.

    Examples: “el 23 de octubre” against “October 24”; “el miércoles” against “on Thursday”; “por la tarde” against “in
    the morning”.

    What to do: compare both with the day of the post; correct the date.

    Reads: every language with calendar data.
    """

    name = "date-changed"
    severity = "error"
    summary = "a date, weekday, relative day or part of the day became another"
    needs = frozenset({"dates"})
    reads_parts = True

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [day for day in case.post.facts.days if day.start < end and day.end > start]
        passage = list(case.passage.facts.days)
        if case.kind != "quotation":
            passage = _told(case, post, passage)
        if case.partly or (case.told and case.unsure):
            yield from _slips(case, post, passage)
            return
        post, passage = _as_weekdays(case.post.text, post, passage), _as_weekdays(case.passage.text, passage, post)
        pairs = dates.pair(post, passage, literal=case.literal)
        left = Counter(map(dates.kind_of, pairs.only_post)), Counter(map(dates.kind_of, pairs.only_passage))
        for mine, theirs in pairs.changed:
            if left[0][dates.kind_of(mine)] != left[1][dates.kind_of(theirs)] or not case.literal:
                others = [day for day in pairs.only_passage if dates.kind_of(day) == dates.kind_of(theirs)]
                # A list of days on one side alone ("July 17 and 22") cannot be paired for certain but by what is said.
                if not _said_alike(case, mine, theirs, others, post):
                    continue
            elsewhere = [
                day
                for day in (*case.post.facts.days, *case.thread.days)
                if day is not mine and not _one_day(case.post.text, day, mine)
            ]
            if case.truncated or any(dates.agree(day, theirs) for day in elsewhere):
                continue
            yield _hit(mine, theirs, 0.9 if len(pairs.changed) == 1 else 0.8)
        if not pairs.changed and not case.truncated:
            yield from _other_month(case, pairs)
        if case.literal and not case.truncated:
            yield from _other_part(case)
        yield from _other_direction(case)
        yield from _other_quarter(case)
        yield from _other_stage(case, post, pairs.same)


def _told(case: Case, post: Sequence[Day], passage: Sequence[Day]) -> list[Day]:
    """The days that a reporter tells. One that only names what happened on it ("Sunday's run-off") is told where a part
    of a sentence surely tells what the post says of a weekday."""
    told = own_words.told_days(case.passage.text, passage)
    named = [day for day in passage if own_words.names_something(case.passage.text, day)]
    weekdays = [day for day in post if day.weekday is not None]
    if case.told and not case.unsure and len(named) == len(weekdays) == 1 and not told:
        return named
    return told


def _said_alike(case: Case, mine: Day, theirs: Day, others: Sequence[Day], post: Sequence[Day]) -> bool:
    """Whether what is said of two days is alike, and more so than what is said of the other days of the passage. A
    relative day that nothing resolves may be any of them."""
    if not others and (case.between is None or _one_figure_apart(mine, theirs)):
        return case.kind != "quotation"
    if case.between is None:
        return False
    if any(day.offset is not None and day.period is None and day.first is None for day in post if day is not mine):
        return False
    texts = [about_day(case.passage, day) for day in (theirs, *others)]
    said = about_day(case.post, mine)
    if not said or len(texts[0].split()) < FEWEST_WORDS:
        return False
    likest, *rest = case.between([said], texts)[0]
    return likest >= LIKE_AT_ALL and all(likest - other >= LEAD for other in rest)


def _other_month(case: Case, pairs: Pairs[Day]) -> Iterable[Hit]:
    """A date for which the passage has a month alone, and another one: "31 de julio", "the end of August". Up to the
    first days of a month is up to the end of the one before."""
    mine = [day for day in pairs.only_post if day.month is not None and day.feast is None]
    theirs = [day for day in pairs.only_passage if day.month is not None and day.feast is None]
    if len(mine) != 1 or len(theirs) != 1 or (mine[0].day is None) == (theirs[0].day is None):
        return
    dated, month = (mine[0], theirs[0]) if mine[0].day is not None else (theirs[0], mine[0])
    side = case.passage if month is theirs[0] else case.post
    assert dated.month is not None and month.month is not None and dated.day is not None
    apart = (dated.month - month.month) % 12
    told = dates.stage(side.text, month.start, month.end, side.language.code)
    beside = {11: dated.day >= _LATE and told != "late", 1: dated.day <= _EARLY and told != "early"}
    if apart == 0 or beside.get(apart, False) or not (case.told or case.kind == "quotation"):
        return
    yield _hit(mine[0], theirs[0], 0.8)


def _slips(case: Case, post: Sequence[Day], passage: Sequence[Day]) -> Iterable[Hit]:
    """Dates that a reporter's sentence has in another month or with the figures of the day exchanged, and weekdays
    beside one clock time or up to which something lasts."""
    named = [[day for day in days if day.weekday is not None] for days in (post, passage)]
    if [len(days) for days in named] == [1, 1] and not dates.agree(named[0][0], named[1][0]):
        (mine,), (theirs,) = named
        alike = _at_one_time(case, mine, theirs) or bounded_alike(case, mine, theirs)
        if alike and dates.pair([mine], [theirs]).changed:
            yield _hit(mine, theirs, 0.7)
    for theirs in passage:
        if any(dates.agree(mine, theirs) for mine in (*case.post.facts.days, *case.thread.days)):
            continue
        for mine in post:
            if _slipped(mine, theirs) and not any(dates.agree(mine, other) for other in passage):
                yield _hit(mine, theirs, 0.7)


def _at_one_time(case: Case, mine: Day, theirs: Day) -> bool:
    """Whether one clock time stands beside two days: "jueves hacia las 6", "6 a.m. on Friday"."""
    ours, others = (
        [q for q in side.facts.quantities if q.role == "time" and max(q.start - day.end, day.start - q.end) <= _BESIDE]
        for side, day in ((case.post, mine), (case.passage, theirs))
    )
    return bool(pair(ours, others).same)


def _slipped(mine: Day, theirs: Day) -> bool:
    if mine.day is None or theirs.day is None or mine.month is None or theirs.month is None:
        return False
    if mine.day == theirs.day:
        return mine.month != theirs.month
    return mine.month == theirs.month and f"{mine.day:02}" == f"{theirs.day:02}"[::-1]


def _one_figure_apart(mine: Day, theirs: Day) -> bool:
    """Whether two dates share their month or their day: the 8th and the 18th of January."""
    if mine.day is None or theirs.day is None or mine.month is None or theirs.month is None:
        return False
    return mine.day == theirs.day or mine.month == theirs.month


def _hit(mine: Day, theirs: Day, confidence: float) -> Hit:
    return Hit(
        message=f"Another day: “{mine.text}”{_meaning(mine)} became “{theirs.text}”{_meaning(theirs)}.",
        confidence=confidence,
        post=(mine.start, mine.end),
        passage=(theirs.start, theirs.end),
    )


def _as_weekdays(text: str, days: Sequence[Day], others: Sequence[Day]) -> list[Day]:
    """The days of one side without a "tomorrow" that a weekday beside it says more plainly, where the other side has
    no such word to compare it with."""
    if any(other.offset is not None and other.period is None for other in others):
        return list(days)
    return [day for day in days if not any(_one_day(text, day, weekday) for weekday in days)]


def _one_day(text: str, day: Day, weekday: Day) -> bool:
    """Whether "tomorrow" beside a weekday is that day: "mañana miércoles", "tomorrow (Wednesday)"."""
    if weekday.weekday is None or day.offset is None or day.period is not None:
        return False
    first, second = sorted((day, weekday), key=lambda one: one.start)
    between = text[first.end : second.start]
    return second.start >= first.end and len(between) <= _APPOSED and not any(map(str.isalnum, between))


def _other_direction(case: Case) -> Iterable[Hit]:
    """A span of time that is past on one side, and to come on the other."""
    post, passage = case.post.facts.quantities, case.passage.facts.quantities
    spans = [q for q in post if _lasts(q) and case.segment[0] <= q.start < case.segment[1]]
    if not spans or not any(map(_lasts, passage)):
        return
    for one, two in pair(spans, [q for q in passage if _lasts(q)]).same:
        mine = dates.ago(case.post.text, one.start, one.end, case.post.language.code)
        theirs = dates.ago(case.passage.text, two.start, two.end, case.passage.language.code)
        if mine is None or theirs is None or mine.side == theirs.side:
            continue
        yield Hit(
            message=f"What was is to come, or the reverse: “{case.post.text[mine.start : mine.end]}” became"
            f" “{case.passage.text[theirs.start : theirs.end]}”.",
            confidence=0.85,
            post=(mine.start, mine.end),
            passage=(theirs.start, theirs.end),
        )


def _other_quarter(case: Case) -> Iterable[Hit]:
    """Another quarter of a year, where each side names one."""
    sides = [
        dates.read_quarters(side.text, side.facts.quantities, side.language.code) for side in (case.post, case.passage)
    ]
    if any(len({quarter.number for quarter in named}) != 1 for named in sides):
        return
    mine, theirs = sides[0][0], sides[1][0]
    if mine.number != theirs.number and case.segment[0] <= mine.start < case.segment[1]:
        yield Hit(
            message=f"Another quarter of a year: “{case.post.text[mine.start : mine.end]}” became"
            f" “{case.passage.text[theirs.start : theirs.end]}”.",
            confidence=0.85,
            post=(mine.start, mine.end),
            passage=(theirs.start, theirs.end),
        )


def _other_stage(case: Case, days: Sequence[Day], same: Sequence[tuple[Day, Day]]) -> Iterable[Hit]:
    """The beginning of a month, a year or a century for its end."""
    start, end = case.segment
    figures = [q for q in case.post.facts.quantities if q.role in _ERAS and start <= q.start < end]
    eras = pair(figures, [q for q in case.passage.facts.quantities if q.role in _ERAS]).same
    months = [both for both in same if all(day.day is None and day.weekday is None for day in both)]
    for one, two in (*eras, *months):
        mine = dates.stage(case.post.text, one.start, one.end, case.post.language.code)
        theirs = dates.stage(case.passage.text, two.start, two.end, case.passage.language.code)
        if mine is not None and theirs is not None and mine != theirs:
            yield Hit(
                message=f"Another part of it: {mine} in “{one.text}” became {theirs} in “{two.text}”.",
                confidence=0.85,
                post=(one.start, one.end),
                passage=(two.start, two.end),
            )


def _lasts(quantity: Quantity) -> bool:
    return quantity.unit in SCALES and SCALES[quantity.unit][0] == "duration" and quantity.role == "cardinal"


def _other_part(case: Case) -> Iterable[Hit]:
    """A part of the day that the other side lacks, where that side has one that is lacking here."""
    post = dates.read_parts(case.post.text, case.post.language.code)
    passage = dates.read_parts(case.passage.text, case.passage.language.code)
    if not post or not passage:
        return
    start, end = case.segment
    mine_of = [*post, *_of_clocks(case.post.facts.quantities), *_of_clocks(case.thread.quantities)]
    theirs_of = [*passage, *_of_clocks(case.passage.facts.quantities)]
    mine = [p for p in _firm(post, case.post.facts) if start <= p.start < end and not _met(p, theirs_of)]
    theirs = [p for p in _firm(passage, case.passage.facts) if not _met(p, mine_of)]
    if not mine or not theirs:
        return
    one, two = mine[0], theirs[0]
    yield Hit(
        message=f"Another part of the day: “{one.text}” became “{two.text}”.",
        confidence=0.9 if len(mine) == len(theirs) == 1 else 0.75,
        post=(one.start, one.end),
        passage=(two.start, two.end),
    )


def _firm(parts: Sequence[DayPart], facts: Facts) -> list[DayPart]:
    """Those that can be complained of: a clock time ("8 de la tarde") is compared as a number."""
    times = [q for q in facts.quantities if q.role == "time"]
    return [p for p in parts if not p.weak and not any(q.start <= p.start < q.end for q in times)]


def _met(part: DayPart, others: Iterable[DayPart]) -> bool:
    return any(not part.parts.isdisjoint(other.parts) for other in others)


def _of_clocks(quantities: Iterable[Quantity]) -> list[DayPart]:
    """The parts of the day that clock times are in."""
    return [
        DayPart(start=q.start, end=q.end, text=q.text, parts=frozenset().union(*map(_part_of, (q.value, *q.also))))
        for q in quantities
        if q.role == "time"
    ]


def _part_of(hour: Fraction) -> frozenset[str]:
    return frozenset(
        part for part, (first, last) in _HOURS.items() if first <= hour % 24 < last or hour % 24 < last - 24
    )


def _meaning(day: Day) -> str:
    if day.first is None or (day.month is not None and day.year is not None):
        return ""
    if day.first == day.last:
        return f" ({day.first.isoformat()})"
    return f" ({day.first.isoformat()} to {day.last.isoformat()})" if day.last else ""


RULE = DateChanged()
