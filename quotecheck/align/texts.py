"""A post made ready for comparison: its sentences, cleaned for the embedding, and their English."""

from __future__ import annotations

import re

from msgspec import Struct

from quotecheck.facts import within
from quotecheck.facts.fact import Facts
from quotecheck.language import mask, sentences

_SPACES = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W\d_]")

MAX_WINDOW = 3
"""A quotation seldom renders more than three sentences of a post; the whole post is tried besides."""

MAX_UNITS = 40
"""A post of more sentences is an essay: its windows are single sentences only, so that work stays linear."""


class Unit(Struct, frozen=True, kw_only=True):
    """A sentence of a post.

    Attributes:
        owner: which post of the thread it belongs to.
        start, end: its span in that post's text.
        clean: its words without links, mentions' signs and emoji.
        facts: the facts in it.
    """

    owner: int
    start: int
    end: int
    clean: str
    facts: Facts


class Window(Struct, frozen=True, kw_only=True):
    """Consecutive sentences (numbers of the first and the last) that a passage may render."""

    first: int
    last: int
    clean: str


def clean(text: str) -> str:
    """The words of a text that have a meaning to compare."""
    return _SPACES.sub(" ", mask(text)).strip()


def units(text: str, lang: str, facts: Facts, owner: int = 0) -> list[Unit]:
    """The sentences of a post that hold at least one letter."""
    found = [
        Unit(owner=owner, start=start, end=end, clean=clean(text[start:end]), facts=within(facts, start, end))
        for start, end in sentences(text, lang)
    ]
    return [unit for unit in found if _LETTER.search(unit.clean)]


def windows(thread: list[Unit]) -> list[Window]:
    """Every run of up to three sentences, each post as a whole, and the whole thread; the shortest first."""
    count = len(thread)
    longest = MAX_WINDOW if count <= MAX_UNITS else 1
    spans = {(first, first + length - 1) for length in range(1, longest + 1) for first in range(count - length + 1)}
    owners = [unit.owner for unit in thread]
    for owner in set(owners):
        first = owners.index(owner)
        spans.add((first, first + owners.count(owner) - 1))
    if thread:
        spans.add((0, count - 1))
    return [
        Window(first=first, last=last, clean=" ".join(unit.clean for unit in thread[first : last + 1]))
        for first, last in sorted(spans, key=lambda span: (span[1] - span[0], span))
    ]
