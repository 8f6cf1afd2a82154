"""What a platform's module offers, and what it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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


class Layer(Struct, frozen=True, kw_only=True):
    """A page, or markup hidden inside one (a consent gate's template, a script's data), parsed.

    Attributes:
        tree: the parsed markup.
        origin: where the hidden markup's holder begins in the page; None for the page itself.
        bare: the addresses that stand alone in a paragraph.
        addressed: the elements with an address in their attributes, and these attributes in lower case.
        records: the objects in the page's data that may name a post; of the page itself only.
    """

    tree: Tree
    origin: int | None
    bare: tuple[Bare, ...] = ()
    addressed: tuple[tuple[Element, str], ...] = ()
    records: tuple[Record, ...] = ()

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
        """Strings, one of which is in everything that `hidden` matches: they are looked for first, being quicker."""
        ...

    def find(self, layer: Layer) -> Iterator[Found]:
        """The posts embedded in one layer, those that are in side feeds left out. May yield a post more than once."""
        ...


class Telling:
    """What gives any platform's post away where a page hides it.

    Args:
        platforms: those that there are.
    """

    def __init__(self, platforms: Iterable[Platform]) -> None:
        self._ways = tuple((platform.hidden_marks, re.compile(platform.hidden)) for platform in platforms)

    def in_text(self, text: str) -> bool:
        """Whether something in `text` does."""
        return any(
            pattern.search(text) is not None for marks, pattern in self._ways if any(mark in text for mark in marks)
        )
