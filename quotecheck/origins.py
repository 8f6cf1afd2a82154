"""Which settings hold, and where each of them comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from quotecheck.config import Config
from quotecheck.paths import relative
from quotecheck.settings import keys

DEFAULT = "default"
COMMAND_LINE = "command line"

_TABLES = ("severity", "per-path")

_HEADER = re.compile(r"^[ \t]*\[{1,2}[ \t]*([^\]\r\n]+?)[ \t]*\]{1,2}")
_ASSIGNED = re.compile(r"^[ \t]*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:[ \t]*\.[ \t]*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)[ \t]*=")


class Origin(Struct, frozen=True, kw_only=True):
    """One setting as it holds.

    Attributes:
        key: as a settings file writes it.
        value: as a settings file would have it; None where it is not set.
        origin: "default", "command line", or the file and line: `quotecheck.toml:3`.
        parts: of an array of tables, where each table comes from.
    """

    key: str
    value: Any
    origin: str
    parts: tuple[str, ...] = ()


def origins(
    config: Config, *, file: Path | None, given: Sequence[str] = (), also: Mapping[str, str] | None = None
) -> list[Origin]:
    """Every setting, in the order of their names.

    Args:
        config: the settings as they hold.
        file: the settings file that was read, if any.
        given: fields of `Config` that the command line sets.
        also: further origins by key, of what holds for one article only.
    """
    stands = _lines(file) if file is not None else {}
    shown = relative(str(file), None) if file is not None else ""
    found = []
    for key, field in sorted(keys().items()):
        origin = DEFAULT
        if field in given:
            origin = COMMAND_LINE
        elif file is not None and key in stands:
            origin = _at(shown, stands[key][0]) if stands[key] else shown
        if also and key in also:
            origin = also[key] if origin == DEFAULT else f"{origin}, {also[key]}"
        value = msgspec.to_builtins(getattr(config, field), enc_hook=str)
        parts = tuple(_at(shown, line) for line in stands.get(key, ())) if key == "per-path" else ()
        found.append(Origin(key=key, value=value, origin=origin, parts=parts))
    return found


def per_path(config: Config, name: str, file: Path) -> tuple[Config, dict[str, str]]:
    """The settings as they hold for one article, and where what `per-path` adds comes from, by key.

    Args:
        config: the settings of the run.
        name: the article, as `check` would be given it.
        file: the settings file.
    """
    from quotecheck.pipeline.settle import fitting, here

    ignored, severity = here(name, config)
    ignore = (*config.ignore, *sorted(ignored - set(config.ignore)))
    parts = fitting(name, config)
    because: dict[str, str] = {}
    if any(part.ignore for part in parts):
        because["ignore"] = f"per-path of {relative(str(file), None)}"
    if any(part.severity for part in parts):
        because["severity"] = f"per-path of {relative(str(file), None)}"
    return msgspec.structs.replace(config, ignore=ignore, severity=severity), because


def _lines(file: Path) -> dict[str, list[int]]:
    """The lines on which each key of a settings file is set; none for one that could not be found."""
    from quotecheck.settings import table

    stands: dict[str, list[int]] = {key: [] for key in table(file)}
    for key, line, is_table in _statements(file):
        if key in stands and (is_table or not stands[key]):
            stands[key].append(line)
    return stands


def _at(file: str, line: int) -> str:
    return f"{file}:{line}"


def _statements(file: Path) -> Iterator[tuple[str, int, bool]]:
    """What a TOML file sets: the key, or the first part of a nested one; its line; whether it is a table's own header.
    Of a `pyproject.toml` only what stands in `[tool.quotecheck]`."""
    inside: list[str] = ["tool", "quotecheck"] if file.name == "pyproject.toml" else []
    depth = len(inside)
    current: list[str] = []
    for number, row in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1):
        header, assigned = _HEADER.match(row), _ASSIGNED.match(row)
        if header:
            name = current = _parts(header[1])
        elif assigned:
            name = [*current, *_parts(assigned[1])]
        else:
            continue
        if len(name) > depth and name[:depth] == inside:
            yield name[depth], number, header is not None and len(name) == depth + 1


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def as_toml(found: Sequence[Origin]) -> Iterator[str]:
    """The settings as lines of a settings file, each with a comment that says where it comes from."""
    tables = [one for one in found if one.value and one.key in _TABLES]
    rows = [(_row(one), one.origin) for one in found if one not in tables]
    width = min(max((len(row) for row, _ in rows), default=0), 48)
    for row, origin in rows:
        yield f"{row:<{width}}  # {origin}\n"
    for one in sorted(tables, key=lambda one: _TABLES.index(one.key)):
        array = isinstance(one.value, list | tuple)
        header = f"[[{one.key}]]" if array else f"[{one.key}]"
        for number, table in enumerate(one.value if array else [one.value]):
            yield f"\n{header}  # {one.parts[number] if number < len(one.parts) else one.origin}\n"
            yield from (f"{_toml_key(name)} = {_toml(item)}\n" for name, item in table.items() if item)


def _row(one: Origin) -> str:
    unset = one.value is None or one.key in _TABLES
    return f"# {one.key} is not set" if unset else f"{one.key} = {_toml(one.value)}"


def _toml_key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _toml(name)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml_key(name)} = {_toml(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    # What JSON writes of strings, numbers and truth values, TOML reads alike; but it allows no raw DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
