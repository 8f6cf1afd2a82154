"""The per-language data files: one TOML file a language, one table for each kind of fact."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from quotecheck.toml_data import read_toml

_FOLDER = Path(__file__).parent / "data"


@cache
def load(lang: str) -> dict[str, Any]:
    """All data for a language (ISO 639-1 code); an empty dictionary for a language that has no file."""
    path = _FOLDER / f"{lang}.toml"
    if not path.is_file():
        return {}
    return read_toml(path)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a data file, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
