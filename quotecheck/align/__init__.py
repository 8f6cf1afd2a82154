"""Which passage of the article renders which post."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck.align.likeness import CHARACTERS, OTHERWISE
from quotecheck.align.score import combine, plain_words, wording
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


LIKELY = 0.66
"""Score, by words, numbers and names alone, below which a passage hardly renders a thread: one of 76 that do, and a
quarter of the rest, in articles written for this."""


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
        sentences: of a quotation, how many it has: it renders as many of the thread's, or all that there are. 1 for
            words of the reporter's own, which may take what they like of a thread.
    """

    text: str
    facts: Facts
    voice: int = 0
    sentences: int = 1


class Match(Struct, frozen=True, kw_only=True):
    """How well a passage (by its place in the list) renders a thread, and which sentences of it (first and last)."""

    passage: int
    score: float
    parts: dict[str, float]
    first: int
    last: int


def align(thread: Thread, targets: Sequence[Target]) -> list[Match]:
    """Score every passage against a thread, in the order given. The caller decides how high is high enough."""
    return Search(thread, targets).matches(range(len(targets)))


class Search:
    """A thread's search among an article's passages for those that render it.

    Words, numbers and names are compared for every passage; the embedding, which is dear, reads only those that
    `matches` is asked about.
    """

    def __init__(self, thread: Thread, targets: Sequence[Target]) -> None:
        self._thread = thread
        self._targets = targets
        self._windows = windows(thread.units)
        self._ratio = CHARACTERS.get(thread.lang, OTHERWISE)

    def by_likelihood(self) -> list[int] | None:
        """The passages in the order in which they may render the thread, by what is cheap to know of them; None where
        nothing translates the language, so that there are no words to compare, or where no embedding could add to it.
        """
        if self._thread.embedder is None or self._thread.english is None or not self._windows:
            return None
        scores = [self._match(index, None).score for index in range(len(self._targets))]
        return sorted(
            (index for index, score in enumerate(scores) if score >= LIKELY), key=lambda index: (-scores[index], index)
        )

    def matches(self, which: Sequence[int]) -> list[Match]:
        """The score of each of these passages, in their order."""
        if not self._windows or not which:
            return []
        cosines = self._cosines([self._targets[index].text for index in which])
        return [
            self._match(index, None if cosines is None else [row[place] for row in cosines])
            for place, index in enumerate(which)
        ]

    def _match(self, index: int, cosines: Sequence[float] | None) -> Match:
        """One passage, with the cosine of every window with it where that is known."""
        target, tried = self._targets[index], self._windows
        parts: dict[str, float] = {}
        best: Window | None = None
        if cosines is not None:
            fits = [
                value
                - LENGTH_COUNTS * abs(math.log(max(1, len(window.clean)) / max(1, len(target.text)) / self._ratio))
                for window, value in zip(tried, cosines, strict=True)
            ]
            top = max(fits)
            best = next(window for window, fit in zip(tried, fits, strict=True) if fit >= top - NEARLY_BEST)
            parts["meaning"] = round(max(0.0, *cosines), 4)
        if self._english is not None:
            choices = tried if best is None else [best, tried[-1]]
            text = self._passage_words[index]
            likeness = [wording(self._english[window], text) for window in choices]
            parts["wording"] = round(max(likeness), 4)
            best = best or choices[likeness.index(max(likeness))]
        best = self._as_long(best or tried[-1], target.sentences, cosines)
        share = self._facts.share(self._wanted[best], index)
        if share is not None:
            parts["facts"] = round(share, 4)
        if target.voice:
            parts["speaker"] = float(target.voice)
        return Match(passage=index, score=round(combine(parts), 4), parts=parts, first=best.first, last=best.last)

    def _as_long(self, best: Window, sentences: int, cosines: Sequence[float] | None) -> Window:
        """The window, or one around it that has as many sentences as the passage: what stands beside the likeliest
        sentence is part of the rendering as well, be it ever so unlike, and must not be passed over."""
        wanted = min(sentences, len(self._thread.units))
        if best.last - best.first + 1 >= wanted:
            return best
        longer = [
            (cosines[place] if cosines is not None else 0.0, -place, window)
            for place, window in enumerate(self._windows)
            if window.first <= best.first <= best.last <= window.last and window.last - window.first + 1 == wanted
        ]
        return max(longer, key=lambda one: one[:2])[2] if longer else best

    def _cosines(self, texts: Sequence[str]) -> list[list[float]] | None:
        """Cosine of every window with every text, or None where no embedding reads the language."""
        if self._thread.embedder is None:
            return None
        return self._thread.embedder.cosines([window.clean for window in self._windows], texts)

    @cached_property
    def _english(self) -> dict[Window, str] | None:
        """The words of each window's English, where there is any."""
        english = self._thread.english
        if english is None:
            return None
        return {one: plain_words(" ".join(english[one.first : one.last + 1])) for one in self._windows}

    @cached_property
    def _passage_words(self) -> list[str]:
        return [plain_words(target.text) for target in self._targets]

    @cached_property
    def _wanted(self) -> dict[Window, list[_Key]]:
        """The facts of each window."""
        units = self._thread.units
        return {one: _keys(join([unit.facts for unit in units[one.first : one.last + 1]])) for one in self._windows}

    @cached_property
    def _facts(self) -> _Shares:
        return _Shares([target.facts for target in self._targets])


class _Shares:
    """The numbers and names of all passages, to tell how many of a window's each of them has."""

    def __init__(self, passages: Sequence[Facts]) -> None:
        self._held = [{key for one in _keys(facts) for key in one.forms} for facts in passages]
        self._count = Counter(key for keys in self._held for key in keys)
        self._numbered = [any(key.startswith("=") for key in keys) for keys in self._held]

    def share(self, wanted: Sequence[_Key], index: int) -> float | None:
        """The share of the wanted numbers and names that a passage has too, each weighted by its rarity.

        A number that the passage lacks while it has others counts half: it may be the very number that was changed.
        Rarity is inverse document frequency over the passages: a name that stands in every sentence of the article
        tells nothing about which of them renders the post.
        """
        held, count, passages = self._held[index], self._count, len(self._held)
        wanted = [one for one in wanted if one.sure or one.forms & held]
        if not wanted:
            return None
        weights = [1.0 + math.log((1 + passages) / (1 + max(count[form] for form in one.forms))) for one in wanted]
        credits = (
            weight
            if one.forms & held
            else weight / 2
            if self._numbered[index] and min(one.forms).startswith("=")
            else 0.0
            for one, weight in zip(wanted, weights, strict=True)
        )
        return sum(credits) / sum(weights)


class _Key(Struct, frozen=True):
    """A number or a name by its comparable forms, of which a name may have several. What may be no name at all, a noun
    with a capital, is not `sure`: it counts for a passage that has it, and not against one that has it not."""

    forms: frozenset[str]
    sure: bool = True


def _keys(facts: Facts) -> list[_Key]:
    """The numbers and names of a text.

    A name's last word stands for it ("Donald Trump" is "Trump" later on): here a doubtful name costs little.
    """
    numbers = [_Key(frozenset({f"={float(fact.value):g}"})) for fact in facts.quantities if not fact.weak]
    names = [
        _Key(fact.keys | {key.split()[-1] for key in fact.keys if " " in key}, not fact.weak)
        for fact in facts.names
        if fact.keys
    ]
    return list(dict.fromkeys((*numbers, *names)))
