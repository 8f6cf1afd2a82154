"""`quotecheck models`: translation models of this machine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from quotecheck.cli import options

app = typer.Typer(help="List, install, remove and examine models.", no_args_is_help=True, rich_markup_mode=None)

Languages = Annotated[list[str], typer.Argument(metavar="LANG...", help="Language codes (es, fr, ...).")]
What = Annotated[
    list[str], typer.Argument(metavar="LANG|FILE...", help="Language codes (es, fr, ...), or .argosmodel files.")
]
Form = Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print the result.")]


@app.command("list")
def list_(form: Form = "text", output: options.Output = None, config: options.ConfigFile = None) -> None:
    """List the models that are installed."""
    from quotecheck.cli.terminal import TerminalProgress, style_for
    from quotecheck.report.layout.models import model_rows
    from quotecheck.report.layout.page import Page
    from quotecheck.translate.models import installed

    settings = options.settings(config)
    with TerminalProgress() as progress:
        found = installed(settings, progress)
    _emit(form, output, found, model_rows(Page(style_for(to_file=output is not None)), found))


@app.command("install")
def install(
    what: What, config: options.ConfigFile = None, offline: options.Offline = False, quiet: options.Quiet = False
) -> None:
    """Install Argos models: download them, or take them from files."""
    from quotecheck.cli.output import write_out
    from quotecheck.cli.terminal import TerminalProgress
    from quotecheck.translate.models import install as install_one

    settings = options.settings(config, offline=offline)
    for wanted in what:
        with TerminalProgress(quiet=quiet) as progress:
            model = install_one(wanted, settings, progress)
        if not quiet:
            write_out([f"installed {model.model} ({model.language} to {model.target}) in {model.path}\n"])


@app.command("remove")
def remove(languages: Languages, quiet: options.Quiet = False) -> None:
    """Remove installed Argos models."""
    from quotecheck.cli.output import write_out
    from quotecheck.translate.models import remove as remove_all

    for language in languages:
        for model in remove_all(language):
            if not quiet:
                write_out([f"removed {model.model} ({model.language} to {model.target})\n"])


@app.command("doctor")
def doctor(form: Form = "text", output: options.Output = None, config: options.ConfigFile = None) -> int:
    """Say what can be translated here, what is missing, and the command that gets it."""
    from importlib import import_module

    from quotecheck.align import embedders
    from quotecheck.cli.terminal import TerminalProgress, style_for
    from quotecheck.exit_codes import OK, UNCHECKED
    from quotecheck.report.layout.models import diagnosis_rows
    from quotecheck.report.layout.page import Page
    from quotecheck.translate.models import diagnose

    settings = options.settings(config)
    known = [import_module(f"{embedders.__name__}.{name}").EMBEDDER for name in embedders.PREFERRED]
    with TerminalProgress() as progress:
        found = diagnose(settings, progress, known)
    _emit(form, output, found, diagnosis_rows(Page(style_for(to_file=output is not None)), found))
    return OK if found.languages else UNCHECKED


def _emit(form: str, output: options.Output, result: object, lines: Iterable[str]) -> None:
    from quotecheck.cli.output import emit
    from quotecheck.report import format_named
    from quotecheck.report.json import pretty

    pieces = [pretty(result) + "\n"] if form == "json" else [line + "\n" for line in lines]
    emit(pieces, output, format_named(form))
