"""negation-flipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp

from msgspec import Struct

from quotecheck.facts.fact import Negation
from quotecheck.facts.negation.counterfactual import MAX_CANDIDATES, inserted, removed
from quotecheck.rules.base import AlignmentRule, Case, Hit

STAND_INS = frozenset(
    {"without", "deny", "refuse", "fail", "lack", "double", "hardly", "privative", "choice", "answer", "doubt"}
)
"""Weak cues that another language often renders by a plain negation, and the reverse ("unable", "not able")."""

MIN_CONFIDENCE = 0.6
"""Below this, say nothing."""

# Log-odds that a difference in the number of denials is a change of meaning. The figures were set by hand on what
# the cue counts and the counterfactual are worth apart, and only checked on data; see docs.
ONE_SIDED = 3.0
LOST = 2.3
BOTH_SIDED = 0.4
STAND_IN = -3.2
NEAR_STAND_IN = -1.0
PER_SIMILARITY = 150.0
UNMEASURED = -0.6


class _Doubt(Struct, frozen=True):
    """What tells whether a denial was added or lost: log-odds so far, and where it stands in the passage."""

    odds: float
    span: tuple[int, int]


class NegationFlipped(AlignmentRule):
    """
    What it does: fires when one side denies what the other asserts. The cues of both languages are counted (a double
    negative that is one denial counts once; near-negations such as "without", "deny" or "impossible" may stand for
    one), and where the counts differ the English is turned round, and compared again with the post: if the opposite
    is closer to it, the denial was added or lost.

    Examples: “No habrá guerra” against “There will be war”; “Elle a signé” against “She did not sign”.

    What to do: read both marked sentences; correct the quotation, or suppress the finding where the same is said
    another way.

    Reads: every language with negation data (`quotecheck rules negation-flipped` lists them).
    """

    name = "negation-flipped"
    severity = "error"
    summary = "one side denies what the other asserts"
    needs = frozenset({"negation"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [cue for cue in case.post.facts.negations if cue.start < end and cue.end > start]
        passage = list(case.passage.facts.negations)
        strong_post = [cue for cue in post if not cue.weak]
        strong_passage = [cue for cue in passage if not cue.weak]
        if len(strong_post) < len(strong_passage):
            yield from self._added(case, strong_post, strong_passage, _left_over(post, passage))
        elif len(strong_post) > len(strong_passage):
            yield from self._lost(case, strong_post, passage, _left_over(passage, post))

    def _added(
        self, case: Case, post: Sequence[Negation], passage: Sequence[Negation], left: Counter[str]
    ) -> Iterable[Hit]:
        if case.truncated or any(not cue.weak for cue in case.thread.negations):
            return
        cues = passage[:MAX_CANDIDATES]
        odds = (BOTH_SIDED if post else ONE_SIDED) + _stand_ins(left)
        best, gain = _best_gain(case, [removed(case.passage.text, cue) for cue in cues])
        confidence = _confidence(odds, gain)
        if confidence >= MIN_CONFIDENCE:
            cue = cues[best]
            yield Hit(
                message=f"The passage denies (“{cue.text}”) what the post says.",
                confidence=confidence,
                post=case.segment,
                passage=(cue.start, cue.end),
            )

    def _lost(
        self, case: Case, post: Sequence[Negation], passage: Sequence[Negation], left: Counter[str]
    ) -> Iterable[Hit]:
        odds = (BOTH_SIDED if any(not cue.weak for cue in passage) else LOST) + _stand_ins(left)
        places = inserted(case.passage.text, passage)
        best, gain = _best_gain(case, [text for text, _ in places])
        confidence = _confidence(odds, gain)
        if confidence >= MIN_CONFIDENCE:
            cue = post[0]
            yield Hit(
                message=f"The post denies (“{cue.text}”) what the passage says.",
                confidence=confidence,
                post=(cue.start, cue.end),
                passage=places[best][1] if gain is not None and gain > 0 else (0, len(case.passage.text)),
            )


def _left_over(side: Sequence[Negation], other: Sequence[Negation]) -> Counter[str]:
    """Weak cues of one side that have no counterpart of the same sense on the other."""
    mine = Counter(cue.sense for cue in side if cue.weak)
    return mine - Counter(cue.sense for cue in other if cue.weak)


def _stand_ins(left: Counter[str]) -> float:
    if STAND_INS & left.keys():
        return STAND_IN
    return NEAR_STAND_IN if left else 0.0


def _best_gain(case: Case, variants: Sequence[str]) -> tuple[int, float | None]:
    """Which variant of the passage is closest to the post, and by how much closer than the passage itself."""
    if case.similar is None or not variants:
        return 0, None
    original, *others = case.similar([case.passage.text, *variants])
    best = max(range(len(others)), key=others.__getitem__)
    return best, others[best] - original


def _confidence(odds: float, gain: float | None) -> float:
    total = odds + (UNMEASURED if gain is None else PER_SIMILARITY * gain)
    return round(1 / (1 + exp(-max(-30.0, min(4.6, total)))), 2)


RULE = NegationFlipped()
