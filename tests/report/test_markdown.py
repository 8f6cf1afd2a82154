"""Markdown, rendered by a CommonMark parser with GitHub's tables; what a post says is shown letter by letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from quotecheck.model import Comparison, FailedComparison, FailedReport, Pair, Report
from quotecheck.report import format_named, markdown
from quotecheck.report.layout.style import Style
from quotecheck.report.layout.visible import visible

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ALLOWED = {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "strong", "ul", "li"}
ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("`|*_~[](){}<>!#@&\\:/.-\n$^'\"w")), max_size=60)


def written(reports: Sequence[Report | FailedReport]) -> str:
    return "".join(format_named("markdown").reports(reports, one=False, style=Style()))


def tags(html: str) -> set[str]:
    return set(re.findall(r"</?([a-zA-Z][\w-]*)", html))


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).replace("\u200b", "").strip()


def test_a_page_to_the_letter(report: Report, failed: FailedReport, repository: Path) -> None:
    who = "Radio Ría (&#64;&#8203;radioria) on X, 23 October 2025, 14:03 UTC"
    assert written([report, failed]).splitlines() == [
        "### quotecheck",
        "",
        "1 article, 2 posts: 1 divergent and 1 unchecked; 1 warning and 3 notes; 1 source could not be read",
        "",
        "| | where | what differs | post | article |",
        "|---|---|---|---|---|",
        "| warning | <code>homes.html:12:5</code> | More than 300 became at least 300. "
        f"(bound-changed: very likely, 85%) | <code>más de 300</code><br>{who} | <code>at least 300</code> |",
        "| note | <code>homes.html:31:1</code> | Nothing here reads Hebrew. (post-unchecked: almost certain, 100%) "
        "| <code>ראש העיר אמר שיותר מ-300 בתים ייבנו &#92;x1b&#91;2J</code>"
        "<br>&#64;&#8203;shira.bsky.social on Bluesky, undated |  |",
        "| note | <code>homes.html:40:9</code> | Spanish words with no English beside them. "
        "(quote-untranslated: very likely, 90%) |  | <code>Esto no va a parar</code> |",
        "| note | <code>homes.html:20:1</code> | The post names Ana Ruiz; the quotation does not. "
        f"(name-missing: likely, 60%) | <code>Ana Ruiz</code><br>{who} |  |",
        "",
        "**Not read**",
        "",
        "- <code>gone.html</code>: gone.html: no such file",
    ]


def test_nothing_found_is_said(empty_report: Report) -> None:
    assert written([empty_report]) == "### quotecheck\n\n1 article, 0 posts\n"


def test_the_gravest_are_shown_and_the_rest_counted(many: Callable[[int], Report]) -> None:
    text = written([many(500)])
    assert text.count("\n| ") - 1 == markdown.MAX_ROWS
    assert "| error |" in text.split("|---|---|---|---|---|\n")[1].splitlines()[0]
    assert "\n301 findings more are not shown here.\n" in text


def test_it_fits_in_a_comment(hostile: Callable[[str], Report], failed: FailedReport) -> None:
    long = replace(failed, error="|" * 5000)
    text = written([*(hostile("𝕏|" * 3000) for _ in range(300)), *[long] * 50])
    assert len(text.encode("utf-16-le")) // 2 < 65_536
    assert "findings more are not shown here" in text
    assert "- and 40 more\n" in text


def test_pairs(pair: Pair, comparison: Comparison) -> None:
    match = replace(comparison, id=None, verdict="match", findings=())
    results = [(pair, comparison), (pair, match), (None, FailedComparison(id=7, error="line 3: not JSON"))]
    text = "".join(format_named("markdown").comparisons(results, one=False, style=Style()))
    assert text.splitlines()[2] == "3 pairs: 1 divergent, 1 match, 1 could not be read; 1 warning"
    assert "| warning | <code>pair p1</code> | More than 300 became at least 300." in text
    assert "- <code>pair 7</code>: line 3: not JSON" in text


@pytest.mark.parametrize(
    "words",
    [
        "a | b \\| c \\\\| d",
        "`code` ``x`` </code><img src=x onerror=alert(1)>",
        "[text](https://evil.example) ![i](x) <https://evil.example>",
        "**b** _i_ ~~s~~ $x$ ^y^",
        "&lt;b&gt; &amp; &#60;",
        "<!-- x --> <script>alert(1)</script>",
        "line\n\n# heading\n| cell |\n- item",
        "\x1b[2J\u202e\ud800",
    ],
)
def test_a_post_is_shown_letter_by_letter(words: str) -> None:
    shown = " ".join(visible(words).split())
    for made in (markdown.text(words), markdown.code(words)):
        html = PARSER.render(f"| a | b |\n|---|---|\n| x {made} | {made} |\n")
        assert tags(html) <= ALLOWED
        first, second = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
        assert " ".join(words_of(second).split()) == shown
        assert " ".join(words_of(first).split()) == f"x {shown}"


@pytest.mark.parametrize(
    ("words", "live"),
    [
        ("@octocat thanks", "@octocat"),
        ("see #12 and GH-7", "#12"),
        ("see gh-7", "gh-7"),
        ("at https://evil.example/x", "https://evil"),
        ("at www.evil.example", "www.evil"),
        ("write to a@b.example", "a@b"),
        ("a :smile: b", ":smile:"),
    ],
)
def test_nobody_is_called_and_nothing_linked(words: str, live: str) -> None:
    shown = unescape(markdown.text(words))
    assert live not in shown
    assert shown.replace("\u200b", "") == words
    if "://" in live or "www" in live or "a@" in live:
        assert live not in unescape(markdown.code(words))


@given(ANY)
def test_any_text_stays_in_its_cell(words: str) -> None:
    for made in (markdown.text(words), markdown.code(words)):
        html = PARSER.render(f"| a | b | c |\n|---|---|---|\n| x | {made} | y |\n")
        assert tags(html) <= ALLOWED
        cells = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
        assert len(cells) == 3
        assert (cells[0], cells[2]) == ("x", "y")
        assert " ".join(words_of(cells[1]).split()) == " ".join(visible(words).split()).replace("\u200b", "")


@given(words=ANY)
def test_a_post_adds_nothing_to_the_page(hostile: Callable[[str], Report], words: str) -> None:
    html = PARSER.render(written([hostile(words)]))
    assert tags(html) <= ALLOWED
    assert len(re.findall(r"<td>", html)) == 5
