from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract.posts.dates import iso_date, snowflake_time


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("October 23, 2025", "2025-10-23"),
        ("25. September 2018", "2018-09-25"),
        ("2021/03/05 10:00", "2021-03-05"),
        ("2021-3-5", "2021-03-05"),
        ("2021.13.05", None),
        ("192.168.2021.1.2.3", None),
        ("6. März 2018", "2018-03-06"),
        ("16 мая 2018 г.", "2018-05-16"),
        ("23 de octubre de 2025", "2025-10-23"),
        ("9 août 2021", "2021-08-09"),
        ("23. října 2021", "2021-10-23"),
        ("23 באוקטובר 2025", "2025-10-23"),
        ("٢٣ أكتوبر ٢٠٢٥", "2025-10-23"),
        ("2018年5月16日", "2018-05-16"),
        ("2:30 PM · Oct 23, 2025", "2025-10-23"),
        ("11:32 - 6. Feb. 2015", "2015-02-06"),
        ("Apr 27, 2020 at 9:24am PDT", "2020-04-27"),
        ("Fri Sep 30 15:13:45 UTC+0000 2016", "2016-09-30T15:13:45+00:00"),
        ("Wed Oct 22 2025 10:00:00 GMT+0200 (CEST)", "2025-10-22T10:00:00+02:00"),
        ("2020-01-02T03:04:05.000Z", "2020-01-02T03:04:05+00:00"),
        ("16/05/2018", "2018-05-16"),
        ("5.6.2018", "2018-06-05"),
        ("05/06/2018", None),
        ("February 30, 2020", None),
        ("in 2020", None),
        ("two days ago", None),
        ("", None),
    ],
)
def test_printed_dates(printed: str, expected: str | None) -> None:
    assert iso_date(printed) == expected


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_english_and_german_round_trips(day: date) -> None:
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    assert iso_date(f"{day:%B} {day.day}, {day.year}") == day.isoformat()
    assert iso_date(f"{day.day}. {months[day.month - 1]} {day.year}") == day.isoformat()


@given(st.text(max_size=120))
def test_anything_is_read_without_an_error(text: str) -> None:
    found = iso_date(text)
    assert found is None or date.fromisoformat(found[:10])


def test_status_ids_hold_their_time() -> None:
    assert snowflake_time("781874683289411588") == "2016-09-30T15:13:45+00:00"
    assert snowflake_time("20") is None
    assert snowflake_time("9" * 40) is None
