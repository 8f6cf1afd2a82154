"""When two numbers are the same fact: converted, rounded, or said in another way."""

from __future__ import annotations

from fractions import Fraction
from math import floor, log10

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities.draft import REGNAL
from quotecheck.facts.quantities.units import CENT, PERCENT, POINT, SCALES, agree, convert, convertible, is_currency

HEDGED_TOLERANCE = Fraction(1, 20)
"""A hedged figure ("about") may be this far from the exact one."""

ROUND_SHARE = 8
"""Points, for the whole, that a percentage may be from a fraction that is hedged: "almost half" are 46 to 54%."""

PLAIN_TOLERANCE = Fraction(1, 100)
"""An unhedged rounding may be this far from a figure that has more digits."""

CONVERTED_TOLERANCE = Fraction(1, 50)
"""Conversions start from figures that are themselves rounded."""

_IDIOMATIC_DAYS = {(15, 14), (8, 7)}
"""Quinze jours, quince días are a fortnight; huit jours, acht Tage a week."""

_INDIAN = (10**5, 10**7)
"""Lakhs and crores have no English order of magnitude of their own: "lakhs" become "millions"."""

_ONE_WAY = frozenset({"year", "ordinal", "score", "time", "date", "decade", "century"})


class Atom:
    """One figure of a quantity: a range and a score have two."""

    __slots__ = ("also", "index", "kind", "quantity", "value")

    def __init__(self, quantity: Quantity, value: Fraction, index: int) -> None:
        self.quantity = quantity
        self.value = value
        self.also = quantity.also
        self.index = index
        self.kind = kind_of(quantity)

    @property
    def weak(self) -> bool:
        return self.quantity.weak

    @property
    def in_name(self) -> bool:
        """Part of a name, as 19 in COVID-19 or VI in Felipe VI."""
        if not self.quantity.weak or self.quantity.noun is None:
            return False
        return self.quantity.text[:1].isnumeric() or self.quantity.noun == REGNAL

    @property
    def vague(self) -> bool:
        """An order of magnitude: "thousands"."""
        return self.quantity.weak and self.quantity.bound == "about" and self.value >= 10


def kind_of(quantity: Quantity) -> str:
    """What sort of figure it is, for deciding which two may be counterparts."""
    if quantity.unit in (PERCENT, POINT, "permille"):
        return "percent"
    if is_currency(quantity.unit):
        return "currency"
    if quantity.role in ("cardinal", "age") and quantity.unit in SCALES:
        return "duration" if SCALES[quantity.unit][0] == "duration" else "measure"
    if quantity.role in ("cardinal", "age"):
        return "measure" if quantity.unit else "count"
    return quantity.role


def sameness(post: Atom, passage: Atom) -> float | None:
    """How far apart two renderings of one fact are, or None where they are not one fact.

    Returns:
        0 for the same value and unit; larger for what is the same only under another reading, conversion, rounding,
        or but for its unit (3).
    """
    one, two = post.quantity, passage.quantity
    distance = _distance(post, passage)
    if distance is None:
        return None
    if post.weak != passage.weak:
        distance += 0.4
    if post.in_name != passage.in_name:
        distance += 1.2
    elif post.in_name and one.noun != two.noun:
        distance += 0.3
    if post.kind != passage.kind:
        distance += 0.2
    return distance


def _distance(post: Atom, passage: Atom) -> float | None:
    one, two = post.quantity, passage.quantity
    units_agree = agree(one.unit, two.unit, one_text=one.text, other_text=two.text)
    if post.value == passage.value:
        if units_agree:
            return 0.0 if one.unit == two.unit else 0.1
        other = _other_form(post, passage)
        if other is not None:
            return other
        return 3.0 if _may_swap_units(one, two) else None
    if one.unit and two.unit and not (units_agree and one.unit == two.unit) and convertible(one.unit, two.unit):
        return 1.5 if _same_converted(post, passage) else None
    if not units_agree:
        return _other_form(post, passage)
    if passage.value in post.also or post.value in passage.also or set(post.also) & set(passage.also):
        return 1.0
    form = _other_form(post, passage)
    if form is not None:
        return form
    if post.vague or passage.vague:
        return 1.6 if _same_magnitude(post, passage) else None
    whole = post.in_name or passage.in_name or one.role in _ONE_WAY or two.role in _ONE_WAY
    if not whole and _same_rounded(post, passage):
        return 2.5
    return None


