"""quote-untranslated."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import ArticleRule, ArticleState, Hit

MIN_CONFIDENCE = 0.75
"""A title or a name in a foreign language is short and hard to tell; below this, say nothing."""

MIN_WORDS = 3
"""Two foreign words between marks are a term or a name, not an untranslated quotation."""


class QuoteUntranslated(ArticleRule):
    """
    What it does: points at words in a foreign language between quotation marks, with no English for them beside them:
    the reader of an English article cannot read them.

    Examples: a related headline left as “Algo grave está por venir”; a quotation pasted from the original.

    What to do: translate the quotation, or put a translation beside it in brackets.

    Reads: every language that the detector tells; quotations of three words and more, but no titles of works.
    """

    name = "quote-untranslated"
    severity = "note"
    summary = "a quotation in a foreign language, with no English beside it"

    def check(self, state: ArticleState) -> Iterable[Hit]:
        for quotation, language in zip(state.article.quotations, state.quotation_languages, strict=True):
            if quotation.kind != "speech" or language.code in ("en", "und") or language.confidence < MIN_CONFIDENCE:
                continue
            if len(quotation.text.split()) < MIN_WORDS or _translated(state, quotation.parts[-1]):
                continue
            block, start, _ = quotation.parts[0]
            end = quotation.parts[-1][2] if quotation.parts[-1][0] == block else quotation.parts[0][2]
            yield Hit(
                message=f"This quotation is in another language ({language.code}) and has no English beside it.",
                confidence=round(language.confidence, 2),
                block=(block, start, end),
            )


def _translated(state: ArticleState, part: tuple[int, int, int]) -> bool:
    """Whether a bracket or a second quotation follows at once, as a gloss does: “Vamos ya” (“Let's go now”)."""
    block, _, end = part
    after = state.article.blocks[block].text[end:].lstrip("\"'”’»›.,;: ")
    return after.startswith(("(", "["))


RULE = QuoteUntranslated()
