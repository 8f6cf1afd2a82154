"""`quotecheck models`: translation models of this machine."""

from __future__ import annotations

import typer

app = typer.Typer(help="List, install, remove and examine models.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_() -> None:
    """List."""
