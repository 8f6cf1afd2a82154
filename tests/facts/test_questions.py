"""Questions and statements, by their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts.questions import is_question, moods


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("es", "¿Habrá elecciones?", ("question",)),
        ("es", "Habrá elecciones.", ("statement",)),
        ("es", "Habrá elecciones", ("unknown",)),
        ("es", "Habrá elecciones, ¿no?", ("unknown",)),
        ("es", "No sé cuándo vendrá.", ("unknown",)),
        ("en", "He left. Why?", ("statement", "question")),
        ("en", "He asked whether they would come.", ("unknown",)),
        ("en", "Mr. Smith paid $3.50 to the U.N. today.", ("statement",)),
        ("zh", "他会来吗？", ("question",)),
        ("zh", "他会来。", ("statement",)),
        ("ja", "行きますか。", ("unknown",)),
        ("ar", "هل تأتي؟", ("question",)),
        ("el", "Θα έρθει;", ("question",)),
        ("en", "We are leaving…", ("unknown",)),
    ],
)
def test_moods(lang: str, text: str, expected: tuple[str, ...]) -> None:
    assert moods(text, lang) == expected


def test_what_follows_the_last_mark_may_be_a_link_or_a_tag() -> None:
    assert is_question("¿Y ahora qué? 🤔 #Elecciones https://t.co/abc", "es")


@given(st.text(max_size=200))
def test_any_text_has_moods(text: str) -> None:
    assert all(mood in ("question", "statement", "unknown") for mood in moods(text, "en"))
