"""Which rule reads which language."""

from __future__ import annotations

import pytest

from quotecheck.facts import language_data, readable
from quotecheck.rulebook import markdown, sheet
from quotecheck.rules import all_rules
from quotecheck.rules.base import Rule
from quotecheck.rules.reading import languages

RULES = {rule.name: rule for rule in all_rules()}


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.needs], ids=lambda rule: rule.name)
def test_a_rule_reads_only_languages_that_have_its_data(rule: Rule) -> None:
    found = languages(rule)
    assert found is not None
    assert {"en", "es"} <= set(found)
    for lang in found:
        assert rule.needs <= readable(lang)
        assert rule.tables <= language_data.load(lang).keys()


def test_a_language_without_a_file_is_read_by_no_rule_that_needs_data() -> None:
    assert not any("tlh" in (languages(rule) or ()) for rule in RULES.values())


def test_a_rule_without_data_reads_every_language() -> None:
    assert languages(RULES["hidden-characters"]) is None
    assert sheet(RULES["hidden-characters"]).reads == "every language"


def test_the_pages_show_them() -> None:
    one = sheet(RULES["scope-changed"])
    assert one.reads == ", ".join(one.languages or ())
    assert f"Languages: {one.reads}." in markdown([one])
