"""Results -> text that is printed or written.

A format is one module of this folder that ends in `FORMAT = ItsClass()` and is called as its file is. It is found by
being there: no list names it. What several formats share lives in sub-packages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import ClassVar

from msgspec import UNSET, UnsetType

from quotecheck.errors import UsageError
from quotecheck.model import (
    Comparison,
    FailedComparison,
    FailedReport,
    Finding,
    FoundPost,
    FoundQuotation,
    Pair,
    Report,
    ReportSummary,
)
from quotecheck.report.layout.style import Style
from quotecheck.rulebook import RuleSheet

Compared = tuple[Pair | None, Comparison | FailedComparison]
"""A comparison with the pair it was made of, which a reader is shown; None where the line could not be read."""


class Format:
    """Base of all formats. Each method yields pieces of text, as soon as they are certain.

    For every result it takes it yields at least one piece, even an empty one: several formats are then written side by
    side, result by result, and none of them makes a long run be kept in memory.

    A format that has no form for some kind of result leaves that method as it is here.

    Attributes:
        name: what follows `--format`; the same as the file's name.
        summary: one line for lists.
        unicode: the text must be UTF-8, whatever the terminal's own encoding.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    unicode: ClassVar[bool] = True

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        """What `check` prints. `one`: a single file, URL or stdin was named."""
        raise self._unfit("check")

    def comparisons(self, compared: Iterable[Compared], *, one: bool, style: Style) -> Iterator[str]:
        """What `compare` prints. `one`: the pair was given by options."""
        raise self._unfit("compare")

    def posts(self, posts: Sequence[FoundPost], *, style: Style) -> Iterator[str]:
        """What `posts` prints."""
        raise self._unfit("posts")

    def quotations(self, quotations: Sequence[FoundQuotation], *, style: Style) -> Iterator[str]:
        """What `quotes` prints."""
        raise self._unfit("quotes")

    def rules(self, sheets: Sequence[RuleSheet], *, style: Style) -> Iterator[str]:
        """What `rules` prints."""
        raise self._unfit("rules")

    def _unfit(self, command: str) -> UsageError:
        return UsageError(f"the format {self.name} has no form for {command}", hint="use --format text or json")


def format_names() -> tuple[str, ...]:
    """Names of all formats, in alphabetical order."""
    return tuple(sorted(found.name for found in iter_modules(__path__) if not found.ispkg))


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        UsageError: there is none.
    """
    names = format_names()
    if name not in names:
        from quotecheck.suggest import did_you_mean

        known = ", ".join(names)
        raise UsageError(f"unknown format {name!r}", hint=did_you_mean(name, names, otherwise=f"formats are {known}"))
    found = import_module(f"{__name__}.{name}").FORMAT
    assert isinstance(found, Format)
    return found


class Tally:
    """Counts over several reports, gathered as they pass by."""

    def __init__(self) -> None:
        self._sources = 0
        self._unreadable = 0
        self._verdicts = {"divergent": 0, "unmatched": 0, "unchecked": 0, "match": 0}
        self._findings = {"error": 0, "warning": 0, "note": 0}
        self._suppressed: int | UnsetType = UNSET
        self._known: int | UnsetType = UNSET

    def add(self, report: Report | FailedReport) -> None:
        """Count one report."""
        self._sources += 1
        if isinstance(report, FailedReport):
            self._unreadable += 1
            return
        for post in report.posts:
            self._verdicts[post.verdict] += 1
        self.add_findings(report.findings)
        self._suppressed = _plus(self._suppressed, report.summary.suppressed)
        self._known = _plus(self._known, report.summary.known)

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Count findings."""
        for finding in findings:
            self._findings[finding.severity] += 1

    def summary(self) -> ReportSummary:
        """The counts so far."""
        return ReportSummary(
            sources=self._sources,
            unreadable=self._unreadable,
            posts=sum(self._verdicts.values()),
            verdicts=dict(self._verdicts),
            findings=dict(self._findings),
            suppressed=self._suppressed,
            known=self._known,
        )


def _plus(number: int | UnsetType, more: int | UnsetType) -> int | UnsetType:
    if more is UNSET:
        return number
    return more if number is UNSET else number + more


def summarise(reports: Iterable[Report | FailedReport]) -> ReportSummary:
    """Counts over several reports."""
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally.summary()
