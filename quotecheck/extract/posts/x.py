"""X, formerly Twitter: every shape in which its embeds are found on news pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from quotecheck.extract.posts.dates import iso_date, snowflake_time
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer, slashed
from quotecheck.extract.posts.records import read, told
from quotecheck.extract.posts.references import holds_address, is_button, left_by_embed
from quotecheck.extract.posts.signature import Signature, split
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.urls import clean, decoded
from quotecheck.extract.posts.words import Paragraph, is_cut, paragraphs, unglue, without_links
from quotecheck.extract.tree import Element, inside

_STATUS = re.compile(
    r"(?:https?:)?//(?:[a-z0-9-]+\.)*(?:twitter|x|fxtwitter|vxtwitter|fixupx)\.com/(?:#!/)?"
    r"(?:(?P<user>\w{1,20})/status(?:es)?|(?:i/(?:web/)?)?status(?:es)?)/(?P<id>\d{2,20})(?![\d])",
    re.IGNORECASE,
)
_NOT_USERS = frozenset(("i", "web", "statuses", "status", "intent", "share"))
_EMBED_CLASS = ("twitter-tweet", "twitter-video")
_ID_QUERY = re.compile(
    r"(?:platform\.twitter\.com/embed|/widgets/tweet_?button|twitter\.com/).*?[?&#](?:id|tweet_?id)=(\d{8,20})"
)
_NO_EMBED = frozenset("a link meta img source form input button option body html area script style svg".split())
_BOILERPLATE = re.compile(
    r"(?:this\s+)?(?:tweet|post)\s+(?:may\s+have\s+been|was|has\s+been|is\s+no\s+longer)\s+(?:deleted|available"
    r"|removed)"
    r"(?:\s+by\s+the\s+\w+(?:\s+author)?)?\.?"
    r"|\(?opens\s+in\s+a\s+new\s+(?:tab|window)\)?|loading\s+(?:the\s+)?(?:tweet|post)s?(?:\.\.\.|…)?"
    r"|(?:view|see|read|show|watch)\s+(?:this\s+|the\s+|full\s+|original\s+)*(?:tweet|post|conversation"
    r"|video)?\s*on\s+(?:twitter|x)\.?"
    r"|(?:view|see|open|show|load)\s+(?:this\s+|the\s+)?tweet\.?"
    r"|(?:diesen\s+)?tweet\s+(?:auf\s+twitter\s+)?(?:ansehen|anzeigen|laden)|tweet\s+von\s+@?\w+|twitter|tweet",
    re.IGNORECASE,
)
_CARD_TEXT = re.compile(
    r"(?:tweet|twitter|status)[-_]*(?:card)?[-_]*(?:text|body|content|message|copy)|^(?:text|e-entry-content"
    r"|entry-content)$"
)
_CARD_NAME = re.compile(
    r"(?:display|full)[-_]*name|author[-_]*name|user[-_]*full|^(?:name|author|fullname|p-name|p-author)$"
    r"|tweet[-_]*author$"
)
_CARD = re.compile(r"tweet|twitter|^bbpbox")
_NO_CARD = re.compile(r"share|button|follow|timeline|intent|social|icon|-via|byline")
_PICTURED = re.compile(r"\b(?:tweets?|twitter|tuit|x[ -]post)\b|\bpost(?:ed)? on x\b", re.IGNORECASE)
_MOST_BOXES = 2000
"""Boxes around links to statuses that are looked into; a page with more of them is a list of posts, and no article."""
_RETWEET = re.compile(r"RT @(\w{1,20}):? ")
_CALL = re.compile(r"\bcreateTweet(?:Embed)?\(\s{0,20}[\"'](\d{8,20})[\"']")
_NUMBERED = re.compile(r"(?:tweet|twitter|status)[-_]?(?:embed[-_]?)?(\d{15,20})$")
_ID_NAMES = frozenset("data-id data-embed-id data-post-id data-status-id data-src-id data-embedid data-key".split())


class X:
    """Embeds of single statuses; timelines, follow buttons and share links are none."""

    name = "x"
    clues = ("twitter", "tweet", "x.com/", "t.co/")
    hidden = (
        r"twitter-(?:tweet|video)|status(?:es)?" + SLASH + r"\d{6}|[\"']screen_name[\"']|createTweet\(|amp-twitter"
        r"|platform\.twitter\.com" + SLASH + "embed"
    )
    hidden_marks = (
        *("twitter-tweet", "twitter-video", "screen_name", "createTweet(", "amp-twitter", "platform.twitter.com"),
        *slashed("status"),
        *slashed("statuses"),
    )

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        embeds = [e for e in layer.having("twitter-") if _is_embed(e)]
        unmarked = _quoting(layer, set(embeds))
        taken = {*embeds, *unmarked}
        for element in embeds:
            if not in_comments(element) and not in_frame(element) and (found := _embed(layer, element, taken)):
                yield found
        for element in unmarked:
            signed = split(paragraphs(layer.tree, element, taken)).handle
            if (
                signed
                and not in_comments(element)
                and not in_frame(element)
                and (found := _embed(layer, element, taken))
            ):
                yield found
            elif not signed:
                taken.discard(element)
        yield from _placeholders(layer, taken)
        yield from _cards(layer, taken)
        yield from _told(layer)
        yield from pictured(layer, _PICTURED)
        for bare in layer.bare:
            match = _STATUS.match(bare.url)
            if match and not in_comments(bare.holder) and not in_frame(bare.holder):
                yield _link(layer, match, bare.drop, bare.offset)


def _is_embed(element: Element) -> bool:
    return element.tag not in ("a", "script", "body", "html", "link", "meta") and any(
        name.startswith(_EMBED_CLASS) for name in element.classes
    )


def _quoting(layer: Layer, embeds: set[Element]) -> list[Element]:
    """Blockquotes that lost their class, but still end in a signature whose date links to the status."""
    found: dict[Element, None] = {}
    for link in layer.tree.by_tag("a"):
        if "/status" not in link.raw_attributes or not _STATUS.search(link.get("href")):
            continue
        for depth, parent in enumerate(link.ancestors()):
            if parent in embeds or depth > 4:
                break
            if parent.tag == "blockquote":
                found[parent] = None
                break
    return list(found)


def _last_status(top: Element, taken: set[Element]) -> re.Match[str] | None:
    """The last link to a status under `top`, not inside another embed."""
    last: re.Match[str] | None = None
    for element in inside(top, taken):
        if element.tag == "a" and (match := _STATUS.search(element.get("href"))):
            last = match
    return last


def _embed(layer: Layer, element: Element, taken: set[Element]) -> Found | None:
    found = paragraphs(layer.tree, element, taken)
    signature = split(found)
    status = _last_status(element, taken) or _own_status(element)
    identifier = status["id"] if status else _identifier(element)
    words = _words(signature, found)
    if words is None and identifier is None:
        return None
    handle = signature.handle or _user(status)
    posted_at = _stamp(element) or signature.posted_at or (_last_date(found) if not signature.handle else None)
    return _found(layer, element, identifier, status, words, found, signature.author, handle, posted_at)


def _found(
    layer: Layer,
    element: Element,
    identifier: str | None,
    status: re.Match[str] | None,
    words: str | None,
    found: list[Paragraph],
    author: str | None,
    handle: str | None,
    posted_at: str | None,
) -> Found:
    url = clean(status[0]) if status else f"https://twitter.com/i/status/{identifier}" if identifier else None
    found_post = Found(
        identifier=identifier,
        offset=layer.offset(element.start),
        nodes=(element,),
        author=author,
        handle=handle,
        posted_at=posted_at or (snowflake_time(identifier) if identifier else None),
        url=url,
        text=words,
        truncated=words is not None and is_cut(words),
        language=next((p.language for p in found if p.language), None) if words else None,
    )
    return _passed_on(found_post)


def _words(signature: Signature, found: list[Paragraph]) -> str | None:
    """The post's own words; None where all there is are links, dates and the embed's furniture."""
    text = signature.words
    if not signature.handle:
        kept = [p.text for p in found]
        while len(kept) > 1 and len(kept[-1]) < 60 and iso_date(kept[-1]):
            kept.pop()
        text = "\n\n".join(kept)
        if iso_date(text) and len(text) < 40:
            return None
    text = unglue(text)
    if _says_something(without_links(text)):
        return text
    return text if signature.handle and _only_symbols(text) else None


def _says_something(text: str) -> bool:
    """Whether a text holds more than the embed's furniture."""
    first = next((place for place, char in enumerate(text) if char.isalnum()), None)
    if first is None:
        return False
    if not any(_BOILERPLATE.match(text, place) for place in (max(0, first - 1), first)):
        return True  # no need to look for it in the rest: its first word says something
    return any(c.isalnum() for c in _BOILERPLATE.sub(" ", text))


