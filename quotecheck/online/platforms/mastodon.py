"""Mastodon: every server answers for its own posts. https://docs.joinmastodon.org/methods/statuses/#get"""

from __future__ import annotations

import re

from quotecheck.online.platforms import Read, Request, Words, document, string

_STATUS = re.compile(r"https://([\w.-]+(?::\d+)?)/(?:@[\w.-]+(?:@[\w.-]+)?|users/[\w.-]+/statuses)/(\d+)")


class Mastodon:
    """Asks the server that the post's address names."""

    name = "mastodon"

    def request(self, url: str) -> Request | str:
        found = _STATUS.match(url)
        if found is None:
            return "its address names no post"
        return Request(url=f"https://{found[1]}/api/v1/statuses/{found[2]}", post=url)

    def read(self, data: bytes, request: Request) -> Read:
        from quotecheck.extract.posts.records import plain

        found = document(data)
        text = plain(string(found, "content"))
        if not text:
            return None, "unreadable"
        warning = string(found, "spoiler_text")
        words = Words(
            text=f"{warning}\n\n{text}" if warning else text,
            author=string(found, "account", "display_name") or None,
            handle=string(found, "account", "acct") or None,
            posted_at=string(found, "created_at") or None,
            language=string(found, "language").split("-")[0].lower() or None,
        )
        return words, "found"


PLATFORMS = (Mastodon(),)
