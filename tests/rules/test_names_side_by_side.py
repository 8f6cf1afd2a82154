"""A name in the place of another, beside one that both sides have."""

from __future__ import annotations

import pytest

from quotecheck import compare


@pytest.mark.parametrize(
    ("lang", "post", "quote"),
    [
        ("es", "Evacuados Pentes y Barxa.", "Pentes and Riós were evacuated."),
        ("pt", "Marcha lenta em Lisboa e no Porto.", "A go-slow in Lisbon and Faro."),
        ("fr", "Aucun train entre Firminy et Retournac.", "No trains between Firminy and Monistrol."),
        ("ru", "Мост между Киевом и Броварами закрыт.", "The bridge between Kyiv and Boryspil is closed."),
    ],
)
def test_another_beside_the_same(lang: str, post: str, quote: str) -> None:
    assert "name-changed" in {one.rule for one in compare(post, quote, lang=lang).findings}


@pytest.mark.parametrize(
    ("lang", "post", "quote"),
    [
        ("es", "Evacuados Pentes y Barxa.", "Barxa and Pentes were evacuated."),
        ("fr", "Aucun train entre Firminy et Le Puy.", "No trains between Firminy and Le Puy-en-Velay."),
        ("pl", "Rozmawiali Tusk i Macron.", "Tusk and the French president talked."),
        ("pl", "Rozmawiali Tusk i prezydent Francji.", "Tusk and Macron talked."),
        ("ru", "Мост между Киевом и Броварами закрыт.", "The bridge between Kyiv and Brovary is closed."),
        ("de", "Züge zwischen Köln und Aachen fallen aus.", "Trains between Cologne and Aachen are cancelled."),
    ],
)
def test_the_same_said_otherwise(lang: str, post: str, quote: str) -> None:
    assert "name-changed" not in {one.rule for one in compare(post, quote, lang=lang).findings}