def _only_symbols(text: str) -> bool:
    """A signed post may consist of emoji alone; of a link alone it cannot be told from furniture."""
    rest = without_links(text)
    return bool(rest) and not rest.isascii() and not _BOILERPLATE.search(rest)


def _last_date(found: list[Paragraph]) -> str | None:
    return iso_date(found[-1].text) if found and len(found[-1].text) < 60 else None


def _stamp(element: Element) -> str | None:
    """The date that the older embeds carry in an attribute."""
    for node in inside(element, limit=300):
        if node.tag in ("a", "time") and "datetime" in node.raw_attributes:
            return iso_date(node.get("data-datetime") or node.get("datetime"))
    return None


def _user(status: re.Match[str] | None) -> str | None:
    user = status["user"] if status else None
    return None if user is None or user.lower() in _NOT_USERS else user


def _own_status(element: Element) -> re.Match[str] | None:
    """A status named in the element's own attributes, its address escaped or not."""
    for name, value in element.attributes.items():
        if "/status" in value or "%2F" in value:
            match = _STATUS.search(decoded(value))
            if match and (match.start() == 0 or holds_address(name)):
                return match
    return None


def _identifier(element: Element) -> str | None:
    """A status ID in the element's own attributes."""
    for name, value in element.attributes.items():
        if "tweet" in name and re.fullmatch(r"\s*\d{5,20}\s*", value):
            return value.strip()
        if holds_address(name) and (match := _ID_QUERY.search(decoded(value))):
            return match[1]
        if name == "id" and (match := _NUMBERED.match(value.lower())):
            return match[1]
        if name in _ID_NAMES and re.fullmatch(r"\s*\d{15,20}\s*", value) and _is_box(element):
            return value.strip()
    return None


