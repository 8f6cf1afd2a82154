"""`quotecheck audit`: very many articles, into tables."""

from __future__ import annotations

import os
import shlex
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from quotecheck.cli import options


def audit(
    inputs: Annotated[
        list[str],
        Argument(
            metavar="INPUT...",
            help="Files, folders, globs, URLs; lists of URLs, JSONL, Parquet, sitemaps, feeds, WARC; - for stdin.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        Option(
            "--output",
            "-o",
            help="The table of posts: .parquet, .jsonl, .csv; or .sqlite for all tables. Also s3://BUCKET/KEY.",
            metavar="FILE",
        ),
    ],
    kind: Annotated[
        str,
        Option("--kind", help="What the inputs are: article, urls, jsonl, parquet, feed, warc, wacz.", metavar="KIND"),
    ] = "auto",
    columns: Annotated[
        str | None,
        Option("--map", help="Columns of rows: html=BODY,text=PLAIN,url=LINK,id=KEY.", metavar="NAME=COLUMN,..."),
    ] = None,
    resume: Annotated[bool, Option("--resume", help="Go on with an audit that was stopped.")] = False,
    restart: Annotated[bool, Option("--restart", help="Begin anew, whatever was done before.")] = False,
    shown: Annotated[
        str,
        Option("--progress", help="auto: a line on a terminal, a line a while in a log; json; none.", metavar="HOW"),
    ] = "auto",
    metrics: Annotated[
        Path | None, Option("--metrics", help="Write counters for Prometheus to this file.", metavar="FILE")
    ] = None,
    engine: Annotated[
        str, Option("--engine", help="local: processes of this machine; ray: a Ray cluster.", metavar="NAME")
    ] = "local",
    ray_address: Annotated[
        str | None,
        Option(
            "--ray-address",
            help="The Ray cluster; without it, one of its own on this machine.",
            metavar="HOST:PORT",
            envvar="RAY_ADDRESS",
        ),
    ] = None,
    config: options.ConfigFile = None,
    translator: options.TranslatorName = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    lang: options.Lang = None,
    jobs: Annotated[
        int | None, Option("--jobs", "-j", help="Processes.", min=1, show_default="as many as cores")
    ] = None,
    online: options.Online = False,
    offline: options.Offline = False,
    allow_private: options.AllowPrivate = False,
    allow_unchecked: options.AllowUnchecked = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> int:
    """Check very many articles; the result is tables. Stopped at any moment, it can go on where it was."""
    from quotecheck.audit import Plan, run
    from quotecheck.audit.inputs import KINDS, Reading
    from quotecheck.audit.inputs.rows import mapping
    from quotecheck.audit.store import is_stored, workplace
    from quotecheck.audit.watch import Watch
    from quotecheck.cli.terminal import TerminalProgress, complain
    from quotecheck.errors import UsageError

    settings = options.settings(
        config,
        translator=translator,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        min_confidence=min_confidence,
        lang=lang,
        jobs=jobs or _cores(),
        online=online,
        offline=offline,
        allow_private=allow_private,
        allow_unchecked=allow_unchecked,
        no_cache=no_cache,
    )
    chosen = next((one for one in KINDS if one == kind), None)
    if chosen is None:
        raise UsageError(f"--kind {kind}: there is no such kind", hint=f"it is one of {', '.join(KINDS)}")
    how = next((one for one in ("auto", "json", "none") if one == shown), None)
    if how is None:
        raise UsageError(f"--progress {shown} is not understood", hint="it is auto, json or none")
    if resume and restart:
        raise UsageError("--resume and --restart contradict each other", hint="leave one of them out")
    reading = Reading(config=settings, kind=chosen, columns=mapping(columns))
    plan = Plan(
        inputs=tuple(inputs),
        output=workplace(output) if is_stored(output) else Path(output),
        stored=output if is_stored(output) else None,
        reading=reading,
        engine=engine,
        ray_address=ray_address,
        resume=resume,
        restart=restart,
    )

    def say(line: str) -> None:
        print(line if how == "json" else f"quotecheck: {line}", file=sys.stderr, flush=True)

    with TerminalProgress(quiet=quiet) as progress:
        watch = Watch(
            progress,
            say,
            shown="none" if quiet and how == "auto" else how,
            terminal=sys.stderr is not None and sys.stderr.isatty(),
            metrics=metrics,
        )
        try:
            outcome = run(plan, progress, watch)
        except KeyboardInterrupt:
            progress.clear()
            given = [word for word in sys.argv[1:] if word not in ("--resume", "--restart")]
            complain(f"stopped; to go on: {shlex.join(['quotecheck', *given, '--resume'])}")
            raise
        finally:
            if plan.stored is not None:
                with suppress(OSError):  # there is something to go on with
                    plan.output.parent.rmdir()
    if not quiet:
        complain(f"{output}: {outcome.read} articles, {outcome.unread} that could not be read or checked")
    return outcome.code(settings.fail_on, lenient=settings.allow_unchecked)


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
