"""Posts that a page only names: an attribute for a script to read, a frame's address, a placeholder's link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.platform import Layer
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.urls import decoded
from quotecheck.extract.tree import Element

_NO_EMBED = frozenset("link meta img source form input button option body html area script style svg".split())
_EMBED_LINK = re.compile(r"embed|placeholder|tweet-?link|lazy-?tweet|consent")
_EMBED_BOX = re.compile(
    r"^(?:embedly-card|iframely-embed|iframely-responsive|wp-block-embed__wrapper|oembed|rich-embed)$"
)
_ADDRESSES = frozenset("src data-src data-lazy-src data-url data-href data-iframely-url data-service-src cite".split())
"""Attributes whose address may name the post inside another address: a frame that is told what to show."""


def named(element: Element, address: re.Pattern[str]) -> re.Match[str] | None:
    """The post that an element's own attributes name, in an address escaped or not."""
    for name, value in element.attributes.items():
        if len(value) < 12 or ("/" not in value and "%2F" not in value):
            continue
        match = address.search(decoded(value.strip()))
        if match and (match.start() == 0 or name in _ADDRESSES):
            return match
    return None


def references(
    layer: Layer, address: re.Pattern[str], clue: str, taken: set[Element]
) -> Iterator[tuple[re.Match[str], Element | None, int]]:
    """The posts that a layer only names: the match of `address`, the element to drop, and the offset in the layer.

    Links in running text name a post too, but show none; of links, only those are taken that an embed left behind.

    Args:
        layer: where to look.
        address: the address of one post on the platform, to be found at its scheme or its "//".
        clue: what every such address holds, in lower case, in any escaping.
        taken: elements already known to be embeds; what is in their attributes was read.
    """
    for element in layer.tree.elements:
        raw = element.raw_attributes
        if len(raw) < 16 or element in taken or clue not in raw.lower() or element.tag in _NO_EMBED:
            continue
        if element.tag == "a" and not left_by_embed(element):
            continue
        match = named(element, address)
        if match is None or in_comments(element) or in_frame(element):
            continue
        if element.tag == "iframe" or not in_feed(element):
            yield match, element, element.start
    for bare in layer.bare:
        if (match := address.match(bare.url)) and not in_comments(bare.holder) and not in_frame(bare.holder):
            yield match, bare.drop, bare.offset


def left_by_embed(link: Element) -> bool:
    """Whether a link is what an embed left behind, as its own class names or those of the box right around it tell."""
    if "data-iframely-url" in link.raw_attributes:
        return True
    box = link.parent
    outer = box.parent if box is not None else None
    return any(_EMBED_LINK.search(name) for name in link.classes) or any(
        _EMBED_BOX.search(name) for around in (box, outer) if around is not None for name in around.classes
    )
