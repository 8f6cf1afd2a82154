"""The words of posts that a page only links to, asked of the platforms. Without `--online` nothing here is called."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from msgspec import structs

from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.model import Post, Resolution
from quotecheck.online.client import Client
from quotecheck.online.platforms import Platform, platforms

__all__ = ["resolve"]

_AT_ONCE = 8
"""Requests under way together; of one host never more than one."""


def resolve(posts: Sequence[Post], config: Config, cache: Cache) -> tuple[Post, ...]:
    """The posts, in order: those without words, or with a part of them, as their platform has them.

    A post that cannot be had keeps what the page gave, and says why in its `resolution`.

    Args:
        posts: as extraction found them.
        config: whether private addresses may be asked, and through which gateway.
        cache: where answers are kept, to be confirmed next time.
    """
    wanted = {
        number: platform
        for number, post in enumerate(posts)
        if (post.text is None or post.truncated) and post.url and (platform := platforms().get(post.platform))
    }
    if not wanted:
        return tuple(posts)
    client = Client(cache, allow_private=config.allow_private, gateway=config.online_gateway)
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="online") as pool:
        jobs = {number: pool.submit(_resolved, posts[number], wanted[number], client) for number in wanted}
    return tuple(jobs[number].result() if number in jobs else post for number, post in enumerate(posts))


def _resolved(post: Post, platform: Platform, client: Client) -> Post:
    request = platform.request(post.url or "")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if isinstance(request, str):
        return structs.replace(post, resolution=Resolution(status="unsupported", at=now, detail=request))
    answer = client.get(request.url, request.headers)
    found = answer.status
    detail = answer.detail
    words = None
    if found == "found":
        words, found = platform.read(answer.data, request)
        detail = None if words else "the answer holds no words" if found == "unreadable" else None
    told = Resolution(status=found, at=answer.at, url=request.url, detail=detail)
    if words is None:
        return structs.replace(post, resolution=told)
    return structs.replace(
        post,
        text=words.text,
        truncated=words.truncated,
        author=post.author or words.author,
        handle=post.handle or words.handle,
        posted_at=post.posted_at or words.posted_at,
        declared_language=post.declared_language or words.language,
        resolution=told,
    )
