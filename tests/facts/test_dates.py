"""Dates, weekdays and relative days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import dates

FRIDAY = date(2025, 10, 24)
LANGUAGES = ["en", "es", "fr", "it", "pt", "de", "pl", "cs", "ru", "ar", "hi", "zh", "ja"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "on October 23, 2025"),
        ("en", "on 23rd of October 2025"),
        ("en", "on 10/23/2025"),
        ("es", "el 23 de octubre de 2025"),
        ("es", "el 23/10/2025"),
        ("fr", "le 23 octobre"),
        ("it", "il 23 ottobre"),
        ("pt", "em 23 de outubro"),
        ("de", "am 23. Oktober"),
        ("pl", "23 października"),
        ("cs", "23. října"),
        ("ru", "23 октября 2025 г."),
        ("ar", "في 23 أكتوبر"),
        ("hi", "23 अक्टूबर को"),
        ("zh", "2025年10月23日"),
        ("zh", "十月二十三日"),
        ("ja", "10月23日"),
        ("en", "2025-10-23"),
        ("en", "yesterday"),
        ("es", "ayer"),
        ("fr", "hier"),
        ("de", "gestern"),
        ("ru", "вчера"),
        ("zh", "昨天"),
        ("ja", "昨日"),
    ],
)
def test_one_day_in_every_dress(lang: str, text: str) -> None:
    (day,) = dates.read(text, lang, FRIDAY)
    assert day.first == day.last == date(2025, 10, 23)
    assert text[day.start : day.end] == day.text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "por la mañana"),
        ("es", "hoy en día"),
        ("en", "they may march on"),
        ("de", "am Morgen"),
        ("ru", "окружающую среду"),
        ("fr", "la planète Mars"),
        ("fr", "les sept sœurs"),
        ("en", "version 3.10.2"),
        ("en", "31 February 2020"),
    ],
)
def test_what_is_no_date(lang: str, text: str) -> None:
    assert dates.read(text, lang, FRIDAY) == ()


def test_a_date_without_a_year_is_the_nearest_one() -> None:
    (day,) = dates.read("el 30 de diciembre", "es", date(2026, 1, 3))
    assert day.first == date(2025, 12, 30)


def test_weeks_months_and_lists() -> None:
    (week,) = dates.read("la semaine dernière", "fr", FRIDAY)
    assert (week.first, week.last) == (date(2025, 10, 13), date(2025, 10, 19))
    (month,) = dates.read("in May", "en", FRIDAY)
    assert (month.first, month.last) == (date(2025, 5, 1), date(2025, 5, 31))
    assert [(d.month, d.day) for d in dates.read("el 22 y 23 de octubre", "es")] == [(10, 22), (10, 23)]
    assert [(d.month, d.day) for d in dates.read("on July 17 and 22, he", "en")] == [(7, 17), (7, 22)]


def changed(post: str, lang: str, passage: str, when: date | None, published: date | None) -> bool:
    return bool(dates.pair(dates.read(post, lang, when), dates.read(passage, "en", published)).changed)


def test_days_compared() -> None:
    assert not changed("ayer", "es", "on Thursday", FRIDAY, FRIDAY)
    assert changed("ayer", "es", "on Monday", FRIDAY, FRIDAY)
    assert not changed("ayer", "es", "on Monday", None, None)  # nothing says which day yesterday was
    assert changed("el miércoles", "es", "on Thursday", None, None)
    assert changed("el 23 de octubre", "es", "on October 24", FRIDAY, FRIDAY)
    assert not changed("hoy", "es", "yesterday", date(2025, 10, 23), FRIDAY)
    assert changed("hoy", "es", "next week", FRIDAY, FRIDAY) is False
    assert changed("hoy", "es", "tomorrow", None, None)  # an article is never older than the post
    assert not changed("hoy", "es", "tomorrow", FRIDAY, FRIDAY)  # one day off: time zones
    assert changed("ayer", "es", "tomorrow", None, None)
    assert changed("ayer", "es", "tomorrow", FRIDAY, FRIDAY)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_spans_hold(text: str, lang: str) -> None:
    for day in dates.read(text, lang, FRIDAY):
        assert text[day.start : day.end] == day.text


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_numeric_dates_come_back(day: date) -> None:
    (found,) = dates.read(f"{day.day}/{day.month}/{day.year}", "es")
    assert found.first == day


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_twelve_months_and_seven_days(lang: str) -> None:
    from quotecheck.facts.dates.calendar import calendar

    known = calendar(lang)
    assert known is not None
    assert set(known.months.values()) == set(range(1, 13))
    assert set(known.weekdays.values()) == set(range(7))
