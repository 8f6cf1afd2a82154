"""unit-changed."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.facts.quantities import pair, units_agree
from quotecheck.facts.quantities.describe import explained
from quotecheck.rules.base import AlignmentRule, Case, Hit


class UnitChanged(AlignmentRule):
    """
    What it does: points at a figure that is the same on both sides but counts something else: another currency,
    another unit, percent for percentage points. A converted figure (100 km, 62 miles) is the same fact, and a unit
    that only one side states is no finding.

    Examples: "5 millones de euros" quoted as "5 million dollars"; "dos puntos porcentuales" quoted as "two percent".

    What to do: write the unit that the post has, or convert the figure too.

    Reads: the languages that have number words in their data file.
    """

    name = "unit-changed"
    severity = "error"
    summary = "currency, unit, or percent against percentage points differ"
    needs = frozenset({"numbers"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [q for q in case.post.facts.quantities if q.start < end and q.end > start]
        pairs = pair(post, case.passage.facts.quantities)
        for one, two in pairs.same:
            if one.value != two.value or units_agree(one, two):
                continue
            yield Hit(
                message=f"The unit changed: {explained(one)} in the post; {explained(two)} in the passage.",
                confidence=0.9 if not (one.weak or two.weak) else 0.7,
                post=(one.start, one.end),
                passage=(two.start, two.end),
            )


RULE = UnitChanged()
