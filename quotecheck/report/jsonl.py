"""JSON Lines: one report, comparison, post or quotation a line, as soon as it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from quotecheck.model import FailedReport, FoundPost, FoundQuotation, Report
from quotecheck.report import Compared, Format
from quotecheck.report.json import encode, plain
from quotecheck.report.layout.style import Style
from quotecheck.rulebook import RuleSheet


class JsonLines(Format):
    """One object a line."""

    name: ClassVar[str] = "jsonl"
    summary: ClassVar[str] = "one JSON object a line"

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        yield from _lines(reports)

    def comparisons(self, compared: Iterable[Compared], *, one: bool, style: Style) -> Iterator[str]:
        yield from _lines(result for _, result in compared)

    def posts(self, posts: Sequence[FoundPost], *, style: Style) -> Iterator[str]:
        yield from _lines(posts)

    def quotations(self, quotations: Sequence[FoundQuotation], *, style: Style) -> Iterator[str]:
        yield from _lines(quotations)

    def rules(self, sheets: Sequence[RuleSheet], *, style: Style) -> Iterator[str]:
        yield from _lines(plain(sheet) for sheet in sheets)


def _lines(items: Iterable[object]) -> Iterator[str]:
    for item in items:
        yield encode(item).decode() + "\n"


FORMAT = JsonLines()
