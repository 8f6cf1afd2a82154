"""What happens for the first time, in every language whose denials are read."""

from __future__ import annotations

import pytest

from quotecheck.facts.language_data import languages
from quotecheck.facts.negation.time import is_first, states

FIRST = {
    "ar": "تعرض اللوحات لأول مرة",
    "ca": "Els quadres s'exposen per primera vegada",
    "cs": "Obrazy jsou poprvé k vidění",
    "de": "Die Bilder sind zum ersten Mal zu sehen",
    "el": "Οι πίνακες εκτίθενται για πρώτη φορά",
    "es": "Los cuadros se exponen por primera vez",
    "fa": "این تابلوها برای اولین بار به نمایش درآمد",
    "fr": "INÉDIT : les tableaux sont exposés",
    "he": "התמונות מוצגות לראשונה",
    "hi": "चित्र पहली बार दिखाए गए",
    "id": "Lukisan itu pertama kali dipamerkan",
    "it": "I quadri sono esposti per la prima volta",
    "ja": "絵が初めて公開された",
    "ko": "그림이 처음 공개됐다",
    "nl": "De schilderijen zijn voor het eerst te zien",
    "pl": "Obrazy widzimy pierwszy raz",
    "pt": "Os quadros são expostos pela primeira vez",
    "ro": "Tablourile sunt expuse pentru prima dată",
    "ru": "Картины показали впервые",
    "sv": "Tavlorna visas för första gången",
    "tr": "Tablolar İLK KEZ sergilendi",
    "uk": "Картини показали вперше",
    "vi": "Tranh được trưng bày lần đầu",
    "zh": "画作首次展出",
}


@pytest.mark.parametrize("lang", [lang for lang in languages() if lang != "en"])
def test_a_first_time_is_known_in_every_language(lang: str) -> None:
    assert is_first(FIRST[lang], lang)
    assert "first" not in states(FIRST[lang], lang)


@pytest.mark.parametrize(("lang", "text"), [("es", "Los cuadros se exponen"), ("de", "Die Bilder sind zu sehen")])
def test_what_only_happens_is_no_first_time(lang: str, text: str) -> None:
    assert not is_first(text, lang)
