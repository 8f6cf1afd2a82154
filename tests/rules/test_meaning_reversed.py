"""meaning-reversed: a word became its opposite."""

from __future__ import annotations

import pytest

from quotecheck.facts import negation
from quotecheck.facts.fact import Facts
from quotecheck.model import Language
from quotecheck.rules.base import Case, Hit, Side
from quotecheck.rules.meaning_reversed import RULE


def hits(post: str, lang: str, passage: str) -> list[Hit]:
    def side(text: str, code: str) -> Side:
        facts = Facts(negations=negation.read(text, code))
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=facts)

    case = Case(post=side(post, lang), passage=side(passage, "en"), segment=(0, len(post)), kind="quotation")
    return list(RULE.check(case))


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El paro subió en mayo.", "Unemployment fell in May."),
        ("fr", "Il a parlé avant le vote.", "He spoke after the vote."),
        ("de", "Die Preise sanken.", "Prices rose."),
        ("it", "Il parlamento ha respinto la legge.", "Parliament approved the law."),
        ("ru", "Цены упали.", "Prices rose."),
    ],
)
def test_fires_on_both_words(lang: str, post: str, passage: str) -> None:
    (hit,) = hits(post, lang, passage)
    assert hit.post is not None and hit.passage is not None
    assert " " not in post[slice(*hit.post)] and " " not in passage[slice(*hit.passage)]


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El paro subió en mayo.", "Unemployment rose in May."),
        ("es", "El paro no subió.", "Unemployment fell."),
        ("es", "Ni antes ni después hablaron.", "They spoke neither before nor after."),
        ("fr", "Les prix montent et baissent.", "Prices fall."),
        ("zh", "价格上涨。", "Prices rose."),
    ],
)
def test_stays_silent(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage) == []


def test_back_is_no_support_where_somebody_returns() -> None:
    assert hits("La reina vuelve contra Japón.", "es", "The queen is back for the match with Japan.") == []
    assert hits("Los vecinos están en contra del plan.", "es", "The neighbours back the plan.") != []


@pytest.mark.parametrize(
    ("lang", "post", "same", "other"),
    [
        ("es", "Mi abuela cumple cien años.", "My grandmother turns 100.", "My grandfather turns 100."),
        ("ja", "祖母が百歳になった。", "My grandmother turned 100.", "My grandfather turned 100."),
        ("zh", "奶奶一百岁了。", "Grandma has turned 100.", "Grandpa has turned 100."),
        ("ar", "جدتي ما زالت تخبز.", "My grandmother still bakes.", "My grandfather still bakes."),
        ("tr", "Babaannem yüz yaşında.", "My grandmother is a hundred.", "My grandfather is a hundred."),
        ("pl", "Kierowca był trzeźwy.", "The driver was sober.", "The driver was drunk."),
        ("pl", "Kierowca był trzeźwy.", "The driver was not drunk.", "The driver was drunk."),
        ("de", "Der Fahrer war betrunken.", "The driver was intoxicated.", "The driver was sober."),
        ("ru", "Водитель был пьян.", "The driver was drunk.", "The driver was sober."),
        ("ca", "El Parlament rebutja la moció.", "Parliament voted down the motion.", "Parliament passed the motion."),
        ("hi", "पेट्रोल सस्ता होगा।", "Petrol will be cheaper.", "Petrol will be dearer."),
    ],
)
def test_grandparents_drivers_and_motions(lang: str, post: str, same: str, other: str) -> None:
    assert hits(post, lang, same) == []
    assert hits(post, lang, other) != []


def test_prices_that_go_up_or_down() -> None:
    assert hits("Die Miete steigt ab April.", "de", "The rent goes up from April.") == []
    assert hits("Die Miete steigt ab April.", "de", "The rent goes down from April.") != []
    assert hits("La luz bajará en mayo.", "es", "Electricity is going up in price in May.") != []
    assert hits("Subió el telón.", "es", "He went down in history.") == []
