"""Widths, line breaks and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.report.layout.excerpt import excerpt
from quotecheck.report.layout.glyphs import Glyph, cells, to_glyphs
from quotecheck.report.layout.page import SIDE, Page
from quotecheck.report.layout.style import Style, wants_colour
from quotecheck.report.layout.wrap import wrap


def drawn(lines: list[list[Glyph]]) -> list[str]:
    return ["".join(glyph.text for glyph in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("日本語", 6),
        ("שָׁלוֹם", 4),
        ("👨‍👩‍👧", 2),
        ("🇻🇪", 2),
        ("❤️", 2),
        ("e\u0301", 1),
        ("ﾊﾝｶｸ", 4),
        ("\x1b", 4),
    ],
)
def test_width_in_cells(text: str, width: int) -> None:
    assert sum(glyph.width for glyph in to_glyphs(text)) == width


def test_a_family_is_one_piece_and_keeps_its_place() -> None:
    glyphs = to_glyphs("a👨‍👩‍👧b", [(6, 7, "error")])
    assert [(glyph.text, glyph.start, glyph.end, glyph.mark) for glyph in glyphs] == [
        ("a", 0, 1, ""),
        ("👨‍👩‍👧", 1, 6, ""),
        ("b", 6, 7, "error"),
    ]


def test_the_graver_mark_is_shown() -> None:
    marks = [glyph.mark for glyph in to_glyphs("abcd", [(0, 3, "error"), (1, 4, "note")])]
    assert marks == ["error", "error", "error", "note"]


def test_breaks_at_spaces_and_at_the_texts_own_line_breaks() -> None:
    assert drawn(wrap(to_glyphs("one two three\r\n\r\nfour"), 8)) == ["one two", "three", "", "four"]


def test_breaks_between_wide_characters_but_not_before_a_full_stop() -> None:
    assert drawn(wrap(to_glyphs("政府は発表した。次"), 14)) == ["政府は発表し", "た。次"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert drawn(wrap(to_glyphs("x" * 25), 10)) == ["x" * 10, "x" * 10, "x" * 5]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.integers(min_value=4, max_value=60))
def test_no_line_is_too_long_and_no_word_is_lost(text: str, width: int) -> None:
    glyphs = to_glyphs(text)
    lines = wrap(glyphs, width)
    for line in lines:
        assert sum(glyph.width for glyph in line) <= max(width, *(glyph.width for glyph in line), 0)
    assert [glyph for line in lines for glyph in line if not glyph.space] == [
        glyph for glyph in glyphs if not glyph.space and not glyph.line_break
    ]


@given(st.text(max_size=100), st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=4))
def test_glyphs_cover_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    glyphs = to_glyphs(text, [(low, high, "note") for low, high in spans])
    at = 0
    for glyph in glyphs:
        assert at <= glyph.start < glyph.end <= len(text)
        assert text[at : glyph.start] in ("", "\n")  # of "\r\n", only one is drawn
        at = glyph.end


def test_marks_are_underlined_by_as_many_cells_as_they_take() -> None:
    rows = list(Page(Style()).row("post", to_glyphs("中国は5万人を 送った", [(3, 6, "error"), (8, 11, "note")])))
    assert rows == [
        "  post        中国は5万人を 送った",
        " " * SIDE + " " * 6 + "^" * 5 + " " * 3 + "~" * 6,
    ]


def test_right_to_left_marks_stand_in_the_line_itself() -> None:
    text = "יותר מ-300 הרוגים"
    rows = list(Page(Style()).row("post", to_glyphs(text, [(5, 10, "error")])))
    assert rows == ["  post        יותר ⟦מ-300⟧ הרוגים"]


def test_colours_take_the_place_of_carets() -> None:
    rows = list(Page(Style(colour=True)).row("post", to_glyphs("a bc", [(2, 4, "error")])))
    assert len(rows) == 1
    assert "\x1b[1;4;31mbc\x1b[0m" in rows[0]


def test_a_long_label_has_a_line_of_its_own() -> None:
    assert list(Page(Style()).words("language unsure", "hola")) == ["  language unsure", " " * SIDE + "hola"]


def test_long_texts_keep_what_is_marked_and_say_what_is_left_out() -> None:
    text = "word " * 1000 + "HERE " + "word " * 1000
    shown = "".join(glyph.text for glyph in excerpt(text, [(5000, 5004, "error")], limit=400))
    assert "HERE" in shown
    assert len(shown) < 800
    left_out = [int(part.split()[0].replace(",", "")) for part in shown.split("[…")[1:]]
    kept = len(shown) - sum(len(f" […{size:,} characters left out…] ") for size in left_out)
    assert kept + sum(left_out) == len(text)


@pytest.mark.parametrize(
    ("environ", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_when_colours_are_used(environ: dict[str, str], terminal: bool, colour: bool) -> None:
    assert wants_colour(environ, terminal=terminal) is colour


def test_cells_of_plain_and_wide_words() -> None:
    assert (cells("abc"), cells("日本")) == (3, 4)
