"""Social posts embedded in an article: one module a platform, discovered by being here.

A module takes part by defining `PLATFORM`, an object with the shape of `platform.Platform`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

from quotecheck.extract.positions import place
from quotecheck.extract.posts.layers import layers
from quotecheck.extract.posts.platform import Found, Platform, Telling
from quotecheck.extract.posts.words import letters_of
from quotecheck.extract.tree import Tree
from quotecheck.model import Post


@cache
def platforms() -> tuple[Platform, ...]:
    """Every platform there is, in the order of their module names."""
    found: list[Platform] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        candidate = getattr(importlib.import_module(f"{__name__}.{module.name}"), "PLATFORM", None)
        if candidate is not None:
            found.append(candidate)
    return tuple(found)


@cache
def _telling() -> Telling:
    return Telling.of(platforms())


def find_posts(tree: Tree, line_starts: Sequence[int]) -> tuple[Post, ...]:
    """The posts embedded in a page, in the order of the page, each once however many copies the page holds.

    The elements that show them are marked as dropped, so that the body is read without them.

    Args:
        tree: the page.
        line_starts: the offsets at which its lines begin.
    """
    copies: dict[tuple[str, str], list[Found]] = {}
    for layer in layers(tree, _telling()):
        for platform in layer.hinted:
            for found in platform.find(layer):
                copies.setdefault((platform.name, _key(found)), []).append(found)
                if layer.origin is None:
                    for node in found.nodes:
                        node.dropped = True
    posts = [_merged(platform, found, line_starts) for (platform, _), found in copies.items()]
    return tuple(sorted(_without_echoes(posts), key=lambda post: post.offset))


def merged(posts: tuple[Post, ...], others: tuple[Post, ...]) -> tuple[Post, ...]:
    """`posts` and those of `others` that they lack, in the order of the source."""
    urls = {(post.platform, post.url) for post in posts if post.url}
    words = {(post.platform, letters_of(post.text)) for post in posts if post.text}
    new = [
        post
        for post in others
        if (post.platform, post.url) not in urls and (post.platform, letters_of(post.text or "")) not in words
    ]
    return tuple(sorted((*posts, *new), key=lambda post: post.offset)) if new else posts


def _key(found: Found) -> str:
    return found.identifier or f"{found.handle or ''}|{letters_of(found.text or found.url or '')}".lower()


def _merged(platform: str, copies: list[Found], line_starts: Sequence[int]) -> Post:
    """One post of all its copies: the fullest words, and whatever else any copy knows, the first copy's first."""
    best = max(copies, key=lambda c: (c.text is not None, not c.truncated, len(c.text or "")))
    first = min(copies, key=lambda c: c.offset)
    ranked = [best, *(c for c in copies if c is not best)]
    line, column = place(line_starts, first.offset)
    return Post(
        platform=platform,
        author=next((c.author for c in ranked if c.author), None),
        handle=next((c.handle for c in ranked if c.handle), None),
        posted_at=best.posted_at or next((c.posted_at for c in ranked if c.posted_at), None),
        url=next((c.url for c in ranked if c.url and c.handle), None) or next((c.url for c in ranked if c.url), None),
        text=best.text,
        truncated=best.truncated,
        declared_language=next((c.language for c in ranked if c.language), None),
        reposted_by=best.reposted_by,
        line=line,
        column=column,
        offset=first.offset,
    )


def _without_echoes(posts: list[Post]) -> list[Post]:
    """Leave out copies that lack an address where the same words stand with one."""
    known = {(p.platform, letters_of(p.text)) for p in posts if p.url and p.text}
    return [p for p in posts if p.url or not p.text or (p.platform, letters_of(p.text)) not in known]
