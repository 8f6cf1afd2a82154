"""Which day of the passage renders which day of the post, and which of them cannot be the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from quotecheck.facts.fact import Day, Pairs

TOLERANCE = timedelta(days=1)
"""Around midnight, post and article may name one day differently: time zones."""


def pair(post: Sequence[Day], passage: Sequence[Day]) -> Pairs[Day]:
    """Pair the days of two texts.

    Two days are the same unless what both state makes it impossible. Days stated outright are held to the letter; a
    relative day ("yesterday") may be one day off.

    Args:
        post, passage: the days of each side, resolved against its own date.
    """
    same: list[tuple[Day, Day]] = []
    changed: list[tuple[Day, Day]] = []
    left_post, left_passage = list(post), list(passage)
    for wanted in (agree, _may_agree):
        for mine in list(left_post):
            match = next((theirs for theirs in left_passage if wanted(mine, theirs)), None)
            if match is not None:
                same.append((mine, match))
                left_post.remove(mine)
                left_passage.remove(match)
    for mine in list(left_post):
        match = next((theirs for theirs in left_passage if _comparable(mine, theirs)), None)
        if match is not None:
            changed.append((mine, match))
            left_post.remove(mine)
            left_passage.remove(match)
    return Pairs(same=tuple(same), changed=tuple(changed), only_post=tuple(left_post), only_passage=tuple(left_passage))


def _stated(day: Day) -> tuple[int | None, ...]:
    return (day.year, day.month, day.day, day.weekday)


def agree(mine: Day, theirs: Day) -> bool:
    """Whether both state the same thing, or resolve to the same days."""
    if mine.offset is not None and mine.offset == theirs.offset:
        return True
    if any(a is not None for a in _stated(mine)) and _stated(mine) == _stated(theirs):
        return True
    return (
        not _apart(mine, theirs) and mine.first is not None and (mine.first, mine.last) == (theirs.first, theirs.last)
    )


def _may_agree(mine: Day, theirs: Day) -> bool:
    return not _apart(mine, theirs)


def _comparable(mine: Day, theirs: Day) -> bool:
    """Whether they are of one kind, so that one may have become the other."""
    if not _apart(mine, theirs):
        return False
    if mine.weekday is not None or theirs.weekday is not None:
        return mine.weekday is not None and theirs.weekday is not None
    if mine.month is not None and theirs.month is not None:
        return (mine.day is None) == (theirs.day is None)
    return mine.month is None and theirs.month is None and mine.period == theirs.period


def _apart(mine: Day, theirs: Day) -> bool:
    """Whether they cannot be the same."""
    if any(a is not None and b is not None and a != b for a, b in zip(_stated(mine), _stated(theirs), strict=True)):
        return True
    for day, other in ((mine, theirs), (theirs, mine)):
        if day.weekday is not None and other.first is not None and other.first == other.last:
            between = (other.first.weekday() - day.weekday) % 7
            return between not in ((0,) if other.month is not None else (0, 1, 6))
    if mine.offset is not None and theirs.offset is not None and (mine.first is None or theirs.first is None):
        return abs(mine.offset - theirs.offset) > 1
    if None in (mine.first, mine.last, theirs.first, theirs.last):
        return False
    assert mine.first and mine.last and theirs.first and theirs.last
    return mine.last + TOLERANCE < theirs.first or theirs.last + TOLERANCE < mine.first
