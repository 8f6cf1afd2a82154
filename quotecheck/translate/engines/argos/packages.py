"""Which Argos packages are installed, read from their folders without loading the library.

`argostranslate.package.get_installed_packages` does the same, but one bad folder makes it fail for all, it creates
the folders it looks for, and importing it takes 0.15 s, which a check whose translations are remembered need not pay.
The folders are found as `argostranslate.settings` finds them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct

ENGLISH = "en"

_CODES = {"pb": "pt", "zt": "zh", "nb": "no"}
"""Codes that only Argos uses -> the language."""


class Installed(Struct, frozen=True, kw_only=True):
    """An installed package.

    Attributes:
        folder: where it is.
        source, target: the codes in its metadata.
        version: of the package.
        digest: changes when its files do.
    """

    folder: Path
    source: str
    target: str
    version: str
    digest: str

    @property
    def model(self) -> str:
        return f"{self.source}_{self.target}-{self.version}@{self.digest}"


class Broken(Struct, frozen=True):
    """A folder among the packages that is none, and why."""

    folder: Path
    why: str


def packages_folder() -> Path:
    """Where packages are installed: `ARGOS_PACKAGES_DIR`, else Argos's settings file, else the user's data folder."""
    given = os.environ.get("ARGOS_PACKAGES_DIR")
    if given is not None:
        return Path(given)
    home = Path(os.environ["SNAP_USER_DATA"]) if os.environ.get("SNAP_USER_DATA") else Path.home()
    import json

    settings = Path(os.environ.get("XDG_CONFIG_HOME", home / ".config")) / "argos-translate" / "settings.json"
    try:
        loaded = json.loads(settings.read_text("utf-8"))
    except (OSError, ValueError):
        loaded = {}
    if isinstance(loaded, dict) and isinstance(loaded.get("ARGOS_PACKAGES_DIR"), str):
        return Path(loaded["ARGOS_PACKAGES_DIR"])
    return Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "argos-translate" / "packages"


def scan(folder: Path | None = None) -> tuple[list[Installed], list[Broken]]:
    """The translation packages in a folder (by default, where Argos installs them), and the folders that are none."""
    good: list[Installed] = []
    bad: list[Broken] = []
    for path in _folders(folder or packages_folder()):
        try:
            found = read(path)
        except (OSError, ValueError) as error:
            bad.append(Broken(path, error.strerror or str(error) if isinstance(error, OSError) else str(error)))
            continue
        if found is not None:
            good.append(found)
    return good, bad


def _folders(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for path in entries:
        # A dot marks what an installation in progress has not finished.
        if not path.name.startswith(".") and path.is_dir():
            yield path


def read(folder: Path) -> Installed | None:
    """One package; None where it is a package of another kind (sentence splitters are).

    Raises:
        OSError: a file cannot be read.
        ValueError: it is no translation package that could work.
    """
    raw = (folder / "metadata.json").read_bytes()
    metadata = check_metadata(raw)
    if metadata is None:
        return None
    digest = blake2b(raw, digest_size=4)
    for name in ("model/model.bin", "sentencepiece.model", "bpe.model"):
        path = folder / name
        if path.is_file():
            digest.update(f"{name} {path.stat().st_size}\n".encode())
        elif name == "model/model.bin":
            raise ValueError("model/model.bin is missing")
    if not ((folder / "sentencepiece.model").is_file() or (folder / "bpe.model").is_file()):
        raise ValueError("sentencepiece.model and bpe.model are missing")
    return Installed(
        folder=folder,
        source=metadata["from_code"],
        target=metadata["to_code"],
        version=str(metadata.get("package_version", "?")),
        digest=digest.hexdigest(),
    )


def check_metadata(raw: bytes) -> dict[str, Any] | None:
    """The contents of a package's metadata.json; None where it is no translation package.

    Raises:
        ValueError: it is not what Argos writes.
    """
    import json

    try:
        metadata = json.loads(raw)
    except (ValueError, RecursionError):
        raise ValueError("metadata.json is not JSON") from None
    if not isinstance(metadata, dict):
        raise ValueError("metadata.json is not an object")
    if metadata.get("type", "translate") != "translate":
        return None
    for field in ("from_code", "to_code"):
        code = metadata.get(field)
        if not (isinstance(code, str) and code.isascii() and code.replace("-", "").replace("_", "").isalnum()):
            raise ValueError(f"metadata.json has no usable {field}")
        if len(code) > 16:
            raise ValueError(f"metadata.json has no usable {field}")
    return metadata


def language(code: str) -> str:
    """ISO 639-1 code for a code of Argos's."""
    return _CODES.get(code, code)


def routes(installed: list[Installed]) -> dict[str, tuple[Installed, ...]]:
    """Language -> the packages that lead to English, in order: one, or two through a third language."""
    newest: dict[tuple[str, str], Installed] = {}
    for package in sorted(installed, key=lambda package: (_version_key(package.version), package.folder.name)):
        newest[package.source, package.target] = package
    found: dict[str, tuple[Installed, ...]] = {}
    # A language's own code comes before Argos's special ones ("pt" before "pb").
    ordered = sorted(newest.values(), key=lambda package: (package.source in _CODES, package.source, package.target))
    for package in ordered:
        if package.target == ENGLISH and package.source != ENGLISH:
            found.setdefault(language(package.source), (package,))
    for package in ordered:
        onward = newest.get((package.target, ENGLISH))
        if onward is not None and package.source != ENGLISH:
            found.setdefault(language(package.source), (package, onward))
    return found


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() and len(part) < 10 else 0 for part in version.split("."))
