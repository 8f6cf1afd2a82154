"""A text in its own language -> the facts in it. Never through a translation: translations corrupt facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, lru_cache

from msgspec import structs

from quotecheck.facts.fact import Fact, Facts, Name, Quantity

_KEPT = 2048
"""Texts whose facts are remembered: a file of pairs often has the same post many times, hundreds of lines apart."""
_SHORT = 2000
"""Code points up to which a text is remembered, so that memory stays small."""

KINDS = ("numbers", "names", "dates", "negation", "certainty")


@cache
def readable(lang: str) -> frozenset[str]:
    """The kinds of fact that the data for a language (ISO 639-1) can read."""
    from quotecheck.facts import certainty, dates, names, negation, quantities

    readers = {
        "numbers": quantities,
        "names": names,
        "dates": dates,
        "negation": negation,
        "certainty": certainty,
    }
    return frozenset(kind for kind, reader in readers.items() if reader.reads(lang))


def read(text: str, lang: str, when: date | None = None) -> Facts:
    """Read the facts of a text.

    Args:
        text: the text as it was written; spans count in it.
        lang: its language (ISO 639-1); "und" where it is not known.
        when: the day it was published, which relative dates count from.
    """
    return _remembered(text, lang, when) if len(text) <= _SHORT else _read(text, lang, when)


def _read(text: str, lang: str, when: date | None) -> Facts:
    from quotecheck.facts import certainty, dates, names, negation, quantities, questions

    days = dates.read(text, lang, when)
    numbers = tuple(
        quantity
        for quantity in quantities.read(text, lang)
        if not any(day.start <= quantity.start and quantity.end <= day.end for day in days)
    )
    shares = [quantity for quantity in numbers if quantity.role == "ratio"]
    return Facts(
        quantities=numbers,
        names=tuple(_unless_number(name, numbers) for name in names.read(text, lang)),
        days=days,
        negations=tuple(
            cue  # "two out of three" lack nothing
            for cue in negation.read(text, lang)
            if not any(share.start <= cue.start and cue.end <= share.end for share in shares)
        ),
        certainties=certainty.read(text, lang),
        question=questions.is_question(text, lang),
        read=readable(lang),
    )


def _unless_number(name: Name, numbers: tuple[Quantity, ...]) -> Name:
    """A name, doubtful where it is a number shouted: "VENTISETTE", "TWENTY-SEVEN"."""
    shouted = name.text.isupper() and name.text.replace("-", "").isalpha() and not name.weak
    if shouted and any(one.start <= name.start and name.end <= one.end and not one.weak for one in numbers):
        return structs.replace(name, weak=True)
    return name


_remembered = lru_cache(maxsize=_KEPT)(_read)


def within(facts: Facts, start: int, end: int) -> Facts:
    """The facts that stand inside a part of the text; spans keep counting in the whole."""
    return _chosen(facts, lambda fact: fact.start < end and fact.end > start)


def outside(facts: Facts, spans: Sequence[tuple[int, int]]) -> Facts:
    """The facts that share no character with any of some parts of the text; spans keep counting in the whole."""
    return _chosen(facts, lambda fact: not any(fact.start < end and fact.end > start for start, end in spans))


def _chosen(facts: Facts, wanted: Callable[[Fact], bool]) -> Facts:
    return Facts(
        quantities=tuple(filter(wanted, facts.quantities)),
        names=tuple(filter(wanted, facts.names)),
        days=tuple(filter(wanted, facts.days)),
        negations=tuple(filter(wanted, facts.negations)),
        certainties=tuple(filter(wanted, facts.certainties)),
        question=facts.question,
        read=facts.read,
    )


def join(several: list[Facts]) -> Facts:
    """The facts of several texts together; spans lose their meaning."""
    return Facts(
        quantities=tuple(f for facts in several for f in facts.quantities),
        names=tuple(f for facts in several for f in facts.names),
        days=tuple(f for facts in several for f in facts.days),
        negations=tuple(f for facts in several for f in facts.negations),
        certainties=tuple(f for facts in several for f in facts.certainties),
        read=frozenset().union(*(facts.read for facts in several)),
    )
