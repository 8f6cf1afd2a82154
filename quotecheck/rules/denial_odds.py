"""How likely it is that a denial more, or less, is a change of meaning: what the counts of denials are worth, and how
much closer the passage comes to the post once it is turned round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp

from quotecheck.rules.base import Case
from quotecheck.rules.denial_evidence import STAND_INS

MIN_CONFIDENCE = 0.6
"""Below this, say nothing."""

# Log-odds that a difference in the number of denials is a change of meaning. The figures were set by hand on what
# the cue counts and the counterfactual are worth apart, and only checked on data.
ONE_SIDED = 3.0
LOST = 2.3
LOST_ONE = 0.4
DOUBLED_UP = -0.5
BOTH_SIDED = 2.0
STAND_IN = -4.0
NEAR_STAND_IN = -1.0
PER_SIMILARITY = 150.0
PER_SIMILARITY_WITH_STAND_IN = 80.0
PER_SIMILARITY_WITH_FAILURE = 40.0
"""Where the passage fails or refuses what the post does not do, a "not" beside it says the reverse, and yet may bring
the two closer: "fell short of the target" for "did not reach the target"."""
FAILURES = frozenset({"fail", "refuse", "deny"})
AGAINST = 0.3
"""What a gain counts that speaks against a denial lost where nothing on the other side may stand for it: sentences of
few words come closer by a "not" or do not, as it happens, and the words themselves leave little doubt."""
UNMEASURED = -0.6
OTHER_CLAUSE = 1.0
LOOSE = -1.5
"""Not inside quotation marks: a headline or a sentence says more, and less, than the post."""


def looseness(case: Case) -> float:
    """Log-odds for what the passage is."""
    return 0.0 if case.literal else LOOSE


def stand_ins(left: Counter[str], difference: int) -> float:
    """Log-odds for weak cues that may account for a difference: each accounts for one denial."""
    if 0 < sum(left[sense] for sense in STAND_INS) < difference:
        return NEAR_STAND_IN
    if STAND_INS & left.keys():
        return STAND_IN
    return NEAR_STAND_IN if left else 0.0


def best_gain(case: Case, variants: Sequence[str]) -> tuple[int, float | None]:
    """Which variant of the passage is closest to the post, and by how much closer than the passage itself."""
    if case.similar is None or not variants:
        return 0, None
    original, *others = case.similar([case.passage.text, *variants])
    best = max(range(len(others)), key=others.__getitem__)
    return best, others[best] - original


def sureness(odds: float, gain: float | None, left: Counter[str]) -> float:
    """The rule's own confidence, from 0 to 0.99.

    Args:
        odds: log-odds by the counts alone.
        gain: how much closer the passage comes to the post once it is turned round; None where that is not known.
        left: senses of weak cues that nothing on the other side is like.
    """
    weight = PER_SIMILARITY_WITH_STAND_IN if STAND_INS & left.keys() else PER_SIMILARITY
    if FAILURES & left.keys():
        weight = PER_SIMILARITY_WITH_FAILURE
    total = odds + (UNMEASURED if gain is None else weight * gain)
    return round(1 / (1 + exp(-max(-30.0, min(4.6, total)))), 2)
