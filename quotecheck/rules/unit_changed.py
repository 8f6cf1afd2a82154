"""unit-changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities import pair, read_rates, units_agree, without_restated
from quotecheck.facts.quantities.describe import explained
from quotecheck.rules.base import AlignmentRule, Case, Hit


class UnitChanged(AlignmentRule):
    """
    What it does: points at a figure that is the same on both sides but counts something else: another currency,
    another unit, percent for percentage points, or is counted by something else ("a day", "an hour"). A converted
    figure (100 km, 62 miles) is the same fact, and a unit that only one side states is no finding.

    Examples: "5 millones de euros" quoted as "5 million dollars"; "dos puntos porcentuales" quoted as "two percent".

    What to do: write the unit that the post has, or convert the figure too.

    Reads: every language whose data file has numbers.
    """

    name = "unit-changed"
    severity = "error"
    summary = "currency, unit, or percent against percentage points differ"
    needs = frozenset({"numbers"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [q for q in case.post.facts.quantities if q.start < end and q.end > start]
        passage = without_restated(case.passage.facts.quantities, case.passage.text, post)
        pairs = pair(without_restated(post, case.post.text, passage), passage)
        for one, two in pairs.same:
            if one.value != two.value or units_agree(one, two):
                continue
            if one.weak and two.weak and not _lone(one, post, two, case.passage.facts.quantities):
                continue
            yield Hit(
                message=f"The unit changed: {explained(one)} in the post; {explained(two)} in the passage.",
                confidence=0.9 if not (one.weak or two.weak) else 0.7,
                post=(one.start, one.end),
                passage=(two.start, two.end),
            )
        yield from _counted_by_another(case)


def _lone(one: Quantity, post: Sequence[Quantity], two: Quantity, passage: Sequence[Quantity]) -> bool:
    """Whether idle figures ("an hour") are the only such ones of their sides, so that they can be told to be one."""
    return all(
        sum(q.weak and q.value == mine.value and q.unit is not None for q in side) == 1
        for mine, side in ((one, post), (two, passage))
    )


def _counted_by_another(case: Case) -> Iterable[Hit]:
    """Where each side counts by one unit alone, and the two differ: "300 people a day", "300 people an hour"."""
    start, end = case.segment
    post = [rate for rate in read_rates(case.post.text, case.post.language.code) if start <= rate.start < end]
    passage = read_rates(case.passage.text, case.passage.language.code)
    if len({rate.unit for rate in post}) != 1 or len({rate.unit for rate in passage}) != 1:
        return
    one, two = post[0], passage[0]
    if one.unit == two.unit or len(post) != len(passage):
        return
    figures = (*case.post.facts.quantities, *case.passage.facts.quantities)
    counted = {q.unit for q in figures if not (q.weak and q.value == 1)}
    if one.unit in counted or two.unit in counted:
        return  # "an hour's drive, once a day": too much to tell apart
    yield Hit(
        message=f"It is counted by another unit: {one.text} → per {one.unit}; {two.text} → per {two.unit}.",
        confidence=0.8,
        post=(one.start, one.end),
        passage=(two.start, two.end),
    )


RULE = UnitChanged()
