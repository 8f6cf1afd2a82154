"""The command as it is installed: options, errors of usage, start-up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import quotecheck

COMMAND = [sys.executable, "-m", "quotecheck"]


def run(*arguments: str, cwd: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **environ},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(option: str) -> None:
    done = run(option)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"quotecheck {quotecheck.__version__}\n", "")


def test_version_imports_nothing_that_is_heavy() -> None:
    code = (
        "import sys; sys.argv = ['quotecheck', '--version']\n"
        "from quotecheck.__main__ import main\n"
        "main(); print(sorted({'typer', 'msgspec', 'rich', 'numpy', 'quotecheck.cli'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_loads_no_engine() -> None:
    code = (
        "import sys; sys.argv = ['quotecheck', 'check', '--help']\n"
        "from quotecheck.__main__ import main\n"
        "main(); print(sorted({'numpy', 'httpx', 'selectolax', 'rapidfuzz', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in ("check", "compare", "posts", "quotes", "models", "rules", "cache", "schema"):
        assert f"\n  {command} " in done.stdout


def test_no_arguments_show_the_help() -> None:
    done = run()
    assert done.returncode == 2
    assert "Usage: quotecheck" in done.stdout + done.stderr


CONTRACT = ["--format", "--output", "--config", "--translator", "--select", "--ignore", "--fail-on", "--offline"]
CONTRACT += ["--quiet", "--verbose", "--lang", "--jobs", "--min-confidence", "--allow-unchecked", "--allow-private"]
CONTRACT += ["--no-cache"]


@pytest.mark.parametrize("command", ["check", "compare"])
def test_the_options_of_the_contract(command: str) -> None:
    text = run(command, "--help", COLUMNS="200").stdout
    for option in CONTRACT:
        assert option in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "x.html", "--format", "jsn"], "unknown format 'jsn' (did you mean json?)"),
        (["check", "x.html", "--select", "number-chnged"], "did you mean number-changed?"),
        (["check", "x.html", "--ignore", "post-unmatched,numbr-changed"], "did you mean number-changed?"),
        (["check", "x.html", "--fail-on", "loud"], "--fail-on"),
        (["check", "x.html", "--min-confidence", "2"], "--min-confidence"),
        (["check", "x.html", "--lang", "12"], "no language code"),
        (["check", "x.html", "--config", "none.toml"], "none.toml: cannot be read: No such file"),
        (["check"], "SOURCE"),
        (["chek"], "chek"),
        (["compare", "--post", "hola"], "--quote missing"),
        (["compare"], "--post and --quote missing"),
        (["compare", "--post", "a", "--quote", "b", "--input", "c"], "--input cannot be used together"),
        (["compare", "--post", " ", "--quote", "b"], "--post is empty"),
        (["compare", "--input", "none.jsonl"], "none.jsonl: cannot be read: No such file"),
        (["rules", "number-chnged"], "did you mean number-changed?"),
        (["models", "remove", "tlh"], "tlh"),
    ],
)
def test_errors_of_usage_are_one_clear_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_post_that_is_not_utf8_is_refused() -> None:
    done = subprocess.run(
        [*map(os.fsencode, COMMAND), b"compare", b"--post", b"\xff\xfe", b"--quote", b"x"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"--post is not UTF-8" in done.stderr


def test_a_misspelt_key_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_text("fail-onn = 'error'\n")
    done = run("check", "x.html", cwd=tmp_path)
    assert done.returncode == 2
    assert "no setting 'fail-onn' (did you mean fail-on?)" in done.stderr


def test_rules_are_listed_and_explained() -> None:
    listed = run("rules", "--format", "json")
    names = {rule["name"] for rule in json.loads(listed.stdout)["rules"]}
    assert {"number-changed", "bound-changed", "name-changed", "negation-flipped", "post-unmatched"} <= names
    explained = run("rules", "post-unmatched")
    assert "what it does" in explained.stdout
    assert explained.returncode == 0


def test_the_schema_is_printed() -> None:
    done = run("schema")
    assert "Report" in json.loads(done.stdout)["$defs"]


def test_an_unexpected_error_is_one_line_and_a_traceback_only_on_request() -> None:
    code = (
        "import sys; sys.argv = ['quotecheck', 'rules']\n"
        "import quotecheck.cli\n"
        "def broken(arguments): raise ZeroDivisionError('deep\\x1b[2J inside')\n"
        "quotecheck.cli.run = broken\n"
        "from quotecheck.__main__ import main\n"
        "sys.exit(main())"
    )
    plain = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert plain.returncode == 2
    assert plain.stderr.startswith("quotecheck: this is a bug in quotecheck (ZeroDivisionError: deep\\x1b[2J inside)")
    assert plain.stderr.count("\n") == 1
    loud = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QUOTECHECK_DEBUG": "1"},
    )
    assert loud.returncode == 2
    assert "Traceback" in loud.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_who_leaves_is_not_an_error() -> None:
    with subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_output_survives_a_terminal_that_speaks_ascii() -> None:
    done = run("rules", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
