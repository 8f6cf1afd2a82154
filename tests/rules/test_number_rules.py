"""number-changed, bound-changed and unit-changed."""

from __future__ import annotations

from datetime import date

import pytest

import quotecheck
from quotecheck.facts import quantities
from quotecheck.facts.fact import Day, Facts
from quotecheck.model import Language, PassageKind
from quotecheck.rules import bound_changed, number_changed, unit_changed
from quotecheck.rules.base import AlignmentRule, Case, Hit, Side

READ = frozenset({"numbers"})


def side(text: str, lang: str, days: tuple[Day, ...] = ()) -> Side:
    facts = Facts(quantities=quantities.read(text, lang), days=days, read=READ)
    return Side(text=text, language=Language(code=lang, confidence=1.0, method="given"), facts=facts)


def hits(
    rule: AlignmentRule,
    post: str,
    passage: str,
    *,
    lang: str = "es",
    kind: PassageKind = "quotation",
    thread: str = "",
    context: str = "",
    truncated: bool = False,
) -> list[Hit]:
    case = Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=(0, len(post)),
        kind=kind,
        thread=Facts(quantities=quantities.read(thread, lang)),
        context=Facts(quantities=quantities.read(context, "en")),
        truncated=truncated,
    )
    return list(rule.check(case))


def spans(found: list[Hit], post: str, passage: str) -> list[tuple[str | None, str | None]]:
    return [
        (
            post[hit.post[0] : hit.post[1]] if hit.post else None,
            passage[hit.passage[0] : hit.passage[1]] if hit.passage else None,
        )
        for hit in found
    ]


MISSILES = "Maduro dice que tiene más de 5.000 misiles rusos para hacerle frente."
NO_LESS = "Venezuela has no less than 5,000 Igla-S in key anti-aircraft defense posts"


def test_the_bound_of_the_reference_case() -> None:
    found = hits(bound_changed.RULE, MISSILES, NO_LESS)
    assert spans(found, MISSILES, NO_LESS) == [("más de 5.000", "no less than 5,000")]
    assert "más de 5.000 → more than 5000; no less than 5,000 → at least 5000" in found[0].message
    assert hits(number_changed.RULE, MISSILES, NO_LESS) == []
    assert hits(unit_changed.RULE, MISSILES, NO_LESS) == []


def test_a_headline_without_the_bound() -> None:
    headline = "Maduro warns that Venezuela has 5,000 Russian missiles"
    assert spans(hits(bound_changed.RULE, MISSILES, headline, kind="headline"), MISSILES, headline) == [
        ("más de 5.000", "5,000")
    ]


@pytest.mark.parametrize(
    ("post", "passage"),
    [
        ("casi 300 muertos", "fewer than 300 dead"),
        ("casi 300 muertos", "about 300 dead"),
        ("hasta 300 muertos", "at most 300 dead"),
        ("más de 300 muertos", "over 300 dead"),
        ("al menos 300", "300 or more"),
        ("desde 2020", "since 2020"),
        ("más de 5.000 misiles", "more than 5,000 missiles; the 5,000 are Russian"),
    ],
)
def test_bounds_that_agree(post: str, passage: str) -> None:
    assert hits(bound_changed.RULE, post, passage) == []


@pytest.mark.parametrize(
    ("post", "passage"),
    [
        ("300 muertos", "about 300 dead"),
        ("unos 300 muertos", "300 dead"),
        ("al menos 300 muertos", "at most 300 dead"),
        ("más de 300 muertos", "fewer than 300 dead"),
        ("hasta 300 muertos", "300 dead"),
        ("unos 300 muertos", "fewer than 300 dead"),
    ],
)
def test_bounds_that_differ(post: str, passage: str) -> None:
    assert len(hits(bound_changed.RULE, post, passage)) == 1


def test_a_changed_number_is_marked_on_both_sides() -> None:
    post, passage = "Hay 27 heridos en Quito", "There are 72 injured in Quito"
    found = hits(number_changed.RULE, post, passage)
    assert spans(found, post, passage) == [("27", "72")]
    assert found[0].confidence >= 0.9


def test_an_invented_figure_points_at_the_segment() -> None:
    post, passage = "Hay muchos heridos en Quito", "There are 72 injured in Quito"
    assert spans(hits(number_changed.RULE, post, passage), post, passage) == [(post, "72")]


def test_figures_of_the_thread_and_the_context_are_not_invented() -> None:
    post, passage = "Hay muchos heridos", "There are 72 injured"
    assert hits(number_changed.RULE, post, passage, thread="72 heridos") == []
    assert hits(number_changed.RULE, post, passage, context="72 people were hurt") == []


def test_a_cut_post_may_hold_the_figure_in_its_rest() -> None:
    assert hits(number_changed.RULE, "Hay muchos…", "There are 72 injured", truncated=True) == []


def test_the_reporter_may_add_figures_outside_quotation_marks() -> None:
    post = "Hay 27 heridos en Quito"
    sentence = "On a day with 300 protests, 27 people were injured, 40 minutes apart."
    assert hits(number_changed.RULE, post, sentence, kind="sentence") == []
    changed = "Officials said 29 people were injured in Quito."
    assert spans(hits(number_changed.RULE, post, changed, kind="sentence"), post, changed) == [("27", "29")]


