"""Where articles come from: files, folders, globs, URLs, standard input; and pairs, one a line."""

from __future__ import annotations

from quotecheck.sources.expand import expand
from quotecheck.sources.pairs import read_pairs
from quotecheck.sources.source import RawSource, Source

__all__ = ["RawSource", "Source", "expand", "read_pairs"]
