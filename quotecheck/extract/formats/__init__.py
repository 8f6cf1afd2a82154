"""The formats an article can come in: one module each, discovered by being here.

A module takes part by defining `FORMAT`, an object with the shape of `Format`. What a source is, is told from its
content; its name and media type only settle doubts.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol

from quotecheck.errors import SourceError
from quotecheck.model import Document
from quotecheck.sources.source import RawSource


class Format(Protocol):
    """One format: recognises it, and reads it."""

    @property
    def name(self) -> str:
        """What it is called in messages: "html", "markdown", "text"."""
        ...

    def matches(self, text: str, raw: RawSource) -> float:
        """How sure it is that `text`, decoded from `raw`, is in this format: 0 (it is not) to 1 (certain)."""
        ...

    def parse(self, text: str, raw: RawSource) -> Document:
        """Read the article and its posts; `quotations` stays empty, for they are found alike in every format.

        Never raises for malformed text: what cannot be read is left out.
        """
        ...


@cache
def formats() -> tuple[Format, ...]:
    """Every format there is, in the order of their module names."""
    found: list[Format] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        candidate = getattr(importlib.import_module(f"{__name__}.{module.name}"), "FORMAT", None)
        if candidate is not None:
            found.append(candidate)
    return tuple(found)


def detect(text: str, raw: RawSource) -> Format:
    """The format that is surest of `text`.

    Raises:
        SourceError: none recognises it.
    """
    best = max(formats(), key=lambda candidate: candidate.matches(text, raw), default=None)
    if best is None or best.matches(text, raw) <= 0:
        raise SourceError(
            "no article text found", where=raw.name, hint="quotecheck reads HTML, Markdown and plain text"
        )
    return best
