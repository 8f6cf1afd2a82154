"""Every command in the README, the tutorial and the page of formats runs, and every link leads somewhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")

# Pages of docs/ whose commands are run.
RUN = ("tutorial", "formats", "configuration", "ci", "online", "audit")

# What a command may exit with; 0 where it is not named. Those that install something are not run here.
CODES = {"--fail-on": {0, 1}, "audit": {0, 1, 3}, "compare --": {0, 1, 3}, "check": {0, 1, 3}, "models doctor": {0, 3}}


def _blocks(language: str) -> list[tuple[str, str]]:
    return [
        (page.name, block)
        for page in (ROOT / "README.md", *(ROOT / "docs" / f"{name}.md" for name in RUN))
        for kind, block in FENCE.findall(page.read_text(encoding="utf-8"))
        if kind == language
    ]


def _commands() -> list[str]:
    lines = [line.strip() for _, block in _blocks("sh") for line in block.splitlines()]
    return [line for line in dict.fromkeys(lines) if line.startswith("quotecheck ") and "models install" not in line]


def _environ(home: Path) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "XDG_CACHE_HOME": str(home / "cache"), "HOME": str(home)}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the fixtures where a clone has them."""
    shutil.copytree(ROOT / "fixtures" / "articles", tmp_path / "fixtures" / "articles")
    pair = {"id": 1, "post": "Hay 20 heridos en Lugo.", "quote": "There are 20 injured in Lugo.", "lang": "es"}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(pair) + "\n", encoding="utf-8")
    for arguments in ("init -q", "add -A", "-c user.name=Vera -c user.email=vera@example.org commit -qm articles"):
        subprocess.run(["git", *arguments.split()], cwd=tmp_path, check=True)
    (tmp_path / "known.jsonl").write_text('{"quotecheck_baseline":1}\n', encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="the commands are for a POSIX shell")
@pytest.mark.parametrize("command", _commands())
def test_commands_run(command: str, clone: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=clone,
        env=_environ(clone),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    allowed = next((codes for part, codes in CODES.items() if part in command), {0})
    assert done.returncode in allowed, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("page", "code"), _blocks("python"))
def test_python_runs(page: str, code: str, clone: Path) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=clone, env=_environ(clone), check=True, capture_output=True)


@pytest.mark.parametrize("text", [block for _, block in _blocks("toml")])
def test_settings_are_settings(text: str, tmp_path: Path) -> None:
    from quotecheck.rules import check_names
    from quotecheck.settings import load

    (tmp_path / "quotecheck.toml").write_text(text, encoding="utf-8")
    config = load(tmp_path / "quotecheck.toml")
    check_names(config.rule_names())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "write_docs.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_dependency_has_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for requirement in wanted:
        name = re.split(r"[<>=;\[ ]", requirement)[0]
        assert f"`{name}`" in page, name


def test_pinned_requirements_name_no_index() -> None:
    for page in ROOT.glob("requirements*.txt"):
        text = page.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "index-url" not in text
