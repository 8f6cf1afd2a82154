"""A post as every command prints it."""

from __future__ import annotations

from quotecheck.model import FoundPost, Language, Post


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
    )
