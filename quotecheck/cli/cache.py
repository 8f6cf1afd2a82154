"""`quotecheck cache`: what is kept between runs."""

from __future__ import annotations

import typer

app = typer.Typer(help="Look after what is kept between runs.", no_args_is_help=True, rich_markup_mode=None)


@app.command("clear")
def clear() -> None:
    """Throw it all away."""
