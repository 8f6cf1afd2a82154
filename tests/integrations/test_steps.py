"""The shell steps of the action and of the jobs that `init` writes, run as their services run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotecheck.scaffold import drafts

yaml = pytest.importorskip("yaml", reason="needs PyYAML, which comes with pre-commit")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None or shutil.which("bash") is None, reason="needs git and bash"),
]

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
GOOD = """<html lang="en"><body><article><h1>The quay is closed</h1>
<p>“The quay took 140 boats this winter,” Rosa Leal wrote on Friday.</p>
<blockquote class="twitter-tweet"><p lang="es">El muelle recibió 140 barcos este invierno.</p>&mdash; Rosa
Leal (@rosaleal) <a href="https://twitter.com/rosaleal/status/1790000000000000777">March 6, 2026</a></blockquote>
<p>The harbour master said that repairs will go on until the summer.</p></article></body></html>"""
BAD = GOOD.replace("took 140", "took 410")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with an old wrong article, and a new one that is not committed yet."""
    folder = tmp_path / "site"
    (folder / "news desk").mkdir(parents=True)
    (folder / "news desk" / "old.html").write_text(BAD, encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "old"]):
        who = ["-c", "user.name=Vera", "-c", "user.email=vera@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)
    (folder / "news desk" / "new.html").write_text(GOOD, encoding="utf-8")
    return folder


def step(script: str, repository: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a step's script as GitHub's runner does, with our command where the script looks for it."""
    temp = repository.parent / "temp"
    (temp / "quotecheck" / "bin").mkdir(parents=True, exist_ok=True)
    command = temp / "quotecheck" / "bin" / "quotecheck"
    if not command.exists():
        command.symlink_to(BIN / "quotecheck")
    for name in ("summary", "output"):
        (temp / name).write_text("", encoding="utf-8")
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(temp),
        "XDG_CACHE_HOME": str(temp / "cache"),
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(temp / "summary"),
        "GITHUB_OUTPUT": str(temp / "output"),
        "GITHUB_ACTIONS": "true",
        **given,
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def action_step(repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    found = next(one for one in action["runs"]["steps"] if one.get("id") == "check")
    given = {name: inputs.get(name, "") for name in found["env"]}
    return step(found["run"], repository, **given)


def results(repository: Path) -> list[str]:
    log = json.loads((repository.parent / "temp" / "quotecheck.sarif").read_text(encoding="utf-8"))
    return [result["ruleId"] for result in log["runs"][0]["results"]]


def test_the_action_fails_where_an_article_is_wrong(repository: Path) -> None:
    done = action_step(repository, PATHS="news desk\n\n", ALLOW_UNCHECKED="true")
    assert done.returncode == 1, done.stderr
    assert "::error file=news desk/old.html,line=2" in done.stdout
    assert "number-changed" in results(repository)
    assert "old.html" in (repository.parent / "temp" / "summary").read_text(encoding="utf-8")
    output = (repository.parent / "temp" / "output").read_text(encoding="utf-8")
    assert output == f"sarif={repository.parent}/temp/quotecheck.sarif\n"


def test_the_action_looks_at_what_a_pull_request_changes(repository: Path) -> None:
    done = action_step(repository, PATHS="news desk", SINCE="HEAD", ALLOW_UNCHECKED="true")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "old.html" not in done.stdout


def test_the_action_knows_a_baseline(repository: Path) -> None:
    made = subprocess.run([BIN / "quotecheck", "baseline", ".", "-q"], cwd=repository, check=False, timeout=120)
    assert made.returncode == 0
    done = action_step(repository, PATHS="news desk", BASELINE="quotecheck-baseline.jsonl", ALLOW_UNCHECKED="true")
    assert done.returncode == 0, done.stdout + done.stderr
    assert results(repository) == []


def test_what_is_given_to_the_action_runs_no_command(repository: Path) -> None:
    mark = repository.parent / "mark"
    evil = f"$(touch {mark}) `touch {mark}`; touch {mark} \" ' --help"
    for name in ("PATHS", "SINCE", "BASELINE", "FAIL_ON"):
        done = action_step(repository, **{"PATHS": "news desk", "ALLOW_UNCHECKED": "true", name: evil})
        assert done.returncode == 2, (name, done.stdout)
        assert not mark.exists()


def test_the_github_job_that_init_writes(repository: Path) -> None:
    draft = drafts(repository, repository / "news desk", ("github",), hook=False)[-1]
    job: dict[str, Any] = yaml.safe_load(draft.text)
    script = next(one["run"] for one in job["jobs"]["quotecheck"]["steps"] if one.get("name") == "Check the quotations")
    done = step(script, repository, SINCE="")
    assert done.returncode == 1, done.stderr
    assert "::error file=news desk/old.html" in done.stdout
    assert json.loads((repository / "quotecheck.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    done = step(script, repository, SINCE="HEAD")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_gitlab_job_that_init_writes(repository: Path) -> None:
    found = drafts(repository, repository / "news desk", ("gitlab",), hook=False)
    draft = next(one for one in found if one.path.name == "quotecheck.yml")
    (script,) = yaml.safe_load(draft.text)["quotecheck"]["script"]
    done = step(script, repository)
    assert done.returncode == 1, done.stderr
    assert "<failure" in (repository / "quotecheck.xml").read_text(encoding="utf-8")
    done = step(script, repository, CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_jenkins_job_that_init_writes(repository: Path) -> None:
    draft = drafts(repository, repository / "news desk", ("jenkins",), hook=False)[-1]
    # What Groovy makes of the text between ''' and ''': a backslash takes the next character as it is.
    inside = draft.text.split("sh '''")[1].split("'''")[0].replace("\\'", "'").replace("\\\\", "\\")
    script = inside[inside.index("quotecheck check") :]
    done = step(script, repository)
    assert done.returncode == 1, done.stderr
    assert "<failure" in (repository / "quotecheck.xml").read_text(encoding="utf-8")
