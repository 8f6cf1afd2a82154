"""negation-flipped: one side denies what the other asserts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quotecheck.facts import negation, quantities
from quotecheck.facts.fact import Facts
from quotecheck.model import Language
from quotecheck.rules.base import Case, Hit, Side, Similarity
from quotecheck.rules.negation_flipped import RULE


def side(text: str, lang: str) -> Side:
    facts = Facts(
        quantities=quantities.read(text, lang), negations=negation.read(text, lang), read=frozenset({"negation"})
    )
    return Side(text=text, language=Language(code=lang, confidence=1.0, method="given"), facts=facts)


def hits(
    post: str,
    lang: str,
    passage: str,
    *,
    similar: Similarity | None = None,
    segment: tuple[int, int] | None = None,
    truncated: bool = False,
) -> list[Hit]:
    case = Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=segment or (0, len(post)),
        kind="quotation",
        similar=similar,
        truncated=truncated,
    )
    return list(RULE.check(case))


def gain(by: float) -> Similarity:
    """A similarity in which every text but the first, the passage itself, is closer by this much."""

    def similar(texts: Sequence[str]) -> Sequence[float]:
        return [0.8 + (by if place else 0.0) for place, _ in enumerate(texts)]

    return similar


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Habrá elecciones en mayo.", "There will not be elections in May."),
        ("es", "No habrá guerra.", "There will be war."),
        ("fr", "Le gouvernement a signé.", "The government didn't sign."),
        ("fr", "Il n'a jamais démissionné.", "He resigned."),
        ("it", "Il treno è arrivato.", "The train never arrived."),
        ("it", "Nessuno è morto.", "People died."),
        ("pt", "O banco fechou.", "The bank has not closed."),
        ("de", "Wir werden zahlen.", "We will not pay."),
        ("pl", "Sąd nie zgodził się.", "The court agreed."),
        ("cs", "Ministr neodstoupil.", "The minister resigned."),
        ("ru", "Он не подписал закон.", "He signed the law."),
        ("ar", "لم يصل أحد.", "People arrived."),
        ("hi", "वह नहीं आया।", "He came."),
        ("zh", "他没有辞职。", "He resigned."),
        ("ja", "彼は辞任しなかった。", "He resigned."),
    ],
)
def test_a_denial_added_or_lost(lang: str, post: str, passage: str) -> None:
    (hit,) = hits(post, lang, passage)
    assert hit.post is not None and hit.passage is not None
    assert hit.confidence >= 0.6


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "No habrá guerra.", "There won't be a war."),
        ("es", "Tres de cada cuatro vecinos no votaron.", "Three out of four residents did not vote."),
        ("fr", "Les élus n'ont pas confiance dans le maire.", "The councillors have no confidence in the mayor."),
        ("cs", "Žádná z obcí nedostala peníze.", "None of the villages got money."),
        ("es", "No hay ninguna duda de que vendrá.", "There is no doubt that he will come."),
        ("es", "No sólo perdió, también dimitió.", "He not only lost but also resigned."),
        ("es", "Es imposible pagar.", "It is not possible to pay."),
        ("es", "El ministro niega haber robado.", "The minister says he did not steal."),
        ("es", "No es posible pagar.", "It is impossible to pay."),
        ("es", "No tenemos agua ni luz.", "We have neither water nor light."),
        ("es", "Se fue sin decir nada.", "He left, and said nothing."),
        ("fr", "Il ne lit que des romans.", "He only reads novels."),
        ("fr", "Le pont n'a ouvert qu'en mai.", "The bridge did not open until May."),
        ("it", "Non è venuto nessuno.", "Nobody came."),
        ("de", "Ich habe keine Zeit.", "I have no time."),
        ("ru", "Никто ничего не сказал.", "Nobody said anything."),
        ("ja", "行かなければならない。", "We have to go."),
    ],
)
def test_the_same_said_another_way(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage) == []


def test_what_turning_it_round_says_decides_in_doubt() -> None:
    post, passage = "El ministro niega haber robado.", "The minister did not steal."
    assert hits(post, "es", passage, similar=gain(-0.03)) == []
    assert hits(post, "es", passage, similar=gain(0.06)) != []


def test_a_faithful_rendering_that_gets_worse_when_turned_round_is_left_alone() -> None:
    assert hits("La ciudad quedó a oscuras.", "es", "The city had no light.", similar=gain(-0.05)) == []


def test_spans_show_the_denial() -> None:
    passage = "There will not be elections."
    (hit,) = hits("Habrá elecciones.", "es", passage)
    assert hit.passage is not None and passage[slice(*hit.passage)] == "not"
    post = "Ayer no habló."
    (hit,) = hits(post, "es", "Yesterday he spoke.")
    assert hit.post is not None and post[slice(*hit.post)] == "no"


def test_outside_the_segment_nothing_counts() -> None:
    post = "Ganamos la copa. No habrá fiesta."
    assert hits(post, "es", "We won the cup.", segment=(0, 16)) == []
    assert hits(post, "es", "We won the cup. There will be a party.") != []


def test_a_cut_post_may_hold_the_denial_in_its_rest() -> None:
    assert hits("Habrá elecciones", "es", "There will not be elections.", truncated=True) == []


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "La aldea sigue sin agua.", "The village still has no water."),
        ("pt", "Há moradores sem luz.", "There are residents with no power."),
        ("fr", "Il est ressorti libre, sans poursuites.", "He walked out a free man and faces no charges."),
        ("de", "Das Dorf ist ohne Strom.", "The village has no electricity."),
        ("ru", "Деревня без света.", "The village has no power."),
        ("cs", "Dotace? Nula.", "Subsidies? There are none."),
        ("es", "Ayudas recibidas: cero.", "No aid was received."),
    ],
)
def test_without_and_nought_are_no_such_thing_in_english(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage, similar=gain(0.1)) == []


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "La aldea sigue sin agua.", "The village has no shops and is without water."),
        ("pt", "Há moradores com luz.", "There are residents with no power."),
        ("cs", "Dotace? Stovky.", "Subsidies? There are none."),
    ],
)
def test_a_denial_that_neither_accounts_for(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage, similar=gain(0.1))


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("ru", "Рейсы задержаны, а табло молчит.", "Flights are delayed and the board says nothing."),
        ("es", "El alcalde guarda silencio.", "The mayor is saying nothing."),
        ("de", "Der Verein schweigt.", "The club is not saying anything."),
        ("pl", "Ministerstwo milczy.", "The ministry is not commenting."),
        ("ja", "目標に届かなかった。", "They fell short of the target."),
    ],
)
def test_silence_and_falling_short_may_be_a_denial(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage, similar=gain(0.0)) == []
