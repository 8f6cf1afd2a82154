"""Words that have opposites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import antonyms

LANGUAGES = ["en", "es", "fr", "it", "pt", "de", "pl", "cs", "ru", "ar", "hi", "zh", "ja"]


def senses(text: str, lang: str) -> set[str]:
    return {found.sense for found in antonyms.read(text, lang)}


@pytest.mark.parametrize(
    ("lang", "text", "sense"),
    [
        ("en", "Prices rose", "rise"),
        ("es", "El paro subió", "rise"),
        ("fr", "avant le vote", "before"),
        ("it", "dopo il voto", "after"),
        ("pt", "depois do voto", "after"),
        ("de", "Die Preise sanken", "fall"),
        ("pl", "przed meczem", "before"),
        ("cs", "po zápase", "after"),
        ("ru", "цены упали", "fall"),
        ("en", "He was found not guilty", "innocent"),
        ("es", "El juez lo absolvió", "innocent"),
        ("ar", "برأت المحكمة الوزير", "innocent"),
        ("hi", "अदालत ने उन्हें बरी कर दिया", "innocent"),
        ("zh", "法院宣判他无罪", "innocent"),
        ("ja", "三人が負傷した", "injured"),
    ],
)
def test_senses(lang: str, text: str, sense: str) -> None:
    assert sense in senses(text, lang)
    assert not antonyms.OPPOSITES[sense] & senses(text, lang)


def test_opposites_are_mutual() -> None:
    assert all(sense in antonyms.OPPOSITES[other] for sense, others in antonyms.OPPOSITES.items() for other in others)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sense_of_a_table_has_an_opposite(lang: str) -> None:
    from quotecheck.facts.language_data import load

    table = load(lang)["antonyms"]
    assert {*table, *table.get("patterns", {})} - {"patterns", antonyms.IDLE} <= set(antonyms.OPPOSITES)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_spans_hold(text: str, lang: str) -> None:
    for found in antonyms.read(text, lang):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "At least ten, more or less."),
        ("es", "Al menos diez."),
        ("en", "He spent a year on death row."),
        ("zh", "他被判死刑"),
    ],
)
def test_a_phrase_hides_what_its_words_mean_elsewhere(lang: str, text: str) -> None:
    assert not {"more", "less", "dead"} & senses(text, lang)


def test_two_forms_of_one_sense_are_one_word() -> None:
    assert [found.sense for found in antonyms.read("Il a perdu.", "fr")] == ["lose"]
