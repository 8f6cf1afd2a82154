"""question-changed: a question became a statement, or the reverse."""

from __future__ import annotations

import pytest

from quotecheck.facts.fact import Facts
from quotecheck.model import Language, PassageKind
from quotecheck.rules.base import Case, Side
from quotecheck.rules.question_changed import RULE


def fires(post: str, lang: str, passage: str, kind: PassageKind = "quotation") -> bool:
    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=Facts())

    case = Case(post=side(post, lang), passage=side(passage, "en"), segment=(0, len(post)), kind=kind)
    return bool(list(RULE.check(case)))


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "¿Habrá elecciones?", "There will be elections."),
        ("es", "Habrá elecciones.", "Will there be elections?"),
        ("zh", "他会来吗？", "He will come."),
        ("ar", "هل يأتي؟", "He is coming."),
        ("fr", "Il part. Est-ce la fin ?", "He is leaving. It is the end."),
    ],
)
def test_fires(lang: str, post: str, passage: str) -> None:
    assert fires(post, lang, passage)


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "¿Habrá elecciones?", "Will there be elections?"),
        ("es", "¿Habrá elecciones?", "Will there be elections"),
        ("es", "Habrá elecciones", "Will there be elections?"),
        ("es", "Habrá elecciones, ¿no?", "There will be elections."),
        ("es", "¿Habrá elecciones?", "He asked whether there would be elections."),
        ("ja", "行きますか。", "Are you going?"),
    ],
)
def test_stays_silent(lang: str, post: str, passage: str) -> None:
    assert not fires(post, lang, passage)


@pytest.mark.parametrize(
    "headline",
    [
        "‘Will there be elections?’ minister answers",
        "Minister answers “Will there be elections?”; rivals wait.",
        'Elections are near. "Who knows?" says minister',
    ],
)
def test_what_a_headline_quotes_it_does_not_ask(headline: str) -> None:
    assert not fires("Habrá elecciones.", "es", headline, "headline")


def test_what_a_headline_asks_itself() -> None:
    assert fires("Habrá elecciones.", "es", "Will the minister's “early” elections come?", "headline")
