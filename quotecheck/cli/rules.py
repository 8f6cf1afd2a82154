"""`quotecheck rules`: what each rule means."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from quotecheck.cli import options


def rules(
    name: Annotated[str | None, Argument(metavar="[NAME]", help="Explain this rule.", show_default=False)] = None,
    form: options.FormatName = "text",
    output: options.Output = None,
) -> None:
    """List the rules, or explain one."""
    from quotecheck.cli.output import emit
    from quotecheck.cli.terminal import style_for
    from quotecheck.report import format_named
    from quotecheck.rulebook import sheet
    from quotecheck.rules import all_rules, check_names

    if name is not None:
        check_names([name])
    found = [rule for rule in all_rules() if name in (None, rule.name)]
    chosen = format_named(form)
    style = style_for(to_file=output is not None, verbose=name is not None)
    emit(chosen.rules([sheet(rule) for rule in found], style=style), output, chosen)
