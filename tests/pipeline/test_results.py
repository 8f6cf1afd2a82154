"""What was checked before is said again, unless anything that it depends on has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from quotecheck.config import Config, PerPath
from quotecheck.errors import SourceError
from quotecheck.model import SCHEMA_VERSION, FailedReport, Report, Translation
from quotecheck.pipeline import Unreadable, check_item, check_raw, results
from quotecheck.pipeline.found import tool
from quotecheck.pipeline.workbench import Workbench
from quotecheck.pipeline.workers import Workers
from quotecheck.progress import Silent
from quotecheck.sources.source import RawSource

PAGE = """<html lang="en"><body><article><h1>The quay is closed</h1>
<p>“The quay took 410 boats this winter,” Rosa Leal wrote on Friday.</p>
<blockquote class="twitter-tweet"><p lang="es">El muelle recibió 140 barcos este invierno.</p>&mdash; Rosa
Leal (@rosaleal) <a href="https://twitter.com/rosaleal/status/1790000000000000777">March 6, 2026</a></blockquote>
<p>The harbour master said that repairs will go on until the summer.</p></article></body></html>"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    return Config(translator="argos", cache_dir=tmp_path / "cache", root=tmp_path)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Names of the sources that were really checked."""
    from quotecheck.pipeline import article

    names: list[str] = []
    real = article.check_document

    def counting(name: str, *args: object) -> Report:
        names.append(name)
        return real(name, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(article, "check_document", counting)
    yield names


def run(config: Config, *, name: str = "a.html", page: str = PAGE) -> Report:
    with Workbench(config) as bench:
        return check_raw(RawSource(name=name, data=page.encode()), bench)


def test_an_unchanged_article_is_not_checked_again(config: Config, checked: list[str]) -> None:
    first, second = run(config), run(config)
    assert first == second
    assert "number-changed" in {found.rule for found in first.findings}
    assert checked == ["a.html"]


def test_it_may_have_moved(config: Config, checked: list[str]) -> None:
    first, second = run(config), run(config, name="news/b.html")
    assert second == structs.replace(first, source="news/b.html")
    assert checked == ["a.html"]


@pytest.mark.parametrize(
    "change",
    [
        {"ignore": ("name-missing",)},
        {"select": ("number-changed",)},
        {"min_confidence": 0.5},
        {"lang": "pt"},
        {"translator": "apertium"},
        {"severity": {"number-changed": "note"}},
        {"require_reason": True},
        {"cache": False},
    ],
    ids=lambda change: next(iter(change)),
)
def test_other_settings_are_another_check(change: dict[str, object], config: Config, checked: list[str]) -> None:
    run(config)
    run(structs.replace(config, **change))
    assert len(checked) == 2


def test_settings_that_say_nothing_of_the_report_do_not_count(config: Config, checked: list[str]) -> None:
    run(config)
    run(structs.replace(config, fail_on="note", offline=True, jobs=2, allow_unchecked=True))
    assert len(checked) == 1


def test_settings_for_some_paths_count_there(config: Config, checked: list[str]) -> None:
    run(config)
    per_path = (PerPath(paths=("opinion/**",), ignore=("number-changed",)),)
    there = structs.replace(config, per_path=per_path)
    run(there)
    assert len(checked) == 1
    report = run(there, name=str(Path(config.root or "") / "opinion" / "a.html"))
    assert len(checked) == 2
    assert "number-changed" not in {found.rule for found in report.findings}


def test_another_byte_is_another_article(config: Config, checked: list[str]) -> None:
    run(config)
    report = run(config, page=PAGE.replace("140", "410"))
    assert len(checked) == 2
    assert "number-changed" not in {found.rule for found in report.findings}


def test_another_program_checks_anew(config: Config, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run(config)
    monkeypatch.setattr(results, "program", lambda: "another")
    run(config)
    assert len(checked) == 2


def test_a_broken_entry_is_checked_anew(config: Config, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(results.zlib, "compress", lambda data, level: b"not what zlib writes")
        run(config)
    run(config)
    run(config)
    assert len(checked) == 2


def test_what_a_failing_engine_left_out_is_tried_again(
    config: Config, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from quotecheck.errors import TranslatorError
    from quotecheck.translate import Translators

    def failing(self: Translators, texts: list[str], lang: str, names: object = ()) -> list[Translation | None]:
        self._warned.add(str(TranslatorError("died")))
        return [None for _ in texts]

    with monkeypatch.context() as patched:
        patched.setattr(Translators, "translate", failing)
        run(config)
    run(config)
    assert len(checked) == 2


def test_the_code_of_a_checkout_is_told_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "quotecheck"
    (package / "pipeline").mkdir(parents=True)
    (package / "rules.py").write_text("A = 1\n")
    monkeypatch.setattr(results, "__file__", str(package / "pipeline" / "results.py"))
    before = results._code()
    assert results._code() == before
    (package / "rules.py").write_text("A = 12\n")
    assert results._code() != before


def test_the_code_of_an_installed_package_is_told_by_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quotecheck" / "pipeline").mkdir(parents=True)
    info = tmp_path / "quotecheck_multilingual-0.1.0.dist-info"
    info.mkdir()
    monkeypatch.setattr(results, "__file__", str(tmp_path / "quotecheck" / "pipeline" / "results.py"))
    (info / "RECORD").write_text("quotecheck/a.py,sha256=aaa,10\nbin/quotecheck,sha256=bbb,9\n")
    before = results._code()
    (info / "RECORD").write_text("bin/quotecheck,sha256=ccc,9\nquotecheck/a.py,sha256=aaa,10\n")
    assert results._code() == before
    (info / "RECORD").write_text("quotecheck/a.py,sha256=ddd,10\n")
    assert results._code() != before


def unreadable(number: int) -> Unreadable:
    return Unreadable(name=str(number), error=SourceError("is not there"))


def told(number: int) -> FailedReport:
    return FailedReport(schema_version=SCHEMA_VERSION, tool=tool(), source=str(number), error="known")


def test_what_is_known_starts_no_process() -> None:
    workers: Workers[Unreadable, FailedReport | Report] = Workers(check_item, Config(jobs=2), Silent())
    tasks = [unreadable(number) for number in range(5)]
    found = list(workers.ordered(tasks, known=lambda task: told(int(task.name))))
    assert found == [(task, told(int(task.name))) for task in tasks]
    assert workers._running is None


@pytest.mark.slow
def test_what_is_known_keeps_its_place() -> None:
    workers: Workers[Unreadable, FailedReport | Report] = Workers(check_item, Config(jobs=2), Silent())
    known = {str(number): told(number) for number in range(9) if number % 3}
    found = list(workers.ordered(map(unreadable, range(9)), known=lambda task: known.get(task.name)))
    assert [report.source for _, report in found if isinstance(report, FailedReport)] == [str(n) for n in range(9)]
    assert [task.name in known for task, _ in found] == [
        isinstance(report, FailedReport) and report.error == "known" for _, report in found
    ]
