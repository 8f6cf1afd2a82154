"""What is left of findings, and the verdicts by it: suppressions, severities, settings for some paths."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import UNSET, structs

import quotecheck
from quotecheck.config import Config, PerPath
from quotecheck.errors import UsageError
from quotecheck.model import Finding, Report
from quotecheck.pipeline.settle import here

QUOTE = "<p>“We will unload every ship until the 240 workers are rehired,” Marta Solís wrote on Monday.</p>"
REST = "<p>The ferries to the islands left on time, the port authority said in the afternoon.</p>"
EMBED = """<blockquote class="twitter-tweet"><p lang="es" dir="ltr">No descargaremos ningún barco hasta que
readmitan a los 420 trabajadores.</p>&mdash; Marta Solís (@martasolis_puertos)
<a href="https://twitter.com/martasolis_puertos/status/1790000000000000102">March 3, 2026</a></blockquote>"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """No translator: what is compared then does not depend on what this machine has installed."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    return Config(translator="argos", cache_dir=tmp_path / "cache", ignore=("post-untranslated",), root=tmp_path)


def check(tmp_path: Path, config: Config, *, quote: str = "", embed: str = "", rest: str = "") -> Report:
    page = tmp_path / "page.html"
    body = "\n".join([quote, QUOTE, embed, EMBED, rest, REST])
    page.write_text(f"<html lang='en'><body><article><h1>Port strike</h1>{body}</article></body></html>", "utf-8")
    return quotecheck.check(page, config=config)


def rules(report: Report) -> list[str]:
    return [found.rule for found in report.findings]


def of(report: Report, rule: str) -> Finding:
    return next(found for found in report.findings if found.rule == rule)


def test_without_any_of_it_nothing_is_said_of_it(tmp_path: Path, config: Config) -> None:
    report = check(tmp_path, config)
    assert {"number-changed", "negation-flipped"} <= set(rules(report))
    assert report.posts[0].verdict == "divergent"
    assert report.summary.suppressed is UNSET and report.summary.known is UNSET


def test_one_rule_in_the_next_block(tmp_path: Path, config: Config) -> None:
    before = check(tmp_path, config)
    report = check(tmp_path, config, quote="<!-- quotecheck: ignore[number-changed] she said 240 on the phone -->")
    assert rules(report) == [rule for rule in rules(before) if rule != "number-changed"]
    assert report.summary.suppressed == 1
    assert sum(report.summary.findings.values()) == len(report.findings)
    assert report.posts[0].verdict == "divergent"


@pytest.mark.parametrize("where", ["quote", "embed"])
def test_all_rules_on_either_side(tmp_path: Path, config: Config, where: str) -> None:
    report = check(tmp_path, config, **{where: "<!-- quotecheck: ignore seen by the desk -->"})
    assert not {"number-changed", "negation-flipped"} & set(rules(report))
    assert report.posts[0].verdict == "match"
    assert report.summary.verdicts["match"] == 1


def test_the_whole_file(tmp_path: Path, config: Config) -> None:
    report = check(tmp_path, config, rest="<!-- quotecheck: ignore-file[number-changed, negation-flipped] seen -->")
    assert not {"number-changed", "negation-flipped", "unused-suppression"} & set(rules(report))


def test_elsewhere_it_suppresses_nothing_and_that_is_said(tmp_path: Path, config: Config) -> None:
    report = check(tmp_path, config, rest="<!-- quotecheck: ignore[number-changed] seen -->")
    assert {"number-changed", "unused-suppression"} <= set(rules(report))
    found = of(report, "unused-suppression")
    assert found.severity == "note"
    assert "nothing of number-changed is found there" in found.message
    assert found.passage is not None
    assert (found.passage.kind, found.passage.text) == ("comment", "<!-- quotecheck: ignore[number-changed] seen -->")
    assert report.summary.suppressed == 0


def test_a_name_that_no_rule_has_gets_the_right_one(tmp_path: Path, config: Config) -> None:
    report = check(tmp_path, config, quote="<!-- quotecheck: ignore[numbr-changed, number-changed] seen -->")
    message = of(report, "unused-suppression").message
    assert "there is no rule 'numbr-changed' (did you mean number-changed?)" in message
    assert rules(report).count("unused-suppression") == 1


