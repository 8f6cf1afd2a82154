from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language import sentences


def split(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, lang)]


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("es", ["El Sr. Pérez viajó a EE.UU. el 3 de mayo.", "Dijo: «No vuelvo».", "¿Y tú?", "¡Vamos!"]),
        ("es", ["Costó 5.000 euros, p. ej. ayer...", "Luego EE. UU. respondió."]),
        ("fr", ["Il a dit : « C'est fini. »", "Puis M. Dupont est parti vers 12 h.", "Voilà…", "Bon."]),
        ("it", ["Il dott. Rossi vive in via S. Marco 3.", "Non c'è nessuno."]),
        ("de", ["Am 3. Oktober kam Dr. Müller z. B. nach St. Pölten.", "Er ist 42.", "Sie ist 40.", "Das war 2020."]),
        ("pt", ["A Sra. Lima mora na av. Central n. 4.", "O Dr. Reis não."]),
        ("pl", ["Dnia 5. maja przyjechał prof. Nowak.", "Było to np. wczoraj.", "To już koniec."]),
        ("cs", ["Dne 5. května přijel p. Novák.", "Bylo to tak.", "V r. 1990 odešel."]),
        ("ru", ["В 1990 г. Иванов А. С. уехал в США.", "Он вернулся, т. е. приехал."]),
        ("en", ["Mr. J. K. Smith of the U.S. Army left.", "He lives in the U.S.", "The end.", "It cost $3.5 million."]),
        (
            "en",
            ["“Go!” he said.", "Really?", '"Yes."', '"No."', "At 5 p.m. Monday.", "He left (again.)", "Then…", "Fine"],
        ),
        ("hi", ["यह अच्छा है।", "डॉ. सिंह आए।", "क्या?"]),
        ("ar", ["هل تعلم؟", "نعم."]),
        ("el", ["Τι θέλεις;", "Τίποτα."]),
        ("und", ["One.", "Two!"]),
        ("xx", ["One.", "Two!"]),
    ],
)
def test_sentences_with_a_space_between(lang: str, parts: list[str]) -> None:
    assert split(" ".join(parts), lang) == parts


@pytest.mark.parametrize(
    ("lang", "parts"),
    [("zh", ["今天天气好。", "明天呢？", "“好！”", "他说。"]), ("ja", ["はい。", "行く！", "本当？"])],
)
def test_sentences_without_a_space(lang: str, parts: list[str]) -> None:
    assert split("".join(parts), lang) == parts


def test_a_line_break_ends_a_sentence_unless_the_line_runs_on() -> None:
    text = "línea uno sin punto\nsigue aquí\n\nOtra línea\n- una lista\r\nFIN"
    assert split(text, "es") == ["línea uno sin punto\nsigue aquí", "Otra línea", "- una lista", "FIN"]


def test_semicolons_divide_in_greek_alone() -> None:
    assert len(split("Uno; Dos", "es")) == 1


def test_nothing_in_nothing_out() -> None:
    assert sentences("", "es") == []
    assert sentences(" \n ", "es") == []
    assert split("...", "en") == ["..."]


@given(
    st.text(alphabet=st.sampled_from("aAñ Éя中1.!?…。;»«“”\"'()\n\r\u2028\u00a0-–"), max_size=80),
    st.sampled_from(["es", "de", "zh", "und"]),
)
def test_spans_are_in_order_and_hold_all_but_white_space(text: str, lang: str) -> None:
    at = 0
    for start, end in sentences(text, lang):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
