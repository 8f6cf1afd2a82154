"""`quotecheck check`: articles in, one report out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from quotecheck.cli import options

if TYPE_CHECKING:
    from quotecheck.baseline import Baseline
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
    online: options.Online = False,
    offline: options.Offline = False,
    allow_private: options.AllowPrivate = False,
    allow_unchecked: options.AllowUnchecked = False,
    no_cache: options.NoCache = False,
    baseline: options.Baseline = None,
    baseline_prune: options.BaselinePrune = False,
    since: options.Since = None,
    force_exclude: options.ForceExclude = False,
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
        online=online,
        offline=offline,
        allow_private=allow_private,
        allow_unchecked=allow_unchecked,
        no_cache=no_cache,
        force_exclude=force_exclude,
        verbose=verbose,
    )
    known = _baseline(baseline, prune=baseline_prune)
    outcome = Outcome()
    with TerminalProgress(quiet=quiet) as progress:
        reports = read_reports(sources, settings, progress, outcome, known, since)
        one = _names_one(sources) and since is None and not settings.force_exclude

        def rendered(target: Target, found: Iterable[Report | FailedReport]) -> Iterator[str]:
            style = style_for(to_file=target.output is not None, verbose=settings.verbose)
            return target.form.reports(found, one=one, style=style)

        emit_all(reports, chosen, rendered)
    if known is not None:
        _conclude(known, settings, quiet=quiet, prune=baseline_prune)
    return outcome.code(settings.fail_on, lenient=settings.allow_unchecked)


def _baseline(path: Path | None, *, prune: bool) -> Baseline | None:
    if path is None:
        if prune:
            from quotecheck.errors import UsageError

            raise UsageError("--baseline-prune needs the file it is to change", hint="name it with --baseline FILE")
        return None
    from quotecheck.baseline import Baseline

    return Baseline(path)


def _conclude(known: Baseline, config: Config, *, quiet: bool, prune: bool) -> None:
    """Say what the baseline had, and drop from it what is resolved where that is asked for."""
    from quotecheck.baseline import lines
    from quotecheck.cli.output import emit
    from quotecheck.cli.terminal import complain
    from quotecheck.report import format_named
    from quotecheck.rules import selected

    resolved = known.resolved(rule.name for rule in selected(config))
    if prune and resolved:
        emit(lines(known.without(resolved)), known.path, format_named("jsonl"))
    if quiet:
        return
    for key in sorted(resolved):
        times = f" ({resolved[key]} times)" if resolved[key] > 1 else ""
        complain(f"resolved: {key}{times}")
    gone = sum(resolved.values())
    dropped = ", dropped from it" if prune and gone else " (--baseline-prune drops them)" if gone else ""
    complain(f"{known.path}: {known.known} known, {known.new} new, {gone} resolved{dropped}")


def read_reports(
    sources: Sequence[str],
    config: Config,
    progress: TerminalProgress,
    outcome: Outcome,
    known: Baseline | None = None,
    since: str | None = None,
) -> Iterator[Report | FailedReport]:
    """Reports as they come, without the findings that are known; what could not be read is said on stderr at once."""
    from quotecheck.cli.terminal import complain
    from quotecheck.errors import SourceError
    from quotecheck.model import FailedReport
    from quotecheck.pipeline import check_many

    for report in check_many(sources, config=config, progress=progress, since=since):
        if known is not None and not isinstance(report, FailedReport):
            sifted = known.sift(report)
            report = sifted.report
            outcome.see(report, accepted=sifted.accepted)
        else:
            outcome.see(report)
        progress.clear()
        if isinstance(report, FailedReport):
            named = report.error.startswith(report.source)
            complain(report.error if named else f"{report.source}: {report.error}")
        yield report
    if not outcome.read and not outcome.unread:
        if since is not None or config.force_exclude:
            progress.tell(f"nothing to check: {_why_nothing(since)}")
            return
        raise SourceError("no article was found", where=", ".join(sources))


def _why_nothing(since: str | None) -> str:
    return f"no article has changed since {since}" if since is not None else "`exclude` leaves everything out"


def _names_one(sources: Sequence[str]) -> bool:
    """Whether a single file, URL or stdin was named, and not a folder or a glob."""
    if len(sources) != 1:
        return False
    source = sources[0]
    if source == "-" or "://" in source:
        return True
    path = Path(source)
    return path.is_file() or not (path.is_dir() or any(char in source for char in "*?["))
