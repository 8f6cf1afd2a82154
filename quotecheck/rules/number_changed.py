"""number-changed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import structs

from quotecheck.facts import dates
from quotecheck.facts.fact import Day, Pairs, Quantity
from quotecheck.facts.quantities import kind_of, pair, same_figure, units_agree, without_restated
from quotecheck.facts.quantities.describe import explained, understood
from quotecheck.facts.quantities.units import convert, convertible
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.near_misses import near_miss, other_unit
from quotecheck.rules.number_places import about, bounded_alike, exchanged
from quotecheck.rules.numbers_implied import in_compound, scale_understood

_CALENDAR = frozenset({"cardinal", "ordinal", "date", "year"})
"""Roles that a figure of a date may have when only one side's date was recognised as one."""

_FROM_OUTSIDE = re.compile(
    r"(?i)(?:\b(?:after|before|nach|vor|après|avant|después de|tras|antes de|dopo il|dopo|prima del|após|depois de|po|"
    r"przed|před|после|до|після|na|voor|efter|före|după|înainte de)|بعد|قبل)"
    r"\s(?:(?:the end of|el|o|le|del|dem|rok\w*)\s)?\Z"
)
"""Words that bound a time by the year before it, or behind it."""

FAR_APART, IN_TWO_UNITS = Fraction(30), Fraction(3)
"""How many times as long, or as far, one measure may be as another that became it in a reporter's words; the same where
it is told in two units, of which no slip makes another."""
ABOVE = Fraction(5, 4)
"""How many times as many there may be as what a reporter says there are more than."""
WHOLE = Fraction(1, 16)
"""Share of a figure below ten by which it may differ from the whole number that a reporter makes of it."""
LIKE_AT_ALL = 0.3
"""Least cosine of what two figures are said of, where a reporter's sentence may tell of something else."""
LONGEST_LINK = 4
"""Letters from which on a word is seldom a preposition."""
_LINKS = frozenset(
    "after before during from into near nach over para pour sobre that this through until when where which while will "
    "with against between because also during hasta desde entre depuis avant après pendant durante dopo prima "
    "sowie oder über gegen seit bevor przed przez podczas oraz voor door tijdens eller under efter".split()
)
"""Words that may follow the day of a date."""
CLOSE_BEHIND = 30
"""Code points between a figure and what it is a part of."""


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
        passage = _without_days(in_passage, case.post.facts.days)
        post = _without_days(in_segment, case.passage.facts.days)
        pairs = pair(post, passage)
        elsewhere = [*elsewhere, *case.thread.quantities]
        at_hand = [*elsewhere, *case.context.quantities]
        quoted = case.kind == "quotation"
        changed = pairs.changed if quoted else _changed_in_own_words(case, pairs, post, passage)
        for one, two in changed:
            if other_unit(one, two):
                continue  # another rule says so
            if _known(two, elsewhere) or _is_date_of(two, case.thread.days):
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
            if _known(two, at_hand) or _is_date_of(two, (*case.thread.days, *case.context.days)):
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


def _without_days(quantities: Sequence[Quantity], days: Sequence[Day]) -> list[Quantity]:
    """Leave out what the other side has as a date: the dates are compared by their own rule."""
    return [quantity for quantity in quantities if not _is_date_of(quantity, days)]


def _is_date_of(quantity: Quantity, days: Iterable[Day]) -> bool:
    if quantity.role not in _CALENDAR or quantity.unit is not None or quantity.upper is not None:
        return False
    if quantity.role == "cardinal" and _counts(quantity.noun or ""):
        return False  # "12 acts" are no twelfth
    for day in days:
        figures: set[int | None] = {day.day, day.month, day.year}
        for resolved in (day.first, day.last):
            if resolved is not None:
                figures |= {resolved.day, resolved.year}
        if any(figure is not None and Fraction(figure) == quantity.value for figure in figures):
            return True
    return False


def _counts(noun: str) -> bool:
    """Whether the word behind a figure is what it counts, as far as its length tells."""
    return len(noun) >= LONGEST_LINK and noun == noun.lower() and noun not in _LINKS


def _known(quantity: Quantity, elsewhere: Iterable[Quantity]) -> bool:
    return any(same_figure(other, quantity) for other in elsewhere)


