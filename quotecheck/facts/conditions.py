"""Conditions and exceptions: words that make a statement hold only sometimes ("if"), or not of all ("except").

Sources: the reference grammars of each language on conditional and exceptive clauses; the lists are in the
`[conditions]` table of the data files. English, the language a post is rendered in, has a wider list: what may render
another language's condition, which is only ever a counterpart.
"""

from __future__ import annotations

import re
from functools import cache

from quotecheck.facts.fact import Fact
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import PhraseBook, phrase_book

KINDS = ("condition", "exception")
_IDLE = "idle"
"""Phrases that begin like a condition and are none ("αν και", although)."""


class Condition(Fact, frozen=True, kw_only=True):
    """A word that limits a statement.

    Attributes:
        kind: "condition" or "exception".
    """

    kind: str


def reads(lang: str) -> bool:
    """Whether the language's data can read conditions."""
    return "conditions" in load(lang)


@cache
def _book(lang: str) -> PhraseBook:
    table = load(lang)["conditions"]
    return phrase_book({kind: table.get(kind, ()) for kind in (*KINDS, _IDLE)})


@cache
def _patterns(lang: str) -> re.Pattern[str] | None:
    table = load(lang)["conditions"]
    groups = [f"(?P<{kind}>{'|'.join(forms)})" for kind in KINDS if (forms := table.get(f"{kind}_patterns"))]
    return re.compile("|".join(groups)) if groups else None


def read(text: str, lang: str) -> tuple[Condition, ...]:
    """The conditions and exceptions of a text, in order.

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
    """
    if not reads(lang):
        return ()
    folded = fold(text, keep_marks=True)
    phrases = _book(lang).find(folded)
    found = [(start, end, phrase.label) for phrase, start, end in phrases if phrase.label != _IDLE]
    pattern = _patterns(lang)
    if pattern is not None:
        found += [(*match.span(), str(match.lastgroup)) for match in pattern.finditer(folded)]
    return tuple(Condition(start=start, end=end, text=text[start:end], kind=kind) for start, end, kind in sorted(found))
