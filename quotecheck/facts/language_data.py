"""The per-language data files: one TOML file a language, one table for each kind of fact."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(lang: str) -> dict[str, Any]:
    """All data for a language (ISO 639-1 code); an empty dictionary for a language that has no file."""
    path = files("quotecheck.facts").joinpath("data", f"{lang}.toml")
    if not path.is_file():
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a data file, sorted."""
    return tuple(
        sorted(
            entry.name.removesuffix(".toml")
            for entry in files("quotecheck.facts").joinpath("data").iterdir()
            if entry.name.endswith(".toml")
        )
    )
