"""Phrases of a language's tables, looked up by the tokens they consist of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

MAX_PHRASE = 7
"""Longest phrase of a table, in tokens."""

Key = tuple[str, ...]
V = TypeVar("V")


class PhraseTable(dict[Key, V]):
    """What each phrase stands for. Complete when it is first looked into."""

    @cached_property
    def sizes(self) -> dict[str, tuple[int, ...]]:
        """How many tokens the phrases have that begin with a token, the longest first."""
        sizes: dict[str, set[int]] = {}
        for key in self:
            if len(key) <= MAX_PHRASE:
                sizes.setdefault(key[0], set()).add(len(key))
        return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


def span_of(phrases: PhraseTable[V], words: Sequence[str], start: int) -> tuple[int, V] | None:
    """The longest phrase that begins at a token: (number of tokens, what the table says of it)."""
    if start >= len(words):
        return None
    for size in phrases.sizes.get(words[start], ()):
        found = phrases.get(tuple(words[start : start + size]))
        if found is not None and start + size <= len(words):
            return size, found
    return None
