"""What an audit found, in numbers: by rule, verdict, language, platform, outlet and month; what is repeated most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from quotecheck.audit.reading import Record, read
from quotecheck.audit.tables import ARTICLES, ERRORS, FINDINGS, POSTS, Cell

MOST = 15
"""Rows of a part that are shown; the rest is summed up."""

_MOST_KEPT = 50_000
"""Different divergences that are counted; in a bigger archive the rarest are dropped on the way."""


class Part(Struct, frozen=True):
    """One breakdown: its heading, and (name, count), most first."""

    heading: str
    counts: tuple[tuple[str, int], ...]


class Statistics(Struct, frozen=True, kw_only=True):
    """All that is told of an audit."""

    articles: int
    posts: int
    findings: int
    errors: int
    parts: tuple[Part, ...]


def statistics(output: Path) -> Statistics:
    """Read an audit's tables, once each.

    Raises:
        UsageError: they are not there, or are no tables of an audit.
    """
    outlets, months = Counter[str](), Counter[str]()
    articles = 0
    for row in read(output, ARTICLES):
        articles += 1
        if int(row["divergent"] or 0):
            outlets[_outlet(str(row["source"]))] += 1
            months[str(row["published"] or "no date")[:7]] += 1
    verdicts, languages, platforms = Counter[str](), Counter[str](), Counter[str]()
    for row in read(output, POSTS):
        verdicts[str(row["verdict"])] += 1
        languages[_or(row["language"], "none")] += 1
        platforms[str(row["platform"])] += 1
    rules, severities, repeated = Counter[str](), Counter[str](), Counter[str]()
    for row in read(output, FINDINGS):
        rules[str(row["rule"])] += 1
        severities[str(row["severity"])] += 1
        if row["severity"] != "note":
            repeated[_divergence(row)] += 1
            if len(repeated) > 2 * _MOST_KEPT:
                repeated = Counter(dict(repeated.most_common(_MOST_KEPT)))
    errors = Counter(str(row["error"]).split(" (", 1)[0] for row in read(output, ERRORS))
    again = Counter({what: count for what, count in repeated.items() if count > 1})
    return Statistics(
        articles=articles,
        posts=verdicts.total(),
        findings=rules.total(),
        errors=errors.total(),
        parts=tuple(
            part
            for part in (
                _part("posts by verdict", verdicts),
                _part("posts by language", languages),
                _part("posts by platform", platforms),
                _part("findings by rule", rules),
                _part("findings by severity", severities),
                _part("divergent articles by outlet", outlets),
                _part("divergent articles by month", months, by_name=True),
                _part("divergences repeated most", again),
                _part("inputs that were not checked", errors),
            )
            if part.counts
        ),
    )


def _part(heading: str, counts: Counter[str], *, by_name: bool = False) -> Part:
    ordered = sorted(counts.items(), key=lambda item: item[0] if by_name else (-item[1], item[0]))
    if by_name:
        return Part(heading, tuple(ordered[-4 * MOST :]))
    rest = sum(count for _, count in ordered[MOST:])
    shown = ordered[:MOST] + ([(f"{len(ordered) - MOST} others", rest)] if rest else [])
    return Part(heading, tuple(shown))


def _outlet(source: str) -> str:
    """The host of an address, the folder of a file."""
    if "://" in source:
        return (urlsplit(source).hostname or "no host").removeprefix("www.")
    return str(Path(source).parent)


def _divergence(row: Record) -> str:
    sides = " / ".join(str(row[side]) for side in ("post_text", "passage_text") if row[side])
    return f"{row['rule']}: {sides}"[:160]


def _or(value: Cell, otherwise: str) -> str:
    return str(value) if value else otherwise


def text(found: Statistics, width: int = 100) -> Iterator[str]:
    """Lines for a terminal, a bar for each count."""
    from quotecheck.report.layout.visible import visible

    yield _head(found)
    for part in found.parts:
        yield ""
        yield part.heading
        names = [visible(name)[: width // 2] for name, _ in part.counts]
        room = max(map(len, names))
        digits = max(len(f"{count:,}") for _, count in part.counts)
        most = max(count for _, count in part.counts)
        bar = max(4, width - room - digits - 6)
        for name, (_, count) in zip(names, part.counts, strict=True):
            yield f"  {name:{room}}  {count:>{digits},}  {'#' * max(1, round(bar * count / most))}"


def _head(found: Statistics) -> str:
    counts = (("articles", found.articles), ("posts", found.posts), ("findings", found.findings))
    return ", ".join(f"{count:,} {name}" for name, count in counts) + f", {found.errors:,} inputs not checked"


def page(found: Statistics, title: str) -> str:
    """A page by itself: no scripts, nothing from the network, charts as SVG with their numbers as text."""
    from html import escape

    from quotecheck.report.layout.visible import visible

    parts = []
    for part in found.parts:
        most = max(count for _, count in part.counts)
        bars = []
        for place, (name, count) in enumerate(part.counts):
            at = place * 24
            long = max(2, round(420 * count / most))
            shown, short = escape(visible(name)), escape(visible(name)[:60])
            bars.append(
                f'<g><title>{shown}: {count:,}</title><text x="330" y="{at + 16}" text-anchor="end">{short}</text>'
                f'<rect x="340" y="{at + 3}" width="{long}" height="17" rx="2"/>'
                f'<text x="{346 + long}" y="{at + 16}">{count:,}</text></g>'
            )
        height = 24 * len(part.counts)
        chart = f'<svg viewBox="0 0 860 {height}" role="img" aria-label="{escape(part.heading)}">{"".join(bars)}</svg>'
        parts.append(f"<h2>{escape(part.heading)}</h2>{chart}")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(visible(title))}</title><style>body{{font:15px system-ui,sans-serif;max-width:900px;"
        "margin:2em auto;padding:0 1em;color:#222;background:#fff}svg{width:100%;font-size:13px}rect{fill:#4a6fa5}"
        "text{fill:currentColor}@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}}</style></head>"
        f"<body><h1>{escape(visible(title))}</h1><p>{escape(_head(found))}</p>{''.join(parts)}</body></html>\n"
    )
