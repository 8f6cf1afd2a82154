from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract.flow import Flow
from quotecheck.extract.formats.html import FORMAT
from quotecheck.extract.positions import line_starts, place
from quotecheck.model import Article
from quotecheck.sources.source import RawSource

LONG = "and then the harbour master went home, as he does every day of the week"


def article(source: str) -> Article:
    return FORMAT.parse(source, RawSource(name="page.html", data=b"")).article


def test_lines_end_with_lf_crlf_or_cr_alone() -> None:
    text = "a\nb\r\nc\rd\u2028e\x0cf\n"
    starts = list(line_starts(text))
    assert starts == [0, 2, 5, 7, 13]
    assert place(starts, text.index("d")) == (4, 1)
    assert place(starts, text.index("f")) == (4, 5)


def test_columns_are_right_with_crlf_tabs_astral_characters_and_entities() -> None:
    source = (
        "<!doctype html>\r\n<article>\r\n\t<h1>A headline for it</h1>\r\n"
        "\t<p>🚢 &amp; 🚢🚢 &eacute;t&#233; &#x1F6A2;\r\n\t\tsaid &ldquo;five <b>thousand</b> boats&rdquo; "
        + LONG
        + ".</p>\r\n"
    )
    found = article(source)
    block = found.blocks[-1]
    assert block.text.startswith("🚢 & 🚢🚢 été 🚢 said “five thousand boats” and")
    lines = source.split("\r\n")
    for needle in ("🚢 &", "été", "said", "five", "thousand", "boats", "master"):
        line, column = found.position(len(found.blocks) - 1, block.text.index(needle))
        there = lines[line - 1][column - 1 :]
        assert there.startswith((needle.split()[0], "&eacute;")), (needle, there)
    assert (block.line, block.column) == (4, 5)
    assert len(block.offsets) == len(block.text)


def test_a_bare_ampersand_and_an_entity_without_its_semicolon() -> None:
    source = f"<article><h1>A headline</h1><p>AT&T &copy2025 x&notit; y&amp;z R&D, {LONG}.</p></article>"
    block = article(source).blocks[-1]
    assert block.text.startswith("AT&T ©2025 x¬it; y&z R&D, and")
    for needle in ("2025", "it;", "z R", "R&D", "and then"):
        offset = block.offsets[block.text.index(needle)]
        assert source[offset:].startswith(needle)


def test_a_break_is_a_line_break_and_two_are_a_paragraph() -> None:
    source = f"<h1>A headline</h1><div>First line, {LONG}.<br>Second line.<br><br>Third line, {LONG}.</div>"
    texts = [block.text for block in article(source).blocks[1:]]
    assert texts == [f"First line, {LONG}.\nSecond line.", f"Third line, {LONG}."]


@given(
    st.lists(
        st.sampled_from(
            ["a", "é", "🚢", " ", "\n", "\t", "\r\n", "\xa0", "&amp;", "&", "&#38;", "&nbsp", "&lt;b&gt;", "\0"]
        )
    )
)
def test_every_code_point_knows_its_place(pieces: list[str]) -> None:
    source = "".join(pieces)
    flow = Flow(source)
    flow.add(0, len(source))
    text, offsets = flow.result()
    assert len(text) == len(offsets)
    assert list(offsets) == sorted(offsets)
    for character, offset in zip(text, offsets, strict=True):
        if character in "aé🚢":
            assert source[offset] == character
        elif character == " ":
            assert source[offset] in " \n\t\r"
        else:
            assert source[offset] in "&\xa0" or source[offset] == character
