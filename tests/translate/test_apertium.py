"""The real Apertium, where it is installed."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.errors import TranslatorError
from quotecheck.translate.engines.apertium import Apertium
from quotecheck.translate.engines.apertium.modes import lacking

HERE = frozenset(Apertium().languages())
needs_spanish = pytest.mark.skipif("es" not in HERE, reason="apertium-eng-spa is not installed")


@pytest.fixture(scope="module")
def engine() -> Iterator[Apertium]:
    made = Apertium()
    yield made
    made.close()


def english(engine: Apertium, text: str, lang: str, *names: str) -> str:
    answer = engine.translate([text], lang, names)[0]
    assert isinstance(answer, str), answer
    return answer


SENTENCES = [
    ("es", "El presidente no quiere la guerra.", ["president", "not", "war"], ()),
    ("fr", "Le président ne veut pas la guerre.", ["president", "not", "war"], ()),
    ("it", "Il presidente non vuole la guerra.", ["president", "not", "war"], ()),
    ("pt", "O presidente não quer a guerra.", ["president", "not", "war"], ()),
    ("ro", "Președintele nu a spus adevărul.", ["president", "truth"], ()),
    ("ca", "El president no vol la guerra.", ["president", "war"], ()),
    ("gl", "O presidente fala da guerra.", ["president", "war"], ()),
    ("eu", "Presidenteak gerra nahi du.", ["president", "war"], ()),
    ("mk", "Претседателот не сака војна.", ["president", "war"], ()),
    ("is", "Forsetinn vill ekki fara.", ["president"], ()),
    ("eo", "La prezidanto ne volas militon.", ["president", "war"], ()),
    ("hr", "Predsjednik ne želi rat.", ["president", "war"], ()),
]


@pytest.mark.parametrize(("lang", "text", "words", "names"), SENTENCES)
def test_each_pair_translates(engine: Apertium, lang: str, text: str, words: list[str], names: tuple[str, ...]) -> None:
    if lang not in HERE:
        pytest.skip(f"no pair for {lang} is installed")
    answer = english(engine, text, lang, *names).lower()
    assert all(word in answer for word in words), answer
    assert "*" not in answer and "#" not in answer and "@" not in answer


def test_what_is_installed_has_all_that_it_runs() -> None:
    """`tools/install-translator` brings it; Debian's Italian pair does not ask for cg3 by itself."""
    assert lacking() == {}


@needs_spanish
def test_a_name_that_is_a_word_stays_a_name(engine: Apertium) -> None:
    assert "Maduro" not in english(engine, "Maduro amenaza con la guerra.", "es")
    assert english(engine, "Maduro amenaza con la guerra.", "es", "Maduro").startswith("Maduro ")


@needs_spanish
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maduro amenaza a Trump en Caracas.", ["Maduro", "Trump", "Caracas"]),
        ("Delcy Rodríguez y Rosa Blanco llegan hoy.", ["Delcy Rodríguez", "Rosa Blanco"]),
        ("MADURO dice que Castillo miente.", ["Maduro", "Castillo"]),
        (
            "Petro, Lula, Milei, Boric y Noboa hablan con Maduro.",
            ["Petro", "Lula", "Milei", "Boric", "Noboa", "Maduro"],
        ),
        ("La ministra Paz Flores habla de paz y de flores.", ["Paz Flores"]),
    ],
)
def test_names_come_through_whole(engine: Apertium, text: str, names: list[str]) -> None:
    answer = english(engine, text, "es", *names)
    for name in names:
        assert name in answer or name.upper() in answer, answer


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fr", "Le président Blanc parle de la guerre.", "Blanc"),
        ("it", "Il ministro Rossi parla della guerra.", "Rossi"),
        ("pt", "O ministro Ramos fala da guerra.", "Ramos"),
    ],
)
def test_names_come_through_a_pivot(engine: Apertium, lang: str, text: str, name: str) -> None:
    if lang not in HERE:
        pytest.skip(f"no pair for {lang} is installed")
    assert name in english(engine, text, lang, name)


@needs_spanish
@pytest.mark.parametrize(
    "kept", ["https://t.co/aBc123", "pic.twitter.com/x1Y2", "@juan_perez", "#CaracasVive", "🇻🇪", "👩‍👩‍👧", "5.000"]
)
def test_what_is_no_language_comes_through(engine: Apertium, kept: str) -> None:
    assert kept in english(engine, f"El gobierno dice {kept} en la casa.", "es")


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("es", "No habrá guerra.", "not"),
        ("es", "Nadie quiere la guerra.", "nobody"),
        ("pt", "Não haverá guerra.", "not"),
        ("it", "Non ci sarà la guerra.", "not"),
        ("gl", "Non haberá guerra.", "not"),
    ],
)
def test_no_denial_becomes_an_assertion(engine: Apertium, lang: str, text: str, word: str) -> None:
    if lang not in HERE:
        pytest.skip(f"no pair for {lang} is installed")
    assert word in english(engine, text, lang).lower().rstrip(".").split()


@needs_spanish
def test_unknown_words_are_not_marked(engine: Apertium) -> None:
    answer = english(engine, "El zorblax frumioso come.", "es")
    assert "zorblax" in answer and "*" not in answer


@needs_spanish
@pytest.mark.parametrize(
    "signs", ["[ ]", "{ }", "^ $", "@ #", "\\ /", "< >", "[[t:b:x]]", "^casa<n>$", "*casa", "\0", "%", "$^"]
)
def test_reserved_signs_do_no_harm(engine: Apertium, signs: str) -> None:
    answers = engine.translate([f"La casa {signs} es grande.", "La casa es grande."], "es")
    assert answers[1] == "The house is big."
    assert isinstance(answers[0], str)
    assert answers[0].startswith("The house") and answers[0].endswith("big.")


@needs_spanish
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80) | st.text(alphabet="[]{}^$@\\/<>*#~|.\n aé", max_size=60))
def test_hostile_texts_leave_the_pipe_in_step(engine: Apertium, text: str) -> None:
    answers = engine.translate([text, "La casa es grande."], "es")
    assert isinstance(answers[0], str)
    assert answers[1] == "The house is big."


@needs_spanish
def test_a_stage_killed_is_restored() -> None:
    engine = Apertium()
    before = engine.translate(["La casa es grande."], "es")
    pipe = next(iter(engine._pipes.values()))
    for victim in pipe.pids[::4]:
        os.kill(victim, signal.SIGKILL)
    assert engine.translate(["La casa es grande."], "es") == before == ["The house is big."]
    engine.close()


@needs_spanish
@pytest.mark.slow
def test_a_stage_stopped_is_restored() -> None:
    engine = Apertium(patience=1)
    assert engine.translate(["La casa es grande."], "es") == ["The house is big."]
    os.kill(next(iter(engine._pipes.values())).pids[3], signal.SIGSTOP)
    assert engine.translate(["La casa es roja."], "es") == ["The house is red."]
    engine.close()


@needs_spanish
def test_no_network_is_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was made")

    monkeypatch.setattr(socket, "socket", refuse)
    engine = Apertium()
    assert engine.translate(["La casa es grande."], "es") == ["The house is big."]
    engine.close()


def test_a_language_that_is_not_here_is_an_error(engine: Apertium) -> None:
    with pytest.raises(TranslatorError, match="no Apertium pair here reads xx"):
        engine.translate(["?"], "xx")
