"""Patterns of paths, as arguments and settings write them: `news/**`, `*.md`."""

from __future__ import annotations

import re

_MAGIC = re.compile(r"[*?\[]")


def is_pattern(source: str) -> bool:
    """Whether a source has wildcards in it."""
    return _MAGIC.search(source) is not None


def fits(path: str, pattern: str) -> bool:
    """Whether a path (with slashes) is one that a pattern names.

    Args:
        path: relative to the folder that the pattern starts from, or an address.
        pattern: `*` and `?` stand for anything but a slash, `[ab]` for one of these, `**` for any folders. Without a
            slash it is about the last part of the path; one that names a folder is about everything in it.
    """
    pattern = pattern.removeprefix("./").rstrip("/")
    wanted = re.compile(regex(pattern))
    if "/" not in pattern and wanted.fullmatch(path.rsplit("/", 1)[-1]):
        return True
    if wanted.fullmatch(path):
        return True
    return not is_pattern(pattern.rsplit("/", 1)[-1]) and re.match(regex(f"{pattern}/"), path) is not None


def regex(pattern: str) -> str:
    """The regular expression that fits what a pattern names."""
    out: list[str] = []
    at = 0
    while at < len(pattern):
        if pattern.startswith("**/", at):
            if not out or out[-1] != "(?:[^/]+/)*":
                out.append("(?:[^/]+/)*")
            at += 3
        elif pattern.startswith("**", at):
            out.append(".*")
            at += 2
        elif pattern[at] == "*":
            out.append("[^/]*")
            at += 1
        elif pattern[at] == "?":
            out.append("[^/]")
            at += 1
        elif pattern[at] == "[" and (close := pattern.find("]", at + 2)) > 0:
            inside = pattern[at + 1 : close].replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^")
            out.append(f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]")
            at = close + 1
        else:
            out.append(re.escape(pattern[at]))
            at += 1
    return "".join(out)
