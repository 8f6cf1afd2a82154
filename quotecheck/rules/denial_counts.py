"""Which denials of the two sides are counted: near-negations that nothing on the other side is like, and those of the
passage that deny after all, or only say how little there is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotecheck.facts.fact import Bound, Negation
from quotecheck.facts.quantities import pair
from quotecheck.rules.base import Case
from quotecheck.rules.denial_evidence import NEAR

DENYING_ALONE = {
    "until": frozenset({"only", "until", "instead", "hardly"}),
    "few": frozenset({"few", "hardly", "lack", "only", "privative"}),
}
"""Weak cues of English that deny where the post has none of what they may render."""
BOUNDED: dict[Bound, tuple[Bound, ...]] = {
    "at-most": ("at-most", "less-than"),
    "less-than": ("less-than", "at-most"),
    "more-than": ("at-most",),
    "at-least": ("less-than",),
}
"""Bounds of a post's figure behind a denial, which holds it ("no pasaremos de 4") or turns it round ("no hay más de
4"), and what renders both together."""
BESIDE = 24
"""Code points between a denial and the figure that it bounds, at most."""
_MUCH = re.compile(r"(?i)(?: \w+)? (?:much|many|long)\b")
"""What follows a denial that says how little there is."""


def left_over(post: Sequence[Negation], passage: Sequence[Negation]) -> tuple[Counter[str], Counter[str]]:
    """Weak cues of either side that have no counterpart on the other.

    A post's cue is also explained by one of a near sense; a passage's is not, so as to be slow to say that a denial
    was lost.
    """
    mine = Counter(cue.sense for cue in post if cue.weak)
    theirs = Counter(cue.sense for cue in passage if cue.weak)
    mine, theirs = mine - theirs, theirs - mine
    return _without(mine, _count(theirs)), theirs


def _count(left: Counter[str]) -> int:
    return sum(count for sense, count in left.items() if sense in NEAR)


def _without(left: Counter[str], pairs: int) -> Counter[str]:
    rest = Counter(left)
    for sense in left:
        if sense in NEAR:
            gone = min(pairs, rest[sense])
            rest[sense] -= gone
            pairs -= gone
    return +rest


def without_bounds(case: Case, cues: Sequence[Negation]) -> list[Negation]:
    """The denials of a post without those that only bound a figure which the passage bounds alike: "no pasaremos de 4
    millones" is "no more than 4 million"."""
    start, end = case.segment
    figures = [q for q in case.post.facts.quantities if start <= q.start < end]
    bounding = [
        one
        for one, two in pair(figures, case.passage.facts.quantities).same
        if one.bound in BOUNDED and two.bound in BOUNDED[one.bound]
    ]
    return [cue for cue in cues if not any(0 <= one.start - cue.end <= BESIDE for one in bounding)]


def unexplained(strong_post: Sequence[Negation], post: Counter[str], passage: Counter[str]) -> frozenset[str]:
    """Senses of the passage that deny after all, as nothing in the post is like them.

    "Did not open until May" is "opened only in May"; where the post has neither an "only" nor a denial, it denies.
    """
    if strong_post:
        # "No abrirá hasta mayo" is "will not open until May", "не является просто игрой" "is not simply a game".
        likes = {**DENYING_ALONE, "not-only": frozenset({"not-only"})}
        return frozenset(sense for sense in ("until", "not-only") if passage[sense] and not likes[sense] & post.keys())
    denying = {sense for sense, likes in DENYING_ALONE.items() if passage[sense] and not likes & post.keys()}
    if passage["not-only"] and post["only"]:
        denying.add("not-only")
    return frozenset(denying)


def little(cues: Sequence[Negation]) -> int:
    """How many words say how little there is of something."""
    return sum(cue.weak and cue.sense in ("hardly", "few") for cue in cues)


def without_little(case: Case, passage: Sequence[Negation], more: int) -> list[Negation]:
    """The denials of a passage without those that only say how little there is, as far as the post has a word for that
    which the passage has not: "hasn't much time left" for "le queda poco tiempo".

    Args:
        case: post and passage.
        passage: its denials.
        more: how many more such words the post has.
    """
    kept = []
    for cue in passage:
        if more > 0 and _MUCH.match(case.passage.text, cue.end):
            more -= 1
        else:
            kept.append(cue)
    return kept
