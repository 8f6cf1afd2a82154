"""Which files have changed since a revision, asked of a real git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from quotecheck.errors import UsageError
from quotecheck.sources.changed import Changed

pytestmark = [pytest.mark.skipif(shutil.which("git") is None, reason="needs git"), pytest.mark.slow]


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Vera", "-c", "user.email=vera@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("kept.html", "committed.html", "touched.html", "gone.html", "moved.html", "año nuevo.html"):
        (tmp_path / name).write_text(f"{name} before\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "checkout", "-qb", "story")
    (tmp_path / "committed.html").write_text("after\n", encoding="utf-8")
    git(tmp_path, "mv", "moved.html", "there.html")
    git(tmp_path, "rm", "-q", "gone.html")
    git(tmp_path, "commit", "-qam", "second")
    (tmp_path / "touched.html").write_text("after\n", encoding="utf-8")
    (tmp_path / "año nuevo.html").write_text("after\n", encoding="utf-8")
    (tmp_path / "new.html").write_text("new\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("ignored.html\n", encoding="utf-8")
    (tmp_path / "ignored.html").write_text("new\n", encoding="utf-8")
    return tmp_path


def held(folder: Path, revision: str) -> set[str]:
    changed = Changed(revision)
    return {path.name for path in folder.glob("*.html") if changed.holds(str(path))}


def test_committed_uncommitted_and_new_files_count(repository: Path) -> None:
    assert held(repository, "main") == {"committed.html", "there.html", "touched.html", "año nuevo.html", "new.html"}
    assert held(repository, "HEAD") == {"touched.html", "año nuevo.html", "new.html"}


def test_what_others_did_on_their_branch_does_not_count(repository: Path) -> None:
    (repository / "ignored.html").unlink()
    git(repository, "stash", "-q", "-u")
    git(repository, "checkout", "-q", "main")
    (repository / "kept.html").write_text("theirs\n", encoding="utf-8")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "checkout", "-q", "story")
    assert held(repository, "main") == {"committed.html", "there.html"}


def test_from_another_folder_and_through_a_link(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "site"
    link.symlink_to(repository)
    assert Changed("HEAD").holds(str(link / "touched.html"))
    assert not Changed("HEAD").holds(str(link / "kept.html"))


def test_a_revision_that_is_not_there(repository: Path) -> None:
    with pytest.raises(UsageError, match="no revision 'nowhere'") as caught:
        held(repository, "nowhere")
    assert "fetch" in str(caught.value.hint)
    with pytest.raises(UsageError, match="no revision"):
        held(repository, "--output=/tmp/x")


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="needs a git repository"):
        Changed("HEAD").holds(str(tmp_path / "a.html"))


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(UsageError, match="git, which is not installed"):
        held(repository, "HEAD")
