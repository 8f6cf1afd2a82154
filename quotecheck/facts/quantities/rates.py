"""What an amount is counted by: "300 people a day", "63 Euro im Monat", "每天800人"."""

from __future__ import annotations

from msgspec import Struct

from quotecheck.facts.quantities.phrase_table import span_of
from quotecheck.facts.quantities.tables import Tables, tables
from quotecheck.facts.quantities.tokens import DIGITS, WORD, Tokens, prepared, tokenize

MAX_LENGTH = 20_000
"""Code points of a text that are read."""

MAX_BETWEEN = 6
"""Words between the amount and what it is counted by: "80 hikers with a permit a day"."""

_COUNTING = frozenset(
    "second minute hour day week month quarter year kilometer mile meter kilogram gram metric-ton pound ounce liter "
    "gallon barrel hectare acre square-meter square-foot square-kilometer square-mile cubic-meter kilowatt-hour".split()
)
"""Units that amounts are counted by."""


class Rate(Struct, frozen=True):
    """What an amount is counted by, and where the text says so: `text == whole[start:end]`."""

    start: int
    end: int
    text: str
    unit: str


def read_rates(text: str, lang: str) -> tuple[Rate, ...]:
    """The units that a text counts its amounts by, in order.

    Args:
        text: as written; spans count in it.
        lang: its language (ISO 639-1).
    """
    known = tables(lang)
    if not known.rates and not known.per:
        return ()
    if known.script == "han":
        return _unspaced(text[:MAX_LENGTH], known)
    tokens = tokenize(text[:MAX_LENGTH], known.forms)
    rates: list[Rate] = []
    index = 0
    while index < len(tokens):
        found = span_of(known.rates, tokens.words, index) if tokens.words[index] in known.rate_starts else None
        if found is None:
            found = _counted_by(tokens, index, known)
        if found is None or not _amount_near(tokens, index, index + found[0], known):
            index += 1
            continue
        start, end = tokens.starts[index], tokens.ends[index + found[0] - 1]
        rates.append(Rate(start, end, text[start:end], found[1]))
        index += found[0]
    return tuple(rates)


def _counted_by(tokens: Tokens, index: int, known: Tables) -> tuple[int, str] | None:
    """ "a day", "por kilo", "/h": a word or sign that counts, and a unit."""
    if tokens.words[index] not in known.per or tokens.word(index - 1) in known.not_per:
        return None
    at = index + 1
    if tokens.word(at) == "'":
        at += 1
    found = span_of(known.units, tokens.words, at) if at < len(tokens) else None
    if found is None or found[1] not in _COUNTING or tokens.kind(at) == DIGITS:
        return None
    if span_of(known.not_rates, tokens.words, at + found[0]):
        return None
    return at + found[0] - index, found[1]


def _amount_near(tokens: Tokens, index: int, stop: int, known: Tables) -> bool:
    """Whether a number stands close before, or right after ("daily 80 hikers")."""
    for at in range(index - 1, max(-1, index - 2 - MAX_BETWEEN), -1):
        if _is_number(tokens, at, known):
            return True
        if tokens.words[at] in ".;:!?":
            break
    return any(_is_number(tokens, at, known) for at in range(stop, min(stop + 3, len(tokens))))


def _is_number(tokens: Tokens, at: int, known: Tables) -> bool:
    if tokens.kinds[at] == DIGITS:
        return True
    return tokens.kinds[at] == WORD and (tokens.words[at],) in known.words and tokens.words[at] not in known.per


def _unspaced(text: str, known: Tables) -> tuple[Rate, ...]:
    folded = prepared(text)
    rates = []
    taken = 0
    for at in range(len(folded)):
        if at < taken:
            continue
        for phrase, unit in known.rate_phrases:
            if folded.startswith(phrase, at):
                rates.append(Rate(at, at + len(phrase), text[at : at + len(phrase)], unit))
                taken = at + len(phrase)
                break
    return tuple(rates)
