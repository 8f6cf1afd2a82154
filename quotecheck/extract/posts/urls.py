"""Links as embeds write them."""

from __future__ import annotations

import html
from urllib.parse import unquote


def clean(url: str) -> str:
    """A post's address without its query and fragment, with https."""
    url = html.unescape(url).strip().replace("\\/", "/")
    url = url.split("?", 1)[0].split("#", 1)[0]
    if url.startswith("//"):
        return "https:" + url
    if url.startswith("http://"):
        return "https://" + url[7:]
    return url if "://" in url else "https://" + url.lstrip("/")


def decoded(url: str) -> str:
    """An address with the percent-escapes of addresses inside it resolved, twice at most."""
    for _ in range(2):
        if "%" not in url:
            break
        url = unquote(url)
    return url
