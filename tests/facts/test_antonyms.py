"""Words that have opposites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import antonyms

LANGUAGES = ["en", "es", "fr", "it", "pt", "de", "pl", "cs", "ru"]


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
    ],
)
def test_senses(lang: str, text: str, sense: str) -> None:
    assert sense in senses(text, lang)
    assert antonyms.OPPOSITE[sense] not in senses(text, lang)


def test_opposites_are_mutual() -> None:
    assert all(antonyms.OPPOSITE[other] == sense for sense, other in antonyms.OPPOSITE.items())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sense_of_a_table_has_an_opposite(lang: str) -> None:
    from quotecheck.facts.language_data import load

    assert set(load(lang)["antonyms"]) <= set(antonyms.OPPOSITE)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_spans_hold(text: str, lang: str) -> None:
    for found in antonyms.read(text, lang):
        assert text[found.start : found.end] == found.text
