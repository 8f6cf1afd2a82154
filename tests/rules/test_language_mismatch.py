"""The embed's word against the text's."""

from __future__ import annotations

import pytest

from quotecheck.language import identify
from quotecheck.model import Language, Post
from quotecheck.rules.base import Hit, PostState
from quotecheck.rules.language_mismatch import RULE

SPANISH = "Nunca dije que fuera a dimitir; dije que pensaría qué es lo mejor para el equipo cuando termine esto."


def hits(text: str | None, declared: str | None, language: Language | None = None) -> list[Hit]:
    return list(
        RULE.check(
            PostState(
                post=Post(platform="x", text=text, declared_language=declared),
                language=language or identify(text or "", declared=declared),
                translation=None,
                matched=True,
                unchecked_because=None,
                untranslated_hint=None,
                checked=(),
            )
        )
    )


@pytest.mark.parametrize("declared", ["en", "ru", "de-AT"])
def test_a_text_in_another_language_than_declared(declared: str) -> None:
    (hit,) = hits(SPANISH, declared)
    assert "is in es" in hit.message
    assert hit.post == (0, len(SPANISH))
    assert hit.passage is None


@pytest.mark.parametrize("declared", [None, "es", "es-419", "und", "zxx", "qme"])
def test_no_mismatch(declared: str | None) -> None:
    assert hits(SPANISH, declared) == []


def test_a_short_text_proves_nothing() -> None:
    assert hits("Vamos Maduro", "it") == []


def test_near_languages_need_more_certainty() -> None:
    unsure = Language(code="gl", confidence=0.9, method="detected")
    assert hits(SPANISH, "pt", unsure) == []
    assert hits(SPANISH, "fr", unsure) != []


def test_the_callers_word_and_posts_without_text() -> None:
    assert hits(SPANISH, "en", Language(code="es", confidence=0.99, method="given")) == []
    assert hits(None, "en") == []
