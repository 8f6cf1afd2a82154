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
    r"|sidebar|socialwall|twitterfeed|tweetslist|latesttweets|recenttweets|(?:latest|recent|list)[-_]tweets|tweets[-_]list"
)
_FRAME = frozenset(("nav", "footer"))
_SIDE_BAR = frozenset("sidebar primary-sidebar secondary-sidebar widget-area sidebar-right sidebar-left".split())


def in_comments(element: Element) -> bool:
    """Whether readers wrote what stands here."""
    return any(_COMMENTS.intersection(_names(parent)) for parent in element.ancestors() if parent.tag != "body")


def in_frame(element: Element) -> bool:
    """Whether it stands in the page's navigation, its footer, or a side bar.

    A footer inside an article belongs to the article.
    """
    for parent in element.ancestors():
        tag = parent.tag
        if tag == "article":
            return False
        if tag in ("body", "html"):
            break
        if tag in _FRAME or _SIDE_BAR.intersection(_names(parent)):
            return True
    return False


def in_feed(element: Element) -> bool:
    """Whether it stands in a list of an account's latest posts, as far as class names tell."""
    for parent in (element, *element.ancestors()):
        if parent.tag in ("body", "html", "main"):
            return False
        if parent.tag in _FRAME or parent.tag == "aside":
            return True
        if any(_FEED.search(name) for name in _names(parent) if not name.startswith("elementor")):
            return True
    return False


def _names(element: Element) -> list[str]:
    if not element.raw_attributes:
        return []
    return [*element.classes, *element.get("id").lower().split()]
