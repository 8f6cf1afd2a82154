"""number-changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import structs

from quotecheck.facts import dates
from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities import kind_of, pair, without_restated
from quotecheck.facts.quantities.describe import explained, understood
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.near_misses import near_miss, other_unit
from quotecheck.rules.number_places import exchanged, years_bounded_alike
from quotecheck.rules.numbers_implied import in_compound, is_date_of, scale_understood, stands_in, without_days
from quotecheck.rules.own_figures import changed_in_own_words

_FROM_OUTSIDE = re.compile(
    r"(?i)(?:\b(?:after|before|nach|vor|après|avant|después de|tras|antes de|dopo il|dopo|prima del|após|depois de|po|"
    r"przed|před|после|до|після|na|voor|efter|före|după|înainte de)|بعد|قبل)"
    r"\s(?:(?:the end of|el|o|le|del|dem|rok\w*)\s)?\Z"
)
"""Words that bound a time by the year before it, or behind it."""


class NumberChanged(AlignmentRule):
    """
    What it does: points at a number in the passage whose counterpart in the post has another value, and at a number
    inside quotation marks that the post does not have at all. Values are compared, not spellings: 5.000 and 5,000,
    "mil millones" and "a billion", "quinze jours" and "two weeks", 100 km and 62 miles are the same. Digits that were
    copied with their separators and so mean another number are a change; where a post's country would tell (Spanish
    "1.875 millones": Madrid and Mexico), a note. A number that the passage leaves out is no finding: a partial quote is
    legitimate. Outside quotation marks the reporter may add figures of their own, so only a changed counterpart is
    reported there, and none that was rounded to one digit or two; where a sentence tells much else, only slips of the
    same unit are: digits that changed places, one other digit of three, a power of ten. A conversion in brackets says
    nothing new. Two numbers that stand on both sides, but each said of what the other counts, changed places: that is
    found by the words, names and days around them, and by "from", "instead of" and "of them".

    Examples: "más de 5.000 misiles" quoted as "more than 500 missiles"; "un billón" (10^12) quoted as "a billion";
    "476 drones et 48 missiles" quoted as "48 drones and 476 missiles".

    What to do: compare the two marked numbers with the original post, and correct the quotation.

    Reads: every language whose data file has numbers.
    """

    name = "number-changed"
    severity = "error"
    summary = "the same quantity has another value"
    needs = frozenset({"numbers"})
    reads_parts = True

    def check(self, case: Case) -> Iterable[Hit]:
        in_segment, elsewhere = _by_place(case)
        in_passage = without_restated(
            _of_one_unit(case.passage.facts.quantities, case.passage.text), case.passage.text, in_segment
        )
        in_segment = list(without_restated(in_segment, case.post.text, in_passage))
        passage = without_days(in_passage, case.post.facts.days)
        post = without_days(in_segment, case.passage.facts.days)
        pairs = pair(post, passage)
        elsewhere = [*elsewhere, *case.thread.quantities]
        at_hand = [*elsewhere, *case.context.quantities]
        quoted = case.kind == "quotation"
        changed = pairs.changed if quoted else changed_in_own_words(case, pairs, post, passage)
        for one, two in changed:
            if other_unit(one, two):
                continue  # another rule says so
            if stands_in(two, elsewhere) or is_date_of(two, case.thread.days):
                continue
            if in_compound(case.post.text, case.post.language.code, two) or scale_understood(case, one, two):
                continue
            if _year_beside(case, one, two):
                continue
            if quoted and case.unsure and not pairs.same and not near_miss(one, two):
                continue
            yield Hit(
                message=f"The number changed: {explained(one)} in the post; {explained(two)} in the passage.",
                confidence=_confidence(one, two, quoted),
                post=(one.start, one.end),
                passage=(two.start, two.end),
            )
        for one, two in pairs.same:
            if _by_the_rarer_convention(one, two):
                yield Hit(
                    message=f"The same digits, which mean another number in most countries: {explained(one)}"
                    f" in the post; {explained(two)} in the passage.",
                    confidence=0.5,
                    post=(one.start, one.end),
                    passage=(two.start, two.end),
                    severity="note",
                )
        swapped = exchanged(case, pairs.same)
        if swapped is not None:
            spans = swapped.spans()
            yield Hit(
                message=f"The numbers changed places: the passage says {understood(swapped.one[1])} of what the post"
                f" says {understood(swapped.other[0])} of, and the reverse.",
                confidence=swapped.confidence,
                post=spans[0],
                passage=spans[1],
            )
        if not quoted or case.truncated or (case.unsure and not pairs.same):
            return
        year_told = dates.tells_year(case.post.text, case.post.facts.days, case.post.language.code)
        for two in pairs.only_passage:
            if two.role == "year" and year_told:
                continue
            if stands_in(two, at_hand) or is_date_of(two, (*case.thread.days, *case.context.days)):
                continue
            if two.value == 0 and any(not cue.weak for cue in case.post.facts.negations):
                continue  # "nobody died", "zero deaths"
            if in_compound(case.post.text, case.post.language.code, two):
                continue
            left = pairs.only_post[0] if len(pairs.only_post) == 1 else None
            yield Hit(
                message=f"The post has no such number: {explained(two)}."
                + (f" It says {understood(left)}." if left else ""),
                confidence=0.85 if left else 0.75,
                post=(left.start, left.end) if left else case.segment,
                passage=(two.start, two.end),
            )


def _by_the_rarer_convention(one: Quantity, two: Quantity) -> bool:
    """Whether the post's number is the passage's only where its language groups as English does: "1.875 millones" is
    1,875 million in Madrid and 1.875 million in Mexico. A count is no fraction, whatever the country."""
    if two.value not in one.also or one.role != "cardinal":
        return False
    return one.value == 1000 * two.value or (two.value == 1000 * one.value and one.unit is not None)


def _by_place(case: Case) -> tuple[list[Quantity], list[Quantity]]:
    """The post's quantities inside the segment that the passage renders, and those outside it."""
    start, end = case.segment
    inside = [q for q in case.post.facts.quantities if q.start < end and q.end > start]
    return inside, [q for q in case.post.facts.quantities if not (q.start < end and q.end > start)]


