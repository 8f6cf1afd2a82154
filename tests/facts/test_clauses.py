"""Clauses and conditions, in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import certainty, clauses, conditions, language_data


@pytest.mark.parametrize(
    ("lang", "text", "second"),
    [
        ("es", "No habrá elecciones, pero el presidente dimite.", "pero el presidente dimite."),
        ("de", "Er bleibt hier obwohl niemand fragt", "obwohl niemand fragt"),
        ("ru", "Завод не закроют, но директор уйдёт.", "но директор уйдёт."),
        ("zh", "学校不会关闭，但是校长将辞职。", "但是校长将辞职。"),
        ("ja", "大臣は辞任しますが、選挙は行われません。", "選挙は行われません。"),
        ("hi", "चुनाव नहीं होंगे लेकिन राष्ट्रपति इस्तीफा देंगे", "लेकिन राष्ट्रपति इस्तीफा देंगे"),
        ("nl", "De fabriek blijft open terwijl de directeur vertrekt", "terwijl de directeur vertrekt"),
        ("uk", "Завод не закриють але директор піде", "але директор піде"),
        ("ca", "La fàbrica no tanca però el director plega", "però el director plega"),
        ("ro", "Fabrica nu se închide dar directorul pleacă", "dar directorul pleacă"),
        ("sv", "Fabriken stänger inte men chefen slutar", "men chefen slutar"),
        ("tr", "Fabrika kapanmayacak ama müdür ayrılacak", "ama müdür ayrılacak"),
        ("el", "Το εργοστάσιο δεν κλείνει αλλά ο διευθυντής φεύγει", "αλλά ο διευθυντής φεύγει"),
        ("he", "המפעל לא ייסגר אבל המנהל יעזוב", "אבל המנהל יעזוב"),
        ("fa", "کارخانه بسته نمی‌شود اما مدیر می‌رود", "اما مدیر می‌رود"),
        ("ko", "공장은 문을 닫지 않지만 사장은 떠난다", "사장은 떠난다"),
        ("id", "Pabrik tidak ditutup tetapi direktur mundur", "tetapi direktur mundur"),
        ("vi", "Nhà máy không đóng cửa nhưng giám đốc từ chức", "nhưng giám đốc từ chức"),
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
        ("nl", "Ze komt, tenzij het regent.", "condition"),
        ("nl", "Elke dag open, behalve op maandag.", "exception"),
        ("uk", "Прийде, якщо не захворіє.", "condition"),
        ("uk", "Працює щодня, крім понеділка.", "exception"),
        ("ca", "Vindrà, tret que plogui.", "condition"),
        ("ca", "Obert cada dia, excepte dilluns.", "exception"),
        ("ro", "Vine, cu condiția să nu plouă.", "condition"),
        ("ro", "Deschis zilnic, cu excepția zilei de luni.", "exception"),
        ("sv", "Hon kommer, förutsatt att det inte regnar.", "condition"),
        ("sv", "Öppet varje dag utom måndag.", "exception"),
        ("tr", "Yağmur yağarsa maç iptal edilecek.", "condition"),
        ("tr", "Pazartesi hariç her gün açık.", "exception"),
        ("el", "Θα έρθει, εκτός αν βρέξει.", "condition"),
        ("el", "Ανοιχτά κάθε μέρα, με εξαίρεση τη Δευτέρα.", "exception"),
        ("he", "היא תבוא, אלא אם ירד גשם.", "condition"),
        ("he", "פתוח כל יום, למעט שבת.", "exception"),
        ("fa", "می‌آید، به شرطی که باران نبارد.", "condition"),
        ("fa", "هر روز باز است، به جز جمعه.", "exception"),
        ("ko", "허가가 나오면 문을 연다.", "condition"),
        ("ko", "월요일을 제외하고 매일 연다.", "exception"),
        ("id", "Dia datang, asalkan tidak hujan.", "condition"),
        ("id", "Buka setiap hari, kecuali Senin.", "exception"),
        ("vi", "Cô ấy sẽ đến, miễn là trời không mưa.", "condition"),
        ("vi", "Mở cửa hằng ngày, ngoại trừ thứ Hai.", "exception"),
    ],
)
def test_a_condition_is_read(lang: str, text: str, kind: str) -> None:
    assert kind in {one.kind for one in conditions.read(text, lang)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("el", "Αν και βρέχει, θα έρθει."),
        ("he", "היא תבוא, אם כי באיחור."),
        ("ca", "Si bé plou, vindrà."),
        ("ko", "화면과 측면이 깨졌다."),
        ("id", "Pemain asal Jakarta itu menang."),
        ("sv", "En bok om kriget kom ut."),
        ("nl", "Hij werkt als leraar."),
    ],
)
def test_words_that_only_look_like_a_condition(lang: str, text: str) -> None:
    assert conditions.read(text, lang) == ()


def test_every_language_reads_clauses_and_conditions() -> None:
    for lang in language_data.languages():
        assert conditions.reads(lang)
        assert language_data.load(lang)["clauses"]


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


def test_a_date_with_its_year_is_of_one_clause() -> None:
    text = "it would end on December 31, 2026, instead of in 2032"
    assert [text[start:end] for start, end in clauses.split(text, "en")] == [
        "it would end on December 31, 2026",
        "instead of in 2032",
    ]


def test_so_far_opens_no_clause() -> None:
    def parts(text: str) -> list[str]:
        return [text[slice(*span)] for span in clauses.split(text, "en")]

    assert parts("The patients seen so far had no fever") == ["The patients seen so far had no fever"]
    assert parts("It had rained so the match was put off") == ["It had rained", "so the match was put off"]
