"""Dutch, Turkish, Ukrainian, Romanian, Catalan and Swedish: numbers, bounds, names, dates, negation, hearsay."""

from __future__ import annotations

import random
import re
from datetime import date
from fractions import Fraction

import pytest
from num2words import num2words

from quotecheck.facts import certainty, dates, names, negation, quantities

LANGS = ("nl", "tr", "uk", "ro", "ca", "sv")
MARKS = {
    "nl": (".", ","),
    "tr": (".", ","),
    "uk": ("\u00a0", ","),
    "ro": (".", ","),
    "ca": (".", ","),
    "sv": ("\u00a0", ","),
}
"""Grouping and decimal marks, as CLDR has them for each language's own country."""
WHEN = date(2025, 10, 22)


def sample(count: int, seed: int, top: int = 10**15) -> list[int]:
    chance = random.Random(seed)
    numbers = list(range(1, 131))
    while len(numbers) < count:
        number = chance.randrange(1, 10 ** chance.randint(1, len(str(top)) - 1))
        if chance.random() < 0.4:
            number -= number % 10 ** chance.randint(0, max(0, len(str(number)) - 2))
        if number:
            numbers.append(number)
    return numbers


ONES = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]


def turkish(number: int) -> str:
    """num2words drops words in Turkish; its numerals are wholly regular, and written apart."""
    words: list[str] = []
    for power, scale in ((12, "trilyon"), (9, "milyar"), (6, "milyon"), (3, "bin"), (0, "")):
        group = number // 10**power % 1000
        if not group:
            continue
        hundreds, rest = divmod(group, 100)
        if hundreds:
            words += [ONES[hundreds]] * (hundreds > 1) + ["yüz"]
        words += [TENS[rest // 10]] + [ONES[rest % 10]] * (not (scale == "bin" and group == 1))
        words.append(scale)
    return " ".join(word for word in words if word)


def romanian(number: int) -> str:
    """num2words drops the factor of "bilioane"; from twenty on, "de" stands before a scale."""
    trillions, rest = divmod(number, 10**12)
    if not trillions:
        return str(num2words(number, lang="ro"))
    factor = str(num2words(trillions, lang="ro")).replace("doi", "două")
    head = "un bilion" if trillions == 1 else f"{factor} {'' if 0 < trillions % 100 < 20 else 'de '}bilioane"
    return f"{head} {num2words(rest, lang='ro')}" if rest else head


def spelled(number: int, lang: str) -> str:
    if lang == "ro":
        return romanian(number)
    if lang == "tr":
        return turkish(number)
    written: str = num2words(number, lang=lang)
    # num2words leaves out a space in Swedish: "fem biljonersju".
    return re.sub(r"(iljoner|iljarder|iljon|iljard)(?=[a-zåäö]{3})(?!er)", r"\1 ", written) if lang == "sv" else written


@pytest.mark.parametrize("lang", LANGS)
def test_spelled_out_numbers_are_read_back(lang: str) -> None:
    numbers = sample(400, seed=7)
    wrong = [n for n in numbers if [q.value for q in quantities.read(spelled(n, lang), lang)] != [n]]
    assert len(wrong) <= len(numbers) * 0.01, [(n, spelled(n, lang)) for n in wrong[:10]]


@pytest.mark.parametrize("lang", LANGS)
def test_formatted_numbers_are_read_back(lang: str) -> None:
    group, decimal = MARKS[lang]
    wrong = []
    for number in sample(300, seed=11):
        text = f"{number:,}".replace(",", group)
        if [q.value for q in quantities.read(text, lang)] != [number]:
            wrong.append(text)
        if [q.value for q in quantities.read(f"{text}{decimal}5", lang)] != [number + Fraction(1, 2)]:
            wrong.append(f"{text}{decimal}5")
    assert len(wrong) <= 6, wrong[:10]


@pytest.mark.parametrize(
    ("lang", "text", "value", "bound", "unit"),
    [
        ("nl", "minstens 42 gewonden", 42, "at-least", None),
        ("nl", "meer dan tweeënhalf miljoen euro", 2_500_000, "more-than", "EUR"),
        ("nl", "daalde tot 3,6 procent", Fraction(18, 5), "exact", "percent"),
        ("tr", "3.200'den fazla konteyner", 3200, "more-than", None),
        ("tr", "yüzde on beşi", 15, "exact", "percent"),
        ("tr", "yüzde 7,5", Fraction(15, 2), "exact", "percent"),
        ("tr", "dört buçuk milyon lira", 4_500_000, "exact", "TRY"),
        ("uk", "щонайменше п'ятсот тисяч гривень", 500_000, "at-least", "UAH"),
        ("uk", "не перевищують 15 мільйонів євро", 15_000_000, "at-most", "EUR"),
        ("ro", "cel mult douăzeci și una de mii de lei", 21_000, "at-most", "RON"),
        ("ro", "7,5 la sută", Fraction(15, 2), "exact", "percent"),
        ("ca", "més de 4.500 milions d'euros", 4_500_000_000, "more-than", "EUR"),
        ("ca", "vint-i-dos quilòmetres", 22, "exact", "kilometer"),
        ("sv", "fler än 3 200 kronor", 3200, "more-than", "SEK"),
        ("sv", "högst trehundratjugofem kilometer", 325, "at-most", "kilometer"),
    ],
)
def test_bounds_and_units(lang: str, text: str, value: int | Fraction, bound: str, unit: str | None) -> None:
    (found,) = [q for q in quantities.read(text, lang) if not q.weak]
    assert (found.value, found.bound, found.unit) == (value, bound, unit)


@pytest.mark.parametrize(
    ("lang", "text", "denied"),
    [
        ("nl", "De brug wordt niet geopend.", 1),
        ("nl", "Niet alleen Gent, ook Brugge.", 0),
        ("tr", "Okullar açılmayacak.", 1),
        ("tr", "Hiç kimse istifa etmedi.", 1),
        ("tr", "Almanya sınırlarını kapatmıyor.", 1),
        ("tr", "Komedi sabah namazından sonra.", 0),
        ("tr", "Sadece Ankara değil, İzmir de.", 0),
        ("uk", "Ніхто нічого не підписував.", 1),
        ("uk", "Не лише Київ, а й Львів.", 0),
        ("ro", "Nimeni nu a semnat nimic.", 1),
        ("ro", "Nu doar la Cluj.", 0),
        ("ca", "Ningú no ha signat mai res.", 1),
        ("ca", "El cap de govern ha signat.", 0),
        ("sv", "Ingen skadades.", 1),
        ("sv", "Inte bara Malmö.", 0),
    ],
)
def test_denials_and_what_only_looks_like_one(lang: str, text: str, denied: int) -> None:
    assert sum(not cue.weak for cue in negation.read(text, lang)) == denied


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("nl", "in Duitsland", "@DE"),
        ("nl", "de Verenigde Naties", "un"),
        ("tr", "BM toplandı, ABD katılmadı", "@US"),
        ("tr", "Almanlar geldi", "@DE"),
        ("uk", "у Німеччині", "@DE"),
        ("uk", "до Києва", "kyiv"),
        ("ro", "guvernul Franței", "@FR"),
        ("ca", "a Alemanya", "@DE"),
        ("sv", "i Tyskland", "@DE"),
        ("sv", "Sveriges regering", "@SE"),
    ],
)
def test_places_by_their_own_names(lang: str, text: str, key: str) -> None:
    assert any(key in name.keys for name in names.read(text, lang))


