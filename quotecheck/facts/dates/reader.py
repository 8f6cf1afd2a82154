"""A text in its own language -> the days it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

from msgspec import structs

from quotecheck.facts.dates.calendar import Calendar, calendar, month_range, nearest_year, number_of, period
from quotecheck.facts.dates.spelled import day_beside
from quotecheck.facts.fact import Day
from quotecheck.facts.folding import fold

_HAN = {char: number for number, char in enumerate("〇一二三四五六七八九")}
_AMBIGUOUS = frozenset(
    {"may", "march", "mar", "mars", "sept", "sun", "sat", "dec", "set", "ago", "mai", "mag", "jan", "gen", "out", "dom"}
)
"""Short forms and names that are other words too: a month only beside a day or a year, or after a preposition."""

_PREPOSITION = re.compile(
    r"\b(?:in|of|by|as|before|after|since|until|till|last|this|next|early|late|mid|from|during|through|and|to|en|fin|début|debut|mi|de|du|mois|depuis|dal|al|nel|di|im|seit|bis|ende|anfang|mitte)[\s-]+\Z"
)

_YEAR_BESIDE = re.compile(r"\s*(?:(?:of|in|de|del|du|do|di|dell|nell|des|van|w|v|в|من|في|din|του)\b['’]?\s*|の)?")
"""What may stand between a month and the year that it is of: a space, and at most a preposition."""

_ORDINAL_ENDING = re.compile(r"st|nd|rd|th|er|-го|\.?[ºª°]|\.|[日号號일]")

MAX_LISTED = 4
"""Days in a list that shares one month."""

_WINDOW = 24
"""Code points before a date in which the earlier days of its list are looked for, one at a time."""

_EARLIER = re.compile(
    r"(?<!\d)([0-3]?\d)(?:st|nd|rd|th|er|\.?[ºª°]|\.)?\s*"
    r"(?:,|-|&|[yeioauаи]|et|ou|und|oder|bis|bis\s+zum|a[olu]|à|alle?|lub|nebo|az|az\s+do|do|или|по|до|to|and|or|through|until|till"
    r"|و|إلى|الى|حتى|से|और)\s*(?:(?:el|le|il|lo|os?|as|dem|den|der|the|am)\s+)?\Z"
)
_LATER = re.compile(
    r"\s*(?:(?:,\s*(?=[0-3]?\d(?:st|nd|rd|th)?\s*(?:,|and\b|&|or\b))|,?\s*(?:and|&|or)\s*)(?:the\s)?([0-3]?\d)(?:st|nd|rd|th)?(?=\s*(?:[.,;:)!?]|\Z|in\b|at\b|of\b|and\b|&|or\b))"
    r"|(?:-|to|through|until|till)\s*(?:the\s)?([0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,:]\d"
    r"|\s?(?:%|percent|per\b|million|billion|thousand|hundred|[ap]\.?\s?m\b)))"
)
_HAN_LATER = re.compile(r"\s?(?:[-~〜至到、和与與及]|から|と)\s?([0-3]?\d)[日号號]")


def reads(lang: str) -> bool:
    """Whether the language's data can read dates."""
    return calendar(lang) is not None


def read(text: str, lang: str, when: date | None = None) -> tuple[Day, ...]:
    """The days a text names, in order.

    A bare year is a number, not a date; so is a bare day of the month ("the 23rd president") but where its words or
    what follows say that it is one ("el domingo 26", "on the 19th.").

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
        when: the day it was published, which relative days and dates without a year count from.
    """
    known = calendar(lang)
    if known is None:
        return ()
    folded = fold(text, keep_marks=True)
    if not known.may_be_in(folded):
        return ()
    found: list[Day] = []
    numbered_at = -1
    for match in known.pattern.finditer(folded):
        if match.start() < numbered_at:
            continue
        day = _day(known, match, text, folded, when)
        if day is not None:
            found += [day, *_listed(match, day, text, folded, when)]
            if day.weekday is not None and known.behind_weekday is not None:
                numbered = known.behind_weekday.match(folded, match.end())
                if numbered is not None:
                    found += filter(None, [_alone(numbered, "n", text)])
                    numbered_at = numbered.end()
    return _in_their_years(sorted(found, key=lambda day: day.start), text, when)


