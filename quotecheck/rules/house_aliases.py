"""Names that the settings say are one: the house's spellings, nicknames and transliterations (`aliases`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names import unspaced
from quotecheck.rules.base import Case

Aliases = tuple[tuple[str, ...], ...]
Span = tuple[int, int]

_SHORTEST_DECLINED = 4
_LONGEST_ENDING = 4
"""Letters that a case may add to a name in the post's language: Kijów, Kijowem."""


def settled(case: Case) -> tuple[list[Span], list[Span]]:
    """Where post and passage name somebody or something by names that the settings say are one."""
    post: list[Span] = []
    passage: list[Span] = []
    for group in case.aliases:
        ours = _spans(group, case.post.text, declined=case.post.language.code != "en")
        theirs = _spans(group, case.passage.text, declined=False)
        if ours and theirs:
            post += ours
            passage += theirs
    return post, passage


def without(names: Sequence[Name], spans: Sequence[Span]) -> tuple[Name, ...]:
    """The names that lie in none of the spans."""
    return tuple(name for name in names if not covers(spans, name))


def covers(spans: Sequence[Span], name: Name) -> bool:
    """Whether a name shares words with one of the spans."""
    return any(name.start < end and start < name.end for start, end in spans)


def one(aliases: Aliases, some: str, other: str) -> bool:
    """Whether two names, each with whatever stands beside them ("President López Obrador"), are one by the settings."""
    return any(_spans(group, some, declined=True) and _spans(group, other, declined=True) for group in aliases)


def _spans(group: tuple[str, ...], text: str, *, declined: bool) -> list[Span]:
    return [found.span() for found in _pattern(group, declined).finditer(fold(text))]


@lru_cache(maxsize=512)
def _pattern(group: tuple[str, ...], declined: bool) -> re.Pattern[str]:
    return re.compile("|".join(_written(alias, declined) for alias in sorted(group, key=len, reverse=True)))


def _written(alias: str, declined: bool) -> str:
    words = r"\s+".join(re.escape(word) for word in fold(alias).split())
    if unspaced.has_unspaced(alias):
        return words
    ending = rf"\w{{0,{_LONGEST_ENDING}}}" if declined and len(alias) >= _SHORTEST_DECLINED else ""
    return rf"(?<!\w){words}{ending}(?!\w)"
