"""Comments and front matter that ask quotecheck not to tell something."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract import extract
from quotecheck.extract.positions import line_starts
from quotecheck.extract.suppressions import blanked, read_order, written_out
from quotecheck.model import Document, Suppression
from quotecheck.sources.source import RawSource

FIRST = "The harbour was closed for most of the morning, the port authority said."
SECOND = "Two ferries to the islands left four hours late, with few passengers."
THIRD = "The port expects to open again before the evening, weather permitting."


def read(text: str, media_type: str) -> Document:
    return extract(RawSource(name="x", data=text.encode(), media_type=media_type))


def covered(text: str, one: Suppression) -> str | None:
    return None if one.start is None else text[one.start : one.end]


def page(body: str) -> str:
    return f"<html><body><article><h1>Harbour closed</h1>\n{body}\n</article></body></html>"


@pytest.mark.parametrize(
    ("said", "rules", "reason", "whole"),
    [
        (" ignore ", (), None, False),
        (" ignore[bound-changed] checked by phone ", ("bound-changed",), "checked by phone", False),
        ("ignore[ a-b , c ]: two\n lines", ("a-b", "c"), "two lines", False),
        (" ignore-file[name-added] — house style ", ("name-added",), "house style", True),
        (" ignore-file", (), None, True),
    ],
)
def test_what_a_comment_says(said: str, rules: tuple[str, ...], reason: str | None, whole: bool) -> None:
    order = read_order(said, text="", line=1, column=1)
    assert (order.rules, order.reason, order.start is None, order.problem) == (rules, reason, whole, None)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (" ignroe[x] ", "'ignroe' is not understood (did you mean ignore?)"),
        (" zzzzz ", "'zzzzz' is not understood (it knows ignore and ignore-file)"),
        ("  ", "'' is not understood"),
        (" ignore[] ", "it names no rule between its brackets"),
    ],
)
def test_what_is_not_understood_is_said(said: str, problem: str) -> None:
    assert problem in str(read_order(said, text="", line=1, column=1).problem)


def test_html_the_next_block_the_block_itself_and_the_file() -> None:
    text = page(
        f"<p>{FIRST}</p>\n<!-- quotecheck: ignore[a] why -->\n<p>{SECOND}</p>\n"
        f"<p>{THIRD} <!-- quotecheck: ignore -->\n</p><!-- quotecheck: ignore-file[b] -->"
    )
    following, around, whole = read(text, "text/html").suppressions
    assert (covered(text, following), following.rules, following.reason) == (SECOND, ("a",), "why")
    assert (following.line, following.column) == (3, 1)
    assert covered(text, around) == THIRD
    assert covered(text, whole) is None


def test_html_a_comment_inside_a_paragraph_is_about_that_paragraph() -> None:
    half, rest = SECOND[:30], SECOND[30:]
    text = page(f"<p>{FIRST}</p>\n<p>{half}<!-- quotecheck: ignore[a] -->{rest}</p>\n<p>{THIRD}</p>")
    (one,) = read(text, "text/html").suppressions
    assert str(covered(text, one)).startswith(half)
    assert THIRD not in str(covered(text, one))


def test_html_the_embed_that_comes_next() -> None:
    embed = (
        '<blockquote class="twitter-tweet"><p lang="es">El puerto está cerrado.</p>&mdash; Puerto (@puerto) '
        '<a href="https://twitter.com/puerto/status/1790000000000000007">May 13, 2024</a></blockquote>'
    )
    text = page(f"<p>{FIRST}</p>\n<!-- quotecheck: ignore[post-unmatched] -->\n{embed}\n<p>{SECOND}</p>")
    document = read(text, "text/html")
    (one,), (post,) = document.suppressions, document.posts
    assert one.start is not None and one.end is not None
    assert one.start <= post.offset < one.end
    assert SECOND not in text[one.start : one.end]


def test_html_only_real_comments_count() -> None:
    mark = "<!-- quotecheck: ignore-file -->"
    text = page(
        f"<p title='{mark}'>{FIRST}</p><p>{mark.replace('<', '&lt;')} {SECOND}</p>"
        f'<script>var post = "{mark}";</script><style>/* {mark} */</style><p>{THIRD}</p>'
    )
    assert read(text, "text/html").suppressions == ()


def test_a_comment_at_the_very_end_is_about_nothing() -> None:
    (one,) = read(page(f"<p>{FIRST}</p><!-- quotecheck: ignore -->"), "text/html").suppressions
    assert (one.start, one.problem) == (one.end, None)


def test_markdown_and_mdx() -> None:
    text = (
        f"# Harbour closed\n\n{FIRST}\n\n<!-- quotecheck: ignore[a] -->\n{SECOND}\n\n"
        f"<!-- quotecheck: ignore[b] --> {THIRD}\n\n- {FIRST} {{/* quotecheck: ignore[c] why */}}\n- {SECOND}\n"
    )
    document = read(text, "text/markdown")
    assert [block.text for block in document.article.blocks] == ["Harbour closed", FIRST, SECOND, THIRD, FIRST, SECOND]
    assert [covered(text, one) for one in document.suppressions] == [SECOND, THIRD, FIRST]
    assert document.suppressions[2].reason == "why"


def test_markdown_examples_and_quoted_words_are_no_orders() -> None:
    mark = "<!-- quotecheck: ignore-file -->"
    text = f"# Harbour closed\n\n{FIRST}\n\n```html\n{mark}\n```\n\n> Somebody wrote this. {mark}\n\n{SECOND}\n"
    assert read(text, "text/markdown").suppressions == ()


def test_plain_text() -> None:
    marks = "<!-- quotecheck: ignore[a] -->", "<!-- quotecheck: ignore -->"
    text = f"Harbour closed\n\n{FIRST}\n\n{marks[0]}\n{SECOND}\n\n{THIRD} {marks[1]}\n"
    document = read(text, "text/plain")
    assert all("quotecheck" not in block.text for block in document.article.blocks)
    assert [covered(text, one) for one in document.suppressions] == [SECOND, THIRD]


def test_a_story_as_json() -> None:
    story = {
        "version": "0.10",
        "headlines": {"basic": "Harbour closed"},
        "content_elements": [
            {"type": "text", "content": FIRST},
            {"type": "raw_html", "content": "<!-- quotecheck: ignore[a] -->"},
            {"type": "text", "content": SECOND},
        ],
    }
    text = json.dumps(story, indent=1)
    (one,) = read(text, "application/json").suppressions
    assert covered(text, one) == SECOND
    assert text.split("\n")[one.line - 1][one.column - 1 :].startswith("<!-- quotecheck")


@pytest.mark.parametrize(
    "header",
    [
        '---\ntitle: Harbour\nquotecheck: {ignore: [a-b, "c"], reason: "why, then"}\n---\n',
        "---\ntitle: Harbour\nquotecheck:\n  ignore: [a-b, c]\n  reason: why, then  # and no more\nauthor: Ana\n---\n",
        "---\r\ntitle: Harbour\r\nquotecheck:\r\n  reason: 'why, then'\r\n  ignore:\r\n    - a-b # x\r\n    - 'c'\r\n"
        "---\r\n",
        '+++\ntitle = "Harbour"\n[quotecheck]\nignore = ["a-b", "c"]\nreason = "why, then"\n+++\n',
        '+++\ntitle = "Harbour"\nparams.quotecheck = {ignore = ["a-b", "c"], reason = "why, then"}\n+++\n',
    ],
)
def test_front_matter(header: str) -> None:
    (one,) = read(f"{header}\n{FIRST}\n", "text/markdown").suppressions
    assert (one.rules, one.reason, one.start, one.problem) == (("a-b", "c"), "why, then", None, None)


@pytest.mark.parametrize("said", ["{ingore: [a]}", "yes", "{ignore: []}"])
def test_front_matter_without_rules_is_said(said: str) -> None:
    (one,) = read(f"---\ntitle: Harbour\nquotecheck: {said}\n---\n{FIRST}\n", "text/markdown").suppressions
    assert (one.line, one.problem) == (3, "its `quotecheck` has no list of rules named `ignore`")


def test_without_a_comment_nothing_changes() -> None:
    text = f"# Harbour closed\n\nThe word quotecheck: alone, and <!-- another --> comment.\n\n{FIRST}\n"
    assert read(text, "text/markdown").suppressions == ()
    assert written_out(text, line_starts(text)) == []


@given(
    st.lists(
        st.sampled_from(
            ["word ", "\n", "\r\n", "    ", "<!-- quotecheck: ignore -->", "{/* quotecheck: x */}", "<!--", "🚢"]
        )
    )
)
def test_blanking_moves_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    starts = line_starts(text)
    for markdown in (False, True):
        found = written_out(text, starts, markdown=markdown)
        clean = blanked(text, found, starts, markdown=markdown)
        assert len(clean) == len(text)
        inside = {place for start, end, _ in found for place in range(start, end)}
        assert all(clean[place] == char for place, char in enumerate(text) if place not in inside)
        assert list(line_starts(clean)) == list(starts)


def test_many_comments_take_no_longer_each() -> None:
    mark = "<!-- quotecheck: ignore -->"
    text = f"{FIRST} " + mark * 3000
    assert len(read(text, "text/plain").suppressions) == 3000
