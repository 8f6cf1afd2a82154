"""Which passage of the article renders which post."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck.align.likeness import CHARACTERS, OTHERWISE
from quotecheck.align.score import combine, wording
from quotecheck.align.texts import Unit, Window, windows
from quotecheck.facts import join
from quotecheck.facts.fact import Facts

if TYPE_CHECKING:
    from quotecheck.align.embedders.cached import CachedEmbedder

NEARLY_BEST = 0.02
"""Of windows that fit to within this, the shortest is what the passage renders."""

LENGTH_COUNTS = 0.1
"""What a window loses, in cosine, by being e times as long or as short as the passage would be in its language: a
quotation of two sentences renders two, though one of them may be as near in meaning."""


class Thread(Struct, frozen=True, kw_only=True):
    """Consecutive posts of one author, as alignment sees them.

    Attributes:
        units: the sentences of all posts.
        english: their English, one for each; None where nothing translates the language.
        embedder: reads the language; None where none here does.
        lang: their language (ISO 639-1).
    """

    units: list[Unit]
    english: list[str] | None
    embedder: CachedEmbedder | None
    lang: str = "und"


class Target(Struct, frozen=True, kw_only=True):
    """A passage as alignment sees it; its speaker's name is among its facts.

    Attributes:
        voice: 1 where the article gives a quotation to the thread's author, -1 where it gives it to somebody whom the
            thread does not name either, else 0.
    """

    text: str
    facts: Facts
    voice: int = 0


class Match(Struct, frozen=True, kw_only=True):
    """How well a passage (by its place in the list) renders a thread, and which sentences of it (first and last)."""

    passage: int
    score: float
    parts: dict[str, float]
    first: int
    last: int


def align(thread: Thread, targets: Sequence[Target]) -> list[Match]:
    """Score every passage against a thread, in the order given. The caller decides how high is high enough."""
    if not targets or not thread.units:
        return []
    tried = windows(thread.units)
    cosines = _cosines(thread, tried, targets)
    held = [{key for one in _keys(target.facts) for key in one} for target in targets]
    count = Counter(key for keys in held for key in keys)
    numbered = [any(key.startswith("=") for key in keys) for keys in held]
    wanted = {
        window: _keys(join([unit.facts for unit in thread.units[window.first : window.last + 1]])) for window in tried
    }
    ratio = CHARACTERS.get(thread.lang, OTHERWISE)
    matches = []
    for index, target in enumerate(targets):
        parts: dict[str, float] = {}
        best: Window | None = None
        if cosines is not None:
            column = [row[index] for row in cosines]
            fits = [
                value - LENGTH_COUNTS * abs(math.log(max(1, len(window.clean)) / max(1, len(target.text)) / ratio))
                for window, value in zip(tried, column, strict=True)
            ]
            top = max(fits)
            best = next(window for window, fit in zip(tried, fits, strict=True) if fit >= top - NEARLY_BEST)
            parts["meaning"] = round(max(0.0, *column), 4)
        if thread.english is not None:
            choices = tried if best is None else [best, tried[-1]]
            likeness = [wording(_english(thread.english, window), target.text) for window in choices]
            parts["wording"] = round(max(likeness), 4)
            best = best or choices[likeness.index(max(likeness))]
        best = best or tried[-1]
        share = _share(wanted[best], held[index], count, len(targets), numbered=numbered[index])
        if share is not None:
            parts["facts"] = round(share, 4)
        if target.voice:
            parts["speaker"] = float(target.voice)
        matches.append(
            Match(passage=index, score=round(combine(parts), 4), parts=parts, first=best.first, last=best.last)
        )
    return matches


def _english(english: Sequence[str], window: Window) -> str:
    return " ".join(english[window.first : window.last + 1])


def _cosines(thread: Thread, tried: Sequence[Window], targets: Sequence[Target]) -> list[list[float]] | None:
    """Cosine of every window with every passage, or None where no embedding reads the language."""
    if thread.embedder is None:
        return None
    return thread.embedder.cosines([window.clean for window in tried], [target.text for target in targets])


def _share(
    wanted: Sequence[frozenset[str]], held: set[str], count: Counter[str], passages: int, *, numbered: bool
) -> float | None:
    """The share of the post's numbers and names that a passage has too, each weighted by its rarity.

    A number that the passage lacks while it has others counts half: it may be the very number that was changed.
    Rarity is inverse document frequency over the passages: a name that stands in every sentence of the article tells
    nothing about which of them renders the post.
    """
    if not wanted:
        return None
    weights = [1.0 + math.log((1 + passages) / (1 + max(count[key] for key in one))) for one in wanted]
    credits = (
        weight if one & held else weight / 2 if numbered and min(one).startswith("=") else 0.0
        for one, weight in zip(wanted, weights, strict=True)
    )
    return sum(credits) / sum(weights)


def _keys(facts: Facts) -> list[frozenset[str]]:
    """Comparable forms of each fact: a number has one, a name may have several.

    A name's last word stands for it ("Donald Trump" is "Trump" later on): here a doubtful name costs little.
    """
    numbers = [frozenset({f"={float(fact.value):g}"}) for fact in facts.quantities if not fact.weak]
    names = [fact.keys | {key.split()[-1] for key in fact.keys if " " in key} for fact in facts.names if fact.keys]
    return list(dict.fromkeys((*numbers, *names)))
