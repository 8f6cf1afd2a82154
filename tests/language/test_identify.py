from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.language import identify
from quotecheck.language.codes import language_code
from quotecheck.language.notes import all_notes

FIXTURE = Path(__file__).parents[2] / "fixtures" / "languages.tsv"
ROWS = [tuple(line.split("\t", 1)) for line in FIXTURE.read_text(encoding="utf-8").splitlines()]
LONG_SPANISH = "Nunca dije que fuera a dimitir; dije que pensaría qué es lo mejor para el equipo cuando termine esto."

NOISE: list[Callable[[str], str]] = [
    lambda text: f"@lucia_88 {text} #BreakingNews https://t.co/aB3dE5fG7h",
    lambda text: f"🔴🔴 {text} 😡👉 pic.twitter.com/Qw8rTy12Zx",
    lambda text: f"RT @JohnSmith @TheDailyPost: {text} #Live #WorldCup2026 via @YouTube",
    lambda text: f"#windowspic.twitter.com/abcDEF1234 {text} ⚽️🇪🇸 https://www.example.com/the/news/of-the-day",
]


@pytest.mark.parametrize("noisy", [False, True])
@pytest.mark.parametrize(("length", "right", "wrong"), [(30, 0.85, 0.01), (60, 0.96, 0.015), (140, 0.98, 0.01)])
def test_short_posts_of_many_languages(length: int, right: float, wrong: float, noisy: bool) -> None:
    """Being unsure of a cut text is no mistake; naming another language is."""
    found = [
        (code, identify(NOISE[number % 4](text[:length]) if noisy else text[:length]).code)
        for number, (code, text) in enumerate(ROWS)
    ]
    assert sum(code == said for code, said in found) / len(found) >= right
    assert sum(said not in (code, "und") for code, said in found) / len(found) <= wrong


def test_the_fixture_has_many_languages() -> None:
    assert len({code for code, _ in ROWS}) >= 30
    assert len(ROWS) >= 190


def test_the_same_text_has_the_same_answer() -> None:
    text = "Llevamos tres semanas esperando la respuesta"
    assert len({identify(text) for _ in range(20)}) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Algo muy serio va a pasar", "es"),
        ("Hoxe a xente de Galicia non pode máis", "gl"),
        ("Avui no hi ha ningú perquè és molt tard", "ca"),
        ("Hoje a gente não pode mais esperar", "pt"),
        ("Gaur euskal herria izango da", "eu"),
        ("Það er ekki gott að vera hér", "is"),
        ("Ĉu vi scias kio estas ĉi tio?", "eo"),
        ("Овде није лепо време", "sr"),
        ("Тука не може да се живее веќе", "mk"),
        ("Мы нічога не ведаем, бо яны маўчаць", "be"),
        ("گربه روی میز است و ما نمی‌دانیم چرا", "fa"),
        ("یہ بہت اچھی بات ہے لیکن وہ نہیں آئے", "ur"),
        ("आम्ही आज येथे आहोत आणि ते नाहीत", "mr"),
        ("首相は辞任した", "ja"),
        ("関係悪化、経済圧力続く", "ja"),
        ("明天所有学校停课通知", "zh"),
        ("今日はiPhoneを買ったよ、Apple Storeで", "ja"),
        ("Сегодня Apple представила iPhone Pro Max и MacBook Air", "ru"),
        ("오늘 날씨가 좋다", "ko"),
        ("สวัสดีครับทุกคน", "th"),
        ("გამარჯობა ყველას", "ka"),
    ],
)
def test_text_alone(text: str, code: str) -> None:
    found = identify(text)
    assert found.code == code
    assert found.method in ("script", "detected")
    assert found.confidence >= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "ok", "12.345", "🔴🔴🔴", "https://t.co/aB3dE5fG7h", "@maria", "#Madrid", "Nicolás Maduro Moros",
        "Real Madrid 3 - 1 Barcelona", "北京",
        "Mira esto, es increíble lo que pasa aquí. The president said that we are going to win it and they know it.",
        "This is the best thing I have ever seen. Это самое лучшее, что я видел",
    ],
)  # fmt: skip
def test_short_wordless_and_mixed_texts_are_unsure(text: str) -> None:
    found = identify(text)
    assert (found.code, found.method, found.confidence) == ("und", "unsure", 0.0)


def test_a_name_or_a_title_in_english_does_not_make_a_text_mixed() -> None:
    assert identify("Anoche vimos «Gone with the Wind» en el cine del pueblo y no nos gustó nada.").code == "es"


def test_what_the_page_declares_is_believed_where_the_text_is_short() -> None:
    found = identify("Vamos Maduro", declared="es")
    assert (found.code, found.method) == ("es", "declared")
    assert 0.5 < found.confidence < 0.95


def test_what_the_page_declares_and_the_text_shows() -> None:
    found = identify(LONG_SPANISH, declared="es-419")
    assert (found.code, found.method) == ("es", "declared")
    assert found.confidence >= 0.98


def test_a_long_text_overrules_what_the_page_declares() -> None:
    assert identify(LONG_SPANISH, declared="en") == identify(LONG_SPANISH)
    assert identify(LONG_SPANISH, declared="ru").code == "es"
    assert identify("Мы ждём", declared="es").code != "es"


@pytest.mark.parametrize("tag", ["und", "zxx", "qme", "qht", "art", "", "not a tag", "x-klingon"])
def test_tags_without_a_language_are_no_evidence(tag: str) -> None:
    assert identify("ok", declared=tag).code == "und"
    assert identify(LONG_SPANISH, declared=tag).method == "detected"


def test_the_caller_is_believed_with_doubts() -> None:
    assert identify("ok", given="ES").code == "es"
    assert identify("ok", given="ES").method == "given"
    sure, doubted, denied = (identify(LONG_SPANISH, given=code) for code in ("es", "it", "ru"))
    assert (sure.code, doubted.code, denied.code) == ("es", "it", "ru")
    assert sure.confidence > doubted.confidence > denied.confidence


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("in", "id"),
        ("iw", "he"),
        ("zh-Hans", "zh"),
        ("pt_BR", "pt"),
        ("nb", "no"),
        ("spa", "es"),
        ("EN", "en"),
        (None, None),
    ],
)
def test_tags(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


@settings(max_examples=40)
@given(st.text(max_size=200), st.sampled_from([None, "es", "ru", "und", "zh"]))
def test_any_text(text: str, declared: str | None) -> None:
    found = identify(text, declared=declared)
    assert 0.0 <= found.confidence <= 1.0
    assert (found.code == "und") == (found.method == "unsure")


def test_every_file_of_notes_names_its_scripts_and_has_no_word_with_a_capital() -> None:
    for known in all_notes().values():
        assert known.scripts, known.code
        assert all(word == word.lower() for word in known.words), known.code
        assert known.prior <= 0
