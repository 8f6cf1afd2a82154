"""The rules' own documentation, taken from their docstrings: for `quotecheck rules` and for docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import cleandoc

from msgspec import Struct

from quotecheck.model import Severity
from quotecheck.rules.base import Rule
from quotecheck.rules.reading import languages

HEADINGS = ("What it does", "Examples", "What to do", "Reads")
"""The sections of every rule's docstring, each a paragraph that begins with its heading and a colon."""


class RuleSheet(Struct, frozen=True, kw_only=True):
    """What there is to say of one rule.

    Attributes:
        name, severity, summary: as the rule has them.
        sections: (heading, text) in the docstring's order; text before the first heading has "".
        languages: ISO 639-1 codes of the languages it reads, found in the data; None where it reads them all.
    """

    name: str
    severity: Severity
    summary: str
    sections: tuple[tuple[str, str], ...]
    languages: tuple[str, ...] | None = None

    @property
    def reads(self) -> str:
        """Its languages, for people."""
        return "every language" if self.languages is None else ", ".join(self.languages)


def sheet(rule: Rule) -> RuleSheet:
    """The sheet of one rule."""
    return RuleSheet(
        name=rule.name,
        severity=rule.severity,
        summary=rule.summary,
        sections=_sections(cleandoc(type(rule).__doc__ or "")),
        languages=languages(rule),
    )


def _sections(documentation: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, list[str]]] = []
    for paragraph in documentation.split("\n\n"):
        heading = next((name for name in HEADINGS if paragraph.lstrip().startswith(f"{name}:")), "")
        words = " ".join(paragraph.split())
        if heading:
            found.append((heading, [words[len(heading) + 1 :].strip()]))
        elif found:
            found[-1][1].append(words)
        elif words:
            found.append(("", [words]))
    return tuple((heading, "\n\n".join(texts)) for heading, texts in found)


def markdown(sheets: Iterable[RuleSheet]) -> str:
    """The rules as one Markdown page."""
    sheets = list(sheets)
    lines = [
        "# The rules",
        "",
        "Generated from the rules' docstrings by `make docs`; edit those. `quotecheck rules NAME` shows the same.",
        "",
        "| rule | severity | fires when |",
        "|---|---|---|",
        *(f"| [`{found.name}`](#{found.name}) | {found.severity} | {found.summary} |" for found in sheets),
    ]
    for found in sheets:
        lines += ["", f"## {found.name}", "", f"Severity: {found.severity}. Languages: {found.reads}."]
        for heading, text in found.sections:
            first = text[:1].upper() + text[1:]
            lines += ["", f"**{heading}.** {first}" if heading else first]
    return "\n".join(lines) + "\n"
