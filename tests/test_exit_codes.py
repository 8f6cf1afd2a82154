"""The exit codes of the contract, and which of them wins."""

from __future__ import annotations

from typing import Any

import pytest

from quotecheck.config import FailOn
from quotecheck.exit_codes import Outcome, exit_code
from quotecheck.model import Comparison, FailedComparison, Finding, Language, Severity, Verdict


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, 0),
        ({"worst": "error"}, 1),
        ({"worst": "warning"}, 0),
        ({"worst": "warning", "fail_on": "warning"}, 1),
        ({"worst": "note", "fail_on": "warning"}, 0),
        ({"worst": "note", "fail_on": "note"}, 1),
        ({"worst": "error", "fail_on": "never"}, 0),
        ({"unchecked": True}, 3),
        ({"unread": 1}, 3),
        ({"unchecked": True, "unread": 1, "lenient": True}, 0),
        ({"unchecked": True, "worst": "error"}, 1),
        ({"unchecked": True, "worst": "error", "fail_on": "never"}, 3),
        ({"read": 0, "unread": 2}, 2),
        ({"read": 0, "unread": 2, "lenient": True}, 2),
    ],
)
def test_the_first_that_holds(given: dict[str, Any], code: int) -> None:
    usual: dict[str, Any] = {
        "read": 2, "unread": 0, "worst": None, "unchecked": False, "fail_on": "error", "lenient": False,
    }  # fmt: skip
    assert exit_code(**(usual | given)) == code


def _comparison(verdict: Verdict, *findings: tuple[str, Severity]) -> Comparison:
    return Comparison(
        id=None,
        language=Language(code="es", confidence=1.0, method="given"),
        translation=None,
        similarity=0.5,
        verdict=verdict,
        checked=(),
        findings=tuple(
            Finding(rule=rule, severity=severity, confidence=1.0, message="", post=None, passage=None)
            for rule, severity in findings
        ),
    )


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("error", 3), ("note", 3), ("never", 3)],
)
def test_post_unchecked_never_counts_as_a_finding(fail_on: FailOn, code: int) -> None:
    outcome = Outcome()
    outcome.see(_comparison("unchecked", ("post-unchecked", "note")))
    assert outcome.code(fail_on, lenient=False) == code
    assert outcome.code(fail_on, lenient=True) == 0


def test_the_worst_finding_decides() -> None:
    outcome = Outcome()
    outcome.see(_comparison("divergent", ("bound-changed", "warning"), ("name-missing", "note")))
    outcome.see(FailedComparison(id=1, error="not JSON"))
    assert outcome.code("error", lenient=False) == 3
    assert outcome.code("warning", lenient=False) == 1


def test_nothing_seen_is_fine() -> None:
    assert Outcome().code("error", lenient=False) == 0
