"""The command line: one file a command, no logic. Each command parses its options and calls the package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from quotecheck import __version__
from quotecheck.cli import (
    audit,
    baseline,
    cache,
    check,
    compare,
    config,
    init,
    models,
    posts,
    quotes,
    rules,
    schema,
    stats,
)

app = typer.Typer(
    name="quotecheck",
    help="Does the article's English quotation say what the embedded foreign post says?",
    epilog="Exit codes: 0 fine; 1 a finding at or above --fail-on; 2 wrong usage, or nothing could be read; "
    "3 something could not be checked; 130 interrupted.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> None:
    # A lone --version never gets here: it is answered before typer is imported.
    if version:
        typer.echo(f"quotecheck {__version__}")
        raise typer.Exit


app.command("check")(check.check)
app.command("baseline")(baseline.baseline)
app.command("init")(init.init)
app.command("compare")(compare.compare)
app.command("audit")(audit.audit)
app.command("stats")(stats.stats)
app.command("posts")(posts.posts)
app.command("quotes")(quotes.quotes)
app.command("config")(config.config)
app.command("rules")(rules.rules)
app.command("schema")(schema.schema)
app.add_typer(models.app, name="models")
app.add_typer(cache.app, name="cache")


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code.

    Raises:
        QuotecheckError: wrong usage; nothing could be read.
        KeyboardInterrupt: the user pressed Ctrl-C.
    """
    from quotecheck.cli.output import ReaderGone
    from quotecheck.exit_codes import INTERRUPTED, OK, PIPE_CLOSED

    try:
        code = app(list(arguments), prog_name="quotecheck", standalone_mode=False)
    except ReaderGone:
        return PIPE_CLOSED
    except Exception as error:
        shown = getattr(error, "show", None)  # typer's own errors of usage know how to show themselves
        if shown is None or not hasattr(error, "exit_code"):
            raise
        shown()
        return int(error.exit_code)
    if code == INTERRUPTED:  # typer turns Ctrl-C into this
        raise KeyboardInterrupt
    return code if isinstance(code, int) else OK
