"""A post in the text report: who, where and when; its words and their translation; the passages that render it, each
with what differs; and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import UNSET

from quotecheck.model import (
    Alignment,
    CheckedPost,
    Finding,
    FoundPost,
    Language,
    Passage,
    PostSpan,
    Report,
    Translation,
)
from quotecheck.report.layout.excerpt import excerpt
from quotecheck.report.layout.finding import finding_rows, gravest_first, passage_marks, post_marks
from quotecheck.report.layout.glyphs import Mark, plain_glyphs
from quotecheck.report.layout.page import Page
from quotecheck.report.layout.words import ASPECTS, language_name, listed, platform_name, when

LIMITS = {"match": 600}
"""Code points of a text that are shown whole, by verdict; `--verbose` shows all."""

USUAL_LIMIT = 1500


def who(post: FoundPost) -> str:
    """Author, handle, platform and date of a post."""
    name = post.author or (f"@{post.handle}" if post.handle else "unknown author")
    if post.author and post.handle:
        name += f" (@{post.handle})"
    return f"{name} on {platform_name(post.platform)}, {when(post.posted_at)}"


def post_block(page: Page, post: CheckedPost, findings: Sequence[Finding]) -> Iterator[str]:
    """All rows of one post. `findings` are those about it."""
    limit = None if page.style.verbose else LIMITS.get(post.verdict, USUAL_LIMIT)
    header = f"{who(post)}, line {post.line}"
    if post.reposted_by:
        header += f", reposted by {post.reposted_by}"
    yield from page.words(post.verdict.upper(), header, post.verdict, indent=0)
    if post.url:
        yield from page.words("", post.url)
    yield ""
    yield from _words_of(page, post, findings, limit)
    yield from _passages(page, post, findings, limit)
    about_post = [finding for finding in findings if finding.passage is None]
    if about_post:
        yield ""
    for finding in gravest_first(about_post):
        yield from finding_rows(page, finding)
    yield from not_checked(page, post.checked, compared=post.verdict != "unmatched")


def findings_by_post(report: Report) -> tuple[dict[int, list[Finding]], list[Finding]]:
    """A report's findings by the post they belong to, and those about the article alone.

    A finding about a passage alone (a name that was added) belongs to the post that the passage renders.
    """
    by_passage: dict[tuple[str, str], int] = {}
    for index, post in enumerate(report.posts):
        for alignment in post.alignments:
            by_passage.setdefault(_alignment_place(alignment), index)
    about: dict[int, list[Finding]] = {}
    rest: list[Finding] = []
    said: set[tuple[int, str, str, PostSpan | None]] = set()
    for finding in report.findings:
        index = finding.post.index if finding.post is not None and isinstance(finding.post.index, int) else -1
        if finding.post is None:
            index = by_passage.get(_place(finding), -1)
        if index < 0:
            rest.append(finding)
            continue
        if finding.passage is None:  # about the post alone: several passages may have given rise to it
            told = (index, finding.rule, finding.message, finding.post)
            if told in said:
                continue
            said.add(told)
        about.setdefault(index, []).append(finding)
    return about, rest


def _words_of(page: Page, post: CheckedPost, findings: Sequence[Finding], limit: int | None) -> Iterator[str]:
    if post.text is None:
        yield from page.words("post", "The page holds only a link to it, not its words.")
        return
    yield from text_rows(page, post.text, post_marks(findings, post.text), post.language, post.translation, limit)
    if post.truncated:
        yield from page.words("", "The page holds only the beginning of it.")


def text_rows(
    page: Page,
    text: str,
    marks: Sequence[Mark],
    language: Language | None,
    translation: Translation | None,
    limit: int | None,
) -> Iterator[str]:
    """A foreign text with what differs marked, and its translation."""
    yield from page.row(language_name(language), excerpt(text, marks, limit=limit))
    if translation is not None:
        yield from page.row("English", excerpt(translation.text, limit=limit))
        yield from page.words("", f"machine translation: {translation.engine}, {translation.model}")
    elif language is None or language.code != "en":
        yield from page.words("English", "(not translated)")


def _passages(page: Page, post: CheckedPost, findings: Sequence[Finding], limit: int | None) -> Iterator[str]:
    by_place: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.passage is not None:
            by_place.setdefault(_place(finding), []).append(finding)
    quiet: list[Passage] = []
    shown = 0
    ranked = sorted(post.alignments, key=lambda found: _gravity(by_place.get(_alignment_place(found), [])))
    for alignment in ranked:
        here = by_place.pop(_alignment_place(alignment), [])
        if not here and not page.style.verbose and (shown or post.verdict == "divergent"):
            quiet.append(alignment.passage)
            continue
        shown += 1
        yield ""
        yield from _passage(page, alignment, here, limit)
    for rest in by_place.values():  # a passage that is not among the alignments
        yield ""
        yield from _stray(page, rest, limit)
    if quiet:
        places = listed([f"{passage.kind} {passage.line}:{passage.column}" for passage in quiet])
        yield ""
        yield from page.words("also in", f"{places}: nothing found to differ")


def _passage(page: Page, alignment: Alignment, findings: Sequence[Finding], limit: int | None) -> Iterator[str]:
    passage = alignment.passage
    yield from passage_rows(page, passage.kind, passage.text, passage_marks(findings, passage.text), limit)
    place = f"line {passage.line}:{passage.column}"
    yield from page.words("", f"— {passage.speaker}, {place}" if passage.speaker else place)
    if page.style.verbose:
        parts = ", ".join(f"{name} {value:.2f}" for name, value in alignment.parts.items())
        yield from page.words("", f"score {alignment.score:.2f} ({parts})" if parts else f"score {alignment.score:.2f}")
    for finding in gravest_first(list(findings)):
        yield from finding_rows(page, finding)


def passage_rows(page: Page, kind: str, text: str, marks: Sequence[Mark], limit: int | None) -> Iterator[str]:
    """The words of a passage, a quotation's between marks."""
    glyphs = excerpt(text, marks, limit=limit)
    if kind == "quotation":
        glyphs = [*plain_glyphs("“"), *glyphs, *plain_glyphs("”")]
    yield from page.row(kind, glyphs)