def test_what_a_partial_quote_leaves_out_is_no_finding() -> None:
    assert hits(number_changed.RULE, "5 muertos y 20 heridos", "20 injured") == []


def test_a_date_on_one_side_only_is_left_to_the_date_rule() -> None:
    post = side("el 10 de octubre", "es", days=(Day(start=0, end=16, text="el 10 de octubre", month=10, day=10),))
    facts = Facts(quantities=(), days=post.facts.days, read=READ)
    case = Case(
        post=Side(text=post.text, language=post.language, facts=facts),
        passage=side("on the 10th", "en"),
        segment=(0, 16),
        kind="quotation",
    )
    assert list(number_changed.RULE.check(case)) == []
    resolved = Facts(
        days=(Day(start=0, end=4, text="ayer", first=date(2025, 10, 9), last=date(2025, 10, 9)),), read=READ
    )
    again = Case(
        post=Side(text="ayer", language=post.language, facts=resolved),
        passage=side("on the 9th", "en"),
        segment=(0, 4),
        kind="quotation",
    )
    assert list(number_changed.RULE.check(again)) == []


@pytest.mark.parametrize(
    ("post", "passage"),
    [
        ("5 millones de euros", "5 million dollars"),
        ("dos puntos porcentuales", "two percent"),
        ("100 kilómetros", "100 miles"),
        ("cinco días", "five weeks"),
        ("20 kilos", "20 pounds"),
    ],
)
def test_units_that_differ(post: str, passage: str) -> None:
    assert spans(hits(unit_changed.RULE, post, passage), post, passage) == [(post, passage)]
    assert hits(number_changed.RULE, post, passage) == []


@pytest.mark.parametrize(
    ("post", "passage"),
    [
        ("100 kilómetros", "62 miles"),
        ("5 millones de euros", "5 million"),
        ("$5 millones", "5 million dollars"),
        ("20 grados", "20 degrees Celsius"),
        ("5 libras", "5 pounds"),
    ],
)
def test_units_that_agree(post: str, passage: str) -> None:
    assert hits(unit_changed.RULE, post, passage) == []
    assert hits(number_changed.RULE, post, passage) == []


@pytest.mark.parametrize(
    ("post", "passage", "expected"),
    [
        ("El puente cuesta 1.875 millones.", "The bridge costs 1.875 million.", ["note"]),
        ("La campana pesa 2,125 kilos.", "The bell weighs 2,125 kilos.", ["note"]),
        ("El puente cuesta 1.875 millones.", "The bridge costs 1,875 million.", []),
        ("Faltan 5,250 votos.", "5,250 votes are missing.", []),
    ],
)
def test_digits_that_mean_another_number_in_most_countries_are_noted(
    post: str, passage: str, expected: list[str]
) -> None:
    assert [hit.severity for hit in hits(number_changed.RULE, post, passage)] == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Cero heridos en el choque.", "No one was injured in the crash."),
        ("es", "Hubo 0 muertos y 3 heridos.", "Nobody died and three people were injured."),
        ("fr", "Personne n'est mort, trois blessés.", "Zero deaths, three injured."),
        ("pt", "Só restam dois hospitais abertos.", "No more than two hospitals remain open."),
        ("fr", "Il n'y a que trois survivants.", "There are no more than three survivors."),
    ],
)
def test_none_is_zero_and_only_two_no_more_than_two(lang: str, post: str, passage: str) -> None:
    assert quotecheck.compare(post, passage, lang=lang).verdict == "match"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Nadie murió.", "There were 4 deaths."),
        ("fr", "Trois personnes sont mortes.", "Nobody died."),
        ("pt", "Só restam dois hospitais abertos.", "No more than three hospitals remain open."),
    ],
)
def test_none_is_no_number_of_them(lang: str, post: str, passage: str) -> None:
    assert quotecheck.compare(post, passage, lang=lang).verdict == "divergent"


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El incendio quemó 41.300 hectáreas.", "The fire burned 40,000 hectares."),
        ("es", "Ardieron 4.870 hectáreas de pino.", "Wildfire consumes 5,000 hectares of pine"),
        ("de", "Die Stadt zahlt 1.980.000 Euro für das Rathaus.", "City pays €2m for town hall"),
    ],
)
def test_a_reporter_may_round(lang: str, post: str, passage: str) -> None:
    assert hits(number_changed.RULE, post, passage, lang=lang, kind="sentence") == []
    assert hits(number_changed.RULE, post, passage, lang=lang) != []


@pytest.mark.parametrize(
    ("post", "passage"),
    [
        ("El incendio quemó 41.300 hectáreas.", "The fire burned 43,000 hectares."),
        ("El incendio quemó 41.300 hectáreas.", "The fire burned 31,000 hectares."),
    ],
)
def test_another_figure_is_not_rounded(post: str, passage: str) -> None:
    assert hits(number_changed.RULE, post, passage, kind="sentence") != []


def test_an_amount_in_brackets_may_be_the_other_in_another_currency() -> None:
    post = "Costará 850 millones de euros."
    assert hits(number_changed.RULE, post, "It will cost 850 million euros ($930 million).") == []
    assert hits(number_changed.RULE, post, "It will cost 850 million euros and $930 million more.") != []
