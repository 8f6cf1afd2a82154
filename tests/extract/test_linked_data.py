"""Articles told by linked data: a JSON-LD document, and a page that shows nothing but has one."""

from __future__ import annotations

import json

import pytest

from quotecheck.errors import SourceError
from quotecheck.extract import extract
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

BODY = (
    "The ferry sailed with 40 cars on Friday.\n\n"
    "“We will sail again on Sunday & Monday,” said Inés Roca, the captain.\n"
    "The company gave no reason."
)
STORY = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "The Quay"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry sails “again”",
            "alternativeHeadline": "After three days in port",
            "author": [{"@type": "Person", "name": "Vera Lund"}],
            "datePublished": "2026-03-06T08:00:00Z",
            "inLanguage": "en-GB",
            "articleBody": BODY,
        },
    ],
}


def read(text: str, name: str = "story") -> Document:
    return extract(RawSource(name=name, data=text.encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_document(indent: int | None, ascii_only: bool) -> None:
    source = json.dumps(STORY, indent=indent, ensure_ascii=ascii_only)
    article = read(source).article
    assert article.title == "Ferry sails “again”"
    assert article.dek == "After three days in port"
    assert article.byline == "Vera Lund"
    assert article.published == "2026-03-06T08:00:00+00:00"
    assert article.declared_language == "en"
    paragraphs = [block for block in article.blocks if block.kind == "paragraph"]
    assert [block.text for block in paragraphs] == [part for part in BODY.split("\n") if part]
    quotation = next(found for found in article.quotations if found.text.startswith("We"))
    assert quotation.speaker == "Inés Roca"
    lines = source.split("\n")
    assert lines[quotation.line - 1][quotation.column - 1 :].startswith("We will sail")


def test_a_body_with_markup_and_an_embed() -> None:
    embed = (
        '<blockquote class="twitter-tweet"><p lang="es">El ferry zarpó.</p>&mdash; Inés Roca (@inesroca) '
        '<a href="https://twitter.com/inesroca/status/1790000000000000123">March 6, 2026</a></blockquote>'
    )
    story = {"@type": "NewsArticle", "headline": "Ferry", "articleBody": f"<p>The ferry sailed on Friday.</p>{embed}"}
    source = json.dumps(story)
    document = read(source)
    (post,) = document.posts
    assert post.text == "El ferry zarpó."
    assert source[post.offset :].startswith("<blockquote")


def test_a_page_that_shows_no_article() -> None:
    script = f'<script type="application/ld+json">\n{json.dumps(STORY, ensure_ascii=False)}\n</script>'
    page = f'<html lang="en"><head><title>x</title>{script}</head><body><div id="root"></div></body></html>'
    document = read(page, "page.html")
    assert document.article.title == "Ferry sails “again”"
    quotation = next(found for found in document.article.quotations if found.text.startswith("We"))
    lines = page.split("\n")
    assert lines[quotation.line - 1][quotation.column - 1 :].startswith("We will sail")


def test_what_the_page_shows_goes_before() -> None:
    script = f'<script type="application/ld+json">{json.dumps(STORY)}</script>'
    shown = "<p>The page shows other words than its data, and these are the ones that readers see.</p>" * 3
    page = f"<html><head>{script}</head><body><article><h1>Shown</h1>{shown}</article></body></html>"
    assert "other words" in read(page, "page.html").article.blocks[1].text


@pytest.mark.parametrize(
    "source",
    [
        '{"@type": "NewsArticle", "articleBody": 5}',
        '{"@type": "NewsArticle", "articleBody": ""}',
        '{"@type": "Recipe", "articleBody": "Stir for a minute, then let it stand."}',
        '{"@type": "NewsArticle", "articleBody": "cut off',
        "[" * 3000 + '"@type", "articleBody"',
        '{"@type": "NewsArticle", "articleBody": "<script type=\\"application/ld+json\\">{}</script>"}',
    ],
)
def test_no_article(source: str) -> None:
    with pytest.raises(SourceError, match="no article text found"):
        read(source)


def test_half_a_character_breaks_nothing() -> None:
    assert read('{"@type": "NewsArticle", "articleBody": "The ferry \\ud83d sailed on Friday morning."}').article.blocks