def _stray(page: Page, findings: Sequence[Finding], limit: int | None) -> Iterator[str]:
    passage = findings[0].passage
    assert passage is not None
    text = passage.context if passage.context is not UNSET else passage.text
    kind = passage.kind if passage.kind is not UNSET else "sentence"
    marks = passage_marks(findings, text) if passage.context is not UNSET else []
    yield from passage_rows(page, kind, text, marks, limit)
    if passage.line is not UNSET:
        yield from page.words("", f"line {passage.line}:{passage.column}")
    for finding in gravest_first(list(findings)):
        yield from finding_rows(page, finding)


def not_checked(page: Page, checked: Sequence[str], *, compared: bool = True) -> Iterator[str]:
    """What was not compared, so that nobody takes silence for a pass."""
    missing = [aspect for aspect in ASPECTS if aspect not in checked]
    if not compared or len(missing) == len(ASPECTS):
        yield from page.words("not checked", "everything: nothing was compared", "unchecked")
    elif missing:
        yield from page.words("not checked", ", ".join(missing), "unchecked")


def _place(finding: Finding) -> tuple[str, str]:
    """The passage that a finding is about. Its own line and column are those of what differs, not of the passage."""
    passage = finding.passage
    if passage is None or passage.kind is UNSET or passage.context is UNSET:
        return ("", "")
    return passage.kind, passage.context


def _alignment_place(alignment: Alignment) -> tuple[str, str]:
    return alignment.passage.kind, alignment.passage.text


def _gravity(findings: Sequence[Finding]) -> int:
    return min(({"error": 0, "warning": 1, "note": 2}[finding.severity] for finding in findings), default=3)
