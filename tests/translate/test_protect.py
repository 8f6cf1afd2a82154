"""What must come through a translation as it went in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.errors import TranslatorError
from quotecheck.translate.protect import mask, pieces, translate_protected, unmask

STAND_INS = ("González", "Pérez", "López", "Ruiz")


def upper(texts: Sequence[str]) -> list[str]:
    """An engine that changes every word but the surnames it knows."""
    return [" ".join(word if word.strip(",.¡!") in STAND_INS else word.upper() for word in t.split()) for t in texts]


def one(text: str, names: Sequence[str] = (), *, mask_first: bool = True) -> str:
    answer = translate_protected([text], names, upper, STAND_INS, mask_first=mask_first)[0]
    assert isinstance(answer, str)
    return answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mira https://ejemplo.es/a_b?c=d ya", "MIRA https://ejemplo.es/a_b?c=d YA"),
        ("gracias pic.twitter.com/aBc1", "GRACIAS pic.twitter.com/aBc1"),
        ("hola 👩‍👩‍👧 mundo 🇻🇪", "HOLA 👩‍👩‍👧 MUNDO 🇻🇪"),
        ("uno\n\ndos\r\ntres", "UNO\n\nDOS\r\nTRES"),
        ("dice @ana_ruiz que sí", "DICE @ana_ruiz QUE SÍ"),
        ("hoy en #CaracasVive hay paz", "HOY EN #CaracasVive HAY PAZ"),
        ("@uno @dos hola", "@uno @dos HOLA"),
        ("se acabó. #fin #paz", "SE ACABÓ. #fin #paz"),
        ("se acabó. #fin", "SE ACABÓ. #fin"),
        ("@ana dice hola", "@ana DICE HOLA"),
        ("  espacio  ", "  ESPACIO  "),
        ("", ""),
        ("🔥🔥", "🔥🔥"),
        ("#solo #etiquetas", "#solo #etiquetas"),
        ("https://t.co/abc", "https://t.co/abc"),
    ],
)
def test_links_tags_and_emoji_survive(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("maduro llega y Maduro amenaza", ["Maduro"], "MADURO LLEGA Y Maduro AMENAZA"),
        ("Nicolás Maduro amenaza", ["Nicolás Maduro"], "Nicolás Maduro AMENAZA"),
        ("Nicolás Maduro amenaza", ["Nicolás", "Maduro"], "Nicolás Maduro AMENAZA"),
        ("Nicolás Maduro amenaza", ["Maduro", "Nicolás Maduro"], "Nicolás Maduro AMENAZA"),
        ("Trump, Putin y Macron hablan", ["Trump", "Putin", "Macron"], "Trump, Putin Y Macron HABLAN"),
        ("MADURO amenaza", ["Maduro"], "MADURO AMENAZA"),
        ("los Maduros y Madurona", ["Maduro"], "LOS MADUROS Y MADURONA"),
        ("Maduro y Maduro, Maduro.", ["Maduro"], "Maduro Y Maduro, Maduro."),
        ("hola", ["", " ", "."], "HOLA"),
        ("El González y Blanco", ["Blanco"], "EL González Y Blanco"),
    ],
)
@pytest.mark.parametrize("mask_first", [True, False])
def test_names_survive(text: str, names: list[str], expected: str, mask_first: bool) -> None:
    assert one(text, names, mask_first=mask_first) == expected


def test_two_names_get_two_stand_ins_and_one_name_always_the_same() -> None:
    masked = mask("Trump habla con Putin y Trump calla", ["Trump", "Putin"], STAND_INS)
    assert masked.text == "González habla con Pérez y González calla"
    assert unmask("González speaks with Pérez and González is silent", masked) == (
        "Trump speaks with Putin and Trump is silent"
    )


@pytest.mark.parametrize("answer", ["speaks with Pérez", "González González speaks with Pérez", "Gonzálezs and Pérez"])
def test_a_lost_stand_in_is_noticed(answer: str) -> None:
    masked = mask("Trump habla con Putin", ["Trump", "Putin"], STAND_INS)
    assert unmask(answer, masked) is None


def test_a_stand_in_that_the_text_holds_is_not_used() -> None:
    assert mask("González y Trump", ["Trump"], STAND_INS).text == "González y Pérez"


def test_more_names_than_stand_ins() -> None:
    text = "A Uno, Dos, Tres, Cuatro, Cinco y Seis"
    names = ["Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis"]
    answer = one(text, names)
    assert sum(name in answer for name in names) >= len(STAND_INS)


def test_an_engine_that_eats_stand_ins_still_keeps_tags() -> None:
    def eats(texts: Sequence[str]) -> list[str]:
        return ["eaten" for _ in texts]

    answer = translate_protected(["dice @ana que #Caracas arde"], [], eats, STAND_INS)[0]
    assert answer == "eaten @ana eaten #Caracas eaten"


def test_an_error_fails_its_own_text_alone() -> None:
    def fails(texts: Sequence[str]) -> list[str | TranslatorError]:
        return [TranslatorError("no") if "mal" in text else text.upper() for text in texts]

    bad, good = translate_protected(["algo mal 🔥 sí", "todo bien"], [], fails, STAND_INS)
    assert isinstance(bad, TranslatorError)
    assert good == "TODO BIEN"


@pytest.mark.parametrize("every_tag", [True, False])
@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 \n@#_.:/ht🔥\u200dé\u2066\t¿?漢"), max_size=60) | st.text(max_size=40))
def test_pieces_joined_are_the_text(every_tag: bool, text: str) -> None:
    parts = pieces(text, every_tag=every_tag)
    assert "".join(part.text for part in parts) == text
    for part in parts:
        assert part.keep or part.text == part.text.strip() != ""


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["hola", "@ana", "#paz", "Maduro", "🔥", "https://t.co/a1", "\n", "y", "."]), max_size=12)
)
def test_nothing_protected_is_ever_lost(words: list[str]) -> None:
    text = " ".join(words)
    answer = one(text, ["Maduro"])
    for kept in ("@ana", "#paz", "Maduro", "🔥", "https://t.co/a1", "\n"):
        assert answer.count(kept) == text.count(kept)


def test_a_hundred_thousand_tags_are_no_trap() -> None:
    text = "hola " + "@ana #paz " * 50_000 + "Maduro adiós"
    assert one(text, ["Maduro"]).endswith("Maduro ADIÓS")
