"""The hook, run by pre-commit itself from a local clone, in an environment that it builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("git") is None, reason="needs git")]

ROOT = Path(__file__).parents[2]
PARTS = ("quotecheck", "pyproject.toml", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml")
GOOD = """<html lang="en"><body><article><h1>The quay is closed</h1>
<p>“The quay took 140 boats this winter,” Rosa Leal wrote on Friday.</p>
<blockquote class="twitter-tweet"><p lang="es">El muelle recibió 140 barcos este invierno.</p>&mdash; Rosa
Leal (@rosaleal) <a href="https://twitter.com/rosaleal/status/1790000000000000777">March 6, 2026</a></blockquote>
<p>The harbour master said that repairs will go on until the summer.</p></article></body></html>"""


def commit(folder: Path) -> None:
    who = ["-c", "user.name=Vera", "-c", "user.email=vera@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, clone / name)
    commit(clone)
    site = tmp_path / "site"
    site.mkdir()
    (site / "right.html").write_text(GOOD, encoding="utf-8")
    (site / "left-out.html").write_text(GOOD.replace("took 140", "took 410"), encoding="utf-8")
    (site / "notes.py").write_text("print('no article')\n", encoding="utf-8")
    (site / "quotecheck.toml").write_text('exclude = ["left-out.html"]\n', encoding="utf-8")
    commit(site)
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(clone), "quotecheck", "--all-files", "--verbose"]
        return subprocess.run(
            command, cwd=site, env=environment, capture_output=True, text=True, timeout=600, check=False
        )

    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "right.html" in done.stdout and "left-out.html" not in done.stdout
    (site / "wrong.html").write_text(GOOD.replace("took 140", "took 410"), encoding="utf-8")
    subprocess.run(["git", "add", "-A"], cwd=site, check=True)
    done = run()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "number-changed" in done.stdout and "notes.py" not in done.stdout
