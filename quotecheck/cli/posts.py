"""`quotecheck posts`: the embedded posts of an article, as found."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from quotecheck.cli import options


def posts(
    source: Annotated[str, Argument(metavar="SOURCE", help="A file or a URL; - for stdin.", show_default=False)],
    form: options.FormatName = "text",
    output: options.Output = None,
    config: options.ConfigFile = None,
    lang: options.Lang = None,
    online: options.Online = False,
    offline: options.Offline = False,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List the posts that an article embeds."""
    from quotecheck.cli.output import emit
    from quotecheck.cli.terminal import style_for
    from quotecheck.pipeline import find_posts
    from quotecheck.report import format_named

    chosen = format_named(form)
    settings = options.settings(
        config, lang=lang, online=online, offline=offline, allow_private=allow_private, verbose=verbose
    )
    found = find_posts(source, config=settings)
    emit(chosen.posts(found, style=style_for(to_file=output is not None, verbose=verbose)), output, chosen)
