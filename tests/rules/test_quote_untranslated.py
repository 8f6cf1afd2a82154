"""quote-untranslated."""

from __future__ import annotations

import pytest

from quotecheck.model import Article, Block, Language, Quotation
from quotecheck.rules.base import ArticleState, Hit
from quotecheck.rules.quote_untranslated import RULE

SPANISH = Language(code="es", confidence=0.95, method="detected")


def _hits(text: str, quoted: str, language: Language = SPANISH) -> list[Hit]:
    start = text.index(quoted)
    quotation = Quotation(
        text=quoted, speaker=None, cue=None, line=1, column=start + 1, parts=((0, start, start + len(quoted)),)
    )
    block = Block(kind="teaser", text=text, line=1, column=1)
    article = Article(blocks=(block,), quotations=(quotation,))
    return list(RULE.check(ArticleState(article=article, quotation_languages=[language])))


def test_a_foreign_quotation_is_pointed_at() -> None:
    (hit,) = _hits("El ministro avisa: “Esto no va a quedar así”", "Esto no va a quedar así")
    assert hit.block == (0, 20, 43)


@pytest.mark.parametrize(
    "language",
    [
        Language(code="en", confidence=1.0, method="declared"),
        Language(code="und", confidence=0.0, method="unsure"),
        Language(code="it", confidence=0.4, method="detected"),
    ],
)
def test_english_and_doubtful_quotations_are_let_be(language: Language) -> None:
    assert not _hits("He said “this will not stand at all”.", "this will not stand at all", language)


def test_two_words_are_a_term() -> None:
    assert not _hits("the “dolce vita” of Rome", "dolce vita")


def test_a_gloss_beside_it_is_a_translation() -> None:
    assert not _hits("“Esto no va a quedar así” (“This will not stand”), he wrote.", "Esto no va a quedar así")
