"""Gab: a frame or an address names the post; the words come from the network only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.dates import mastodon_time
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.references import link_only

_POST = re.compile(r"(?:https?:)?//(?:www\.)?gab\.com/@?(?P<user>\w{1,40})/posts/(?P<id>\d{5,25})(?!\d)", re.IGNORECASE)
_PICTURED = re.compile(r"\bgab post\b|\bpost(?:ed)? on gab\b", re.IGNORECASE)


class Gab:
    """Single posts; profiles and groups are none."""

    name = "gab"
    clues = ("gab.com", "gab post", "on gab")
    hidden = r"\bgab\.com" + SLASH + r"@?\w{1,40}" + SLASH + "posts"
    hidden_marks = ("gab.com",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        yield from link_only(layer, _POST, "gab.com", _read)
        yield from pictured(layer, _PICTURED)


def _read(match: re.Match[str]) -> Found:
    return Found(
        identifier=match["id"],
        offset=0,
        handle=match["user"],
        posted_at=mastodon_time(match["id"]),
        url=f"https://gab.com/{match['user']}/posts/{match['id']}",
    )


PLATFORM = Gab()
