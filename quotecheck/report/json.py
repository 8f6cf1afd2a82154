"""One JSON document, indented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

import msgspec

from quotecheck.model import SCHEMA_VERSION, FailedReport, FoundPost, FoundQuotation, Report
from quotecheck.report import Compared, Format, Tally
from quotecheck.report.layout.style import Style
from quotecheck.rulebook import RuleSheet


class Json(Format):
    """`check`: the report where one source was named, else an object with `reports` and `summary`."""

    name: ClassVar[str] = "json"
    summary: ClassVar[str] = "one JSON document"

    def reports(self, reports: Iterable[Report | FailedReport], *, one: bool, style: Style) -> Iterator[str]:
        if one:
            for report in reports:
                yield pretty(report) + "\n"
            return
        tally = Tally()

        def counted() -> Iterator[Report | FailedReport]:
            for report in reports:
                tally.add(report)
                yield report

        yield from _document("reports", counted())
        yield f',\n  "summary": {pretty(tally.summary(), indent=2)}\n}}\n'

    def comparisons(self, compared: Iterable[Compared], *, one: bool, style: Style) -> Iterator[str]:
        results = (result for _, result in compared)
        if one:
            for result in results:
                yield pretty(result) + "\n"
            return
        yield from _document("comparisons", results)
        yield "\n}\n"

    def posts(self, posts: Sequence[FoundPost], *, style: Style) -> Iterator[str]:
        yield from _document("posts", posts)
        yield "\n}\n"

    def quotations(self, quotations: Sequence[FoundQuotation], *, style: Style) -> Iterator[str]:
        yield from _document("quotations", quotations)
        yield "\n}\n"

    def rules(self, sheets: Sequence[RuleSheet], *, style: Style) -> Iterator[str]:
        yield from _document("rules", [plain(sheet) for sheet in sheets])
        yield "\n}\n"


def plain(sheet: RuleSheet) -> dict[str, Any]:
    """A rule's sheet with its sections as an object."""
    return {**msgspec.to_builtins(sheet), "sections": dict(sheet.sections)}


def _document(name: str, items: Iterable[object]) -> Iterator[str]:
    """An object with one array, written as the items come so that memory stays flat; its end is left open."""
    yield f'{{\n  "schema_version": "{SCHEMA_VERSION}",\n  "{name}": ['
    mark = "\n    "
    for item in items:
        yield mark + pretty(item, indent=4)
        mark = ",\n    "
    yield "]" if mark == "\n    " else "\n  ]"


def pretty(item: object, indent: int = 0) -> str:
    """JSON over several lines, those after the first indented by `indent` more."""
    text = msgspec.json.format(encode(item), indent=2).decode()
    # Line breaks inside strings are escaped in JSON, so every line break here is one of layout.
    return text.replace("\n", "\n" + " " * indent) if indent else text


def encode(item: object) -> bytes:
    """JSON on one line. Half a surrogate pair, which no JSON text may hold, becomes U+FFFD."""
    try:
        return msgspec.json.encode(item, enc_hook=str)  # a Path is its text
    except UnicodeEncodeError:
        return msgspec.json.encode(_mended(msgspec.to_builtins(item, enc_hook=str)))


def _mended(item: Any) -> Any:
    if isinstance(item, str):
        return item.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(item, dict):
        return {_mended(key): _mended(value) for key, value in item.items()}
    return [_mended(value) for value in item] if isinstance(item, (list, tuple)) else item


FORMAT = Json()
