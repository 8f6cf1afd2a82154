"""Cities by their English names, and words that open a sentence and name nobody."""

from __future__ import annotations

import pytest

from quotecheck.facts import names
from quotecheck.facts.names.lexicon import table


@pytest.mark.parametrize(
    ("lang", "text", "english"),
    [
        ("de", "Der Dom in Köln bleibt zu.", "Cologne"),
        ("cs", "Tramvaje ve Vratislavi stojí.", "Wroclaw"),
        ("fr", "Le port de Douvres est fermé.", "Dover"),
        ("it", "Il volo per Siviglia è in ritardo.", "Seville"),
        ("ru", "Суд в Гааге перенёс заседание.", "Hague"),
        ("ar", "أغلق معبر رفح أمس.", "Rafah"),
        ("ar", "اندلع حريق في ميناء الحديدة.", "Hodeidah"),
    ],
)
def test_a_city_has_its_english_name(lang: str, text: str, english: str) -> None:
    (there,) = names.read(f"Many people live in {english} today.", "en")
    assert any(there.keys & name.keys for name in names.read(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Ninguno de los equipos llegó."),
        ("pl", "Żadna z drużyn nie przyjechała."),
        ("cs", "Žádná z obcí nedostala peníze."),
        ("pt", "Nenhum dos times chegou."),
        ("ru", "Никто не приехал."),
    ],
)
def test_who_is_denied_is_not_named(lang: str, text: str) -> None:
    assert names.read(text, lang) == ()


def test_the_table_is_sound() -> None:
    for english, forms in table("exonyms.tsv").items():
        assert english[0].isupper()
        for form in forms.split("; "):
            lang, _, name = form.partition(" ")
            assert len(lang) == 2 and name and name == name.strip()
