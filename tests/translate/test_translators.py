"""Choosing engines, remembering translations, telling what is missing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.errors import TranslatorError
from quotecheck.translate import Translators, discover
from quotecheck.translate.protocol import EngineHealth


class Engine:
    """Says what it was asked, and by which name."""

    def __init__(self, name: str, languages: Mapping[str, str], fails: str = "") -> None:
        self.name = name
        self.asked: list[str] = []
        self.closed = 0
        self._languages = languages
        self._fails = fails

    def languages(self) -> Mapping[str, str]:
        return self._languages

    def translate(self, texts: Sequence[str], lang: str, names: Sequence[str] = ()) -> list[str | TranslatorError]:
        self.asked += texts
        if self._fails == "*":
            raise TranslatorError("broken")
        return [
            TranslatorError("stuck") if self._fails and self._fails in text else f"{self.name}({text})"
            for text in texts
        ]

    def install_hint(self, lang: str) -> str | None:
        return f"get {self.name} {lang}" if lang in self._languages else None

    def doctor(self) -> EngineHealth:
        return EngineHealth(name=self.name, installed=True, languages=self._languages)

    def close(self) -> None:
        self.closed += 1


def make(tmp_path: Path, listener: Any, *engines: Engine, choice: Any = "auto") -> Translators:
    config = Config(translator=choice, cache_dir=tmp_path)
    return Translators(config, Cache.open(config, listener), listener, {engine.name: engine for engine in engines})


def words(translators: Translators, texts: Sequence[str], lang: str = "es", names: Sequence[str] = ()) -> list[Any]:
    return [None if found is None else found.text for found in translators.translate(texts, lang, names)]


def test_in_order_each_text_once_and_blank_ones_not_at_all(tmp_path: Path, listener: Any) -> None:
    engine = Engine("one", {"es": "m1"})
    translators = make(tmp_path, listener, engine)
    assert words(translators, ["b", "a", "b", " ", ""]) == ["one(b)", "one(a)", "one(b)", None, None]
    assert engine.asked == ["b", "a"]
    first = translators.translate(["a"], "es")[0]
    assert first is not None and (first.engine, first.model) == ("one", "m1")
    assert translators.engines_used == ["one"]


def test_a_second_run_asks_nothing(tmp_path: Path, listener: Any) -> None:
    make(tmp_path, listener, Engine("one", {"es": "m1"})).translate(["a", "b"], "es")
    again = Engine("one", {"es": "m1"})
    translators = make(tmp_path, listener, again)
    assert words(translators, ["a", "b", "c"]) == ["one(a)", "one(b)", "one(c)"]
    assert again.asked == ["c"]
    assert translators.engines_used == ["one"]


@pytest.mark.parametrize(
    ("engine", "lang", "names", "text"),
    [
        (Engine("one", {"es": "m2"}), "es", ["Ana"], "Ana va"),
        (Engine("two", {"es": "m1"}), "es", ["Ana"], "Ana va"),
        (Engine("one", {"pt": "m1"}), "pt", ["Ana"], "Ana va"),
        (Engine("one", {"es": "m1"}), "es", [], "Ana va"),
        (Engine("one", {"es": "m1"}), "es", ["Ana"], "Ana va."),
    ],
    ids=["model", "engine", "language", "names", "text"],
)
def test_the_memory_is_keyed_by_all_that_matters(
    tmp_path: Path, listener: Any, engine: Engine, lang: str, names: list[str], text: str
) -> None:
    make(tmp_path, listener, Engine("one", {"es": "m1"})).translate(["Ana va"], "es", ["Ana"])
    make(tmp_path, listener, engine).translate([text], lang, names)
    assert engine.asked == [text]


def test_names_that_the_text_does_not_hold_do_not_matter(tmp_path: Path, listener: Any) -> None:
    make(tmp_path, listener, Engine("one", {"es": "m1"})).translate(["Ana va"], "es", ["Ana", "Luis"])
    again = Engine("one", {"es": "m1"})
    make(tmp_path, listener, again).translate(["Ana va"], "es", ["Eva", "Ana"])
    assert again.asked == []


def test_without_a_cache_every_run_asks(tmp_path: Path, listener: Any) -> None:
    config = Config(cache=False, cache_dir=tmp_path)
    for _ in range(2):
        engine = Engine("one", {"es": "m1"})
        Translators(config, Cache.open(config, listener), listener, {"one": engine}).translate(["a"], "es")
        assert engine.asked == ["a"]


def test_an_unwritable_cache_is_a_warning_and_the_work_goes_on(tmp_path: Path, listener: Any) -> None:
    (tmp_path / "file").write_text("")
    translators = make(tmp_path / "file", listener, Engine("one", {"es": "m1"}))
    assert words(translators, ["a"]) == ["one(a)"]
    assert len(listener.warnings) == 1 and "cache" in listener.warnings[0]


def test_no_engine_reads_the_language(tmp_path: Path, listener: Any) -> None:
    translators = make(tmp_path, listener, Engine("one", {"es": "m1"}))
    assert words(translators, ["a"], "de") == [None]
    assert translators.available("de") is None
    assert translators.available("es") == "one"
    assert translators.engines_used == []


def test_the_first_engine_that_reads_it_is_taken(tmp_path: Path, listener: Any) -> None:
    translators = make(tmp_path, listener, Engine("one", {"es": "m"}), Engine("two", {"es": "m", "fr": "m"}))
    assert words(translators, ["a"]) == ["one(a)"]
    assert words(translators, ["a"], "fr") == ["two(a)"]
    assert translators.engines_used == ["one", "two"]


def test_what_one_engine_fails_on_the_next_tries(tmp_path: Path, listener: Any) -> None:
    translators = make(tmp_path, listener, Engine("one", {"es": "m"}, fails="bad"), Engine("two", {"es": "m"}))
    assert words(translators, ["good", "bad 1", "bad 2"]) == ["one(good)", "two(bad 1)", "two(bad 2)"]
    assert listener.warnings == ["one: stuck"]


def test_an_engine_that_fails_altogether_leaves_none(tmp_path: Path, listener: Any) -> None:
    translators = make(tmp_path, listener, Engine("one", {"es": "m"}, fails="*"))
    assert words(translators, ["a", "b"]) == [None, None]
    assert listener.warnings == ["one: broken"]


def test_failures_are_not_remembered(tmp_path: Path, listener: Any) -> None:
    make(tmp_path, listener, Engine("one", {"es": "m"}, fails="a")).translate(["a"], "es")
    assert words(make(tmp_path, listener, Engine("one", {"es": "m"})), ["a"]) == ["one(a)"]


def test_the_chosen_engine_is_the_only_one(tmp_path: Path, listener: Any) -> None:
    engines = (Engine("argos", {"es": "m"}), Engine("apertium", {"es": "m", "fr": "m"}))
    translators = make(tmp_path, listener, *engines, choice="argos")
    assert words(translators, ["a"]) == ["argos(a)"]
    assert words(translators, ["a"], "fr") == [None]


def test_hints_prefer_the_quick_way(tmp_path: Path, listener: Any) -> None:
    engines = (Engine("argos", {"es": "m", "de": "m"}), Engine("apertium", {"es": "m"}))
    translators = make(tmp_path, listener, *engines)
    assert translators.hint("es") == "get apertium es"
    assert translators.hint("de") == "get argos de"
    assert translators.hint("xx") == "quotecheck models install FILE.argosmodel"


def test_numerals_come_out_the_english_way(tmp_path: Path, listener: Any) -> None:
    translators = make(tmp_path, listener, Engine("one", {"es": "m"}))
    assert words(translators, ["Hay 5.000 y 3,5 %"]) == ["one(Hay 5,000 and 3.5%)".replace("and", "y")]


def test_many_texts_report_progress(tmp_path: Path, listener: Any) -> None:
    translators = make(tmp_path, listener, Engine("one", {"es": "m"}))
    assert len(words(translators, [str(number) for number in range(600)])) == 600
    assert listener.updates[-1] == ("translating (one)", 600, 600)


def test_closing_closes_the_engines(tmp_path: Path, listener: Any) -> None:
    engine = Engine("one", {"es": "m"})
    with make(tmp_path, listener, engine):
        pass
    assert engine.closed == 1


def test_the_packages_own_engines_are_found_best_first(listener: Any) -> None:
    assert list(discover.engines(listener))[:2] == ["argos", "apertium"]
    assert listener.warnings == []


def test_a_broken_engine_is_a_warning(listener: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode() -> Any:
        raise ImportError("no module named nowhere")

    monkeypatch.setattr(
        discover, "_declared", lambda: {"bad": explode, "odd": lambda: dict, "good": lambda: lambda: Engine("good", {})}
    )
    assert list(discover.engines(listener)) == ["good"]
    assert any("bad" in warning and "nowhere" in warning for warning in listener.warnings)
    assert any("odd" in warning for warning in listener.warnings)


STRANGER = """
from quotecheck.translate.protocol import EngineHealth

