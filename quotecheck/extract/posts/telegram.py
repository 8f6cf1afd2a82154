"""Telegram: a script, a frame or an address names the message, whose words come from the network only; a page that was
saved, or put together by hand, may hold the message as the script draws it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer, slashed
from quotecheck.extract.posts.references import references
from quotecheck.extract.posts.signature import split
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.urls import clean
from quotecheck.extract.posts.words import paragraphs
from quotecheck.extract.tree import Element, inside

_MESSAGE = re.compile(
    r"(?:https?:)?//(?:t\.me|telegram\.me|telegram\.dog)/(?:s/)?(?P<user>[A-Za-z]\w{3,40})/(?P<id>\d{1,12})(?![\w])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<user>[A-Za-z]\w{3,40})/(?P<id>\d{1,12})")

_SIGNED = re.compile(r"[(（]\s*@\s*([A-Za-z]\w{3,40})\s*[)）]")

_DRAWN = "tgme_widget_message"

_PICTURED = re.compile(r"\btelegram[ -](?:post|message)\b|\bpost(?:ed)? on telegram\b", re.IGNORECASE)


class Telegram:
    """Single messages of public channels."""

    name = "telegram"
    clues = ("telegram", "/t.me", "2ft.me", _DRAWN)
    hidden = r"data-telegram-post|\bt\.me" + SLASH + r"\w{4,40}" + SLASH + r"\d"
    hidden_marks = ("data-telegram-post", *slashed("t.me"))

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        for element in layer.having("data-telegram-post"):
            if "data-telegram-post" not in element.raw_attributes:
                continue
            named = _NAMED.match(element.get("data-telegram-post"))
            if named and not in_comments(element) and not in_frame(element):
                yield _named(layer, element, named)
        drawn = {e for e in layer.having(_DRAWN) if _DRAWN in e.classes and _NAMED.fullmatch(e.get("data-post"))}
        for element in drawn:
            if not in_comments(element) and not in_frame(element) and not in_feed(element):
                yield _as_drawn(layer, element)
        for match, drop, offset in references(layer, _MESSAGE, "t.me", drawn):
            yield Found(
                identifier=f"{match['user']}/{match['id']}".lower(),
                offset=layer.offset(offset),
                nodes=(drop,) if drop else (),
                handle=match["user"],
                url=clean(match[0]),
            )
        yield from pictured(layer, _PICTURED)


def _named(layer: Layer, element: Element, named: re.Match[str]) -> Found:
    """A message that an element names, with its words where an editor pasted them into it."""
    pasted = split([] if element.tag == "script" else paragraphs(layer.tree, element), _SIGNED)
    return Found(
        identifier=f"{named['user']}/{named['id']}".lower(),
        offset=layer.offset(element.start),
        nodes=(element,),
        author=pasted.author,
        handle=named["user"],
        posted_at=pasted.posted_at,
        url=f"https://t.me/{named['user']}/{named['id']}",
        text=pasted.words or None,
    )


def _as_drawn(layer: Layer, element: Element) -> Found:
    """A message with its words in the page."""
    parts = {name: node for node in inside(element) for name in node.classes if name.startswith(f"{_DRAWN}_")}
    user, identifier = element.get("data-post").split("/")

    def words(part: str) -> str | None:
        node = parts.get(f"{_DRAWN}_{part}")
        return "\n".join(one.text for one in paragraphs(layer.tree, node)) or None if node else None

    time = next((node.get("datetime") for node in inside(element) if node.tag == "time"), "")
    return Found(
        identifier=f"{user}/{identifier}".lower(),
        offset=layer.offset(element.start),
        nodes=(element,),
        author=words("owner_name"),
        handle=user,
        posted_at=iso_date(time),
        url=f"https://t.me/{user}/{identifier}",
        text=words("text"),
    )


PLATFORM = Telegram()
