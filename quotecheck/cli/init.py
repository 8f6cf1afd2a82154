"""`quotecheck init`: settings, a commit hook and a CI job, written into a newsroom's repository."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import indent
from typing import Annotated

from typer import Argument, Option, confirm


def init(
    articles: Annotated[
        Path, Argument(metavar="[FOLDER]", help="The folder that holds the articles.", show_default="the current one")
    ] = Path(),
    ci: Annotated[
        list[str] | None,
        Option("--ci", help="Write a job for this service; may be repeated. Default: what the repository uses."),
    ] = None,
    hook: Annotated[bool, Option("--hook/--no-hook", help="Write a hook for pre-commit.")] = True,
    force: Annotated[bool, Option("--force", help="Overwrite files that are there, without asking.")] = False,
) -> int:
    """Set a repository up: settings, a commit hook, a job for CI."""
    from quotecheck.cli.output import write_out
    from quotecheck.errors import UsageError
    from quotecheck.paths import repository
    from quotecheck.report.layout.visible import visible
    from quotecheck.scaffold import JOBS, drafts, services
    from quotecheck.suggest import did_you_mean

    for name in ci or ():
        if name not in (*JOBS, "none"):
            hint = did_you_mean(name, (*JOBS, "none"), otherwise=f"there are {', '.join(JOBS)} and none")
            raise UsageError(f"--ci {name}: no such service", hint=hint)
    root = repository(articles) or articles.absolute()
    wanted = services(root) if ci is None else [name for name in JOBS if name in ci]
    for draft in drafts(root, articles, wanted, hook=hook):
        state = draft.state
        shown = visible(str(draft.path))
        if state == "other" and draft.mark is not None:
            write_out([f"kept       {shown}; add this to it:\n", indent(draft.text, "    ")])
            continue
        if state == "other" and not force and not (sys.stdin.isatty() and confirm(f"Overwrite {shown}?", err=True)):
            write_out([f"kept       {shown} (--force overwrites it)\n"])
            continue
        if state != "same":
            draft.write()
        write_out([f"{ {'new': 'written', 'same': 'unchanged', 'other': 'overwritten'}[state]:10} {shown}\n"])
    return 0
