"""`quotecheck baseline`: what is found today, kept so that later runs show only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from quotecheck.cli import options


def baseline(
    sources: Annotated[
        list[str], Argument(metavar="SOURCE...", help="Files, folders, globs, URLs; - for stdin.", show_default=False)
    ],
    output: Annotated[Path, Option("--output", "-o", help="The file to write; - for stdout.", metavar="FILE")] = Path(
        "quotecheck-baseline.jsonl"
    ),
    config: options.ConfigFile = None,
    translator: options.TranslatorName = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    min_confidence: options.MinConfidence = None,
    lang: options.Lang = None,
    jobs: options.Jobs = None,
    offline: options.Offline = False,
    allow_private: options.AllowPrivate = False,
    allow_unchecked: options.AllowUnchecked = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> int:
    """Write what is found now to a file, for `check --baseline`."""
    from quotecheck.baseline import Collector, lines
    from quotecheck.cli.check import read_reports
    from quotecheck.cli.output import emit
    from quotecheck.cli.terminal import TerminalProgress, complain
    from quotecheck.exit_codes import ERROR, OK, UNCHECKED, Outcome
    from quotecheck.model import FailedReport
    from quotecheck.report import format_named

    settings = options.settings(
        config,
        translator=translator,
        select=select,
        ignore=ignore,
        min_confidence=min_confidence,
        lang=lang,
        jobs=jobs,
        offline=offline,
        allow_private=allow_private,
        allow_unchecked=allow_unchecked,
        no_cache=no_cache,
    )
    to_file = str(output) != "-"
    found = Collector(output.absolute().parent if to_file else Path.cwd())
    outcome = Outcome()
    with TerminalProgress(quiet=quiet) as progress:
        for report in read_reports(sources, settings, progress, outcome):
            if not isinstance(report, FailedReport):
                found.add(report)
    if outcome.read == 0:
        return ERROR
    counts = found.counts
    emit(lines(counts), output if to_file else None, format_named("jsonl"))
    if to_file and not quiet:
        complain(f"{output}: {sum(counts.values())} findings are known from now on")
    return UNCHECKED if outcome.unread and not settings.allow_unchecked else OK
