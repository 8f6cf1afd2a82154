"""The `[dates]` table of a language, compiled, and the arithmetic of relative days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import spellings
from quotecheck.facts.vocabulary import Cues, vocabulary

Range = tuple[date, date]

BEFORE = r"(?<![^\W_])"
AFTER = r"(?![^\W_]|[\u0900-\u094f])"


class Calendar(Struct, frozen=True):
    """What a language calls its days.

    Attributes:
        lang: ISO 639-1.
        order: of the parts of a numeric date: "dmy", "mdy" or "ymd".
        capital: months and weekdays are written with a capital, so that "may" and "march" can be told apart.
        months, weekdays: name -> number (months from 1, Monday 0); a name may be a stem that ends in *.
        pattern: one expression that finds them all; its groups tell what was found.
        days: phrase -> days from today, the likeliest first. periods: phrase -> ("week", -1).
        seasons: phrase -> "spring" and so on. feasts: phrase -> (name, month, day), without month where it moves.
        names: everything above that has a name; None where words are not parted, so that any may be anywhere.
        behind_weekday: a day of the month that follows a weekday.
        lower: names of `days` that, inside a sentence, are other words where they have a capital.
        night_to: words before a weekday whose night is meant, which begins on the day before: "Nacht auf Sonntag".
        figures: what a date has that is written in figures, or whose figures are written together with its name.
        initials: letters that stand for a month after a day (11-S), and whole dates written so (11-m: the third month).
    """

    lang: str
    order: str
    capital: bool
    months: dict[str, int]
    weekdays: dict[str, int]
    pattern: re.Pattern[str]
    days: dict[str, tuple[int, ...]]
    periods: dict[str, tuple[str, int]]
    seasons: dict[str, str]
    feasts: dict[str, tuple[str, int | None, int | None]]
    initials: dict[str, int]
    names: Cues | None
    behind_weekday: re.Pattern[str] | None
    lower: Sequence[str]
    night_to: re.Pattern[str] | None
    figures: re.Pattern[str]

    def may_be_in(self, folded: str) -> bool:
        """Whether a folded text may name a day: `pattern` finds nothing where this does not hold."""
        return self.names is None or self.names.may_be_in(vocabulary(folded)) or self.figures.search(folded) is not None


def _feasts(table: dict[str, list[str]]) -> dict[str, tuple[str, int | None, int | None]]:
    """Feasts by their names: the key is "christmas 12-25", or the name alone where the day moves."""
    feasts: dict[str, tuple[str, int | None, int | None]] = {}
    for key, forms in table.items():
        name, _, fixed = key.partition(" ")
        month, _, day = fixed.partition("-")
        for form in forms:
            for spelling in spellings(form):
                feasts[spelling] = (name, int(month), int(day)) if fixed else (name, None, None)
    return feasts


def _expression(names: Iterable[str]) -> str:
    """An alternation of names, the longest first; a final * is any ending."""
    longest = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\*", r"\w{0,6}").replace(r"\ ", r"[\s'-]+") for name in longest)


def _spelled(groups: Sequence[Sequence[str]], first: int) -> dict[str, int]:
    return {
        spelling: number for number, names in enumerate(groups, first) for name in names for spelling in spellings(name)
    }


@cache
def calendar(lang: str) -> Calendar | None:
    """The compiled table, or None where the language has none."""
    table = load(lang).get("dates")
    if table is None:
        return None
    months = _spelled(table["months"], 1)
    weekdays = _spelled(table["weekdays"], 0)
    days = {
        s: tuple(map(int, offsets.split()))
        for offsets, forms in table["days"].items()
        for form in forms
        for s in spellings(form)
    }
    periods = {
        s: (key.rstrip("-0123456789"), int(key.lstrip("abcdefghijklmnopqrstuvwxyz")))
        for key, forms in table["periods"].items()
        for form in forms
        for s in spellings(form)
    }
    seasons = {s: name for name, forms in table.get("seasons", {}).items() for form in forms for s in spellings(form)}
    feasts = _feasts(table.get("feasts", {}))
    initials: dict[str, int] = table.get("initials", {})
    idle = [s for form in table["idle"] for s in spellings(form)]
    unspaced = table.get("unspaced", False)
    month = _expression(months)
    alone, behind = _alone(table.get("alone", {}), month)
    if unspaced:
        named = "|".join(sorted((name for name in weekdays), key=len, reverse=True))
        parts = [
            *_by_marks(table.get("marks")),
            rf"(?P<feast>{_expression(feasts) or '(?!)'})",
            rf"(?P<idle>{'|'.join(idle) or '(?!)'})",
            rf"(?P<season>{_expression(seasons) or '(?!)'})",
            rf"(?P<weekday>{named})",
            *([rf"(?<![\d月.,]){table['day_alone']}"] if "day_alone" in table else []),
            rf"(?P<day>{_expression(days)})",
            rf"(?P<period>{_expression(periods)})",
        ]
    else:
        number = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|er|\.?[ºª°]|\.)?"
        glue = r"\s*(?:de\s+|of\s+|d')?"
        year = r"(?:,?\s*(?:de\s+|del\s+|of\s+|năm\s+|г\.?\s*)?(?P<{0}>(?:1[5-9]|20)\d\d)(?!\d))?"
        parts = [
            rf"{BEFORE}(?P<feast>{_expression(feasts) or '(?!)'}){AFTER}",
            rf"{BEFORE}(?P<idle>{_expression(idle) or '(?!)'}){AFTER}",
            rf"{BEFORE}(?P<season>{_expression(seasons) or '(?!)'}){AFTER}",
            rf"(?<![\d.,/:])(?<![^א-ת]-){number.format('d1')}{glue}(?P<m1>{month}){AFTER}\.?{year.format('y1')}",
            rf"{BEFORE}(?P<m2>{month})\.?\s+(?:the\s+)?{number.format('d2')}(?![\d%]|[.,:]\d){year.format('y2')}",
            rf"{BEFORE}(?P<m3>{month})\.?{year.format('y3').rstrip('?')}",
            *alone,
            rf"{BEFORE}(?P<weekday>{_expression(weekdays)}){AFTER}",
            rf"{BEFORE}(?P<day>{_expression(days)}){AFTER}",
            rf"{BEFORE}(?P<period>{_expression(periods)}){AFTER}",
            rf"{BEFORE}(?P<lone>{month}){AFTER}",
        ]
    if initials:
        letters = "".join(letter for letter in initials if len(letter) == 1)
        parts.insert(0, rf"(?<![\w.,/-])(?P<ii>[0-3]?\d-[{letters}am])(?![\w/-])")
    if table["order"] == "mdy":
        parts.insert(0, r"(?<![\w/-])(?P<attacks>9/11)(?![\w/%-])")
    parts += [
        r"(?<![\d/.-])(?P<iy>(?:19|20)\d\d)[-/.](?P<im>\d{1,2})[-/.](?P<id>\d{1,2})(?![\d/.-]\d)",
        r"(?<![\d/.-])(?P<na>\d{1,2})(?P<sep>[/.-])(?P<nb>\d{1,2})(?P=sep)(?P<ny>(?:19|20)?\d\d)(?![\d/-]|\.\d)",
    ]
    return Calendar(
        lang,
        table["order"],
        table.get("capital", False),
        months,
        weekdays,
        re.compile("|".join(parts)),
        days,
        periods,
        seasons,
        feasts,
        initials,
        None if unspaced else Cues([*months, *weekdays, *days, *periods, *seasons, *feasts, *idle]),
        behind,
        [fold(word, keep_marks=True) for word in table.get("lower", ())],
        re.compile(rf"{BEFORE}(?:{_expression(table['night_to'])})\s+\Z") if "night_to" in table else None,
        re.compile(
            r"\d" if alone else r"\d(?:[/.-]\d|(?:st|nd|rd|th|er|[ºª])[^\W\d_]" + (r"|-\w)" if initials else ")")
        ),
    )


def _by_marks(marks: Sequence[str] | None) -> tuple[str, str, str]:
    """Dates whose parts each have their mark: 2024年3月5日, 2024년 3월 5일. Chinese characters where none are given."""
    if marks is not None:
        year, month, day = marks
        return (
            rf"(?<!\d)(?:(?P<cy>\d{{4}}){year} ?)?(?P<cm>\d{{1,2}}){month} ?(?P<cd>\d{{1,2}})(?:{day}|(?=[~-]))",
            rf"(?<!\d)(?P<dy>\d{{4}}){year} ?(?P<dm>\d{{1,2}}){month}",
            rf"(?<!\d)(?P<lone>\d{{1,2}}){month}",
        )
    return (
        r"(?:(?P<cy>\d{4})年)?(?P<cm>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?P<cd>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[日号號]|(?=[和与與及、至到~-]))",
        r"(?P<dy>\d{4})年(?P<dm>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?![\d一二三四五六七八九十])",
        r"(?<!\d)(?P<lone>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!\d|[間间]|光|球|[一二三四五六七八九十]|曜)",
    )


def _alone(table: dict[str, list[str]], month: str) -> tuple[list[str], re.Pattern[str] | None]:
    """Days of the month without the month ("el día 26", "am 26."), and what is one behind a weekday ("domingo 26")."""
    if not table:
        return [], None
    figure = r"(?<![\d.,:/])(?P<{}>[0-3]?\d)(?:st|nd|rd|th|er|\.?[ºª°])?(?![\d%]|[.,:/-]\d)"
    no_month = rf"(?!\s*(?:de\s+|of\s+)?(?:{month}){AFTER})"
    closing = r"\s*(?:[,;:!?)\]\"…](?!\s*\d)|\.(?!\s*[^\W\d_])|\Z)"
    ending = rf"(?={closing}|\s+(?:{'|'.join(table['before'])})(?!\w|\s+(?:\w{{1,3}}\s+)?\d))"

    def written(form: str, group: str) -> str:
        escaped = re.escape(fold(form.replace("#th", "#"), keep_marks=True)).replace(r"\ ", r"\s+")
        return escaped.replace(r"\#", figure.format(group))

    parts = [
        rf"{BEFORE}{written(form, f'n{index}')}{AFTER}{no_month}" for index, form in enumerate(table.get("named", ()))
    ]
    for form in table.get("forms", ()):
        rest = no_month if form.endswith(".") else ending
        parts.append(rf"{BEFORE}{written(form, f'n{len(parts)}')}{rest}")
    glue = "".join(rf"(?:{fold(word, keep_marks=True)}\s+)?" for word in table.get("glue", ()))
    return parts, re.compile(rf"[,\s]\s*\(?{glue}{figure.format('n')}(?:\.{no_month}|{ending})")


def number_of(names: dict[str, int], written: str) -> int | None:
    """The number of a month or weekday as it was found in a folded text."""
    written = " ".join(written.split())
    if written in names:
        return names[written]
    for name, number in names.items():
        if (name.endswith("*") and written.startswith(name[:-1])) or re.fullmatch(name, written):
            return number
    return None


def period(kind: str, offset: int, when: date) -> Range:
    """First and last day of the week, month or year so many from that of `when`."""
    if kind == "week":
        monday = when - timedelta(days=when.weekday()) + timedelta(weeks=offset)
        return monday, monday + timedelta(days=6)
    if kind == "month":
        months = when.year * 12 + when.month - 1 + offset
        return month_range(months // 12, months % 12 + 1)
    return date(when.year + offset, 1, 1), date(when.year + offset, 12, 31)


def month_range(year: int, month: int) -> Range:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def nearest_year(month: int, when: date) -> int:
    """The year that brings a month closest to `when`: in January, "December" is last year's."""
    distance = month - when.month
    if distance > 6:
        return when.year - 1
    return when.year + 1 if distance < -6 else when.year
