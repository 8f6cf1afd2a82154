"""Truth Social: a frame names the post; the words come from the network, or from a screenshot's description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.dates import mastodon_time
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.references import link_only

_POST = re.compile(
    r"(?:https?:)?//(?:www\.)?truthsocial\.com/(?:@|users/)(?P<user>\w{1,40})/(?:posts/|statuses/)?(?P<id>\d{12,25})(?!\d)",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\btruth ?social\b.{0,20}\b(?:post|screenshot|message)|\bpost(?:ed)?\b.{0,40}\bon truth ?social\b"
    r"|\b(?:post|screen\s?-?shot)\b.{0,60}\btruth ?social\b",
    re.IGNORECASE,
)


class TruthSocial:
    """Single posts; profiles are none."""

    name = "truthsocial"
    clues = ("truthsocial", "truth social")
    hidden = r"truthsocial\.com" + SLASH + r"(?:@|users" + SLASH + r")\w{1,40}" + SLASH + r"(?:posts|statuses|\d)"
    hidden_marks = ("truthsocial.com",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        yield from link_only(layer, _POST, "truthsocial", _read)
        yield from pictured(layer, _PICTURED)


def _read(match: re.Match[str]) -> Found:
    return Found(
        identifier=match["id"],
        offset=0,
        handle=match["user"],
        posted_at=mastodon_time(match["id"]),
        url=f"https://truthsocial.com/@{match['user']}/{match['id']}",
    )


PLATFORM = TruthSocial()
