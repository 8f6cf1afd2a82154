"""quote-unmatched."""

from __future__ import annotations

from quotecheck.model import Article, Block, Quotation
from quotecheck.rules.base import ArticleState
from quotecheck.rules.quote_unmatched import RULE

TEXT = "“The museum by the harbour will be sold,” Botero wrote on X. “Never again,” she added."


def state(*unmatched: int) -> ArticleState:
    quotations = [
        Quotation(
            text=TEXT[start:end],
            speaker="Ana Botero",
            cue="wrote",
            parts=((0, start, end),),
            line=1,
            column=start + 1,
        )
        for words in ("The museum by the harbour will be sold,", "Never again,")
        for start, end in ((TEXT.index(words), TEXT.index(words) + len(words)),)
    ]
    article = Article(blocks=(Block(kind="paragraph", text=TEXT, line=1, column=1),), quotations=tuple(quotations))
    return ArticleState(article=article, quotation_languages=(), unmatched=unmatched)


def test_words_of_a_posts_author_that_no_post_renders_are_listed() -> None:
    (hit,) = RULE.check(state(0))
    assert "Ana Botero" in hit.message
    assert hit.block == (0, 1, 40)
    assert TEXT[1:40] == "The museum by the harbour will be sold,"


def test_words_that_a_post_renders_and_two_words_are_not() -> None:
    assert list(RULE.check(state())) == []
    assert list(RULE.check(state(1))) == []
