"""`quotecheck schema`: the JSON Schema of what the JSON formats print."""

from __future__ import annotations

from quotecheck.cli import options


def schema(output: options.Output = None) -> None:
    """Print the JSON Schema of the output."""
    from quotecheck.cli.output import emit
    from quotecheck.report import format_named
    from quotecheck.schema import schema_text

    emit([schema_text()], output, format_named("json"))
