"""Every number that can be spelled out or formatted is read back."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import CONVERTER_CLASSES, num2words

from quotecheck.facts.quantities import read

SPELLED = {"en", "es", "fr", "it", "pt", "de", "pl", "cs", "ru", "ar", "ja", "uk", "nl"} & set(CONVERTER_CLASSES)
LEAST = 0.99

FORMATS = {
    "en": (",", "."),
    "es": (".", ","),
    "fr": ("\u202f", ","),
    "it": (".", ","),
    "pt": (".", ","),
    "de": (".", ","),
    "pl": ("\u00a0", ","),
    "cs": ("\u00a0", ","),
    "ru": ("\u00a0", ","),
    "zh": (",", "."),
    "ja": (",", "."),
    "hi": (",", "."),
    "ar": ("٬", "٫"),
}
"""Grouping and decimal marks, as CLDR 46 has them for each language's own country."""


JUMBLE = """
5 5.000 5,000 2 millones de % $ mil y medio más - / : 3/4 ½ XX siglo no 15 h 30 1.2.2020 万 亿 三 百 点 半 分之
million half a two and hundred , . ' # @ of dollars twenty first 1/5 quatre vingt und zwei
"""
PIECES = [*JUMBLE.split(), "\n"]


def sample(count: int, seed: int, *, top: int = 10**15) -> list[int]:
    """Numbers of every size, round ones as often as odd ones."""
    chance = random.Random(seed)
    numbers = list(range(1, 131))
    while len(numbers) < count:
        number = chance.randrange(1, 10 ** chance.randint(1, len(str(top)) - 1))
        if chance.random() < 0.4:
            number -= number % 10 ** chance.randint(0, max(0, len(str(number)) - 2))
        if number:
            numbers.append(number)
    return numbers


def values(text: str, lang: str) -> list[Fraction]:
    return [quantity.value for quantity in read(text, lang)]


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@pytest.mark.parametrize("lang", sorted(SPELLED))
def test_spelled_out_numbers_are_read_back(lang: str) -> None:
    numbers = sample(700, seed=7)
    wrong = []
    for number in numbers:
        spelled = num2words(number, lang=lang).replace("dicotto", "diciotto")  # num2words misspells it
        if values(spelled, lang) != [number]:
            wrong.append((number, spelled, values(spelled, lang)))
    assert len(wrong) <= len(numbers) * (1 - LEAST), wrong[:10]


@pytest.mark.parametrize("lang", sorted(FORMATS))
def test_formatted_numbers_are_read_back(lang: str) -> None:
    group, decimal = FORMATS[lang]
    wrong = []
    for number in sample(400, seed=11):
        text = grouped(number, group)
        if values(text, lang) != [number]:
            wrong.append((text, values(text, lang)))
        tenths = f"{text}{decimal}5"
        if values(tenths, lang) != [number + Fraction(1, 2)]:
            wrong.append((tenths, values(tenths, lang)))
    assert len(wrong) <= 8, wrong[:10]


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９"])
@given(number=st.integers(min_value=0, max_value=10**12))
@settings(max_examples=40, deadline=None)
def test_digits_of_every_script(digits: str, number: int) -> None:
    text = "".join(digits[int(figure)] for figure in str(number))
    assert values(text, "en") == [number]


@given(text=st.text(max_size=120), lang=st.sampled_from(sorted(FORMATS)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_spans_are_right(text: str, lang: str) -> None:
    for quantity in read(text, lang):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text


@given(
    pieces=st.lists(
        st.sampled_from(PIECES),
        max_size=14,
    ),
    joint=st.sampled_from(["", " "]),
    lang=st.sampled_from(sorted(FORMATS)),
)
@settings(max_examples=600, deadline=None)
def test_any_jumble_of_number_words_is_read(pieces: list[str], joint: str, lang: str) -> None:
    text = joint.join(pieces)
    for quantity in read(text, lang):
        assert text[quantity.start : quantity.end] == quantity.text
