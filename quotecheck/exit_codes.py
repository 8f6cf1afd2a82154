"""The exit code of a run: what scripts and CI read first."""

from __future__ import annotations

from collections.abc import Container

from quotecheck.config import FailOn
from quotecheck.model import Comparison, FailedComparison, FailedReport, Finding, Report, Severity

OK = 0
FINDINGS = 1
ERROR = 2
UNCHECKED = 3
INTERRUPTED = 130
PIPE_CLOSED = 141
"""128 + SIGPIPE: whoever read the output went away before its end. Neither a pass nor a finding."""

NEVER_COUNTS = "post-unchecked"
"""The rule that reports what code 3 stands for; it is never counted a second time as code 1."""

_RANK: dict[Severity, int] = {"note": 1, "warning": 2, "error": 3}


def exit_code(
    *, read: int, unread: int, worst: Severity | None, unchecked: bool, fail_on: FailOn, lenient: bool
) -> int:
    """The code of a run that was not interrupted and met no usage error.

    Args:
        read: sources (or pairs) that were read and compared.
        unread: sources (or pairs) that could not be read.
        worst: highest severity of the findings that count; None where there is none.
        unchecked: some post is `unchecked`.
        fail_on: least severity that makes the code 1.
        lenient: unchecked posts and unreadable sources are allowed (`--allow-unchecked`).
    """
    if read == 0 and unread > 0:
        return ERROR
    if fail_on != "never" and worst is not None and _RANK[worst] >= _RANK[fail_on]:
        return FINDINGS
    if (unchecked or unread > 0) and not lenient:
        return UNCHECKED
    return OK


class Outcome:
    """Gathers from each result, as it passes by, what the exit code depends on."""

    def __init__(self) -> None:
        self.read = 0
        self.unread = 0
        self.unchecked = False
        self.worst: Severity | None = None

    def see(
        self, result: Report | FailedReport | Comparison | FailedComparison, *, accepted: Container[int] = ()
    ) -> None:
        """Take one result into account.

        Args:
            accepted: places, in a report, of the unchecked posts that a baseline knows.
        """
        if isinstance(result, (FailedReport, FailedComparison)):
            self.unread += 1
            return
        self.read += 1
        if isinstance(result, Report):
            verdicts = [post.verdict for place, post in enumerate(result.posts) if place not in accepted]
        else:
            verdicts = [result.verdict]
        self.unchecked = self.unchecked or "unchecked" in verdicts
        for finding in result.findings:
            self._count(finding)

    def _count(self, finding: Finding) -> None:
        if finding.rule == NEVER_COUNTS:
            return
        if self.worst is None or _RANK[finding.severity] > _RANK[self.worst]:
            self.worst = finding.severity

    def code(self, fail_on: FailOn, *, lenient: bool) -> int:
        """The exit code for everything seen so far."""
        return exit_code(
            read=self.read,
            unread=self.unread,
            worst=self.worst,
            unchecked=self.unchecked,
            fail_on=fail_on,
            lenient=lenient,
        )