def test_a_turkish_apostrophe_marks_a_name_at_the_beginning() -> None:
    (name,) = names.read("Konya'daki kazada yaralandılar.", "tr")
    assert (name.text, name.weak) == ("Konya", False)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("nl", "eergisteren", date(2025, 10, 20)),
        ("tr", "yarın", date(2025, 10, 23)),
        ("tr", "23 Ekim 2025", date(2025, 10, 23)),
        ("uk", "23 жовтня", date(2025, 10, 23)),
        ("ro", "alaltăieri", date(2025, 10, 20)),
        ("ro", "23 octombrie 2025", date(2025, 10, 23)),
        ("ca", "demà passat", date(2025, 10, 24)),
        ("ca", "23 d'octubre", date(2025, 10, 23)),
        ("sv", "i förrgår", date(2025, 10, 20)),
        ("sv", "den 23 oktober", date(2025, 10, 23)),
    ],
)
def test_days(lang: str, text: str, day: date) -> None:
    assert day in {found.first for found in dates.read(text, lang, WHEN)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Hij heeft het geld naar verluidt gekregen."),
        ("tr", "İddiaya göre parayı almış."),
        ("uk", "Він нібито отримав гроші."),
        ("ro", "Ar fi primit banii."),
        ("ca", "Hauria rebut els diners."),
        ("sv", "Han ska enligt uppgift ha fått pengar."),
    ],
)
def test_hearsay(lang: str, text: str) -> None:
    assert "reported" in {cue.level for cue in certainty.read(text, lang)}


def test_hauria_de_is_no_hearsay() -> None:
    assert not [cue for cue in certainty.read("Hauria de dimitir.", "ca") if not cue.weak]
