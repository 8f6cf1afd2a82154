"""Parts of the day, and what bounds a date in time."""

from __future__ import annotations

from datetime import date

import pytest

from quotecheck.facts import dates
from quotecheck.facts.language_data import load

LANGUAGES = "en es fr it pt de pl cs ru ar hi zh ja uk tr nl ca ro sv el he fa ko id vi".split()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_knows_them(lang: str) -> None:
    tables = load(lang)["dates"]
    named = {part for key in tables["parts"] if key not in ("none", "prefix") for part in key.split()}
    assert named <= {"dawn", "morning", "noon", "afternoon", "evening", "night", "weak"}
    assert {"morning", "afternoon", "evening", "night"} <= named
    assert tables["edges"] and tables["year_told"]


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("es", "Salieron por la tarde.", {"afternoon", "evening"}),
        ("es", "Mañana por la mañana.", {"morning", "dawn"}),
        ("es", "Llega mañana.", set()),
        ("es", "Buenas tardes a todos.", set()),
        ("es", "Llegaron más tarde.", set()),
        ("es", "Lo publicó La Tarde.", set()),
        ("fr", "Il écrit dans Le Soir.", set()),
        ("fr", "Ce soir, il écrit.", {"evening", "night"}),
        ("it", "Lo scrive il Corriere della Sera.", set()),
        ("de", "Am Dienstagabend", {"evening", "night"}),
        ("de", "Er kommt morgen an.", set()),
        ("de", "Am nächsten Sonnabend", set()),
        ("ja", "北朝鮮が発表した", set()),
        ("ja", "23日朝に出発した", {"morning", "dawn"}),
        ("ja", "午後9時", {"afternoon", "evening", "night"}),
        ("ar", "فجر الانتحاري نفسه", set()),
        ("ar", "وفي المساء", {"afternoon", "evening", "night"}),
        ("ar", "طالبوا بالمساءلة", set()),
        ("vi", "tối Chủ nhật", {"evening", "night"}),
        ("en", "Good morning, everyone.", set()),
        ("en", "at the dawn of a new age", set()),
    ],
)
def test_what_is_a_part_of_the_day(lang: str, text: str, parts: set[str]) -> None:
    found = dates.read_parts(text, lang)
    assert {part for one in found for part in one.parts} == parts
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("lang", "text", "day", "side"),
    [
        ("de", "ab Montag", "Montag", "start"),
        ("de", "bis kommenden Montag", "Montag", "end"),
        ("de", "am Montag", "Montag", None),
        ("es", "no abre hasta el lunes", "lunes", None),
        ("es", "abre hasta el lunes", "lunes", "end"),
        ("en", "not until Monday", "Monday", "start"),
        ("en", "no later than Monday", "Monday", "end"),
        ("en", "the day after Monday", "Monday", None),
        ("zh", "周一起", "周一", "start"),
        ("ja", "月曜日までに", "月曜日", "end"),
        ("hi", "सोमवार से पहले", "सोमवार", "end"),
        ("hi", "सोमवार से", "सोमवार", "start"),
    ],
)
def test_what_bounds_a_day(lang: str, text: str, day: str, side: str | None) -> None:
    start = text.index(day)
    found = dates.edge(text, start, start + len(day), lang)
    assert (found.side if found else None) == side


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("es", "el domingo 26", [(None, 6), (26, None)]),
        ("es", "El lunes 26 personas murieron", [(None, 0)]),
        ("pt", "no domingo (26)", [(None, 6), (26, None)]),
        ("de", "Sie tagt am 26. wieder", [(26, None)]),
        ("de", "aus dem 9. Jahrhundert", []),
        ("en", "on the 19th.", [(19, None)]),
        ("en", "the 19th century", []),
        ("ja", "26日、発表した", [(26, None)]),
        ("ja", "3日に1回", []),
        ("zh", "会议将于26日举行", [(26, None)]),
    ],
)
def test_days_without_their_month(lang: str, text: str, days: list[tuple[int | None, int | None]]) -> None:
    assert [(day.day, day.weekday) for day in dates.read(text, lang)] == days


def test_the_night_to_a_day_begins_on_the_day_before() -> None:
    (night,) = dates.read("in der Nacht auf Sonntag", "de")
    for evening, same in (("on Saturday night", 1), ("on Sunday", 1), ("on Monday night", 0)):
        assert len(dates.pair([night], dates.read(evening, "en")).same) == same


def test_tonight_may_have_been_last_night() -> None:
    (night,) = dates.read("Cette nuit, il a neigé.", "fr", date(2025, 10, 24))
    assert (night.first, night.last, night.offset, night.also) == (date(2025, 10, 23), date(2025, 10, 24), 0, (-1,))


def test_years_told_by_their_distance() -> None:
    assert dates.tells_year("gegenüber dem Vorjahr", (), "de")
    assert not dates.tells_year("gegenüber 2019", (), "de")
    known = dates.read("el año pasado", "es", date(2025, 10, 24))
    assert not dates.tells_year("el año pasado", known, "es")
