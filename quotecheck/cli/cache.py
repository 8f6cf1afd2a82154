"""`quotecheck cache`: what is kept between runs."""

from __future__ import annotations

import typer

from quotecheck.cli import options

app = typer.Typer(help="Look after what is kept between runs.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    # Makes `clear` a command of its own: typer would otherwise take the only command for the whole group.
    pass


@app.command("clear")
def clear(config: options.ConfigFile = None, quiet: options.Quiet = False) -> None:
    """Remove all translations and embeddings kept from earlier runs."""
    from msgspec.structs import replace

    from quotecheck.cache import Cache, folder
    from quotecheck.cli.output import write_out
    from quotecheck.errors import UsageError

    settings = replace(options.settings(config), cache=True)  # what is there is removed, in use or not
    try:
        freed = Cache.open(settings).clear()
    except OSError as error:
        raise UsageError(f"cannot be cleared: {error.strerror or error}", where=str(folder(settings))) from None
    if not quiet:
        write_out([f"removed {freed:,} bytes from {folder(settings)}\n"])
