"""Several formats at once: where each goes, and what is refused before any work is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from quotecheck.cli.formats import targets
from quotecheck.cli.output import Target, emit_all
from quotecheck.errors import UsageError
from quotecheck.report import format_named, format_names

COMMAND = [sys.executable, "-m", "quotecheck"]


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "XDG_CACHE_HOME": str(cwd / "cache")}
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environ, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    lines = [
        {"id": 1, "post": "There were 20 injured in Lugo.", "quote": "There were 30 injured in Lugo.", "lang": "en"},
        {"id": 2, "post": "Rain is expected in Lugo.", "quote": "Rain is expected in Lugo.", "lang": "en"},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def asked(given: list[str] | None, output: str | None = None) -> list[tuple[str, str | None]]:
    found = targets(given, Path(output) if output else None)
    return [(target.form.name, str(target.output) if target.output else None) for target in found]


# ------------------------------------------------------------------------------------------------ what is asked for


def test_where_each_format_goes() -> None:
    assert asked(None) == [("text", None)]
    assert asked(None, "out.txt") == [("text", "out.txt")]
    assert asked(["json"], "-") == [("json", "-")]
    assert asked(["sarif=a.sarif", "github", "csv=b=c.csv"]) == [
        ("sarif", "a.sarif"),
        ("github", None),
        ("csv", "b=c.csv"),
    ]
    assert asked(["json", "junit=j.xml"], "out.json") == [("json", "out.json"), ("junit", "j.xml")]
    assert asked(["sarif=-", "text=t.txt"]) == [("sarif", "-"), ("text", "t.txt")]


@pytest.mark.parametrize(
    ("given", "output", "said"),
    [
        (["text", "json"], None, "text and json cannot both be printed"),
        (["text=-", "json"], None, "text and json cannot both be printed"),
        (["text", "json"], "out", "text and json cannot both be written to one file"),
        (["sarif=a", "junit=./a"], None, "sarif and junit cannot both be written to one file"),
        (["sarif=out", "json"], "out", "sarif and json cannot both be written to one file"),
        (["sarif=a"], "out", "--output has no format of its own"),
        (["sarif="], None, "names no file"),
        (["srif=a"], None, "did you mean sarif"),
        (["text", "marckdown"], None, "did you mean markdown"),
    ],
)
def test_what_cannot_be_is_refused(given: list[str], output: str | None, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asked(given, output)


def test_the_help_names_every_format(tmp_path: Path) -> None:
    text = " ".join(run("check", "--help", cwd=tmp_path).stdout.split())
    assert set(format_names()) >= {"text", "json", "jsonl", "sarif", "github", "junit", "markdown", "csv"}
    assert ", ".join(format_names()) in text


# ------------------------------------------------------------------------------------------------------ how it goes


def test_no_format_runs_ahead(tmp_path: Path) -> None:
    given: list[int] = []
    taken = {"text": 0, "json": 0}

    def results() -> Iterator[int]:
        for number in range(50):
            given.append(number)
            assert max(taken.values()) - min(taken.values()) <= 1
            yield number

    def render(target: Target, found: Iterable[int]) -> Iterator[str]:
        name = target.form.name
        for number in found:
            taken[name] += 1
            if name == "text":
                yield from (f"{number} ", "and ", "more\n")
            else:
                yield ""
        yield "end\n"

    files = [Target(form=format_named(name), output=tmp_path / name) for name in taken]
    emit_all(results(), files, render)
    assert given == list(range(50))
    assert (tmp_path / "text").read_text().splitlines() == [*(f"{number} and more" for number in range(50)), "end"]
    assert (tmp_path / "json").read_text() == "end\n"


def test_a_run_that_fails_leaves_no_file(tmp_path: Path) -> None:
    def results() -> Iterator[int]:
        yield 1
        raise KeyboardInterrupt

    def render(target: Target, found: Iterable[int]) -> Iterator[str]:
        for number in found:
            yield str(number)

    (tmp_path / "json").write_text("before")
    files = [Target(form=format_named(name), output=tmp_path / name) for name in ("json", "csv")]
    with pytest.raises(KeyboardInterrupt):
        emit_all(results(), files, render)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("json", "before")]


def test_a_wrong_folder_is_told_before_the_work_begins(tmp_path: Path) -> None:
    def results() -> Iterator[int]:
        raise AssertionError("asked for")
        yield 1

    def render(target: Target, found: Iterable[int]) -> Iterator[str]:
        for number in found:
            yield str(number)

    good = Target(form=format_named("json"), output=tmp_path / "good")
    bad = Target(form=format_named("csv"), output=tmp_path / "no" / "bad")
    with pytest.raises(UsageError, match=r"bad: cannot be written: No such file"):
        emit_all(results(), [good, bad], render)
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------------------------- the command itself


@pytest.mark.slow
def test_one_run_writes_them_all_and_each_as_it_would_alone(pairs: Path, tmp_path: Path) -> None:
    names = ("json", "jsonl", "csv", "junit", "markdown")
    several = [f"--format={name}={name}.out" for name in names]
    done = run("compare", "--input", str(pairs), "--format", "text", *several, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "number-changed" in done.stdout
    assert "2 pairs: 1 divergent, 1 match" in done.stdout
    alone = run("compare", "--input", str(pairs), "--format", "json", cwd=tmp_path)
    assert (tmp_path / "json.out").read_text(encoding="utf-8") == alone.stdout
    assert all((tmp_path / f"{name}.out").stat().st_size > 100 for name in names)
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


@pytest.mark.slow
def test_a_file_that_cannot_be_written_is_one_clear_line(pairs: Path, tmp_path: Path) -> None:
    done = run("compare", "--input", str(pairs), "-f", "text", "-f", "csv=no/such.csv", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "quotecheck: no/such.csv: cannot be written: No such file or directory\n"


@pytest.mark.slow
def test_a_format_without_a_form_is_told_before_any_file(pairs: Path, tmp_path: Path) -> None:
    done = run("compare", "--input", str(pairs), "-f", "csv=a.csv", "-f", "sarif=a.sarif", cwd=tmp_path)
    assert done.returncode == 2
    assert "the format sarif has no form for compare" in done.stderr
    assert not (tmp_path / "a.csv").exists()
