"""Cutting texts into pieces: the likeliest way of all, whether built or mapped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.align.loading import Lexicon

PIECES = ["", "a", "b", "ab", "ba", "aab", "ñ", "ña", "日", "日本", "▁", "▁a"]
SCORES = [0.0, -2.0, -2.5, -3.25, -3.5, -4.0, -5.0, -5.5, -6.0, -6.5, -1.5, -3.75]
UNLIKELY = -16.5
LEXICON = Lexicon.of(PIECES, SCORES, unknown=0)


def likeliest(text: str) -> float:
    """By trying every way to cut it."""
    if not text:
        return 0.0
    ways = [
        SCORES[i] + likeliest(text[len(piece) :]) for i, piece in enumerate(PIECES) if piece and text.startswith(piece)
    ]
    return max([*ways, UNLIKELY + likeliest(text[1:])])


@settings(max_examples=200, deadline=None)
@given(text=st.text("abñ日本x\x00▁", max_size=9))
def test_no_other_way_is_likelier(text: str) -> None:
    found = LEXICON.segments(text)
    assert "".join(text[one.start : one.end] for one in found) == text
    for one in found:
        assert one.number == 0 or PIECES[one.number] == text[one.start : one.end]
    assert sum(SCORES[one.number] if one.number else UNLIKELY for one in found) == pytest.approx(likeliest(text))


@given(text=st.text(st.characters(), max_size=20))
def test_any_text_is_covered(text: str) -> None:
    ends = [0]
    for one in LEXICON.segments(text):
        assert one.start == ends[-1]
        ends.append(one.end)
    assert ends[-1] == len(text)


def test_numbers_are_those_of_the_segments() -> None:
    text = "▁ab▁▁aab日本" + "ab" * 40 + "▁x"
    assert LEXICON.numbers(text) == [one.number for one in LEXICON.segments(text)]


def test_a_piece_of_two_words_is_refused() -> None:
    with pytest.raises(ValueError, match="second word"):
        Lexicon.of(["a", "a▁b"], [-1.0, -2.0], unknown=0)


def test_half_of_a_surrogate_pair_is_unknown() -> None:
    assert [tuple(one) for one in LEXICON.segments("a\ud800b")] == [(1, 0, 1), (0, 1, 2), (2, 2, 3)]


def test_mapped_it_says_the_same(tmp_path: Path) -> None:
    LEXICON.save(tmp_path)
    mapped = Lexicon.load(tmp_path)
    for text in ("abaab", "ñandú 日本", ""):
        assert mapped.segments(text) == LEXICON.segments(text)


@pytest.mark.parametrize("broken", ["pieces.marisa", "pieces.npy"])
@pytest.mark.parametrize("data", [b"", b"We love Marisa.\x00", b"\x93NUMPY"])
def test_broken_files_are_told(tmp_path: Path, broken: str, data: bytes) -> None:
    LEXICON.save(tmp_path)
    (tmp_path / broken).write_bytes(data)
    with pytest.raises(ValueError):
        Lexicon.load(tmp_path)


def test_files_of_two_lexicons_are_told(tmp_path: Path) -> None:
    LEXICON.save(tmp_path)
    (tmp_path / "other").mkdir()
    Lexicon.of(["a", "b"], [-1.0, -2.0], unknown=0).save(tmp_path / "other")
    (tmp_path / "other" / "pieces.marisa").replace(tmp_path / "pieces.marisa")
    with pytest.raises(ValueError, match="fit together"):
        Lexicon.load(tmp_path)
