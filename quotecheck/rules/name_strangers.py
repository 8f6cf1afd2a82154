"""Names of a quotation, or of a part of a reporter's sentence, that are plainly another's: another country where either
side has one alone, and a person of whom one name is the same and the other quite another."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from quotecheck.facts.fact import Name
from quotecheck.facts.names.lexicon import key
from quotecheck.facts.names.matching import territories
from quotecheck.facts.names.mentions import in_english
from quotecheck.rules.base import Case
from quotecheck.rules.name_swaps import with_name, without_name

_PUT = 0.02
"""How much closer a part must come with the post's country in the other's place."""
_ALIKE = 0.5
"""Share of letters that two spellings of one name have in common, at least."""
_SHORTEST = 4
"""Shorter names are too like one another, or are particles."""


def other_country(case: Case) -> list[tuple[Name, Name]]:
    """The country, or its people, of a part of a reporter's sentence, and that of what it tells, where they are two,
    each the only one of its side, and neither is named anywhere on the other."""
    if not case.told or case.similar is None:
        return []
    start, end = case.segment
    mine = [name for name in case.post.facts.names if territories(name) and start <= name.start < end]
    theirs = [name for name in case.passage.facts.names if territories(name)]
    if len({territories(name) for name in mine}) != 1 or len({territories(name) for name in theirs}) != 1:
        return []
    ours, other = mine[0], theirs[0]
    if ours.weak is (in_english(other) == other.text):
        return []  # a Georgian singer may well sing in Italy
    everywhere = [*case.post.facts.names, *case.thread.names]
    around = [*case.passage.facts.names, *case.context.names]
    if _any_of(territories(other), everywhere) or _any_of(territories(ours), around):
        return []
    text = case.passage.text
    base, out, put = case.similar([text, without_name(text, other), with_name(text, other, in_english(ours))])
    return [(ours, other)] if put - base >= _PUT and put > out else []


def _any_of(places: frozenset[str], found: Sequence[Name]) -> bool:
    return any(territories(name) & places for name in found)


def other_bearer(case: Case) -> list[tuple[Name, Name]]:
    """Persons of whom both sides give two names, the first alone the same: "Samuel Okafor" and "Samuel Gagnon"."""
    if not case.literal:
        return []
    start, end = case.segment
    mine = [name for name in case.post.facts.names if name.kind == "person" and start <= name.start < end]
    theirs = [name for name in case.passage.facts.names if name.kind == "person"]
    return [
        (ours, other)
        for ours in mine
        for other in theirs
        if _apart(ours, other)
        and not _bears(" ".join((case.passage.text, case.sentence, case.author or "")), ours)
        and not any(_bears(name.text, ours) for name in case.context.names)
        and not _bears(case.post.text, other)
        and not any(_bears(name.text, other) for name in case.thread.names)
    ]


def _apart(ours: Name, other: Name) -> bool:
    one, two = key(ours.text).split(), key(other.text).split()
    if len(one) != 2 or len(two) != 2 or one[0] != two[0] or min(len(one[1]), len(two[1])) < _SHORTEST:
        return False
    if not (ours.text.isascii() or ours.text[0] <= "\u024f"):
        return False  # by its sound alone a name is like too many
    return SequenceMatcher(None, one[1], two[1], autojunk=False).ratio() < _ALIKE


def _bears(text: str, whole: Name) -> bool:
    """Whether a text holds the last word of a name."""
    return key(whole.text).split()[-1] in key(text).split()
