"""Measures over labelled pairs and what was said of them: shares, AUC, reliability."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

Row = dict[str, Any]
Said = dict[Any, Row]

FLAGS = ("divergent", "unmatched")

FOR_KIND: dict[str, set[str]] = {
    "number-replaced": {"number-changed", "bound-changed", "unit-changed", "date-changed"},
    "name-replaced": {"name-changed", "name-added", "name-missing"},
    "name-removed": {"name-missing", "name-changed"},
    "negation": {"negation-flipped"},
    "antonym": {"meaning-reversed", "negation-flipped"},
    "addition": {"content-added", "name-added"},
    "subject-removed": {"content-missing", "name-missing"},
    "noun-removed": {"content-missing", "name-missing"},
    "verb-removed": {"content-missing"},
    "modifier-removed": {"content-missing", "quote-truncated"},
    "unrelated": {"post-unmatched"},
}
"""The rules that are for a kind of divergence; for a kind that is not here, any.

A finding of another rule on such a row is neither right nor wrong: the change may well have brought it about.
"""


def shares(gold: Sequence[Row], said: Said) -> dict[tuple[str, str, str], Counter[str]]:
    """Counts of pairs, flagged, noted, unchecked and failed by (label, kind, language); language "all" sums up.

    Flagged: the verdict is divergent or unmatched. Noted: flagged, or any finding at all.
    """
    table: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for row in gold:
        result = said[row["id"]]
        verdict = result.get("verdict")
        flagged = verdict in FLAGS
        for lang in (row["lang"], "all"):
            table[row["label"], row["kind"], lang].update(
                pairs=1,
                flagged=int(flagged),
                noted=int(flagged or bool(result.get("findings"))),
                unchecked=int(verdict == "unchecked"),
                failed=int(verdict is None),
            )
    return table


def auc(higher: Iterable[float], lower: Iterable[float]) -> float | None:
    """Chance that one of `higher` lies above one of `lower`, a tie counting half (Mann-Whitney's U, by ranks).

    None where either is empty.
    """
    marked = sorted([(value, True) for value in higher] + [(value, False) for value in lower])
    wins = sum(high for _, high in marked)
    losses = len(marked) - wins
    if not wins or not losses:
        return None
    ranks, start = 0.0, 0
    while start < len(marked):
        end = start
        while end < len(marked) and marked[end][0] == marked[start][0]:
            end += 1
        # Ranks start + 1 to end are shared: each of the tied has their mean.
        ranks += (start + 1 + end) / 2 * sum(high for _, high in marked[start:end])
        start = end
    return (ranks - wins * (wins + 1) / 2) / (wins * losses)


def similarities(gold: Sequence[Row], said: Said) -> dict[tuple[str, str], list[float]]:
    """Similarities by (label, kind), and by (label, "all")."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in gold:
        similarity = said[row["id"]].get("similarity")
        if similarity is not None:
            for kind in (row["kind"], "all"):
                found[row["label"], kind].append(similarity)
    return found


def reliability(gold: Sequence[Row], said: Said, *, notes: bool) -> dict[int, Counter[str]]:
    """Findings by the tenth their confidence falls in (9 is 90 to 100%): how many there are, right, and wrong.

    Right: on a divergent row of a kind the rule is for. Wrong: on a faithful row. The others are only counted.

    Args:
        notes: of the notes, or of the errors and warnings.
    """
    table: dict[int, Counter[str]] = defaultdict(Counter)
    for row in gold:
        meant = FOR_KIND.get(row["kind"])
        for finding in said[row["id"]].get("findings", ()):
            if (finding["severity"] == "note") is not notes or finding["rule"] in (
                "post-untranslated",
                "post-unchecked",
            ):
                continue
            # Confidences have two decimals: 0.7 * 10 must not end in the sixth tenth.
            tenth = min(9, round(finding["confidence"] * 100) // 10)
            cell = table[tenth]
            cell["findings"] += 1
            cell["wrong"] += row["label"] == "faithful"
            cell["right"] += row["label"] == "divergent" and (meant is None or finding["rule"] in meant)
    return table
