"""Linked data by itself: a JSON-LD document that tells an article, as interfaces for content deliver it."""

from __future__ import annotations

from quotecheck.extract.linked_data import read
from quotecheck.extract.positions import line_starts
from quotecheck.model import Article, Document
from quotecheck.sources.source import RawSource


class LinkedData:
    """Reads the first article with a body in a JSON-LD document."""

    name = "linked data"

    def matches(self, text: str, raw: RawSource) -> float:
        """Certain of a JSON document that has a type and the body of an article."""
        if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
            return 0.0
        return 0.98 if '"articleBody"' in text and '"@type"' in text else 0.0

    def parse(self, text: str, raw: RawSource) -> Document:
        """Read it; an empty article where the document cannot be read."""
        return read(text) or Document(article=Article(line_starts=line_starts(text)))


FORMAT = LinkedData()
