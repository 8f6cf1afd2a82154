"""Bluesky, through its public AppView: https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread."""

from __future__ import annotations

import re
from urllib.parse import quote

from quotecheck.online.platforms import Read, Request, Words, document, string

_POST = re.compile(r"https://bsky\.app/profile/([\w.:-]+)/post/(\w+)")
_API = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread"


class Bluesky:
    """Asks for a thread of one post."""

    name = "bluesky"

    def request(self, url: str) -> Request | str:
        found = _POST.match(url)
        if found is None:
            return "its address names no post"
        uri = quote(f"at://{found[1]}/app.bsky.feed.post/{found[2]}", safe="")
        return Request(url=f"{_API}?uri={uri}&depth=0&parentHeight=0", post=url)

    def read(self, data: bytes, request: Request) -> Read:
        found = document(data)
        kind = string(found, "thread", "$type")
        if kind.endswith("#notFoundPost"):
            return None, "gone"
        if kind.endswith("#blockedPost"):
            return None, "protected"
        post = (found or {}).get("thread")
        post = post.get("post") if isinstance(post, dict) else None
        text = string(post, "record", "text")
        if not text or not isinstance(post, dict):
            return None, "unreadable"
        languages = post["record"].get("langs")
        first = languages[0] if isinstance(languages, list) and languages else None
        words = Words(
            text=text,
            author=string(post, "author", "displayName") or None,
            handle=string(post, "author", "handle") or None,
            posted_at=string(post, "record", "createdAt") or None,
            language=first.split("-")[0].lower() if isinstance(first, str) else None,
        )
        return words, "found"


PLATFORMS = (Bluesky(),)
