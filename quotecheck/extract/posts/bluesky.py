"""Bluesky: a blockquote with the words and a signature, as X's, whose handles are host names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.records import told
from quotecheck.extract.posts.references import references
from quotecheck.extract.posts.signature import split
from quotecheck.extract.posts.surroundings import in_comments, in_frame
from quotecheck.extract.posts.urls import clean
from quotecheck.extract.posts.words import is_cut, paragraphs
from quotecheck.extract.tree import Element, inside

_POST = re.compile(
    r"(?:https?:)?//(?:[a-z-]+\.)?bsky\.app/profile/(?P<user>[\w.:%-]{3,120})/post/(?P<id>\w{5,40})", re.IGNORECASE
)
_URI = re.compile(r"at://(?P<user>[\w.:-]{3,120})/app\.bsky\.feed\.post/(?P<id>\w{5,40})|embed\.bsky\.app/embed/(?P<did>[\w.:-]{3,120})"
                  r"/app\.bsky\.feed\.post/(?P<frame>\w{5,40})")  # fmt: skip
_HANDLE = re.compile(r"[(（]\s*@\s*([A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,5})\s*[)）]")
_MEDIA = re.compile(r"\s*\[(?:image or embed|Bild oder eingebetteter Inhalt)\]\s*$")

_PICTURED = re.compile(r"\b(?:bluesky|skeet|bsky)[ -](?:post|screenshot)\b|\bpost(?:ed)? on bluesky\b", re.IGNORECASE)


class Bluesky:
    """Single posts."""

    name = "bluesky"
    clues = ("bsky", "bluesky", "skeet")
    hidden = r"bluesky-embed|app\.bsky\.feed\.post|bsky\.app" + SLASH + "profile"
    hidden_marks = ("bluesky-embed", "bsky.")

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        embeds = [
            e
            for e in layer.having("bluesky")
            if "bluesky" in e.raw_attributes
            and e.tag not in ("a", "script", "link", "body")
            and ("bluesky-embed" in e.classes or "data-bluesky-uri" in e.raw_attributes)
        ]
        taken = set(embeds)
        for element in embeds:
            if not in_comments(element) and not in_frame(element) and (found := _embed(layer, element, taken)):
                yield found
        for element in layer.tree.by_tag("iframe", "amp-iframe"):
            frame = _URI.search(element.get("src") or element.get("data-src"))
            if frame and element not in taken and not in_comments(element) and not in_frame(element):
                user, identifier = frame["user"] or frame["did"], frame["id"] or frame["frame"]
                yield Found(
                    identifier=identifier,
                    offset=layer.offset(element.start),
                    nodes=(element,),
                    handle=_handle(user),
                    url=f"https://bsky.app/profile/{user}/post/{identifier}",
                )
        for match, drop, offset in references(layer, _POST, "bsky", taken):
            yield Found(
                identifier=match["id"],
                offset=layer.offset(offset),
                nodes=(drop,) if drop else (),
                handle=_handle(match["user"]),
                url=clean(match[0]),
            )
        for address in (_POST, _URI):
            for match, _, told_post in told(layer, address):
                identifier = match["id"]
                url = (
                    clean(match[0])
                    if address is _POST
                    else f"https://bsky.app/profile/{match['user']}/post/{identifier}"
                )
                handle = told_post.handle or _handle(match["user"])
                yield replace(told_post, identifier=identifier, handle=handle, url=url)
        yield from pictured(layer, _PICTURED)


def _embed(layer: Layer, element: Element, taken: set[Element]) -> Found | None:
    found = paragraphs(layer.tree, element, taken)
    signature = split(found, _HANDLE)
    post = _linked(element, taken)
    uri = _URI.search(element.get("data-bluesky-uri"))
    identifier = post["id"] if post else uri["id"] if uri else None
    text = _MEDIA.sub("", signature.words).strip() or None if signature.handle or not post else None
    if identifier is None and text is None:
        return None
    user = post["user"] if post else uri["user"] if uri else None
    return Found(
        identifier=identifier,
        offset=layer.offset(element.start),
        nodes=(element,),
        author=signature.author,
        handle=signature.handle or _handle(user),
        posted_at=signature.posted_at,
        url=clean(post[0]) if post else f"https://bsky.app/profile/{user}/post/{identifier}" if identifier else None,
        text=text,
        truncated=text is not None and is_cut(text),
        language=next((p.language for p in found if p.language), None) if text else None,
    )


def _linked(element: Element, taken: set[Element]) -> re.Match[str] | None:
    """The last link to a post, which is the date's."""
    last = None
    for node in inside(element, taken):
        if node.tag == "a" and (match := _POST.search(node.get("href"))):
            last = match
    return last


def _handle(user: str | None) -> str | None:
    """The account's name; a DID is none."""
    return None if user is None or user.lower().startswith("did:") else user


PLATFORM = Bluesky()
