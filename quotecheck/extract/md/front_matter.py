"""The header that site generators put before a Markdown text: YAML between `---` lines, or TOML between `+++` lines.

Only what an article needs is read: plain and quoted scalars, folded and literal blocks, and lists of scalars at the
top level. That is the form in which Hugo, Jekyll, Eleventy and Astro document their titles, dates and authors.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from msgspec import Struct

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w.-]{0,60})[ \t]*:(?:[ \t]+(?P<value>\S.*))?[ \t]*$")
_ITEM = re.compile(r"\s*-[ \t]+(?:name:[ \t]*)?(?P<value>\S.*?)\s*$")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
LONGEST = 100_000
"""Code points; a text whose second fence is farther away has no front matter."""


class FrontMatter(Struct, frozen=True):
    """What the header says.

    Attributes:
        values: by key, in lower case; a list's items as a list.
        end: where the text behind it begins.
    """

    values: dict[str, str | list[str]]
    end: int

    def first(self, *keys: str) -> str | None:
        """The first of `keys` that has a value; of a list, its items joined by commas."""
        for key in keys:
            value = self.values.get(key)
            if value:
                return value if isinstance(value, str) else ", ".join(value)
        return None


def read_front_matter(text: str) -> FrontMatter | None:
    """The header that `text` begins with; None where there is none, or it does not end."""
    opening = _FENCE.match(text)
    if opening is None:
        return None
    fence = re.escape(opening.group(1))
    closing = re.compile(rf"^(?:{fence}|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(
        text, opening.end(), opening.end() + LONGEST
    )
    if closing is None:
        return None
    inside = text[opening.end() : closing.start()]
    if opening.group(1) == "+++":
        return FrontMatter(_toml(inside), closing.end())
    values = _yaml(inside.splitlines())
    return FrontMatter(values, closing.end()) if values or not inside.strip() else None


def _toml(inside: str) -> dict[str, str | list[str]]:
    import tomllib

    try:
        read = tomllib.loads(inside.replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    values: dict[str, str | list[str]] = {}
    tables = [read.get("params"), read.get("extra"), read]
    for table in tables:
        for key, value in table.items() if isinstance(table, dict) else ():
            if isinstance(value, list):
                values[key.lower()] = [_plain(item) for item in value if not isinstance(item, dict | list)]
            elif not isinstance(value, dict):
                values[key.lower()] = _plain(value)
    return values


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _yaml(rows: list[str]) -> dict[str, str | list[str]]:
    values: dict[str, str | list[str]] = {}
    place = 0
    while place < len(rows):
        found = _KEY.match(rows[place])
        place += 1
        if found is None:
            continue
        key, value = found["key"].lower(), (found["value"] or "").strip()
        block: list[str] = []
        while place < len(rows) and (rows[place][:1] in (" ", "\t", "-") or not rows[place].strip()):
            block.append(rows[place])
            place += 1
        if value[:1] in ("|", ">") and len(value) <= 3:
            joiner = "\n" if value[0] == "|" else " "
            values[key] = joiner.join(row.strip() for row in block).strip()
        elif value.startswith("[") and value.endswith("]"):
            values[key] = [scalar for item in _split(value[1:-1]) if (scalar := _scalar(item))]
        elif value:
            rest = [row.strip() for row in block if row.strip()]
            values[key] = _scalar(" ".join([value, *rest]))
        else:
            items = [_scalar(item["value"]) for row in block if (item := _ITEM.match(row))]
            if items:
                values[key] = items
            elif named := next((row.split(":", 1)[1] for row in block if row.strip().startswith("name:")), None):
                values[key] = _scalar(named.strip())
    return values


def _split(inside: str) -> list[str]:
    return [item.strip() for item in re.findall(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^,\"']+", inside) if item.strip()]


def _scalar(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return _ESCAPE.sub(_unescape, value[1:-1])
    return re.split(r"\s#", value, maxsplit=1)[0].strip()


def _unescape(found: re.Match[str]) -> str:
    number = found[1] or found[2]
    return chr(int(number, 16)) if number else _ESCAPED.get(found[3], found[3])
