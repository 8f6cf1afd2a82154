"""A month beside a year that is told by its distance is that year's."""

from __future__ import annotations

from datetime import date

import pytest

from quotecheck.facts import dates

WHEN = date(2025, 10, 23)


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("es", "El teatro cerrará en abril del año que viene.", date(2026, 4, 1)),
        ("es", "El teatro cerró el 14 de abril del año pasado.", date(2024, 4, 14)),
        ("fr", "Le théâtre fermera en avril de l'année prochaine.", date(2026, 4, 1)),
        ("it", "Il teatro chiuderà nell'aprile dell'anno prossimo.", date(2026, 4, 1)),
        ("pt", "O teatro fecha em abril do próximo ano.", date(2026, 4, 1)),
        ("de", "Das Theater schließt im April nächsten Jahres.", date(2026, 4, 1)),
        ("pl", "Teatr zostanie zamknięty w kwietniu przyszłego roku.", date(2026, 4, 1)),
        ("cs", "Divadlo se zavře v dubnu příštího roku.", date(2026, 4, 1)),
        ("ru", "Театр закроется в апреле следующего года.", date(2026, 4, 1)),
        ("ar", "سيغلق المسرح في أبريل من العام المقبل.", date(2026, 4, 1)),
        ("ja", "来年4月に閉館します。", date(2026, 4, 1)),
        ("zh", "剧院将于明年4月关闭。", date(2026, 4, 1)),
        ("en", "The theatre closed in April last year.", date(2024, 4, 1)),
        ("en", "In April of this year the theatre closed.", date(2025, 4, 1)),
    ],
)
def test_the_year_beside_a_month_is_its_year(lang: str, text: str, first: date) -> None:
    (found,) = dates.read(text, lang, WHEN)
    assert found.first == first


@pytest.mark.parametrize(
    "text", ["It closed in April, and next year it will open.", "In April last year’s winner left."]
)
def test_another_year_in_the_sentence_is_none_of_the_months(text: str) -> None:
    assert dates.read(text, "en", WHEN)[0].month == 4


def test_without_a_day_of_publication_the_month_is_all_that_is_known() -> None:
    found = dates.read("Cerrará en abril del año que viene.", "es")
    assert [(day.month, day.first) for day in found] == [(4, None), (None, None)]
