"""`quotecheck check`: articles in, one report out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from quotecheck.cli import options

if TYPE_CHECKING:
    from quotecheck.cli.output import Target
    from quotecheck.cli.terminal import TerminalProgress
    from quotecheck.config import Config
    from quotecheck.exit_codes import Outcome
    from quotecheck.model import FailedReport, Report


def check(
    sources: Annotated[
        list[str], Argument(metavar="SOURCE...", help="Files, folders, globs, URLs; - for stdin.", show_default=False)
    ],
    form: options.Formats = None,
    output: options.Output = None,
    config: options.ConfigFile = None,
    translator: options.TranslatorName = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    lang: options.Lang = None,
    jobs: options.Jobs = None,
    offline: options.Offline = False,
    allow_private: options.AllowPrivate = False,
    allow_unchecked: options.AllowUnchecked = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Compare articles with the posts they embed."""
    from quotecheck.cli.formats import targets
    from quotecheck.cli.output import emit_all
    from quotecheck.cli.terminal import TerminalProgress, style_for
    from quotecheck.exit_codes import Outcome

    chosen = targets(form, output)
    settings = options.settings(
        config,
        translator=translator,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        min_confidence=min_confidence,
        lang=lang,
        jobs=jobs,
        offline=offline,
        allow_private=allow_private,
        allow_unchecked=allow_unchecked,
        no_cache=no_cache,
        verbose=verbose,
    )
    outcome = Outcome()
    with TerminalProgress(quiet=quiet) as progress:
        reports = _reports(sources, settings, progress, outcome)
        one = _names_one(sources)

        def rendered(target: Target, found: Iterable[Report | FailedReport]) -> Iterator[str]:
            style = style_for(to_file=target.output is not None, verbose=settings.verbose)
            return target.form.reports(found, one=one, style=style)

        emit_all(reports, chosen, rendered)
    return outcome.code(settings.fail_on, lenient=settings.allow_unchecked)


def _reports(
    sources: Sequence[str], config: Config, progress: TerminalProgress, outcome: Outcome
) -> Iterator[Report | FailedReport]:
    """Reports as they come; what could not be read is said on stderr at once."""
    from quotecheck.cli.terminal import complain
    from quotecheck.errors import SourceError
    from quotecheck.model import FailedReport
    from quotecheck.pipeline import check_many

    for report in check_many(sources, config=config, progress=progress):
        outcome.see(report)
        progress.clear()
        if isinstance(report, FailedReport):
            named = report.error.startswith(report.source)
            complain(report.error if named else f"{report.source}: {report.error}")
        yield report
    if not outcome.read and not outcome.unread:
        raise SourceError("no article was found", where=", ".join(sources))


def _names_one(sources: Sequence[str]) -> bool:
    """Whether a single file, URL or stdin was named, and not a folder or a glob."""
    if len(sources) != 1:
        return False
    source = sources[0]
    if source == "-" or "://" in source:
        return True
    path = Path(source)
    return path.is_file() or not (path.is_dir() or any(char in source for char in "*?["))
