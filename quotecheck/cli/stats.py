"""`quotecheck stats`: what an audit found, in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option


def stats(
    output: Annotated[
        Path, Argument(metavar="OUT", help="The file that the audit's --output named.", show_default=False)
    ],
    html: Annotated[
        Path | None, Option("--html", help="Write a page with charts to this file too.", metavar="FILE")
    ] = None,
) -> None:
    """Sum an audit up: by rule, language, platform, outlet, month."""
    from quotecheck.audit.stats import page, statistics, text
    from quotecheck.cli.output import emit, write_out
    from quotecheck.cli.terminal import style_for
    from quotecheck.report import format_named

    found = statistics(output)
    write_out(f"{line}\n" for line in text(found, style_for(to_file=False).width))
    if html is not None:
        emit([page(found, f"Audit {output.name}")], html, format_named("json"))
