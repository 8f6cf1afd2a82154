"""Numbers, their scales, bounds and units, and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from falsify.change import Change, cased, pick

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_NUMBER = re.compile(r"(?<![\w.,:/+–-])\d[\d,]*(?:\.\d+)?(?![\w:/–-])(?![.,]\d)")
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\s+(?:\d\d? (?:to|and|or|until|through) )?$")
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?(?:{'|'.join(MONTHS)})\b")
_CLOCK_AFTER = re.compile(r"\s*(?:[ap]\.?m\b|o'clock|hours? GMT)", re.IGNORECASE)
_WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
_SPELT = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_WORDS)})(?= (?!of\b|hundred\b|thousand\b|million\b|billion\b|trillion\b)[a-z])",
    re.IGNORECASE,
)
_SCALES = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
_SCALE = re.compile(rf"(?<=[\d\w] )(?:{'|'.join(_SCALES)})\b")

_BOUNDS = {
    "more than": "fewer than",
    "over": "under",
    "at least": "at most",
    "no less than": "at most",
    "no fewer than": "at most",
    "up to": "at least",
    "at most": "at least",
    "less than": "more than",
    "fewer than": "more than",
    "nearly": "more than",
    "almost": "more than",
}
_DROPPED = ("more than", "over", "at least", "up to", "at most", "less than", "fewer than")
"""Bounds that a sentence can do without."""
_AMOUNT = rf"(?=\s+(?:[$€£]\s?)?(?:\d|(?:{'|'.join(_WORDS)}|a hundred|a thousand|one|half)\b))"
_BOUND = re.compile(rf"(?<![\w-])(?<!\bno )(?:{'|'.join(_BOUNDS)}){_AMOUNT}", re.IGNORECASE)
_DURATION = re.compile(r"over \S+ (?:more )?(?:years|months|weeks|days|hours|minutes)\b", re.IGNORECASE)

_UNITS = (
    ("euros", "dollars"),
    ("dollars", "euros"),
    ("pounds", "euros"),
    ("yen", "dollars"),
    ("pesos", "euros"),
    ("yuan", "dollars"),
    ("rupees", "dollars"),
    ("rubles", "dollars"),
    ("roubles", "dollars"),
    ("kilometres", "miles"),
    ("kilometers", "miles"),
    ("kilometre", "mile"),
    ("metres", "feet"),
    ("meters", "feet"),
    ("centimetres", "inches"),
    ("centimeters", "inches"),
    ("kilograms", "pounds"),
    ("kilos", "pounds"),
    ("tonnes", "kilos"),
    ("tons", "kilos"),
    ("litres", "gallons"),
    ("liters", "gallons"),
    ("hectares", "acres"),
    ("minutes", "hours"),
    ("hours", "days"),
    ("weeks", "months"),
    ("months", "years"),
    ("percent", "percentage points"),
    ("per cent", "percentage points"),
)
_COUNT = rf"(?:\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})"
_THING = rf"(?!(?:of|out|{'|'.join((*MONTHS, *_SCALES, *(one for one, _ in _UNITS)))})\b)[a-z]+"
_TWO_COUNTS = re.compile(
    rf"(?<![\w.,:/+–-])(?P<one>{_COUNT}) {_THING}(?: [a-z]+){{0,3}}(?:,| and|, and| but)(?: [a-z]+){{0,3}}"
    rf" (?P<two>{_COUNT}) {_THING}",
    re.IGNORECASE,
)
"""Two numbers of things that are counted, not measured: of one sort, so that either might be the other's."""

_UNIT = re.compile(
    rf"(?<=[\d\w] )(?:{'|'.join(one for one, _ in _UNITS)})\b(?! (?:old|ago))|(?<=\d)%(?!\w)", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"(?:[\d,.]+|\b(?:{'|'.join(_WORDS)}|hundred|{'|'.join(_SCALES)}))(?: (?:hundred|{'|'.join(_SCALES)}))? ?$",
    re.IGNORECASE,
)

