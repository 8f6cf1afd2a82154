"""Units and currencies: their signs in every language, and which can be converted into which.

Codes are ISO 4217 for currencies and CLDR unit identifiers for the rest. Factors are the exact definitions of the
international yard and pound (1959) and of the US liquid gallon, and the calendar's averages for months and years.
"""

from __future__ import annotations

from fractions import Fraction

PERCENT, POINT = "percent", "percentage-point"
CENT = "cent"
"""A hundredth of a dollar, a euro, a real: which one, the country tells."""

_F = Fraction
_MILE = _F("1609.344")

SCALES: dict[str, tuple[str, Fraction]] = {
    "millimeter": ("length", _F("0.001")),
    "centimeter": ("length", _F("0.01")),
    "meter": ("length", _F(1)),
    "kilometer": ("length", _F(1000)),
    "inch": ("length", _F("0.0254")),
    "foot": ("length", _F("0.3048")),
    "yard": ("length", _F("0.9144")),
    "mile": ("length", _MILE),
    "nautical-mile": ("length", _F(1852)),
    "light-year": ("length", _F(9_460_730_472_580_800)),
    "li": ("length", _F(500)),
    "verst": ("length", _F("1066.8")),
    "microgram": ("mass", _F("0.000000001")),
    "milligram": ("mass", _F("0.000001")),
    "gram": ("mass", _F("0.001")),
    "kilogram": ("mass", _F(1)),
    "metric-ton": ("mass", _F(1000)),
    "ounce": ("mass", _F("0.028349523125")),
    "pound": ("mass", _F("0.45359237")),
    "stone": ("mass", _F("6.35029318")),
    "jin": ("mass", _F("0.5")),
    "quintal": ("mass", _F(100)),
    "square-centimeter": ("area", _F("0.0001")),
    "square-meter": ("area", _F(1)),
    "square-kilometer": ("area", _F(1_000_000)),
    "hectare": ("area", _F(10_000)),
    "square-foot": ("area", _F("0.09290304")),
    "acre": ("area", _F("4046.8564224")),
    "square-mile": ("area", _MILE * _MILE),
    "mu": ("area", _F(2000, 3)),
    "tsubo": ("area", _F(400, 121)),
    "milliliter": ("volume", _F("0.001")),
    "centiliter": ("volume", _F("0.01")),
    "liter": ("volume", _F(1)),
    "cubic-meter": ("volume", _F(1000)),
    "gallon": ("volume", _F("3.785411784")),
    "pint": ("volume", _F("0.473176473")),
    "barrel": ("volume", _F("158.987294928")),
    "kilometer-per-hour": ("speed", _F(1)),
    "meter-per-second": ("speed", _F("3.6")),
    "mile-per-hour": ("speed", _F("1.609344")),
    "knot": ("speed", _F("1.852")),
    "watt": ("power", _F(1)),
    "kilowatt": ("power", _F(1000)),
    "megawatt": ("power", _F(10**6)),
    "gigawatt": ("power", _F(10**9)),
    "kilowatt-hour": ("energy", _F(1)),
    "megawatt-hour": ("energy", _F(1000)),
    "gigawatt-hour": ("energy", _F(10**6)),
    "terawatt-hour": ("energy", _F(10**9)),
    "second": ("duration", _F(1)),
    "minute": ("duration", _F(60)),
    "hour": ("duration", _F(3600)),
    "day": ("duration", _F(86400)),
    "week": ("duration", _F(7 * 86400)),
    "month": ("duration", _F(146097 * 86400, 4800)),
    "quarter": ("duration", _F(146097 * 86400, 1600)),
    "year": ("duration", _F(146097 * 86400, 400)),
    "decade": ("duration", _F(146097 * 86400, 40)),
    "century": ("duration", _F(146097 * 86400, 4)),
}
"""Unit -> (what it measures, how many of the base unit)."""

SIGNS: dict[str, str] = {
    "%": PERCENT, "٪": PERCENT, "％": PERCENT, "‰": "permille",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₩": "KRW",
    "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₡": "CRC", "₲": "PYG", "₸": "KZT", "₾": "GEL",
    "us $": "USD", "u $ s": "USD", "u $ d": "USD", "r $": "BRL", "a $": "AUD", "au $": "AUD", "c $": "CAD",
    "ca $": "CAD", "nz $": "NZD", "hk $": "HKD", "s $": "SGD", "nt $": "TWD", "mx $": "MXN", "s / .": "PEN",
    "kc": "CZK", "zl": "PLN", "rs .": "INR", "rs": "INR",
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "mi": "mile", "ft": "foot",
    "kg": "kilogram", "kilo": "kilogram", "kilos": "kilogram", "g": "gram", "mg": "milligram",
    "µg": "microgram", "μg": "microgram", "lb": "pound",
    "lbs": "pound", "oz": "ounce", "t": "metric-ton", "km²": "square-kilometer", "km 2": "square-kilometer",
    "m 2": "square-meter", "m 3": "cubic-meter", "cm 2": "square-centimeter", "cm 3": "milliliter",
    "m²": "square-meter", "ha": "hectare", "l": "liter", "ml": "milliliter", "cl": "centiliter", "m³": "cubic-meter",
    "km / h": "kilometer-per-hour", "kmh": "kilometer-per-hour", "kph": "kilometer-per-hour",
    "m / s": "meter-per-second", "mph": "mile-per-hour", "kn": "knot", "kt": "knot",
    "w": "watt", "kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt", "kwh": "kilowatt-hour",
    "mwh": "megawatt-hour", "gwh": "gigawatt-hour", "twh": "terawatt-hour",
    "° c": "celsius", "° f": "fahrenheit", "°": "degree", "℃": "celsius", "℉": "fahrenheit",
    "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "hz": "hertz", "khz": "kilohertz", "mhz": "megahertz",
    "ghz": "gigahertz",
}  # fmt: skip
"""Signs and symbols that mean the same in every language, folded, tokens set apart by spaces."""

