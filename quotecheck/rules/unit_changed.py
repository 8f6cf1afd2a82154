"""unit-changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities import pair, read_rates, same_figure, units_agree, without_restated
from quotecheck.facts.quantities.describe import explained
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.near_misses import other_unit


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
    reads_parts = True

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [q for q in case.post.facts.quantities if q.start < end and q.end > start]
        passage = without_restated(case.passage.facts.quantities, case.passage.text, post)
        post = list(without_restated(post, case.post.text, passage))
        pairs = pair(post, passage)
        known = [*case.post.facts.quantities, *case.thread.quantities]
        changed = [] if case.partly else list(pairs.same)
        changed += [
            (one, two)
            for one in post
            for two in passage
            if other_unit(one, two) and (one, two) not in changed and not _said_elsewhere(one, two, known, passage)
        ]
        for one, two in changed:
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
        if not case.partly:
            yield from _counted_by_another(case)


def _said_elsewhere(one: Quantity, two: Quantity, post: Sequence[Quantity], passage: Sequence[Quantity]) -> bool:
    """Whether the other side has one of two figures as it is."""
    return any(same_figure(other, two) for other in post) or any(same_figure(one, other) for other in passage)


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
    if one.unit == two.unit or {one.unit, two.unit} == {"day", "night"} or len(post) != len(passage):
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
