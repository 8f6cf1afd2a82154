"""The findings of a report, each with the post it is about and its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET, Struct

from quotecheck.model import CheckedPost, Finding, Report
from quotecheck.report.ci.ends import Text, read
from quotecheck.report.ci.paths import Whereabouts
from quotecheck.report.layout.post import findings_by_post


class Region(Struct, frozen=True, kw_only=True):
    """A stretch of a file.

    Attributes:
        line, column: where it begins, 1-based, in code points.
        end_line, end_column: just behind its end; None where it is not known.
        written: how the file writes it; None where the end is not known.
    """

    line: int
    column: int
    end_line: int | None = None
    end_column: int | None = None
    written: str | None = None


class Spot(Struct, frozen=True, kw_only=True):
    """A finding and where it stands.

    Attributes:
        post: the post it is about; None for a finding about the article alone.
        region: the passage's place, else the post's; None where the report knows neither.
        post_region: where the embed begins, for a finding that compares both sides.
    """

    finding: Finding
    post: CheckedPost | None
    region: Region | None
    post_region: Region | None = None


def spots(report: Report, where: Whereabouts) -> Iterator[Spot]:
    """A report's findings with their places, post by post, then those about the article alone; each is said once."""
    about, rest = findings_by_post(report)
    text = read(report.source) if where.file and _has_passages(report) else None
    for index in sorted(about):
        post = report.posts[index] if index < len(report.posts) else None
        for finding in about[index]:
            yield _spot(finding, post, text)
    for finding in rest:
        yield _spot(finding, None, text)


def _has_passages(report: Report) -> bool:
    return any(finding.passage is not None for finding in report.findings)


def _spot(finding: Finding, post: CheckedPost | None, text: Text | None) -> Spot:
    embed = Region(line=max(1, post.line), column=max(1, post.column)) if post is not None else None
    passage = finding.passage
    if passage is None or passage.line is UNSET or passage.column is UNSET:
        return Spot(finding=finding, post=post, region=embed)
    line, column = max(1, passage.line), max(1, passage.column)
    found = text.end(line, column, passage.text) if text is not None else None
    end_line, end_column, written = found or (None, None, None)
    region = Region(line=line, column=column, end_line=end_line, end_column=end_column, written=written)
    return Spot(finding=finding, post=post, region=region, post_region=embed if finding.post is not None else None)
