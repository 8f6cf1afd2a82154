"""Lines and columns of posts and quotations in whole pages: any line ends, tabs, astral characters, entities, a BOM."""

from __future__ import annotations

import codecs

from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.extract import extract
from quotecheck.sources.source import RawSource

NOISE = st.lists(
    st.sampled_from(
        [
            "🚢",
            "é",
            "&eacute;",
            "&#x1F6A2;",
            "&amp;",
            "& ",
            "\t",
            " ",
            "&nbsp;",
            "x",
            "&copy",
            "\u200d",
            "中",
            "<b>b</b>",
        ]
    ),
    max_size=8,
).map("".join)
END = st.sampled_from(["\n", "\r\n", "\r"])
MARKS = st.sampled_from([("“", "”"), ("&ldquo;", "&rdquo;"), ('"', '"'), ("&quot;", "&#34;"), ("«", "»")])


def where(source: str, needle: str) -> tuple[int, int]:
    """Line and column of `needle`, counted one character at a time."""
    line = column = 1
    before = source[: source.index(needle)].replace("\r\n", "\n").replace("\r", "\n")
    for character in before:
        line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return line, column


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, int]:
    """A page, and how many posts and quotations it holds."""
    count = draw(st.integers(1, 4))
    pieces = ["<!doctype html>", "<html><body><article>", "<h1>The harbour in the news today</h1>"]
    for index in range(count):
        opening, closing = draw(MARKS)
        pieces.append(
            f"{draw(NOISE)}<p>The harbour master {draw(NOISE)} said on Tuesday: "
            f"{opening}Quotation{index} {draw(NOISE)} holds that the ferry leaves at noon.{closing}"
            " He went home after that, as every day.</p>"
        )
        pieces.append(
            f'{draw(NOISE)}<blockquote class="twitter-tweet" id="embed{index}"><p lang="es">'
            f"Mensaje{index} {draw(NOISE)} del puerto.</p>&mdash; Ana (@ana{index}) "
            f'<a href="https://twitter.com/ana{index}/status/15223491681313{index:05}">May 5, 2022</a></blockquote>'
        )
    pieces.append("</article></body></html>")
    text = ""
    for piece in pieces:
        text += piece + draw(END)
    return text, count


@settings(max_examples=60, deadline=None)
@given(pages(), st.booleans())
def test_posts_and_quotations_are_where_the_report_says(page: tuple[str, int], marked: bool) -> None:
    source, count = page
    data = (codecs.BOM_UTF8 if marked else b"") + source.encode()
    found = extract(RawSource(name="page.html", data=data))
    assert len(found.posts) == count
    for index, post in enumerate(found.posts):
        line, column = where(source, f'id="embed{index}"')
        assert (post.line, post.column) == (line, column - len('<blockquote class="twitter-tweet" '))
    quotations = [quotation for quotation in found.article.quotations if quotation.text.startswith("Quotation")]
    assert len(quotations) == count
    for index, quotation in enumerate(quotations):
        place = where(source, f"Quotation{index}")
        assert (quotation.line, quotation.column) == place
        block, start, _ = quotation.parts[0]
        assert found.article.position(block, start) == place
        word = found.article.blocks[block].text.index("ferry leaves", start)
        line, column = found.article.position(block, word)
        at = source.index(f"Quotation{index}")
        assert (line, column) == where(source[: source.index("ferry leaves", at)] + "\0", "\0")


def test_the_counting_in_this_test_itself() -> None:
    assert where("a\r\nb\rc\n\n🚢X", "X") == (5, 2)
    assert where("a\r\nb", "b") == (2, 1)
