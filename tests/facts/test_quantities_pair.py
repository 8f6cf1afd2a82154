"""Which quantities of two texts belong together."""

from __future__ import annotations

import pytest

from quotecheck.facts.quantities import hedges, pair, read


def changes(post: str, passage: str, lang: str = "es") -> tuple[list[tuple[str, str]], list[str]]:
    pairs = pair(read(post, lang), read(passage, "en"))
    return [(one.text, two.text) for one, two in pairs.changed], [q.text for q in pairs.only_passage]


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "5.000 misiles", "5,000 missiles"),
        ("es", "5.000 misiles", "five thousand missiles"),
        ("es", "mil millones de euros", "€1 billion"),
        ("es", "un billón", "a trillion"),
        ("es", "100 km", "about 62 miles"),
        ("es", "80 kg", "176 pounds"),
        ("es", "35 grados centígrados", "95 degrees Fahrenheit"),
        ("es", "quince días", "two weeks"),
        ("fr", "huit jours", "a week, some 1 week"),
        ("es", "48 horas", "two days"),
        ("es", "una docena", "12"),
        ("es", "la mitad", "50 percent"),
        ("es", "un tercio", "33%"),
        ("es", "uno de cada siete", "one in seven"),
        ("de", "jeder Siebte", "one in seven"),
        ("es", "se duplicó", "doubled"),
        ("es", "se duplicó", "rose 100 percent"),
        ("es", "ambos países", "two countries"),
        ("es", "a las 15:00", "at 3 p.m."),
        ("de", "um 15 Uhr", "at 3 p.m."),
        ("zh", "在19世纪", "in the 1800s"),
        ("es", "siglo XV", "15th century"),
        ("es", "ganó 3 a 1", "won 3-1"),
        ("es", "perdió 1-3", "lost 3-1"),
        ("es", "entre 10 y 20 personas", "10-20 people"),
        ("es", "5.012.345 votos", "about 5 million votes"),
        ("es", "5.187.000 votos", "5.19 million votes"),
        ("es", "miles de personas", "thousands of people"),
        ("zh", "新冠疫情", "the COVID-19 pandemic"),
        ("hi", "लाखों लोग", "millions of people"),
        ("zh", "3万亿元", "3 trillion yuan"),
        ("ja", "5人に1人", "one in five people"),
        ("es", "5.000 misiles", "5,000 missiles, yes, 5,000"),
    ],
)
def test_the_same_said_otherwise(lang: str, post: str, passage: str) -> None:
    assert changes(post, passage, lang) == ([], [])


@pytest.mark.parametrize(
    ("lang", "post", "passage", "changed"),
    [
        ("es", "más de 5.000 misiles", "more than 500 missiles", ("más de 5.000", "more than 500")),
        ("es", "un billón de euros", "a billion euros", ("un billón de euros", "a billion euros")),
        ("es", "en 2013", "in 2014", ("2013", "2014")),
        ("es", "3-1", "3-2", ("3-1", "3-2")),
        ("fr", "10 à 20 minutes", "15 to 20 minutes", ("10 à 20 minutes", "15 to 20 minutes")),
        ("es", "a las 3 de la tarde", "at 4 p.m.", ("3 de la tarde", "4 p.m.")),
        ("es", "el siglo XV", "the 14th century", ("XV", "14th")),
        ("es", "dos tercios", "three quarters", ("dos tercios", "three quarters")),
        ("es", "100 km", "80 miles", ("100 km", "80 miles")),
        ("es", "miles de personas", "millions of people", ("miles", "millions")),
        ("cs", "pandemie covidu-19", "the covid-20 pandemic", ("19", "20")),
        ("es", "5 muertos y 7 heridos", "5 dead and 5 injured", ("7", "5")),
    ],
)
def test_changed_values(lang: str, post: str, passage: str, changed: tuple[str, str]) -> None:
    assert changes(post, passage, lang) == ([changed], [])


def test_an_invented_figure_has_no_counterpart() -> None:
    assert changes("Muchos misiles", "They have 300 missiles") == ([], ["300"])


def test_what_the_passage_leaves_out_is_reported_apart() -> None:
    pairs = pair(read("5 muertos y 20 heridos", "es"), read("20 injured", "en"))
    assert [q.text for q in pairs.only_post] == ["5"]
    assert pairs.changed == ()


def test_an_exact_figure_is_not_rounded_away() -> None:
    assert changes("5.187.000 votos", "5 million votes")[0] == [("5.187.000", "5 million")]


def test_the_order_of_a_list_does_not_matter() -> None:
    assert changes("2 perros, 3 gatos y 40 aves", "40 birds, 2 dogs and 3 cats") == ([], [])


def test_nearly_stands_between_about_and_less_than() -> None:
    (nearly,) = read("nearly 300", "en")
    (about,) = read("about 300", "en")
    assert hedges(nearly, "en") == {"about", "less-than"}
    assert hedges(about, "en") == {"about"}


def test_many_figures_are_paired_in_bounded_work() -> None:
    numbers = " ".join(f"{n}," for n in range(3000, 3400))
    pairs = pair(read(numbers, "es"), read(numbers, "en"))
    assert not pairs.changed
    assert not pairs.only_passage
