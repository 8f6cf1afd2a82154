"""A page and the markup hidden in it: consent gates, lazy templates, data that scripts turn into embeds."""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from urllib.parse import unquote

from quotecheck.extract.posts.platform import Bare, Layer
from quotecheck.extract.tree import INLINE, Element, Text, Tree

MAX_HIDDEN = 8 * 1024 * 1024
"""Characters of hidden markup that are parsed at most, over all of a page's scripts and attributes."""

_MARKUP = re.compile(r"<(?:blockquote|iframe|amp-|div|figure|p|section|a|template|script)\b", re.IGNORECASE)
_EMBED = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|fb-post|fb-video"
    r"|data-telegram-post|text-post-media|status(?:es)?(?:/|\\/|%2F|\\u002F)\d{6}|instagram\.com(?:/|\\/|%2F)(?:p|reel|tv)\b"
    r"|facebook\.com(?:/|\\/|%2F)[^\"'\s<>]{1,80}?(?:posts|permalink|videos|photos)"
)
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{40,}={0,2}\s*")
_BASE64_MARKUP = re.compile(r"(?:PG|Cj|ID|IC|DQ|CT|CQ)[A-Za-z0-9+/]{38,}={0,2}")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\"'/\\nrtbf<>]))")
_PLAIN = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": ""}
_BARE = re.compile(r"(?:^|>)\s*+((?:https?:)?//[^\s<>\"']{8,300})\s*+(?=<|$)")
_ELSEWHERE = re.compile(
    r"related|recommend|sidebar|latest|trending|popular|most_?read|more_?(?:from|stories|articles)"
    r"|next_?(?:article|story)"
    r"|previous|teaser|navigation|menu|footer|timeline|feed$|tweets$|social_?(?:feed|links|media|wall)",
    re.IGNORECASE,
)
_URL_KEY = re.compile(r"(?:url|href|link|src|permalink|embed|value|content|oembed|id)s?$", re.IGNORECASE)
_STATE = re.compile(r"__NUXT__|__(?:INITIAL|PRELOADED|APOLLO)_(?:STATE|DATA)__|__remixContext|self\.__next_f")
_MEMBER = re.compile(r"\b(\w{2,40})[\"']?\s{0,9}:\s{0,9}[\"']((?:https?:)?//[^\"'\s<>]{10,300})[\"']")
_DATA_TYPES = ("json", "template", "html", "text/plain")


def layers(tree: Tree) -> Iterator[Layer]:
    """The page itself, then whatever embeds its scripts, text areas and attributes hold, in the order of the source."""
    yield Layer(tree=tree, origin=None, bare=tuple(bare_urls(tree)))
    budget = MAX_HIDDEN
    for element, markup in _hidden(tree):
        if len(markup) > budget:
            continue
        budget -= len(markup)
        inner = Tree(markup)
        yield Layer(tree=inner, origin=element.start, bare=tuple(bare_urls(inner)))


def bare_urls(tree: Tree) -> Iterator[Bare]:
    """The addresses that stand alone in a paragraph."""
    starts: list[int] | None = None
    for match in _BARE.finditer(tree.source):
        if starts is None:
            starts = [element.start for element in tree.elements]
        place = match.start(1)
        index = bisect_right(starts, place) - 1
        holder: Element | None = tree.elements[index] if index >= 0 else tree.root
        at = 0
        while holder is not None:
            at = bisect_left(holder.children, place + 1, key=lambda node: node.start) - 1
            if at >= 0 and isinstance(child := holder.children[at], Text) and child.start <= place < child.end:
                break
            holder = holder.parent
        if holder is None or holder.tag in ("script", "style", "textarea", "title"):
            continue
        child = holder.children[at]
        while holder.parent is not None and holder.tag in INLINE:
            if not _alone(tree, holder, child):
                break
            child, holder = holder, holder.parent
        if holder.tag not in INLINE and _alone(tree, holder, child):
            whole = not any(other is not child and _shows(tree, other) for other in holder.children[:50])
            drop = child if isinstance(child, Element) else holder if whole and holder.tag == "p" else None
            yield Bare(url=html.unescape(match[1]), holder=holder, drop=drop, offset=place)


def _alone(tree: Tree, holder: Element, child: Element | Text) -> bool:
    """Whether no words stand before or after `child` on its line."""
    at = bisect_left(holder.children, child.start, key=lambda node: node.start)
    for step in (-1, 1):
        index = at + step
        while 0 <= index < len(holder.children):
            other = holder.children[index]
            if isinstance(other, Element) and (other.tag == "br" or other.tag not in INLINE):
                break
            if _shows(tree, other):
                return False
            index += step
    return True


