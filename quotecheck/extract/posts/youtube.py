"""YouTube: a video's title and description, where the page gives them; a player without either has no words to compare.

A title stands in the frame that WordPress and others make out of oEmbed, in lazy players, and in the page's ld+json.
A video that nothing names is not listed: players are everywhere, and say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.platform import SLASH, Found, Layer, Record
from quotecheck.extract.posts.records import plain
from quotecheck.extract.posts.references import references
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.words import is_cut
from quotecheck.extract.tree import Element, inside

_VIDEO = re.compile(
    r"(?:https?:)?//(?:(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com/(?:embed/|shorts/|live/|v/"
    r"|watch\?(?:[^\"'\s<>]{0,80}?&(?:amp;)?)?v=)|youtu\.be/)(?!videoseries)(?P<id>[\w-]{11})(?![\w-])",
    re.IGNORECASE,
)
_ID = re.compile(r"[\w-]{11}")
_ID_NAMES = ("videoid", "data-videoid", "data-video-id", "data-youtube-id", "data-youtube", "data-ytid", "data-id")
_TITLE_NAMES = ("title", "data-title", "data-video-title", "videotitle", "playlabel", "data-iframe-title", "aria-label")
_FURNITURE = re.compile(
    r"^(?:play(?:ing)?(?: video| youtube)?|watch(?: video)?|video(?: von youtube)?|youtube(?:[ -]video)?|abspielen"
    r"|reproducir(?: vídeo)?|lire(?: la vidéo)?)\s*[:–-]\s*|\s*[-–|]\s*youtube$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:youtube|videos?|vídeos?|vidéos?|embed(?:ded)?|eingebettetes?|player|lecteur|reproductor|iframe|frame|content"
    r"|inhalt|external|externe[rs]?|media|play(?:ing)?|watch|on|de|da|von|from|the|this|a|click|to|load|loading|laden"
    r"|abspielen|ansehen|consent|placeholder|accept|cookies?|title|titel|live|stream|trailer|main|top|article|story)\b"
    r"|[\W\d_]+",
    re.IGNORECASE,
)
_CHANNEL = re.compile(r"youtube\.com/@([\w.-]{1,60})", re.IGNORECASE)


class YouTube:
    """Videos whose title or description the page gives; channels, playlists and subscribe buttons are none."""

    name = "youtube"
    clues = ("youtube", "youtu.be")
    hidden = (
        r"youtube(?:-nocookie)?\.com" + SLASH + r"(?:embed|shorts|live|watch)|youtu\.be" + SLASH + "|amp-youtube"
        r"|lite-youtube"
    )
    hidden_marks = ("youtube", "youtu.be")

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        players = list(_players(layer))
        told = _told(layer) if players else {}
        for identifier, element, offset in players:
            record = told.get(identifier)
            title = (_title(element) if element is not None else None) or _from(record, "name", "title", "headline")
            description = _from(record, "description")
            words = [part for part in (title, description) if part]
            if not words:
                continue
            if len(words) == 2 and words[1].splitlines()[0].strip() == words[0]:
                del words[0]
            text = "\n\n".join(words)
            channel = record.inner("author", "creator") if record else None
            address = _CHANNEL.search(record.string("author_url")) if record else None
            yield Found(
                identifier=identifier,
                offset=layer.offset(offset),
                nodes=(element,) if element is not None else (),
                author=_from(channel, "name") or _from(record, "author_name"),
                handle=address[1] if address else None,
                posted_at=iso_date(record.string("uploadDate", "datePublished")) if record else None,
                url=f"https://www.youtube.com/watch?v={identifier}",
                text=text,
                truncated=is_cut(text),
            )


def _players(layer: Layer) -> Iterator[tuple[str, Element | None, int]]:
    seen: set[Element] = set()
    for match, drop, offset in references(layer, _VIDEO, "youtu", set()):
        if drop is None or not in_feed(drop):
            if drop is not None:
                seen.add(drop)
            yield match["id"], drop, offset
    for element in layer.tree.elements:
        if "youtube" not in element.raw_attributes and "youtube" not in element.tag:
            continue
        if element in seen or element.tag in ("script", "link", "meta", "a", "body", "html", "button"):
            continue
        identifier = next((value for name in _ID_NAMES if _ID.fullmatch(value := element.get(name))), None)
        if identifier and not (in_comments(element) or in_frame(element) or in_feed(element)):
            yield identifier, element, element.start


def _told(layer: Layer) -> dict[str, Record]:
    """What the page's data says of each video: schema.org's VideoObject, or an answer of YouTube's oEmbed."""
    found: dict[str, Record] = {}
    for record in layer.records:
        for key in ("embedUrl", "contentUrl", "url", "html", "@id"):
            if match := _VIDEO.search(record.string(key)):
                if not record.string("articleBody"):
                    found.setdefault(match["id"], record)
                break
    return found


def _title(element: Element) -> str | None:
    """The title that a player carries in an attribute, or in the picture it shows until it is clicked."""
    pictures = [node for node in inside(element, limit=20) if node.tag in ("img", "amp-img")]
    for value in (*(element.get(name) for name in _TITLE_NAMES), *(picture.get("alt") for picture in pictures)):
        title = _FURNITURE.sub("", " ".join(value.split()))
        if len(_GENERIC.sub("", title)) >= 4 and _says_something(title):
            return title
    return None


def _says_something(title: str) -> bool:
    """Whether a title says something: two words that are no furniture, or one in a script without spaces."""
    rest = _GENERIC.sub(" ", title).split()
    return len(rest) >= 2 or any(not word.isascii() and len(word) >= 4 for word in rest)


def _from(record: Record | None, *keys: str) -> str | None:
    return plain(record.string(*keys)) or None if record is not None else None


PLATFORM = YouTube()
