"""SARIF 2.1.0 (OASIS), for GitHub code scanning and every editor and dashboard that reads it.

GitHub refuses a file with more than 25,000 results in a run, with more than 10 MB when compressed, or with more than 20
tags on a rule, and shows the 5,000 gravest results (its documentation, "SARIF support for code scanning" and "SARIF
results exceed one or more limits"). So the gravest come first, the rest is left out, and a notification says so.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar

from quotecheck import __version__
from quotecheck.model import FailedReport, Report
from quotecheck.report import Format
from quotecheck.report.ci.fingerprint import Fingerprints
from quotecheck.report.ci.paths import ROOT_ID, Paths, Whereabouts
from quotecheck.report.ci.spots import Region, Spot, spots
from quotecheck.report.ci.words import SPAN_LIMIT, author, line, message, spans
from quotecheck.report.ci.worst import Worst
from quotecheck.report.json import encode
from quotecheck.report.layout.style import Style
from quotecheck.rulebook import RuleSheet

MAX_RESULTS = 25_000
"""Results in a run that GitHub accepts."""

MAX_COMPRESSED = 9_000_000
"""Bytes that the results may take when compressed: a tenth below GitHub's 10 MB, since it compresses them itself."""

MAX_NOTIFICATIONS = 1_000
"""Unreadable sources that are named; the rest is counted."""

FINGERPRINT = "quotecheck/words/v1"
"""A name of our own: GitHub computes `primaryLocationLineHash` itself, and warns of any other value found under it."""

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}


class Sarif(Format):
    """One run; one result a line, the gravest first. Nothing is written before all is read."""

    name: ClassVar[str] = "sarif"
    summary: ClassVar[str] = "SARIF 2.1.0, for code scanning and editors"

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        run = _Run()
        for report in reports:
            run.add(report)
            yield ""
        yield from run.written()


