"""Offices in reporting clauses ("the president said"), and platforms, which say where and not who."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.extract.speech.english import ADVERBS, AUXILIARIES, OFFICES, PLATFORMS, PREPOSITIONS, TIMES
from quotecheck.extract.speech.words import capital, low, possessive


def role_of(words: Sequence[str]) -> tuple[str, ...]:
    """ "the president" where the words in front of a verb end in it, as its subject; else ()."""
    left = list(words)
    while left and (left[-1].lower() in AUXILIARIES | ADVERBS or low(left[-1]) in TIMES or left[-1].lower() == "on"):
        left.pop()
    if not left or low(left[-1]) not in OFFICES or possessive(left[-1]):
        return ()
    for place in range(len(left) - 2, max(-1, len(left) - 6), -1):
        word = left[place].lower()
        if word == "the":
            before = left[place - 1].lower() if place else ""
            free = before not in PREPOSITIONS and before not in ("and", "or", "&")
            return tuple(left[place:]) if free else ()
        if not word.replace("-", "").isalpha() or word in PREPOSITIONS:
            return ()
    return ()


def role_ahead(words: Sequence[str]) -> tuple[str, ...]:
    """ "the president" where the words behind "said" or "according to" begin with it; else ()."""
    if not words or words[0].lower() != "the":
        return ()
    for place in range(1, min(len(words), 6)):
        if low(words[place]) in OFFICES and not possessive(words[place]):
            behind = words[place + 1].lower() if place + 1 < len(words) else ""
            return () if behind in ("of", "for", "and", "or", "who", "'s") else tuple(words[: place + 1])
        if not words[place].replace("-", "").isalpha() or possessive(words[place]):
            return ()
    return ()


def without_platforms(words: list[str]) -> list[str]:
    """`words` without "on X" and "via Truth Social": the place where somebody posts is not who posts."""
    kept: list[str] = []
    place = 0
    while place < len(words):
        word = words[place].lower()
        before = kept[-1].lower() if kept else ""
        placing = word in ("on", "via", "over", "through") or (word == "to" and before in ("took", "taken", "posted"))
        if placing:
            end = place + 1
            while end < len(words) and words[end].lower() in ("his", "her", "its", "their", "the", "own"):
                end += 1
            first = end
            while end < len(words) and capital(words[end]) and words[end].lower() in PLATFORMS:
                end += 1
            if end > first:
                place = end
                continue
        kept.append(words[place])
        place += 1
    return kept
