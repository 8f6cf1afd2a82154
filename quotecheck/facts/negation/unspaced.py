"""Negation in languages that do not part their words: patterns over characters."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from quotecheck.facts.fact import Negation
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load


class _Patterns(Struct, frozen=True):
    """All patterns of a language in one, and the role and sense of each of its groups."""

    any: re.Pattern[str]
    kinds: dict[str, tuple[str, str]]


@cache
def _patterns(lang: str) -> _Patterns:
    groups = load(lang)["negation"]["patterns"]
    return _Patterns(
        re.compile("|".join(f"(?P<kind{number}>{'|'.join(group['match'])})" for number, group in enumerate(groups))),
        {f"kind{number}": (group["role"], group.get("sense", "not")) for number, group in enumerate(groups)},
    )


def read(text: str, lang: str) -> tuple[Negation, ...]:
    """The denials of a text, in order. At each place the first group of patterns that fits takes it."""
    patterns = _patterns(lang)
    found: list[Negation] = []
    for match in patterns.any.finditer(fold(text, keep_marks=True)):
        role, sense = patterns.kinds[str(match.lastgroup)]
        start, end = match.span()
        if role != "idle" and end > start:
            weak = role == "weak"
            found.append(
                Negation(start=start, end=end, text=text[start:end], cue=match.group(), weak=weak, sense=sense)
            )
    return tuple(found)
