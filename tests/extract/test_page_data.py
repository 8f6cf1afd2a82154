"""Articles that stand in the data of a page's script alone."""

from __future__ import annotations

import contextlib
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.errors import SourceError
from quotecheck.extract import extract, page_data
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

FIRST = "The ferry to Hallmoor was cancelled on Monday after its engine failed for the third time this month."
QUOTED = "“We have waited four days for a part that fits into a shoebox,” harbour master Ines Falk said."
LAST = "Passengers were taken to the mainland by fishing boats, which the council is paying for until further notice."
MORE = "A replacement ferry is expected from Norrby next week, though nobody would say on which day it will arrive."
PARAGRAPHS = [FIRST, QUOTED, LAST, MORE]
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="es">Cuatro días esperando una pieza.</p>&mdash; Ines Falk (@inesfalk) '
    '<a href="https://twitter.com/inesfalk/status/1711111111111111111">October 9, 2023</a></blockquote>'
)
SHELL = (
    '<!doctype html><html lang="en"><head><title>Ferry</title><meta property="og:title" content="Ferry cancelled">'
    '<meta name="author" content="Tom Reed"></head><body><div id="__next"></div>\n{script}</body></html>'
)


def _page(data: object, kind: str = '<script id="__NEXT_DATA__" type="application/json">') -> str:
    return SHELL.format(script=f"{kind}{json.dumps(data, ensure_ascii=False)}</script>")


def _read(page: str) -> Document:
    return extract(RawSource(name="page.html", data=page.encode()))


def _in_props(**article: object) -> dict[str, object]:
    return {"props": {"pageProps": {"article": {"headline": "Ferry cancelled again", **article}}}, "buildId": "x1"}


MARKUP = _in_props(body="".join(f"<p>{text}</p>" for text in PARAGRAPHS) + TWEET)
BLOCKS = _in_props(
    content=[
        *({"type": "paragraph", "text": text} for text in PARAGRAPHS),
        {"type": "related", "text": "Read more about the bridge that never was, and of those who wanted it so much."},
        {"type": "embed", "html": TWEET},
    ]
)
PORTABLE = _in_props(
    body=[
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": text[:30]},
                                                            {"_type": "span", "marks": ["em"], "text": text[30:]}]}
        for text in PARAGRAPHS
    ]
    + [{"_type": "tweet", "html": TWEET}]
)  # fmt: skip
PROSE_MIRROR = _in_props(
    body={
        "type": "doc",
        "content": [
            *({"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in PARAGRAPHS),
            {"type": "html", "content": TWEET},
        ],
    }
)
EDITOR_JS = _in_props(
    content={
        "blocks": [
            *({"type": "paragraph", "data": {"text": text}} for text in PARAGRAPHS),
            {"type": "raw", "data": {"html": TWEET}},
        ]
    }
)


@pytest.mark.parametrize("data", [MARKUP, BLOCKS, PORTABLE, PROSE_MIRROR, EDITOR_JS])
def test_the_forms_in_which_editors_keep_a_body(data: object) -> None:
    page = _page(data)
    document = _read(page)
    article = document.article
    assert [block.text for block in article.blocks if block.kind == "paragraph"] == PARAGRAPHS
    assert (article.title, article.byline) == ("Ferry cancelled again", "Tom Reed")
    (quotation,) = article.quotations
    assert quotation.speaker == "Ines Falk"
    assert (quotation.line, page.splitlines()[1][quotation.column - 1 :][:10]) == (2, "We have wa")
    (post,) = document.posts
    assert (post.handle, post.text) == ("inesfalk", "Cuatro días esperando una pieza.")


def test_nuxt_refers_to_values_by_their_places() -> None:
    table = [
        ["Reactive", 1],
        {"article": 2},
        {"title": 3, "body": 4},
        "Ferry cancelled again",
        [5, 6, 7, 8],
        *PARAGRAPHS,
    ]
    document = _read(_page(table, '<script type="application/json" id="__NUXT_DATA__">'))
    assert [block.text for block in document.article.blocks if block.kind == "paragraph"] == PARAGRAPHS
    assert document.article.title == "Ferry cancelled again"


def test_what_the_page_shows_comes_first() -> None:
    shown = "".join(f"<p>{text.replace('ferry', 'tram')}</p>" for text in PARAGRAPHS)
    page = _page(MARKUP).replace('<div id="__next">', f'<div id="__next"><article>{shown}</article>')
    assert "tram" in _read(page).article.blocks[0].text


@pytest.mark.parametrize(
    "data",
    [
        _in_props(body="Too short."),
        _in_props(related=[{"title": text, "content": text} for text in PARAGRAPHS]),
        {"messages": {"body": " ".join(PARAGRAPHS)}},
        {"cards": [{"title": "A ferry"}] * 50},
        [[[]]],
        None,
    ],
)
def test_a_shell_whose_data_tells_no_article(data: object) -> None:
    with pytest.raises(SourceError, match="no article text"):
        _read(_page(data))


def test_values_that_refer_to_each_other_end() -> None:
    with pytest.raises(SourceError, match="no article text"):
        _read(_page([{"body": 1, "text": 0}, [0, 1, 1, 1], "x" * 500]))


def test_a_long_value_that_is_referred_to_over_and_over_is_told_a_few_times() -> None:
    long = " ".join(PARAGRAPHS * 10)
    page = _page([{"body": 1}, [2] * 2000, long])
    told = _read(page).article.blocks
    assert all(block.text == long for block in told)
    assert 1 <= len(told) <= 4 * len(page) / len(long)


@pytest.mark.parametrize(
    ("string", "characters"),
    [
        ("a" * 2000, 0),
        ("word and " * 220, 0),
        ("Wait. " + "1 " * 20 + "no end after these", 0),
        ("1. Two words, and then an end!" + " 2" * 20, 70),
        ("x" * 1990 + " so far beyond that its end is not seen.", 0),
    ],
)
def test_running_text_is_two_words_and_an_end_behind_them(string: str, characters: int) -> None:
    assert page_data._prose(string) == characters


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aé1_ ,.!\n", max_size=60))
def test_running_text_is_known_in_two_steps_as_in_one(string: str) -> None:
    text = string.strip()
    at_once = re.search(r"[^\W\d_]{2,}[\s,]+[^\W\d_]+[\s\S]*?[.!?]", text)  # quadratic in the text's length
    assert page_data._prose(string) == (len(text) if len(text) >= 40 and at_once else 0)


@settings(max_examples=40, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers(-3, 30) | st.sampled_from([*PARAGRAPHS, TWEET, "paragraph", ""]),
        lambda inner: (
            st.lists(inner, max_size=5)
            | st.dictionaries(st.sampled_from(["body", "content", "type", "children", "text", "data", "html"]), inner)
        ),
        max_leaves=30,
    )
)
def test_no_data_breaks_the_reader(data: object) -> None:
    with contextlib.suppress(SourceError):
        _read(_page(data))
