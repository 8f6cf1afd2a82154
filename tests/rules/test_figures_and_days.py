"""Faithful renderings on which the four rules of figures and days stay silent, and the like with one fact changed.

`figures_and_days.tsv`: language, the rule that must fire (several: one of them; - for none), post, quote, and the days
on which both were published, where they matter.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotecheck.facts import read
from quotecheck.model import Language
from quotecheck.rules import bound_changed, date_changed, number_changed, unit_changed
from quotecheck.rules.base import Case, Side

RULES = (number_changed.RULE, bound_changed.RULE, unit_changed.RULE, date_changed.RULE)
LINES = Path(__file__).with_name("figures_and_days.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def fired(lang: str, post: str, quote: str, days: list[str]) -> set[str]:
    posted, published = (date.fromisoformat(day) for day in days) if days else (None, None)

    def side(text: str, code: str, when: date | None) -> Side:
        language = Language(code=code, confidence=1.0, method="given")
        return Side(text=text, language=language, facts=read(text, code, when))

    case = Case(
        post=side(post, lang, posted), passage=side(quote, "en", published), segment=(0, len(post)), kind="quotation"
    )
    return {rule.name for rule in RULES if list(rule.check(case))}


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair[1] == "-"], ids=lambda pair: f"{pair[0]} {pair[2][:40]}"
)
def test_a_free_rendering_is_none_of_their_business(pair: list[str]) -> None:
    lang, _, post, quote, *days = pair
    assert fired(lang, post, quote, days) == set()


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair[1] != "-"], ids=lambda pair: f"{pair[0]} {pair[2][:40]}"
)
def test_a_changed_fact_is_told(pair: list[str]) -> None:
    lang, rules, post, quote, *days = pair
    assert fired(lang, post, quote, days) & set(rules.split("|"))
