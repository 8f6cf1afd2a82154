"""Which day of the passage renders which day of the post, and which of them cannot be the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from quotecheck.facts.fact import Day, Pairs

TOLERANCE = timedelta(days=1)
"""Around midnight, post and article may name one day differently: time zones."""


def kind_of(day: Day) -> str:
    """What sort of day it is: "date", "month", "weekday", "season", "feast", "relative", or its period."""
    if day.feast is not None:
        return "feast"
    if day.month is not None or day.day is not None:
        return "month" if day.day is None else "date"
    if day.season is not None:
        return "season"
    return "weekday" if day.weekday is not None else day.period or "relative"


def pair(post: Sequence[Day], passage: Sequence[Day], *, literal: bool = False) -> Pairs[Day]:
    """Pair the days of two texts.

    Two days are the same unless what both state makes it impossible. Days stated outright are held to the letter; a
    relative day ("yesterday") may be one day off. Days of one sort are paired before those of different sorts.

    Args:
        post, passage: the days of each side, resolved against its own date.
        literal: the passage gives the post's own words, in which "tomorrow" is no "today" but where the article is
            from another day.
    """
    same: list[tuple[Day, Day]] = []
    changed: list[tuple[Day, Day]] = []
    left_post, left_passage = list(post), list(passage)

    def take(wanted: Callable[[Day, Day], bool], into: list[tuple[Day, Day]]) -> None:
        for mine in list(left_post):
            match = next((theirs for theirs in left_passage if wanted(mine, theirs)), None)
            if match is not None:
                into.append((mine, match))
                left_post.remove(mine)
                left_passage.remove(match)

    def apart(mine: Day, theirs: Day) -> bool:
        return _apart(mine, theirs) or (literal and _reworded(mine, theirs))

    take(lambda mine, theirs: agree(mine, theirs) and not (literal and _reworded(mine, theirs)), same)
    take(lambda mine, theirs: _of_one_sort(mine, theirs) and not apart(mine, theirs), same)
    take(
        lambda mine, theirs: (
            _one_day(mine)
            and _one_day(theirs)
            and not apart(mine, theirs)
            and not any(apart(number, theirs) for number in _numbers(mine, post))
        ),
        same,
    )
    take(lambda mine, theirs: apart(mine, theirs) and _comparable(mine, theirs), changed)
    take(lambda mine, theirs: not apart(mine, theirs), same)
    return Pairs(same=tuple(same), changed=tuple(changed), only_post=tuple(left_post), only_passage=tuple(left_passage))


def _numbers(weekday: Day, days: Sequence[Day]) -> list[Day]:
    """The day of the month that stands behind a weekday: "domingo 26", "am Sonntag, dem 26."."""
    if weekday.weekday is None:
        return []
    return [day for day in days if day.day is not None and 0 <= day.start - weekday.end <= _BESIDE]


_BESIDE = 6
"""Code points between a weekday and its day of the month, at most."""


def _stated(day: Day) -> tuple[int | str | None, ...]:
    return (day.year, day.month, day.day, day.season)


def _weekdays(day: Day) -> set[int]:
    """The weekdays it may be: the night to Sunday is Saturday's and Sunday's."""
    return set() if day.weekday is None else {day.weekday, *((day.weekday + step) % 7 for step in day.also)}


def _one_day(day: Day) -> bool:
    """Whether it names one day, and no longer stretch of time."""
    return day.day is not None or day.weekday is not None or (day.offset is not None and day.period is None)


def _of_one_sort(mine: Day, theirs: Day) -> bool:
    dated = {"date", "month", "feast"}
    one, two = kind_of(mine), kind_of(theirs)
    return one == two or (one in dated and two in dated)


def agree(mine: Day, theirs: Day) -> bool:
    """Whether both state the same thing, or resolve to the same days."""
    if mine.period == theirs.period and not set(_offsets(mine)).isdisjoint(_offsets(theirs)):
        return True
    if mine.feast is not None and mine.feast == theirs.feast:
        return True
    stated = any(a is not None for a in (*_stated(mine), mine.weekday))
    if stated and _stated(mine) == _stated(theirs) and mine.weekday == theirs.weekday:
        return True
    return (
        not _apart(mine, theirs) and mine.first is not None and (mine.first, mine.last) == (theirs.first, theirs.last)
    )


def _comparable(mine: Day, theirs: Day) -> bool:
    """Whether they are of one kind, so that one may have become the other."""
    if mine.season is not None or theirs.season is not None:
        return mine.season is not None and theirs.season is not None
    if mine.feast is not None and theirs.feast is not None:
        return True
    if mine.weekday is not None and theirs.weekday is not None:
        return True
    if mine.weekday is not None or theirs.weekday is not None:
        named, other = (mine, theirs) if mine.weekday is not None else (theirs, mine)
        return named.month is None and other.offset is not None and other.period is None and other.first is not None
    if mine.day is not None and theirs.day is not None:
        return True
    if mine.month is not None and theirs.month is not None:
        return mine.day is None and theirs.day is None
    if mine.day is not None or theirs.day is not None:
        return False
    return mine.month is None and theirs.month is None and mine.period == theirs.period


def _reworded(mine: Day, theirs: Day) -> bool:
    """Whether a relative day was put into another word without cause: "tomorrow" may become "today" on the next day."""
    if mine.offset is None or theirs.offset is None or mine.period is not None or theirs.period is not None:
        return mine.period == theirs.period is not None and mine.first is None and mine.offset != theirs.offset
    steps = {two - one for one in _offsets(mine) for two in _offsets(theirs)}
    if 0 in steps:
        return False
    if mine.first is None or theirs.first is None:
        return True
    later = (theirs.first - mine.first).days - min(_offsets(theirs)) + min(_offsets(mine))
    return later < 1 or not any(-later - 1 <= step <= min(0, 1 - later) for step in steps)


def _offsets(day: Day) -> tuple[int, ...]:
    return () if day.offset is None else (day.offset, *day.also)


def _apart(mine: Day, theirs: Day) -> bool:
    """Whether they cannot be the same."""
    if mine.feast is not None and theirs.feast is not None:
        return mine.feast != theirs.feast
    if any(a is not None and b is not None and a != b for a, b in zip(_stated(mine), _stated(theirs), strict=True)):
        return True
    if mine.weekday is not None and theirs.weekday is not None and _weekdays(mine).isdisjoint(_weekdays(theirs)):
        return True
    for day, other in ((mine, theirs), (theirs, mine)):
        if day.weekday is not None and other.first is not None and other.first == other.last:
            near = (0,) if other.month is not None else (0, 1, 6)
            return all((other.first.weekday() - weekday) % 7 not in near for weekday in _weekdays(day))
    if mine.offset is not None and theirs.offset is not None and mine.period == theirs.period:
        if mine.first is None or theirs.first is None:
            # An article is never older than the post: its "yesterday" may be the post's "today", not the reverse.
            return {two - one for one in _offsets(mine) for two in _offsets(theirs)}.isdisjoint((0, -1))
        if mine.period is not None:
            return mine.last is None or theirs.last is None or mine.last < theirs.first or theirs.last < mine.first
    if _of_a_year_untold(mine, theirs) or None in (mine.first, mine.last, theirs.first, theirs.last):
        return False
    assert mine.first and mine.last and theirs.first and theirs.last
    return mine.last + TOLERANCE < theirs.first or theirs.last + TOLERANCE < mine.first


def _of_a_year_untold(mine: Day, theirs: Day) -> bool:
    """Whether one month is told with its year and the same one without: which year that is, the date of the text only
    suggests."""
    return (
        mine.month is not None
        and mine.month == theirs.month
        and (mine.day == theirs.day or None in (mine.day, theirs.day))
        and (mine.year is None) != (theirs.year is None)
    )
