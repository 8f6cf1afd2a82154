"""The facts of a short text are read once; the language and the day are part of what is asked."""

from __future__ import annotations

from datetime import date

from quotecheck.facts import read


def test_a_repeated_text_is_not_read_again() -> None:
    text = "Ayer llegaron 27 barcos a Cartagena."
    assert read(text, "es") is read(text, "es")


def test_language_and_day_tell_readings_apart() -> None:
    text = "Ayer llegaron 1.234 barcos."
    values = {lang: [found.value for found in read(text, lang).quantities] for lang in ("es", "en")}
    assert 1234 in values["es"]
    assert values["es"] != values["en"]
    first, second = (read(text, "es", date(2024, 5, day)) for day in (2, 3))
    assert first.days != second.days


def test_a_long_text_is_read_alike_and_not_kept() -> None:
    text = "Llegaron 27 barcos. " * 200
    assert read(text, "es") == read(text, "es")
    assert read(text, "es") is not read(text, "es")
