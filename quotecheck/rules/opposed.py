"""Words of a post and of a passage that are opposites by a table, and what their denials make of them.

"Was not convicted" says what "fue absuelto" says, and "no sobrevivió" what "died" says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecheck.facts import antonyms
from quotecheck.facts.antonyms import OPPOSITES, Direction
from quotecheck.facts.clauses import split
from quotecheck.facts.fact import Negation
from quotecheck.rules.base import Case, Side

NEAR_BY = 40
"""Code points between a word and what denies or weakens it, at most."""

NEXT_TO = 12
"""The same for a word that tells what something is like: "is not large", not "did not sell the large house"."""

QUALITIES = frozenset(
    """
    before after north south east west first last young old same different strong weak rich poor best worst better worse
    large small majority minority more less left right public private foreign domestic maximum minimum man woman father
    mother brother sister son daughter husband wife good bad long short fast slow friend enemy war peace
    often rarely king queen near far wide narrow deep shallow wet dry clean dirty internal external temporary permanent
    natural artificial ancient modern urban rural bright dark adult child
    grandfather grandmother
    """.split()
)
"""Senses that seldom make a statement by themselves."""

DENYING_BEHIND = frozenset({"de", "nl", "sv", "ja", "ko", "tr", "hi", "fa"})
"""Languages whose denials may stand behind the word that they deny."""

DENYING_WITHIN = frozenset({"tr"})
"""Languages whose verbs deny by an ending."""

WEAKENING = frozenset(
    {"without", "deny", "refuse", "fail", "lack", "prevent", "hardly", "few", "double", "doubt", "choice"}
)
"""Senses of weak cues that may turn a word beside them round: "failed to win", "stopped rising"."""


def opposed(case: Case) -> Iterator[tuple[Direction, Direction]]:
    """Pairs of words, one of each side, that are opposites where neither side holds the other's word.

    A word of several senses ("declined") says nothing, unless all of them have their opposite in the other word.
    """
    if not antonyms.reads(case.post.language.code):
        return
    start, end = case.segment
    post = antonyms.read(case.post.text, case.post.language.code)
    passage = antonyms.read(case.passage.text, "en")
    said, told = {found.sense for found in post}, {found.sense for found in passage}
    senses = _by_place(passage)
    for place, mine in _by_place(post).items():
        if place[0] >= end or place[1] <= start or mine & told:
            continue
        for other, theirs in senses.items():
            if theirs & said or not all(theirs & OPPOSITES[sense] for sense in mine):
                continue
            if all(mine & OPPOSITES[sense] for sense in theirs):
                yield _at(post, place), _at(passage, other)


def denials(side: Side, word: Direction) -> tuple[list[Negation], bool]:
    """The denials of the clause that a word stands in, and whether something beside it may turn it round besides."""
    clause = next(
        (span for span in split(side.text, side.language.code) if span[0] <= word.start < span[1]), (0, len(side.text))
    )
    cues = [
        cue
        for cue in side.facts.negations
        if (side.language.code in DENYING_WITHIN or not (word.start <= cue.start and cue.end <= word.end))
        and cue.start < clause[1]
        and cue.end > clause[0]
    ]
    weak = any(cue.weak and cue.sense in WEAKENING and _beside(cue, word) for cue in cues)
    return [cue for cue in cues if not cue.weak], weak


def _beside(cue: Negation, word: Direction) -> bool:
    return max(cue.start - word.end, word.start - cue.end) <= NEAR_BY and not (
        word.start <= cue.start and cue.end <= word.end
    )


def _by_place(found: Sequence[Direction]) -> dict[tuple[int, int], set[str]]:
    places: dict[tuple[int, int], set[str]] = {}
    for one in found:
        places.setdefault((one.start, one.end), set()).add(one.sense)
    return places


def _at(found: Sequence[Direction], place: tuple[int, int]) -> Direction:
    return next(one for one in found if (one.start, one.end) == place)


def said_by_opposites(case: Case, cues: Sequence[Negation], *, in_post: bool) -> list[Negation]:
    """Those of the denials of one side that deny a word of which the other side holds the opposite: "did not survive"
    for "murió". What they deny is said there without them."""
    if not cues or not antonyms.reads(case.post.language.code):
        return []
    mine, other = (case.post, case.passage) if in_post else (case.passage, case.post)
    start, end = (0, len(other.text)) if in_post else case.segment
    theirs = {
        found.sense
        for found in antonyms.read(other.text, other.language.code)
        if found.start < end and found.end > start
    }
    words = [
        found
        for found in antonyms.read(mine.text, mine.language.code)
        if OPPOSITES[found.sense] & theirs and found.sense not in theirs
    ]
    return [cue for cue in cues if any(_denies(mine, cue, word) for word in words)]


def same_beside(case: Case, cue: Negation) -> bool:
    """Whether a denial of the passage denies a word that the post has, by table: "didn't beat" for "ganamos"."""
    return any(_denies(case.passage, cue, word) for word in shared(case))


def shared(case: Case) -> list[Direction]:
    """Words of the passage whose sense a word of the post has, and none the opposite."""
    if not antonyms.reads(case.post.language.code):
        return []
    start, end = case.segment
    post = antonyms.read(case.post.text, case.post.language.code)
    said = {found.sense for found in post if found.start < end and found.end > start}
    told = antonyms.read(case.passage.text, "en")
    return [word for word in told if word.sense in said and not OPPOSITES[word.sense] & said]


def _denies(side: Side, cue: Negation, word: Direction) -> bool:
    far = NEXT_TO if word.sense in QUALITIES else NEAR_BY
    before = cue.start < word.start and word.start - cue.end <= far  # Czech "ne" is written together with its verb
    behind = side.language.code in DENYING_BEHIND and cue.end >= word.end and cue.start - word.end <= far
    within = side.language.code in DENYING_WITHIN and word.start <= cue.start and cue.end <= word.end
    return (before or behind or within) and cue in denials(side, word)[0]
