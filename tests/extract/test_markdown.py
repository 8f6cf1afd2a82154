"""Markdown: front matter, blocks, markup inside paragraphs, embeds, places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract.formats.markdown import FORMAT
from quotecheck.extract.md.front_matter import read_front_matter
from quotecheck.extract.md.inline import read_inline
from quotecheck.extract.quotations import find_quotations
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

RAW = RawSource(name="a.md", data=b"")


def read(text: str) -> Document:
    return FORMAT.parse(text, RAW)


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text).article.blocks]


def seen(markup: str) -> str:
    return read_inline(markup, range(len(markup))).text


def check_places(text: str, found: Document) -> None:
    article = found.article
    for number, block in enumerate(article.blocks):
        assert len(block.offsets) == len(block.text)
        for char, offset in zip(block.text, block.offsets, strict=True):
            assert (
                text[offset] == char
                or (char in " \n" and (text[offset].isspace() or text[offset] in "\\<"))
                or text[offset] == "&"
            )
        assert article.position(number, 0) == (block.line, block.column)


# ------------------------------------------------------------------------------------------------------- front matter

YAML = """---
# a comment
title: "Ships: “late” \\u00e9"
date: 2025-10-23T14:05:00-04:00
author: Ana Brú   # staff
lang: en-GB
description: >
  The port has not been
  this full.
