"""JSON, JSON Lines, and the schema that both keep."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from quotecheck.errors import UsageError
from quotecheck.model import (
    Comparison,
    FailedComparison,
    FailedReport,
    FoundQuotation,
    Pair,
    Report,
    ReportSummary,
)
from quotecheck.report import format_named, format_names, summarise
from quotecheck.report.layout.style import Style
from quotecheck.schema import schema

STYLE = Style()


def valid(value: Any, name: str) -> None:
    whole = schema()
    Draft202012Validator.check_schema(whole)
    Draft202012Validator({**whole, "anyOf": [{"$ref": f"#/$defs/{name}"}]}).validate(value)
    Draft202012Validator(whole).validate(value)


def test_formats_are_found_by_being_there() -> None:
    assert set(format_names()) >= {"json", "jsonl", "text"}


def test_an_unknown_format_is_told_the_right_one() -> None:
    with pytest.raises(UsageError, match="did you mean jsonl"):
        format_named("jsnl")


def test_one_source_is_the_report_itself(report: Report) -> None:
    printed = json.loads("".join(format_named("json").reports([report], one=True, style=STYLE)))
    assert printed == json.loads(msgspec.json.encode(report))
    assert "index" in printed["findings"][0]["post"]
    valid(printed, "Report")


def test_several_sources_are_an_object_with_a_summary(report: Report, failed: FailedReport) -> None:
    printed = json.loads("".join(format_named("json").reports([report, failed], one=False, style=STYLE)))
    assert [found["source"] for found in printed["reports"]] == ["homes.html", "gone.html"]
    assert printed["reports"][1]["error"] == "gone.html: no such file"
    assert printed["summary"] == {
        "sources": 2,
        "unreadable": 1,
        "posts": 2,
        "verdicts": {"divergent": 1, "unmatched": 0, "unchecked": 1, "match": 0},
        "findings": {"error": 0, "warning": 1, "note": 3},
    }
    valid(printed, "Reports")


def test_no_source_is_still_a_document() -> None:
    assert json.loads("".join(format_named("json").reports([], one=False, style=STYLE)))["reports"] == []


def test_json_lines_come_as_soon_as_they_are_there(report: Report, failed: FailedReport) -> None:
    asked: list[str] = []

    def source() -> Iterator[Report | FailedReport]:
        for found in (report, failed):
            asked.append(found.source)
            yield found

    lines = format_named("jsonl").reports(source(), one=False, style=STYLE)
    valid(json.loads(next(lines)), "Report")
    assert asked == ["homes.html"]
    rest = list(lines)
    valid(json.loads(rest[0]), "FailedReport")
    assert len(rest) == 1
    assert rest[0].count("\n") == 1


def test_comparisons(pair: Pair, comparison: Comparison) -> None:
    broken = FailedComparison(id=None, error="line 2: not JSON")
    one = json.loads("".join(format_named("json").comparisons([(pair, comparison)], one=True, style=STYLE)))
    valid(one, "Comparison")
    assert set(one["findings"][0]["passage"]) == {"start", "end", "text"}
    many = [(pair, comparison), (None, broken)]
    valid(json.loads("".join(format_named("json").comparisons(many, one=False, style=STYLE))), "Comparisons")
    lines = list(format_named("jsonl").comparisons(many, one=False, style=STYLE))
    assert json.loads(lines[1]) == {"id": None, "error": "line 2: not JSON"}
    valid(json.loads(lines[1]), "FailedComparison")


def test_posts_and_quotations(report: Report) -> None:
    said = [FoundQuotation(text="Enough", speaker=None, cue=None, line=3)]
    line = json.loads(next(format_named("jsonl").quotations(said, style=STYLE)))
    assert line == {"text": "Enough", "speaker": None, "cue": None, "line": 3}
    valid(line, "FoundQuotation")
    valid(json.loads("".join(format_named("json").quotations(said, style=STYLE))), "Quotations")
    valid(json.loads("".join(format_named("json").posts(report.posts, style=STYLE))), "Posts")


def test_half_a_surrogate_pair_is_replaced() -> None:
    said = [FoundQuotation(text="a\ud800b", speaker=None, cue=None, line=1)]
    assert json.loads(next(format_named("jsonl").quotations(said, style=STYLE)))["text"] == "a\ufffdb"


def test_a_wrong_report_is_not_valid(report: Report) -> None:
    wrong = json.loads(msgspec.json.encode(report))
    wrong["posts"][0]["verdict"] = "fine"
    with pytest.raises(Exception, match="fine"):
        valid(wrong, "Report")


def test_the_committed_schema_is_up_to_date() -> None:
    committed = Path(__file__).parents[2] / "docs" / "schema.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == schema(), "run make docs"


def test_counting(report: Report, failed: FailedReport) -> None:
    found = summarise([report, failed, report])
    assert isinstance(found, ReportSummary)
    assert (found.sources, found.unreadable, found.posts, found.findings["note"]) == (3, 1, 4, 6)