def _is_box(element: Element) -> bool:
    """Whether an element's names, apart from its number, say that it holds a post."""
    names = [*element.classes, element.get("data-type"), element.get("data-provider"), element.get("data-embed-type")]
    return any(_CARD.search(name.lower()) for name in names) and not any(_NO_CARD.search(name) for name in names)


def _placeholders(layer: Layer, taken: set[Element]) -> Iterator[Found]:
    """Elements that only name a status, for a script to fill."""
    for element in layer.having("tweet", "status", "twitter"):
        if len(element.raw_attributes) < 8 or element in taken:
            continue
        if (element.tag in _NO_EMBED and not (element.tag == "a" and left_by_embed(element))) or is_button(element):
            continue
        status = _own_status(element)
        identifier = status["id"] if status else _identifier(element)
        if identifier is None or in_comments(element) or in_frame(element):
            continue
        if element.tag == "blockquote" or element.tag == "amp-twitter":
            found = _embed(layer, element, taken) if split(paragraphs(layer.tree, element, taken)).handle else None
            if found and found.text:
                yield found
                continue
        yield _found(layer, element, identifier, status, None, [], None, _user(status), None)


def _link(layer: Layer, status: re.Match[str], drop: Element | None, offset: int) -> Found:
    return Found(
        identifier=status["id"],
        offset=layer.offset(offset),
        nodes=(drop,) if drop else (),
        handle=_user(status),
        posted_at=snowflake_time(status["id"]),
        url=clean(status[0]),
    )


