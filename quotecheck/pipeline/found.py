"""What commands print of a post, and of what made a report."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET

from quotecheck import __version__
from quotecheck.model import FoundPost, Language, Post, Tool, Translation


def found_post(post: Post, language: Language) -> FoundPost:
    """What was found of a post; the language of a post without text is none."""
    return FoundPost(
        platform=post.platform,
        author=post.author,
        handle=post.handle,
        posted_at=post.posted_at,
        url=post.url,
        text=post.text,
        truncated=post.truncated,
        language=language if post.text is not None else None,
        line=post.line,
        resolution=UNSET if post.resolution is None else post.resolution,
    )


def tool(translations: Iterable[Translation | None] = (), embedders: Iterable[str] = ()) -> Tool:
    """What made one report: only what was used for it, whatever else the same run did before."""
    engines = {engine for made in translations if made for engine in made.engine.split("+")}
    return Tool(
        name="quotecheck",
        version=__version__,
        translators=tuple(sorted(engines)),
        embedders=tuple(sorted(set(embedders))),
    )
