"""`quotecheck config`: which settings hold, and where each comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from quotecheck.cli import options


def config(
    path: Annotated[
        str | None,
        Argument(metavar="[PATH]", help="Show what holds for this article, per-path settings too.", show_default=False),
    ] = None,
    form: Annotated[Literal["text", "json"], Option("--format", "-f", help="How to print them.")] = "text",
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
    verbose: options.Verbose = False,
) -> None:
    """Show the settings that hold, as a settings file, and where each comes from."""
    import msgspec

    from quotecheck.cli.output import emit
    from quotecheck.origins import as_toml, origins, per_path
    from quotecheck.report import format_named
    from quotecheck.settings import nearest

    file = config or nearest(Path.cwd())
    settings, given = options.resolved(
        file,
        translator=translator,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        lang=lang,
        min_confidence=min_confidence,
        jobs=jobs,
        online=online,
        offline=offline,
        allow_private=allow_private,
        allow_unchecked=allow_unchecked,
        no_cache=no_cache,
        verbose=verbose,
    )
    holds, because = per_path(settings, path, file) if path is not None and file is not None else (settings, {})
    found = origins(holds, file=file, given=tuple(given), also=because)
    if form == "json":
        told = {one.key: {"value": one.value, "origin": one.origin} for one in found}
        text = msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"
        emit([text], output, format_named("json"))
    else:
        emit(as_toml(found), output, format_named("json"))
