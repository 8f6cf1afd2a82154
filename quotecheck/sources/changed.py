"""Which files have changed since a revision, as git tells."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

from quotecheck.errors import UsageError

_WAIT_S = 120


class Changed:
    """The files that differ from where a revision branched off, and those that git does not know yet.

    What counts is the file as it lies there, committed or not. git is asked once for each repository.

    Args:
        revision: a branch, a tag or a commit: `origin/main`, `HEAD~3`.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._roots: dict[Path, Path] = {}
        self._changed: dict[Path, frozenset[Path]] = {}

    def holds(self, name: str) -> bool:
        """Whether a file is one of them.

        Raises:
            UsageError: git is not installed, the file lies in no repository, or the repository has no such revision.
        """
        path = Path(os.path.realpath(name))
        root = self._root(path.parent)
        if root not in self._changed:
            self._changed[root] = self._found(root)
        return path in self._changed[root]

    def _root(self, folder: Path) -> Path:
        if folder not in self._roots:
            try:
                said = _git(folder, "rev-parse", "--show-toplevel")
            except _Refused as error:
                raise UsageError(
                    f"--since needs a git repository: {error}", where=str(folder), hint="leave --since out"
                ) from None
            self._roots[folder] = Path(os.path.realpath(os.fsdecode(said.rstrip(b"\r\n"))))
        return self._roots[folder]

    def _found(self, root: Path) -> frozenset[Path]:
        try:
            commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{self._revision}^{{commit}}")
        except _Refused:
            raise UsageError(
                f"git knows no revision {self._revision!r}",
                where=str(root),
                hint="in CI, fetch the history too (fetch-depth: 0)",
            ) from None
        base = os.fsdecode(commit.strip())
        with suppress(_Refused):  # no common history, or none was fetched: then the revision itself is the measure
            base = os.fsdecode(_git(root, "merge-base", base, "HEAD").strip()) or base
        try:
            differ = _git(root, "diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", base, "--")
            unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
        except _Refused as error:
            raise UsageError(f"git cannot tell what has changed: {error}", where=str(root)) from None
        names = (differ + unknown).split(b"\0")
        return frozenset(Path(os.path.realpath(root / os.fsdecode(name))) for name in names if name)


class _Refused(Exception):
    """git ended with an error, and said this."""


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.quotepath=off", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_WAIT_S, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise UsageError(
            "--since needs git, which is not installed", hint="install git, or leave --since out"
        ) from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _Refused(str(error)) from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _Refused(lines[-1] if lines else f"git {arguments[0]} ended with {done.returncode}")
    return done.stdout
