"""scope-changed: all became most or some, or the reverse."""

from __future__ import annotations

import pytest

from quotecheck.facts import negation
from quotecheck.facts.fact import Facts
from quotecheck.model import Language
from quotecheck.rules.base import Case, Hit, Side
from quotecheck.rules.scope_changed import RULE


def hits(post: str, lang: str, passage: str) -> list[Hit]:
    def side(text: str, code: str) -> Side:
        facts = Facts(negations=negation.read(text, code))
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=facts)

    case = Case(post=side(post, lang), passage=side(passage, "en"), segment=(0, len(post)), kind="quotation")
    return list(RULE.check(case))


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Todos los diputados votaron.", "Most deputies voted."),
        ("fr", "La plupart des élus ont voté.", "All deputies voted."),
        ("de", "Einige Städte feiern.", "All cities celebrate."),
        ("ru", "Все города празднуют.", "Most cities celebrate."),
    ],
)
def test_fires(lang: str, post: str, passage: str) -> None:
    (hit,) = hits(post, lang, passage)
    assert hit.post is not None and hit.passage is not None


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Todos los diputados votaron.", "All deputies voted."),
        ("es", "Votaron sobre todo los diputados.", "Most deputies voted."),
        ("es", "No todos votaron.", "Some voted."),
        ("de", "Vor allem Städte feiern.", "Mostly cities celebrate."),
        ("zh", "所有人都投票了。", "Most people voted."),
    ],
)
def test_stays_silent(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage) == []