def _cards(layer: Layer, taken: set[Element]) -> Iterator[Found]:
    """Posts rebuilt by the page in markup of its own: a box named after tweets, with words, handle and link."""
    done: set[Element] = set()
    boxes: dict[Element, bool | None] = {}  # whether it shows words; None where it is no box
    for link in layer.tree.by_tag("a"):
        if "/status" not in link.raw_attributes or not (status := _STATUS.search(link.get("href"))):
            continue
        box = None
        for depth, parent in enumerate(link.ancestors()):
            if depth > 8 or parent in taken or parent.tag in ("body", "article", "main"):
                break
            if parent not in boxes:
                if len(boxes) >= _MOST_BOXES:
                    return
                names = parent.classes
                named = any(map(_CARD.search, names)) and not any(map(_NO_CARD.search, names))
                boxes[parent] = _part(parent, _CARD_TEXT) is not None if named else None
            if (worded := boxes[parent]) is not None:
                box = parent
                if worded:
                    break
        if box is None or box in done:
            continue
        done.add(box)
        if (found := _card(layer, box, status)) is not None and not in_feed(box) and not in_comments(box):
            yield found


def _card(layer: Layer, box: Element, status: re.Match[str]) -> Found | None:
    body = _part(box, _CARD_TEXT)
    user = _user(status)
    if body is None or user is None:
        return None
    shown = paragraphs(layer.tree, box, limit=600)
    if not any(f"@{user.lower()}" in p.text.lower() for p in shown) or not _only_status(box, status["id"]):
        return None
    found = paragraphs(layer.tree, body, limit=400)
    words = _words(Signature("\n\n".join(p.text for p in found), None, user, None), found)
    name = _part(box, _CARD_NAME)
    named = paragraphs(layer.tree, name, limit=50) if name is not None else []
    author = named[0].text.split("@")[0].strip() if named else None
    dates = [date for p in shown if len(p.text) < 60 and (date := iso_date(p.text))]
    posted_at = _stamp(box) or (dates[-1] if dates else None)
    return _found(layer, box, status["id"], status, words, found, author or None, user, posted_at)


def _only_status(box: Element, identifier: str) -> bool:
    """Whether `box` links to no other status: a list of posts is a feed, a line of prose beside one is not the post."""
    links = (n for n in inside(box, limit=400) if n.tag == "a" and "/status" in n.raw_attributes)
    return all(match["id"] == identifier for link in links if (match := _STATUS.search(link.get("href"))))


def _part(box: Element, pattern: re.Pattern[str]) -> Element | None:
    for node in inside(box, limit=200):
        if node.raw_attributes and any(pattern.search(c) for c in node.classes):
            return node
    return None


def _told(layer: Layer) -> Iterator[Found]:
    """Posts whose words stand in the page's data, and those that a script is told to fetch by number."""
    for status, _, found in told(layer, _STATUS):
        yield _passed_on(replace(found, identifier=status["id"], handle=_user(status), url=clean(status[0])))
    for record in layer.records:
        identifier, user = record.string("id_str"), record.inner("user")
        if not user or not user.string("screen_name") or not re.fullmatch(r"\d{2,20}", identifier):
            continue
        if (post := read(layer, record)) is not None:
            url = f"https://twitter.com/{user.string('screen_name')}/status/{identifier}"
            yield _passed_on(replace(post, identifier=identifier, url=url))
    for script in layer.tree.by_tag("script"):
        content = layer.tree.raw_content(script)
        if "createTweet" not in content or in_comments(script) or in_frame(script):
            continue
        for call in _CALL.finditer(content):
            yield Found(
                identifier=call[1],
                offset=layer.offset(script.start),
                posted_at=snowflake_time(call[1]),
                url=f"https://twitter.com/i/status/{call[1]}",
            )


def _passed_on(found: Found) -> Found:
    """A repost of the old kind ("RT @account: ..."): its words are that account's, and who signs it passed them on."""
    repost = _RETWEET.match(found.text or "")
    if repost is None:
        return found
    return replace(found, author=None, handle=repost[1], reposted_by=found.handle)


PLATFORM = X()
