"""What `quotecheck init` writes: settings, a commit hook, and a job for the newsroom's CI, from templates."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from quotecheck import __version__
from quotecheck.errors import UsageError

Service = Literal["github", "gitlab", "jenkins"]

SETTINGS = "quotecheck.toml"
HOOK = ".pre-commit-config.yaml"
JOBS: dict[Service, tuple[str, str]] = {
    "github": (".github/workflows/quotecheck.yml", "github.yml"),
    "gitlab": (".gitlab/quotecheck.yml", "gitlab.yml"),
    "jenkins": ("quotecheck.Jenkinsfile", "Jenkinsfile"),
}
"""For each service, a file that is ours alone, and its template."""
GITLAB = ".gitlab-ci.yml"


class Draft(Struct, frozen=True):
    """A file that might be written.

    Attributes:
        path: where.
        text: what.
        mark: words that such a file has where it does what ours would; set where the file holds what others wrote too,
            so that it must not be overwritten.
    """

    path: Path
    text: str
    mark: str | None = None

    @property
    def state(self) -> Literal["new", "same", "other"]:
        """Whether there is no such file yet, one that does just this, or another one.

        Raises:
            UsageError: what is there cannot be read.
        """
        try:
            there = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return "new"
        except OSError as error:
            raise UsageError(f"cannot be read: {error.strerror or error}", where=str(self.path)) from None
        return "same" if there == self.text or (self.mark is not None and self.mark in there) else "other"

    def write(self) -> None:
        """Write it, with the folders above it.

        Raises:
            UsageError: it cannot be written.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(self.text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"cannot be written: {error.strerror or error}", where=str(self.path)) from None


def services(root: Path) -> tuple[Service, ...]:
    """The CI services that a repository is set up for; GitHub where nothing tells."""
    found: list[Service] = []
    if (root / ".github").is_dir():
        found.append("github")
    if (root / GITLAB).exists():
        found.append("gitlab")
    if (root / "Jenkinsfile").exists():
        found.append("jenkins")
    return tuple(found) or ("github",)


def drafts(root: Path, articles: Path, wanted: Sequence[Service], *, hook: bool) -> list[Draft]:
    """What to write.

    Args:
        root: of the repository.
        articles: the folder that holds the articles, in the repository.
        wanted: services to write a job for.
        hook: write a commit hook too.

    Raises:
        UsageError: the folder of the articles is not there, or not in the repository.
    """
    if not articles.is_dir():
        raise UsageError("no such folder", where=str(articles), hint="name the folder that holds the articles")
    try:
        inside = articles.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise UsageError(f"lies outside the repository {root}", where=str(articles)) from None
    if not inside.isprintable():
        raise UsageError("has a name that no CI file can hold", where=str(articles))
    found = [Draft(root / SETTINGS, _template(SETTINGS, inside))]
    if hook:
        found.append(Draft(root / HOOK, _template("pre-commit.yaml", inside), mark="id: quotecheck"))
    found += [Draft(root / JOBS[name][0], _template(JOBS[name][1], inside)) for name in wanted]
    if "gitlab" in wanted:
        found.append(Draft(root / GITLAB, f"include:\n  - local: {JOBS['gitlab'][0]}\n", mark=JOBS["gitlab"][0]))
    return found


def _template(name: str, articles: str) -> str:
    text = (Path(__file__).parent / "templates" / name).read_text(encoding="utf-8")
    pattern = "" if articles == "." else f"^{re.escape(articles)}/"
    values = {"@VERSION@": __version__, "@FOLDER@": _in_shell(articles, name), "@PATTERN@": json.dumps(pattern)}
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def _in_shell(articles: str, template: str) -> str:
    """A folder as a word of the shell, as the template's own language must write it."""
    word = shlex.quote(articles)
    # In Groovy's ''' strings, a backslash and a quote stand for themselves only after a backslash.
    return word.replace("\\", "\\\\").replace("'", "\\'") if template == "Jenkinsfile" else word
