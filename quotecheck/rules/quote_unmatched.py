"""quote-unmatched."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import ArticleRule, ArticleState, Hit

MIN_WORDS = 4
"""Fewer words may be anybody's, of anything."""

_CONFIDENCE = 0.6


class QuoteUnmatched(ArticleRule):
    """
    What it does: lists quotations that the article gives to the author of a post it shows, as written or posted, and
    that none of the posts renders. They were compared with nothing: they may come from a post that the page does not
    show, or from none.

    Examples: a post by Ana Botero about the ferry, and in the article “The museum will be sold,” Botero wrote on X.

    What to do: find the post that the words are from, and embed it, or say where else they are from.

    Reads: quotations of four words and more whose speaker is named like the author of a post.
    """

    name = "quote-unmatched"
    severity = "note"
    summary = "a quotation of a post's author, as posted, that no post here renders"

    def check(self, state: ArticleState) -> Iterable[Hit]:
        for number in state.unmatched:
            quotation = state.article.quotations[number]
            if len(quotation.text.split()) < MIN_WORDS:
                continue
            block, start, end = quotation.parts[0]
            yield Hit(
                message=f"The article gives these words to {quotation.speaker}, as posted, but no post here renders"
                " them: they were compared with nothing.",
                confidence=_CONFIDENCE,
                block=(block, start, end),
            )


RULE = QuoteUnmatched()
