"""Negation in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import negation
from quotecheck.facts.negation.counterfactual import inserted, removed


def denials(text: str) -> list[str]:
    return [cue.text for cue in negation.read(text, "en") if not cue.weak]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn’t say so", ["didn’t"]),
        ("He did n't say so", ["n't"]),
        ("We cannot and will not go", ["cannot", "not"]),
        ("Nobody came, nor did anyone call", ["Nobody"]),
        ("They dont know", ["dont"]),
        ("There is no longer any doubt", ["no longer"]),
        ("Neither side won", ["Neither"]),
    ],
)
def test_denials(text: str, expected: list[str]) -> None:
    assert denials(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He won by no less than 300 votes",
        "Not only did he win, he smiled",
        "Mission No. 5 is under way",
        "It is a nice day, isn't it?",
        "No doubt he will come",
        "The union is united",
        "He feared nothing except God",
    ],
)
def test_what_only_looks_like_a_denial(text: str) -> None:
    assert [cue for cue in denials(text) if cue != "isn't"] == []


def test_prefixes_are_weak_and_common_words_are_not_taken_for_them() -> None:
    found = negation.read("Until the important union meets, it is unclear and homeless people wait", "en")
    assert [cue.text for cue in found if cue.sense == "privative"] == ["unclear", "homeless"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He cannot swim", "He can swim"),
        ("She won't go", "She will go"),
        ("He is not here", "He is here"),
        ("Nobody came", "everybody came"),
        ("We don’t know", "We do know"),
    ],
)
def test_turning_a_denial_round(text: str, expected: str) -> None:
    (cue,) = negation.read(text, "en")
    assert removed(text, cue) == expected


def test_inserting_a_denial_after_the_auxiliary_or_before_the_verb() -> None:
    assert ("He is not here", (3, 5)) in inserted("He is here")
    assert any(text.startswith("He did not signed") for text, _ in inserted("He signed"))
    assert ("I’m not leaving", (1, 3)) in inserted("I’m leaving")
    assert inserted("Bring bread and milk") == [("Bring bread but not milk", (12, 15))]
    assert inserted("War over") == [("It is not true that war over", (0, 8))]


@given(
    st.text(max_size=200),
    st.sampled_from(["en", "es", "fr", "it", "pt", "de", "pl", "cs", "ru", "ar", "hi", "zh", "ja"]),
)
def test_any_text_is_read_and_spans_hold(text: str, lang: str) -> None:
    for cue in negation.read(text, lang):
        assert text[cue.start : cue.end] == cue.text != ""


def test_a_language_without_data_is_not_read() -> None:
    assert not negation.reads("xx")
    assert negation.read("no no no", "xx") == ()


def test_a_particle_between_names_is_no_denial() -> None:
    assert denials("Fujiwara no Hirotsugu led the clan.") == []
    assert denials("There was no Russian tank in Odesa.") == ["no"]
