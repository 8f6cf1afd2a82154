"""Figures in a reporter's own words, which tell a post among other things: slips are told, other figures are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from quotecheck.facts import read
from quotecheck.facts.quantities import read as read_quantities
from quotecheck.facts.quantities import without_restated
from quotecheck.model import Language
from quotecheck.rules import bound_changed, date_changed, number_changed, on_alignment, unit_changed
from quotecheck.rules.base import Case, Side

RULES = (number_changed.RULE, bound_changed.RULE, unit_changed.RULE, date_changed.RULE)


def fired(lang: str, post: str, sentence: str, **how: Any) -> set[str]:
    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    case = Case(post=side(post, lang), passage=side(sentence, "en"), segment=(0, len(post)), kind="sentence", **how)
    return {rule.name for rule, _ in on_alignment(RULES, case)}


SLIPS = [
    (
        "de",
        "Der Vorsprung beträgt 524 Stimmen.",
        "Her lead came to 542 votes after a count that took all night.",
    ),
    ("fr", "Il manque 680 000 euros au budget.", "The budget is €6.8m short, said a man who has read it."),
    ("es", "Hemos atendido 47 avisos.", "The service said it had taken 74 calls and sent out three boats."),
    (
        "it",
        "Vendiamo il 14% delle quote.",
        "The club is selling 40% of its shares, and its president is leaving.",
    ),
    ("tr", "Bilet 1.250 lira oldu.", "A ticket is now 1,520 lira, a clerk in Izmir said."),
    ("pl", "Straty sięgają 31,4 mln złotych.", "The losses come to 34.1 million zlotys, the mill said in May."),
]


@pytest.mark.parametrize(("lang", "post", "sentence"), SLIPS)
def test_a_slip_is_told_even_where_much_else_is(lang: str, post: str, sentence: str) -> None:
    assert fired(lang, post, sentence) == {"number-changed"}
    assert fired(lang, post, sentence, partly=True) == {"number-changed"}


OTHERS = [
    ("de", "Der Vorsprung beträgt 524 Stimmen.", "Her rival, 58, had led by 90 votes four years ago."),
    ("fr", "Il manque 680 000 euros au budget.", "The town has 12 schools and had tried to sell one of them for €3m."),
    ("es", "Hemos atendido 47 avisos.", "The service has 16 boats, and 390 people work for it."),
    (
        "pl",
        "Straty sięgają 31,4 mln złotych.",
        "The mill, which opened in 1934, had made 9 million zlotys in May.",
    ),
]


@pytest.mark.parametrize(("lang", "post", "sentence"), OTHERS)
def test_a_reporters_other_figures_are_no_slips(lang: str, post: str, sentence: str) -> None:
    assert fired(lang, post, sentence, partly=True) == set()


def test_a_part_of_what_both_say_is_its_counterpart() -> None:
    post = "Bilan : 41 blessés, dont 3 dans un état grave."
    assert fired("fr", post, "Forty-one people were hurt, 13 of them badly, when the stand gave way.") == {
        "number-changed"
    }
    assert fired("fr", post, "Forty-one people were hurt, three of them badly, when the stand gave way.") == set()


def test_another_unit_of_the_same_measure_is_told() -> None:
    post = "Vi har haft 35 larm på tre dagar."
    assert fired("sv", post, "They had 35 alarms in three months, said Eva Lind.", partly=True) == {"unit-changed"}
    assert fired("sv", post, "They had 35 alarms in three days, said Eva Lind.", partly=True) == set()


def test_only_opposite_bounds_are_told_of_a_sentence_that_tells_more() -> None:
    post = "القاعة لا تتسع لأكثر من 80 شخصا."
    assert fired("ar", post, "The hall holds at least 80 people, the owner said.", partly=True) == {"bound-changed"}
    assert fired("ar", post, "The hall holds no more than 80 people, the owner said.", partly=True) == set()
    assert fired("ar", post, "The hall holds 80 people, the owner said.", partly=True) == set()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The bid is worth €5.4m (£4.7m).", ["€5.4m"]),
        ("The wall is 11 metres (36 feet) long.", ["11 metres"]),
        ("It measures 11 metres by seven (36 feet by 23).", ["11 metres", "seven"]),
        ("It costs 3 billion yuan (about $414 million) a year.", ["3 billion yuan", "a year"]),
        ("The wall is 11 metres (300 feet) long.", ["11 metres", "300 feet"]),
        ("Profit rose to 5 million euros (4 million a year ago).", ["5 million euros", "4 million", "a year"]),
        ("She won 52% (48% in May).", ["52%", "48%"]),
    ],
)
def test_a_conversion_in_brackets_says_nothing_new(text: str, left: list[str]) -> None:
    assert [one.text for one in without_restated(read_quantities(text, "en"), text)] == left


def test_a_conversion_stays_where_the_other_side_has_it() -> None:
    text = "It costs 3 billion yuan (about $414 million)."
    post = read_quantities("Cuesta 414 millones de dólares.", "es")
    assert len(without_restated(read_quantities(text, "en"), text, post)) == 2


def test_of_a_doubtful_part_only_slips_are_told() -> None:
    post = "Die Quote stieg um 6% gegenüber dem Vorjahr."
    assert fired("de", post, "compared with 71% a year before.", told=True, unsure=True) == set()
    assert fired("de", "Abstand halten: 300 Meter!", "to stay 30 metres away.", told=True, unsure=True) == {
        "number-changed"
    }


def test_a_figure_that_counts_something_is_no_day() -> None:
    post = "Desde 14 de maio há 25 barracas na praça."
    assert fired("pt", post, "There are 14 stalls on the square.", told=True) == {"number-changed"}
    assert fired("pt", post, "There are 25 stalls on the square.", told=True) == set()


def test_a_year_that_bounds_the_same_time_is_its_counterpart() -> None:
    post = "Der See stand seit 1987 nicht so hoch."
    assert fired("de", post, "The lake, its owner said, has not stood so high since 1978.") == {"number-changed"}
    assert fired("de", post, "The lake, which was dug in 1950, has not stood so high since 1987.") == set()


DAYS = [
    ("fr", "Le bac partira samedi vers 9 h.", "The ferry, he wrote, leaves at 9 a.m. on Sunday.", {"date-changed"}),
    ("fr", "Le bac partira samedi vers 9 h.", "The ferry, he wrote, leaves at 9 a.m. on Saturday.", set()),
    ("fr", "Le bac partira samedi.", "The ferry, which sank on Sunday, is 40 years old.", set()),
    ("es", "La feria abre el 3 de mayo.", "The fair, the biggest in the region, opens on June 3.", {"date-changed"}),
    ("es", "La feria abre el 3 de mayo.", "The fair, the biggest in the region, closed on June 9.", set()),
]


@pytest.mark.parametrize(("lang", "post", "sentence", "rules"), DAYS)
def test_of_a_sentence_that_tells_more_the_surest_days_are_compared(
    lang: str, post: str, sentence: str, rules: set[str]
) -> None:
    assert fired(lang, post, sentence, partly=True) == rules


@pytest.mark.parametrize(
    "sentence",
    [
        "PARIS, Dec 12 - The fee rises on Jan 1, the ministry said.",
        "The fee rises on Jan 1, the ministry said on Friday.",
        "The fee, a subject of Sunday’s vote, rises on Jan 1.",
        "The fee rises on Jan 1, the ministry wrote on X on Friday.",
        "The fee rises on Jan 1, a spokeswoman told the agency on Friday.",
    ],
)
def test_the_day_of_the_telling_is_no_day_of_the_post(sentence: str) -> None:
    assert fired("fr", "La taxe augmente mardi 1er janvier.", sentence) == set()
    assert fired("fr", "La taxe augmente mardi 2 janvier.", sentence) == {"date-changed"}


PLACES = [
    (
        "de",
        "Endergebnis:\nAnna Berg (SPD) 53,1 %\nKarl Voss (CDU) 46,9 %",
        "Anna Berg, a baker, won {} per cent of the vote against {} per cent for Karl Voss.",
        ("53.1", "46.9"),
    ),
    (
        "it",
        "Quest'anno 640 iscritti, l'anno scorso 810.",
        "It had {} members last year and {} this year.",
        ("810", "640"),
    ),
    ("ru", "Дали 5 лет вместо 9.", "He was jailed for {} years and not for {}.", ("five", "nine")),
]


@pytest.mark.parametrize(("lang", "post", "sentence", "figures"), PLACES)
def test_figures_change_places_in_own_words_by_what_stands_beside_them(
    lang: str, post: str, sentence: str, figures: tuple[str, str]
) -> None:
    def between(rows: Sequence[str], columns: Sequence[str]) -> list[list[float]]:
        return [[0.0] * len(columns) for _ in rows]

    assert fired(lang, post, sentence.format(*figures), between=between) == set()
    changed = fired(lang, post, sentence.format(*reversed(figures)), between=between)
    assert changed == (set() if lang == "ru" else {"number-changed"})  # "and not for" marks nothing


def test_what_is_counted_is_no_measure() -> None:
    post = "बस में कम से कम 38 यात्री सवार थे।"
    assert fired("hi", post, "who said the bus had left within half an hour.", told=True) == set()


def test_until_another_day_is_another_day() -> None:
    post = "Das Verbot gilt bis Dienstagabend."
    sentence = "The mayor, who has been ill, said the ban on the two beaches would last until {} evening."
    assert fired("de", post, sentence.format("Tuesday"), partly=True) == set()
    assert fired("de", "Das Verbot gilt bis Dienstag.", sentence.format("Monday"), partly=True) == {"date-changed"}


YEARS = [
    ("de", "Häuser ab 2012 sind ausgenommen.", "Houses built after 2011 are exempt.", True),
    ("de", "Häuser ab 2012 sind ausgenommen.", "Houses built after 2013 are exempt.", False),
    ("es", "Se aplica a los pisos construidos desde 1991.", "It applies to flats built after 1990.", True),
    ("fr", "Les voitures vendues jusqu'en 2005 sont exclues.", "Cars sold before 2006 are left out.", True),
    ("fr", "Les voitures vendues jusqu'en 2005 sont exclues.", "Cars sold until 2006 are left out.", False),
]
"""A year from which, or up to which, and the one beside it."""


@pytest.mark.parametrize(("lang", "post", "sentence", "same"), YEARS)
def test_a_year_bounds_a_time_from_outside(lang: str, post: str, sentence: str, same: bool) -> None:
    assert ("number-changed" not in fired(lang, post, sentence)) is same


def test_those_beyond_a_limit_are_told_of() -> None:
    post = "Renten bis 1.800 Euro steigen um 3 %. Darüber gibt es 50 Euro."
    sentence = "Those on more than 1,800 euros get less."
    assert "bound-changed" not in fired("de", post, sentence, told=True)
    assert "bound-changed" in fired("de", "Renten bis 1.800 Euro steigen um 3 %.", sentence, told=True)
    assert "bound-changed" in fired("de", post, "Those on at least 1,800 euros get 3% more.", told=True)


def test_what_none_is_under_all_are_over() -> None:
    post = "Los seis cirujanos tienen más de 60 años."
    assert "bound-changed" not in fired("es", post, "None of the six surgeons is under 60.", told=True)
    assert "bound-changed" in fired("es", post, "All six surgeons are under 60.", told=True)


def test_a_share_below_ten_is_rounded_to_a_whole_one() -> None:
    post = "Les ventes ont reculé de 8,2 % en 2023."
    assert "number-changed" not in fired("fr", post, "Sales fell 8 percent in 2023.", told=True)
    assert "number-changed" in fired("fr", post, "Sales fell 6 percent in 2023.", told=True)
    assert "number-changed" in fired("fr", post, "Sales fell 2.8 percent in 2023.", told=True)


def test_a_fraction_of_a_unit_is_a_measure() -> None:
    post = "Der Pegel liegt 25 Zentimeter über der Marke."
    assert "number-changed" not in fired("de", post, "The river is a quarter of a metre above the mark.", told=True)
    assert "number-changed" in fired("de", post, "The river is three quarters of a metre above the mark.", told=True)
