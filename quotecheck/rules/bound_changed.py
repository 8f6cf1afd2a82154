"""bound-changed."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.facts import dates
from quotecheck.facts.dates.edges import Edge
from quotecheck.facts.fact import Day, Pairs, Quantity
from quotecheck.facts.quantities import hedges, pair, without_restated
from quotecheck.facts.quantities.describe import contrasted
from quotecheck.rules.base import AlignmentRule, Case, Hit

_UNBOUNDED = frozenset({"time", "year", "date", "decade", "century", "ordinal", "score"})
_IN_TIME = frozenset({"time", "year", "decade", "century"})
_OPPOSITE = {frozenset({low, high}) for low in ("at-least", "more-than") for high in ("at-most", "less-than")}


class BoundChanged(AlignmentRule):
    """
    What it does: points at a number that is the same on both sides but hedged otherwise: exact, about, at least, more
    than, at most, less than. "Nearly" may be rendered as about or as less than; "up to" and "at most" are one. Also
    (error) at a date, a year or a clock time from which something holds on one side, and up to which on the other.

    Examples: "más de 5.000" quoted as "no less than 5,000" (5,000 itself is now possible); "jusqu'à 300 morts" quoted
    as "300 dead"; "ab Montag" quoted as "until Monday".

    What to do: render the hedge as the post has it.

    Reads: every language whose data file has numbers.
    """

    name = "bound-changed"
    severity = "warning"
    summary = "the same value is hedged otherwise: exact, about, at least, more than, at most, less than"
    needs = frozenset({"numbers"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [q for q in case.post.facts.quantities if q.start < end and q.end > start]
        passage = without_restated(case.passage.facts.quantities, case.passage.text, post)
        pairs = pair(without_restated(post, case.post.text, passage), passage)
        langs = case.post.language.code, case.passage.language.code
        only = any(cue.sense == "only" and cue.start < end and cue.end > start for cue in case.post.facts.negations)
        agreed = {one.start for one, two in pairs.same if _agree(one, two, *langs)}
        for one, two in pairs.same:
            if one.start in agreed or not _comparable(one, two) or _agree(one, two, *langs):
                continue
            if only and (one.bound, two.bound) == ("exact", "at-most"):
                continue  # "only two" is "no more than two"
            agreed.add(one.start)
            yield Hit(
                message=f"The bound of the number changed: {contrasted(one, two)}.",
                confidence=_confidence(one, two),
                post=(one.start, one.end),
                passage=(two.start, two.end),
            )
        yield from _other_edge(case, pairs)


def _other_edge(case: Case, numbers: Pairs[Quantity]) -> Iterable[Hit]:
    """A date from which on one side, and up to which on the other."""
    start, end = case.segment
    days = [day for day in case.post.facts.days if start <= day.start < end]
    literal = case.literal
    same: list[tuple[Day | Quantity, Day | Quantity]] = [
        *dates.pair(days, case.passage.facts.days, literal=literal).same,
        *(pair for pair in numbers.same if {pair[0].role, pair[1].role} <= _IN_TIME),
    ]
    for one, two in same:
        mine = dates.edge(case.post.text, one.start, one.end, case.post.language.code)
        theirs = dates.edge(case.passage.text, two.start, two.end, case.passage.language.code)
        if mine is None or theirs is None or mine.side == theirs.side:
            continue
        yield Hit(
            message=f"It bounds the time from the other side: {_read_as(case.post.text, mine)};"
            f" {_read_as(case.passage.text, theirs)}.",
            confidence=0.85,
            post=(mine.start, mine.end),
            passage=(theirs.start, theirs.end),
            severity="error",
        )


def _read_as(text: str, edge: Edge) -> str:
    return f"{' '.join(text[edge.start : edge.end].split())} → {'from' if edge.side == 'start' else 'until'} then"


def _comparable(one: Quantity, two: Quantity) -> bool:
    if "range" in (one.bound, two.bound):
        return False
    if (one.weak or two.weak) and not _firm_opposites(one, two):
        return False
    if (one.upper is not None or two.upper is not None) and not one.role == two.role == "ratio":
        return False
    if one.role in _UNBOUNDED or two.role in _UNBOUNDED:
        return False
    return one.value == two.value or two.value in one.also or one.value in two.also


def _firm_opposites(one: Quantity, two: Quantity) -> bool:
    """Whether idle figures ("half", "an hour") are hedged in opposite ways, which is never idle."""
    if frozenset({one.bound, two.bound}) not in _OPPOSITE:
        return False
    return one.role == two.role == "fraction" or (one.unit is not None and one.unit == two.unit)


def _agree(one: Quantity, two: Quantity, post_lang: str, passage_lang: str) -> bool:
    return bool(hedges(one, post_lang) & hedges(two, passage_lang))


def _confidence(one: Quantity, two: Quantity) -> float:
    if frozenset({one.bound, two.bound}) in _OPPOSITE:
        return 0.95
    if "about" in (one.bound, two.bound):
        return 0.7
    return 0.8 if "exact" in (one.bound, two.bound) else 0.85


RULE = BoundChanged()
