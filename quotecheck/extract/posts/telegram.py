"""Telegram: a script, a frame or an address names the message; its words come from the network only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer, slashed
from quotecheck.extract.posts.references import references
from quotecheck.extract.posts.surroundings import in_comments, in_frame
from quotecheck.extract.posts.urls import clean

_MESSAGE = re.compile(
    r"(?:https?:)?//(?:t\.me|telegram\.me|telegram\.dog)/(?:s/)?(?P<user>[A-Za-z]\w{3,40})/(?P<id>\d{1,12})(?![\w])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<user>[A-Za-z]\w{3,40})/(?P<id>\d{1,12})")

_PICTURED = re.compile(r"\btelegram[ -](?:post|message)\b|\bpost(?:ed)? on telegram\b", re.IGNORECASE)


class Telegram:
    """Single messages of public channels."""

    name = "telegram"
    clues = ("telegram", "/t.me", "2ft.me")
    hidden = r"data-telegram-post|\bt\.me" + SLASH + r"\w{4,40}" + SLASH + r"\d"
    hidden_marks = ("data-telegram-post", *slashed("t.me"))

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        for element in layer.having("data-telegram-post"):
            if "data-telegram-post" not in element.raw_attributes:
                continue
            named = _NAMED.match(element.get("data-telegram-post"))
            if named and not in_comments(element) and not in_frame(element):
                yield Found(
                    identifier=f"{named['user']}/{named['id']}".lower(),
                    offset=layer.offset(element.start),
                    nodes=(element,),
                    handle=named["user"],
                    url=f"https://t.me/{named['user']}/{named['id']}",
                )
        for match, drop, offset in references(layer, _MESSAGE, "t.me", set()):
            yield Found(
                identifier=f"{match['user']}/{match['id']}".lower(),
                offset=layer.offset(offset),
                nodes=(drop,) if drop else (),
                handle=match["user"],
                url=clean(match[0]),
            )
        yield from pictured(layer, _PICTURED)


PLATFORM = Telegram()
