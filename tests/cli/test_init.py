"""`quotecheck init`: what is written, and what is left as it is."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from quotecheck import __version__
from quotecheck.settings import load

pytestmark = pytest.mark.slow

COMMAND = str(Path(sys.executable).with_name("quotecheck"))


def init(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, "init", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "content").mkdir()
    return tmp_path


def written(site: Path) -> set[str]:
    found = (path.relative_to(site) for path in site.rglob("*") if path.is_file())
    return {path.as_posix() for path in found}


def test_a_new_repository(site: Path) -> None:
    done = init(site, "content")
    assert done.returncode == 0, done.stderr
    assert written(site) == {"quotecheck.toml", ".pre-commit-config.yaml", ".github/workflows/quotecheck.yml"}
    load(site / "quotecheck.toml")
    job = (site / ".github" / "workflows" / "quotecheck.yml").read_text(encoding="utf-8")
    assert f"quotecheck-multilingual=={__version__}" in job
    assert "-- content\n" in job


def test_the_root_of_the_repository_gets_the_files(site: Path) -> None:
    assert init(site / "content").returncode == 0
    assert written(site / "content") == set()
    assert "-- content\n" in (site / ".github" / "workflows" / "quotecheck.yml").read_text(encoding="utf-8")


def test_a_second_time_changes_nothing(site: Path) -> None:
    init(site, "content")
    done = init(site, "content")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["unchanged"] * 3


def test_the_services_that_a_repository_uses(site: Path) -> None:
    (site / ".gitlab-ci.yml").write_text("stages: [test]\n", encoding="utf-8")
    (site / "Jenkinsfile").write_text("pipeline {}\n", encoding="utf-8")
    done = init(site, "--no-hook")
    assert written(site) == {
        ".gitlab-ci.yml",
        ".gitlab/quotecheck.yml",
        "Jenkinsfile",
        "quotecheck.Jenkinsfile",
        "quotecheck.toml",
    }
    assert (site / ".gitlab-ci.yml").read_text(encoding="utf-8") == "stages: [test]\n"
    assert "local: .gitlab/quotecheck.yml" in done.stdout


def test_what_others_wrote_is_kept(site: Path) -> None:
    (site / "quotecheck.toml").write_text('fail-on = "note"\n', encoding="utf-8")
    (site / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    done = init(site, "--ci", "none")
    assert done.returncode == 0
    assert "--force overwrites it" in done.stdout and "id: quotecheck" in done.stdout
    assert (site / "quotecheck.toml").read_text(encoding="utf-8") == 'fail-on = "note"\n'
    assert init(site, "--ci", "none", "--force").returncode == 0
    assert (site / "quotecheck.toml").read_text(encoding="utf-8") != 'fail-on = "note"\n'
    assert (site / ".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"


@pytest.mark.parametrize(("answer", "kept"), [("n", True), ("", True), ("y", False)])
def test_a_person_is_asked(answer: str, kept: bool, site: Path) -> None:
    (site / "quotecheck.toml").write_text('fail-on = "note"\n', encoding="utf-8")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [COMMAND, "init", "--ci", "none", "--no-hook"],
        cwd=site,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        out, err = running.communicate(timeout=60)
    os.close(ours)
    assert running.returncode == 0
    assert "Overwrite" in err
    assert ("kept" in out) == kept
    assert ((site / "quotecheck.toml").read_text(encoding="utf-8") == 'fail-on = "note"\n') == kept


@pytest.mark.parametrize(
    ("options", "says"), [(["nowhere"], "no such folder"), (["--ci", "gihub"], "did you mean github?")]
)
def test_mistakes(options: list[str], says: str, site: Path) -> None:
    done = init(site, *options)
    assert done.returncode == 2
    assert says in done.stderr and done.stderr.count("\n") == 1
    assert written(site) == set()


def test_a_folder_outside_the_repository(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (site / "link").symlink_to(outside)
    done = init(site, "link")
    assert done.returncode == 2 and "lies outside the repository" in done.stderr
