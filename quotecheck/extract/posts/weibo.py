"""Weibo: a frame or an address names the post, by a number or by the same number in base 62."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from quotecheck.extract.posts.dates import weibo_time
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.references import link_only

_POST = re.compile(
    r"(?:https?:)?//(?:(?:www\.|m\.)?weibo\.(?:com|cn)/(?:(?P<user>\d{5,12})|status|detail)"
    r"/(?P<id>\d{16}|[0-9A-Za-z]{9})(?![0-9A-Za-z]))",
    re.IGNORECASE,
)
_DIGITS = string.digits + string.ascii_lowercase + string.ascii_uppercase
_PICTURED = re.compile(r"\bweibo post\b|\bpost(?:ed)? on weibo\b|微博截[图圖]", re.IGNORECASE)


class Weibo:
    """Single posts; the follow button and the box of an account's latest posts (weiboshow) are none."""

    name = "weibo"
    clues = ("weibo", "微博")
    hidden = r"\bweibo\.c(?:om|n)" + SLASH + r"(?:\d{5,12}|status|detail)" + SLASH + r"\w{9}"
    hidden_marks = ("weibo.c",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        yield from link_only(layer, _POST, "weibo", _read)
        yield from pictured(layer, _PICTURED)


def _read(match: re.Match[str]) -> Found:
    number = numeric(match["id"])
    user = match["user"]
    return Found(
        identifier=number,
        offset=0,
        posted_at=weibo_time(number),
        url=f"https://weibo.com/{user}/{match['id']}" if user else f"https://m.weibo.cn/status/{match['id']}",
    )


def numeric(identifier: str) -> str:
    """A post's number: of base 62, every four digits, from the right, make seven decimal ones.

    >>> numeric("z0JH2lOMb")
    '3501756485200075'
    """
    if len(identifier) == 16:
        return identifier
    groups = [identifier[max(0, end - 4) : end] for end in range(len(identifier), 0, -4)][::-1]
    return "".join(f"{_value(group):07}" for group in groups).lstrip("0")


def _value(group: str) -> int:
    value = 0
    for digit in group:
        value = value * 62 + _DIGITS.index(digit)
    return value


PLATFORM = Weibo()
