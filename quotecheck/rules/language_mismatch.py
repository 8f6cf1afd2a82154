"""language-mismatch."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.language.codes import language_code
from quotecheck.rules.base import Hit, PostRule, PostState

_NEAR = (
    frozenset({"hr", "sr", "bs", "cnr"}),
    frozenset({"no", "da"}),
    frozenset({"id", "ms"}),
    frozenset({"cs", "sk"}),
    frozenset({"gl", "pt", "es", "ca"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"az", "tr"}),
)
"""Languages so near to each other that a short text is easily taken for the other; a word about them needs more."""
_MIN_CONFIDENCE = 0.85
_MIN_CONFIDENCE_NEAR = 0.95


class LanguageMismatch(PostRule):
    """
    What it does: notes that the embed declares one language and the text is in another. The text is believed, and
    read in its own language.

    Examples: an embed with `lang="en"` around “Nunca dije que fuera a dimitir”; `lang="ru"` around a text in Latin
    letters.

    What to do: nothing, where the text was read rightly; else give the language with `--lang`.

    Reads: every language that the detector tells.
    """

    name = "language-mismatch"
    severity = "note"
    summary = "the embed declares one language, the text is in another"

    def check(self, state: PostState) -> Iterable[Hit]:
        text = state.post.text
        declared = language_code(state.post.declared_language)
        found = state.language
        if not text or declared is None or not found.known or found.code == declared:
            return
        if found.method not in ("detected", "script"):
            return  # the caller's word, or the page's own
        near = any(declared in group and found.code in group for group in _NEAR)
        if found.confidence < (_MIN_CONFIDENCE_NEAR if near else _MIN_CONFIDENCE):
            return
        yield Hit(
            message=f"The embed declares the language {declared}, but the text is in {found.code}, and was read so.",
            confidence=round(found.confidence, 2),
            post=(0, len(text)),
        )


RULE = LanguageMismatch()
