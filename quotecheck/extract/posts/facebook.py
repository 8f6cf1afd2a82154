"""Facebook: `div.fb-post` with the words in a blockquote, frames of the post plugin, addresses left bare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.records import told
from quotecheck.extract.posts.references import named, references
from quotecheck.extract.posts.surroundings import in_comments, in_frame
from quotecheck.extract.posts.urls import clean
from quotecheck.extract.posts.words import is_cut, paragraphs
from quotecheck.extract.tree import Element, inside

_POST = re.compile(
    r"(?:https?:)?//(?:[a-z-]+\.)*facebook\.com/"
    r"(?:(?P<user>[\w.%-]{1,80})/(?:posts|videos|photos|permalink|reels?)/(?:[\w.%-]{1,120}/){0,2}(?P<id>\d{5,25}"
    r"|pfbid\w{10,100})"
    r"|groups/[\w.%-]{1,80}/(?:permalink|posts)/(?P<group>\d{5,25})|reel/(?P<reel>\d{5,25})"
    r"|(?:permalink|story)\.php\?(?:[^\"'\s<>]{0,80}?&)?story_fbid=(?P<story>\w{5,110})(?:&[^\"'\s<>]{0,120})?"
    r"|(?:watch/?|video\.php|photo(?:\.php)?/?)\?(?:[^\"'\s<>]{0,80}?&)?(?:v|fbid)=(?P<video>\d{5,25}))",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(
    r"^(?:posted by|gepostet von|publicad[ao] por|publiée? par|pubblicat[oa] da|publicado por|geplaatst door"
    r"|opublikowan[ya] przez"
    r"|zveřejnil|опубликовано)\s+",
    re.IGNORECASE,
)
_CLASSES = frozenset(("fb-post", "fb-video"))

_PICTURED = re.compile(r"\bfacebook[ -](?:post|status|message)\b|\bpost(?:ed)? on facebook\b", re.IGNORECASE)


class Facebook:
    """Single posts and videos; page plugins, like boxes and comment plugins are none."""

    name = "facebook"
    clues = ("facebook", "fb-post", "fb-video")
    hidden = (
        r"fb-post|fb-video|amp-facebook|facebook\.com" + SLASH + r"[^\"'\s<>]{1,80}?(?:posts|permalink|videos|photos)"
    )
    hidden_marks = ("fb-post", "fb-video", "amp-facebook", "facebook.com")

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        within: set[Element] = set()  # embeds and plugins, with all they hold
        for element in layer.tree.elements if layer.having("fb-", "facebook") else ():
            if element.parent in within or "fb-page" in element.raw_attributes:
                within.add(element)
            elif _is_embed(element):
                within.add(element)
                if not in_comments(element) and not in_frame(element) and (found := _embed(layer, element)):
                    yield found
        for match, drop, offset in references(layer, _POST, "facebook", within):
            yield Found(
                identifier=_identifier(match),
                offset=layer.offset(offset),
                nodes=(drop,) if drop else (),
                handle=_handle(match),
                url=_address(match),
            )
        for match, _, told_post in told(layer, _POST):
            yield replace(
                told_post,
                identifier=_identifier(match),
                handle=told_post.handle or _handle(match),
                url=_address(match),
            )
        yield from pictured(layer, _PICTURED)


def _is_embed(element: Element) -> bool:
    raw = element.raw_attributes
    if element.tag == "blockquote" and "cite" in raw and "facebook" in raw:
        return _POST.match(element.get("cite")) is not None
    return "fb-" in raw and element.tag not in ("a", "script") and bool(_CLASSES.intersection(element.classes))


def _embed(layer: Layer, element: Element) -> Found | None:
    post = named(element, _POST) or _linked(element)
    found = paragraphs(layer.tree, element)
    words = [p.text for p in found if p.tag == "p"]
    author: str | None = None
    posted_at: str | None = None
    for paragraph in reversed(found):
        signed = _POSTED_BY.match(paragraph.text)
        if signed or (paragraph.tag != "p" and iso_date(paragraph.text)):
            posted_at = iso_date(paragraph.text)
            author = _name(layer, element) if signed else None
            if paragraph.text in words:
                words.remove(paragraph.text)
            break
    text = "\n\n".join(words) or None
    if post is None and text is None:
        return None
    return Found(
        identifier=_identifier(post) if post else None,
        offset=layer.offset(element.start),
        nodes=(element,),
        author=author,
        handle=_handle(post) if post else None,
        posted_at=posted_at,
        url=_address(post) if post else None,
        text=text,
        truncated=text is not None and is_cut(text),
        language=next((p.language for p in found if p.language), None) if text else None,
    )


def _linked(element: Element) -> re.Match[str] | None:
    for node in inside(element):
        match = _POST.search(node.get("href") if node.tag == "a" else node.get("cite"))
        if match:
            return match
    return None


def _name(layer: Layer, element: Element) -> str | None:
    """The text of the link to the account, which comes just before the link to the post."""
    for node in inside(element):
        if node.tag == "a" and "facebook.com/" in node.get("href"):
            shown = paragraphs(layer.tree, node, limit=50)
            if shown and not _POST.search(node.get("href")) and not shown[0].text.startswith("#"):
                return shown[0].text
    return None


def _identifier(match: re.Match[str]) -> str | None:
    return match["id"] or match["group"] or match["reel"] or match["story"] or match["video"]


def _handle(match: re.Match[str]) -> str | None:
    user = match["user"]
    return user if user and not user.isdigit() and user.lower() not in ("groups", "pg", "events") else None


def _address(match: re.Match[str]) -> str:
    if match["story"] or match["video"]:
        url = match[0]
        return "https:" + url if url.startswith("//") else url
    return clean(match[0])


PLATFORM = Facebook()
