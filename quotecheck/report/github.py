"""GitHub Actions: workflow commands that put findings beside the lines of a pull request.

GitHub shows 10 annotations of each level a step and drops the others without a word (its documentation of problem
matchers, "Limitations"), so only the 10 gravest of each are written, and the last line says what was not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar

from quotecheck.model import FailedReport, Report, Severity
from quotecheck.report import Format, Tally
from quotecheck.report.ci.paths import Paths, Whereabouts
from quotecheck.report.ci.spots import Spot, spots
from quotecheck.report.ci.words import author, line, message, rule_and_confidence, severities, spans
from quotecheck.report.ci.worst import Worst
from quotecheck.report.layout.style import Style
from quotecheck.report.layout.visible import visible
from quotecheck.report.layout.words import counted, summary_line

MOST = 10
"""Annotations of one level in one step."""

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


class Github(Format):
    """Annotations, the gravest first, then a line that counts everything. Nothing is written before all is read."""

    name: ClassVar[str] = "github"
    summary: ClassVar[str] = "annotations in GitHub Actions"

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        paths = Paths()
        tally = Tally()
        worst: dict[Severity, Worst[str]] = {severity: Worst(MOST) for severity in _LEVELS}
        unread: list[str] = []
        failed = 0
        for report in reports:
            tally.add(report)
            where = paths.find(report.source)
            if isinstance(report, FailedReport):
                failed += 1
                if len(unread) < MOST:
                    unread.append(command("error", f"Not read: {line(report.error)}", _file(where), title="quotecheck"))
            else:
                for spot in spots(report, where):
                    finding = spot.finding
                    worst[finding.severity].offer(finding, partial(_annotation, spot, where))
            yield ""
        yield from unread
        room = {"error": MOST - len(unread), "warning": MOST, "note": MOST}
        hidden: dict[Severity, int] = {}
        for severity, kept in worst.items():
            shown = kept.kept()[: room[severity]]
            hidden[severity] = kept.seen[severity] - len(shown)
            yield from shown
        yield f"quotecheck: {summary_line(tally.summary())}{_left_out(hidden, failed - len(unread))}\n"


def command(level: str, text: str, properties: dict[str, str | int] | None = None, *, title: str = "") -> str:
    """One workflow command, escaped as the runner undoes it (`actions/toolkit`, `core/src/command.ts`).

    Args:
        level: error, warning or notice.
        text: the message; may have several lines.
        properties: file, line and so on.
        title: what stands above the message.
    """
    given = {**(properties or {}), **({"title": title} if title else {})}
    shown = ",".join(f"{name}={_property(visible(str(value)))}" for name, value in given.items())
    body = "\n".join(visible(part) for part in text.split("\n"))
    return f"::{level}{' ' if shown else ''}{shown}::{_data(body)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _file(where: Whereabouts) -> dict[str, str | int]:
    return {"file": where.path} if where.file else {}


def _annotation(spot: Spot, where: Whereabouts) -> str:
    finding = spot.finding
    lines = [message(finding)]
    post, passage = spans(finding)
    if post and passage:
        lines += [f"Post: {post}", f"Article: {passage}"]
    if spot.post is not None:
        lines.append(f"{author(spot.post)} ({rule_and_confidence(finding)})")
    else:
        lines.append(rule_and_confidence(finding))
    return command(_LEVELS[finding.severity], "\n".join(lines), _place(spot, where), title=finding.rule)


def _place(spot: Spot, where: Whereabouts) -> dict[str, str | int]:
    found = _file(where)
    if not found or spot.region is None:
        return found
    region = spot.region
    found["line"] = region.line
    if region.end_line is not None and region.end_line != region.line:
        return {**found, "endLine": region.end_line}  # GitHub takes columns within one line only
    found["col"] = region.column
    if region.end_column is not None:
        found["endColumn"] = region.end_column
    return found


def _left_out(hidden: dict[Severity, int], unread: int) -> str:
    sources = counted(unread, "unreadable source") if unread else ""
    parts = [part for part in (severities(hidden), sources) if part]
    return f". Not shown as annotations: {', '.join(parts)}" if parts else ""


FORMAT = Github()
