"""How each platform is asked for a post: one module a platform, found by being here.

A module takes part by defining `PLATFORMS`, objects with the shape of `Platform`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from functools import cache
from typing import Any, Protocol
from urllib.parse import quote

from msgspec import Struct, field

from quotecheck.model import ResolutionStatus


class Request(Struct, frozen=True, kw_only=True):
    """What to ask for.

    Attributes:
        url: the address; it holds no secret.
        post: the post's own address.
        headers: further headers, secrets among them.
    """

    url: str
    post: str
    headers: dict[str, str] = field(default_factory=dict)


class Words(Struct, frozen=True, kw_only=True):
    """A post as its platform gives it; what it does not give is None. `posted_at` is ISO 8601."""

    text: str
    author: str | None = None
    handle: str | None = None
    posted_at: str | None = None
    language: str | None = None
    truncated: bool = False


Read = tuple[Words | None, ResolutionStatus]
"""The words and "found", or None and why there are none."""


class Platform(Protocol):
    """One platform."""

    @property
    def name(self) -> str:
        """As extraction names it: "x", "bluesky"."""
        ...

    def request(self, url: str) -> Request | str:
        """How to ask for the post at this address; a sentence where it cannot be asked for."""
        ...

    def read(self, data: bytes, request: Request) -> Read:
        """The post in an answer."""
        ...


@cache
def platforms() -> dict[str, Platform]:
    """Every platform there is, by name."""
    found: dict[str, Platform] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        for platform in getattr(importlib.import_module(f"{__name__}.{module.name}"), "PLATFORMS", ()):
            found[platform.name] = platform
    return found


def asked(endpoint: str, url: str, **more: str) -> str:
    """An oEmbed request (https://oembed.com): the endpoint, with the post's address as a parameter."""
    return f"{endpoint}?" + "&".join(f"{key}={quote(value, safe='')}" for key, value in {"url": url, **more}.items())


def document(data: bytes) -> dict[str, Any] | None:
    """A JSON object; None where the answer is none, or broken off."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def string(holder: object, *path: str) -> str:
    """The string at the end of a path of keys; "" where there is none."""
    for key in path:
        holder = holder.get(key) if isinstance(holder, dict) else None
    return holder.strip() if isinstance(holder, str) else ""
