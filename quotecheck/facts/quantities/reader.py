"""A text -> its quantities."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities.clock import in_their_half
from quotecheck.facts.quantities.draft import MAX_QUANTITIES, Draft
from quotecheck.facts.quantities.joining import merge
from quotecheck.facts.quantities.numerals import may_open, number_at
from quotecheck.facts.quantities.surroundings import complete
from quotecheck.facts.quantities.tables import Tables, tables
from quotecheck.facts.quantities.tokens import WORD, Tokens, tokenize

MAX_LENGTH = 100_000
"""Code points of a text that are read; no post and no passage is longer."""


def reads(lang: str) -> bool:
    """Whether the number words of a language (ISO 639-1) are known; of others, digits and signs are read."""
    return tables(lang).known


def read(text: str, lang: str) -> tuple[Quantity, ...]:
    """Read the quantities of a text, in their order.

    Args:
        text: as written; spans count in it.
        lang: its language (ISO 639-1). Of a language without number data, digits and unit signs alone are read.
    """
    known = tables(lang)
    text = text[:MAX_LENGTH]
    if known.script == "han":
        from quotecheck.facts.quantities import han

        return in_their_half(han.read(text, known), text, lang)
    if known.script == "hangul":
        from quotecheck.facts.quantities import hangul

        tokens = hangul.tokenize(text, known)
    else:
        tokens = tokenize(text, known.forms, keep_marks=known.keep_marks)
    return in_their_half(
        tuple(_quantity(draft, tokens) for draft in merge(_drafts(tokens, known), tokens, known)), text, lang
    )


def _drafts(tokens: Tokens, known: Tables) -> list[Draft]:
    drafts: list[Draft] = []
    free = floor = 0
    for index in may_open(tokens, known):
        if index < free or len(drafts) >= MAX_QUANTITIES:
            continue
        found = number_at(tokens, index, known)
        for draft in found:
            idle = drafts[-1] if drafts and drafts[-1].weak and drafts[-1].value <= 1 else None
            complete(draft, tokens, known, idle.first if idle and idle.stop == floor else floor)
            _settle(draft, tokens, known)
            floor = max(floor, draft.stop)
            if idle and draft.first <= idle.first:
                drafts.pop()  # "un" of "un mínimo de 5.000" belongs to the hedge
        drafts.extend(found)
        free = floor
    return drafts


def _settle(draft: Draft, tokens: Tokens, known: Tables) -> None:
    """What a number turns out to be with its hedge: "every fifth" is one in five, "below zero" counts nothing."""
    draft.weak = draft.weak or (draft.value == 0 and not draft.digits and draft.hedge)
    if draft.role == "fraction" and draft.weak and (draft.hedge or tokens.word(draft.first - 1) in known.by):
        draft.weak = False
    if (
        tokens.word(draft.stop - 1) in known.fortnight
        and draft.unit is None
        and tokens.word(draft.stop) not in known.of
    ):
        draft.unit, draft.weak = "day", True
    if draft.role != "ordinal" or draft.value < 2 or draft.value > 100 or draft.upper is not None:
        return
    if tokens.word(draft.first - 1) in known.every:
        draft.first -= 1
        draft.value, draft.upper, draft.role, draft.weak = Fraction(1), draft.value, "ratio", False
        hedge = known.before.get((tokens.word(draft.first - 1),))
        if hedge is not None:  # "fast jeder vierte"
            draft.first, draft.bound, draft.hedge = draft.first - 1, hedge, True


def _quantity(draft: Draft, tokens: Tokens) -> Quantity:
    start, end = tokens.starts[draft.first], tokens.ends[draft.stop - 1]
    noun = None
    if draft.name:
        noun = draft.name
    elif draft.unit is None and tokens.kind(draft.stop) == WORD:
        noun = tokens.written(draft.stop)
    return Quantity(
        start=start,
        end=end,
        text=tokens.original[start:end],
        value=draft.value,
        upper=draft.upper,
        also=draft.also,
        bound=draft.bound,
        loose=draft.loose,
        unit=draft.unit,
        role=draft.role,  # type: ignore[arg-type]
        noun=noun,
        weak=draft.weak,
    )