def _may_swap_units(one: Quantity, two: Quantity) -> bool:
    """Whether another unit on the same figure is a change of unit, and not another figure that happens to be equal."""
    return one.role == two.role or {one.role, two.role} <= {"cardinal", "age", "fraction"}


def _other_form(post: Atom, passage: Atom) -> float | None:
    """A clock's two halves, decades with and without the century, halves and percents, times and percents."""
    for a, b in ((post, passage), (passage, post)):
        kind, other = a.kind, b.kind
        if kind == "time" and other == "time":
            if not _hours(a).isdisjoint(_hours(b)):
                return 1.1
        elif kind == "time" and other in ("count", "ordinal"):
            if b.value <= 24 and (a.value == b.value or (a.value % 12 == b.value % 12 and b.value <= 12)):
                return 1.1
        elif kind == "decade" and other in ("decade", "year", "count", "ordinal"):
            if a.value == b.value % 100:
                return 1.1
        elif kind == "year" and other in ("count", "ordinal", "year"):
            if b.value < 100 and a.value % 100 == b.value and b.quantity.text.strip("'’").isdigit():
                return 1.4
        elif kind == "century" and other in ("count", "year", "decade", "ordinal", "duration"):
            if b.value == (a.value - 1) * 100:
                return 1.1
            if b.value == a.value:
                return 0.2
        elif a.quantity.unit == "permille" and b.quantity.unit == PERCENT:
            if a.value == b.value * 10:
                return 1.2
        elif a.quantity.unit == "basis-point" and b.quantity.unit in (POINT, PERCENT):
            if a.value == b.value * 100:
                return 1.2
        elif a.quantity.unit == CENT and kind == other == "currency":
            if a.value == b.value * 100 and b.quantity.unit != CENT:
                return 1.2
        elif kind == "fraction":
            loose = a.value * (ROUND_SHARE if a.quantity.bound == "about" else 2)
            if other == "percent" and abs(a.value * 100 - b.value) <= max(loose, Fraction(1, 2)):
                return 1.2
            if other in ("ordinal", "count") and a.value.numerator == 1 and b.value == a.value.denominator:
                return 1.4
        elif kind == "multiplier":
            if other == "percent" and b.value in (a.value * 100, (a.value - 1) * 100):
                return 1.2
            if other == "fraction" and a.value * b.value == 1:
                return 1.5
    return None


def _hours(atom: Atom) -> set[Fraction]:
    """The times of day that a clock time may mean; midnight is 0 and 24."""
    return {value % 24 for value in (atom.value, *atom.also)}


def share(quantity: Quantity) -> Fraction | None:
    """What part of the whole a ratio, a fraction or a percentage is, or None for other figures."""
    if quantity.role == "ratio" and quantity.upper:
        return quantity.value / quantity.upper
    if quantity.upper is not None:
        return None
    if quantity.unit == PERCENT:
        return quantity.value / 100
    return quantity.value if quantity.role == "fraction" and quantity.unit is None else None


def same_share(one: Quantity, two: Quantity) -> bool:
    """Whether "six in ten" on one side is 60% or three fifths on the other."""
    if "ratio" not in (one.role, two.role):
        return False
    a, b = share(one), share(two)
    return a is not None and b is not None and abs(a - b) <= Fraction(1, 150)


