"""TikTok: the caption stands in the embed, between the account's link and the sound's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.records import told
from quotecheck.extract.posts.references import references
from quotecheck.extract.posts.surroundings import in_comments, in_frame
from quotecheck.extract.posts.urls import clean
from quotecheck.extract.posts.words import is_cut, paragraphs
from quotecheck.extract.tree import Element, inside

_VIDEO = re.compile(
    r"(?:https?:)?//(?:[a-z]+\.)?tiktok\.com/(?:@(?P<user>[\w.-]{1,40})/(?:video|photo)|embed(?:/v[23])?"
    r"|player/v1)/(?P<id>\d{8,25})",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"tiktok\.com/@([\w.-]{1,40})/?(?:[?#]|$)")


class TikTok:
    """Single videos; an account's grid is none."""

    name = "tiktok"
    clues = ("tiktok",)
    hidden = (
        r"tiktok-embed|amp-tiktok|tiktok\.com" + SLASH + r"(?:embed|player|@[\w.-]{1,40}" + SLASH + "(?:video|photo))"
    )
    hidden_marks = ("tiktok",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        embeds = layer.tree.by_tag("blockquote", "amp-tiktok")
        taken = {e for e in embeds if "tiktok" in e.raw_attributes or e.tag == "amp-tiktok"}
        for element in embeds:
            if element in taken and not in_comments(element) and not in_frame(element):
                found = _embed(layer, element, taken)
                if found:
                    yield found
        for match, drop, offset in references(layer, _VIDEO, "tiktok", taken):
            yield Found(
                identifier=match["id"],
                offset=layer.offset(offset),
                nodes=(drop,) if drop else (),
                handle=match["user"],
                url=_address(match["id"], match["user"]),
            )
        for match, _, found_post in told(layer, _VIDEO):
            handle = match["user"] or found_post.handle
            yield replace(found_post, identifier=match["id"], handle=handle, url=_address(match["id"], handle))


def _embed(layer: Layer, element: Element, taken: set[Element]) -> Found | None:
    video = _VIDEO.search(element.get("cite"))
    identifier = video["id"] if video else element.get("data-video-id") or element.get("data-src")
    if not re.fullmatch(r"\d{8,25}", identifier):
        return None
    handle = video["user"] if video else None
    furniture: set[Element] = set()
    for node in inside(element, taken):
        if node.tag != "a":
            continue
        href = node.get("href")
        if "/music/" in href or "♬" in node.get("title"):
            furniture.add(node)
        elif (account := _ACCOUNT.search(href)) and (handle is None or account[1].lower() == handle.lower()):
            if not furniture:  # the same account may be mentioned in the caption
                furniture.add(node)
            handle = handle or account[1]
    found = paragraphs(layer.tree, element, furniture | taken)
    text = "\n\n".join(p.text for p in found) or None
    return Found(
        identifier=identifier,
        offset=layer.offset(element.start),
        nodes=(element,),
        handle=handle,
        url=_address(identifier, handle),
        text=text,
        truncated=text is not None and is_cut(text),
        language=next((p.language for p in found if p.language), None) if text else None,
    )


def _address(identifier: str, handle: str | None) -> str:
    return clean(f"https://www.tiktok.com/@{handle or ''}/video/{identifier}")


PLATFORM = TikTok()
