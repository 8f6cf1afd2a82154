"""What a platform's module offers, and what it is given."""

from __future__ import annotations

from collections.abc import Iterator
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


class Layer(Struct, frozen=True, kw_only=True):
    """A page, or markup hidden inside one (a consent gate's template, a script's data), parsed.

    Attributes:
        tree: the parsed markup.
        origin: where the hidden markup's holder begins in the page; None for the page itself.
        bare: the addresses that stand alone in a paragraph.
    """

    tree: Tree
    origin: int | None
    bare: tuple[Bare, ...] = ()

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

    def find(self, layer: Layer) -> Iterator[Found]:
        """The posts embedded in one layer, those that are in side feeds left out. May yield a post more than once."""
        ...
