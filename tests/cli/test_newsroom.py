"""The installed command in a newsroom: suppressions, a baseline, and which settings hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMAND = str(Path(sys.executable).with_name("quotecheck"))
ARTICLE = """<html lang="en"><head><title>Hundreds die in Valencia</title></head><body><article>
<h1>Hundreds die in Valencia</h1>
<p>The mayor of the city spoke to reporters on Monday evening after a long day of rescue work in the old town.</p>
{mark}<p>"More than {number} people died on Monday in Valencia," said the mayor, Luis Pardo.</p>
<blockquote class="twitter-tweet"><p lang="es" dir="ltr">Más de 300 personas murieron el lunes en Valencia, según el
alcalde Luis Pardo.</p>&mdash; Radio Turia (@radioturia)
<a href="https://twitter.com/radioturia/status/1790000000000000001">May 13, 2024</a></blockquote>
<p>Rescue teams from three neighbouring provinces were on their way, the regional government said.</p>
</article></body></html>
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    (folder / "news").mkdir(parents=True)
    return folder


@pytest.fixture
def run(tmp_path: Path, work: Path) -> Run:
    home = tmp_path / "home"
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "XDG_CACHE_HOME": str(home / "cache"),
    }

    def call(*arguments: str, cwd: Path = work) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            env={**environ, "ARGOS_PACKAGES_DIR": str(home / "none")},
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    return call


def put(path: Path, *, number: int = 900, mark: str = "") -> None:
    path.write_text(ARTICLE.format(number=number, mark=mark), encoding="utf-8")


CHECK = ("check", "--offline", "--translator", "argos", "--ignore", "post-untranslated")


@pytest.mark.slow
def test_a_suppression_decides_the_exit_code_and_is_counted(run: Run, work: Path) -> None:
    put(work / "a.html")
    assert run(*CHECK, "a.html").returncode == 1
    put(work / "a.html", mark="<!-- quotecheck: ignore[number-changed] as the police said -->\n")
    done = run(*CHECK, "a.html", "--format", "json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert report["summary"]["suppressed"] == 1
    assert report["posts"][0]["verdict"] == "match"
    assert "1 suppressed" in run(*CHECK, "a.html").stdout
    several = json.loads(run(*CHECK, ".", "--format", "json").stdout)
    assert several["summary"]["suppressed"] == 1


@pytest.mark.slow
def test_the_report_has_no_new_field_where_nothing_of_it_is_used(run: Run, work: Path) -> None:
    put(work / "a.html")
    report = json.loads(run(*CHECK, "a.html", "--format", "json").stdout)
    assert set(report["summary"]) == {"posts", "verdicts", "findings"}


@pytest.mark.slow
def test_an_asked_for_reason_and_an_unused_suppression(run: Run, work: Path) -> None:
    (work / "quotecheck.toml").write_text("require-reason = true\n", encoding="utf-8")
    put(work / "a.html", number=300, mark="<!-- quotecheck: ignore[number-chnged] -->")
    done = run(*CHECK, "a.html", "--fail-on", "warning")
    assert done.returncode == 1
    words = " ".join(done.stdout.split())
    assert "unexplained-suppression" in words
    assert "there is no rule 'number-chnged' (did you mean number-changed?)" in words


@pytest.mark.slow
def test_a_baseline_from_writing_to_pruning(run: Run, work: Path) -> None:
    put(work / "news" / "a.html")
    written = run("baseline", "news", *CHECK[1:], "--output", "known.jsonl")
    assert (written.returncode, written.stdout) == (0, "")
    text = (work / "known.jsonl").read_text("utf-8")
    assert (
        '{"path":"news/a.html","rule":"number-changed","post":"Más de 300","passage":"More than 900","count":1}' in text
    )

    same = run(*CHECK, "news", "--baseline", "known.jsonl", "--format", "json")
    assert same.returncode == 0
    assert json.loads(same.stdout)["reports"][0]["findings"] == []
    assert json.loads(same.stdout)["summary"]["known"] == len(text.splitlines()) - 1
    assert "0 new, 0 resolved" in same.stderr

    put(work / "news" / "a.html", mark="\n\n\n")  # other lines, the same words
    elsewhere = run(*CHECK, "a.html", "--baseline", "../known.jsonl", cwd=work / "news")
    assert elsewhere.returncode == 0

    put(work / "news" / "a.html", number=800)
    changed = run(*CHECK, "news", "--baseline", "known.jsonl")
    assert changed.returncode == 1
    assert "resolved: news/a.html: number-changed: “Más de 300” / “More than 900”" in changed.stderr
    assert (work / "known.jsonl").read_text("utf-8") == text

    pruned = run(*CHECK, "news", "--baseline", "known.jsonl", "--baseline-prune", "--quiet")
    assert (pruned.returncode, pruned.stderr) == (1, "")
    assert (work / "known.jsonl").read_text("utf-8") == "".join(
        line for line in text.splitlines(keepends=True) if "number-changed" not in line
    )


def test_wrong_usage_of_a_baseline(run: Run, work: Path) -> None:
    put(work / "a.html")
    missing = run(*CHECK, "a.html", "--baseline", "none.jsonl")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "none.jsonl: cannot be read" in missing.stderr
    alone = run(*CHECK, "a.html", "--baseline-prune")
    assert alone.returncode == 2
    assert "--baseline FILE" in alone.stderr
    nothing = run("baseline", "none.html", "--offline")
    assert nothing.returncode == 2
    assert not (work / "quotecheck-baseline.jsonl").exists()


@pytest.mark.slow
def test_settings_for_some_paths_go_by_the_settings_file(run: Run, work: Path) -> None:
    text = '[severity]\nname-missing = "warning"\n[[per-path]]\npaths = ["news/**"]\nignore = ["number-changed"]\n'
    (work / "quotecheck.toml").write_text(text, encoding="utf-8")
    put(work / "news" / "a.html")
    put(work / "b.html")
    assert run(*CHECK, "news/a.html").returncode == 0
    assert run(*CHECK, "a.html", cwd=work / "news").returncode == 0
    assert run(*CHECK, "b.html").returncode == 1
    shown = run("config", "a.html", "--fail-on", "note", cwd=work / "news").stdout
    assert "# per-path of ../quotecheck.toml" in shown
    assert 'fail-on = "note"' in shown and "# command line" in shown
    told = json.loads(run("config", "--format", "json").stdout)
    assert told["severity"] == {"value": {"name-missing": "warning"}, "origin": "quotecheck.toml:1"}
    assert told["fail-on"] == {"value": "error", "origin": "default"}


def test_a_misspelt_setting_is_named(run: Run, work: Path) -> None:
    (work / "quotecheck.toml").write_text("[severty]\n", encoding="utf-8")
    done = run("config")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean severity?" in done.stderr
    (work / "quotecheck.toml").write_text('[severity]\nnumber-chnged = "note"\n', encoding="utf-8")
    assert "did you mean number-changed?" in run("config").stderr