def _same_magnitude(post: Atom, passage: Atom) -> bool:
    """Dozens are tens, and thousands may be 5,000."""
    low, high = sorted((post.value, passage.value))
    if post.vague and passage.vague:
        return high <= low * (10 if low in _INDIAN or high in _INDIAN else 2)
    vague = post if post.vague else passage
    exact = passage if post.vague else post
    return not exact.weak and vague.value <= exact.value < vague.value * 100 and exact.kind not in _ONE_WAY


def _same_converted(post: Atom, passage: Atom) -> bool:
    one, two = post.quantity, passage.quantity
    if one.unit is None or two.unit is None:
        return False
    into = convert(post.value, one.unit, two.unit)
    if into == passage.value:
        return True
    if {one.unit, two.unit} == {"day", "week"}:
        days, weeks = (post.value, passage.value) if one.unit == "day" else (passage.value, post.value)
        return (int(days), int(weeks * 7)) in _IDIOMATIC_DAYS
    error = abs(into - passage.value)
    scale = max(abs(into), abs(passage.value))
    if one.unit in SCALES and SCALES[one.unit][0] == "duration":
        return error <= scale * CONVERTED_TOLERANCE
    if {one.unit, two.unit} == {"celsius", "fahrenheit"}:
        return error <= 1
    if error <= scale * CONVERTED_TOLERANCE:
        return True
    if two.bound != "exact" and error <= scale * HEDGED_TOLERANCE * 2:
        return True
    return rounded(into, significant(passage.value)) == passage.value


def _same_rounded(post: Atom, passage: Atom) -> bool:
    exact, shown, bound = post.value, passage.value, passage.quantity.bound
    if exact <= 0 or shown <= 0 or (exact < 10 and exact.denominator == 1):
        return False
    error = abs(exact - shown)
    digits = significant(shown)
    if digits >= significant(exact):
        return False
    if bound == "about":
        return error <= exact * HEDGED_TOLERANCE
    if bound in ("more-than", "at-least") and post.quantity.bound in ("exact", bound):
        return shown < exact and error <= exact / 10
    if bound in ("less-than", "at-most") and post.quantity.bound in ("exact", bound):
        return shown > exact and error <= exact / 10
    return digits >= 2 and error <= exact * PLAIN_TOLERANCE and rounded(exact, digits) == shown


def significant(value: Fraction) -> int:
    """How many significant digits a figure shows: 2 for 5,200,000."""
    if value.denominator == 1:
        return max(1, len(str(abs(int(value))).rstrip("0")))
    digits = f"{float(value):.6f}".strip("0").replace(".", "").lstrip("0")
    return max(1, len(digits))


def rounded(value: Fraction, digits: int) -> Fraction:
    """A value rounded to so many significant digits."""
    if not value:
        return value
    step = Fraction(10) ** (floor(log10(abs(value))) - digits + 1)
    return floor(value / step + Fraction(1, 2)) * step


def same_figure(one: Quantity, two: Quantity) -> bool:
    """Whether two quantities may state one figure, in value and unit, whatever their bounds."""
    if "ratio" in (one.role, two.role):
        return same_share(one, two)  # "one in 100" is not known from any "one"
    uppers = (one.upper, two.upper)
    if (uppers[0] is None) != (uppers[1] is None):
        whole = two if two.upper is None else one
        parts = one if two.upper is None else two
        return any(
            _close(Atom(parts, value, 0), Atom(whole, whole.value, 0))
            for value in (parts.value, parts.upper or parts.value)
        )
    if uppers[0] is not None and uppers[1] is not None:
        return {one.value, uppers[0]} == {two.value, uppers[1]}
    return _close(Atom(one, one.value, 0), Atom(two, two.value, 0))


def _close(one: Atom, two: Atom) -> bool:
    distance = sameness(one, two)
    return distance is not None and distance < 2.9


def units_agree(one: Quantity, two: Quantity) -> bool:
    """Whether the units as written can be one."""
    return agree(one.unit, two.unit, one_text=one.text, other_text=two.text)
