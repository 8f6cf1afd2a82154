"""title-changed: a former, deputy, acting or elected holder of an office, and the holder."""

from __future__ import annotations

import pytest

from quotecheck.facts import names
from quotecheck.facts.fact import Facts
from quotecheck.model import Language, PassageKind
from quotecheck.rules.base import Case, Side
from quotecheck.rules.title_changed import RULE


def side(text: str, lang: str) -> Side:
    return Side(text=text, language=Language(lang, 1.0, "given"), facts=Facts(names=names.read(text, lang)))


def fires(lang: str, post: str, passage: str, kind: PassageKind = "quotation") -> bool:
    case = Case(post=side(post, lang), passage=side(passage, "en"), segment=(0, len(post)), kind=kind)
    return bool(list(RULE.check(case)))


TWINS = [
    (
        "es",
        "El expresidente Solano fue condenado.",
        "Former president Solano was convicted.",
        "President Solano was convicted.",
    ),
    (
        "es",
        "La vicepresidenta Rosas anunció sanciones.",
        "Vice-president Rosas announced sanctions.",
        "President Rosas announced sanctions.",
    ),
    ("es", "El ministro de Sanidad dimitió.", "The health minister resigned.", "The former health minister resigned."),
    ("pt", "A ex-ministra Prado pediu desculpas.", "Ex-minister Prado apologised.", "Minister Prado apologised."),
    ("fr", "La maire adjointe a démissionné.", "The deputy mayor resigned.", "The mayor resigned."),
    (
        "it",
        "Il vicepremier Rinaldi è a Budapest.",
        "Deputy prime minister Rinaldi is in Budapest.",
        "Prime minister Rinaldi is in Budapest.",
    ),
    (
        "de",
        "Altkanzlerin Vogel war in Köln.",
        "Former chancellor Vogel was in Cologne.",
        "Chancellor Vogel was in Cologne.",
    ),
    ("de", "Der designierte Präsident kommt.", "The president-elect has arrived.", "The president has arrived."),
    (
        "pl",
        "Były premier Wolski skrytykował rząd.",
        "Former prime minister Wolski criticised the government.",
        "Prime minister Wolski criticised the government.",
    ),
    ("cs", "Exministr Dvořák to popřel.", "Ex-minister Dvořák denied it.", "Minister Dvořák denied it."),
    (
        "ru",
        "Заместитель министра обороны арестован.",
        "The deputy defence minister was arrested.",
        "The defence minister was arrested.",
    ),
    (
        "uk",
        "Колишній президент прибув до Варшави.",
        "The former president arrived in Warsaw.",
        "The president arrived in Warsaw.",
    ),
    (
        "ar",
        "نائب الرئيس زار بغداد اليوم",
        "The vice-president visited Baghdad today.",
        "The president visited Baghdad today.",
    ),
    (
        "hi",
        "पूर्व मुख्यमंत्री अस्पताल में हैं।",
        "The former chief minister is in hospital.",
        "The chief minister is in hospital.",
    ),
    ("zh", "前总统昨天抵达。", "The former president arrived yesterday.", "The president arrived yesterday."),
    ("ja", "副知事が会見した。", "The deputy governor met the press.", "The governor met the press."),
]


@pytest.mark.parametrize(("lang", "post", "same", "other"), TWINS)
def test_a_title_that_lost_or_gained_what_qualifies_it(lang: str, post: str, same: str, other: str) -> None:
    assert not fires(lang, post, same)
    assert fires(lang, post, other)


FREE = [
    ("es", "El expresidente Solano fue condenado.", "Solano was convicted."),
    ("es", "El expresidente Solano fue condenado.", "Solano, who once was president, was convicted."),
    ("es", "El entonces presidente Solano lo firmó.", "The former president Solano signed it."),
    ("es", "El expresidente Solano habló con la ministra.", "Solano spoke with the minister."),
    ("de", "Die neue Ministerin kommt.", "The minister is coming."),
    ("ru", "Бывший помощник министра уволен.", "The former assistant minister was dismissed."),
    ("pl", "Wiceprezydent Warszawy odszedł.", "The deputy mayor of Warsaw left."),
]


@pytest.mark.parametrize(("lang", "post", "passage"), FREE)
def test_another_way_to_say_it(lang: str, post: str, passage: str) -> None:
    assert not fires(lang, post, passage)


def test_time_makes_former_what_was_not_outside_quotation_marks() -> None:
    post, passage = "El presidente Solano prometió empleo.", "Former president Solano promised jobs."
    assert fires("es", post, passage)
    assert not fires("es", post, passage, "sentence")
    assert fires("es", "El expresidente Solano calló.", "President Solano was silent.", "sentence")


@pytest.mark.parametrize(
    ("lang", "post", "same", "other"),
    [
        ("pt", "O prefeito recebeu o relatório.", "The mayor got the report.", "The governor got the report."),
        ("it", "Il primo ministro ungherese a Roma.", "Hungary's premier in Rome.", "Hungary's president in Rome."),
        (
            "es",
            "El presidente del Gobierno viaja a Rabat.",
            "The prime minister goes to Rabat.",
            "The king goes to Rabat.",
        ),
        ("de", "Die Bürgermeisterin dankt.", "The mayor is grateful.", "The senator is grateful."),
        ("pl", "Prezydent Krakowa dziękuje.", "The mayor of Krakow is grateful.", "The governor is grateful."),
        ("ja", "市長が謝罪した。", "The mayor apologised.", "The governor apologised."),
    ],
)
def test_another_office(lang: str, post: str, same: str, other: str) -> None:
    assert not fires(lang, post, same)
    assert fires(lang, post, other)


def test_offices_of_two_people_are_not_compared() -> None:
    assert not fires("es", "El alcalde y el gobernador discuten.", "The governor is angry.")
    assert not fires("es", "El alcalde discute.", "The mayor quarrels with the governor.")
    assert not fires("es", "El presidente del club dimite.", "The head of the club resigns.")
