"""A report with something of everything, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotecheck.model import (
    SCHEMA_VERSION,
    Alignment,
    ArticleHeader,
    CheckedPost,
    Comparison,
    FailedReport,
    Finding,
    Language,
    Pair,
    Passage,
    PassageSpan,
    PostSpan,
    Report,
    Summary,
    Tool,
    Translation,
)

POST = "El alcalde promete más de 300 viviendas y no cita a Ana Ruiz."
QUOTE = "We will build at least 300 homes here."
HEADLINE = "Mayor promises homes"
OTHER = "ראש העיר אמר שיותר מ-300 בתים ייבנו \x1b[2J"
TOOL = Tool(name="quotecheck", version="0", translators=("apertium",), embedders=())
ENGLISH = Language(code="en", confidence=1.0, method="detected")


def _passage(text: str, kind: Any, line: int, speaker: str | None = None) -> Alignment:
    return Alignment(
        passage=Passage(kind=kind, text=text, speaker=speaker, line=line, column=5), score=0.8, parts={"meaning": 0.75}
    )


def _post_span(words: str, index: int | None = 0) -> PostSpan:
    start = POST.index(words)
    found = PostSpan(start=start, end=start + len(words), text=words)
    return found if index is None else PostSpan(start=start, end=start + len(words), text=words, index=index)


def _passage_span(words: str) -> PassageSpan:
    start = QUOTE.index(words)
    return PassageSpan(
        start=start, end=start + len(words), text=words, kind="quotation", line=12, column=5, context=QUOTE
    )


def _post(**fields: Any) -> CheckedPost:
    usual: dict[str, Any] = {
        "platform": "x",
        "author": "Radio Ría",
        "handle": "radioria",
        "posted_at": "2025-10-23T14:03:00Z",
        "url": "https://x.com/radioria/status/1",
        "text": POST,
        "truncated": False,
        "language": Language(code="es", confidence=0.99, method="declared"),
        "line": 20,
        "column": 1,
        "reposted_by": None,
        "translation": Translation(
            text="The mayor promises more than 300 homes.", engine="apertium", model="spa-eng 0.8"
        ),
        "verdict": "divergent",
        "checked": ("numbers", "names", "negation", "meaning", "wording"),
        "alignments": (_passage(QUOTE, "quotation", 12, "Luis Pardo"), _passage(HEADLINE, "headline", 1)),
    }
    return CheckedPost(**(usual | fields))


@pytest.fixture
def report() -> Report:
    """One divergent post, one unchecked, and a finding about the article alone."""
    unchecked = _post(
        platform="bluesky",
        author=None,
        handle="shira.bsky.social",
        text=OTHER,
        posted_at=None,
        url=None,
        truncated=True,
        language=Language(code="he", confidence=1.0, method="script"),
        translation=None,
        verdict="unchecked",
        checked=("numbers",),
        alignments=(),
        line=31,
    )
    findings = (
        Finding(
            rule="name-missing",
            severity="note",
            confidence=0.6,
            message="The post names Ana Ruiz; the quotation does not.",
            post=_post_span("Ana Ruiz"),
            passage=None,
        ),
        Finding(
            rule="bound-changed",
            severity="warning",
            confidence=0.85,
            message="More than 300 became at least 300.",
            post=_post_span("más de 300"),
            passage=_passage_span("at least 300"),
        ),
        Finding(
            rule="post-unchecked",
            severity="note",
            confidence=1.0,
            message="Nothing here reads Hebrew.",
            post=PostSpan(start=0, end=len(OTHER), text=OTHER, index=1),
            passage=None,
        ),
        Finding(
            rule="quote-untranslated",
            severity="note",
            confidence=0.9,
            message="Spanish words with no English beside them.",
            post=None,
            passage=PassageSpan(
                start=0,
                end=18,
                text="Esto no va a parar",
                kind="quotation",
                line=40,
                column=9,
                context="Esto no va a parar",
            ),
        ),
    )
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=TOOL,
        source="homes.html",
        article=ArticleHeader(title=HEADLINE, dek=None, byline=None, published=None, language=ENGLISH),
        posts=(_post(), unchecked),
        findings=findings,
        summary=Summary(posts=2, verdicts={"divergent": 1, "unchecked": 1}, findings={"warning": 1, "note": 3}),
    )


@pytest.fixture
def empty_report(report: Report) -> Report:
    """An article without posts."""
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=TOOL,
        source="plain.html",
        article=report.article,
        posts=(),
        findings=(),
        summary=Summary(posts=0, verdicts={}, findings={}),
    )


@pytest.fixture
def failed() -> FailedReport:
    """A source that could not be read."""
    return FailedReport(schema_version=SCHEMA_VERSION, tool=TOOL, source="gone.html", error="gone.html: no such file")


@pytest.fixture
def pair() -> Pair:
    """A pair to compare."""
    return Pair(id="p1", post=POST, quote=QUOTE)


@pytest.fixture
def comparison(report: Report) -> Comparison:
    """What came of `pair`."""
    finding = report.findings[1]
    return Comparison(
        id="p1",
        language=Language(code="es", confidence=0.99, method="detected"),
        translation=None,
        similarity=0.81,
        verdict="divergent",
        checked=("numbers", "meaning"),
        findings=(
            Finding(
                rule=finding.rule,
                severity=finding.severity,
                confidence=finding.confidence,
                message=finding.message,
                post=_post_span("más de 300", None),
                passage=PassageSpan(start=14, end=26, text="at least 300"),
            ),
        ),
    )


@pytest.fixture(scope="session")
def hostile() -> Callable[[str], Report]:
    """Makes a report in which one text stands everywhere that a stranger's may: message, words, author, source."""

    def made(words: str) -> Report:
        finding = Finding(
            rule="number-changed",
            severity="error",
            confidence=0.9,
            message=words,
            post=PostSpan(start=0, end=len(words), text=words, index=0),
            passage=PassageSpan(start=0, end=len(words), text=words, kind="quotation", line=3, column=2, context=words),
        )
        post = _post(author=words, handle=words, url=words, text=words, posted_at=words, alignments=())
        return Report(
            schema_version=SCHEMA_VERSION,
            tool=TOOL,
            source=f"-{words}",
            article=ArticleHeader(title=words, dek=None, byline=None, published=None, language=ENGLISH),
            posts=(post,),
            findings=(finding,),
            summary=Summary(posts=1, verdicts={"divergent": 1}, findings={"error": 1}),
        )

    return made


@pytest.fixture
def many(report: Report) -> Callable[[int], Report]:
    """Makes a report with that many notes, and after them one error."""

    def made(number: int) -> Report:
        note, warning = report.findings[0], report.findings[1]
        notes = [
            Finding(
                rule=note.rule,
                severity="note",
                confidence=0.5,
                message=f"Note {index}.",
                post=note.post,
                passage=warning.passage,
            )
            for index in range(number)
        ]
        error = Finding(
            rule="number-changed",
            severity="error",
            confidence=0.4,
            message="The last.",
            post=warning.post,
            passage=warning.passage,
        )
        return Report(
            schema_version=SCHEMA_VERSION,
            tool=TOOL,
            source="many.html",
            article=report.article,
            posts=report.posts[:1],
            findings=(*notes, error),
            summary=report.summary,
        )

    return made


@pytest.fixture
def repository(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A repository's root, and the current folder, with `homes.html` as the report has it."""
    (tmp_path / ".git").mkdir()
    lines = [""] * 50
    lines[11] = "<p>“at <b>least</b>"
    lines[12] = "300 homes”</p>"
    lines[39] = "        Esto no va a&nbsp;parar"
    lines[11] = " " * 4 + lines[11][4:]
    (tmp_path / "homes.html").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