def test_nothing_is_said_of_rules_that_did_not_run(tmp_path: Path, config: Config) -> None:
    narrow = structs.replace(config, select=("bound-changed", "unused-suppression"))
    report = check(tmp_path, narrow, quote="<!-- quotecheck: ignore[number-changed] x --><!-- quotecheck: ignore -->")
    assert rules(report) == []


def test_a_reason_can_be_asked_for(tmp_path: Path, config: Config) -> None:
    mark = "<!-- quotecheck: ignore[number-changed] -->"
    assert "unexplained-suppression" not in rules(check(tmp_path, config, quote=mark))
    strict = structs.replace(config, require_reason=True)
    report = check(tmp_path, strict, quote=mark)
    assert of(report, "unexplained-suppression").severity == "warning"
    assert "number-changed" not in rules(report)
    assert "unexplained-suppression" not in rules(check(tmp_path, strict, quote=mark.replace("]", "] seen")))


def test_a_severity_counts_before_the_verdict(tmp_path: Path, config: Config) -> None:
    notes = dict.fromkeys(rules(check(tmp_path, config)), "note")
    report = check(tmp_path, structs.replace(config, severity=notes))
    assert {found.severity for found in report.findings} == {"note"}
    assert report.posts[0].verdict == "match"
    assert report.summary.findings == {"error": 0, "warning": 0, "note": len(report.findings)}


def test_findings_stay_worst_first(tmp_path: Path, config: Config) -> None:
    report = check(tmp_path, structs.replace(config, severity={"number-changed": "warning"}))
    order = ["error", "warning", "note"]
    places = [order.index(found.severity) for found in report.findings]
    assert places == sorted(places)
    assert of(report, "number-changed").severity == "warning"


def test_settings_for_some_paths(tmp_path: Path, config: Config) -> None:
    there = PerPath(paths=("*.html",), ignore=("number-changed",), severity={"negation-flipped": "note"})
    report = check(tmp_path, structs.replace(config, per_path=(there,)))
    assert "number-changed" not in rules(report)
    assert of(report, "negation-flipped").severity == "note"
    assert report.summary.suppressed is UNSET
    elsewhere = structs.replace(config, per_path=(structs.replace(there, paths=("opinion/**",)),))
    assert "number-changed" in rules(check(tmp_path, elsewhere))


def test_several_settings_add_up_and_the_last_severity_holds(tmp_path: Path) -> None:
    config = Config(
        root=tmp_path,
        severity={"name-changed": "note"},
        per_path=(
            PerPath(paths=("a/**",), ignore=("date-changed",), severity={"unit-changed": "note"}),
            PerPath(paths=("a/b/**",), ignore=("scope-changed",), severity={"unit-changed": "warning"}),
        ),
    )
    assert here(str(tmp_path / "a" / "b" / "c.md"), config) == (
        {"date-changed", "scope-changed"},
        {"name-changed": "note", "unit-changed": "warning"},
    )
    assert here("https://example.com/a/b/c", config) == (set(), {"name-changed": "note"})


def test_compare_takes_severities_too(config: Config) -> None:
    post, quote = "Hay 20 heridos en Lugo.", "There are 30 injured in Lugo."
    assert quotecheck.compare(post, quote, lang="es", config=config).verdict == "divergent"
    mild = structs.replace(config, severity={"number-changed": "note"})
    result = quotecheck.compare(post, quote, lang="es", config=mild)
    assert [found.severity for found in result.findings if found.rule == "number-changed"] == ["note"]
    assert result.verdict != "divergent"


@pytest.mark.parametrize(
    "wrong",
    [
        Config(severity={"numbr-changed": "note"}),
        Config(per_path=(PerPath(paths=("*",), ignore=("numbr-changed",)),)),
        Config(per_path=(PerPath(paths=("*",), severity={"numbr-changed": "note"}),)),
    ],
)
def test_rules_that_do_not_exist_are_errors(tmp_path: Path, wrong: Config) -> None:
    with pytest.raises(UsageError, match="did you mean number-changed"):
        check(tmp_path, wrong)
