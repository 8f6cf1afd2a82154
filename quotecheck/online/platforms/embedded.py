"""Platforms whose oEmbed answers with the markup that pages embed: X, Instagram, Facebook. It is read as a page's is.

X: https://developer.x.com/en/docs/x-for-websites/oembed-api. Instagram and Facebook:
https://developers.facebook.com/docs/instagram-platform/oembed, which need a token of one's own.
"""

from __future__ import annotations

import os

from quotecheck.online.platforms import Read, Request, Words, asked, document, string

TOKEN = "QUOTECHECK_META_TOKEN"
"""The environment variable that holds a token for Meta's oEmbed."""


class X:
    """X, through publish.x.com."""

    name = "x"

    def request(self, url: str) -> Request | str:
        return Request(url=asked("https://publish.x.com/oembed", url, omit_script="1", dnt="1"), post=url)

    def read(self, data: bytes, request: Request) -> Read:
        return _embedded(data, self.name)


class Meta:
    """Instagram or Facebook, through Meta's Graph API."""

    def __init__(self, name: str, edge: str) -> None:
        self.name, self._edge = name, edge

    def request(self, url: str) -> Request | str:
        token = os.environ.get(TOKEN)
        if not token:
            return f"{self.name.capitalize()} asks for a token: set {TOKEN}"
        endpoint = f"https://graph.facebook.com/v23.0/{self._edge}"
        return Request(url=asked(endpoint, url), post=url, headers={"Authorization": f"Bearer {token}"})

    def read(self, data: bytes, request: Request) -> Read:
        return _embedded(data, self.name)


def _embedded(data: bytes, platform: str) -> Read:
    from quotecheck.extract.positions import line_starts
    from quotecheck.extract.posts import find_posts
    from quotecheck.extract.tree import Tree

    markup = string(document(data), "html")
    posts = find_posts(Tree(markup), line_starts(markup)) if markup else ()
    found = next((post for post in posts if post.platform == platform and post.text), None)
    if found is None or found.text is None:
        return None, "unreadable"
    words = Words(
        text=found.text,
        author=found.author or string(document(data), "author_name") or None,
        handle=found.handle,
        posted_at=found.posted_at,
        language=found.declared_language,
        truncated=found.truncated,
    )
    return words, "found"


PLATFORMS = (X(), Meta("instagram", "instagram_oembed"), Meta("facebook", "oembed_post"))