CURRENCIES = frozenset(
    [
        "AED",
        "ARS",
        "AUD",
        "BDT",
        "BGN",
        "BHD",
        "BOB",
        "BRL",
        "BYN",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CRC",
        "CUP",
        "CZK",
        "DKK",
        "DOP",
        "DZD",
        "EGP",
        "EUR",
        "GBP",
        "GEL",
        "GTQ",
        "HKD",
        "HNL",
        "HRK",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JOD",
        "JPY",
        "KES",
        "KPW",
        "KRW",
        "KWD",
        "KZT",
        "LBP",
        "LKR",
        "LYD",
        "MAD",
        "MXN",
        "MYR",
        "NGN",
        "NIO",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PAB",
        "PEN",
        "PHP",
        "PKR",
        "PLN",
        "PYG",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "SAR",
        "SDG",
        "SEK",
        "SGD",
        "SYP",
        "THB",
        "TND",
        "TRY",
        "TWD",
        "UAH",
        "USD",
        "UYU",
        "UZS",
        "VES",
        "VND",
        "XAF",
        "XOF",
        "YER",
        "ZAR",
    ]
)
"""ISO 4217 codes that are read where they stand as codes."""

NAMED_ALIKE: dict[str, frozenset[str]] = {
    "dollar": frozenset(["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"]),
    "peso": frozenset(["MXN", "ARS", "CLP", "COP", "UYU", "CUP", "DOP", "PHP"]),
    "pound": frozenset(["GBP", "EGP", "LBP", "SYP", "SDG"]),
    "franc": frozenset(["CHF", "XAF", "XOF"]),
    "dinar": frozenset(["IQD", "KWD", "JOD", "BHD", "DZD", "TND", "LYD", "RSD"]),
    "dirham": frozenset(["AED", "MAD"]),
    "rial": frozenset(["IRR", "SAR", "QAR", "OMR", "YER"]),
    "crown": frozenset(["CZK", "SEK", "NOK", "DKK", "ISK"]),
    "rupee": frozenset(["INR", "PKR", "LKR", "NPR"]),
    "lira": frozenset(["TRY", "LBP", "SYP"]),
    "yuan": frozenset(["CNY", "TWD", "HKD"]),
    "won": frozenset(["KRW", "KPW"]),
    "rouble": frozenset(["RUB", "BYN"]),
}
"""Currencies that share a name: which one a bare "pound" is, the country tells. The name is a unit of its own."""

_NAMES_OF_MONEY = NAMED_ALIKE.keys() - {"pound"}

_SIGNED_DOLLAR = NAMED_ALIKE["dollar"] | NAMED_ALIKE["peso"] | {"dollar", "peso", "NIO"}
"""What a bare "$" may stand for. R$ is a sign of its own."""

_ALIKE = (
    frozenset({"GBP", "pound"}),
    frozenset({"degree", "celsius"}),
    frozenset({"degree", "fahrenheit"}),
    frozenset({"meter", "minute"}),
    frozenset({"meter", "meter-per-second"}),
    frozenset({"kilometer", "kilometer-per-hour"}),
    frozenset({"mile", "mile-per-hour"}),
    frozenset({"knot", "nautical-mile"}),
)
"""Pairs that one sign or word may stand for: pounds, degrees, "m", a speed whose "per hour" goes without saying."""


def is_currency(unit: str | None) -> bool:
    """Whether a unit is money: an ISO 4217 code, or a name that several currencies share."""
    return unit is not None and ((len(unit) == 3 and unit.isupper()) or unit in _NAMES_OF_MONEY or unit == CENT)


def convertible(one: str, other: str) -> bool:
    """Whether two units measure the same thing."""
    if {one, other} == {"celsius", "fahrenheit"}:
        return True
    return one in SCALES and other in SCALES and SCALES[one][0] == SCALES[other][0]


def convert(value: Fraction, unit: str, into: str) -> Fraction:
    """A value in another unit that measures the same thing (see `convertible`)."""
    if (unit, into) == ("celsius", "fahrenheit"):
        return value * 9 / 5 + 32
    if (unit, into) == ("fahrenheit", "celsius"):
        return (value - 32) * 5 / 9
    return value * SCALES[unit][1] / SCALES[into][1]


def agree(one: str | None, other: str | None, *, one_text: str = "$", other_text: str = "$") -> bool:
    """Whether two units can be the same as written: equal, unstated on a side, or one sign for both.

    Args:
        one_text, other_text: the quantities as written: a bare "$" stands for many currencies.
    """
    if one is None or other is None or one == other:
        return True
    if frozenset({one, other}) in _ALIKE:
        return True
    if {one, other} == {"kilometer", "kilogram"}:
        return any(text.endswith(("キロ", "킬로")) for text in (one_text, other_text))
    if {one, other} == {"JPY", "CNY"}:
        return "¥" in one_text + other_text or "￥" in one_text + other_text
    if "dollar" not in (one, other) and _shares_name(one, other):
        return True
    for unit, text, rest in ((one, one_text, other), (other, other_text, one)):
        if unit not in ("USD", "dollar") or rest not in _SIGNED_DOLLAR:
            continue
        if "$" in text or rest in NAMED_ALIKE["dollar"] or rest == "dollar":
            return True
    return False


def _shares_name(one: str, other: str) -> bool:
    return any(name in (one, other) and {one, other} <= currencies | {name} for name, currencies in NAMED_ALIKE.items())