def _in_their_years(days: list[Day], text: str, when: date | None) -> tuple[Day, ...]:
    """Months and days beside a year that is told by its distance: "en abril del año que viene", 来年4月."""
    found: list[Day] = []
    for day in days:
        before = found[-1] if found else None
        if before is not None and _YEAR_BESIDE.fullmatch(text, before.end, day.start):
            for year, dated in ((day, before), (before, day)):
                if year.period == "year" and year.first and dated.month and dated.year is None and not dated.feast:
                    place = (before.start, day.end, text[before.start : day.end])
                    joined = _dated(place, (year.first.year, dated.month, dated.day), when)
                    if joined is not None:
                        found[-1] = structs.replace(joined, year=None)  # no year is written
                        break
            else:
                found.append(day)
            continue
        found.append(day)
    return tuple(found)


def _listed(match: re.Match[str], day: Day, text: str, folded: str, when: date | None) -> list[Day]:
    """The other days of a list that shares its month: "22 y 23 de octubre", "July 17 and 22"."""
    if day.month is None or day.day is None:
        return []
    found: list[tuple[int, int, int]] = []
    if match.groupdict().get("d1"):
        start = match.start("d1")
        while len(found) < MAX_LISTED and (other := _EARLIER.search(folded[max(0, start - _WINDOW) : start])):
            start = max(0, start - _WINDOW) + other.start(1)
            found.append((start, start + len(other.group(1)), int(other.group(1))))
    elif match.groupdict().get("d2") or match.groupdict().get("cd"):
        end = day.end
        later = _LATER if match.groupdict().get("d2") else _HAN_LATER
        while len(found) < MAX_LISTED and (other := later.match(folded, end)) is not None:
            group = 1 if other.group(1) else 2
            found.append((other.start(group), other.end(group), int(other.group(group))))
            end = other.end()
    days = (
        _dated((begin, stop, text[begin:stop]), (day.year, day.month, number), when)
        for begin, stop, number in found
        if 1 <= number <= 31
    )
    return [listed for listed in days if listed is not None]


def _day(known: Calendar, match: re.Match[str], text: str, folded: str, when: date | None) -> Day | None:
    group = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span()
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")）":
        end -= 1
    place = (start, end, text[start:end])
    if "idle" in group:
        return None
    if "day" in group:
        if group["day"] in known.lower and text[start].isupper() and text[:start].rstrip()[-1:].isalnum():
            return None
        offsets = known.days[_key(known.days, group["day"])]
        return Day(
            start=place[0],
            end=place[1],
            text=place[2],
            first=when + timedelta(days=min(offsets)) if when else None,
            last=when + timedelta(days=max(offsets)) if when else None,
            offset=offsets[0],
            also=offsets[1:],
        )
    if "period" in group:
        kind, steps = known.periods[_key(known.periods, group["period"])]
        first, last = period(kind, steps, when) if when else (None, None)
        return Day(start=place[0], end=place[1], text=place[2], first=first, last=last, offset=steps, period=kind)
    if "season" in group:
        return Day(
            start=place[0], end=place[1], text=place[2], season=known.seasons[_key(known.seasons, group["season"])]
        )
    if "feast" in group:
        name, month, day = known.feasts[_key(known.feasts, group["feast"])]
        if (
            known.capital
            and not text[start].isupper()
            and not _lower(text)
            and not text[:start].endswith(("the ", "a "))
        ):
            return None
        fixed = _dated(place, (None, month, day), when) if month else None
        return Day(
            start=place[0],
            end=place[1],
            text=place[2],
            first=fixed.first if fixed else None,
            last=fixed.last if fixed else None,
            month=month,
            day=day,
            feast=name,
        )
    if "weekday" in group:
        weekday = number_of(known.weekdays, group["weekday"])
        if weekday is None or (known.capital and not text[match.start("weekday")].isupper() and not _lower(text)):
            return None
        nightly = known.night_to is not None and known.night_to.search(folded, max(0, start - _WINDOW), start)
        return Day(start=place[0], end=place[1], text=place[2], weekday=weekday, also=(-1,) if nightly else ())
    alone = next((name for name in group if name[0] == "n" and name[1:].isdigit()), None)
    if alone is not None:
        return _alone(match, alone, text)
    parts = _parts(known, group, match, text, folded)
    if parts is None:
        return None
    if parts[2] is None and ("lone" in group or "m3" in group):
        spelled = day_beside(known.lang, folded, match.start("lone" if "lone" in group else "m3"), end)
        if spelled is not None:
            number, begin, stop = spelled
            place, parts = (begin, stop, text[begin:stop]), (parts[0], parts[1], number)
    return _dated(place, parts, when)


