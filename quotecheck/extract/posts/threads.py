"""Threads: a blockquote, a frame or an address names the post; its words come from the network only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.records import told
from quotecheck.extract.posts.references import link_only, named
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.urls import clean
from quotecheck.extract.posts.words import paragraphs
from quotecheck.extract.tree import Element, inside

_POST = re.compile(
    r"(?:https?:)?//(?:www\.)?threads\.(?:net|com)/(?:@(?P<user>[\w.]{1,40})/post|t)/(?P<id>[\w-]{5,40})", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"(?:(?:a )?post by|beitrag von|publicación de|publication de|post di)\s+@?[\w.]+$|^@[\w.]+$"
    r"|\bthreads\b.{0,25}$",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"\bthreads (?:post|screenshot)\b|\bpost (?:on|from) threads\b", re.IGNORECASE)


class Threads:
    """Single posts; profiles are none."""

    name = "threads"
    clues = ("threads.net", "threads.com", "text-post-media", "threads post", "on threads")
    hidden = r"text-post-media|threads\.(?:net|com)" + SLASH + r"(?:@[\w.]{1,40}" + SLASH + "post|t" + SLASH + ")"
    hidden_marks = ("text-post-media", "threads.net", "threads.com")

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        embeds = [
            e
            for e in layer.tree.by_tag("blockquote", "div")
            if "text-post" in e.raw_attributes
            and ("text-post-media" in e.classes or "data-text-post-permalink" in e.raw_attributes)
        ]
        taken = set(embeds)
        for element in embeds:
            if not (in_comments(element) or in_frame(element) or in_feed(element)) and (
                found := _embed(layer, element, taken)
            ):
                yield found
        yield from link_only(layer, _POST, "threads.", _linked, taken)
        for match, _, found in told(layer, _POST):
            yield _with(found, match)
        yield from pictured(layer, _PICTURED)


def _embed(layer: Layer, element: Element, taken: set[Element]) -> Found | None:
    post = named(element, _POST)
    for node in inside(element, taken, limit=100):
        if post is None and node.tag == "a":
            post = _POST.match(node.get("href"))
    if post is None:
        return None
    words = [p.text for p in paragraphs(layer.tree, element, taken, limit=500) if not _FURNITURE.search(p.text)]
    text = "\n\n".join(words) if any(len(word.split()) > 3 for word in words) else None
    return _with(
        Found(identifier=None, offset=layer.offset(element.start), nodes=(element,), text=text),
        post,
    )


def _linked(match: re.Match[str]) -> Found:
    return _with(Found(identifier=None, offset=0), match)


def _with(found: Found, match: re.Match[str]) -> Found:
    from msgspec.structs import replace

    return replace(found, identifier=match["id"], handle=match["user"] or found.handle, url=clean(match[0]))


PLATFORM = Threads()
