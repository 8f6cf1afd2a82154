"""Denials clause by clause: one that stands in another clause than the post's, and one that a single clause lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from quotecheck.facts.clauses import split
from quotecheck.facts.fact import Negation
from quotecheck.facts.negation.counterfactual import inserted, removed
from quotecheck.rules.base import Case, Hit
from quotecheck.rules.clause_pairs import FOREIGN, RENDERED, ClausePairs, topics
from quotecheck.rules.denial_evidence import STAND_INS

MOVED = 0.8
MOVED_GAIN = 0.05
"""How much closer the two clauses must come together once the denial stands in the other one."""


def lost_clause(case: Case, pairs: ClausePairs, post: Sequence[Negation]) -> tuple[Negation | None, float]:
    """The denial of a post whose clause stands undenied in the passage, and how much closer "not" brings the two: in a
    long quotation one word is too little to tell."""
    found: Negation | None = None
    best = 0.0
    if case.between is None:
        return found, best
    for cue in post:
        there = pairs.counterpart_of(cue.start, FOREIGN)
        if there is None or _denied_in(case.passage.facts.negations, there) or _denied_with(case, pairs, cue, there):
            continue
        gain = _clause_gain(case, pairs.span_of(cue.start), there)
        if gain > best and pairs.likeness_at(cue.start, there[0]) + gain >= RENDERED:
            found, best = cue, gain
    return found, best


def moved(case: Case, pairs: ClausePairs, post: Sequence[Negation], passage: Sequence[Negation]) -> Hit | None:
    """As many denials on both sides, but of another clause: "was not there, but was represented"."""
    if case.truncated or case.between is None or len(pairs.post) < 2 or len(pairs.passage) < 2:
        return None
    for mine in post:
        there = pairs.counterpart_of(mine.start)
        if there is None or _denied_in(case.passage.facts.negations, there):
            continue
        for theirs in passage:
            here = pairs.origin_of(theirs.start)
            if here is None or _denied_in(case.post.facts.negations, here):
                continue
            if _clause_gain(case, pairs.span_of(mine.start), there) + _clause_gain(case, here, theirs) >= MOVED_GAIN:
                return Hit(
                    message=f"The post denies (“{mine.text}”) one thing, the passage (“{theirs.text}”) another.",
                    confidence=MOVED,
                    post=(mine.start, mine.end),
                    passage=(theirs.start, theirs.end),
                )
    return _crossed(case, post, passage)


def _crossed(case: Case, post: Sequence[Negation], passage: Sequence[Negation]) -> Hit | None:
    """The same of clauses that are told apart only once neither denies: "it is no accident, it is neglect"."""
    pairs = topics(case, [(cue.start, cue.end) for cue in post], [(cue.start, cue.end) for cue in passage])
    if pairs is None:
        return None
    for mine in post:
        there = pairs.counterpart(mine.start, in_post=True)
        if there is None or _denied_in(case.passage.facts.negations, there):
            continue
        for theirs in passage:
            here = pairs.counterpart(theirs.start, in_post=False)
            if here is not None and not _denied_in(case.post.facts.negations, here):
                return Hit(
                    message=f"The post denies (“{mine.text}”) one thing, the passage (“{theirs.text}”) another.",
                    confidence=MOVED,
                    post=(mine.start, mine.end),
                    passage=(theirs.start, theirs.end),
                )
    return None


def _denied_with(case: Case, pairs: ClausePairs, cue: Negation, there: tuple[int, int]) -> bool:
    """Whether the clause beside the one that renders a post's denies, and both together render it better: "no sé si
    podré" is "I don't know | whether I can"."""
    assert case.between is not None
    at = pairs.passage.index(there)
    both = [(one[0], two[1]) for one, two in pairwise(pairs.passage[max(0, at - 1) : at + 2])]
    both = [span for span in both if _denied_in(case.passage.facts.negations, span)]
    if not both:
        return False
    clause = case.post.text[slice(*pairs.span_of(cue.start))]
    alone, *joined = case.between([clause], [case.passage.text[slice(*span)] for span in (there, *both)])[0]
    return max(joined) > alone


def _clause_gain(case: Case, clause: tuple[int, int], other: tuple[int, int] | Negation) -> float:
    """How much closer a clause of the post comes to the passage's clause with a denial more, or with this one less."""
    text = case.passage.text
    if isinstance(other, Negation):
        start, end = next(span for span in split(text, "en") if other.start < span[1])
        plain = text[start:end]
        variants = [removed(plain, structs.replace(other, start=other.start - start, end=other.end - start))]
    else:
        plain = text[slice(*other)]
        variants = [one for one, _ in inserted(plain)]
    assert case.between is not None
    original, *others = case.between([case.post.text[slice(*clause)]], [plain, *variants])[0]
    return max(others) - original


def _denied_in(cues: Sequence[Negation], clause: tuple[int, int]) -> bool:
    """Whether something in a clause denies, or may."""
    return any((not cue.weak or cue.sense in STAND_INS) and clause[0] <= cue.start < clause[1] for cue in cues)
