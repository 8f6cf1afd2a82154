"""Posts told by data: an object that gives a post's address and words, in a script or in an element's attribute.

Substack, for one, puts all of a post into `data-attrs`; pages that React builds carry the answers of the platforms' own
interfaces in the data that they start from.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.platform import Found, Layer, Record
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.words import is_cut, paragraphs
from quotecheck.extract.tree import Tree

_ADDRESS = ("url", "tweet_url", "permalink", "permalink_url", "link", "uri", "expanded_url")
_WORDS = ("full_text", "tweet_text", "text", "articleBody", "caption")
_HANDLE = ("username", "screen_name", "authorHandle", "author_handle", "handle")
_DATE = ("date", "created_at", "createdAt", "datePublished", "uploadDate")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")


def told(layer: Layer, address: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Record, Found]]:
    """The posts whose address and words a record gives: the address's match, the record, and what it says.

    `identifier` and `url` are left for the platform to fill in.
    """
    for record in layer.records:
        match = address.match(record.string(*_ADDRESS))
        if match is not None and (found := read(layer, record)) is not None:
            yield match, record, found


def read(layer: Layer, record: Record) -> Found | None:
    """What a record says of a post; None where it has no words, or stands among comments or in a feed."""
    holder = record.holder
    if in_comments(holder) or in_frame(holder) or (record.shown and in_feed(holder)):
        return None
    words = plain(record.string(*_WORDS))
    if not words:
        return None
    by = record.inner("user", "author")
    handle = record.string(*_HANDLE) or (by.string(*_HANDLE, "alternateName") if by else "")
    author = (by.string("name") if by else "") or record.string("author_name", "authorName")
    if not author and handle:
        author = record.string("name")
    language = record.string("lang", "inLanguage").lower().split("-")[0]
    return Found(
        identifier=None,
        offset=layer.offset(holder.start),
        nodes=(holder,) if record.shown else (),
        author=" ".join(html.unescape(author).split()) or None,
        handle=handle.lstrip("@") or None,
        posted_at=iso_date(record.string(*_DATE)),
        text=words,
        truncated=is_cut(words),
        language=language if _LANGUAGE.fullmatch(language) and language not in ("und", "zxx", "qme") else None,
    )


def plain(text: str) -> str:
    """The words of a string that may hold markup and entities, paragraphs apart."""
    if _TAG.search(text):
        tree = Tree(text.replace("\n", "<br>"))
        return "\n\n".join(paragraph.text for paragraph in paragraphs(tree, tree.root))
    return html.unescape(text).replace("\r\n", "\n").strip()
