"""Words of a post and of a passage that are opposites by a table, and what their denials make of them.

"Was not convicted" says what "fue absuelto" says, and "no sobrevivió" what "died" says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecheck.facts import antonyms
from quotecheck.facts.antonyms import OPPOSITES, Direction
from quotecheck.facts.clauses import clause_at
from quotecheck.facts.fact import Negation
from quotecheck.rules.base import Case, Side
from quotecheck.rules.clause_pairs import Topics, topics
from quotecheck.rules.name_pairs import name_pairs
from quotecheck.rules.own_words import quoted

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
    grandfather grandmother high low above below top bottom
    """.split()
)
"""Senses that seldom make a statement by themselves."""

SELDOM = (QUALITIES - {"before", "after"}) | {"more", "less"}
"""Senses that are compared by the whole of both sides alone."""

CROSSED = 0.25
"""How much more alike two clauses must be where the two sides hold the same two words, and only their order differs."""

DENYING_BEHIND = frozenset({"de", "nl", "sv", "ja", "ko", "tr", "hi", "fa"})
"""Languages whose denials may stand behind the word that they deny."""

DENYING_WITHIN = frozenset({"tr"})
"""Languages whose verbs deny by an ending."""

WEAKENING = frozenset(
    {"without", "deny", "refuse", "fail", "lack", "prevent", "hardly", "few", "double", "doubt", "choice"}
)
"""Senses of weak cues that may turn a word beside them round: "failed to win", "stopped rising"."""

_COUNTED = re.compile(r"\s*\d")
"""What follows a cue that only parts two figures: "by 18 votes against 4"."""

_STATES = frozenset({"free", "deficit", "deficits", "empty", "vacan*", "zero", "loss*"})
"""Cues of English that tell what something is like, and turn no word beside them: "rejected free lunches"."""


def opposed(case: Case) -> Iterator[tuple[Direction, Direction]]:
    """Pairs of words, one of each side, that are opposites where neither side holds the other's word.

    A side that holds it in another clause, which renders another clause, is a side that does not hold it. A word of
    several senses ("declined") says nothing, unless all of them have their opposite in the other word.
    """
    if not antonyms.reads(case.post.language.code):
        return
    start, end = case.segment
    post = antonyms.read(case.post.text, case.post.language.code)
    passage = _unquoted(case, antonyms.read(case.passage.text, "en"))
    said, told = {found.sense for found in post}, {found.sense for found in passage}
    senses = _by_place(passage)
    for place, mine in _by_place(post).items():
        if place[0] >= end or place[1] <= start:
            continue
        for other, theirs in senses.items():
            if not all(theirs & OPPOSITES[sense] for sense in mine):
                continue
            if not all(mine & OPPOSITES[sense] for sense in theirs):
                continue
            ours, others = _at(post, place), _at(passage, other)
            if not (mine & told or theirs & said) or _in_their_clauses(case, (post, ours), (passage, others)):
                yield ours, others


def _unquoted(case: Case, found: Sequence[Direction]) -> list[Direction]:
    """The words of a reporter's own without those in quotation marks, which are compared by themselves."""
    marked = [] if case.kind == "quotation" else quoted(case.passage.text)
    return [word for word in found if not any(start <= word.start < end for start, end in marked)]


def _in_their_clauses(
    case: Case, here: tuple[Sequence[Direction], Direction], there: tuple[Sequence[Direction], Direction]
) -> bool:
    """Whether two opposites stand in clauses that render each other, and whatever else is said with one of these words
    is said of something else: "El paro bajó y los salarios subieron" for "Unemployment rose, wages rose"."""
    (post, mine), (passage, theirs) = here, there
    both = {sense for found, word in (here, there) for sense in _senses(found, word)}
    if both & SELDOM:
        return False
    alike = [[word for word in found if word.sense in both] for found in (post, passage)]
    pairs = topics(case, *([(word.start, word.end) for word in words] for words in alike))
    if pairs is None or not pairs.answering(mine.start, theirs.start) or not _of_the_same(case, pairs, mine, theirs):
        return False
    own, other = (
        {word.sense for word in found if first <= word.start < last and word.sense not in both}
        for found, (first, last) in ((post, pairs.span_of(mine.start)), (passage, pairs.rendering_at(theirs.start)))
    )
    if any(OPPOSITES[sense] & other for sense in own):
        return False  # "exports rose", "imports fell": those are two things
    said, told = (_senses(*side) for side in (here, there))
    crossed = said & {word.sense for word in passage} and told & {word.sense for word in post}
    if crossed and not pairs.answering(mine.start, theirs.start, CROSSED):
        return False  # the same words in the other order: "rejected the bill, but passed the budget"
    return all(
        pairs.of_others(mine.start, theirs.start, in_post=in_post, place=word.start)
        for in_post, words, senses in ((True, alike[0], told), (False, alike[1], said))
        for word in words
        if word.sense in senses
    )


def _senses(found: Sequence[Direction], word: Direction) -> set[str]:
    return {one.sense for one in found if (one.start, one.end) == (word.start, word.end)}


def _of_the_same(case: Case, pairs: Topics, mine: Direction, theirs: Direction) -> bool:
    """Whether two clauses hold the same names and numbers, as far as they hold any: "won the first match" is not
    "lost the second"."""
    (start, end), (begin, last) = pairs.span_of(mine.start), pairs.rendering_at(theirs.start)
    values = [
        {number.value for number in side.facts.quantities if first <= number.start < stop}
        for side, first, stop in ((case.post, start, end), (case.passage, begin, last))
    ]
    if values[0] and values[1] and not values[0] & values[1]:
        return False
    named = [begin <= name.start < last for own, name in name_pairs(case).same if start <= own.start < end]
    return not named or any(named)


def denials(side: Side, word: Direction, rendered: Sequence[Direction] = ()) -> tuple[list[Negation], bool]:
    """The denials of the clause that a word stands in, and whether something beside it may turn it round besides.

    Args:
        rendered: words that the other side has as well, which therefore turn round nothing: "after the end".
    """
    clause = clause_at(side.text, side.language.code, word.start)
    cues = [
        cue
        for cue in side.facts.negations
        if (side.language.code in DENYING_WITHIN or not (word.start <= cue.start and cue.end <= word.end))
        and cue.start < clause[1]
        and cue.end > clause[0]
    ]
    weak = any(
        cue.weak
        and cue.sense in WEAKENING
        and cue.cue not in _STATES
        and not _COUNTED.match(side.text, cue.end)
        and _beside(cue, word)
        and not any(one.start < cue.end and cue.start < one.end for one in rendered)
        for cue in cues
    )
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
    # "Не работает" is "closed": the denial is a part of the word.
    whole = [
        found for found in antonyms.read(mine.text, mine.language.code) if found.sense in theirs and " " in found.text
    ]
    return [
        cue
        for cue in cues
        if any(_denies(mine, cue, word) for word in words)
        or any(word.start <= cue.start and cue.end <= word.end for word in whole)
    ]


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
