"""certainty-shifted: one side states what the other says may be, or is reported."""

from __future__ import annotations

import pytest

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
