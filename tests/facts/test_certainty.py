"""Hedges and hearsay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import certainty


@pytest.mark.parametrize(
    ("lang", "text", "level"),
    [
        ("es", "El alcalde presuntamente robó", "reported"),
        ("es", "El alcalde habría robado", "reported"),
        ("es", "Quizá mañana", "possible"),
        ("fr", "Le maire aurait volé", "reported"),
        ("fr", "Peut-être demain", "possible"),
        ("it", "Il sindaco avrebbe rubato", "reported"),
        ("it", "Forse domani", "possible"),
        ("pt", "O prefeito supostamente roubou", "reported"),
        ("de", "Er soll viel Geld gestohlen haben", "reported"),
        ("pl", "Rzekomo ukradł", "reported"),
        ("cs", "Údajně kradl", "reported"),
        ("ru", "Он якобы украл", "reported"),
        ("ar", "ربما غدا", "possible"),
        ("hi", "शायद कल", "possible"),
        ("zh", "据称他走了", "reported"),
        ("ja", "来るかもしれない", "possible"),
        ("en", "He allegedly stole", "reported"),
        ("en", "Perhaps tomorrow", "possible"),
    ],
)
def test_outright_cues(lang: str, text: str, level: str) -> None:
    assert level in [cue.level for cue in certainty.read(text, lang) if not cue.weak]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Puede nadar"),
        ("en", "He can swim"),
        ("en", "They met in May"),
        ("fr", "Il peut nager"),
        ("de", "Er kann gehen"),
    ],
)
def test_what_may_be_something_else_is_weak(lang: str, text: str) -> None:
    assert all(cue.weak for cue in certainty.read(text, lang))


@given(st.text(max_size=200), st.sampled_from(["en", "es", "fr", "de", "zh", "ja", "hi"]))
def test_spans_hold(text: str, lang: str) -> None:
    for cue in certainty.read(text, lang):
        assert text[cue.start : cue.end] == cue.text


def test_a_language_without_data_is_not_read() -> None:
    assert not certainty.reads("xx")
    assert certainty.read("perhaps", "xx") == ()
