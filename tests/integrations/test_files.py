"""The files for CI services keep to the services' own schemas."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotecheck.scaffold import JOBS, drafts

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def keeps_to(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action() -> None:
    keeps_to("github-actions", ROOT / "action.yml")


def test_a_wrong_file_is_seen(tmp_path: Path) -> None:
    (tmp_path / "action.yml").write_text("name: x\nruns:\n  using: composite\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        keeps_to("github-actions", tmp_path / "action.yml")


@pytest.mark.parametrize("folder", [".", "content", 'it\'s news: #1 & "more"'])
def test_the_jobs_that_init_writes(folder: str, tmp_path: Path) -> None:
    articles = tmp_path / folder
    articles.mkdir(exist_ok=True)
    for draft in drafts(tmp_path, articles, tuple(JOBS), hook=True):
        draft.write()
    keeps_to("github-workflows", tmp_path / ".github" / "workflows" / "quotecheck.yml")
    keeps_to("gitlab-ci", tmp_path / ".gitlab" / "quotecheck.yml")
    keeps_to("gitlab-ci", tmp_path / ".gitlab-ci.yml")
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(tmp_path / ".pre-commit-config.yaml")]
    subprocess.run(command, check=True, timeout=120)


def test_the_hook_that_pre_commit_reads() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    subprocess.run(command, check=True, timeout=120)
