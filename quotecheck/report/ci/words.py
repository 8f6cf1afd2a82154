"""The words that the formats for CI have in common."""

from __future__ import annotations

from quotecheck.model import CheckedPost, Finding, Severity
from quotecheck.report.layout.post import who
from quotecheck.report.layout.visible import visible
from quotecheck.report.layout.words import counted, how_sure, listed

MESSAGE_LIMIT = 1000
SPAN_LIMIT = 300
"""Code points that are shown; findings are kept in memory until the end of a run, and a hostile page has no end."""


def line(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """A stranger's text on one line, with nothing in it that acts, and not too long."""
    shown = visible(" ".join(text[: limit * 2].split()))
    return shown if len(shown) <= limit and len(text) <= limit * 2 else shown[: limit - 1] + "…"


def message(finding: Finding) -> str:
    """What a finding says."""
    return line(finding.message)


def spans(finding: Finding) -> tuple[str, str]:
    """The words of post and article that differ; "" for a side that has none."""
    post, passage = finding.post, finding.passage
    return (line(post.text, SPAN_LIMIT) if post else "", line(passage.text, SPAN_LIMIT) if passage else "")


def rule_and_confidence(finding: Finding) -> str:
    """ "bound-changed: very likely, 85%" """
    return f"{finding.rule}: {how_sure(finding.confidence)}"


def author(post: CheckedPost) -> str:
    """Whose post it is, where and when."""
    return line(who(post), SPAN_LIMIT)


def severities(counts: dict[str, int] | dict[Severity, int]) -> str:
    """ "1 error and 3 notes"; "" where there are none."""
    return listed([counted(number, str(severity)) for severity, number in counts.items() if number])
