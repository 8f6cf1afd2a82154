"""Which cues of certainty, and which denials, bear on a statement: those of its clause, of its sentence, and of what
renders it."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.facts.clauses import clause_at
from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import Case
from quotecheck.rules.clause_pairs import pair, sentence_pairs

TOLD_AT_ALL = 0.4
"""Likeness of a clause of the post to the nearest of a reporter's sentence below which that leaves it out."""


def facing(
    case: Case, cue: Certainty, mine: Sequence[Certainty], theirs: Sequence[Certainty], *, in_post: bool
) -> tuple[Sequence[Certainty], Sequence[Certainty]]:
    """Of the cues of the side that holds one, and of the other side, those that may bear on it.

    Where another sentence clearly renders the one that holds it, what further sentences say that render others still
    bears on those: "may close. 2,400 are expected to be affected" is not "will close. 2,400 are expected …".
    """
    pairs = sentence_pairs(case) if len(mine) > 1 or theirs else None
    there = pairs.counterpart(cue.start, in_post=in_post) if pairs is not None else None
    if pairs is None or there is None:
        return mine, theirs
    first, last = pairs.span_of(cue.start) if in_post else pairs.rendering_at(cue.start)
    facts = (case.passage if in_post else case.post).facts.certainties

    def bears(other: Certainty) -> bool:
        rendered = pairs.counterpart(other.start, in_post=not in_post) if other in facts else None
        return rendered is None or rendered == (first, last)

    return [one for one in mine if first <= one.start < last], [one for one in theirs if bears(one)]


def is_rendered(case: Case, cue: Certainty) -> bool:
    """Whether a reporter's own words render the clause of a post that is only possible: they leave others out."""
    if case.literal or case.between is None:
        return True
    pairs = pair(case)
    return pairs is None or pairs.closeness(cue.start) >= TOLD_AT_ALL


def rendering(case: Case, cue: Certainty) -> tuple[int, int]:
    """The sentence of the passage that renders that of a cue; all of it where none clearly does."""
    pairs = sentence_pairs(case)
    there = pairs.counterpart(cue.start, in_post=True) if pairs is not None else None
    return there or (0, len(case.passage.text))


def denied(case: Case) -> bool:
    """Whether either side denies something, beside which neither "may" nor "will" says the same as without it."""
    start, end = case.segment
    mine = [cue for cue in case.post.facts.negations if cue.start < end and cue.end > start]
    return any(not cue.weak for cue in (*mine, *case.passage.facts.negations))


def denied_beside(case: Case, cue: Certainty, place: int) -> bool:
    """The same of the clauses of a cue and of a place in the passage alone."""
    start, end = clause_at(case.post.text, case.post.language.code, cue.start, case.segment)
    first, last = clause_at(case.passage.text, "en", place)
    mine = [one for one in case.post.facts.negations if start <= one.start < end]
    theirs = [one for one in case.passage.facts.negations if first <= one.start < last]
    return any(not one.weak for one in (*mine, *theirs))
