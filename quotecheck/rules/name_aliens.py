"""Names of a passage that nothing in the post stands for, where the post has a word that nothing in the passage does.

In scripts without capitals nobody can tell which words of the post are names. Which of them the passage does not render
can be told by aligning words; and a name that is out of place, by taking it out: the passage comes closer to the post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.align.words.aligner import Aligned
from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names.lexicon import lexicon
from quotecheck.facts.names.pairing import place_gap
from quotecheck.facts.names.sounds import romanise
from quotecheck.facts.names.words import words
from quotecheck.language import WITHOUT_SPACES
from quotecheck.rules.base import Case
from quotecheck.rules.name_swaps import (
    CLOSE,
    CLOSE_UNSPACED,
    as_often,
    initialism,
    of_words,
    overlap,
    strangers,
    without_name,
)

LEAST = -0.2
"""What `_GAIN` times the gain in cosine of taking a name out, less its likeness to the likest word of the post, must
reach. Names that a passage renders stay below."""
_GAIN = 8.0
LONE = 0.5
"""Likeness to every word of the passage, in the higher layer, below which a word of the post has no counterpart there.
Translated words are mostly above .6."""
_BY_PLACE = 0.3
"""What it counts against a word that it stands elsewhere: languages differ in their order."""
_SHORTEST = {"zh": 2, "ja": 2}
_SHORT = 3
_HIRAGANA = re.compile("[\u3040-\u309f]")
_PRO_FORMS = tuple("同 該 该 彼 私 自分 他们 她们 它们 我们 你们 自己 人们 我們 他們".split())  # fmt: skip
"""Words of Chinese and Japanese that stand for what was named before."""


def aliens(case: Case, changed: Sequence[tuple[Name, Name]]) -> list[tuple[Name, Name]]:
    """Words of the post and names of the passage that stand in their place.

    Args:
        case: a post and a quotation of it.
        changed: names that are already known to stand in others' place.
    """
    if not case.literal or case.truncated or case.similar is None or case.aligned is None:
        return []
    places = [
        mention.name
        for mention in strangers(case)
        if mention.sure
        and not mention.again
        and not mention.idle
        and not any(overlap(mention.name, theirs) for _, theirs in changed)
    ]
    aligned = case.aligned() if places else None
    if aligned is None:
        return []
    base, *emptied = case.similar([case.passage.text, *(without_name(case.passage.text, name) for name in places)])
    found: list[tuple[Name, Name]] = []
    if base < (CLOSE_UNSPACED if case.post.language.code in WITHOUT_SPACES else CLOSE):
        return []  # too free a rendering for a single word to mean much
    for name, score in zip(places, emptied, strict=True):
        likeness = _highest(aligned.passage, name.start, name.end)
        if likeness is None or _GAIN * (score - base) - likeness < LEAST:
            continue
        taken = [one for one, _ in (*changed, *found)]
        ours = [
            (lone, like)
            for lone, like in _lone(case, aligned.post)
            if as_often(lone, name, case)
            and not any(overlap(lone, one) for one in taken)
            and not (initialism(lone) and of_words(name))
        ]
        if ours:
            lengths = len(case.post.text), len(case.passage.text)
            found.append((min(ours, key=lambda one: one[1] + _BY_PLACE * place_gap(one[0], name, *lengths))[0], name))
    return found


def _highest(aligned: Iterable[Aligned], start: int, end: int) -> float | None:
    return max((word.best[1] for word in aligned if word.start < end and start < word.end), default=None)


def _lone(case: Case, aligned: Sequence[Aligned]) -> list[tuple[Name, float]]:
    """Words of the post's segment without counterpart that may be names, and how like anything they are."""
    lang, (start, end) = case.post.language.code, case.segment
    text, facts, known = case.post.text[start:end], case.post.facts, lexicon(lang)
    taken = [(fact.start, fact.end) for group in (facts.quantities, facts.days, facts.negations) for fact in group]
    cased = any(char.isupper() for char in text)
    found: list[tuple[Name, float]] = []
    for first, last in _runs(text, aligned) if lang in WITHOUT_SPACES else _words(text, cased):
        written = text[first:last]
        likeness = _highest(aligned, first, last)
        if (
            likeness is None
            or likeness >= LONE
            or last - first < _SHORTEST.get(lang, _SHORT)
            or fold(written) in known.openers
            or written.startswith(_PRO_FORMS)
            or any(begin < start + last and start + first < stop for begin, stop in taken)
        ):
            continue
        name = Name(
            start=start + first,
            end=start + last,
            text=written,
            keys=frozenset({romanise(fold(written))}),
            weak=True,
        )
        found.append((name, likeness))
    return found


def _words(text: str, cased: bool) -> list[tuple[int, int]]:
    return [(word.start, word.end) for word in words(text) if not word.tag and (word.capital or not cased)]


def _runs(text: str, aligned: Sequence[Aligned]) -> list[tuple[int, int]]:
    """Stretches of words without counterpart that touch, in scripts without spaces."""
    runs: list[tuple[int, int]] = []
    for word in aligned:
        written = text[word.start : word.end]
        if word.best[1] >= LONE or not written.isalpha() or _HIRAGANA.search(written):
            continue
        if runs and runs[-1][1] == word.start:
            runs[-1] = runs[-1][0], word.end
        else:
            runs.append((word.start, word.end))
    return runs
