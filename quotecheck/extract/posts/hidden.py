"""What a page hides: embeds that wait in scripts, text areas and attributes, and data that names posts."""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from quotecheck.extract.posts.platform import Record, Telling
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.regions import OTHER_STORIES
from quotecheck.extract.tree import Element, Tree

MAX_HIDDEN = 8 * 1024 * 1024
"""Characters of hidden markup that are parsed at most, over all of a page's scripts and attributes."""

MAX_RECORDS = 5000
"""Objects of a page's data that are kept at most."""

_MARKUP = re.compile(r"<(?:blockquote|iframe|amp-|div|figure|p|section|a|template|script|oembed)\b", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{40,}={0,2}\s*")
_BASE64_MARKUP = re.compile(r"(?:PG|Cj|ID|IC|DQ|CT|CQ|JTND)[A-Za-z0-9+/]{38,}={0,2}")
_BASE64_MARKS = ("PG", "Cj", "ID", "IC", "DQ", "CT", "CQ", "JTND")
"""How what `_BASE64_MARKUP` matches begins: looked for first, being quicker."""
_MARKUP_MARKS = ("<", "&lt;", "%3C", "\\u003")
_SHORT = 60
"""Characters of attributes in which no embed has room."""
_HOLDERS = frozenset(("textarea", "iframe", "script"))
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\"'/\\nrtbf<>]))")
_PLAIN = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": ""}
_STATE = re.compile(r"__NUXT__|__(?:INITIAL|PRELOADED|APOLLO)_(?:STATE|DATA)__|__remixContext|self\.__next_f")
_STATE_JSON = re.compile(r"__[A-Za-z_]{3,40}(?:__)?\s{0,9}=\s{0,9}(?=\{)")
_MEMBER = re.compile(r"\b(\w{2,40})[\"']?\s{0,9}:\s{0,9}[\"']((?:https?:)?//[^\"'\s<>]{10,300})[\"']")
_URL_KEY = re.compile(r"(?:url|href|link|src|permalink|embed|value|content|oembed|id)s?$", re.IGNORECASE)
_DATA_TYPES = ("json", "template", "html", "text/plain")
_ELSEWHERE = re.compile(
    OTHER_STORIES + r"|timeline|feed$|tweets$|social_?(?:feed|links|media|wall)",
    re.IGNORECASE,
)
_TELLING = frozenset("full_text text tweet_text title caption articleBody description name id_str html".split())


class Hidden:
    """Collects what a page hides.

    Args:
        tree: the page.
        telling: what gives an embed away.
        in_source: the same in what stands in the page as it is, neither escaped nor encoded.

    Attributes:
        markup: markup with an embed in it, and the element that holds it, in the order of the source.
        records: the objects in scripts' data and in attributes that name a post, other articles' left out.
    """

    def __init__(self, tree: Tree, telling: Telling, in_source: Telling) -> None:
        self.markup: list[tuple[Element, str]] = []
        self.records: list[Record] = []
        self._telling = telling
        self._in_source = in_source
        self._budget = MAX_HIDDEN
        for element in tree.elements:
            if len(element.raw_attributes) > _SHORT or element.tag in _HOLDERS:
                self._element(tree, element)

    def _add(self, element: Element, markup: str) -> None:
        if element.tag != "script" and (in_comments(element) or in_frame(element)):
            return
        if len(markup) <= self._budget:
            self._budget -= len(markup)
            self.markup.append((element, markup))

    def _element(self, tree: Tree, element: Element) -> None:
        tag = element.tag
        if tag == "textarea" or (tag == "iframe" and element.children):
            self._encoded(element, html.unescape(tree.raw_content(element)))
        elif tag == "script":
            self._script(tree, element)
        raw = element.raw_attributes
        if len(raw) <= _SHORT:
            return
        if any(mark in raw for mark in _MARKUP_MARKS) or (
            any(mark in raw for mark in _BASE64_MARKS) and _BASE64_MARKUP.search(raw)
        ):
            for value in element.attributes.values():
                if len(value) > 40:
                    self._encoded(element, value)
        if ("{&quot;" in raw or "='{" in raw or "={" in raw or "{&#34;" in raw) and not in_feed(element):
            for value in element.attributes.values():
                if value.startswith("{") and len(value) > 20:
                    self._json(element, value, shown=True)

    def _script(self, tree: Tree, element: Element) -> None:
        content = tree.raw_content(element)
        if len(content) < 40:
            return
        kind = element.get("type").lower()
        if "json" in kind or element.get("id") in ("__NEXT_DATA__", "__NUXT_DATA__"):
            if self._in_source.in_text(content) and not self._json(element, content, shown=False):
                self._add(element, unescape(content))
        elif any(data in kind for data in _DATA_TYPES):
            self._encoded(element, content)
        elif self._in_source.in_text(content):
            state = _STATE_JSON.search(content) if "=" in content else None
            if state and self._json(element, content[state.end() :], shown=False):
                return
            plain = unescape(content)
            if _MARKUP.search(plain):
                self._add(element, plain)
            if _STATE.search(content):
                for member in _MEMBER.finditer(plain):
                    if self._telling.in_text(member[2]) and _URL_KEY.search(member[1]):
                        self._add(element, f"<p>{html.escape(member[2])}</p>")

    def _encoded(self, element: Element, value: str) -> None:
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
        if not self._telling.in_text(value):
            return
        if "\\" in value:
            value = unescape(value)
        if "&lt;" in value and not _MARKUP.search(value):
            value = html.unescape(value)
        if _MARKUP.search(value):
            self._add(element, value)

    def _json(self, element: Element, content: str, *, shown: bool) -> bool:
        """What a JSON document holds; False where it is none."""
        try:
            top, _ = json.JSONDecoder().raw_decode(content.lstrip())
        except (ValueError, RecursionError):
            return False
        for key, value in _strings(top, self.records, self._telling, element, shown=shown):
            text = _join_surrogates(value)
            if "<" not in text and "&lt;" in text:
                text = html.unescape(text)
            if _MARKUP.search(text):
                self._add(element, text)
            elif (not key or _URL_KEY.search(key)) and not re.search(r"\s", text.strip()):
                self._add(element, f"<p>{html.escape(text.strip())}</p>")
        return True


def _strings(
    top: object, records: list[Record], telling: Telling, holder: Element, *, shown: bool
) -> Iterator[tuple[str, str]]:
    """The strings of a JSON value that give a post away, each with the key it stands under; fills `records`."""
    pending: list[tuple[str, object]] = [("", top)]
    while pending:
        key, value = pending.pop()
        if isinstance(value, dict):
            if not _TELLING.isdisjoint(value) and len(records) < MAX_RECORDS and _names_a_post(value, telling):
                records.append(Record(values=value, holder=holder, shown=shown))
            pending.extend((str(k), v) for k, v in reversed(value.items()) if not _ELSEWHERE.search(str(k)))
        elif isinstance(value, list):
            pending.extend((key, item) for item in reversed(value))
        elif isinstance(value, str) and len(value) > 20 and telling.in_text(value):
            yield key, value


def _names_a_post(values: dict[str, object], telling: Telling) -> bool:
    if "id_str" in values and isinstance(values.get("user"), dict):
        return True
    return any(isinstance(value, str) and len(value) > 10 and telling.in_text(value) for value in values.values())


def unescape(text: str) -> str:
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
