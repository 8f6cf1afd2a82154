"""Reddit: a post or a comment as the JSON that its address with `.json` gives. https://www.reddit.com/dev/api"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from quotecheck.online.platforms import Read, Request, Words, string

_POST = re.compile(r"https://(?:www\.|old\.)?reddit\.com(/r/\w+/comments/\w+(?:/[^/?#]*(?:/\w+)?)?)/?")
_REMOVED = ("[removed]", "[deleted]")


class Reddit:
    """Asks for one post, or for one comment where the address names it."""

    name = "reddit"

    def request(self, url: str) -> Request | str:
        found = _POST.match(url)
        if found is None:
            return "its address names no post"
        return Request(url=f"https://www.reddit.com{found[1].rstrip('/')}.json?limit=1&raw_json=1", post=url)

    def read(self, data: bytes, request: Request) -> Read:
        try:
            listings = json.loads(data)
        except (ValueError, RecursionError):
            return None, "unreadable"
        comment = len(request.url.split("?")[0].split("/comments/")[1].split("/")) > 2
        about = _first(listings, 1 if comment else 0)
        if about is None:
            return None, "unreadable"
        body = string(about, "body") if comment else string(about, "selftext")
        if body in _REMOVED or string(about, "author") in _REMOVED:
            return None, "gone"
        text = "\n\n".join(part for part in ("" if comment else string(about, "title"), body) if part)
        if not text:
            return None, "unreadable"
        created = about.get("created_utc")
        posted = datetime.fromtimestamp(created, UTC).isoformat() if isinstance(created, int | float) else None
        author = string(about, "author") or None
        return Words(text=text, author=author, handle=author, posted_at=posted), "found"


def _first(listings: object, number: int) -> dict[str, Any] | None:
    if not isinstance(listings, list) or len(listings) <= number or not isinstance(listings[number], dict):
        return None
    data = listings[number].get("data")
    children = data.get("children") if isinstance(data, dict) else None
    first = children[0] if isinstance(children, list) and children else None
    about = first.get("data") if isinstance(first, dict) else None
    return about if isinstance(about, dict) else None


PLATFORMS = (Reddit(),)
