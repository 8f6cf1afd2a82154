"""Dates, weekdays and relative days, resolved against the day a text was published.

Month and weekday names follow the Unicode CLDR's wide and abbreviated forms, with the inflected forms in use.
"""

from __future__ import annotations

from quotecheck.facts.dates.day_parts import read_parts
from quotecheck.facts.dates.edges import ago, edge, limit, until
from quotecheck.facts.dates.pairing import agree, kind_of, pair
from quotecheck.facts.dates.quarters import read_quarters
from quotecheck.facts.dates.reader import read, reads
from quotecheck.facts.dates.stages import stage
from quotecheck.facts.dates.told_years import tells_year

__all__ = [
    "ago",
    "agree",
    "edge",
    "kind_of",
    "limit",
    "pair",
    "read",
    "read_parts",
    "read_quarters",
    "reads",
    "stage",
    "tells_year",
    "until",
]
