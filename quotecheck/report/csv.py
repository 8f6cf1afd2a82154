"""CSV (RFC 4180), for a spreadsheet: one row a finding, and one for each post that nothing was found on.

A spreadsheet runs what looks like a formula (OWASP, "CSV Injection"), so such a text is given an apostrophe in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from csv import QUOTE_ALL, writer
from io import StringIO
from typing import ClassVar

from quotecheck.model import CheckedPost, Comparison, FailedComparison, FailedReport, Finding, Report
from quotecheck.report import Compared, Format
from quotecheck.report.layout.post import findings_by_post
from quotecheck.report.layout.style import Style
from quotecheck.report.layout.visible import visible

COLUMNS = (
    "source",
    "line",
    "column",
    "platform",
    "author",
    "handle",
    "posted_at",
    "url",
    "verdict",
    "severity",
    "rule",
    "confidence",
    "message",
    "post",
    "article",
)

PAIR_COLUMNS = (
    "id",
    "language",
    "similarity",
    "verdict",
    "severity",
    "rule",
    "confidence",
    "message",
    "post",
    "quote",
)

# What begins a formula; behind a semicolon too, where a spreadsheet of another locale begins a new cell.
_FORMULA = re.compile(r"(^|;)( *)(?=[=+\-@＝＋－＠])")


class Csv(Format):
    """Rows as they come, below one row of names."""

    name: ClassVar[str] = "csv"
    summary: ClassVar[str] = "a table for spreadsheets"

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        yield row(COLUMNS)
        for report in reports:
            yield "".join(_report(report))

    def comparisons(self, compared: Iterable[Compared], *, one: bool, style: Style) -> Iterator[str]:
        yield row(PAIR_COLUMNS)
        for _, result in compared:
            yield "".join(_comparison(result))


def row(cells: Iterable[object]) -> str:
    """One line. Every cell is quoted, and None is an empty one."""
    out = StringIO()
    writer(out, quoting=QUOTE_ALL, lineterminator="\r\n").writerow(
        [cell(value) if isinstance(value, str) else value for value in cells]
    )
    return out.getvalue()


def cell(text: str) -> str:
    """`text` on one line, which no spreadsheet takes for a formula."""
    return _FORMULA.sub(r"\1\2'", visible(text))


def _report(report: Report | FailedReport) -> Iterator[str]:
    if isinstance(report, FailedReport):
        yield _row(source=report.source, verdict="unreadable", message=report.error)
        return
    about, rest = findings_by_post(report)
    for index, post in enumerate(report.posts):
        common = {"source": report.source, **_post(post)}
        findings = about.get(index, [])
        for finding in findings:
            yield _row(**(common | _finding(finding)))
        if not findings:
            yield _row(**common)
    for finding in rest:
        yield _row(source=report.source, **_finding(finding))


def _row(**cells: object) -> str:
    return row([cells.get(name) for name in COLUMNS])


def _post(post: CheckedPost) -> dict[str, object]:
    return {
        "line": post.line,
        "column": post.column,
        "platform": post.platform,
        "author": post.author,
        "handle": post.handle,
        "posted_at": post.posted_at,
        "url": post.url,
        "verdict": post.verdict,
    }


def _finding(finding: Finding) -> dict[str, object]:
    found: dict[str, object] = {
        "severity": finding.severity,
        "rule": finding.rule,
        "confidence": finding.confidence,
        "message": finding.message,
        "post": finding.post.text if finding.post else None,
        "article": finding.passage.text if finding.passage else None,
    }
    passage = finding.passage
    if passage is not None and isinstance(passage.line, int) and isinstance(passage.column, int):
        found |= {"line": passage.line, "column": passage.column}
    return found


def _comparison(result: Comparison | FailedComparison) -> Iterator[str]:
    name = None if result.id is None else str(result.id)
    if isinstance(result, FailedComparison):
        yield row([name, None, None, "unreadable", None, None, None, result.error, None, None])
        return
    common = [name, result.language.code, result.similarity, result.verdict]
    for finding in result.findings:
        sides = [side.text if side else None for side in (finding.post, finding.passage)]
        yield row([*common, finding.severity, finding.rule, finding.confidence, finding.message, *sides])
    if not result.findings:
        yield row([*common, *[None] * 6])


FORMAT = Csv()
