"""One article: its posts against its passages."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from quotecheck.align.passages import Candidate
from quotecheck.language import identify
from quotecheck.model import (
    SCHEMA_VERSION,
    ArticleHeader,
    Document,
    Finding,
    Language,
    Report,
)
from quotecheck.pipeline.found import tool
from quotecheck.pipeline.ground import article_language, prepare_ground
from quotecheck.pipeline.posted import unmatched
from quotecheck.pipeline.prepare import Draft, prepare
from quotecheck.pipeline.settle import settle, summary_of
from quotecheck.pipeline.threads import Entry, Judged, align_threads, check_thread, threads
from quotecheck.pipeline.workbench import Workbench
from quotecheck.rules import on_article
from quotecheck.rules.base import ArticleState
from quotecheck.rules.outcome import finding


def check_document(name: str, document: Document, bench: Workbench) -> Report:
    """Check one article.

    Args:
        name: what the report calls the source.
        document: what extraction found in it.
        bench: the engines to use.
    """
    article = document.article
    language = article_language(article)
    checked = _check_posts(document, language, bench) if document.posts else _Checked()
    settled = settle(name, document, checked.posts, _article_findings(document, checked.unmatched, bench), bench)
    posts = settled.posts
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=tool([post.translation for post in posts], checked.embedders),
        source=name,
        article=ArticleHeader(
            title=article.title,
            dek=article.dek,
            byline=article.byline,
            published=article.published,
            language=language,
        ),
        posts=tuple(posts),
        findings=tuple(settled.findings),
        summary=summary_of(posts, settled.findings, suppressed=settled.suppressed),
    )


class _Checked(Struct, frozen=True):
    """The posts of an article, checked.

    Attributes:
        posts: each with its findings.
        embedders: names of those that compared them.
        unmatched: see `ArticleState`.
    """

    posts: Sequence[Judged] = ()
    embedders: Sequence[str] = ()
    unmatched: Sequence[int] = ()


def _check_posts(document: Document, language: Language, bench: Workbench) -> _Checked:
    ground = prepare_ground(document.article, language)
    drafts = [
        Draft(
            text=post.text or "",
            declared=post.declared_language,
            given=bench.config.lang,
            when=post.posted_at,
            names=ground.names,
        )
        for post in document.posts
    ]
    entries = [
        Entry(number=number, post=post, ready=ready)
        for number, (post, ready) in enumerate(zip(document.posts, prepare(drafts, bench), strict=True))
    ]
    results: list[Judged] = []
    found = threads(entries)
    aligned = align_threads(found, ground)
    for thread, matches in zip(found, aligned, strict=True):
        results += check_thread(thread, matches, ground, bench)
        bench.progress.update("checking posts", len(results), len(entries))
    return _Checked(
        results,
        [entry.ready.embedder.name for entry in entries if entry.ready.embedder is not None],
        unmatched(found, aligned, ground),
    )


def _article_findings(document: Document, unmatched: Sequence[int], bench: Workbench) -> list[Finding]:
    """What the rules find in the article alone; the passage of such a finding is the block it stands in."""
    article = document.article
    # What the page declares says nothing of a quotation left in its own language.
    languages = [identify(quotation.text) for quotation in article.quotations]
    state = ArticleState(article=article, quotation_languages=languages, unmatched=unmatched)
    found = []
    for rule, hit in on_article(bench.rules, state):
        if hit.block is None:
            continue
        number, start, end = hit.block
        block = article.blocks[number]

        def place(offset: int, of: int = number) -> tuple[int, int]:
            return article.position(of, offset)

        candidate = Candidate(
            kind="quotation",
            text=block.text,
            speaker=None,
            cue=None,
            parts=((number, 0, len(block.text)),),
            line=block.line,
            column=block.column,
        )
        found.append(
            finding(
                rule,
                structs.replace(hit, passage=(start, end)),
                post_text=None,
                passage_text=block.text,
                candidate=candidate,
                place=place,
            )
        )
    return [one for one in found if one.confidence >= bench.config.min_confidence]
