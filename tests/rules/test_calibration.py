"""Confidences brought to what they are worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.rules import all_rules
from quotecheck.rules.calibration import Curve, believed, calibrated, curves

SURE = st.floats(0, 1)


def test_every_rule_is_learnt_or_believed() -> None:
    assert set(curves()) | believed() == {rule.name for rule in all_rules()}
    assert not set(curves()) & believed()


@pytest.mark.parametrize("rule", sorted(curves()))
@given(one=SURE, other=SURE)
def test_a_surer_finding_stays_the_surer_and_none_is_certain(rule: str, one: float, other: float) -> None:
    low, high = sorted((calibrated(rule, one), calibrated(rule, other)))
    assert calibrated(rule, min(one, other)) == low
    assert 0 < low <= high < 1


def test_a_rule_that_is_believed_keeps_its_own() -> None:
    assert calibrated("post-unchecked", 1.0) == 1.0
    assert calibrated("no-such-rule", 0.3) == 0.3


def test_a_curve_shifts_and_stretches_log_odds() -> None:
    assert Curve(shift=0.0, slope=1.0).apply(0.7) == pytest.approx(0.7)
    assert Curve(shift=0.0, slope=0.0).apply(0.9) == pytest.approx(0.5)
    assert Curve(shift=1.0, slope=1.0).apply(0.5) == pytest.approx(0.7311, abs=1e-4)
