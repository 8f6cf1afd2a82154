"""A quantity as understood, in plain English, for messages."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.fact import Quantity

_BOUNDS = {
    "exact": "",
    "about": "about ",
    "at-least": "at least ",
    "more-than": "more than ",
    "at-most": "at most ",
    "less-than": "less than ",
    "range": "",
}


def understood(quantity: Quantity) -> str:
    """What a quantity was taken to mean: "more than 5000", "about 3.5 percent", "15:40"."""
    value = _figure(quantity, quantity.value)
    if quantity.upper is not None:
        joint = "–" if quantity.role == "score" else " to "
        value = f"{value}{joint}{_figure(quantity, quantity.upper)}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{_BOUNDS[quantity.bound]}{value}{unit}"


def explained(quantity: Quantity) -> str:
    """The words and what they were taken to mean, where that is not plain: "más de 5.000 → more than 5000"."""
    words, meaning = " ".join(quantity.text.split()), understood(quantity)
    return words if words == meaning else f"{words} → {meaning}"


def contrasted(post: Quantity, passage: Quantity) -> str:
    """Both sides of a difference that the hedge makes: a bare figure is said to be meant exactly."""
    return "; ".join(
        f"{' '.join(one.text.split())} → {'exactly ' if one.bound == 'exact' else ''}{understood(one)}"
        for one in (post, passage)
    )


def _figure(quantity: Quantity, value: Fraction) -> str:
    if quantity.role == "time":
        minutes = round(value * 60) % 1440
        return f"{minutes // 60}:{minutes % 60:02}"
    if quantity.role == "century" and value.denominator == 1:
        return f"{_ordinal(int(value))} century"
    if quantity.role == "decade":
        return f"'{int(value):02}s"
    if quantity.role == "ordinal" and value.denominator == 1:
        return _ordinal(int(value))
    if quantity.role == "multiplier":
        return f"{_plain(value)} times"
    if quantity.role == "fraction" and value.denominator <= 20 and value.denominator > 1:
        return f"{value.numerator}/{value.denominator}"
    return _plain(value)


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.4f}".rstrip("0").rstrip(".")


def _ordinal(value: int) -> str:
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