def _alone(match: re.Match[str], group: str, text: str) -> Day | None:
    """A day of the month whose month goes without saying; which month it is of, nothing tells."""
    start, end = match.span(group)
    number = int(match.group(group))
    ending = _ORDINAL_ENDING.match(text, end)
    if ending is not None:
        end = ending.end()
        if ending.group().endswith(".") and text[end:].lstrip()[:1].isupper():
            return None  # "dem 9. Jahrhundert"
    return Day(start=start, end=end, text=text[start:end], day=number) if 1 <= number <= 31 else None


def _key(names: Mapping[str, object], written: str) -> str:
    folded = re.sub(r"[\s'-]+", " ", written)
    return next(name for name in names if re.sub(r"[\s'-]+", " ", name) == folded)


def _lower(text: str) -> bool:
    """Whether a text is written without capitals, so that their absence tells nothing."""
    return text == text.lower()


def _parts(
    known: Calendar, group: dict[str, str], match: re.Match[str], text: str, folded: str
) -> tuple[int | None, int, int | None] | None:
    """Year, month and day as stated, or None where the figures are no date."""
    if "lone" in group or "m3" in group:
        name = group.get("lone") or group["m3"]
        where = match.start("lone" if "lone" in group else "m3")
        if known.capital and not text[where].isupper() and not _lower(text):
            return None
        if "lone" in group and name in _AMBIGUOUS and not _PREPOSITION.search(folded[max(0, where - 10) : where]):
            return None
        month = number_of(known.months, name) or _han(name)
        return (int(group["y3"]) if "y3" in group else None, month, None) if month else None
    if "m1" in group or "m2" in group:
        month = number_of(known.months, group.get("m1") or group["m2"])
        year = group.get("y1") or group.get("y2")
        day = int(group.get("d1") or group["d2"])
        return (int(year) if year else None, month, day) if month and 1 <= day <= 31 else None
    if "attacks" in group:
        return (None, 9, 11)
    if "ii" in group:
        number, _, letter = group["ii"].partition("-")
        initial = known.initials.get(group["ii"]) or known.initials.get(letter)
        return _checked(None, initial, int(number)) if initial else None
    if "cm" in group:
        return _checked(int(group["cy"]) if "cy" in group else None, _han(group["cm"]), _han(group["cd"]))
    if "dm" in group:
        return _checked(int(group["dy"]), _han(group["dm"]), None)
    if "iy" in group:
        return _checked(int(group["iy"]), int(group["im"]), int(group["id"]))
    first, second, year_ = int(group["na"]), int(group["nb"]), int(group["ny"])
    if known.order == "mdy" and first <= 12:
        first, second = second, first
    return _checked(year_ if year_ > 99 else 2000 + year_, second, first)


def _checked(year: int | None, month: int | None, day: int | None) -> tuple[int | None, int, int | None] | None:
    if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return year, month, day


def _han(written: str) -> int | None:
    """A number up to 99 in digits or Chinese numerals."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.partition("十")
    if not ten:
        return _HAN.get(written)
    return 10 * (_HAN.get(tens, 1) if tens else 1) + (_HAN.get(ones, 0) if ones else 0)


def _dated(place: tuple[int, int, str], parts: tuple[int | None, int, int | None], when: date | None) -> Day | None:
    year, month, day = parts
    resolved = year or (nearest_year(month, when) if when else None)
    first = last = None
    if resolved is not None and MINYEAR <= resolved <= MAXYEAR:
        first, last = month_range(resolved, month)
        if day is not None:
            if day > last.day:
                return None
            first = last = first.replace(day=day)
    return Day(start=place[0], end=place[1], text=place[2], first=first, last=last, month=month, day=day, year=year)
