"""Negation: the cues in a text that deny, one for each denial.

Sources: the reference grammars' descriptions of sentential negation, negative concord and expletive negation in each
language; the lists in `data/` were written from knowledge of the languages, not gathered from any corpus.
"""

from __future__ import annotations

from quotecheck.facts.fact import Negation


def reads(lang: str) -> bool:
    """Whether the language's data can read negation."""
    from quotecheck.facts.language_data import load

    return "negation" in load(lang)


def read(text: str, lang: str) -> tuple[Negation, ...]:
    """The denials of a text, in order; "no ... nada" is one.

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
    """
    if not reads(lang):
        return ()
    from quotecheck.facts.language_data import load

    if "patterns" in load(lang)["negation"]:
        from quotecheck.facts.negation import unspaced

        return unspaced.read(text, lang)
    from quotecheck.facts.negation import spaced

    return spaced.read(text, lang)
