"""What came of each finding on the pairs of `fixtures/pairs/`, and the curves that are learnt from it.

How a finding is judged:

- right: it is new (the faithful pair has none like it), its rule is for what was falsified, and it stands there;
- wrong: it stands on a faithful pair, however written; or it is new on a falsified one, and elsewhere than what was
  falsified, of a rule that is not for it;
- neither: all else. A second rule that points at the falsified words is not mistaken, nor a right rule that points
  beside them, but neither shows what the rule is worth.

How findings are weighed: as if every other quotation were false, and each way to falsify one as frequent as another.
So each pair of `fixtures/pairs/` weighs one as it is (shared by its harmless variants), and the falsifications of one
kind weigh, together, a kind's share of all pairs. Where false quotations are rarer, findings are less often right than
they say; where they are more frequent, more often.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from unittest.mock import patch
from zlib import crc32

import numpy as np
from trials import FAITHFUL, RULES, Trial, on_the_spot, run

from quotecheck.model import Comparison, Finding
from quotecheck.rules.calibration import LEAST, Curve

PRIOR_ODDS = 1.0
"""False quotations for each faithful one."""

ALSO_RIGHT = {
    "value": {"date-changed", "unit-changed"},
    "unit": {"number-changed"},
    "name": {"name-added", "name-missing"},
    "antonym": {"negation-flipped"},
    "negation": {"meaning-reversed"},
    "addition": {"name-added"},
    "omission": {"name-missing", "negation-flipped"},
    "scope": {"number-changed"},
}
"""Rules that may say, with as good a right, what the first rule for a kind says."""

SPREAD_SHIFT, SPREAD_SLOPE = 0.7, 0.35
"""How far a rule's curve is expected to lie from the one for all rules, in standard deviations: what shrinks a curve
that few findings speak for towards that of all."""


@dataclass(frozen=True)
class Outcome:
    """One finding and what came of it: `weight` is in pairs."""

    row: str
    rule: str
    severity: str
    confidence: float
    right: bool
    weight: float


def raw(made: Sequence[Trial]) -> list[Comparison]:
    """Compare all trials, with the rules' own confidences."""
    with patch("quotecheck.rules.outcome.calibrated", lambda rule, confidence: confidence):
        return run(made)


def outcomes(made: Sequence[Trial], results: Sequence[Comparison], rules: Container[str]) -> list[Outcome]:
    """What came of every finding of these rules that was right or wrong."""
    faithful = Counter(trial.row for trial in made if trial.kind in FAITHFUL)
    kinds = Counter(trial.kind for trial in made if trial.kind not in FAITHFUL)
    share = PRIOR_ODDS * len(faithful) / max(1, len(kinds))
    found = []
    for trial, result in zip(made, results, strict=True):
        base = results[trial.base].findings
        weight = 1 / faithful[trial.row] if trial.kind in FAITHFUL else share / kinds[trial.kind]
        for finding in result.findings:
            right = judged(trial, finding, base) if finding.rule in rules else None
            if right is not None:
                found.append(
                    Outcome(trial.row, finding.rule, finding.severity, finding.confidence, right, round(weight, 6))
                )
    return found


def judged(trial: Trial, finding: Finding, base: Iterable[Finding]) -> bool | None:
    """Whether a finding is right, wrong, or neither (None)."""
    if trial.kind in FAITHFUL:
        return False
    if any(_alike(finding, other) for other in base):
        return None
    if finding.rule in RULES[trial.kind] | ALSO_RIGHT.get(trial.kind, set()):
        return True if on_the_spot(trial, finding) or finding.passage is None else None
    if trial.change is None or on_the_spot(trial, finding):
        return None
    return False


def _alike(one: Finding, other: Finding) -> bool:
    return one.rule == other.rule and all(
        (mine.text if mine else None) == (theirs.text if theirs else None)
        for mine, theirs in ((one.post, other.post), (one.passage, other.passage))
    )


def learn(found: Sequence[Outcome], names: Iterable[str]) -> dict[str, Curve]:
    """A curve for each of the rules named."""
    pooled = _fit(found, Curve(0.0, 1.0))
    return {name: _fit([one for one in found if one.rule == name], pooled) for name in sorted(names)}


def _fit(found: Sequence[Outcome], prior: Curve) -> Curve:
    """Logistic regression on the log-odds of the rules' own confidence, shrunk towards a prior curve (Platt's scaling
    with a Gaussian prior), by Newton's method; a slope that would turn negative is 0."""
    start = np.array([prior.shift, prior.slope])
    if not found:
        return Curve(round(prior.shift, 2), round(prior.slope, 2))
    own = np.clip([one.confidence for one in found], LEAST, 1 - LEAST)
    data = np.c_[np.ones(len(own)), np.log(own / (1 - own))]
    right = np.array([one.right for one in found], float)
    weight = np.array([one.weight for one in found])
    penalty = np.array([SPREAD_SHIFT**-2, SPREAD_SLOPE**-2])
    for free in (np.array([True, True]), np.array([True, False])):
        line = np.where(free, start, 0.0)
        for _ in range(100):
            chance = 1 / (1 + np.exp(-data @ line))
            slope = data.T @ (weight * (right - chance)) - penalty * (line - start)
            curve = (data.T * (weight * chance * (1 - chance))) @ data + np.diag(penalty)
            step = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
            # A whole step may overshoot where nearly all were right.
            line[free] += step * min(1.0, 0.5 / float(np.abs(step).max() + 1e-12))
        if line[1] >= 0:
            break
    return Curve(round(float(line[0]), 2), round(float(line[1]), 2))


def crossed(found: Sequence[Outcome], names: Sequence[str], folds: int = 5) -> list[Outcome]:
    """Every finding with the confidence of curves that were learnt from other pairs than its own."""
    calibrated = []
    for fold in range(folds):
        inside = [one for one in found if _fold(one.row, folds) == fold]
        curves = learn([one for one in found if _fold(one.row, folds) != fold], names)
        for one in inside:
            curve = curves.get(one.rule)
            sure = one.confidence if curve is None else round(curve.apply(one.confidence), 2)
            calibrated.append(Outcome(one.row, one.rule, one.severity, sure, one.right, one.weight))
    return calibrated


def _fold(row: str, folds: int) -> int:
    return crc32(row.encode()) % folds


def table(found: Sequence[Outcome]) -> list[tuple[str, int, float, float]]:
    """By tenths of confidence: findings, the mean that was said, the weighted share that was right."""
    lines = []
    for tenth in range(10):
        cell = [one for one in found if min(9, round(one.confidence * 100) // 10) == tenth]
        total = sum(one.weight for one in cell)
        if cell:
            said = sum(one.confidence * one.weight for one in cell) / total
            right = sum(one.weight for one in cell if one.right) / total
            lines.append((f"{tenth * 10}-{tenth * 10 + 10}%", len(cell), said, right))
    return lines


def log_loss(found: Sequence[Outcome]) -> float:
    """Mean of the log of what was said of what came true, weighted; smaller is better."""
    lost = [-one.weight * math.log(max(LEAST, one.confidence if one.right else 1 - one.confidence)) for one in found]
    return sum(lost) / max(1e-9, sum(one.weight for one in found))
