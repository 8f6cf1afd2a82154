"""bound-changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecheck.facts import dates
from quotecheck.facts.dates.edges import Edge
from quotecheck.facts.fact import Bound, Day, Pairs, Quantity
from quotecheck.facts.quantities import estimated, hedges, pair, without_restated
from quotecheck.facts.quantities.describe import contrasted
from quotecheck.rules import number_marks
from quotecheck.rules.base import AlignmentRule, Case, Hit, Side
from quotecheck.rules.number_places import clause_of

_UNBOUNDED = frozenset({"time", "year", "date", "decade", "century", "ordinal", "score"})
_IN_TIME = frozenset({"time", "year", "decade", "century"})
_OPPOSITE = {frozenset({low, high}) for low in ("at-least", "more-than") for high in ("at-most", "less-than")}


_COMPLEMENTS = {frozenset({"at-most", "more-than"}), frozenset({"at-least", "less-than"})}
_BEYOND = re.compile(
    r"(?i)\b(?:darüber|darunter|oberhalb|unterhalb|au-delà|au-dessus|en dessous|en deçà|por encima|por debajo|acima|"
    r"abaixo|oltre|al di sopra|al di sotto|superior\w*|inferior\w*|powyżej|poniżej|wyższ\w*|niższ\w*|vyšší\w*|nižší\w*|"
    r"nad to|pod to|выше|ниже|свыше|вище|нижче|понад|daarboven|daaronder|däröver|därunder|över det|under det|"
    r"üzeri\w*|altı\w*|peste|sub acea\w*|above|below|beyond)\b|"
    r"超过|超過|超える|それ以上|以上|以下|未満|فوق|أعلى|أكثر|أقل|अधिक|ज़्यादा|ऊपर|कम"
)
"""What stands beyond a limit that was named before: "Darüber gibt es weniger"."""
_BEHIND = 120
"""Code points behind a limit in which the post says so."""

_DENIED: dict[Bound, Bound] = {
    "more-than": "at-most",
    "at-least": "less-than",
    "less-than": "at-least",
    "at-most": "more-than",
}
_LOOSELY_DENIED: dict[Bound, Bound] = {"less-than": "more-than", "more-than": "less-than"}
"""What such a denial is rendered by as well: "none is under 50", "all are over 50"."""


class BoundChanged(AlignmentRule):
    """
    What it does: points at a number that is the same on both sides but hedged otherwise: exact, about, at least, more
    than, at most, less than. "Nearly" may be rendered as about or as less than; "up to" and "at most" are one. Words
    of the reporter's own may leave out "about" and "up to", and put in what the post only means. Also
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
    reads_parts = True

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [q for q in case.post.facts.quantities if q.start < end and q.end > start]
        passage = without_restated(case.passage.facts.quantities, case.passage.text, post)
        pairs = pair(without_restated(post, case.post.text, passage), passage)
        only = any(cue.sense == "only" and cue.start < end and cue.end > start for cue in case.post.facts.negations)
        agreed = {one.start for one, two in pairs.same if _agree(case, one, two)}
        for one, two in pairs.same:
            if one.start in agreed or not _comparable(one, two) or _agree(case, one, two):
                continue
            if "start" in number_marks.read(case.passage.text, two.start, two.end, "en"):
                continue  # "passa de 200" is more than 200, "passa de 3 para 5" goes from 3
            if case.kind != "quotation" and _of_the_others(case, one, two):
                continue
            if only and (one.bound, two.bound) == ("exact", "at-most"):
                continue  # "only two" is "no more than two"
            if case.kind != "quotation" and not _told(one, two):
                continue
            if case.partly and frozenset({_bound(case.post, one), _bound(case.passage, two)}) not in _OPPOSITE:
                continue
            agreed.add(one.start)
            yield Hit(
                message=f"The bound of the number changed: {contrasted(one, two)}.",
                confidence=_confidence(one, two),
                post=(one.start, one.end),
                passage=(two.start, two.end),
            )
        if not case.partly:
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
        limits = [
            dates.limit(side.text, day.start, day.end, side.language.code)
            for side, day in ((case.post, one), (case.passage, two))
        ]
        if None not in limits:
            if limits[0] != limits[1]:
                yield Hit(
                    message=f"It is the earliest on one side, the latest on the other: “{one.text}”, “{two.text}”.",
                    confidence=0.85,
                    post=(one.start, one.end),
                    passage=(two.start, two.end),
                    severity="error",
                )
            continue
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


def _told(one: Quantity, two: Quantity) -> bool:
    """Whether words of the reporter's own say something else: they may round, and put in a hedge that is only meant,
    but what is more than a number is not the number."""
    return one.bound != "exact" and (two.bound != "exact" or one.bound in ("more-than", "at-least"))


def _of_the_others(case: Case, one: Quantity, two: Quantity) -> bool:
    """Whether a reporter tells of those beyond a limit, of whom the post speaks too: "bis 2.500 Euro ... darüber"."""
    return (
        frozenset({_bound(case.post, one), _bound(case.passage, two)}) in _COMPLEMENTS
        and _BEYOND.search(case.post.text, one.end, one.end + _BEHIND) is not None
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


def _agree(case: Case, one: Quantity, two: Quantity) -> bool:
    shared = _bounds(case.post, one) & _bounds(case.passage, two)
    opposite = frozenset({_bound(case.post, one), _bound(case.passage, two)}) in _OPPOSITE
    # "Under five" and "over five" may each be a bare figure's, and are never each other's.
    return bool(shared) and not (opposite and shared == {"exact"})


def _denied(side: Side, quantity: Quantity) -> bool:
    begin, _ = clause_of(side, quantity)
    return any(begin <= cue.start < quantity.start and not cue.weak for cue in side.facts.negations)


def _bound(side: Side, quantity: Quantity) -> Bound:
    """The bound that is meant: "does not hold more than 60" is 60 at most."""
    return _DENIED.get(quantity.bound, quantity.bound) if _denied(side, quantity) else quantity.bound


def _bounds(side: Side, quantity: Quantity) -> frozenset[Bound]:
    """The bounds that a figure may have where it stands: what is denied of it from afar is its opposite, and "the
    proceeds are put at 6.8 million" hedges without a word beside it."""
    found = hedges(quantity, side.language.code)
    begin, end = clause_of(side, quantity)
    if _denied(side, quantity):
        found |= {table[bound] for table in (_DENIED, _LOOSELY_DENIED) for bound in found if bound in table}
    if "exact" in found and estimated(side.text, (begin, end), (quantity.start, quantity.end), side.language.code):
        found |= {"about"}
    return found


def _confidence(one: Quantity, two: Quantity) -> float:
    if frozenset({one.bound, two.bound}) in _OPPOSITE:
        return 0.95
    if "about" in (one.bound, two.bound):
        return 0.7
    return 0.8 if "exact" in (one.bound, two.bound) else 0.85


RULE = BoundChanged()
