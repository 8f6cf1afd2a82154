"""What cues of certainty say of a statement: which hedge it, which are sure of it, which tell of a suspect, and when
those of one side excuse those of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotecheck.facts.fact import Certainty

WORDS = {"reported": "as hearsay", "possible": "as only possible", "considered": "as only being considered"}
"""Levels at which a statement is not simply made, as messages call them."""


def outright_in(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and not cue.weak]


def sure_in(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level == "certain" and not cue.weak]


def hedges_in(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and cue.sense not in ("said", "weighed", "suspect")]


def suspects_in(cues: Iterable[Certainty]) -> int:
    return sum(cue.sense == "suspect" for cue in cues)


def _sources_in(cues: Iterable[Certainty]) -> int:
    return sum(cue.sense == "said" for cue in cues)


def excused(mine: Sequence[Certainty], theirs: Sequence[Certainty]) -> bool:
    """Whether the other side hedges too, or names more sources than this one ("according to" may render hearsay)."""
    if sure_in(mine) and sure_in(theirs):
        return True  # "間違いなく…だろう" is "surely"
    if any(cue.level == "considered" for cue in mine) and any(cue.sense == "weighed" for cue in theirs):
        return True
    if _sources_in(theirs) > _sources_in(mine) or suspects_in(theirs) > suspects_in(mine):
        return True
    return bool(hedges_in(theirs))
