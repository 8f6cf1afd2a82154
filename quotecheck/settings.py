"""Settings from a file: `quotecheck.toml`, `.quotecheck.toml`, or the table `[tool.quotecheck]` of `pyproject.toml`.

Keys are the fields of `Config`, written with hyphens: `fail-on = "warning"`. `severity` is a table of rules, `per-path`
an array of tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quotecheck.config import Config, PerPath
from quotecheck.errors import UsageError

UNSETTABLE = ("root",)
"""Fields of `Config` that no key sets."""

_NAMES = ("quotecheck.toml", ".quotecheck.toml", "pyproject.toml")


def load(path: Path | None = None, *, start: Path | None = None) -> Config:
    """The settings of a file, or the defaults where there is none.

    Args:
        path: the file; None looks for the nearest one from `start` upwards.
        start: folder to begin at; None means the current one.

    Raises:
        UsageError: the file cannot be read, is not TOML, or has a key or a value that does not exist.
    """
    if path is None:
        path = nearest(start or Path.cwd())
        if path is None:
            return Config()
    return _config(table(path), path)


def table(path: Path) -> dict[str, Any]:
    """What a settings file says of quotecheck, unchecked; nothing where a `pyproject.toml` does not speak of it.

    Raises:
        UsageError: it cannot be read, or is not TOML.
    """
    return _table(path) or {}


def nearest(folder: Path) -> Path | None:
    """The settings file of the nearest folder, upwards from `folder`, that has one."""
    for parent in (folder, *folder.parents):
        for name in _NAMES:
            candidate = parent / name
            if candidate.is_file() and (name != "pyproject.toml" or _has_table(candidate)):
                return candidate
    return None


def keys() -> dict[str, str]:
    """Every key that a settings file may have, and the field of `Config` that it sets."""
    import msgspec

    names = (field.name for field in msgspec.structs.fields(Config) if field.name not in UNSETTABLE)
    return {name.replace("_", "-"): name for name in names}


def _has_table(path: Path) -> bool:
    # A pyproject.toml that nobody pointed at is no business of ours unless it speaks of quotecheck.
    try:
        if b"quotecheck" not in path.read_bytes():
            return False
    except OSError:
        return False
    return _table(path) is not None


def _table(path: Path) -> dict[str, Any] | None:
    import tomllib

    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", where=str(path)) from None
    except UnicodeDecodeError:
        raise UsageError("is not UTF-8 text", where=str(path)) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"is not valid TOML: {error}", where=str(path)) from None
    if path.name != "pyproject.toml":
        return document
    tool = document.get("tool")
    table = tool.get("quotecheck") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _config(said: dict[str, Any], path: Path) -> Config:
    import msgspec

    known = keys()
    for key in said:
        _known_key(key, known, path)
    parts = said.get("per-path")
    for part in parts if isinstance(parts, list) else ():
        for key in part if isinstance(part, dict) else ():
            _known_key(key, [field.name for field in msgspec.structs.fields(PerPath)], path, of="`per-path` has")
    given = {known[key]: value for key, value in said.items()}
    try:
        config = msgspec.convert(given, Config, dec_hook=_decoded)
    except msgspec.ValidationError as error:
        raise UsageError(_in_toml_words(str(error), known), where=str(path)) from None
    if not 0.0 <= config.min_confidence <= 1.0:
        raise UsageError("`min-confidence` must be from 0 to 1", where=str(path))
    if config.jobs < 1:
        raise UsageError("`jobs` must be 1 or more", where=str(path))
    for group in config.aliases:
        if len(group) < 2 or not all(name.strip() for name in group):
            raise UsageError(
                f"`aliases` has a group of {len(group)} names: {list(group)!r}",
                where=str(path),
                hint='a group is two or more names: aliases = [["Kyiv", "Kiev"]]',
            )
    if config.per_path or config.include or config.exclude:
        config = msgspec.structs.replace(config, root=path.absolute().parent)
    if config.cache_dir is not None and not config.cache_dir.is_absolute():
        config = msgspec.structs.replace(config, cache_dir=path.parent / config.cache_dir)
    return config


def _known_key(key: str, known: Iterable[str], path: Path, *, of: str = "there is") -> None:
    if key not in known:
        from quotecheck.suggest import did_you_mean

        hint = did_you_mean(key, known, otherwise=f"settings are {', '.join(sorted(known))}")
        raise UsageError(f"{of} no setting {key!r}", where=str(path), hint=hint)


def _decoded(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value).expanduser()
    raise TypeError(f"Expected `str`, got `{type(value).__name__}`")


def _in_toml_words(message: str, keys: dict[str, str]) -> str:
    for key, field in keys.items():
        for end in ("`", "["):
            message = message.replace(f"`$.{field}{end}", f"`{key}{end}")
    return message
