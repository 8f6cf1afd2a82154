"""Posts that a page only names: an attribute for a script to read, a frame's address, a placeholder's link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from quotecheck.extract.posts.platform import Found, Layer
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.urls import decoded
from quotecheck.extract.tree import Element

_EMBED_LINK = re.compile(r"embed|placeholder|tweet-?link|lazy-?tweet|consent")
_EMBED_BOX = re.compile(
    r"^(?:embedly-card|iframely-embed|iframely-responsive|wp-block-embed__wrapper|oembed|rich-embed)$"
)
_BUTTON = re.compile(r"(?:^|[-_])(?:shar(?:e|ing)|like|follow|comments|save|send|button|btn)(?:$|[-_])")
_ADDRESSES = frozenset("src data-url data-href data-iframely-url cite".split())
"""Attributes whose address may name the post inside another address: a frame that is told what to show."""
_WAITING = re.compile(r"(?:^|[-_])src(?:[-_]|$)")
"""The same behind a consent gate or a lazy loader, each of which has its own name for it: `data-cookieblock-src`,
`data-cmp-src`, `data-uc-src`, `data-src-cmplz`, `data-lazy-src`, `consent-original-src-_`."""

_SHOWS_NONE = frozenset("link meta img source form input button option body html area script style svg".split())
"""Tags whose addresses name no embed."""


def holds_address(name: str) -> bool:
    """Whether an attribute of this name says what a frame shows, or will show."""
    return name in _ADDRESSES or _WAITING.search(name) is not None


def named(element: Element, address: re.Pattern[str]) -> re.Match[str] | None:
    """The post that an element's own attributes name, in an address escaped or not."""
    for name, value in element.attributes.items():
        if len(value) < 12 or ("/" not in value and "%2F" not in value):
            continue
        match = address.search(decoded(value.strip()))
        if match and (match.start() == 0 or holds_address(name)):
            return match
    return None


def may_name_an_embed(element: Element) -> bool:
    """Whether an element with an address in its attributes may stand for an embed."""
    raw = element.raw_attributes
    return len(raw) >= 16 and element.tag not in _SHOWS_NONE and ("/" in raw or "%2" in raw)


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
    for element in layer.having(clue):
        if element in taken or not may_name_an_embed(element):
            continue
        if (element.tag == "a" and not left_by_embed(element)) or is_button(element):
            continue
        match = named(element, address)
        if match is None or in_comments(element) or in_frame(element):
            continue
        if element.tag == "iframe" or not in_feed(element):
            yield match, element, element.start
    for bare in layer.bare:
        if (match := address.match(bare.url)) and not in_comments(bare.holder) and not in_frame(bare.holder):
            yield match, bare.drop, bare.offset


def link_only(
    layer: Layer,
    address: re.Pattern[str],
    clue: str,
    read: Callable[[re.Match[str]], Found | None],
    taken: set[Element] | None = None,
) -> Iterator[Found]:
    """The posts that a layer only names, as `read` makes them out of an address; place and elements are filled in."""
    for match, drop, offset in references(layer, address, clue, taken or set()):
        found = read(match)
        if found is not None:
            yield replace(found, offset=layer.offset(offset), nodes=(drop,) if drop else ())


def is_button(element: Element) -> bool:
    """Whether an element is a platform's button or its comment box, which may name the post it works on."""
    return any(_BUTTON.search(name) for name in element.classes)


def left_by_embed(link: Element) -> bool:
    """Whether a link is what an embed left behind, as its own class names or those of the box right around it tell."""
    if "data-iframely-url" in link.raw_attributes:
        return True
    box = link.parent
    outer = box.parent if box is not None else None
    return any(_EMBED_LINK.search(name) for name in link.classes) or any(
        _EMBED_BOX.search(name) for around in (box, outer) if around is not None for name in around.classes
    )
