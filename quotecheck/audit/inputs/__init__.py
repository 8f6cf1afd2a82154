"""What an audit can be given: one file here for each kind, found by the ending of its name or by how it begins."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from quotecheck.audit.item import Item, Skipped
from quotecheck.audit.store import StoredSource, is_stored, objects
from quotecheck.config import Config
from quotecheck.errors import SourceError, UsageError
from quotecheck.pipeline import Found, Unreadable

Kind = Literal["auto", "article", "urls", "jsonl", "parquet", "feed", "warc", "wacz"]
KINDS: tuple[Kind, ...] = ("auto", "article", "urls", "jsonl", "parquet", "feed", "warc", "wacz")

Piece = tuple[str | None, Found | Skipped]
"""What a container yields: where in it, and what is there."""

Reader = Callable[[str, "Reading"], Iterator[Piece]]

ENDINGS: tuple[tuple[str, Kind], ...] = (
    (".jsonl", "jsonl"),
    (".jsonl.gz", "jsonl"),
    (".ndjson", "jsonl"),
    (".ndjson.gz", "jsonl"),
    (".parquet", "parquet"),
    (".xml", "feed"),
    (".xml.gz", "feed"),
    (".rss", "feed"),
    (".atom", "feed"),
    (".warc", "warc"),
    (".warc.gz", "warc"),
    (".wacz", "wacz"),
    (".urls", "urls"),
)
"""Kinds by ending. A `.txt` file is looked into: a list of addresses is one, all else is an article."""

CRAWLS = (".warc", ".warc.gz", ".wacz")
"""Containers that are taken out of a folder too; others are only read where they are named."""


class Reading(Struct, frozen=True, kw_only=True):
    """How inputs are read.

    Attributes:
        config: whether the network may be used.
        kind: what every named file is; "auto" goes by its name and beginning.
        columns: for rows, the column that holds each of html, text, url, id; others keep their own names.
    """

    config: Config
    kind: Kind = "auto"
    columns: dict[str, str] = field(default_factory=dict)


def read_inputs(inputs: Sequence[str], reading: Reading) -> Iterator[Item | Skipped]:
    """Every article of the inputs, numbered in order; what cannot be read is an item too, with its reason.

    Raises:
        UsageError: a reader's package is not installed.
    """
    number = 0
    for name in inputs:
        for origin, found in _pieces(name, reading):
            if isinstance(found, Skipped):
                yield found
            else:
                yield Item(number=number, found=found, origin=origin)
                number += 1


def count_inputs(inputs: Sequence[str], reading: Reading, *, seconds: float = 2.0) -> int | None:
    """How many articles the inputs are; None where that is not known before they are read, or takes long to find out.

    Args:
        seconds: no more are spent on it.
    """
    until = time.monotonic() + seconds
    number = 0
    for name in inputs:
        if name == "-":
            return None
        try:
            for source in _sources(name, reading):
                kind = _kind_found(source, reading)
                if "://" in source.name and kind != "article":
                    return None  # it would have to be fetched
                if kind == "urls":
                    number += sum(1 for _ in _file(source, reading))
                elif kind == "article":
                    number += 1
                else:
                    return None
                if time.monotonic() > until:
                    return None
        except SourceError:
            number += 1
    return number


def kind_of(name: str, reading: Reading) -> Kind:
    """What a file is."""
    if reading.kind != "auto":
        return reading.kind
    lower = name.lower()
    for ending, kind in ENDINGS:
        if lower.endswith(ending):
            return kind
    if lower.endswith(".txt"):
        from quotecheck.audit.inputs.urls import is_list

        return "urls" if is_list(name) else "article"
    return "article"


def _pieces(name: str, reading: Reading) -> Iterator[Piece]:
    from quotecheck.sources.file import FileSource

    if name == "-":
        from quotecheck.audit.inputs.stdin import read

        yield from read(reading)
        return
    try:
        for source in _sources(name, reading):
            if isinstance(source, FileSource | StoredSource):
                yield from _file(source, reading)
            else:
                yield None, source
    except SourceError as error:
        yield None, Unreadable(name=name, error=error)


def _sources(name: str, reading: Reading) -> Iterator[Found]:
    from quotecheck.sources import expand
    from quotecheck.sources.file import BrokenSource, FileSource
    from quotecheck.sources.folder import walk
    from quotecheck.sources.limits import MEDIA_TYPES
    from quotecheck.sources.selection import Selection

    if is_stored(name):
        if reading.config.offline:
            raise SourceError("--offline forbids reading it", where=name, hint="copy it to this machine")
        yield from map(StoredSource, objects(name, (*MEDIA_TYPES, *CRAWLS)))
        return
    if "://" in name and (reading.kind == "feed" or (reading.kind == "auto" and _looks_like_feed(name))):
        yield FileSource(name)
        return
    if "://" in name or not Path(name).is_dir():
        yield from expand(name, reading.config)
        return
    seen = False
    selection = Selection(name, reading.config)
    for item in walk(name, selection):
        if isinstance(item, BrokenSource):
            seen = True
            yield item
        elif selection.is_article(item) or item.lower().endswith(CRAWLS):
            seen = True
            yield FileSource(item)
    if not seen:
        endings = " ".join((*MEDIA_TYPES, *CRAWLS))
        raise SourceError("no articles in this folder", where=name, hint=f"looked for files ending in {endings}")


def _kind_found(source: Found, reading: Reading) -> Kind:
    """What a source turned out to be; a file that is an address is a feed."""
    from quotecheck.sources.file import FileSource

    if isinstance(source, FileSource):
        return "feed" if "://" in source.name else kind_of(source.name, reading)
    return kind_of(source.name, reading) if isinstance(source, StoredSource) else "article"


def _file(source: Found, reading: Reading) -> Iterator[Piece]:
    kind = _kind_found(source, reading)
    if kind == "article":
        yield None, source
        return
    try:
        yield from reader(kind)(source.name, reading)
    except SourceError as error:
        # Whatever came before stands; what would have come after is lost, and the errors table says so.
        yield source.name, Unreadable(name=source.name, error=error)


def reader(kind: Kind) -> Reader:
    """The function that reads one kind of container."""
    from importlib import import_module

    if kind not in KINDS or kind in ("auto", "article"):
        raise UsageError(f"there is no reader for {kind!r}")
    found: Reader = import_module(f"{__name__}.{kind}").read
    return found


def _looks_like_feed(url: str) -> bool:
    path = url.split("?", 1)[0].split("#", 1)[0].lower()
    return path.endswith((".xml", ".xml.gz", ".rss", ".atom"))
