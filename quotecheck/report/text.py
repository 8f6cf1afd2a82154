"""The report that a person reads: the evidence side by side, what differs, how sure, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from msgspec import UNSET

from quotecheck.model import (
    Comparison,
    FailedComparison,
    FailedReport,
    Finding,
    FoundPost,
    FoundQuotation,
    Pair,
    Report,
)
from quotecheck.report import Compared, Format, Tally
from quotecheck.report.layout.excerpt import excerpt
from quotecheck.report.layout.finding import finding_rows, gravest_first, passage_marks, post_marks
from quotecheck.report.layout.glyphs import plain_glyphs
from quotecheck.report.layout.log import inert
from quotecheck.report.layout.page import Page
from quotecheck.report.layout.post import (
    USUAL_LIMIT,
    findings_by_post,
    not_checked,
    passage_rows,
    post_block,
    text_rows,
    who,
)
from quotecheck.report.layout.style import Style
from quotecheck.report.layout.words import counted, language_name, summary_line
from quotecheck.rulebook import RuleSheet

_KINDS = {"title": "a work's title", "term": "a word or phrase that is spoken of", "scare": "the writer's own distance"}


class Text(Format):
    """For reading, on a terminal or in a pipe."""

    name: ClassVar[str] = "text"
    summary: ClassVar[str] = "for reading: post, translation, passage, and what differs"
    unicode: ClassVar[bool] = False

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        tally = Tally()
        for report in reports:
            tally.add(report)
            if one and isinstance(report, FailedReport):
                return  # stderr has said it, and there is nothing else to report
            yield from _lines(style, _report(Page(style), report))
        yield from _lines(style, Page(style).line(summary_line(tally.summary()), "strong"))

    def comparisons(self, compared: Iterable[Compared], *, one: bool, style: Style) -> Iterator[str]:
        verdicts: dict[str, int] = {}
        failed = 0
        for pair, result in compared:
            yield from _lines(style, _comparison(Page(style), pair, result))
            if isinstance(result, FailedComparison):
                failed += 1
            else:
                verdicts[result.verdict] = verdicts.get(result.verdict, 0) + 1
        if not one:
            parts = [f"{number:,} {verdict}" for verdict, number in verdicts.items()]
            parts += [f"{failed:,} could not be read"] if failed else []
            total = sum(verdicts.values()) + failed
            yield from _lines(
                style, Page(style).line(f"{counted(total, 'pair')}: {', '.join(parts) or 'none'}", "strong")
            )

    def posts(self, posts: Sequence[FoundPost], *, style: Style) -> Iterator[str]:
        page = Page(style)
        for post in posts:
            yield from _lines(style, _found_post(page, post))
        yield from _lines(style, page.line(f"{counted(len(posts), 'embedded post')}", "strong"))

    def quotations(self, quotations: Sequence[FoundQuotation], *, style: Style) -> Iterator[str]:
        page = Page(style)
        for found in quotations:
            yield from _lines(style, _found_quotation(page, found))
        yield from _lines(style, page.line(f"{counted(len(quotations), 'quotation')}", "strong"))

    def rules(self, sheets: Sequence[RuleSheet], *, style: Style) -> Iterator[str]:
        yield from _lines(style, _rules(Page(style), sheets))


def _lines(style: Style, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield (inert(line) if style.job_log else line) + "\n"


def _report(page: Page, report: Report | FailedReport) -> Iterator[str]:
    yield from page.line(report.source, "strong")
    if isinstance(report, FailedReport):
        yield from page.words("NOT READ", report.error, "divergent", indent=0)
        yield ""
        return
    if report.article.title:
        yield from page.line(report.article.title)
    if report.article.language.known and report.article.language.code != "en":
        name = language_name(report.article.language)
        yield from page.line(f"The article is in {name}, not in English: its words were not compared.", "unchecked")
    if not report.posts:
        yield from page.line("No embedded social posts in this article.")
    yield ""
    about, rest = findings_by_post(report)
    for index, post in enumerate(report.posts):
        yield from post_block(page, post, about.get(index, []))
        yield ""
    if rest:
        yield from page.line("ALSO IN THE ARTICLE", "strong")
        for finding in gravest_first(rest):
            yield from _article_finding(page, finding)
        yield ""


def _article_finding(page: Page, finding: Finding) -> Iterator[str]:
    if finding.passage is not None and finding.passage.text not in finding.message:
        yield from page.row(f"line {finding.passage.line}", excerpt(finding.passage.text, limit=USUAL_LIMIT))
    elif finding.passage is not None:
        yield from page.words("", f"line {finding.passage.line}:{finding.passage.column}")
    yield from finding_rows(page, finding)


def _comparison(page: Page, pair: Pair | None, result: Comparison | FailedComparison) -> Iterator[str]:
    name = f"pair {result.id}" if result.id is not None else "pair"
    if isinstance(result, FailedComparison):
        yield from page.words("NOT READ", f"{name}: {result.error}", "divergent", indent=0)
        yield ""
        return
    similarity = f"similarity {result.similarity:.2f}"
    header = f"{name}, {similarity}" if result.id is not None else similarity
    yield from page.words(result.verdict.upper(), header, result.verdict, indent=0)
    limit = None if page.style.verbose else USUAL_LIMIT
    if pair is not None:
        posts = post_marks(result.findings, pair.post)
        quotes = passage_marks(result.findings, pair.quote)
        yield from text_rows(page, pair.post, posts, result.language, result.translation, limit)
        yield from passage_rows(page, "quotation", pair.quote, quotes, limit)
    for finding in gravest_first(list(result.findings)):
        yield from finding_rows(page, finding)
    yield from not_checked(page, result.checked)
    yield ""


def _found_post(page: Page, post: FoundPost) -> Iterator[str]:
    yield from page.words(f"line {post.line}", who(post), "strong", indent=0)
    if post.url:
        yield from page.words("", post.url)
    if post.text is None:
        yield from page.words("post", "The page holds only a link to it, not its words.")
    else:
        yield from page.row(language_name(post.language), excerpt(post.text))
    if post.truncated:
        yield from page.words("", "The page holds only the beginning of it.")
    yield ""


def _found_quotation(page: Page, found: FoundQuotation) -> Iterator[str]:
    yield from page.row(f"line {found.line}", [*plain_glyphs("“"), *excerpt(found.text), *plain_glyphs("”")], indent=0)
    said = f"{found.speaker} ({found.cue})" if found.speaker and found.cue else found.speaker or found.cue
    if found.kind is not UNSET and found.kind != "speech":
        yield from page.words("", f"— {_KINDS[found.kind]}")
        return
    yield from page.words("", f"— {said}" if said else "— speaker not named")


def _rules(page: Page, sheets: Sequence[RuleSheet]) -> Iterator[str]:
    for sheet in sheets:
        yield from page.line(sheet.name, "strong")
        yield from page.words(sheet.severity, sheet.summary, f"severity-{sheet.severity}")
        yield from page.words("languages", sheet.reads)
        if page.style.verbose:
            for heading, text in sheet.sections:
                yield ""
                yield from page.words(heading.lower(), text)
                for pair in sheet.pairs if heading == "Examples" else ():
                    yield from page.words(pair.lang, f"{pair.said} → {pair.quoted}")


FORMAT = Text()
