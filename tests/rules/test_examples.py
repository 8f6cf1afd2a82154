"""Every example in the rules' pages does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.config import Config
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many
from quotecheck.rulebook import Example, examples, markdown, sheet
from quotecheck.rules import all_rules
from quotecheck.rules.base import AlignmentRule

pytestmark = pytest.mark.slow

NOTES = {"content-missing", "content-added", "name-missing", "name-added", "post-untranslated"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Example, set[str]]:
    pairs = [
        Pair(post=one.post, quote=one.quote, lang=one.lang, author=one.author, speaker=one.speaker)
        for one in examples()
    ]
    results = compare_many(pairs, config=Config(cache_dir=tmp_path_factory.mktemp("cache")))
    return {
        one: {finding.rule for finding in result.findings}
        for one, result in zip(examples(), results, strict=True)
        if isinstance(result, Comparison)
    }


@pytest.mark.parametrize("example", examples(), ids=lambda one: f"{one.rule}-{one.lang}")
def test_the_rule_fires_and_no_other(example: Example, found: dict[Example, set[str]]) -> None:
    assert example.rule in found[example]
    assert found[example] - NOTES <= {example.rule}


def test_every_rule_that_compares_has_examples() -> None:
    with_examples = {one.rule for one in examples()}
    assert {rule.name for rule in all_rules() if isinstance(rule, AlignmentRule)} <= with_examples
    assert with_examples <= {rule.name for rule in all_rules()}


def test_they_can_be_written_in_a_table(tmp_path: Path) -> None:
    assert not any("|" in one.post + one.quote for one in examples())
    page = markdown(sheet(rule) for rule in all_rules())
    assert all(one.post in page and one.quote in page for one in examples())
