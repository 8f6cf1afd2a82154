"""`quotecheck quotes`: the quotations of an article and their speakers."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from quotecheck.cli import options


def quotes(
    source: Annotated[str, Argument(metavar="SOURCE", help="A file or a URL; - for stdin.", show_default=False)],
    form: options.FormatName = "text",
    output: options.Output = None,
    config: options.ConfigFile = None,
    offline: options.Offline = False,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List an article's quotations and speakers."""
    from quotecheck.cli.output import emit
    from quotecheck.cli.terminal import style_for
    from quotecheck.pipeline import find_quotations
    from quotecheck.report import format_named

    chosen = format_named(form)
    settings = options.settings(config, offline=offline, allow_private=allow_private, verbose=verbose)
    found = find_quotations(source, config=settings)
    emit(chosen.quotations(found, style=style_for(to_file=output is not None, verbose=verbose)), output, chosen)
