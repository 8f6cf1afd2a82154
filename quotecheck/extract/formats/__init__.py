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
    return tuple(found for name in _names() if (found := _format(name)) is not None)


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def _format(name: str) -> Format | None:
    found: Format | None = getattr(importlib.import_module(f"{__name__}.{name}"), "FORMAT", None)
    return found


def detect(text: str, raw: RawSource) -> Format:
    """The format that is surest of `text`.

    Raises:
        SourceError: none recognises it.
    """
    best, surest = None, 0.0
    for name in _names():
        candidate = _format(name)
        sure = candidate.matches(text, raw) if candidate is not None else 0.0
        if sure > surest:
            best, surest = candidate, sure
        if surest >= 1.0:
            break  # so that reading a web page need not load what reads Markdown
    if best is None:
        raise SourceError(
            "no article text found", where=raw.name, hint="quotecheck reads HTML, Markdown and plain text"
        )
    return best
