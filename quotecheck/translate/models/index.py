"""Argos's index of packages: a JSON list, one object a package."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from quotecheck.errors import ModelError
from quotecheck.suggest import did_you_mean
from quotecheck.translate.engines.argos.packages import language

if TYPE_CHECKING:
    import httpx

DEFAULT_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
"""As in `argostranslate.settings`; `ARGOS_PACKAGE_INDEX` moves it."""

_MAX_INDEX = 16 << 20


class Offer(Struct, frozen=True, kw_only=True):
    """A package that the index offers.

    Attributes:
        source, target: Argos's codes.
        version: of the package.
        links: where it can be downloaded, in order of preference.
        size: bytes of the file, where the index says.
        sha256: of the file, lower-case hexadecimal, where the index says.
    """

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    size: int | None = None
    sha256: str | None = None

    @property
    def name(self) -> str:
        return f"translate-{self.source}_{self.target}-{self.version}"


def index_url() -> str:
    """Where the index is."""
    base = os.environ.get("ARGOS_PACKAGE_INDEX") or DEFAULT_INDEX
    return base if base.endswith(".json") else base.rstrip("/") + "/index.json"


def fetch(client: httpx.Client, url: str) -> list[Offer]:
    """Read the index; what in it cannot be understood is left out.

    Raises:
        ModelError: it cannot be fetched, or is none.
    """
    import httpx

    body = bytearray()
    try:
        with client.stream("GET", url) as answer:
            if answer.status_code != 200:
                raise ModelError(f"Argos's index answered {answer.status_code}", where=url, hint=_OFFLINE_HINT)
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > _MAX_INDEX:
                    raise ModelError("Argos's index is too large to be one", where=url)
    except httpx.InvalidURL as error:
        raise ModelError(f"no such address: {error}", where=url, hint="check ARGOS_PACKAGE_INDEX") from error
    except httpx.HTTPError as error:
        raise ModelError(f"Argos's index cannot be reached: {reason(error)}", where=url, hint=_OFFLINE_HINT) from error
    try:
        entries = json.loads(bytes(body))
    except (ValueError, RecursionError):
        raise ModelError("the answer is no package index", where=url, hint="check ARGOS_PACKAGE_INDEX") from None
    if not isinstance(entries, list):
        raise ModelError("the answer is no package index", where=url, hint="check ARGOS_PACKAGE_INDEX")
    return [offer for offer in (_offer(entry, url) for entry in entries) if offer is not None]


_OFFLINE_HINT = "download the .argosmodel file elsewhere, then: quotecheck models install FILE"


def reason(error: Exception) -> str:
    """What went wrong, in a few words."""
    return str(error).strip() or type(error).__name__


def choose(offers: Sequence[Offer], lang: str, url: str) -> Offer:
    """The newest package from `lang` to English.

    Raises:
        ModelError: there is none.
    """
    wanted = lang.strip().lower()
    found = [offer for offer in offers if offer.target == "en" and wanted in (offer.source, language(offer.source))]
    if not found:
        known = {language(offer.source) for offer in offers if offer.target == "en"}
        raise ModelError(
            f"Argos's index offers no package from {lang} to English",
            where=url,
            hint=did_you_mean(wanted, known, otherwise=f"it offers: {', '.join(sorted(known)) or 'nothing'}"),
        )
    # The code as given before Argos's special ones for the same language ("pt" before "pb").
    return max(found, key=lambda offer: (offer.source == wanted, _version_key(offer.version)))


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() and len(part) < 10 else 0 for part in version.split("."))


def _offer(entry: Any, base: str) -> Offer | None:
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    source, target, links = entry.get("from_code"), entry.get("to_code"), entry.get("links")
    if not (isinstance(source, str) and isinstance(target, str) and isinstance(links, list)):
        return None
    usable = [urljoin(base, link) for link in links if isinstance(link, str)]
    secure = urlsplit(base).scheme == "https"
    usable = [link for link in usable if urlsplit(link).scheme in (("https",) if secure else ("https", "http"))]
    if not usable:
        return None
    size, sha256 = entry.get("size"), entry.get("sha256")
    return Offer(
        source=source,
        target=target,
        version=str(entry.get("package_version", "0")),
        links=tuple(usable),
        size=size if isinstance(size, int) and size > 0 else None,
        sha256=sha256.lower() if isinstance(sha256, str) and len(sha256) == 64 else None,
    )
