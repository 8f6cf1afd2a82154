"""What single quantities are read as, language by language."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities import read, reads

ES = [
    ("tiene más de 5.000 misiles", "más de 5.000", 5000, "more-than", None, "cardinal"),
    ("costó mil millones de euros", "mil millones de euros", 10**9, "exact", "EUR", "cardinal"),
    ("un billón de pesos", "un billón de pesos", 10**12, "exact", "peso", "cardinal"),
    (
        "dos mil quinientos millones de dólares",
        "dos mil quinientos millones de dólares",
        25 * 10**8,
        "exact",
        "USD",
        None,
    ),
    ("hay medio millón de firmas", "medio millón", 500_000, "exact", None, None),
    ("tres millones y medio de votos", "tres millones y medio", 3_500_000, "exact", None, None),
    ("treinta y cinco heridos", "treinta y cinco", 35, "exact", None, None),
    ("al menos 12 muertos", "al menos 12", 12, "at-least", None, None),
    ("no menos de diez", "no menos de diez", 10, "at-least", None, None),
    ("hasta 300 personas", "hasta 300", 300, "at-most", None, None),
    ("menos de 40 casos", "menos de 40", 40, "less-than", None, None),
    ("unos 200 agentes", "unos 200", 200, "about", None, None),
    ("subió un 2,5 %", "2,5 %", Fraction(5, 2), "exact", "percent", None),
    ("cayó tres puntos porcentuales", "tres puntos porcentuales", 3, "exact", "percentage-point", None),
    ("en el siglo XIX", "XIX", 19, "exact", None, "century"),
    ("los años 80", "80", 80, "exact", None, "decade"),
    ("a las 3 de la tarde", "3 de la tarde", 15, "exact", None, "time"),
    ("dos tercios del censo", "dos tercios", Fraction(2, 3), "exact", None, "fraction"),
    ("ganó 3-1", "3-1", 3, "exact", None, "score"),
    ("5 mdd", "5 mdd", 5_000_000, "exact", None, None),
]
FR = [
    ("plus de 5 000 missiles", "plus de 5 000", 5000, "more-than", None, None),
    ("quatre-vingt-dix-sept jours", "quatre-vingt-dix-sept jours", 97, "exact", "day", None),
    ("soixante et onze blessés", "soixante et onze", 71, "exact", None, None),
    ("3,5 Md€ de dette", "3,5 Md€", 35 * 10**8, "exact", "EUR", None),
    ("deux milliards d'euros", "deux milliards d'euros", 2 * 10**9, "exact", "EUR", None),
    ("un billion de francs", "un billion de francs", 10**12, "exact", "franc", None),
    ("un demi-million de tracts", "un demi-million", 500_000, "exact", None, None),
    ("il était 14h30", "14h30", Fraction(29, 2), "exact", None, "time"),
    ("vers 12 h 00", "12 h 00", 12, "exact", None, "time"),
    ("au XIVe siècle", "XIVe", 14, "exact", None, "century"),
    ("pas moins de 30 blessés", "pas moins de 30", 30, "at-least", None, None),
    ("jusqu'à 300 morts", "jusqu'à 300", 300, "at-most", None, None),
    ("près de 300 morts", "près de 300", 300, "about", None, None),
    ("une centaine de cas", "une centaine", 100, "exact", None, None),
]
IT = [
    ("duecentocinquantamila euro", "duecentocinquantamila euro", 250_000, "exact", "EUR", None),
    ("ventuno feriti", "ventuno", 21, "exact", None, None),
    ("più del 5%", "più del 5%", 5, "more-than", "percent", None),
    ("almeno 10 morti", "almeno 10", 10, "at-least", None, None),
    ("fino a 40 posti", "fino a 40", 40, "at-most", None, None),
    ("85 000 dipendenti", "85 000", 85_000, "exact", None, None),
    ("due miliardi e mezzo", "due miliardi e mezzo", 25 * 10**8, "exact", None, None),
    ("nel XX secolo", "XX", 20, "exact", None, "century"),
    ("una ventina di casi", "una ventina", 20, "exact", None, None),
]
EN = [
    ("no less than 5,000 Igla-S", "no less than 5,000", 5000, "at-least", None, None),
    ("fifty-one seats", "fifty-one", 51, "exact", None, None),
    ("two hundred and five", "two hundred and five", 205, "exact", None, None),
    ("$2.5 million in cash", "$2.5 million", 2_500_000, "exact", "USD", None),
    ("£5bn", "£5bn", 5 * 10**9, "exact", "GBP", None),
    ("half a million people", "half a million", 500_000, "exact", None, None),
    ("in nineteen eighty-four", "nineteen eighty-four", 1984, "exact", None, "year"),
    ("1.5 percentage points", "1.5 percentage points", Fraction(3, 2), "exact", "percentage-point", None),
    ("up to 300 dead", "up to 300", 300, "at-most", None, None),
    ("fewer than 40 cases", "fewer than 40", 40, "less-than", None, None),
    ("5,000+ missiles", "5,000+", 5000, "more-than", None, None),
    ("in the 1800s", "1800s", 19, "exact", None, "century"),
    ("in the 1980s", "1980s", 80, "exact", None, "decade"),
    ("at 3:40 p.m.", "3:40 p.m.", Fraction(47, 3), "exact", None, "time"),
    ("an 18-year-old", "18-year-old", 18, "exact", "year", "age"),
    ("10-20% of voters", "10-20%", 10, "range", "percent", None),
    ("2 to 3 million", "2 to 3 million", 2_000_000, "range", None, None),
    ("2 1/2 million", "2 1/2 million", 2_500_000, "exact", None, None),
    ("prices doubled", "doubled", 2, "exact", None, "multiplier"),
    ("two million, three hundred thousand", "two million, three hundred thousand", 2_300_000, "exact", None, None),
]
MORE = [
    ("de", "zweihundertfünfzigtausend Euro", "zweihundertfünfzigtausend Euro", 250_000, "exact", "EUR", None),
    ("de", "um 3.40 Uhr", "3.40 Uhr", Fraction(11, 3), "exact", None, "time"),
    ("de", "eine Billion Euro", "eine Billion Euro", 10**12, "exact", "EUR", None),
    ("de", "die 14-jährige Schülerin", "14-jährige", 14, "exact", "year", None),
    ("de", "mindestens zehn Tote", "mindestens zehn", 10, "at-least", None, None),
    ("pt", "cento e vinte e três mil", "cento e vinte e três mil", 123_000, "exact", None, None),
    ("pt", "R$ 5 milhões", "R$ 5 milhões", 5_000_000, "exact", "BRL", None),
    ("pl", "ponad pięć tysięcy pocisków", "ponad pięć tysięcy", 5000, "more-than", None, None),
    ("pl", "półtora miliona", "półtora miliona", 1_500_000, "exact", None, None),
    ("cs", "pětadvacet let", "pětadvacet let", 25, "exact", "year", None),
    ("cs", "více než 5 000 raket", "více než 5 000", 5000, "more-than", None, None),
    ("ru", "двести двадцать пять миллионов", "двести двадцать пять миллионов", 225 * 10**6, "exact", None, None),
    ("ru", "не менее 2,5 млрд рублей", "не менее 2,5 млрд рублей", 25 * 10**8, "at-least", "RUB", None),
    ("ar", "أكثر من ٥٬٠٠٠ شخص", "أكثر من ٥٬٠٠٠", 5000, "more-than", None, None),
    ("ar", "خمسة وعشرون مليون دولار", "خمسة وعشرون مليون دولار", 25 * 10**6, "exact", "USD", None),
    ("hi", "1,00,000 रुपये", "1,00,000 रुपये", 100_000, "exact", "rupee", None),
    ("hi", "10 लाख से अधिक", "10 लाख से अधिक", 10**6, "more-than", None, None),
    ("hi", "साढ़े तीन करोड़", "साढ़े तीन करोड़", 35 * 10**6, "exact", None, None),
    ("zh", "超过5000枚导弹", "超过5000", 5000, "more-than", None, None),
    ("zh", "装机1000万千瓦", "1000万千瓦", 10**7, "exact", "kilowatt", None),
    ("zh", "百分之三十的人", "百分之三十", 30, "exact", "percent", None),
    ("zh", "在19世纪", "19世纪", 19, "exact", None, "century"),
    ("zh", "上午9点半", "9点半", Fraction(19, 2), "exact", None, "time"),
    ("ja", "5000発以上", "5000発以上", 5000, "at-least", None, None),
    ("ja", "10人未満", "10人未満", 10, "less-than", None, None),
    ("ja", "令和2年", "令和2年", 2020, "exact", None, "year"),
    ("ja", "1億2千万円", "1億2千万円", 120 * 10**6, "exact", "JPY", None),
    ("ja", "支持は3割", "3割", 30, "exact", "percent", None),
]
COMPARED = [
    ("de", "Männer älter als 60 Jahre", "älter als 60 Jahre", 60, "more-than", "year", None),
    ("en", "men older than 60", "older than 60", 60, "more-than", None, None),
    ("es", "más jóvenes que 18 años", "más jóvenes que 18 años", 18, "less-than", "year", None),
    ("fr", "une tour plus haute que 300 mètres", "plus haute que 300 mètres", 300, "more-than", "meter", None),
    ("it", "uomini più vecchi di 60 anni", "più vecchi di 60 anni", 60, "more-than", "year", None),
    ("pt", "homens mais velhos que 60 anos", "mais velhos que 60 anos", 60, "more-than", "year", None),
    ("pl", "mężczyźni starsi niż 60 lat", "starsi niż 60 lat", 60, "more-than", "year", None),
    ("cs", "děti mladší než 6 let", "mladší než 6 let", 6, "less-than", "year", None),
    ("ru", "дети младше 5 лет", "младше 5 лет", 5, "less-than", "year", None),
    ("uk", "чоловіки старші за 60 років", "старші за 60 років", 60, "more-than", "year", None),
    ("nl", "jonger dan 12 jaar", "jonger dan 12 jaar", 12, "less-than", "year", None),
    ("sv", "män äldre än 60 år", "äldre än 60 år", 60, "more-than", "year", None),
]
"""Comparatives bound a number as "more than" does."""
SPACED = (("es", ES), ("fr", FR), ("it", IT), ("en", EN))
CASES = [(lang, *row) for lang, rows in SPACED for row in rows] + MORE + COMPARED


@pytest.mark.parametrize(("lang", "text", "span", "value", "bound", "unit", "role"), CASES)
def test_read(
    lang: str, text: str, span: str, value: Fraction | int, bound: str, unit: str | None, role: str | None
) -> None:
    found = [q for q in read(text, lang) if not q.weak]
    assert [(q.text, q.value, q.bound, q.unit) for q in found] == [(span, value, bound, unit)]
    assert role is None or found[0].role == role


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Mira https://example.org/2024/11/05 y pic.twitter.com/6qAoxrz9WqB"),
        ("es", "@usuario123 #20N #COP26"),
        ("en", "1️⃣ 2️⃣ steps"),
        ("en", "1/7 The story begins"),
        ("en", "COVID-19, the G20, an F-16 and 5G"),
        ("es", "uno de ellos y una cosa"),
        ("fr", "un homme et une femme"),
        ("de", "eine Frau"),
        ("zh", "一些人一样"),
        ("en", "Washington DC and a CD"),
    ],
)
def test_digits_and_words_that_count_nothing(lang: str, text: str) -> None:
    assert [q.text for q in read(text, lang) if not q.weak] == []


def test_area_signs_are_no_figures() -> None:
    assert [(q.value, q.unit) for q in read("200 km²", "fr")] == [(200, "square-kilometer")]


def test_the_other_convention_is_kept_as_possible() -> None:
    (mexican,) = read("5,250 misiles", "es")
    assert {mexican.value, *mexican.also} == {5250, Fraction("5.25")}
    (spanish,) = read("5.000 misiles", "es")
    assert spanish.also == ()


def test_orders_of_magnitude_are_weak() -> None:
    (thousands,) = read("decenas de miles de personas", "es")
    assert (thousands.value, thousands.bound, thousands.weak) == (10_000, "about", True)


def test_a_language_without_data_has_its_digits_read() -> None:
    assert not reads("xx")
    assert reads("es")
    assert [(q.value, q.unit) for q in read("xyz 5 % abc 12", "xx")] == [(5, "percent"), (12, None)]


def test_hostile_length_is_linear_work() -> None:
    long = "1" * 5000 + " " + "mil " * 5000 + "1,000 " * 2000 + "5-" * 3000
    found: tuple[Quantity, ...] = read(long, "es")
    assert found


@pytest.mark.parametrize(
    ("lang", "text", "bound"),
    [
        ("es", "Contrataremos al menos a 300 enfermeras.", "at-least"),
        ("fr", "On a parlé au moins à 300 personnes.", "at-least"),
        ("de", "Mindestens in 300 Orten fiel der Strom aus.", "at-least"),
        ("en", "The mayor will hire 300 nurses at most,", "at-most"),
    ],
)
def test_a_hedge_reaches_over_a_preposition_and_before_a_comma(lang: str, text: str, bound: str) -> None:
    (found,) = read(text, lang)
    assert (found.value, found.bound) == (300, bound)


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("The plant has 1.234 employees.", "en", "1.234"),
        ("It weighs 2,125 kilos.", "en", "2125"),
        ("The debt is 3.345 billion euros.", "en", "3345000000"),
        ("The debt is 3,345 billion euros.", "en", "3345000000000"),
        ("Der Konzern verlor 2,345 Milliarden Euro.", "de", "2345000000"),
        ("Le coût est de 1.875 millions d'euros.", "fr", "1875000000"),
        ("Perdite per 2,345 mln di euro.", "it", "2345000"),
    ],
)
def test_one_convention_leaves_one_reading(text: str, lang: str, value: str) -> None:
    (found,) = read(text, lang)
    assert (found.value, found.also) == (Fraction(value), ())
