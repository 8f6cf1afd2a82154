"""What a reporter's own words say of the telling, and not of what is told: datelines, the day on which it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.extract.speech.marks import find_marked
from quotecheck.facts.fact import Day

DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+\s*){1,4}(?:,\s*[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2})?"
    r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}))?(?:\s*\([^()]{1,24}\))?\s*[-–—:]\s"
)
_SAID = re.compile(
    r"\b(?:said|says|told\b[^.;:,]{1,40}?|wrote|posted|announced|added|confirmed|tweeted|published|reported|warned|"
    r"declared|stated|shared|released|issued|put out|(?:in|with) (?:an?|the|his|her|its|their) (?:\w+ ){0,2}"
    r"(?:posts?|tweets?|thread|message|statement|video|letter|interview))"
    r"(?:\s+(?:on|in|via|to|by|from)\s+(?:an?\s|the\s|its\s|his\s|her\s|their\s)?\w+(?:\s\w+)?){0,2},?\s+"
    r"(?:(?:late|early)\s+)?(?:on\s+)?(?:late\s+|early\s+)?\Z",
    re.IGNORECASE,
)
PLATFORMS = frozenset(
    "X Twitter Facebook Instagram Telegram TikTok YouTube Bluesky Mastodon Threads LinkedIn Reddit Weibo VK VKontakte "
    "WhatsApp WeChat Snapchat".split()
)
"""Where things are said, as English names it."""
_POSSESSIVE = re.compile(r"['’]s?\s+[a-z]")
_BEFORE = 80
"""Code points before a day in which the verb of saying is looked for."""


def quoted(text: str) -> list[tuple[int, int]]:
    """The quotations in a reporter's words, (start, end): they are compared by themselves."""
    return [(one.start, one.end) for one in find_marked(text) if one.closed]


def told_days(text: str, days: Sequence[Day]) -> list[Day]:
    """The days of a reporter's English but for those of the telling.

    Args:
        text: the reporter's words.
        days: those read from it.
    """
    dateline = DATELINE.match(text)
    begin = dateline.end() if dateline is not None else 0
    return [
        day for day in days if day.start >= begin and not _of_the_telling(text, day) and not names_something(text, day)
    ]


def names_something(text: str, day: Day) -> bool:
    """Whether a weekday only tells which one is meant: "Sunday's run-off"."""
    return day.weekday is not None and _POSSESSIVE.match(text, day.end) is not None


def _of_the_telling(text: str, day: Day) -> bool:
    """Whether it is the day on which something was said: "said on X on Tuesday"."""
    if day.weekday is None and day.offset is None and day.month is None:
        return False
    return _SAID.search(text[max(0, day.start - _BEFORE) : day.start]) is not None
