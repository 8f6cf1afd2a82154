"""Which files of a folder are articles: endings, `include`, `exclude`, `.gitignore`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.config import Config
from quotecheck.errors import SourceError
from quotecheck.sources import expand
from quotecheck.sources.gitignore import GitIgnore

FILES = ("a.html", "notes.md", "drafts/b.html", "drafts/keep.html", "news/c.html", "news/c.njk", "news/old/d.html")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(source: str, config: Config) -> list[str]:
    return [Path(found.name).as_posix() for found in expand(source, config)]


def test_a_folder_without_settings(site: Path) -> None:
    assert names(".", Config()) == [name for name in FILES if not name.endswith(".njk")]


def test_include_says_what_an_article_is(site: Path) -> None:
    assert names(".", Config(include=("*.njk", "drafts"))) == ["drafts/b.html", "drafts/keep.html", "news/c.njk"]


def test_exclude_leaves_out_files_and_folders(site: Path) -> None:
    assert names(".", Config(exclude=("drafts", "*.md", "news/**/d.html"))) == ["a.html", "news/c.html"]
    assert names("news/**/*.html", Config(exclude=("news/old",))) == ["news/c.html"]


def test_patterns_start_from_the_folder_of_the_settings(site: Path) -> None:
    assert names("news", Config(exclude=("old/**",), root=site / "news")) == ["news/c.html"]


def test_a_file_that_is_named_is_read(site: Path) -> None:
    excluding = Config(exclude=("drafts",))
    assert names("drafts/b.html", excluding) == ["drafts/b.html"]
    assert names("drafts/b.html", Config(exclude=("drafts",), force_exclude=True)) == []


def test_gitignore_of_every_folder_counts_the_nearest_most(site: Path) -> None:
    (site / ".gitignore").write_text("drafts/*\nold/\n!d.html\n", encoding="utf-8")
    (site / "drafts" / ".gitignore").write_text("!keep.html\n", encoding="utf-8")
    assert names(".", Config()) == ["a.html", "notes.md", "drafts/keep.html", "news/c.html"]
    assert len(names(".", Config(respect_gitignore=False))) == 6


def test_an_ignored_folder_that_is_named_is_read(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    assert names("drafts", Config()) == ["drafts/b.html", "drafts/keep.html"]
    assert "drafts/b.html" not in names(".", Config())


def test_what_is_left_out_is_said_where_nothing_is_left(site: Path) -> None:
    with pytest.raises(SourceError, match="no articles in folder") as caught:
        names("drafts", Config(exclude=("*.html",)))
    assert "2 left out" in str(caught.value.hint)


def test_a_line_that_git_does_not_understand_is_passed_over(site: Path) -> None:
    (site / ".gitignore").write_bytes(b"!\n\xff\xfe\n*.md\n")
    assert "notes.md" not in names(".", Config())


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.slow
def test_it_says_what_git_says(tmp_path: Path) -> None:
    patterns = ["*.md", "!a.md", "/x", "x/", "y/**", "**/z.html", "b?.html", "[ab].html", "#no", "\\#yes.html", "y/*/q"]
    files = ["a.md", "x/a.html", "x/y/q", "y/q", "y/r/q", "u/x", "u/z.html", "b1.html", "a.html", "#yes.html", "w/x/k"]
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("\n".join(patterns) + "\n", encoding="utf-8")
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text("words", encoding="utf-8")
    said = subprocess.run(
        ["git", "-C", str(tmp_path), "ls-files", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        check=True,
    )
    kept = {name.decode() for name in said.stdout.split(b"\0") if name} - {".gitignore"}
    ignore = GitIgnore(str(tmp_path))

    def ours(name: str) -> bool:
        above = [str(tmp_path / parent) for parent in Path(name).parents if str(parent) != "."]
        return not any(ignore.ignores(folder, is_folder=True) for folder in above) and not ignore.ignores(
            str(tmp_path / name), is_folder=False
        )

    assert {name for name in files if ours(name)} == kept


@given(
    st.lists(st.text(alphabet="ab*?[]!/\\. #", max_size=8), max_size=6), st.text(alphabet="ab.", min_size=1, max_size=6)
)
def test_no_gitignore_breaks_it(tmp_path_factory: pytest.TempPathFactory, lines: list[str], name: str) -> None:
    folder = tmp_path_factory.mktemp("repo")
    (folder / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
    assert GitIgnore(str(folder)).ignores(str(folder / "x" / name), is_folder=False) in (True, False)
