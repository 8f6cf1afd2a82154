"""Numbers, dates, negation and hearsay of Greek, Hebrew, Persian, Korean, Indonesian and Vietnamese."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from num2words import num2words

from quotecheck.facts import certainty, dates, negation
from quotecheck.facts.quantities import read

LEAST = 0.99


def sample(count: int, seed: int) -> list[int]:
    """Numbers of every size below 10**15, round ones and odd ones."""
    chance = random.Random(seed)
    numbers = list(range(131))
    while len(numbers) < count:
        number = chance.randrange(1, 10 ** chance.randint(1, 15))
        if chance.random() < 0.4:
            number -= number % 10 ** chance.randint(0, max(0, len(str(number)) - 2))
        numbers.append(number)
    return numbers


@pytest.mark.parametrize("lang", ["fa", "he", "id", "ko", "vi"])
def test_spelled_out_numbers_are_read_back(lang: str) -> None:
    numbers = sample(500, seed=7)
    wrong = []
    for number in numbers:
        spelled = num2words(number, lang=lang)
        found = [quantity.value for quantity in read(spelled, lang)]
        if found != [number]:
            wrong.append((number, spelled, found))
    assert len(wrong) <= len(numbers) * (1 - LEAST), wrong[:10]


@pytest.mark.parametrize(
    ("lang", "text", "value", "bound", "unit"),
    [
        ("ko", "1억 2345만 6789원", 123456789, "exact", "KRW"),
        ("ko", "3만 2천 명 이상을", 32000, "at-least", None),
        ("ko", "약 5천 명이", 5000, "about", None),
        ("ko", "5,000명 미만", 5000, "less-than", None),
        ("ko", "사흘 동안", 3, "exact", "day"),
        ("ko", "2%포인트 올랐다", 2, "exact", "percentage-point"),
        ("el", "πάνω από 4,5 δισ. ευρώ", 4_500_000_000, "more-than", "EUR"),
        ("el", "τριακόσιες είκοσι μία χιλιάδες", 321_000, "exact", None),
        ("id", "sedikitnya Rp800 miliar", 800 * 10**9, "at-least", "IDR"),
        ("id", "sekitar 1.200 meter", 1200, "about", "meter"),
        ("fa", "بیش از ۳٬۲۰۰ کیلومتر", 3200, "more-than", "kilometer"),
        ("fa", "دست‌کم ۴۲ نفر", 42, "at-least", None),
        ("he", "יותר מ-3,200 מכולות", 3200, "more-than", None),
        ("he", "כעשרים וחמישה אלף איש", 25000, "about", None),
        ("vi", "hơn 3.200 tấn", 3200, "more-than", "metric-ton"),
        ("vi", "năm triệu đồng", 5_000_000, "exact", "VND"),
    ],
)
def test_quantities(lang: str, text: str, value: int, bound: str, unit: str | None) -> None:
    assert [(q.value, q.bound, q.unit) for q in read(text, lang)] == [(Fraction(value), bound, unit)]


@pytest.mark.parametrize(("lang", "text"), [("ko", "사회와 이사회는 일본에서 이번"), ("vi", "Việt Nam sau bà")])
def test_words_that_are_no_numbers(lang: str, text: str) -> None:
    assert read(text, lang) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "2027년 3월 5일에 개통된다"),
        ("el", "ανοίγει στις 5 Μαρτίου 2027"),
        ("id", "mulai 5 Maret 2027"),
        ("fa", "۵ مارس ۲۰۲۷ افتتاح می‌شود"),
        ("he", "ייפתח ב-5 במרץ 2027"),
    ],
)
def test_dates(lang: str, text: str) -> None:
    assert [(day.year, day.month, day.day) for day in dates.read(text, lang)] == [(2027, 3, 5)]


def test_a_month_of_the_solar_hijri_year_makes_a_date() -> None:
    assert read("در ۱۵ اسفند برگزار شد", "fa")[0].role == "date"


@pytest.mark.parametrize(
    ("lang", "denied", "plain"),
    [
        ("ko", "학교는 문을 열지 않는다", "끊임없이 노력했다"),
        ("el", "Δεν θα ανοίξουν", "Όχι μόνο αυτό"),
        ("id", "Sekolah belum dibuka", "Tidak hanya itu"),
        ("fa", "مدارس باز نمی‌شوند", "نه تنها این"),
        ("he", "בתי הספר לא ייפתחו", "לא רק זה"),
        ("vi", "Trường chưa mở cửa", "không chỉ thế"),
    ],
)
def test_negation(lang: str, denied: str, plain: str) -> None:
    assert [cue.weak for cue in negation.read(denied, lang) if not cue.weak] == [False]
    assert all(cue.weak for cue in negation.read(plain, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "도주한 것으로 알려졌다"),
        ("el", "φέρεται να έφυγε"),
        ("id", "konon ia pergi"),
        ("fa", "گفته می‌شود او رفته"),
        ("he", "לכאורה ברח"),
        ("vi", "được cho là đã trốn"),
    ],
)
def test_hearsay(lang: str, text: str) -> None:
    assert any(cue.level == "reported" and not cue.weak for cue in certainty.read(text, lang))
