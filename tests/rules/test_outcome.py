"""From findings to a verdict."""

from __future__ import annotations

import pytest

from quotecheck.facts.fact import Facts
from quotecheck.model import Finding, Language, PassageSpan, PostSpan, Severity
from quotecheck.rules.base import Hit
from quotecheck.rules.outcome import aspects, by_weight, finding, verdict, why_unchecked
from quotecheck.rules.post_unchecked import RULE

SPANISH = Language(code="es", confidence=0.9, method="detected")
POST = PostSpan(start=0, end=1, text="a")
PASSAGE = PassageSpan(start=0, end=1, text="b")


def _finding(severity: Severity, *, both: bool = True, confidence: float = 0.9) -> Finding:
    return Finding(
        rule="some-rule",
        severity=severity,
        confidence=confidence,
        message="",
        post=POST,
        passage=PASSAGE if both else None,
    )


@pytest.mark.parametrize(
    ("findings", "matched", "reason", "expected"),
    [
        ([], True, None, "match"),
        ([_finding("note")], True, None, "match"),
        ([_finding("warning")], True, None, "divergent"),
        ([_finding("error")], True, "cut", "divergent"),
        ([_finding("warning", both=False)], True, None, "match"),
        ([], True, "cut", "unchecked"),
        ([], None, None, "unchecked"),
        ([_finding("error")], False, None, "unmatched"),
        ([], False, "cut", "unmatched"),
    ],
)
def test_the_first_verdict_that_holds(
    findings: list[Finding], matched: bool | None, reason: str | None, expected: str
) -> None:
    assert verdict(findings, matched=matched, unchecked_because=reason) == expected


def test_worst_first_then_surest() -> None:
    mixed = [_finding("note"), _finding("error", confidence=0.5), _finding("warning"), _finding("error")]
    assert [(one.severity, one.confidence) for one in by_weight(mixed)] == [
        ("error", 0.9),
        ("error", 0.5),
        ("warning", 0.9),
        ("note", 0.9),
    ]


def test_a_match_needs_the_facts_and_the_meaning_or_the_wording() -> None:
    facts = Facts(read=frozenset({"numbers", "names", "negation"}))
    everything = aspects(facts, facts.read, meaning=True, wording=True)
    assert everything == ("numbers", "names", "negation", "meaning", "wording")
    assert why_unchecked(everything, SPANISH) is None
    assert why_unchecked(("numbers", "names", "negation"), SPANISH) is not None
    assert why_unchecked(("numbers", "meaning", "wording"), SPANISH) is not None


def test_a_finding_quotes_its_spans() -> None:
    hit = Hit(message="m", confidence=0.8, post=(0, 4), passage=(2, 6))
    made = finding(RULE, hit, post_text="más de 5.000", passage_text="a bare 5,000", certainty=0.5)
    assert made.post == PostSpan(start=0, end=4, text="más ")
    assert made.passage == PassageSpan(start=2, end=6, text="bare")
    assert made.confidence == 0.4
    assert made.severity == "note"


def test_a_language_that_the_text_belies_is_no_ground_for_a_match() -> None:
    facts = Facts(read=frozenset({"numbers", "names", "negation"}))
    everything = aspects(facts, facts.read, meaning=True, wording=True)
    reason = why_unchecked(everything, Language(code="es", confidence=0.6, method="given"))
    assert reason is not None and "given" in reason