tags: [ships, 'the port']
---
"""


def test_yaml() -> None:
    found = read_front_matter(YAML + "text")
    assert found is not None
    assert found.first("title") == "Ships: “late” é"
    assert found.first("author") == "Ana Brú"
    assert found.first("description") == "The port has not been this full."
    assert found.values["tags"] == ["ships", "the port"]
    assert (YAML + "text")[found.end :] == "text"


def test_what_an_article_takes_from_it() -> None:
    article = read(YAML + "\nShips wait in the bay.\n").article
    assert (article.title, article.byline, article.declared_language) == ("Ships: “late” é", "Ana Brú", "en")
    assert (article.dek, article.published) == ("The port has not been this full.", "2025-10-23T14:05:00-04:00")
    assert [block.kind for block in article.blocks] == ["heading", "dek", "paragraph"]
    assert article.blocks[2].line == 13


def test_toml_and_lists_of_authors() -> None:
    toml = read('+++\ntitle = "Ships"\ndate = 2025-10-23\n[params]\nauthor = "Ana Brú"\n+++\n\nText.\n').article
    assert (toml.title, toml.published, toml.byline) == ("Ships", "2025-10-23", "Ana Brú")
    listed = read("---\ntitle: Ships\nauthors:\n  - name: Ana Brú\n  - Tom Brandt\n---\nText.\n").article
    assert listed.byline == "Ana Brú, Tom Brandt"


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: never closed\n\nText", "--- \nno keys here\n---\nText", "text\n---\ntitle: a\n---\n", "---\n", ""],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text) is None


def test_broken_toml_is_skipped() -> None:
    assert read("+++\ntitle = [\n+++\n\n# Ships\n\nText.").article.title == "Ships"


def test_the_heading_that_repeats_the_title_is_not_read_twice() -> None:
    assert blocks("---\ntitle: Ships\n---\n\n# Ships\n\nText.") == [("heading", "Ships"), ("paragraph", "Text.")]


def test_the_title_has_a_place() -> None:
    text = "---\ntitle: 'Mayor: “late”'\n---\n\nText."
    (quotation,) = find_quotations(read(text).article)
    assert (quotation.text, quotation.line, quotation.column) == ("late", 2, 17)


# -------------------------------------------------------------------------------------------------------------- blocks


def test_blocks() -> None:
    text = (
        "# Ships\n\nA paragraph\non two lines.\n\nSetext\n======\n\n> Quoted words\n> go on.\n\n"
        "- one\n- two\n\n1. three\n\n```\n“code”\n```\n\n    “indented”\n\n---\n\n![The bay at night](bay.jpg)\n"
    )
    assert blocks(text) == [
        ("heading", "Ships"),
        ("paragraph", "A paragraph on two lines."),
        ("heading", "Setext"),
        ("blockquote", "Quoted words go on."),
        ("list_item", "one"),
        ("list_item", "two"),
        ("list_item", "three"),
        ("caption", "The bay at night"),
    ]
    assert read(text).article.title == "Ships"
    check_places(text, read(text))


def test_raw_html() -> None:
    text = (
        '<figure>\n<img src="a.jpg">\n<figcaption>The <b>bay</b></figcaption>\n</figure>\n\n<p>A “paragraph”.</p>\n\n'
    )
    text += "<script>“x”</script>\n"
    assert blocks(text) == [("caption", "The bay"), ("paragraph", "A “paragraph”.")]
    check_places(text, read(text))


# -------------------------------------------------------------------------------------------------- inside a paragraph


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain", "plain"),
        ("**bold** and *slanted* and _under_ and __both__", "bold and slanted and under and both"),
        ("***all***", "all"),
        ("~~gone~~", "gone"),
        ("snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"),
        ("un*frigging*believable", "unfrigginbelievable".replace("ginb", "gingb")),
        ("**open", "**open"),
        (r"\*not\* slanted \\ \“", "*not* slanted \\ \\“"),
        ("`code *stays*` here", "code *stays* here"),
        ("``a ` b``", "a ` b"),
        ("`open", "`open"),
        ("[text](https://e.com) after", "text after"),
        ('[text](https://e.com "a title") after', "text after"),
        ("[text](<a b>)", "text"),
        ("[a (b)](http://e.com/x_(y)) c", "a (b) c"),
        ("[not a link] here", "[not a link] here"),
        ("[*slanted* link](u)", "slanted link"),
        ("**[bold link](u)**", "bold link"),
        ("![alt](u) after", "after"),
        ("<https://e.com/a> and <b>tags</b>", "https://e.com/a and tags"),
        ("a <!-- hidden --> b", "a b"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("&ldquo;late&rdquo; &amp; &#8212; &#x2014; &nope;", "“late” & — — &nope;"),
        ("a\nb", "a b"),
        ("a  \nb", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("a<br>b", "a\nb"),
        ("note[^1] here", "note here"),
        ("{{< tweet 12 >}} words", "words"),
        ("“**We** [came](u)”", "“We came”"),
    ],
)
def test_markup(markup: str, text: str) -> None:
    assert seen(markup) == text


def test_links_by_reference() -> None:
    text = "See [the port][p] and [Bay] and [none][x].\n\n[p]: https://e.com\n[bay]: https://e.org\n"
    assert blocks(text) == [("paragraph", "See the port and Bay and [none][x].")]


def test_places_behind_markup() -> None:
    text = "> She said **“[late](https://e.com) &amp; `cold`”** there.\n"
    found = read(text)
    (quotation,) = find_quotations(found.article)
    assert (quotation.text, quotation.line, quotation.column) == ("late & cold", 1, text.index("late") + 1)
    block, _, end = quotation.parts[0]
    assert found.article.blocks[block].offsets[end - 1] == text.index("cold") + 3
    check_places(text, found)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = "# Ships\n\n> one\n> two “late”\n\n1.  three\n    *four*\n".replace("\n", end)
    found = read(text)
    assert [block.text for block in found.article.blocks] == ["Ships", "one two “late”", "three four"]
    assert [(block.line, block.column) for block in found.article.blocks] == [(1, 3), (3, 3), (6, 5)]
    check_places(text, found)


# --------------------------------------------------------------------------------------------------------------- posts

EMBED = (
    '<blockquote class="twitter-tweet"><p lang="es" dir="ltr">El puerto tiene 5.000 barcos</p>'
    "&mdash; Ana Brú (@ana_bru) "
    '<a href="https://twitter.com/ana_bru/status/1981190533041271104">October 23, 2025</a></blockquote>'
)


@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
def test_an_embed_in_raw_html(between: str) -> None:
    markup = EMBED.replace("</p>", f"</p>{between}")
    text = f"# Ships\n\nWords before.\n\n{markup}\n"
    text += '<script async src="https://platform.twitter.com/widgets.js"></script>\n\nWords after.\n'
    found = read(text)
    (post,) = found.posts
    assert (post.text, post.handle, post.posted_at) == ("El puerto tiene 5.000 barcos", "ana_bru", "2025-10-23")
    assert (post.url, post.declared_language, post.line) == (
        "https://twitter.com/ana_bru/status/1981190533041271104",
        "es",
        5,
    )
    assert text[post.offset :].startswith("<blockquote")
    assert [block.text for block in found.article.blocks] == ["Ships", "Words before.", "Words after."]
    assert found.article.blocks[-1].line == text.count("\n", 0, text.index("Words after.")) + 1


def test_a_pasted_post_in_a_quote_with_its_link() -> None:
    text = (
        "# Ships\n\nWords before.\n\n> El puerto tiene **5.000** barcos pic.twitter.com/aB3\n>\n"
        "> — Ana Brú (@ana_bru) [October 23, 2025](https://twitter.com/ana_bru/status/12345)\n\nWords after.\n"
    )
    found = read(text)
    (post,) = found.posts
    assert (post.text, post.handle) == ("El puerto tiene 5.000 barcos pic.twitter.com/aB3", "ana_bru")
    assert (post.url, post.posted_at) == ("https://twitter.com/ana_bru/status/12345", "2025-10-23")
    assert (post.line, post.column) == (5, 3)
    assert [block.text for block in found.article.blocks] == ["Ships", "Words before.", "Words after."]


# ----------------------------------------------------------------------------------------------------------- how sure


@pytest.mark.parametrize(
    ("text", "raw", "low", "high"),
    [
        ("# Ships\n\nText", RawSource(name="a.md", data=b""), 0.9, 1),
        ("Text", RawSource(name="https://e.com/a.markdown?x=1", data=b""), 0.9, 1),
        ("Text", RawSource(name="-", data=b"", media_type="text/markdown; charset=utf-8"), 0.9, 1),
        (YAML + "Text", RawSource(name="-", data=b""), 0.8, 0.9),
        ("# Ships\n\n> Text\n\n[a](https://e.com)", RawSource(name="-", data=b""), 0.6, 0.8),
        ("Ships\n\nText", RawSource(name="a.txt", data=b"", media_type="text/plain"), 0, 0),
        ("Ships\n\nText", RawSource(name="-", data=b""), 0, 0),
    ],
)
def test_how_sure_it_is(text: str, raw: RawSource, low: float, high: float) -> None:
    assert low <= FORMAT.matches(text, raw) <= high


# ---------------------------------------------------------------------------------------------------------- any input

MARKS = "* ** _ ` `` [ ]( ](u) ) ! ![ < <b> > - # &amp; & \\ word “ ” ``` <p> <blockquote> </blockquote>"
SPACED = "{{<|>}}|[^1]|~~|é|🚢|> |- |# |\n|\n\n|\r\n| |  |\t|---\n|[a]: u\n|\0|1. "
PIECES = MARKS.split(" ") + SPACED.split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_markup_keeps_its_places(text: str) -> None:
    found = read(text)
    for block in found.article.blocks:
        assert len(block.offsets) == len(block.text)
        assert list(block.offsets) == sorted(block.offsets)
        assert all(0 <= offset < len(text) for offset in block.offsets)


@given(
    st.lists(
        st.sampled_from(["word ", "**bold** ", "[link](u) ", "“said” ", "`code` ", "é🚢 "]), min_size=1, max_size=8
    )
)
def test_well_formed_markup_shows_exactly_its_words(parts: list[str]) -> None:
    text = "".join(parts).strip()
    plain = text.replace("**", "").replace("](u)", "").replace("[", "").replace("`", "")
    ((kind, shown),) = blocks(text)
    assert (kind, shown) == ("paragraph", plain)
    check_places(text, read(text))
