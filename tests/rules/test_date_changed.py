"""date-changed: a date, weekday or relative day became another."""

from __future__ import annotations

from datetime import date

import pytest

from quotecheck.facts import dates
from quotecheck.facts.fact import Facts
from quotecheck.model import Language
from quotecheck.rules.base import Case, Hit, Side
from quotecheck.rules.date_changed import RULE


def hits(post: str, lang: str, passage: str, posted: date | None = None, published: date | None = None) -> list[Hit]:
    def side(text: str, code: str, when: date | None) -> Side:
        facts = Facts(days=dates.read(text, code, when))
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=facts)

    case = Case(
        post=side(post, lang, posted), passage=side(passage, "en", published), segment=(0, len(post)), kind="quotation"
    )
    return list(RULE.check(case))


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Será el 23 de octubre.", "It will be on October 24."),
        ("es", "Será el miércoles.", "It will be on Thursday."),
        ("fr", "Il est né en mars 1990.", "He was born in May 1990."),
        ("de", "Am 3. Oktober 2019 feiern wir.", "We celebrate on October 3, 2018."),
        ("zh", "7月22日开会。", "The meeting is on July 21."),
    ],
)
def test_fires_on_both_spans(lang: str, post: str, passage: str) -> None:
    (hit,) = hits(post, lang, passage)
    assert hit.post is not None and hit.passage is not None
    assert hit.post[0] < hit.post[1] and hit.passage[0] < hit.passage[1]


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Será el 23 de octubre.", "It will be on October 23rd."),
        ("es", "Será el 3/10/2025.", "It will be on October 3, 2025."),
        ("es", "Será el miércoles.", "It will be next week."),
        ("fr", "Les 17 et 22 juillet, il a plu.", "On July 17 and 22, it rained."),
        ("ja", "7月21日に発表した。", "It was announced on July 21."),
    ],
)
def test_stays_silent(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage) == []


def test_relative_days_count_from_each_side_and_may_be_one_day_off() -> None:
    assert hits("Hoy votamos.", "es", "We voted yesterday.", date(2025, 10, 23), date(2025, 10, 24)) == []
    assert hits("Hoy votamos.", "es", "We vote today.", date(2025, 10, 23), date(2025, 10, 24)) == []
    assert hits("Hoy votamos.", "es", "We vote tomorrow.", date(2025, 10, 23), date(2025, 10, 23)) != []
    (hit,) = hits("Ayer votamos.", "es", "We vote tomorrow.", date(2025, 10, 23), date(2025, 10, 23))
    assert "2025-10-22" in hit.message and "2025-10-24" in hit.message
