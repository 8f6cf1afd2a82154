"""How sure a finding is, said so that of the findings said to be 90% sure about 90% are right.

What a rule hands out is its own estimate. `calibration.toml` holds, for each rule, a curve that brings it to the
share of such findings that were right: a logistic curve with a shift and a slope, learnt by
`benchmarks/learn_confidences.py` and short enough to read. A rule that is not in the table is believed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

LEAST = 0.01
"""No calibrated finding is as good as impossible or certain: confidences are shown with two decimals."""


class Curve(Struct, frozen=True):
    """From a rule's own confidence to a calibrated one: the log-odds times `slope`, plus `shift`.

    Attributes:
        shift: added to the log-odds; below 0 the rule is surer of itself than it ought to be.
        slope: 0 or more, so that a surer finding never becomes less sure than another of its rule.
    """

    shift: float
    slope: float

    def apply(self, confidence: float) -> float:
        """The calibrated confidence, from `LEAST` to 1 - `LEAST`."""
        own = min(max(confidence, LEAST), 1.0 - LEAST)
        odds = self.slope * math.log(own / (1.0 - own)) + self.shift
        return min(max(1.0 / (1.0 + math.exp(-odds)), LEAST), 1.0 - LEAST)


@cache
def curves() -> Mapping[str, Curve]:
    """The curve of each rule that one could be learnt for, by its name."""
    return read(_table()["rules"])


@cache
def believed() -> frozenset[str]:
    """The rules whose own confidence is taken as it is."""
    return frozenset(_table()["believed"])


def read(table: Mapping[str, Mapping[str, float]]) -> dict[str, Curve]:
    """Curves from the `rules` of `calibration.toml`."""
    return {name: Curve(shift=float(one["shift"]), slope=float(one["slope"])) for name, one in table.items()}


def calibrated(rule: str, confidence: float) -> float:
    """The calibrated confidence of a finding.

    Args:
        rule: the rule's name.
        confidence: what the rule says itself, 0 to 1.
    """
    curve = curves().get(rule)
    return confidence if curve is None else curve.apply(confidence)


def _table() -> dict[str, Any]:
    from quotecheck.toml_data import read_toml

    return read_toml(Path(__file__).parent / "calibration.toml")
