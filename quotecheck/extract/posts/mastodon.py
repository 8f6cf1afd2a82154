"""Mastodon, on whatever server: a frame or a blockquote that names the post, with its words in older exports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.dates import iso_date, mastodon_time
from quotecheck.extract.posts.platform import Found, Layer
from quotecheck.extract.posts.surroundings import in_comments, in_frame
from quotecheck.extract.posts.words import is_cut, paragraphs
from quotecheck.extract.tree import Element, inside

_POST = re.compile(
    r"https?://(?P<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/(?:@|users/)(?P<user>[\w.-]{1,60})"
    r"(?:@(?P<home>[a-z0-9.-]{3,100}))?/(?:statuses/)?(?P<id>\d{6,25})(?=/|[?#]|$)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(r"^(?:post by|view on mastodon|beitrag von|auf mastodon ansehen)\b|^@\S+$", re.IGNORECASE)
_NOT_MASTODON = ("tiktok.com", "youtube.com", "threads.net", "threads.com", "medium.com", "truthsocial.com")


class Mastodon:
    """Single posts of any server that speaks Mastodon's addresses."""

    name = "mastodon"
    clues = ("mastodon", "/@", "%2f@", "/users/")
    hidden = "mastodon-embed"
    hidden_marks = ("mastodon-embed",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        within: set[Element] = set()  # embeds, with all they hold
        for element in layer.tree.elements if layer.having("mastodon") else ():
            if element.parent in within:
                within.add(element)
                continue
            raw = element.raw_attributes
            if "mastodon" not in raw or element.tag in ("a", "script", "link", "body", "html", "meta"):
                continue
            if "mastodon-embed" not in element.classes and "data-embed-url" not in raw:
                continue
            within.add(element)
            if not in_comments(element) and not in_frame(element) and (found := _embed(layer, element)):
                yield found
        for bare in layer.bare:
            match = _POST.match(bare.url)
            if match and _is_server(match["host"]) and not in_comments(bare.holder) and not in_frame(bare.holder):
                yield Found(
                    identifier=match["id"],
                    offset=layer.offset(bare.offset),
                    nodes=(bare.drop,) if bare.drop else (),
                    handle=_handle(match),
                    posted_at=mastodon_time(match["id"]),
                    url=match[0],
                )


def _embed(layer: Layer, element: Element) -> Found | None:
    post = None
    for value in (element.get("data-embed-url"), element.get("src"), element.get("data-src"), element.get("cite")):
        post = post or _POST.match(value)
    for node in inside(element):
        if post is None and node.tag == "a":
            post = _POST.match(node.get("href"))
    if post is None or not _is_server(post["host"]):
        return None
    found = [p for p in paragraphs(layer.tree, element) if not _FURNITURE.match(p.text)]
    words = [p.text for p in found if p.tag == "p" and not (len(p.text) < 60 and iso_date(p.text))]
    text = "\n\n".join(words) or None
    return Found(
        identifier=post["id"],
        offset=layer.offset(element.start),
        nodes=(element,),
        handle=_handle(post),
        posted_at=next((date for p in found if len(p.text) < 60 and (date := iso_date(p.text))), None)
        or mastodon_time(post["id"]),
        url=post[0],
        text=text,
        truncated=text is not None and is_cut(text),
        language=next((p.language for p in found if p.language), None) if text else None,
    )


def _handle(post: re.Match[str]) -> str:
    return f"{post['user']}@{post['home'] or post['host']}"


def _is_server(host: str) -> bool:
    return not host.lower().endswith(_NOT_MASTODON)


PLATFORM = Mastodon()
