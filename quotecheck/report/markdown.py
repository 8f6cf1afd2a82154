"""Markdown as GitHub and GitLab read it: for `$GITHUB_STEP_SUMMARY` and for comments on pull requests.

GitHub takes 65,536 characters in a comment and 1 MiB in a summary, so the gravest findings are shown and the rest is
counted. A stranger's words can neither break out of their cell nor call anybody by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from quotecheck.model import Comparison, FailedComparison, FailedReport, Finding, Report
from quotecheck.report import Compared, Format, Tally
from quotecheck.report.ci.paths import Paths, Whereabouts
from quotecheck.report.ci.spots import Spot, spots
from quotecheck.report.ci.words import SPAN_LIMIT, author, line, message, rule_and_confidence, severities, spans
from quotecheck.report.ci.worst import Worst
from quotecheck.report.layout.style import Style
from quotecheck.report.layout.visible import visible
from quotecheck.report.layout.words import counted, summary_line

MAX_ROWS = 200
"""Findings that are shown at most."""

MAX_LENGTH = 60_000
"""Characters of the whole, in UTF-16 units, which are never fewer than characters: safely below GitHub's 65,536."""

MAX_UNREAD = 10
"""Unreadable sources that are named."""

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_HARMLESS = frozenset(",;:%'\"()/?=+-.")
# Links that GitHub makes of bare words, even between HTML's code tags: https://, www., a@b.
_LINK = re.compile(r"(?<=://)|(?<=\bwww)(?=\.)|(?<=\w@)(?=\w)", re.IGNORECASE)
# And what it makes something else of in text that is no code: @name, #1, GH-1, :smile:
_LIVE = re.compile(rf"{_LINK.pattern}|(?<=[@#])(?=\w)|(?<=\bGH)(?=-\d)|(?<=:)(?=[\w+-]+:)", re.IGNORECASE)

_HEAD = "| | where | what differs | post | article |\n|---|---|---|---|---|\n"


class Markdown(Format):
    """One line of counts, and a table with the gravest findings first. Nothing is written before all is read."""

    name: ClassVar[str] = "markdown"
    summary: ClassVar[str] = "a table for pull requests and job summaries"

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        paths = Paths()
        tally = Tally()
        worst: Worst[str] = Worst(MAX_ROWS)
        unread = _Unread()
        for report in reports:
            tally.add(report)
            where = paths.find(report.source)
            if isinstance(report, FailedReport):
                unread.add(where.path, report.error)
            else:
                for spot in spots(report, where):
                    worst.offer(spot.finding, partial(_row, spot.finding, where, spot))
            yield ""
        summary = tally.summary()
        yield from _page(summary_line(summary), worst, unread)

    def comparisons(self, compared: Iterable[Compared], *, one: bool, style: Style) -> Iterator[str]:
        worst: Worst[str] = Worst(MAX_ROWS)
        unread = _Unread()
        verdicts: dict[str, int] = {}
        for number, (_, result) in enumerate(compared, start=1):
            name = f"pair {number if result.id is None else result.id}"
            if isinstance(result, FailedComparison):
                unread.add(name, result.error)
            else:
                _count(result, verdicts)
                for finding in result.findings:
                    worst.offer(finding, partial(_row, finding, name, None))
            yield ""
        total = sum(verdicts.values()) + unread.number
        parts = [f"{number:,} {verdict}" for verdict, number in verdicts.items()]
        parts += [f"{unread.number:,} could not be read"] if unread.number else []
        found = severities(worst.seen)
        line = f"{counted(total, 'pair')}: {', '.join(parts) or 'none'}; {found or 'nothing found'}"
        yield from _page(line, worst, unread)


def text(words: str) -> str:
    """Words as Markdown shows them, letter by letter: in a table, no link, no markup, nobody notified."""
    return _escaped(_LIVE, words)


def code(words: str) -> str:
    """Words as code, where GitHub looks for no names; "" where there are none."""
    return f"<code>{_escaped(_LINK, words)}</code>" if words else ""


def _escaped(live: re.Pattern[str], words: str) -> str:
    # A zero-width space (U+200B) stands where GitHub would otherwise go on reading; `visible` leaves no "\0" of theirs.
    shown = live.sub("\0", visible(words))
    return _PUNCTUATION.sub(_reference, shown).replace("\0", "&#8203;")


def _reference(found: re.Match[str]) -> str:
    char = found[0]
    return char if char in _HARMLESS else f"&#{ord(char)};"


class _Unread:
    """What could not be read: the first few by name, all by number."""

    def __init__(self) -> None:
        self.number = 0
        self._lines: list[str] = []

    def add(self, name: str, error: str) -> None:
        self.number += 1
        if len(self._lines) < MAX_UNREAD:
            self._lines.append(f"- {code(line(name, SPAN_LIMIT))}: {text(line(error, SPAN_LIMIT))}\n")

    def page(self) -> Iterator[str]:
        if not self.number:
            return
        yield "\n**Not read**\n\n"
        yield from self._lines
        if self.number > len(self._lines):
            yield f"- and {self.number - len(self._lines):,} more\n"


def _count(result: Comparison, verdicts: dict[str, int]) -> None:
    verdicts[result.verdict] = verdicts.get(result.verdict, 0) + 1


def _row(finding: Finding, where: Whereabouts | str, spot: Spot | None) -> str:
    place = where if isinstance(where, str) else where.path
    if spot is not None and spot.region is not None:
        place += f":{spot.region.line}:{spot.region.column}"
    post, passage = spans(finding)
    told = f"{text(message(finding))} ({text(rule_and_confidence(finding))})"
    whose = text(author(spot.post)) if spot is not None and spot.post is not None else ""
    said = "<br>".join(part for part in (code(post), whose) if part)
    return f"| {finding.severity} | {code(line(place))} | {told} | {said} | {code(passage)} |\n"


def _page(headline: str, worst: Worst[str], unread: _Unread) -> Iterator[str]:
    head = f"### quotecheck\n\n{headline}\n"
    last = "".join(unread.page())
    rows = _fitting(worst.kept(), MAX_LENGTH - _length(head) - _length(_HEAD) - _length(last))
    yield head
    if rows:
        yield "\n" + _HEAD
        yield from rows
    left = sum(worst.seen.values()) - len(rows)
    if left:
        yield f"\n{counted(left, 'finding')} more {'is' if left == 1 else 'are'} not shown here.\n"
    yield last


def _fitting(rows: Sequence[str], room: int) -> list[str]:
    kept: list[str] = []
    for row in rows:
        room -= _length(row)
        if room < 0:
            break
        kept.append(row)
    return kept


def _length(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


FORMAT = Markdown()
