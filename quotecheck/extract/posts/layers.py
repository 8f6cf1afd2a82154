"""A page and the markup hidden in it: consent gates, lazy templates, data that scripts turn into embeds."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain

from quotecheck.extract.posts.hidden import Hidden
from quotecheck.extract.posts.platform import Bare, Layer, Telling, lowered
from quotecheck.extract.tree import INLINE, Element, Text, Tree

_BARE = r"\s*+((?:https?:)?//[^\s<>\"']{8,300})\s*+(?=<|$)"
_BARE_FIRST = re.compile(_BARE)
_BARE_BEHIND = re.compile(">" + _BARE)  # by itself: a pattern that begins with a fixed sign is searched far quicker


def layers(tree: Tree, telling: Telling) -> Iterator[Layer]:
    """The page itself, then whatever embeds its scripts, text areas and attributes hold, in the order of the source.

    Args:
        tree: the page.
        telling: what gives an embed away in a script or an attribute.
    """
    lower = lowered(tree.source)
    hinted = telling.hinted(lower)
    hidden = Hidden(tree, telling, telling.among(hinted))
    yield Layer(
        tree=tree,
        origin=None,
        lower=lower,
        hinted=hinted,
        bare=tuple(bare_urls(tree)),
        records=tuple(hidden.records),
    )
    for element, markup in hidden.markup:
        inner, lower = Tree(markup), lowered(markup)
        bare = tuple(bare_urls(inner))
        yield Layer(tree=inner, origin=element.start, lower=lower, hinted=telling.hinted(lower), bare=bare)


def bare_urls(tree: Tree) -> Iterator[Bare]:
    """The addresses that stand alone in a paragraph."""
    first = _BARE_FIRST.match(tree.source)
    behind = _BARE_BEHIND.finditer(tree.source, first.end() if first else 0)
    for match in chain((first,) if first else (), behind):
        place = match.start(1)
        index = bisect_right(tree.starts, place) - 1
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
