"""Numbers, dates, negation and hearsay of Greek, Hebrew, Persian, Korean, Indonesian and Vietnamese."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from num2words import num2words

from quotecheck.facts import certainty, dates, names, negation
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


GREEK_ONES = " ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα".split(" ")
GREEK_TEENS = "δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννέα".split()
GREEK_TENS = " δέκα είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα".split(" ")
GREEK_HUNDREDS = " εκατό διακόσια τριακόσια τετρακόσια πεντακόσια εξακόσια επτακόσια οκτακόσια εννιακόσια".split(" ")
GREEK_FEMININE = (
    ("κόσια", "κόσιες"),
    ("ένα", "μία"),
    ("δεκατρία", "δεκατρείς"),
    ("τρία", "τρεις"),
    ("τέσσερα", "τέσσερις"),
)
GREEK_SCALES = (
    (12, "τρισεκατομμύριο", "τρισεκατομμύρια"),
    (9, "δισεκατομμύριο", "δισεκατομμύρια"),
    (6, "εκατομμύριο", "εκατομμύρια"),
)


def greek_group(number: int, *, feminine: bool) -> str:
    """Below a thousand; thousands are counted in the feminine."""
    hundreds, rest = divmod(number, 100)
    words = ["εκατόν" if hundreds == 1 and rest else GREEK_HUNDREDS[hundreds]]
    if rest < 13:
        words.append(GREEK_ONES[rest])
    elif rest < 20:
        words.append(GREEK_TEENS[rest - 13])
    else:
        words += [GREEK_TENS[rest // 10], GREEK_ONES[rest % 10]]
    spelled = " ".join(word for word in words if word)
    if feminine:
        for neuter, other in GREEK_FEMININE:
            spelled = spelled.replace(neuter, other)
    return spelled


def greek(number: int) -> str:
    """As the spell-out rules of CLDR 46 have it; num2words knows no Greek."""
    if not number:
        return "μηδέν"
    words = []
    for power, one, more in GREEK_SCALES:
        group = number // 10**power % 1000
        if group:
            words += [greek_group(group, feminine=False), one if group == 1 else more]
    thousands, rest = number // 1000 % 1000, number % 1000
    if thousands:
        words += ["χίλια"] if thousands == 1 else [greek_group(thousands, feminine=True), "χιλιάδες"]
    if rest:
        words.append(greek_group(rest, feminine=False))
    return " ".join(words)


def test_greek_is_spelled_as_greeks_do() -> None:
    assert greek(4321) == "τέσσερις χιλιάδες τριακόσια είκοσι ένα"
    assert greek(1_013_104) == "ένα εκατομμύριο δεκατρείς χιλιάδες εκατόν τέσσερα"


@pytest.mark.parametrize("lang", ["el", "fa", "he", "id", "ko", "vi"])
def test_spelled_out_numbers_are_read_back(lang: str) -> None:
    numbers = sample(500, seed=7)
    wrong = []
    for number in numbers:
        spelled = greek(number) if lang == "el" else num2words(number, lang=lang)
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


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("mười năm", 10, "year"),
        ("hai mươi năm", 20, "year"),
        ("năm năm", 5, "year"),
        ("năm mươi năm", 50, "year"),
        ("một trăm năm", 100, "year"),
        ("mười lăm năm", 15, "year"),
        ("năm người", 5, None),
        ("hai nghìn năm trăm", 2500, None),
        ("ba trăm năm mươi lăm", 355, None),
        ("một trăm lẻ năm", 105, None),
        ("năm tỷ năm trăm triệu", 5_500_000_000, None),
        ("năm 2027", 2027, None),
    ],
)
def test_vietnamese_five_is_a_year_behind_a_number(text: str, value: int, unit: str | None) -> None:
    assert [(q.value, q.unit) for q in read(text, "vi")] == [(Fraction(value), unit)]


@pytest.mark.parametrize("text", ["trong năm nay", "nhiều năm", "vào năm ngoái", "mỗi năm"])
def test_a_vietnamese_year_is_no_number(text: str) -> None:
    assert read(text, "vi") == ()


def test_vietnamese_dates_have_their_year_and_from_is_no_four() -> None:
    (day,) = dates.read("khai trương vào ngày 5 tháng 3 năm 2027", "vi", None)
    assert (day.year, day.month, day.day) == (2027, 3, 5)
    (month,) = dates.read("kể từ tháng Sáu", "vi", None)
    assert (month.month, month.day) == (6, None)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ukraina và Nga trao đổi tù binh", {"@UA", "@RU"}),
        ("Ông Minh Đức nói với Mỹ và Úc", {"@US", "@AU"}),
        ("Bà Nguyễn Thị Nga đã đến", set()),
    ],
)
def test_short_vietnamese_countries_stand_apart_from_names(text: str, keys: set[str]) -> None:
    found = {key for name in names.read(text, "vi") for key in name.keys if key.startswith("@")}
    assert found == keys
