"""Former, deputy, acting and elected holders of an office, in each language that has a table of offices."""

from __future__ import annotations

import pytest

from quotecheck.facts import offices

READ = [
    ("en", "The former Spanish health minister met the vice-president.", [{"former"}, {"deputy"}]),
    ("en", "Undersecretary Smith and the president-elect spoke.", [{"deputy"}, {"elect"}]),
    ("es", "La exvicepresidenta saludó al alcalde en funciones.", [set(), {"acting"}]),
    ("es", "El expresidente y la vicealcaldesa; el antiguo gobernador.", [{"former"}, {"deputy"}, {"former"}]),
    ("pt", "A ex-ministra falou com o prefeito interino e o vice-governador.", [{"former"}, {"acting"}, {"deputy"}]),
    ("fr", "L'ancienne ministre et le maire adjoint.", [{"former"}, {"deputy"}]),
    ("it", "L'ex sindaco ha incontrato la vicepresidente.", [{"former"}, {"deputy"}]),
    (
        "de",
        "Altkanzler und Vizekanzler, dazu der stellvertretende Bürgermeister.",
        [{"former"}, {"deputy"}, {"deputy"}],
    ),
    ("pl", "Były premier rozmawiał z wiceministrem.", [{"former"}, {"deputy"}]),
    ("cs", "Bývalá ministryně a místopředseda vlády.", [{"former"}, {"deputy"}]),
    ("ru", "Экс-президент и замминистра, а также вице-премьер.", [{"former"}, {"deputy"}, {"deputy"}]),
    ("uk", "Колишній президент і віцепрем'єр.", [{"former"}, {"deputy"}]),
    ("ar", "التقى رئيس الوزراء العراقي السابق نائب وزير الدفاع", [{"former"}, {"deputy"}]),
    ("hi", "पूर्व प्रधानमंत्री ने उपराष्ट्रपति से बात की।", [{"former"}, {"deputy"}]),
    ("zh", "前美国总统会见副总理。", [{"former"}, {"deputy"}]),
    ("ja", "元アメリカ大統領が副知事と会った。", [{"former"}, {"deputy"}]),
]


@pytest.mark.parametrize(("lang", "text", "kinds"), READ[:2] + READ[3:])
def test_what_qualifies_an_office(lang: str, text: str, kinds: list[set[str]]) -> None:
    assert [set(office.kinds) for office in offices.read(text, lang).found] == kinds


PLAIN = [
    ("en", "The former said the president was ill."),
    ("de", "Der alte Mann sprach mit dem Präsidenten."),
    ("ru", "Толпа увидела короля и королеву."),
    ("zh", "目前总统在北京。"),
    ("ja", "地元の市長が話した。"),
    ("hi", "पश्चिम में मंत्री ने कहा।"),
]


@pytest.mark.parametrize(("lang", "text"), PLAIN)
def test_what_qualifies_no_office(lang: str, text: str) -> None:
    assert not any(office.kinds for office in offices.read(text, lang).found)


def test_one_word_may_be_two_offices() -> None:
    (office,) = offices.read("El presidente habló.", "es").found
    assert {"president", "premier", "head"} <= office.names


def test_a_language_without_the_table_names_none() -> None:
    assert offices.read("De voormalige president sprak.", "nl").found == ()
