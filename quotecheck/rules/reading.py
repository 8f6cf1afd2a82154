"""Which languages each rule can read, computed from the data files, so that no list goes stale."""

from __future__ import annotations

from quotecheck.facts import language_data, readable
from quotecheck.rules.base import Rule


def languages(rule: Rule) -> tuple[str, ...] | None:
    """The languages of posts (ISO 639-1 codes, sorted) that a rule can compare with English.

    They are those whose data file has all that the rule asks for in `needs` and `tables`.

    Returns:
        None where the rule asks for no data of a language: it reads them all.
    """
    if not rule.needs and not rule.tables:
        return None
    return tuple(
        sorted(
            lang
            for lang in language_data.languages()
            if rule.needs <= readable(lang) and rule.tables <= language_data.load(lang).keys()
        )
    )
