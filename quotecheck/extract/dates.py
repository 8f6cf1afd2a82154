"""Where a date stands in a running text; what it says is read by `posts.dates`."""

from __future__ import annotations

import re

from quotecheck.extract.posts.dates import iso_date

_MONTH = r"[^\W\d_]{2,14}\.?"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?(?:\s?(?:UTC|GMT|Uhr))?"
_DATE = re.compile(
    rf"(?:{_CLOCK}\s*[·•|,-]?\s*)?"
    r"(?:"
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:\s?Z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r"|\d{1,2}([./-])\d{1,2}\1\d{4}"
    rf"|\d{{1,2}}(?:\.|º|°|er|st|nd|rd|th)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r")(?!\d)(?:\s?г\.)?"
    rf"(?:\s*(?:[·•|,]|at|a las|à|um|alle|às|в)?\s*{_CLOCK})?"
)


def read_date(text: str, start: int = 0) -> tuple[str, int] | None:
    """Read the date that begins at `start`, a time of day beside it included.

    Returns:
        (ISO 8601, where the date ends in `text`), or None where no date begins there.
    """
    found = _DATE.match(text, start)
    value = iso_date(found.group()) if found else None
    return (value, found.end()) if found and value else None
