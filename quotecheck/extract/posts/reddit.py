"""Reddit: a blockquote with the post's title and account; of comments and frames only the address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.references import link_only, named
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.words import is_cut, paragraphs
from quotecheck.extract.tree import Element, inside

_POST = re.compile(
    r"(?:https?:)?//(?:(?:[a-z-]+\.)?reddit(?:media)?\.com/(?P<where>(?:r|user|u)/[\w-]{1,60})?/?comments/(?P<id>[a-z0-9]{4,10})"
    r"(?:/(?P<slug>[^/?#\"'\s<>]{0,200})(?:/(?P<comment>[a-z0-9]{5,10})(?![\w-]))?)?|redd\.it/(?P<short>[a-z0-9]{4,10})(?=[/?#]|$))",
    re.IGNORECASE,
)
_USER = re.compile(r"reddit\.com/(?:user|u)/([\w-]{1,40})/?(?:[?#]|$)", re.IGNORECASE)
_CLASSES = ("reddit-embed", "reddit-card")
_NO_TITLE = re.compile(
    r"(?:reddit\s*)?(?:post|comment|link|discussion|thread|beitrag|kommentar|comentario|commentaire)?"
    r"(?:\s*(?:on|from|auf)\s*reddit)?|(?:view|see|open)\b.{0,30}\breddit|https?://\S+|<no value>|r/\w+|u/[\w-]+",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"\breddit[ -](?:post|comment|thread)\b|\bpost(?:ed)? on reddit\b", re.IGNORECASE)


class Reddit:
    """Single posts and comments; lists of a subreddit's posts and submit buttons are none."""

    name = "reddit"
    clues = ("reddit", "redd.it")
    hidden = (
        r"reddit-embed|reddit-card|amp-reddit|reddit(?:media)?\.com" + SLASH + r"(?:r|user)" + SLASH + r"[\w-]{1,60}"
        r"" + SLASH + "comments"
    )
    hidden_marks = ("reddit",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        embeds = [e for e in layer.tree.by_tag("blockquote", "div") if _is_embed(e)]
        taken = set(embeds)
        for element in embeds:
            if not (in_comments(element) or in_frame(element) or in_feed(element)) and (
                found := _embed(layer, element, taken)
            ):
                yield found
        yield from link_only(layer, _POST, "redd", _read, taken)
        yield from pictured(layer, _PICTURED)


def _is_embed(element: Element) -> bool:
    return "reddit-" in element.raw_attributes and any(name.startswith(_CLASSES) for name in element.classes)


def _embed(layer: Layer, element: Element, taken: set[Element]) -> Found | None:
    post = named(element, _POST)
    title: str | None = None
    handle: str | None = None
    for node in inside(element, taken, limit=300):
        if node.tag != "a":
            continue
        href = node.get("href")
        if post is None and (post := _POST.match(href)) is not None and not post["comment"]:
            shown = " ".join(p.text for p in paragraphs(layer.tree, node, limit=200))
            title = None if _NO_TITLE.fullmatch(shown) else shown
        if handle is None and (user := _USER.search(href)):
            handle = user[1]
    if post is None:
        return None
    found = _read(post)
    return Found(
        identifier=found.identifier,
        offset=layer.offset(element.start),
        nodes=(element,),
        handle=handle,
        url=found.url,
        text=title,
        truncated=title is not None and is_cut(title),
    )


def _read(match: re.Match[str]) -> Found:
    number = (match["id"] or match["short"]).lower()
    where = f"{match['where']}/" if match["where"] else ""
    comment = (match["comment"] or "").lower()
    url = f"https://www.reddit.com/{where}comments/{number}/"
    if comment:
        url += f"{match['slug'] or 'comment'}/{comment}/"
    elif match["slug"]:
        url += f"{match['slug']}/"
    return Found(identifier=f"{number}/{comment}" if comment else number, offset=0, url=url)


PLATFORM = Reddit()
