"""Numerals the English way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.translate.numerals import numeral, to_english


@pytest.mark.parametrize(
    ("lang", "written", "english"),
    [
        ("es", "5.000", "5,000"),
        ("es", "1.234.567,8", "1,234,567.8"),
        ("es", "3,5 %", "3.5%"),
        ("es", "3,5%", "3.5%"),
        ("es", "0,125", "0.125"),
        ("es", "12,75", "12.75"),
        ("fr", "85 000", "85,000"),
        ("fr", "85\u202f000", "85,000"),
        ("fr", "1\u00a0234\u00a0567,5\u00a0%", "1,234,567.5%"),
        ("it", "2.200.112", "2,200,112"),
        ("de", "10'000", "10,000"),
        ("hi", "1,00,000", "100,000"),
        ("hi", "१२,३४,५६७", "1,234,567"),
        ("ar", "٥٬٠٠٠", "5,000"),
        ("ar", "٣٫٥٪", "3.5%"),
        ("zh", "5,000", "5,000"),
        ("ja", "1.5", "1.5"),
        ("es", "20 %", "20%"),
    ],
)
def test_a_numeral_in_its_language(lang: str, written: str, english: str) -> None:
    assert numeral(written, lang) == english


@pytest.mark.parametrize(
    ("lang", "source", "passed_through", "english"),
    [
        ("es", "Hay 5.000 misiles.", "There are 5.000 missiles.", "There are 5,000 missiles."),
        ("es", "Son 5.000, dice.", "They are 5.000, he says.", "They are 5,000, he says."),
        ("es", "Sube un 3,5 % hoy", "It rises a 3,5 % today", "It rises a 3.5% today"),
        ("es", "cuesta $1.500,50", "it costs $1.500,50", "it costs $1,500.50"),
        ("es", "entre 1.000 y 2.000", "between 1.000 and 2.000", "between 1,000 and 2,000"),
        ("fr", "85 000 emplois", "85\u00a0000 jobs", "85,000 jobs"),
        ("es", "(5.000)", "(5.000)", "(5,000)"),
        ("ca", "un 0,5% menys", "a 0,5% less", "a 0.5% less"),
    ],
)
def test_what_an_engine_passes_through_is_rewritten(lang: str, source: str, passed_through: str, english: str) -> None:
    assert to_english(source, passed_through, lang) == english


@pytest.mark.parametrize(
    "text",
    [
        "el 23.10.2025 a las 12.30",
        "en 2025, 1998 y 1.5",
        "la versión 2.0.1 y 10.1.100",
        "https://t.co/5.000 y www.x.com/1.000",
        "@juan_5.000 #plan1.000",
        "llame al +34.600.123",
        "192.168.1.1",
        "el marcador fue 3-2 a las 21:30",
        "007.000 licencias",
        "5.0000 rublos",
        "A-1.000",
    ],
)
def test_what_is_no_plain_quantity_is_left_alone(text: str) -> None:
    assert to_english(text, text, "es") == text


def test_an_engine_that_writes_english_itself_is_not_corrected() -> None:
    assert to_english("Hay 5.000 misiles y 3,5 más", "There are 5,000 missiles and 3.5 more", "es") == (
        "There are 5,000 missiles and 3.5 more"
    )


def test_three_decimals_with_a_comma_may_be_a_mexican_thousand() -> None:
    assert to_english("5,000 pesos", "5,000 pesos", "es") == "5,000 pesos"


@given(st.integers(min_value=1000, max_value=10**15))
def test_every_grouped_whole_number(value: int) -> None:
    english = f"{value:,}"
    assert numeral(english.replace(",", "."), "es") == english
    assert numeral(english.replace(",", "\u202f"), "fr") == english


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["es", "fr", "hi", "ar", "zh", "en"]))
def test_any_text_at_all(source: str, translation: str, lang: str) -> None:
    result = to_english(source, translation, lang)
    assert "".join(filter(str.isalpha, result)) == "".join(filter(str.isalpha, translation))


@given(st.text(alphabet="0123456789.,'  %", max_size=80))
def test_digits_are_never_lost(text: str) -> None:
    result = to_english(text, text, "es")
    assert [c for c in result if c.isdigit()] == [c for c in text if c.isdigit()]


def test_a_megabyte_of_digits_takes_no_time() -> None:
    text = "1.000," * 100_000 + "1" * 400_000
    assert len(to_english(text, text, "es")) == len(text)
