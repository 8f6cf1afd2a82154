"""Pairs through the Python API."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotecheck
from quotecheck.config import Config
from quotecheck.errors import UsageError
from quotecheck.model import Comparison, FailedComparison, Pair
from quotecheck.pipeline import compare_many


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    return Config(translator="argos", cache_dir=tmp_path / "cache")


def test_the_bound_is_part_of_the_fact(config: Config) -> None:
    result = quotecheck.compare(
        "Tenemos más de 5.000 drones en la costa.",
        "We have no less than 5,000 drones on the coast.",
        lang="es",
        config=config,
    )
    assert result.verdict == "divergent"
    found = next(found for found in result.findings if found.rule == "bound-changed")
    assert found.post is not None and found.post.text == "más de 5.000"
    assert found.passage is not None and found.passage.text == "no less than 5,000"


def test_a_language_without_a_translator_is_said_once(config: Config) -> None:
    pairs = [
        Pair(id=n, post=f"El puente mide {n} metros de largo.", quote=f"The bridge is {n} metres long.", lang="es")
        for n in (120, 130, 140)
    ]
    results = [result for result in compare_many(pairs, config=config) if isinstance(result, Comparison)]
    assert [result.verdict for result in results] == ["match"] * 3
    assert [[found.rule for found in result.findings] for result in results] == [["post-untranslated"], [], []]


def test_one_pair_says_so_itself(config: Config) -> None:
    result = quotecheck.compare(
        "El puente mide 120 metros.", "The bridge is 120 metres long.", lang="es", config=config
    )
    assert [found.rule for found in result.findings] == ["post-untranslated"]
    assert result.translation is None


def test_order_and_failures_are_kept(config: Config) -> None:
    rows = [
        Pair(id="a", post="Llueve mucho en Lugo.", quote="It is raining hard in Lugo.", lang="es"),
        FailedComparison(id="b", error="line 2: no post"),
        Pair(id="c", post="No llueve en Lugo.", quote="It is not raining in Lugo.", lang="es"),
    ]
    assert [result.id for result in compare_many(rows, config=config)] == ["a", "b", "c"]


def test_a_quote_of_something_else_is_unmatched(config: Config) -> None:
    result = quotecheck.compare(
        "Llueve mucho en el norte desde el lunes.", "The bakery won a prize for its bread.", lang="es", config=config
    )
    assert result.verdict == "unmatched"
    assert [found.severity for found in result.findings if found.rule == "post-unmatched"] == ["error"]
    assert result.similarity < 0.2


@pytest.mark.parametrize("post", ["", "🔥🔥", "https://t.co/abcdef", "ok"])
def test_too_little_is_unchecked(config: Config, post: str) -> None:
    result = quotecheck.compare(post, "The bakery won a prize for its bread.", config=config)
    assert result.verdict == "unchecked"


def test_selection_and_ignoring(config: Config) -> None:
    from msgspec import structs

    post, quote = "Tenemos más de 5.000 drones.", "We have 6,000 drones."
    only = quotecheck.compare(post, quote, lang="es", config=structs.replace(config, select=("number-changed",)))
    assert {found.rule for found in only.findings} == {"number-changed"}
    without = quotecheck.compare(post, quote, lang="es", config=structs.replace(config, ignore=("number-changed",)))
    assert "number-changed" not in {found.rule for found in without.findings}
    with pytest.raises(UsageError, match="did you mean number-changed"):
        quotecheck.compare(post, quote, config=structs.replace(config, select=("number-chnged",)))