def _changed_in_own_words(
    case: Case, pairs: Pairs[Quantity], post: Sequence[Quantity], passage: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    """Figures of a reporter's own words that stand for others of the post, who may tell of other things besides."""
    if case.partly:
        post = _without_days(case.post.facts.quantities, case.passage.facts.days)
    free_post = [q for q in post if not q.weak and not _known(q, passage)]
    free_passage = [q for q in passage if not q.weak and not _known(q, post)]
    slips = {two: [one for one in free_post if near_miss(one, two, told=case.told)] for two in free_passage}
    found = [(ones[0], two) for two, ones in slips.items() if len(ones) == 1 and not _rounded(ones[0], two)]
    if case.told and case.unsure:
        return found
    if case.partly:
        return [(one, two) for one, two in found if (one.unit is None) == (two.unit is None)]
    taken = {two.start for _, two in found}
    for one, two in pairs.changed:
        if two.start in taken or _rounded(one, two) or not _of_one_measure(one, two):
            continue
        if _far_apart(one, two, FAR_APART if two in passage else IN_TWO_UNITS):
            continue
        alone = _certain_counterparts(one, two, free_post, free_passage)
        related = (case.told and _measured_alike(one, two)) or _years_bounded_alike(case, one, two)
        related = related or _behind_the_same(pairs, one, two) or _of_one_thing(case, one, two)
        if related and (alone or case.told) and not two.weak:
            found.append((one, two))
    return found


def _far_apart(one: Quantity, two: Quantity, most: Fraction) -> bool:
    """Whether two measures have nothing to do with each other: "eleven months" and "21 minutes"."""
    if one.unit is None or two.unit is None or not convertible(one.unit, two.unit):
        return False
    if one.value == two.value or not one.value or not two.value:
        return False
    times = convert(one.value, one.unit, two.unit) / two.value
    return bool(times > most or times * most < 1)


def _measured_alike(one: Quantity, two: Quantity) -> bool:
    """Whether both figures say what they measure, and it is one thing."""
    if one.unit is not None and two.unit is not None and convertible(one.unit, two.unit):
        return True
    return (one.unit or one.role) == (two.unit or two.role) != "cardinal"


def _years_bounded_alike(case: Case, one: Quantity, two: Quantity) -> bool:
    return one.role == two.role == "year" and bounded_alike(case, one, two)


def _year_beside(case: Case, one: Quantity, two: Quantity) -> bool:
    """Whether two years bound the same time, one of them from outside: "ab 2015", "after 2014"."""
    if not _years_bounded_alike(case, one, two):
        return False
    outside = [
        _FROM_OUTSIDE.search(side.text[: year.start]) is not None
        for side, year in ((case.post, one), (case.passage, two))
    ]
    mine = dates.edge(case.post.text, one.start, one.end, case.post.language.code)
    assert mine is not None
    step = 1 if mine.side == "start" else -1
    return two.value - one.value == step * (outside[0] - outside[1]) != 0


def _of_one_measure(one: Quantity, two: Quantity) -> bool:
    """Whether two figures measure the same kind of thing, in whatever unit, as far as both say what."""
    if one.unit is None or two.unit is None:
        bare, measured = (one, two) if one.unit is None else (two, one)
        return measured.unit is None or not _counts(bare.noun or "")  # 64 children are no half hour
    return units_agree(one, two) or convertible(one.unit, two.unit)


def _certain_counterparts(
    one: Quantity, two: Quantity, free_post: Sequence[Quantity], free_passage: Sequence[Quantity]
) -> bool:
    """Whether two figures of a kind are each the only one of it that could be meant."""
    kind = kind_of(two)
    if one.weak or two.weak or any(sum(kind_of(q) == kind for q in side) != 1 for side in (free_post, free_passage)):
        return False
    low, high = sorted((one.value, two.value))
    return kind != "count" or (low > 0 and high / low <= 20)


def _behind_the_same(pairs: Pairs[Quantity], one: Quantity, two: Quantity) -> bool:
    """Whether two figures stand close behind one that both sides have: "23 injured, two of them critically"."""
    return any(
        0 <= one.start - mine.end <= CLOSE_BEHIND and 0 <= two.start - theirs.end <= CLOSE_BEHIND and not mine.weak
        for mine, theirs in pairs.same
    )


def _rounded(one: Quantity, two: Quantity) -> bool:
    """Whether a reporter's figure is the post's with fewer digits: 40,000 hectares for 41,300, 2 million for 1.98."""
    if one.value <= 0 or one.role != two.role or one.role not in ("cardinal", "fraction"):
        return False
    if two.bound in ("more-than", "at-least") and two.value <= one.value <= two.value * ABOVE:
        return True  # "more than two dozen roads" are 26
    size = math.floor(math.log10(one.value))
    close = one.value.denominator != 1 and abs(one.value - two.value) <= one.value * WHOLE  # 9.2 is 9, but 1.5 not 2
    return (one.value >= 10 or close) and any(
        round(one.value / Fraction(10) ** (size - digits)) * Fraction(10) ** (size - digits) == two.value
        for digits in (0, 1)
    )


def _of_one_thing(case: Case, one: Quantity, two: Quantity) -> bool:
    """Whether what a reporter's figure is said of is at all like what the post's is said of."""
    if case.between is None:
        return True
    mine, theirs = about(case.post, case.segment, one), about(case.passage, (0, len(case.passage.text)), two)
    return bool(mine and theirs) and case.between([mine], [theirs])[0][0] >= LIKE_AT_ALL


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
