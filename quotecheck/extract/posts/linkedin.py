"""LinkedIn: a frame or an address names the post; the words come from the network only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from quotecheck.extract.posts.dates import linkedin_time
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.records import told
from quotecheck.extract.posts.references import link_only
from quotecheck.extract.posts.urls import clean

_POST = re.compile(
    r"(?:https?:)?//(?:[a-z-]+\.)?linkedin\.com/(?:(?:embed/)?feed/update/urn:li:(?P<kind>share|ugcPost|activity):"
    r"(?P<id>\d{15,20})|posts/(?P<slug>[^/?#\"'\s<>]{1,300}?)-(?:activity|share|ugcPost)-(?P<number>\d{15,20}))(?!\d)",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"\blinkedin[ -]post\b|\bpost(?:ed)? on linkedin\b", re.IGNORECASE)


class LinkedIn:
    """Single posts; profiles, companies, follow and share buttons are none."""

    name = "linkedin"
    clues = ("linkedin.com", "linkedin post", "on linkedin")
    hidden = (
        r"linkedin\.com" + SLASH + r"(?:posts" + SLASH + "|(?:embed" + SLASH + ")?feed" + SLASH + "update" + SLASH + ")"
    )
    hidden_marks = ("linkedin.com",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        yield from link_only(layer, _POST, "linkedin", _read)
        for match, _, found in told(layer, _POST):
            link = _read(match)
            yield replace(found, identifier=link.identifier, url=link.url, posted_at=found.posted_at or link.posted_at)
        yield from pictured(layer, _PICTURED)


def _read(match: re.Match[str]) -> Found:
    number = match["id"] or match["number"]
    slug = match["slug"]
    url = clean(match[0]) if slug else f"https://www.linkedin.com/feed/update/urn:li:{match['kind']}:{number}/"
    return Found(
        identifier=number,
        offset=0,
        handle=slug.split("_")[0] if slug and "_" in slug else None,
        posted_at=linkedin_time(number),
        url=url,
    )


PLATFORM = LinkedIn()
