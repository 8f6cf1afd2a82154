"""certainty-shifted: one side states what the other says may be, or is reported."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quotecheck import facts
from quotecheck.facts import certainty
from quotecheck.facts.fact import Facts
from quotecheck.model import Language
from quotecheck.rules.base import Case, Side
from quotecheck.rules.certainty_shifted import RULE


def fires(post: str, lang: str, passage: str) -> bool:
    def side(text: str, code: str) -> Side:
        facts = Facts(certainties=certainty.read(text, code))
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=facts)

    case = Case(post=side(post, lang), passage=side(passage, "en"), segment=(0, len(post)), kind="quotation")
    return bool(list(RULE.check(case)))


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El alcalde presuntamente robó un millón.", "The mayor stole a million."),
        ("es", "El alcalde robó un millón.", "The mayor allegedly stole a million."),
        ("fr", "Le maire aurait volé un million.", "The mayor stole a million."),
        ("es", "Creo que el puente aguantará.", "The bridge will hold."),
        ("es", "Hay indicios de que el dique cedió.", "The dam gave way."),
        ("de", "Ich glaube, die Brücke hält.", "The bridge will hold."),
        ("it", "Forse piove domani.", "It rains tomorrow."),
        ("de", "Vielleicht kommt er.", "He comes."),
        ("ru", "Он якобы украл деньги.", "He stole the money."),
        ("fr", "Selon nos confrères, il serait sur le départ.", "According to fellow reporters, he is leaving."),
        ("it", "Pare che fosse un cane.", "It was definitely a dog."),
        ("ar", "يُزعم أن المدير حوّل الأموال.", "The manager moved the money."),
        ("hi", "बताया जा रहा है कि वह गया।", "He left."),
    ],
)
def test_fires(lang: str, post: str, passage: str) -> None:
    assert fires(post, lang, passage)


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El alcalde presuntamente robó un millón.", "The mayor is accused of stealing a million."),
        ("es", "El alcalde presuntamente robó.", "The mayor reportedly stole."),
        ("es", "Quizá llueva.", "It may rain."),
        ("es", "Creo que el puente aguantará.", "I think the bridge will hold."),
        ("es", "Hay indicios de que el dique cedió.", "There are signs that the dam gave way."),
        ("fr", "Le maire aurait volé.", "According to reports, the mayor stole."),
        ("es", "Puede nadar.", "He swims."),
        ("es", "Va a llover.", "It will rain."),
    ],
)
def test_stays_silent(lang: str, post: str, passage: str) -> None:
    assert not fires(post, lang, passage)


def judged(post: str, lang: str, passage: str, *, hedged_gain: float = 0.05) -> bool:
    """Whether the rule fires on a part of a reporter's sentence, where a "may" lies so much closer to the post."""

    def side(text: str, code: str) -> Side:
        return Side(
            text=text, language=Language(code=code, confidence=1.0, method="given"), facts=facts.read(text, code)
        )

    def similar(texts: Sequence[str]) -> Sequence[float]:
        return [0.7 + (hedged_gain if "may" in text.split() else 0.0) for text in texts]

    case = Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=(0, len(post)),
        kind="sentence",
        told=True,
        similar=similar,
    )
    return bool(list(RULE.check(case)))


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("de", "Die Fähre könnte frühestens am Montag fahren.", "The ferry will sail on Monday at the earliest"),
        ("es", "El mercado podría cerrar en junio.", "The market will close in June, the council said"),
        ("fr", "La mine pourrait rouvrir si les cours remontent.", "The mine will reopen if prices recover"),
        ("cs", "Rada zvažuje prodej stadionu.", "The council has decided to sell the stadium, it said"),
        ("pl", "Gmina rozważa zakup autobusów.", "The district decided to buy buses, the mayor said"),
        ("tr", "Liman yarın açılabilir.", "The port will open tomorrow, the office said"),
        ("ko", "항구는 내일 다시 열릴 수 있다.", "The port will open again tomorrow"),
        ("ro", "O țeavă veche ar putea fi de vină.", "An old pipe is to blame"),
        ("cs", "Rada zvažuje prodej stadionu.", "The council has decided to sell it, but will not say when"),
        ("fr", "Sans elle, je ne serais peut-être pas là.", "Without her I would certainly not be here"),
        ("pt", "O maestro não vai poder tocar.", "The conductor might not be able to play"),
        ("ru", "Бухгалтер признан виновным в краже.", "The accountant was accused of theft"),
        ("it", "L'assessore è imputato per corruzione.", "The councillor was convicted of bribery"),
        ("es", "El contable está acusado de robo.", "The accountant was found guilty of theft"),
    ],
)
def test_what_a_reporter_makes_of_it_is_told(lang: str, post: str, passage: str) -> None:
    assert judged(post, lang, passage)


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("de", "Die Fähre könnte frühestens am Montag fahren.", "The ferry might sail on Monday at the earliest"),
        ("es", "El mercado podría cerrar en junio.", "The market will probably close in June, the council said"),
        ("cs", "Rada zvažuje prodej stadionu.", "The council is considering whether to sell, and will report in May"),
        ("ro", "O țeavă veche ar putea fi de vină.", "An old pipe could be to blame, the company said"),
        ("pt", "O maestro não vai poder tocar.", "The conductor will not be able to play"),
        ("ru", "Бухгалтер признан виновным в краже.", "The accountant, who was accused of theft, was found guilty"),
        ("de", "Der Kassier ist wegen Betrugs angeklagt.", "The treasurer is on trial for fraud"),
        ("fr", "Le musée pourra être visité dès samedi.", "The museum will be open to visitors from Saturday"),
        ("fr", "Le caissier a été condamné pour vol.", "The cashier was sentenced for a theft he was accused of"),
    ],
)
def test_what_a_reporter_tells_faithfully_is_left_alone(lang: str, post: str, passage: str) -> None:
    assert not judged(post, lang, passage)


def test_a_hedge_elsewhere_does_not_excuse_a_forecast() -> None:
    assert judged("El túnel podría abrir en abril.", "es", "The tunnel will open in April, the ministry told reporters")


def test_a_hedge_of_a_number_that_the_post_has_not_says_nothing_of_what_happened() -> None:
    assert not judged("El billete costaba 21 euros.", "es", "Three euros, maybe four.")
