"""The real Argos engine, with the genuine little package of fixtures/models."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.errors import TranslatorError
from quotecheck.translate import Translators
from quotecheck.translate.engines.argos import Argos, library_installed, packages

needs_library = pytest.mark.skipif(not library_installed(), reason="the argos extra is not installed")
Unpack = Callable[..., Path]


@pytest.fixture
def engine(unpack: Unpack) -> Iterator[Argos]:
    unpack()
    made = Argos()
    yield made
    made.close()


def english(engine: Argos, *texts: str, names: tuple[str, ...] = ()) -> list[str | TranslatorError]:
    return engine.translate(texts, "es", names)


@needs_library
def test_it_translates(engine: Argos) -> None:
    assert english(
        engine,
        "Maduro dijo que no habrá guerra.",
        "El presidente dijo que el país tiene más de 5.000 misiles.",
        "La huelga empieza el lunes. Las escuelas abren mañana.",
    ) == [
        "Maduro said that there will be no war.",
        "The president said that the country has more than 5,000 missiles.",
        "The strike begins on Monday. Schools open tomorrow.",
    ]


@needs_library
def test_many_at_once_are_the_same_as_one_by_one(engine: Argos) -> None:
    texts = [f"El gobierno dijo que hubo {n} heridos en la plaza." for n in (2, 7, 15, 40)] + ["La huelga terminó."]
    assert english(engine, *texts) == [english(engine, text)[0] for text in texts]


@needs_library
@pytest.mark.parametrize("kept", ["https://t.co/aBc123", "@juan_perez_x", "#CaracasVive", "🇻🇪", "👩‍👩‍👧", "\n\n"])
def test_what_is_no_language_comes_through(engine: Argos, kept: str) -> None:
    answer = english(engine, f"El gobierno dijo que {kept} habrá guerra.")[0]
    assert isinstance(answer, str) and kept in answer


@needs_library
def test_names_come_through_even_where_the_model_does_not_know_them(engine: Argos) -> None:
    answer = english(engine, "Petro dijo que habrá guerra.", names=("Petro",))
    assert answer == ["Petro said that there will be war."]
    unknown = english(engine, "Zelenski dijo que habrá guerra.", names=("Zelenski",))[0]
    assert isinstance(unknown, str)


@needs_library
def test_a_very_long_sentence_is_cut_not_lost(engine: Argos) -> None:
    answer = english(engine, ", ".join(["el país tiene 7 misiles"] * 60) + ".")[0]
    assert isinstance(answer, str)
    assert answer.count("missiles") >= 4


@needs_library
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet="_▁<s>/@#\n aé.", max_size=40))
def test_hostile_texts_do_no_harm(engine: Argos, text: str) -> None:
    answers = english(engine, text, "La huelga terminó.")
    assert isinstance(answers[0], str)
    assert answers[1] == "The strike is over."


@needs_library
def test_no_network_is_touched(engine: Argos, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was made")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert english(engine, "La huelga terminó.") == ["The strike is over."]


@needs_library
@pytest.mark.slow
def test_nothing_heavy_and_nothing_that_calls_home_is_loaded(unpack: Unpack, packages: Path) -> None:
    unpack()
    code = (
        "import sys, os, socket\n"
        "def refuse(*a, **k): raise SystemExit('a socket was made')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from quotecheck.translate.engines.argos import Argos\n"
        "print(Argos().translate(['La huelga terminó.'], 'es')[0])\n"
        "unwanted = {'torch', 'stanza', 'spacy', 'minisbd', 'onnxruntime', 'argostranslate.sbd'}\n"
        "print(sorted(unwanted & set(sys.modules)))\n"
        "print(os.environ['ORT_DISABLE_TELEMETRY'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["The strike is over.", "[]", "1"], done.stderr


@needs_library
def test_a_bad_folder_beside_it_does_no_harm(unpack: Unpack, packages: Path) -> None:
    unpack()
    (packages / "empty").mkdir()
    (packages / "broken").mkdir()
    (packages / "broken" / "metadata.json").write_text("{")
    (packages / "deep").mkdir()
    (packages / "deep" / "metadata.json").write_text("[" * 100_000)
    (packages / "file").write_text("")
    engine = Argos()
    assert english(engine, "La huelga terminó.") == ["The strike is over."]
    problems = engine.doctor().problems
    assert len(problems) == 3 and any("empty" in problem for problem in problems)


@needs_library
def test_a_model_that_does_not_load_is_an_error_with_a_command(unpack: Unpack) -> None:
    folder = unpack()
    (folder / "model" / "model.bin").write_bytes(b"nonsense" * 100)
    engine = Argos()
    with pytest.raises(TranslatorError, match="quotecheck models install es"):
        english(engine, "La huelga terminó.")


def test_nothing_installed_is_nothing_read(home: Path) -> None:
    engine = Argos()
    assert engine.languages() == {}
    with pytest.raises(TranslatorError):
        engine.translate(["a"], "es")
    assert not (home / "data").exists(), "looking must not make folders"


def test_without_the_library_doctor_says_how_to_get_it(unpack: Unpack, monkeypatch: pytest.MonkeyPatch) -> None:
    unpack()
    monkeypatch.setattr("quotecheck.translate.engines.argos.library_installed", lambda: False)
    engine = Argos()
    assert engine.languages() == {}
    health = engine.doctor()
    assert not health.installed
    assert health.commands == ("pip install 'quotecheck-multilingual[argos]'",)
    hint = engine.install_hint("de")
    assert hint == "pip install 'quotecheck-multilingual[argos]' && quotecheck models install de"
    assert engine.install_hint("tlh") is None


def fake(folder: Path, source: str, target: str, version: str = "1.0") -> None:
    made = folder / f"translate-{source}_{target}-{version.replace('.', '_')}"
    (made / "model").mkdir(parents=True)
    (made / "model" / "model.bin").write_bytes(b"x")
    (made / "sentencepiece.model").write_bytes(b"x")
    metadata = {"from_code": source, "to_code": target, "package_version": version}
    (made / "metadata.json").write_text(json.dumps(metadata))


def test_routes_lead_to_english_directly_or_through_one_more(packages: Path) -> None:
    from quotecheck.translate.engines.argos.packages import routes, scan

    fake(packages, "es", "en")
    fake(packages, "ca", "es")
    fake(packages, "en", "fr")
    fake(packages, "gl", "pt")
    fake(packages, "pb", "en")
    found = {lang: [package.source for package in route] for lang, route in routes(scan()[0]).items()}
    assert found == {"es": ["es"], "ca": ["ca", "es"], "pt": ["pb"]}


def test_the_newest_version_is_taken(packages: Path) -> None:
    from quotecheck.translate.engines.argos.packages import routes, scan

    for version in ("1.9", "1.10", "1.2"):
        fake(packages, "es", "en", version)
    assert routes(scan()[0])["es"][0].version == "1.10"


def test_packages_are_looked_for_where_argos_would(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert packages.packages_folder() == home / "data" / "argos-translate" / "packages"
    settings_file = home / "config" / "argos-translate" / "settings.json"
    settings_file.parent.mkdir(parents=True)
    settings_file.write_text(json.dumps({"ARGOS_PACKAGES_DIR": "/from/settings"}))
    assert packages.packages_folder() == Path("/from/settings")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "/from/environment")
    assert packages.packages_folder() == Path("/from/environment")


@needs_library
def test_auto_takes_argos_where_a_package_is_there(unpack: Unpack, home: Path) -> None:
    unpack()
    config = Config(cache_dir=home / "cache")
    with Translators(config, Cache.open(config)) as translators:
        assert translators.available("es") == "argos"
        found = translators.translate(["La oposición dijo que hubo 1.200 heridos en la plaza."], "es")[0]
    assert found is not None and found.engine == "argos" and found.model.startswith("es_en-0.2@")
    assert "injured in the square" in found.text
