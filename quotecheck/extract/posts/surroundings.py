"""Is an element part of the article, or of a side feed, the comments, the page's frame?"""

from __future__ import annotations

import re

from quotecheck.extract.tree import Element

_COMMENTS = frozenset(
    "comments comment comment-list commentlist comments-area comment-body comment-content respond disqus_thread "
    "disqus-thread kommentare comentarios commentaires".split()
)
_FEED = re.compile(
    r"(?:^|[-_])(?:timeline|feeds?|stream|ticker|socialwall|wall|carousel|slider|widgets?|footer)(?:$|[-_])"
    r"|sidebar|socialwall|twitterfeed|tweetslist|latesttweets|recenttweets|(?:latest|recent|list)[-_]tweets"
    r"|tweets[-_]list"
)
_NO_FEED = ("elementor", "tgme_widget_message")
"""How class names begin that say "widget" of a single thing: a page builder's, and Telegram's of one message."""
_FRAME = frozenset(("nav", "footer"))
_SIDE_BAR = frozenset("sidebar primary-sidebar secondary-sidebar widget-area sidebar-right sidebar-left".split())


_COMMENTED, _FRAMED, _FED = 1, 2, 4


def in_comments(element: Element) -> bool:
    """Whether readers wrote what stands here."""
    return bool(_around(element.parent) & _COMMENTED)


def in_frame(element: Element) -> bool:
    """Whether it stands in the page's navigation, its footer, or a side bar.

    A footer inside an article belongs to the article.
    """
    return bool(_around(element.parent) & _FRAMED)


def in_feed(element: Element) -> bool:
    """Whether it is, or stands in, a list of an account's latest posts, as far as class names tell."""
    return bool(_around(element) & _FED)


def _around(element: Element | None) -> int:
    """What holds for everything in `element`; found out once for each element, so that deep nesting costs nothing."""
    unknown: list[Element] = []
    while element is not None and element.surroundings is None:
        unknown.append(element)
        element = element.parent
    flags = 0 if element is None else element.surroundings or 0
    for node in reversed(unknown):
        flags = _in(node, flags)
        node.surroundings = flags
    return flags


def _in(element: Element, flags: int) -> int:
    tag = element.tag
    if tag in ("html", "body", ""):
        return 0
    names = _names(element)
    if _COMMENTS.intersection(names):
        flags |= _COMMENTED
    if tag == "article":
        flags &= ~_FRAMED
    elif tag in _FRAME or _SIDE_BAR.intersection(names):
        flags |= _FRAMED
    if tag == "main":
        return flags & ~_FED
    if tag in _FRAME or tag == "aside" or any(_FEED.search(n) for n in names if not n.startswith(_NO_FEED)):
        flags |= _FED
    return flags


def _names(element: Element) -> list[str]:
    if not element.raw_attributes:
        return []
    return [*element.classes, *element.get("id").lower().split()]
