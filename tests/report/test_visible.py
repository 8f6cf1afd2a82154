"""Nothing in a post may do something to the terminal it is printed on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.report.layout.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x1b]0;owned\x07", "\\x1b[2J\\x1b]0;owned\\x07"),
        ("a\x00b\x7fc\x9bd", "a\\x00b\\x7fc\\x9bd"),
        ("safe\u202egnp.exe\u202c", "safe<U+202E>gnp.exe<U+202C>"),
        ("\u2066\u2069\u200e\u200f\u061c", "<U+2066><U+2069><U+200E><U+200F><U+061C>"),
        ("zero\u200bwidth\ufeff\u2060", "zero<U+200B>width<U+FEFF><U+2060>"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("pa\u200dypal", "pa<U+200D>ypal"),
        ("one\ttwo\nthree\u2028four", "one two three four"),
        ("no\u00a0break\u3000wide", "no break wide"),
        ("\ud800", "<U+D800>"),
        ("\ue000\U000e0041", "<U+E000><U+E0041>"),
        ("\u3164", "<U+3164>"),
    ],
)
def test_what_acts_is_named(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Más de 5.000 misiles, ¿no?",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian: the non-joiner is spelling
        "\u0915\u094d\u200d\u0937",  # Hindi: so is the joiner
        "👨‍👩‍👧 👩🏽‍⚕️ ❤️‍🔥",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "e\u0301 שָׁלוֹם",
    ],
)
def test_what_belongs_to_writing_is_kept(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    for char in visible(text):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
        assert unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