_RELATIVE = {
    "yesterday": "today",
    "today": "yesterday",
    "tomorrow": "yesterday",
    "tonight": "yesterday",
    "last week": "last month",
    "last month": "last year",
    "last year": "last month",
    "next week": "next month",
    "next month": "next year",
    "next year": "next month",
}
_DATE = re.compile(
    rf"\b(?:{'|'.join(name for name in MONTHS if name != 'May')}|{'|'.join(WEEKDAYS)})\b"
    rf"|(?:(?<=\d )|(?<=\bin ))May\b|\bMay(?= \d)"
    rf"|\b(?:{'|'.join(_RELATIVE)})\b"
)


def other_numbers(text: str) -> Iterator[Change]:
    """Each figure with another leading digit; a year a few years off; spelt-out numbers above one. Clock times and days
    of a month stay."""
    figures = {match.group() for match in _NUMBER.finditer(text)}
    for match in _NUMBER.finditer(text):
        figure = match.group().rstrip(",")
        around = text[: match.start()], text[match.start() + len(figure) :]
        if _MONTH_AFTER.match(around[1]) or _CLOCK_AFTER.match(around[1]) or figure.strip("0,.") == "":
            continue
        year = len(figure) == 4 and figure.isdigit() and 1500 <= int(figure) <= 2100
        if _MONTH_BEFORE.search(around[0]) and not year:
            continue
        to = str(int(figure) - 7) if year else f"{(int(figure[0]) + 3) % 9 + 1}{figure[1:]}"
        if to not in figures:
            yield Change("date" if year else "value", match.start(), match.start() + len(figure), to)
    spelt = {match.group().lower() for match in _SPELT.finditer(text)}
    for match in _SPELT.finditer(text):
        others = [word for word in _WORDS if word not in spelt]
        if others and not _MONTH_AFTER.match(text[match.end() :]):
            to = pick(others, text, match.group())
            yield Change("value", match.start(), match.end(), cased(to, match.group()))


def other_scales(text: str) -> Iterator[Change]:
    """Millions for billions, and the like."""
    for match in _SCALE.finditer(text):
        if _COUNTED.search(text[: match.start()]):
            yield Change("scale", match.start(), match.end(), _SCALES[match.group()])


def other_bounds(text: str) -> Iterator[Change]:
    """At least for at most, more than for fewer than; and the bound left out."""
    for match in _BOUND.finditer(text):
        was = match.group().lower()
        if _DURATION.match(text, match.start()):
            continue
        yield Change("bound", match.start(), match.end(), cased(_BOUNDS[was], match.group()))
        if was in _DROPPED and match.start():
            # The number that stood behind the bound is what now says something else.
            end = match.end() + 1
            while end < len(text) and not text[end].isspace():
                end += 1
            yield Change("bound", match.start(), end, text[match.end() + 1 : end])


def other_places(text: str) -> Iterator[Change]:
    """Two counts of one sentence, each with a noun behind it, in each other's place."""
    for match in _TWO_COUNTS.finditer(text):
        first, second = match.group("one"), match.group("two")
        if first != second:
            between = text[match.end("one") : match.start("two")]
            yield Change("places", match.start("one"), match.end("two"), f"{second}{between}{first}")


def other_units(text: str) -> Iterator[Change]:
    """Another currency, length, weight or time for a number."""
    units = dict(_UNITS)
    for match in _UNIT.finditer(text):
        if _COUNTED.search(text[: match.start()]):
            to = units.get(match.group().lower(), " percentage points")
            yield Change("unit", match.start(), match.end(), to)


def other_days(text: str) -> Iterator[Change]:
    """Another month, weekday or relative day."""
    for match in _DATE.finditer(text):
        was = match.group()
        for names, step in ((MONTHS, 4), (WEEKDAYS, 3)):
            if was in names:
                to = names[(names.index(was) + step) % len(names)]
                if to not in text:
                    yield Change("date", match.start(), match.end(), to)
        if was in _RELATIVE and _RELATIVE[was] not in text:
            yield Change("date", match.start(), match.end(), _RELATIVE[was])
