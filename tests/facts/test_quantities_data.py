"""Every phrase of every language's number data is read as the data says."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quotecheck.facts.language_data import languages, load
from quotecheck.facts.quantities import read, units_agree
from quotecheck.facts.quantities.units import SCALES, is_currency

READ = [lang for lang in languages() if "numbers" in load(lang)]
SPACED = [lang for lang in READ if load(lang)["numbers"].get("script") != "han"]
SHARED = 0.04
"""Share of a language's phrases that mean two things and are read as the other."""


def phrases(text: str) -> list[str]:
    return [phrase.replace("_", " ") for phrase in text.split()]


@pytest.mark.parametrize("lang", READ)
def test_hedges(lang: str) -> None:
    numbers = load(lang)["numbers"]
    space = "" if lang in ("zh", "ja") else " "
    wrong, total = [], 0
    for name, template in (("before", f"{{}}{space}5000"), ("after", f"5000{space}{{}}")):
        for bound, hedges in numbers[name].items():
            for hedge in hedges:
                total += 1
                text = template.format(hedge)
                found = [q for q in read(text, lang) if q.value == 5000]
                if [(q.bound, q.text) for q in found] != [(bound, text)]:
                    wrong.append((text, bound, [(q.bound, q.text) for q in found]))
    assert len(wrong) <= total * SHARED, wrong


@pytest.mark.parametrize("lang", READ)
def test_units(lang: str) -> None:
    space = "" if lang in ("zh", "ja") else " "
    wrong, total = [], 0
    for unit, text in load(lang)["units"].items():
        for phrase in phrases(text):
            total += 1
            found = [q for q in read(f"5{space}{phrase}", lang) if not q.weak]
            if [q.unit for q in found] != [unit]:
                wrong.append((phrase, unit, [(q.unit, q.text) for q in found]))
    assert len(wrong) <= total * SHARED, wrong


@pytest.mark.parametrize("lang", SPACED)
def test_number_words(lang: str) -> None:
    numbers = load(lang)["numbers"]
    wrong, total = [], 0
    for table in ("cardinals", "hundreds", "scales", "groups", "ordinals", "multipliers", "fractions", "weak", "vague"):
        for value, text in numbers.get(table, {}).items():
            for phrase in phrases(text):
                total += 1
                found = read(phrase, lang)
                if len(found) != 1 or Fraction(value) not in (found[0].value, *found[0].also):
                    wrong.append((table, phrase, value, [(q.text, q.value) for q in found]))
    assert len(wrong) <= total * SHARED, wrong


def test_units_are_known_codes() -> None:
    others = {"percent", "percentage-point", "permille", "basis-point", "degree", "celsius", "fahrenheit"}
    hours = {"kilowatt-hour", "megawatt-hour", "gigawatt-hour", "terawatt-hour"}
    for lang in READ:
        for unit in load(lang)["units"]:
            assert unit in SCALES or is_currency(unit) or unit in others | hours, (lang, unit)


def test_every_language_reads_five_thousand_alike() -> None:
    (english,) = read("5,000 km", "en")
    for lang in READ:
        (found,) = read("5000 km", lang)
        assert found.value == english.value
        assert units_agree(found, english), lang
