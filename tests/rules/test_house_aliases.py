"""Names that the settings say are one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.config import Config
from quotecheck.errors import UsageError
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many
from quotecheck.settings import load

ALIASES = (("El Zurdo", "Ramiro Tejada"), ("Kostopil", "Kostopol"), ("月岛", "Moon Island"))
NAMES = {"name-changed", "name-missing", "name-added", "speaker-changed"}


def compared(tmp_path: Path, pair: Pair, *, aliases: tuple[tuple[str, ...], ...] = ALIASES) -> set[str]:
    config = Config(cache_dir=tmp_path, aliases=aliases, ignore=("post-untranslated",))
    result = next(iter(compare_many([pair], config=config)))
    assert isinstance(result, Comparison)
    return {found.rule for found in result.findings} & NAMES


@pytest.mark.parametrize(
    ("post", "quote", "lang"),
    [
        (
            "El Zurdo habló ayer en Lugo con los vecinos.",
            "Ramiro Tejada spoke yesterday in Lugo with the neighbours.",
            "es",
        ),
        (
            "W Kostopilem rozmawiał wczoraj premier Polski.",
            "Poland's prime minister spoke yesterday with Kostopol.",
            "pl",
        ),
    ],
)
def test_one_name_by_the_settings(post: str, quote: str, lang: str, tmp_path: Path) -> None:
    pair = Pair(post=post, quote=quote, lang=lang)
    assert compared(tmp_path, pair) == set()


def test_without_the_settings_they_are_two(tmp_path: Path) -> None:
    pair = Pair(
        post="El Zurdo habló ayer en Lugo con los vecinos.",
        quote="Ramiro Tejada spoke yesterday in Lugo with the neighbours.",
        lang="es",
    )
    assert compared(tmp_path, pair, aliases=()) != set()


def test_another_name_is_still_another(tmp_path: Path) -> None:
    pair = Pair(
        post="El Zurdo habló ayer en Lugo con los vecinos.",
        quote="Ramiro Tejada spoke yesterday in Bilbao with the neighbours.",
        lang="es",
    )
    assert compared(tmp_path, pair) == {"name-changed"}


def test_a_part_of_a_word_is_no_name(tmp_path: Path) -> None:
    pair = Pair(post="Ana viajó a Lima.", quote="Bob travelled to Lima.", lang="es")
    assert compared(tmp_path, pair, aliases=(("na", "ob"),)) == compared(tmp_path, pair, aliases=())


def test_the_speaker_may_go_by_either(tmp_path: Path) -> None:
    pair = Pair(
        post="Mañana no habrá clases en toda la provincia.",
        quote="There will be no school tomorrow in the whole province.",
        lang="es",
        author="Pedro Gallardo",
        speaker="Ramiro Tejada",
    )
    assert compared(tmp_path, pair) == {"speaker-changed"}
    assert compared(tmp_path, pair, aliases=(("Pedro Gallardo", "Ramiro Tejada"),)) == set()


def test_a_group_of_one_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_text('aliases = [["Kyiv"]]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="group of 1"):
        load(tmp_path / "quotecheck.toml")
