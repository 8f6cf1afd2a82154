"""The rules' own documentation, taken from their docstrings: for `quotecheck rules` and for docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from inspect import cleandoc
from pathlib import Path

from msgspec import Struct

from quotecheck.model import Severity
from quotecheck.rules.base import Rule
from quotecheck.rules.reading import languages

_ABOUT_SUPPRESSIONS = ("unused-suppression", "unexplained-suppression")

HEADINGS = ("What it does", "Examples", "What to do", "Reads")
"""The sections of every rule's docstring, each a paragraph that begins with its heading and a colon."""


class Example(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A pair on which a rule fires.

    Attributes:
        rule: its name.
        lang: language of the post (ISO 639-1).
        post, quote: the words on both sides.
        author, speaker: who wrote the post, and whom the article gives the words to, where that is the point.
    """

    rule: str
    lang: str
    post: str
    quote: str
    author: str | None = None
    speaker: str | None = None

    @property
    def said(self) -> str:
        """The post, and who wrote it where that is the point."""
        return f"{self.post} — {self.author}" if self.author else self.post

    @property
    def quoted(self) -> str:
        """The quotation, and whom it is given to where that is the point."""
        return f"{self.quote} — {self.speaker}" if self.speaker else self.quote


@cache
def examples() -> tuple[Example, ...]:
    """The examples of all rules; a test runs each."""
    import msgspec

    lines = (Path(__file__).parent / "rules" / "examples.jsonl").read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=Example) for line in lines if line.strip())


class RuleSheet(Struct, frozen=True, kw_only=True):
    """What there is to say of one rule.

    Attributes:
        name, severity, summary: as the rule has them.
        sections: (heading, text) in the docstring's order; text before the first heading has "".
        languages: ISO 639-1 codes of the languages it reads, found in the data; None where it reads them all.
        pairs: examples in several languages.
    """

    name: str
    severity: Severity
    summary: str
    sections: tuple[tuple[str, str], ...]
    languages: tuple[str, ...] | None = None
    pairs: tuple[Example, ...] = ()

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
        pairs=tuple(example for example in examples() if example.rule == rule.name),
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
            if heading == "Examples":
                lines += _table(found.pairs)
        if found.name not in _ABOUT_SUPPRESSIONS:
            comment = f"<!-- quotecheck: ignore[{found.name}] why -->"
            lines += ["", f"**To suppress it** in one place: `{comment}` ([more](configuration.md#in-an-article))."]
    return "\n".join(lines) + "\n"


def _table(pairs: Iterable[Example]) -> Iterator[str]:
    rows = [f"| {example.lang} | {example.said} | {example.quoted} |" for example in pairs]
    if rows:
        yield from ("", "| language | the post | quoted as |", "|---|---|---|", *rows)
