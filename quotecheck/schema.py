"""The JSON Schema of all that the JSON formats print, generated from `model.py`."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from quotecheck.model import (
    SCHEMA_VERSION,
    Comparison,
    FailedComparison,
    FailedReport,
    FoundPost,
    FoundQuotation,
    Report,
    ReportSummary,
)

_LINES = (Report, FailedReport, Comparison, FailedComparison, FoundPost, FoundQuotation)
"""What a line of JSON Lines can be."""

# What one JSON document can be besides: several of them in an array, with what stands beside it.
_DOCUMENTS: dict[str, tuple[str, tuple[type, ...]]] = {
    "Reports": ("reports", (Report, FailedReport)),
    "Comparisons": ("comparisons", (Comparison, FailedComparison)),
    "Posts": ("posts", (FoundPost,)),
    "Quotations": ("quotations", (FoundQuotation,)),
}


def schema() -> dict[str, Any]:
    """The schema: any of the printed objects is valid; `$defs` has each under its name, to point at by
    `#/$defs/Report` and the like."""
    _, definitions = msgspec.json.schema_components((*_LINES, ReportSummary), ref_template="#/$defs/{name}")
    for name, (key, items) in _DOCUMENTS.items():
        # msgspec writes no schema for a union of two untagged structs, and the contract has no tag.
        definitions[name] = _document(name, key, items)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"quotecheck output, schema version {SCHEMA_VERSION}",
        "anyOf": [_reference(name) for name in (*(line.__name__ for line in _LINES), *_DOCUMENTS)],
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def schema_text() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _document(name: str, key: str, items: tuple[type, ...]) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "schema_version": {"type": "string"},
        key: {"type": "array", "items": {"anyOf": [_reference(item.__name__) for item in items]}},
    }
    if name == "Reports":
        properties["summary"] = _reference("ReportSummary")
    return {"title": name, "type": "object", "properties": properties, "required": list(properties)}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}
