"""Whole comparisons where the denial stands in another clause than the one a passage renders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import quotecheck
from quotecheck.config import Config
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "fixtures" / "polarity" / "clauses.jsonl").open(encoding="utf-8")
]
FALSE_ALARMS = 2
"""Faithful rows that are flagged all the same; may only go down."""
CAUGHT = 55
"""Flipped rows that are flagged; may only go up."""


@pytest.fixture(scope="module")
def flagged() -> dict[str, int]:
    """How many rows of each kind negation-flipped fires on."""
    jobs: list[tuple[str, Pair]] = []
    for row in ROWS:
        for kind in ("faithful", "flipped"):
            quotes: list[Any] = row[kind]
            jobs += [(kind, Pair(id=row["id"], post=row["post"], quote=quote, lang=row["lang"])) for quote in quotes]
    count = {"faithful": 0, "flipped": 0}
    for (kind, _), result in zip(jobs, compare_many([pair for _, pair in jobs], config=Config()), strict=True):
        assert isinstance(result, Comparison)
        count[kind] += any(finding.rule == "negation-flipped" for finding in result.findings)
    return count


@pytest.mark.slow
def test_a_denial_in_a_clause_that_is_not_rendered_is_not_lost(flagged: dict[str, int]) -> None:
    assert flagged["faithful"] <= FALSE_ALARMS


@pytest.mark.slow
def test_a_denial_in_the_clause_that_is_rendered_is_found(flagged: dict[str, int]) -> None:
    assert flagged["flipped"] >= CAUGHT


@pytest.mark.slow
def test_a_sentence_around_the_quotation_need_not_render_every_denial(tmp_path: Path) -> None:
    post = (
        "Il 9 maggio sciopero di 6 ore contro una riforma ingiusta. "
        "Da anni i prezzi salgono e il ministero non offre nulla a chi insegna."
    )
    article = tmp_path / "strike.html"
    article.write_text(
        "<html><body><article><h1>Teachers to strike in May</h1>"
        "<p>TURIN — Italy’s teachers have called a six-hour strike for May 9 against the government’s reform.</p>"
        f'<blockquote class="twitter-tweet"><p lang="it">{post}</p>&mdash; Paolo Galli (@pgalli) '
        '<a href="https://twitter.com/pgalli/status/1234567890123">April 20, 2025</a></blockquote>'
        "<p>“For years prices have risen and the ministry offers teachers nothing,” Galli wrote.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    report = quotecheck.check(str(article))
    assert not [one for one in report.findings if one.rule == "negation-flipped"]
