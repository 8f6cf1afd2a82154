"""`--format`, which may be given several times: what is written, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotecheck.cli.output import Target
from quotecheck.errors import UsageError
from quotecheck.report import format_named

DEFAULT = "text"


def targets(given: Sequence[str] | None, output: Path | None) -> tuple[Target, ...]:
    """The formats that were asked for: NAME is printed, or goes to `--output`; NAME=FILE goes to that file.

    Raises:
        UsageError: a format does not exist, two of them have one destination, or `--output` has no format of its own.
    """
    found = tuple(_target(asked, output) for asked in given or (DEFAULT,))
    printed = [asked for asked in found if not asked.to_file]
    if len(printed) > 1:
        names = " and ".join(asked.form.name for asked in printed)
        raise UsageError(f"{names} cannot both be printed", hint="write one to a file: --format NAME=FILE")
    if output is not None and not any(asked.output == output for asked in found):
        raise UsageError("--output has no format of its own", hint=f"add --format {DEFAULT}, or leave --output out")
    _refuse_shared_files(found)
    return found


def _target(asked: str, output: Path | None) -> Target:
    name, mark, file = asked.partition("=")
    form = format_named(name)
    if mark and not file:
        raise UsageError(f"--format {asked} names no file", hint=f"write --format {name}=FILE")
    return Target(form=form, output=Path(file) if mark else output)


def _refuse_shared_files(found: Sequence[Target]) -> None:
    taken: dict[Path, Target] = {}
    for asked in found:
        if asked.output is None or not asked.to_file:
            continue
        place = asked.output.resolve()
        if place in taken:
            names = f"{taken[place].form.name} and {asked.form.name}"
            raise UsageError(f"{names} cannot both be written to one file", where=str(asked.output))
        taken[place] = asked
