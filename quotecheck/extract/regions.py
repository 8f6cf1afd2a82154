"""What the parts of a page are for, as tags, roles and class names tell: body, teaser, caption, furniture."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from quotecheck.extract.tree import Element

Region = Literal["skip", "label", "teaser", "caption", "dek", "byline"]
"""A label is furniture by its name alone, such as "tags" or "meta": it is skipped unless it holds running text."""

NEVER = frozenset(
    "head script style template svg math button select option textarea noscript iframe object embed video audio canvas "
    "input datalist map dialog amp-ad amp-analytics amp-sidebar amp-consent".split()
)
"""Tags that hold no words of an article."""

_SKIP_TAGS = frozenset("nav footer form".split())
_SKIP_ROLES = frozenset(
    "navigation search banner contentinfo menu menubar dialog alertdialog toolbar tablist form complementary".split()
)
_SKIP = re.compile(
    r"(?:^|[-_])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|sharebar|cookies?|consent|gdpr|newsletter"
    r"|signup"
    r"|login|comments?|commentlist|respond|disqus|ads?|adslot|advert|advertisement|anzeige|werbung|popup|modal"
    r"|overlay|sidebar"
    r"|toolbar|pagination|pager|tagcloud|footer|copyright|outbrain|taboola|sponsored|skip-link|poll|author-bio"
    r"|author-box"
    r"|about-author|disclaimer|brlbs|embed-privacy)(?:$|[-_])|^(?:_brlbs|borlabs)|sharedaddy|addtoany|jp-relatedposts"
)
_LABEL = re.compile(
    r"(?:^|[-_])(?:social|socials|subscribe|subscription|banner|tags?|taglist|rating|votes?|credits?|toc|biography"
    r"|timestamp"
    r"|dateline|pubdate|posted-on|meta|kicker|shop|product|paywall|placeholder)(?:$|[-_])|^social"
    r"|^(?:hidden|visually-hidden|sr-only|screen-reader-text|print-only|d-none|invisible)$"
)
_TEASER = re.compile(
    r"(?:^|[-_])(?:related|teasers?|recommend(?:ed|ations?)?|read-?more|more-?(?:on|from|stories|articles|news)"
    r"|see-?also"
    r"|also-?read|most-?(?:read|popular|viewed)|popular|trending|promo|further-?reading|linkbox|recirc|upnext|up-next"
    r"|next-?article|embedded-?(?:post|article|story)|article-?card|story-?card|news-?card|inline-?article)(?:$|[-_])"
    r"|related|weiterlesen|wp-embedded-content|wp-block-embed-wordpress"
)
_CAPTION = re.compile(r"(?:^|[-_])(?:caption|captions|bildunterschrift|legend|wp-caption-text)(?:$|[-_])|caption")
_DEK = re.compile(
    r"(?:^|[-_])(?:dek|deck|standfirst|sub-?title|sub-?head(?:line|ing)?|sub-?hed|excerpt|article-?summary"
    r"|article-?description|bajada|sumario|chapeau|chapo|sommario|occhiello|teaser-?text|vorspann)(?:$|[-_])"
)
_BYLINE = re.compile(
    r"(?:^|[-_])(?:byline|by-line|author|authors|autor|autoren|writer|contributors?|signature)(?:$|[-_])"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BODY = re.compile(
    r"article-?body|story-?body|post-?content|entry-?content|article-?content|^content$|article__body|body-?text"
)

OTHER_STORIES = (
    r"related|recommend|sidebar|latest|trending|popular|most_?read|more_?(?:from|stories|articles)"
    r"|next_?(?:article|story)|previous|teaser|navigation|menu|footer"
)
"""What the keys of a page's data hold under which other stories stand, or none: a regular expression."""


def region(element: Element) -> Region | None:
    """What an element's own tag and attributes say of what it holds; None where they say nothing."""
    tag = element.tag
    if tag in _SKIP_TAGS:
        return "skip"
    if tag == "aside":
        return "teaser"
    if tag == "figcaption":
        return "caption"
    if not element.raw_attributes or tag in ("html", "body", "main", "article"):
        return None
    attributes = element.attributes
    get = attributes.get
    style, role, item = get("style"), get("role"), get("itemprop")
    if "hidden" in attributes or get("aria-hidden") == "true" or (style and _HIDDEN_STYLE.search(style)):
        return "skip"
    if (role and role.lower() in _SKIP_ROLES) or item == "commentText":
        return "skip"
    if get("rel") == "author" or item == "author":
        return "byline"
    return _named(get("class", ""), get("id", ""))


@lru_cache(maxsize=4096)
def _named(classes: str, identifier: str) -> Region | None:
    """What the two attributes say together: what the first telling name says, unless one says that this is the body."""
    told = [_told(name) for name in (*classes.lower().split(), identifier.lower()) if name]
    return None if "body" in told else next((found for found in told if found != "body" and found), None)


@lru_cache(maxsize=16384)
def _told(name: str) -> Region | Literal["body"] | None:
    """What a class name or an identifier says; pages repeat a few of them a thousand times."""
    if _BODY.search(name):
        return "body"
    if _TEASER.search(name):
        return "dek" if _DEK.search(name) else "teaser"
    if _CAPTION.search(name):
        return "caption"
    if _DEK.search(name):
        return "dek"
    if _BYLINE.search(name):
        return "byline"
    if _SKIP.search(name):
        return "skip"
    return "label" if _LABEL.search(name) else None