def _shows(tree: Tree, node: Element | Text) -> bool:
    if isinstance(node, Text):
        return bool(tree.source[node.start : node.end].strip())
    return bool(node.children) or node.tag == "img"


def _hidden(tree: Tree) -> Iterator[tuple[Element, str]]:
    for element in tree.elements:
        tag = element.tag
        if tag == "textarea":
            yield from _markup(element, html.unescape(tree.raw_content(element)))
        elif tag == "script":
            yield from _script(tree, element)
        elif tag == "iframe" and element.children:
            yield from _markup(element, html.unescape(tree.raw_content(element)))
        raw = element.raw_attributes
        if len(raw) > 60 and (
            "<" in raw or "&lt;" in raw or "%3C" in raw or "\\u003" in raw or _BASE64_MARKUP.search(raw)
        ):
            for value in element.attributes.values():
                if len(value) > 40:
                    yield from _markup(element, value)


def _script(tree: Tree, element: Element) -> Iterator[tuple[Element, str]]:
    content = tree.raw_content(element)
    if len(content) < 40:
        return
    kind = element.get("type").lower()
    if "json" in kind or element.get("id") in ("__NEXT_DATA__", "__NUXT_DATA__"):
        if _EMBED.search(content):
            yield from ((element, markup) for markup in _json_markup(content))
    elif any(data in kind for data in _DATA_TYPES):
        yield from _markup(element, content)
    elif _EMBED.search(content):
        plain = _unescape(content)
        if _MARKUP.search(plain):
            yield element, plain
        if _STATE.search(content):
            yield from ((element, f"<p>{html.escape(url)}</p>") for url in _state_addresses(plain))


def _state_addresses(plain: str) -> Iterator[str]:
    """Addresses that stand for embeds in the data a page's script starts from, which need not be JSON."""
    for match in _MEMBER.finditer(plain):
        if _EMBED.search(match[2]) and _URL_KEY.search(match[1]):
            yield match[2]


def _markup(element: Element, value: str) -> Iterator[tuple[Element, str]]:
    """`value` as markup, if it holds an embed: as it stands, escaped, percent-encoded, or in base64."""
    if _BASE64.fullmatch(value):
        try:
            value = base64.b64decode("".join(value.split()) + "==").decode("utf-8", "replace")
        except (binascii.Error, ValueError):
            return
        if "%3C" in value[:40]:
            value = unquote(value)
    elif "%3C" in value or "%3c" in value:
        value = unquote(value)
    if not _EMBED.search(value):
        return
    if "\\" in value:
        value = _unescape(value)
    if "&lt;" in value and not _MARKUP.search(value):
        value = html.unescape(value)
    if _MARKUP.search(value):
        yield element, value


def _unescape(text: str) -> str:
    """The escapes of JSON and JavaScript strings resolved, twice where they are nested, then those of HTML."""
    for _ in range(2):
        if "\\" not in text:
            break
        text = _ESCAPE.sub(_resolve, text)
    text = _join_surrogates(text)
    return html.unescape(text) if "&lt;" in text and not _MARKUP.search(text) else text


def _resolve(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _PLAIN.get(match[3], match[3])


def _join_surrogates(text: str) -> str:
    if re.search("[\ud800-\udfff]", text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _json_markup(content: str) -> Iterator[str]:
    """Markup in the strings of a JSON document, and addresses that stand for embeds; other articles' left out."""
    try:
        top = json.loads(content)
    except (ValueError, RecursionError):
        yield _unescape(content)
        return
    pending: list[tuple[str, object]] = [("", top)]
    while pending:
        key, value = pending.pop()
        if isinstance(value, dict):
            pending.extend((str(k), v) for k, v in reversed(value.items()) if not _ELSEWHERE.search(str(k)))
        elif isinstance(value, list):
            pending.extend((key, item) for item in reversed(value))
        elif isinstance(value, str) and len(value) > 20 and _EMBED.search(value):
            text = _join_surrogates(value)
            if "<" not in text and "&lt;" in text:
                text = html.unescape(text)
            if _MARKUP.search(text):
                yield text
            elif (not key or _URL_KEY.search(key)) and not re.search(r"\s", text.strip()):
                yield f"<p>{html.escape(text.strip())}</p>"