class Shout:
    name = "shout"
    def languages(self): return {"xx": "loud-1"}
    def translate(self, texts, lang, names=()): return [text.upper() for text in texts]
    def install_hint(self, lang): return None
    def doctor(self): return EngineHealth(name="shout", installed=True)
    def close(self): pass
"""


@pytest.mark.slow
def test_a_strangers_engine_is_found_through_its_entry_point(tmp_path: Path) -> None:
    (tmp_path / "shouting.py").write_text(STRANGER)
    metadata = tmp_path / "shouting-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[quotecheck.translators]\nshout = shouting:Shout\n")
    code = (
        "from quotecheck.config import Config\nfrom quotecheck.translate import Translators\n"
        "print(Translators(Config(cache=False)).translate(['hey'], 'xx')[0].text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(tmp_path)}, check=False
    )
    assert done.stdout == "HEY\n", done.stderr


def test_looking_for_strangers_does_not_import_metadata(tmp_path: Path) -> None:
    assert not discover.others_declare([str(tmp_path), str(tmp_path / "nowhere"), ""])
    other = tmp_path / "other-1.0.dist-info"
    other.mkdir()
    (other / "entry_points.txt").write_text("[console_scripts]\nx = y:z\n")
    assert not discover.others_declare([str(tmp_path)])
    (other / "entry_points.txt").write_text("[quotecheck.translators]\nx = y:z\n")
    assert discover.others_declare([str(tmp_path)])