def _of_one_unit(quantities: Sequence[Quantity], text: str) -> list[Quantity]:
    """English quantities, a fraction with the unit that it is one of: "a quarter of a metre" is 25 centimetres."""
    found: list[Quantity] = []
    for one in quantities:
        last = found[-1] if found else None
        if (
            last is not None
            and last.role == "fraction"
            and not last.weak
            and one.weak
            and one.unit is not None
            and one.value == 1
            and text[last.end : one.start] == " of "
        ):
            found[-1] = structs.replace(
                last, end=one.end, text=text[last.start : one.end], unit=one.unit, role=one.role, noun=one.noun
            )
        else:
            found.append(one)
    return found


def _year_beside(case: Case, one: Quantity, two: Quantity) -> bool:
    """Whether two years bound the same time, one of them from outside: "ab 2015", "after 2014"."""
    if not years_bounded_alike(case, one, two):
        return False
    outside = [
        _FROM_OUTSIDE.search(side.text[: year.start]) is not None
        for side, year in ((case.post, one), (case.passage, two))
    ]
    mine = dates.edge(case.post.text, one.start, one.end, case.post.language.code)
    assert mine is not None
    step = 1 if mine.side == "start" else -1
    return two.value - one.value == step * (outside[0] - outside[1]) != 0


def _confidence(one: Quantity, two: Quantity, quoted: bool) -> float:
    confidence = 0.95 if quoted else 0.7
    if kind_of(one) != kind_of(two):
        confidence -= 0.1
    if one.also or two.also:
        confidence -= 0.1
    if one.weak or two.weak:
        confidence -= 0.15
    return round(confidence, 2)


RULE = NumberChanged()
