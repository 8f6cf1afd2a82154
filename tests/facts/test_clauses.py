"""Clauses and conditions, in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import certainty, clauses, conditions


@pytest.mark.parametrize(
    ("lang", "text", "second"),
    [
        ("es", "No habrá elecciones, pero el presidente dimite.", "pero el presidente dimite."),
        ("de", "Er bleibt hier obwohl niemand fragt", "obwohl niemand fragt"),
        ("ru", "Завод не закроют, но директор уйдёт.", "но директор уйдёт."),
        ("zh", "学校不会关闭，但是校长将辞职。", "但是校长将辞职。"),
        ("ja", "大臣は辞任しますが、選挙は行われません。", "選挙は行われません。"),
        ("hi", "चुनाव नहीं होंगे लेकिन राष्ट्रपति इस्तीफा देंगे", "लेकिन राष्ट्रपति इस्तीफा देंगे"),
    ],
)
def test_the_second_clause(lang: str, text: str, second: str) -> None:
    found = [text[start:end] for start, end in clauses.split(text, lang)]
    assert len(found) == 2 or lang == "ja"
    assert found[-1] == second


def test_a_number_is_not_cut() -> None:
    assert len(clauses.split("Spent 3,200.50 euros", "en")) == 1


@given(st.text(max_size=200), st.sampled_from(["es", "zh", "xx"]))
def test_spans_are_in_order_and_inside(text: str, lang: str) -> None:
    last = 0
    for start, end in clauses.split(text, lang):
        assert last <= start <= end <= len(text)
        last = end


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("es", "Vendrá a menos que llueva.", "condition"),
        ("fr", "Ouvert tous les jours, sauf le lundi.", "exception"),
        ("de", "Sie kommt, es sei denn, es regnet.", "condition"),
        ("pl", "Przyjdzie, chyba że spadnie deszcz.", "condition"),
        ("ru", "Придёт, если только не заболеет.", "condition"),
        ("ar", "سيأتي إلا إذا نزل المطر.", "condition"),
        ("zh", "除非下雨，他会来。", "condition"),
        ("ja", "許可があれば、開きます。", "condition"),
    ],
)
def test_a_condition_is_read(lang: str, text: str, kind: str) -> None:
    assert kind in {one.kind for one in conditions.read(text, lang)}


@pytest.mark.parametrize(
    ("lang", "text", "level"),
    [
        ("ar", "يُزعم أن المدير حوّل الأموال.", "reported"),
        ("zh", "据报道，嫌疑人已逃。", "reported"),
        ("ja", "社長は知っていたという。", "reported"),
        ("hi", "बताया जा रहा है कि वह गया।", "reported"),
        ("it", "Secondo la procura sarebbe pronto.", "reported"),
        ("cs", "Podle policie měl řidič usnout.", "reported"),
        ("es", "No descarta subir los impuestos.", "possible"),
        ("ru", "Не исключено, что он уйдёт.", "possible"),
    ],
)
def test_hearsay_and_hedges(lang: str, text: str, level: str) -> None:
    assert level in {cue.level for cue in certainty.read(text, lang) if not cue.weak}


def test_the_plain_conditional_is_no_hearsay_without_a_source() -> None:
    assert all(cue.weak for cue in certainty.read("Sarebbe bello.", "it"))
