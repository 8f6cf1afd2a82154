"""A finding in the text report: what differs, both spans, how sure, which rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotecheck.model import Finding, Severity
from quotecheck.report.layout.excerpt import excerpt
from quotecheck.report.layout.glyphs import Glyph, Mark, has_rtl, plain_glyphs
from quotecheck.report.layout.page import SIDE, Page
from quotecheck.report.layout.words import how_sure

SPAN_LIMIT = 200
"""Code points of a span that are shown beside the other side's; the whole of it is marked in its text above."""

_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


def gravest_first(findings: list[Finding]) -> list[Finding]:
    """Findings in the order in which a reader wants them; those of one severity stay as they are."""
    return sorted(findings, key=lambda finding: _ORDER[finding.severity])


def finding_rows(page: Page, finding: Finding) -> Iterator[str]:
    """A note takes a line or two; what may be an error takes one for each thing a reader asks."""
    kind = f"severity-{finding.severity}"
    rule = f"{finding.rule}: {how_sure(finding.confidence)}"
    message = finding.message.strip()
    if finding.severity == "note":
        yield from page.words(finding.severity, f"{message} ({rule})", kind)
        return
    yield from page.words(finding.severity, message, kind)
    yield from _spans(page, finding)
    yield from page.words("", rule)


def _spans(page: Page, finding: Finding) -> Iterator[str]:
    if finding.post is None or finding.passage is None:
        return
    if finding.post.text in finding.message and finding.passage.text in finding.message:
        return
    left, right = _span(finding.post.text), _span(finding.passage.text)
    together = [*plain_glyphs("post: "), *left, *plain_glyphs("  ≠  article: "), *right]
    # Beside right-to-left words the terminal decides what stands left and what right, so each has its own line.
    if has_rtl(together) or sum(glyph.width for glyph in together) > page.width - SIDE:
        yield from page.row("", [*plain_glyphs("post: "), *left])
        yield from page.row("", [*plain_glyphs("article: "), *right])
    else:
        yield from page.row("", together)


def _span(text: str) -> list[Glyph]:
    return excerpt(" ".join(text.split()), limit=SPAN_LIMIT) or plain_glyphs("(nothing)")


def post_marks(findings: Iterable[Finding], text: str) -> list[Mark]:
    """Where findings stand in a post. A note about the whole of it marks nothing: it would only underline all."""
    spans = ((found.post, found.severity) for found in findings if found.post is not None)
    return [
        (span.start, span.end, severity)
        for span, severity in spans
        if severity != "note" or span.end - span.start < len(text)
    ]


def passage_marks(findings: Iterable[Finding], text: str) -> list[Mark]:
    """Where findings stand in a passage; see `post_marks`."""
    spans = ((found.passage, found.severity) for found in findings if found.passage is not None)
    return [
        (span.start, span.end, severity)
        for span, severity in spans
        if severity != "note" or span.end - span.start < len(text)
    ]
