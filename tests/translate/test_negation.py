"""Negations that Apertium drops are put back, and no others are made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.translate.engines.apertium.negation import restore


@pytest.mark.parametrize(
    ("source", "english", "restored"),
    [
        ("No habrá guerra.", "There will be war.", "There will not be war."),
        ("No habría elecciones.", "There would be elections.", "There would not be elections."),
        ("No habría habido guerra.", "There would have been war.", "There would not have been war."),
        ("Non haberá guerra.", "There will be war.", "There will not be war."),
        (
            "Habrá paz y no habrá guerra.",
            "There will be peace and there will be war.",
            "There will be peace and there will not be war.",
        ),
        ("¿Habrá guerra? No habrá.", "There will be war? There will be.", "There will be war? There will not be."),
        ("Nadie lo sabe.", "Anybody knows it.", "Nobody knows it."),
        ("Dice que nadie votó.", "It says that anybody voted.", "It says that nobody voted."),
        ("No creo, nadie vino.", "I do not believe, anybody came.", "I do not believe, nobody came."),
        ("Ningún país acepta.", "Any country accepts.", "No country accepts."),
        ("Ninguno lo sabe.", "Any knows it.", "None knows it."),
        ("Nada cambiará.", "At all it will change.", "Nothing will change."),
    ],
)
def test_a_lost_negation_is_put_back(source: str, english: str, restored: str) -> None:
    assert restore(source, english) == restored


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("Habrá guerra.", "There will be war."),
        ("No habrá llegado.", "It will not have arrived."),
        ("No, habrá guerra.", "No, there will be war."),
        ("No habrá guerra.", "There will not be war."),
        ("No habrán elecciones.", "They will not have elections."),
        ("No lo sabe nadie.", "It does not know it anybody."),
        ("Sin que nadie lo viera y sin nadie.", "Without anybody and without anybody and anybody."),
        ("No acepta ningún país.", "It does not accept any country."),
        ("Cualquiera puede.", "Any can, anybody can."),
        ("No habrá paz.", "There will be peace and there will be war."),
    ],
)
def test_what_is_right_or_unclear_is_left_alone(source: str, english: str) -> None:
    assert restore(source, english) == english


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_at_all(source: str, english: str) -> None:
    assert restore(source, english).isprintable() or not english.isprintable()


def test_long_texts_are_no_trap() -> None:
    assert restore("nadie " * 20_000, "anybody " * 20_000).count("anybody") == 19_999
