"""A quantity under construction."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.fact import Bound

MAX_QUANTITIES = 500
"""A text with more numbers is a table; the rest of them is not read, which bounds the work of pairing."""


REGNAL = "regnal"
"""What stands for the name before a Roman numeral, which languages spell as they like: Juan Pablo II, John Paul II."""


class Draft:
    """A number found in the tokens, before its surroundings have been looked at.

    Attributes:
        first, stop: the tokens it takes, half open.
        scale: the last scale word's value, 1 where there is none.
        digits: it opens with digits.
        year_like: four digits without separators, 1000 to 2100.
        name: letters glued to it ("COVID" of COVID-19), where it is part of a name.
        hedge: the bound was said in words or by a sign.
        loose: other bounds that the same words may stand for.
    """

    __slots__ = (
        "also", "bound", "digits", "first", "hedge", "loose", "name", "role", "scale", "stop", "unit", "upper", "value",
        "weak", "year_like",
    )  # fmt: skip

    def __init__(
        self,
        first: int,
        stop: int,
        value: Fraction,
        *,
        also: tuple[Fraction, ...] = (),
        role: str = "cardinal",
        scale: Fraction = Fraction(1),
        digits: bool = False,
        weak: bool = False,
    ) -> None:
        self.first = first
        self.stop = stop
        self.value = value
        self.also = also
        self.upper: Fraction | None = None
        self.role = role
        self.scale = scale
        self.digits = digits
        self.weak = weak
        self.unit: str | None = None
        self.bound: Bound = "exact"
        self.loose: tuple[Bound, ...] = ()
        self.hedge = False
        self.year_like = False
        self.name = ""
