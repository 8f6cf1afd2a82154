"""Platforms whose oEmbed answers with a caption or a title as plain text: TikTok and YouTube.

https://developers.tiktok.com/doc/embed-videos/ and https://oembed.com/providers.json.
"""

from __future__ import annotations

import re

from quotecheck.online.platforms import Read, Request, Words, asked, document, string

_HANDLE = re.compile(r"/@([\w.-]+)")


class Titled:
    """Asks an endpoint, and takes the title for the post's words."""

    def __init__(self, name: str, endpoint: str) -> None:
        self.name, self._endpoint = name, endpoint

    def request(self, url: str) -> Request | str:
        return Request(url=asked(self._endpoint, url, format="json"), post=url)

    def read(self, data: bytes, request: Request) -> Read:
        found = document(data)
        title = string(found, "title")
        if not title:
            return None, "unreadable"
        handle = _HANDLE.search(string(found, "author_url"))
        words = Words(text=title, author=string(found, "author_name") or None, handle=handle[1] if handle else None)
        return words, "found"


PLATFORMS = (
    Titled("tiktok", "https://www.tiktok.com/oembed"),
    Titled("youtube", "https://www.youtube.com/oembed"),
)