class _Run:
    def __init__(self) -> None:
        from quotecheck.rulebook import sheet
        from quotecheck.rules import all_rules

        self._rules = [sheet(rule) for rule in all_rules()]
        self._numbers = {found.name: number for number, found in enumerate(self._rules)}
        self._paths = Paths()
        self._results: Worst[bytes] = Worst(MAX_RESULTS)
        self._unread: list[dict[str, Any]] = []
        self._failed = 0
        self._engines: set[str] = set()

    def add(self, report: Report | FailedReport) -> None:
        """Keep what may be written of one report."""
        where = self._paths.find(report.source)
        if isinstance(report, FailedReport):
            self._failed += 1
            if len(self._unread) < MAX_NOTIFICATIONS:
                place = {"physicalLocation": {"artifactLocation": _artifact(where)}}
                self._unread.append(_notification("error", f"Not read: {report.error}", [place]))
            return
        self._engines.update((*report.tool.translators, *report.tool.embedders))
        names = Fingerprints(where.uri)
        for spot in spots(report, where):
            self._results.offer(spot.finding, partial(self._result, spot, where, names.of(spot.finding)))

    def written(self) -> Iterator[str]:
        """The whole log."""
        driver = {"name": "quotecheck", "version": __version__, "rules": [_rule(found) for found in self._rules]}
        yield f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{\n'
        yield f'"tool":{encode({"driver": driver}).decode()},\n'
        yield '"columnKind":"unicodeCodePoints",\n'
        bases = {ROOT_ID: {"description": {"text": "The root of the repository."}}}
        yield f'"originalUriBaseIds":{encode(bases).decode()},\n'
        yield '"results":['
        written = 0
        for result in _fitting(self._results.kept()):
            yield (",\n" if written else "\n") + result.decode()
            written += 1
        yield "\n],\n" if written else "],\n"
        yield f'"invocations":[{encode(self._invocation(written)).decode()}],\n'
        yield f'"properties":{encode({"engines": sorted(self._engines)}).decode()}\n}}]}}\n'

    def _invocation(self, written: int) -> dict[str, Any]:
        notes = list(self._unread)
        if self._failed > len(notes):
            notes.append(_notification("error", f"{self._failed - len(notes):,} more sources could not be read."))
        left = sum(self._results.seen.values()) - written
        if left:
            notes.insert(
                0,
                _notification(
                    "warning",
                    f"{left:,} of {left + written:,} findings are not in this file, which holds the gravest that "
                    "GitHub's limits allow. The formats json, jsonl and csv hold all of them.",
                ),
            )
        found: dict[str, Any] = {"executionSuccessful": not self._failed}
        return found | ({"toolExecutionNotifications": notes} if notes else {})

    def _result(self, spot: Spot, where: Whereabouts, name: str) -> bytes:
        finding = spot.finding
        result: dict[str, Any] = {"ruleId": finding.rule}
        if finding.rule in self._numbers:
            result["ruleIndex"] = self._numbers[finding.rule]
        result |= {
            "level": finding.severity,
            "rank": round(finding.confidence * 100, 1),
            "message": {"text": literal(_told(spot))},
            "locations": [_location(where, spot.region)],
            "partialFingerprints": {FINGERPRINT: name},
        }
        if spot.post is not None and spot.post_region is not None:
            said = {"message": {"text": literal(f"The post: {author(spot.post)}")}, "id": 1}
            result["relatedLocations"] = [_location(where, spot.post_region) | said]
        properties: dict[str, Any] = {"confidence": finding.confidence}
        if spot.post is not None:
            properties |= {"verdict": spot.post.verdict, "platform": spot.post.platform}
        return encode(result | {"properties": properties})


def literal(text: str) -> str:
    """`text` as the plain text of a SARIF message, in which braces stand for arguments (3.11.5) and `[a](1)` for a link
    (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _told(spot: Spot) -> str:
    text = message(spot.finding) or spot.finding.rule  # a message may not be empty
    post, passage = spans(spot.finding)
    if post and passage and not (post in text and passage in text):
        text += f" Post: {post} ≠ article: {passage}"
    return text


def _fitting(results: Sequence[bytes]) -> Iterator[bytes]:
    """The results that fit in a file that GitHub accepts, from the first."""
    if sum(map(len, results)) <= MAX_COMPRESSED:
        yield from results
        return
    packer = zlib.compressobj()
    packed = 0
    for result in results:
        packed += len(packer.compress(result))
        if packed > MAX_COMPRESSED:
            return
        yield result


def _rule(found: RuleSheet) -> dict[str, Any]:
    sections = [(heading, text) for heading, text in found.sections if text]
    if not any(heading == "Reads" for heading, _ in sections):
        sections.append(("Reads", found.reads))
    whole = next((text for heading, text in sections if heading == "What it does"), found.summary)
    return {
        "id": found.name,
        "shortDescription": {"text": literal(found.summary)},
        "fullDescription": {"text": literal(whole)},
        "help": {
            "text": literal("\n\n".join(f"{heading}: {text}" if heading else text for heading, text in sections)),
            "markdown": "\n\n".join(f"**{heading}.** {text}" if heading else text for heading, text in sections),
        },
        "defaultConfiguration": {"level": found.severity},
        "properties": {"tags": ["quotation"], "problem.severity": _PROBLEM[found.severity]},
    }


def _artifact(where: Whereabouts) -> dict[str, str]:
    return {"uri": where.uri, "uriBaseId": ROOT_ID} if where.relative else {"uri": where.uri}


def _location(where: Whereabouts, region: Region | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(where)}
    if region is not None:
        physical["region"] = _region(region)
    return {"physicalLocation": physical}


def _region(region: Region) -> dict[str, Any]:
    found: dict[str, Any] = {"startLine": region.line, "startColumn": region.column}
    if region.end_line is not None:
        found |= {"endLine": region.end_line, "endColumn": region.end_column}
    if region.written is not None and len(region.written) <= SPAN_LIMIT:
        found["snippet"] = {"text": region.written}
    return found


def _notification(level: str, text: str, locations: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    found: dict[str, Any] = {"level": level, "message": {"text": literal(line(text))}}
    return found | ({"locations": list(locations)} if locations else {})


FORMAT = Sarif()
