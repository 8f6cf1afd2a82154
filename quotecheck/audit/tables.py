"""The tables of an audit and their columns. `docs/audit.md` describes them; a change of columns is another VERSION."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import UNSET, Struct

from quotecheck.audit.journal import Entry
from quotecheck.model import CheckedPost, Finding, Report

VERSION = 1

Kind = Literal["text", "integer", "real", "truth"]
Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


class Table(Struct, frozen=True):
    """A table: its name, and the names and kinds of its columns."""

    name: str
    columns: tuple[tuple[str, Kind], ...]


def _columns(text: str) -> tuple[tuple[str, Kind], ...]:
    kinds: dict[str, Kind] = {"t": "text", "i": "integer", "r": "real", "b": "truth"}
    return tuple((name, kinds[kind]) for name, kind in (pair.split(":") for pair in text.split()))


POSTS = Table(
    "posts",
    _columns(
        "article:i source:t post:i platform:t author:t handle:t posted_at:t url:t text:t truncated:b language:t "
        "language_confidence:r line:i column:i verdict:t checked:t translation:t engine:t model:t passage_kind:t "
        "passage:t speaker:t passage_line:i score:r errors:i warnings:i notes:i rules:t"
    ),
)
ARTICLES = Table(
    "articles",
    _columns(
        "article:i source:t origin:t title:t byline:t published:t language:t posts:i match:i divergent:i unmatched:i "
        "unchecked:i errors:i warnings:i notes:i"
    ),
)
FINDINGS = Table(
    "findings",
    _columns(
        "article:i source:t post:i rule:t severity:t confidence:r message:t post_start:i post_end:i post_text:t "
        "passage_kind:t passage_line:i passage_column:i passage_start:i passage_end:i passage_text:t passage_context:t"
    ),
)
ERRORS = Table("errors", _columns("article:i source:t origin:t error:t"))
TABLES = (POSTS, ARTICLES, FINDINGS, ERRORS)


def rows(entry: Entry) -> Iterator[tuple[Table, Row]]:
    """What the tables say of one article, table by table."""
    if entry.failed is not None:
        yield ERRORS, (entry.number, entry.name, entry.origin, entry.failed.error)
    report = entry.report
    if report is None:
        return
    yield ARTICLES, _article(entry, report)
    by_post: dict[int, list[Finding]] = {}
    for found in report.findings:
        if found.post is not None and isinstance(found.post.index, int):
            by_post.setdefault(found.post.index, []).append(found)
    for index, post in enumerate(report.posts):
        yield POSTS, (entry.number, entry.name, index, *_post(post, by_post.get(index, [])))
    for found in report.findings:
        yield FINDINGS, (entry.number, entry.name, *_finding(found))


def _article(entry: Entry, report: Report) -> Row:
    article, counts = report.article, report.summary
    return (
        entry.number,
        entry.name,
        entry.origin,
        article.title,
        article.byline,
        article.published,
        article.language.code,
        counts.posts,
        *(counts.verdicts.get(verdict, 0) for verdict in ("match", "divergent", "unmatched", "unchecked")),
        *(counts.findings.get(severity, 0) for severity in ("error", "warning", "note")),
    )


def _post(post: CheckedPost, findings: list[Finding]) -> Row:
    best = post.alignments[0] if post.alignments else None
    english = post.translation
    return (
        post.platform,
        post.author,
        post.handle,
        post.posted_at,
        post.url,
        post.text,
        post.truncated,
        post.language.code if post.language else None,
        post.language.confidence if post.language else None,
        post.line,
        post.column,
        post.verdict,
        " ".join(post.checked),
        english.text if english else None,
        english.engine if english else None,
        english.model if english else None,
        best.passage.kind if best else None,
        best.passage.text if best else None,
        best.passage.speaker if best else None,
        best.passage.line if best else None,
        best.score if best else None,
        *(sum(found.severity == severity for found in findings) for severity in ("error", "warning", "note")),
        " ".join(sorted({found.rule for found in findings})),
    )


def _finding(found: Finding) -> Row:
    post, passage = found.post, found.passage
    index = post.index if post is not None and isinstance(post.index, int) else None
    return (
        index,
        found.rule,
        found.severity,
        found.confidence,
        found.message,
        *((post.start, post.end, post.text) if post is not None else (None, None, None)),
        *(
            (
                _set(passage.kind),
                _set(passage.line),
                _set(passage.column),
                passage.start,
                passage.end,
                passage.text,
                _set(passage.context),
            )
            if passage is not None
            else (None,) * 7
        ),
    )


def _set(value: object) -> Cell:
    return None if value is UNSET or not isinstance(value, str | int | float) else value
