"""What a platform's module offers, and what it is given."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from quotecheck.extract.tree import Element, Tree


class Bare(Struct, frozen=True, kw_only=True):
    """An address that stands alone in a paragraph, where an embed failed to load or was never made.

    Attributes:
        url: the address.
        holder: the element it stands in.
        drop: the element that shows nothing else; None where `holder` shows more.
        offset: where it stands in its layer.
    """

    url: str
    holder: Element
    drop: Element | None
    offset: int


SLASH = r"(?:/|\\/|%2F|\\u002F)"
"""A slash as it stands in an address, in JSON, inside another address, and in a script: for `Platform.hidden`."""
_SLASHES = ("/", "\\/", "%2F", "\\u002F")


def slashed(word: str) -> tuple[str, ...]:
    """`word` and each thing that `SLASH` matches: for `Platform.hidden_marks`."""
    return tuple(word + slash for slash in _SLASHES)


class Record(Struct, frozen=True, kw_only=True):
    """An object of the data that a page's scripts start from, or that an attribute holds, which may name a post.

    Attributes:
        values: its members, as JSON has them.
        holder: the script, or the element with the attribute.
        shown: whether `holder` stands where the post is shown (an attribute), or somewhere else (a script).
    """

    values: dict[str, object]
    holder: Element
    shown: bool

    def string(self, *keys: str) -> str:
        """The first of these members that is a string with something in it; "" where none is."""
        for key in keys:
            value = self.values.get(key)
            if isinstance(value, str) and value.strip():
                return value.strip()
        return ""

    def inner(self, *keys: str) -> Record | None:
        """The first of these members that is an object, or a list that begins with one."""
        for key in keys:
            value = self.values.get(key)
            if isinstance(value, list) and value:
                value = value[0]
            if isinstance(value, dict):
                return Record(values=value, holder=self.holder, shown=self.shown)
        return None


def lowered(text: str) -> str:
    """A text with its ASCII letters in lower case, every character where it was; four times as fast as `str.lower`."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


class Layer(Struct, frozen=True, kw_only=True):
    """A page, or markup hidden inside one (a consent gate's template, a script's data), parsed.

    Attributes:
        tree: the parsed markup.
        origin: where the hidden markup's holder begins in the page; None for the page itself.
        lower: its source as `lowered` gives it.
        hinted: the platforms of which it holds a clue.
        bare: the addresses that stand alone in a paragraph.
        records: the objects in the page's data that may name a post; of the page itself only.
    """

    tree: Tree
    origin: int | None
    lower: str
    hinted: tuple[Platform, ...]
    bare: tuple[Bare, ...] = ()
    records: tuple[Record, ...] = ()

    def having(self, *words: str) -> list[Element]:
        """The elements with one of these (in lower case) in their attributes, of whatever case, in the order of the
        source. They are looked for in the source at once, as few elements of a page have any."""
        elements, lower, starts = self.tree.elements, self.lower, self.tree.starts
        found: set[int] = set()
        for word in words:
            at = lower.find(word)
            while at >= 0:
                place = bisect_right(starts, at)
                if place and word in elements[place - 1].raw_attributes.lower():
                    found.add(place - 1)
                if place == len(starts):
                    break
                at = lower.find(word, max(at + 1, starts[place]))
        return [elements[place] for place in sorted(found)]

    def offset(self, place: int) -> int:
        """The offset in the page of `place` in this layer."""
        return place if self.origin is None else self.origin


class Found(Struct, frozen=True, kw_only=True):
    """A post as a platform's module found it.

    Attributes:
        identifier: the platform's own name of the post, the same for every copy of it; None where the page has none.
        offset: where it begins in the page.
        nodes: the elements that show it, which are no part of the article's body.
        text: None where there is only a link.
        posted_at: ISO 8601.
        language: ISO 639-1, as the embed declares it.
    """

    identifier: str | None
    offset: int
    nodes: tuple[Element, ...] = ()
    author: str | None = None
    handle: str | None = None
    posted_at: str | None = None
    url: str | None = None
    text: str | None = None
    truncated: bool = False
    language: str | None = None
    reposted_by: str | None = None


class Platform(Protocol):
    """One platform: a module beside this one offers it as `PLATFORM`."""

    @property
    def name(self) -> str:
        """As `posts` prints it: "x", "bluesky"."""
        ...

    @property
    def clues(self) -> tuple[str, ...]:
        """Strings in lower case, one of which is in the source of every page that holds such a post."""
        ...

    @property
    def hidden(self) -> str:
        """A regular expression for what gives such a post away in a consent gate's markup, a script or its data.

        It is searched in all of a page's scripts, so it matches little else, and at once or not at all.
        """
        ...

    @property
    def hidden_marks(self) -> tuple[str, ...]:
        """Strings, one of which is in everything that `hidden` matches, `LEAD` characters behind its beginning at most.

        They are looked for first, being quicker.
        """
        ...

    def find(self, layer: Layer) -> Iterator[Found]:
        """The posts embedded in one layer, those that are in side feeds left out. May yield a post more than once."""
        ...


LEAD = 6
"""Characters of a match of `Platform.hidden` that may stand before its mark: "amp-", a quotation mark."""


class _Way(Struct, frozen=True):
    """How one platform's posts are given away.

    Attributes:
        shared: the longest part of all its clues: looked for first, it saves looking for each. Often empty.
        unhinted: something may give a post away in a source without any clue.
    """

    platform: Platform
    pattern: re.Pattern[str]
    shared: str
    unhinted: bool

    @classmethod
    def of(cls, platform: Platform) -> _Way:
        clues, marks = platform.clues, platform.hidden_marks
        first = min(clues, key=len)
        parts = (first[start:end] for start in range(len(first)) for end in range(start + 1, len(first) + 1))
        shared = max((part for part in parts if all(part in clue for clue in clues)), key=len, default="")
        unhinted = not all(any(clue in mark.lower() for clue in clues) for mark in marks)
        return cls(platform, re.compile(platform.hidden), shared, unhinted)


class Telling:
    """What gives any platform's post away where a page hides it."""

    def __init__(self, ways: Iterable[_Way]) -> None:
        self._ways = tuple(ways)

    @classmethod
    def of(cls, platforms: Iterable[Platform]) -> Telling:
        """What gives the posts of these platforms away."""
        return cls(map(_Way.of, platforms))

    def hinted(self, lower: str) -> tuple[Platform, ...]:
        """The platforms of which a source, in lower case, holds a clue."""
        return tuple(
            way.platform
            for way in self._ways
            if way.shared in lower and any(clue in lower for clue in way.platform.clues)
        )

    def among(self, hinted: Sequence[Platform]) -> Telling:
        """The same for parts of a source that hints at these platforms alone: without those of which every mark would
        have been a clue."""
        return Telling(way for way in self._ways if way.unhinted or way.platform in hinted)

    def in_text(self, text: str) -> bool:
        """Whether something in `text` does."""
        return any(_given_away(text, mark, way.pattern) for way in self._ways for mark in way.platform.hidden_marks)


def _given_away(text: str, mark: str, pattern: re.Pattern[str]) -> bool:
    at = text.find(mark)
    while at >= 0:
        if any(pattern.match(text, start) for start in range(max(0, at - LEAD), at + 1)):
            return True
        at = text.find(mark, at + 1)
    return False
