"""Install a model: from Argos's index, or from a file."""

from __future__ import annotations

import os
from pathlib import Path

from quotecheck import __version__
from quotecheck.cache import folder as cache_folder
from quotecheck.config import Config
from quotecheck.errors import ModelError
from quotecheck.progress import Progress, Silent
from quotecheck.translate.engines.argos import packages
from quotecheck.translate.models.download import Wanted, download, hash_of
from quotecheck.translate.models.installed import Model, size_of
from quotecheck.translate.models.unpack import install_file

TIMEOUT = 30.0
"""Seconds without a byte before a connection is given up."""


def install(what: str, config: Config, progress: Progress | None = None) -> Model:
    """Install the Argos package for a language, or from a file.

    Args:
        what: ISO 639-1 code (or Argos's own), or the path of an .argosmodel file.
        config: `offline` forbids the download; `cache_dir` says where it is kept until it is installed.
        progress: told how far it is.

    Raises:
        ModelError: with what to do next.
    """
    progress = progress or Silent()
    if _is_path(what):
        path = Path(what)
        origin: dict[str, object] = {"file": path.name}
        if path.is_file():
            origin |= {"sha256": _hash(path), "size": path.stat().st_size}
        return _model(install_file(path, progress, origin))
    if not (what.isascii() and what.replace("-", "").isalpha() and 2 <= len(what) <= 8):
        raise ModelError(
            f"{what!r} is neither a language code nor a file", hint="for example: quotecheck models install es"
        )
    if config.offline:
        raise ModelError(
            f"a model for {what} would have to be downloaded, and --offline forbids it",
            hint="quotecheck models install FILE works offline",
        )
    return _from_index(what, config, progress)


def _from_index(lang: str, config: Config, progress: Progress) -> Model:
    import httpx

    from quotecheck.translate.models.index import choose, fetch, index_url

    with httpx.Client(
        follow_redirects=True,
        max_redirects=5,
        timeout=TIMEOUT,
        headers={"User-Agent": f"quotecheck/{__version__}"},
    ) as client:
        url = index_url()
        offer = choose(fetch(client, url), lang, url)
        trouble: ModelError | None = None
        for link in offer.links:
            wanted = Wanted(url=link, name=offer.name, size=offer.size, sha256=offer.sha256)
            try:
                path = download(wanted, cache_folder(config) / "downloads", client, progress)
            except ModelError as error:
                trouble = error
                continue
            origin = {"url": link, "sha256": _hash(path), "size": path.stat().st_size}
            # A file that turns out to be no package must not be found again by the next run.
            try:
                return _model(install_file(path, progress, origin))
            finally:
                path.unlink(missing_ok=True)
    assert trouble is not None  # An offer has at least one link.
    raise trouble


def _is_path(what: str) -> bool:
    """Whether the user means a file, not a language."""
    return what.endswith((".argosmodel", ".zip")) or os.sep in what or Path(what).is_file()


def _hash(path: Path) -> str:
    try:
        return hash_of(path)
    except OSError as error:
        raise ModelError(error.strerror or str(error), where=str(path)) from error


def _model(package: packages.Installed) -> Model:
    return Model(
        engine="argos",
        language=packages.language(package.source),
        target=packages.language(package.target),
        model=package.model,
        path=package.folder,
        size=size_of(package.folder),
    )
