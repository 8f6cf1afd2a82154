"""JUnit XML, which Jenkins, GitLab and most others show as test results: a source is a suite, an embedded post a test.

There is no standard; this keeps to what Jenkins' and Maven Surefire's schemas have in common. A test fails where an
error or a warning stands on its post, and is skipped where the post could not be checked or nothing renders it: what
was not compared has not passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import ClassVar

from quotecheck.model import CheckedPost, Comparison, FailedComparison, FailedReport, Finding, Pair, Report
from quotecheck.report import Compared, Format
from quotecheck.report.ci.paths import Paths
from quotecheck.report.ci.words import author, line, message, rule_and_confidence, spans
from quotecheck.report.layout.finding import gravest_first
from quotecheck.report.layout.post import findings_by_post
from quotecheck.report.layout.style import Style
from quotecheck.report.layout.visible import visible
from quotecheck.report.layout.words import ASPECTS, counted

_IN_MEMORY = 1 << 20
"""Bytes of suites that are kept in memory until their counts, which come first, are known; more goes to a file."""


class Junit(Format):
    """One document. Its counts stand at its head, so nothing is written before all is read."""

    name: ClassVar[str] = "junit"
    summary: ClassVar[str] = "JUnit XML, for the test reports of Jenkins, GitLab and others"

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        paths = Paths()
        total = _Counts()
        with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n") as kept:
            for report in reports:
                path = paths.find(report.source).path
                cases = list(_cases(report, path))
                counts = _Counts(cases)
                total.add(counts)
                kept.write(_suite(line(path), cases, counts))
                yield ""
            yield from _document(kept, total)

    def comparisons(self, compared: Iterable[Compared], *, one: bool, style: Style) -> Iterator[str]:
        total = _Counts()
        with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n") as kept:
            for number, (pair, result) in enumerate(compared, start=1):
                case = _pair(number, pair, result)
                total.add(_Counts([case]))
                kept.write(case.text)
                yield ""
            yield f'{_HEAD}<testsuites name="quotecheck"{total}>\n<testsuite name="pairs"{total}>\n'
            yield from _replayed(kept)
            yield "</testsuite>\n</testsuites>\n"


_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class _Case:
    """One test: its XML, and what came of it ("failure", "error", "skipped" or "")."""

    def __init__(self, attributes: dict[str, str | int], outcome: str = "", head: str = "", body: str = "") -> None:
        self.outcome = outcome
        given = "".join(f' {name}="{escape(visible(str(value)))}"' for name, value in attributes.items())
        inner = ""
        if outcome == "skipped":
            inner = f'<skipped message="{escape(head)}"/>\n'
        elif outcome:
            inner = f'<{outcome} message="{escape(head)}" type="{escape(body.partition(":")[0])}">'
            inner += f"{escape(body)}</{outcome}>\n"
        if body and outcome in ("", "skipped"):
            inner += f"<system-out>{escape(body)}</system-out>\n"
        self.text = f"<testcase{given}>\n{inner}</testcase>\n" if inner else f"<testcase{given}/>\n"


class _Counts:
    """How many tests there are, and what came of them; printed as attributes."""

    def __init__(self, cases: Sequence[_Case] = ()) -> None:
        self._tests = len(cases)
        self._outcomes = {kind: sum(case.outcome == kind for case in cases) for kind in ("failure", "error", "skipped")}

    def add(self, other: _Counts) -> None:
        self._tests += other._tests
        for kind, number in other._outcomes.items():
            self._outcomes[kind] += number

    def __str__(self) -> str:
        failures, errors, skipped = self._outcomes.values()
        return f' tests="{self._tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"'


def escape(text: str) -> str:
    """What XML gives a meaning, as references. What XML may not hold at all, `visible` has named before."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&apos;")


def _document(kept: SpooledTemporaryFile[str], total: _Counts) -> Iterator[str]:
    yield f'{_HEAD}<testsuites name="quotecheck"{total}>\n'
    yield from _replayed(kept)
    yield "</testsuites>\n"


def _replayed(kept: SpooledTemporaryFile[str]) -> Iterator[str]:
    kept.seek(0)
    while piece := kept.read(1 << 16):
        yield piece


def _suite(name: str, cases: Sequence[_Case], counts: _Counts) -> str:
    return f'<testsuite name="{escape(name)}"{counts}>\n{"".join(case.text for case in cases)}</testsuite>\n'


def _cases(report: Report | FailedReport, path: str) -> Iterator[_Case]:
    common: dict[str, str | int] = {"classname": path, "file": path}
    if isinstance(report, FailedReport):
        yield _Case({"name": "the article", **common}, "error", line(report.error), f"unreadable: {line(report.error)}")
        return
    about, rest = findings_by_post(report)
    for index, post in enumerate(report.posts):
        name = f"post {index + 1}, line {post.line}: {author(post)}"
        attributes: dict[str, str | int] = {"name": name, **common, "line": post.line}
        yield _case(attributes, about.get(index, []), _not_compared(post))
    if rest:
        yield _case({"name": "the article", **common}, rest, "")


def _not_compared(post: CheckedPost) -> str:
    if post.verdict == "unmatched":
        return "nothing in the article renders this post"
    return _unchecked(post.checked) if post.verdict == "unchecked" else ""


def _unchecked(checked: Sequence[str]) -> str:
    return f"not checked: {', '.join(aspect for aspect in ASPECTS if aspect not in checked) or 'too little to compare'}"


def _case(attributes: dict[str, str | int], findings: Sequence[Finding], skipped: str) -> _Case:
    ordered = gravest_first(list(findings))
    body = "\n".join(_lines(ordered))
    if ordered and ordered[0].severity != "note":
        more = f" (and {counted(len(ordered) - 1, 'more finding')})" if len(ordered) > 1 else ""
        return _Case(attributes, "failure", message(ordered[0]) + more, body)
    return _Case(attributes, "skipped" if skipped else "", skipped, body)


def _lines(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        place = finding.passage
        at = f" at line {place.line}" if place is not None and isinstance(place.line, int) else ""
        yield f"{rule_and_confidence(finding)}{at}"
        yield f"  {finding.severity}: {message(finding)}"
        post, passage = spans(finding)
        if post and passage:
            yield f"  post: {post}"
            yield f"  article: {passage}"


def _pair(number: int, pair: Pair | None, result: Comparison | FailedComparison) -> _Case:
    name = line(f"pair {result.id if result.id is not None else number}")
    attributes: dict[str, str | int] = {"name": name, "classname": "pairs"}
    if isinstance(result, FailedComparison):
        return _Case(attributes, "error", line(result.error), f"unreadable: {line(result.error)}")
    return _case(attributes, result.findings, _unchecked(result.checked) if result.verdict == "unchecked" else "")


FORMAT = Junit()
