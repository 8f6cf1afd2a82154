"""date-changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quotecheck.facts import dates
from quotecheck.facts.fact import Day
from quotecheck.rules.base import AlignmentRule, Case, Hit


class DateChanged(AlignmentRule):
    """
    What it does: fires when a date, a weekday or a relative day became another. Relative days are counted from the
    day of the post on one side and of the article on the other, and may be one day off: time zones. A date that only
    one side names is not a change.

    Examples: “el 23 de octubre” against “October 24”; “el miércoles” against “on Thursday”.

    What to do: compare both with the day of the post; correct the date.

    Reads: every language with calendar data.
    """

    name = "date-changed"
    severity = "error"
    summary = "a date, weekday or relative day became another"
    needs = frozenset({"dates"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [day for day in case.post.facts.days if day.start < end and day.end > start]
        pairs = dates.pair(post, case.passage.facts.days)
        left = Counter(map(dates.kind_of, pairs.only_post)), Counter(map(dates.kind_of, pairs.only_passage))
        for mine, theirs in pairs.changed:
            if left[0][dates.kind_of(mine)] != left[1][dates.kind_of(theirs)]:
                continue  # a list of days on one side alone ("July 17 and 22") cannot be paired for certain
            elsewhere = [day for day in (*case.post.facts.days, *case.thread.days) if day is not mine]
            if case.truncated or any(dates.agree(day, theirs) for day in elsewhere):
                continue
            yield Hit(
                message=f"Another day: “{mine.text}”{_meaning(mine)} became “{theirs.text}”{_meaning(theirs)}.",
                confidence=0.9 if len(pairs.changed) == 1 else 0.8,
                post=(mine.start, mine.end),
                passage=(theirs.start, theirs.end),
            )


def _meaning(day: Day) -> str:
    if day.first is None or (day.month is not None and day.year is not None):
        return ""
    if day.first == day.last:
        return f" ({day.first.isoformat()})"
    return f" ({day.first.isoformat()} to {day.last.isoformat()})" if day.last else ""


RULE = DateChanged()
