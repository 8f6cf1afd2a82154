"""What is read as a name, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import names


def sure(text: str, lang: str) -> list[str]:
    return [name.text for name in names.read(text, lang) if not name.weak]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The President of the Supreme Court spoke on Monday about Easter"),
        ("en", "However, nobody in Parliament agreed"),
        ("es", "El Presidente del Gobierno habló el Lunes"),
        ("fr", "Cependant, le Premier ministre a refusé au XIVe siècle"),
        ("it", "Il Presidente del Consiglio ha parlato in Parlamento"),
        ("de", "Der Minister hat gestern den Haushalt im Parlament vorgestellt"),
        ("es", "Cuesta 300 dólares estadounidenses según https://example.com/Madrid/Trump"),
    ],
)
def test_no_name(lang: str, text: str) -> None:
    assert sure(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "President Joe Biden and Emmanuel Macron met in Brussels", ["Joe Biden", "Emmanuel Macron", "Brussels"]),
        ("en", "Paris Hilton sued the firm", ["Paris Hilton"]),
        ("es", "Viaja a la República Checa y a la India", ["República Checa", "India"]),
        ("fr", "Il est né en Côte d’Ivoire", ["Côte d’Ivoire"]),
        ("ru", "Он живёт в Южной Корее", ["Южной Корее"]),
        ("zh", "他从上海来到德国", ["上海", "德国"]),
    ],
)
def test_names(lang: str, text: str, expected: list[str]) -> None:
    assert sure(text, lang) == expected


def test_exonyms_and_peoples_lead_to_one_key() -> None:
    (country,) = names.read("en Alemania", "es")
    (people,) = names.read("los alemanes", "es")
    (english,) = names.read("in Germany", "en")
    assert country.keys & people.keys & english.keys == {"@DE"}
    assert people.weak and not country.weak


def test_a_shouted_text_tells_nothing_by_capitals() -> None:
    assert sure("ESTO ES UN ESCÁNDALO QUE NADIE QUIERE VER", "es") == []


def test_a_language_without_data_is_not_read() -> None:
    assert not names.reads("xx")
    assert names.read("Nicolás Maduro", "xx") == ()


@given(st.text(max_size=200), st.sampled_from(["en", "es", "de", "ru", "zh", "ja", "hi", "ar", "pl"]))
def test_spans_are_where_they_say(text: str, lang: str) -> None:
    for name in names.read(text, lang):
        assert 0 <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        assert name.keys


@given(st.text(alphabet="aAbB .,#@-'’\n", max_size=300))
def test_pairing_a_text_with_itself_finds_nothing(text: str) -> None:
    found = names.read(text, "en")
    result = names.pair(found, found, post_text=text, passage_text=text, lang="en")
    assert result.changed == result.only_post == result.only_passage == ()


@pytest.mark.parametrize(("lang", "text"), [("en", "They sent the Igla-S today"), ("es", "Enviaron el Igla-S hoy")])
def test_a_hyphenated_designator_belongs_to_the_name(lang: str, text: str) -> None:
    (name,) = (name for name in names.read(text, lang) if not name.weak)
    assert name.text == "Igla-S"
    assert "igla" in name.keys


@pytest.mark.parametrize(
    ("lang", "text", "english"),
    [
        ("zh", "江西省下了大雨", "jiangxi"),
        ("zh", "福冈县新增病例", "fukuoka"),
        ("ja", "愛知県で雨が降った", "aichi"),
        ("hi", "बिहार में बारिश हुई", "bihar"),
    ],
)
def test_provinces_prefectures_and_states(lang: str, text: str, english: str) -> None:
    assert any(english in name.keys for name in names.read(text, lang))
