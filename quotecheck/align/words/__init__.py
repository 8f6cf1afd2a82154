"""Which words of a post and of a passage stand for each other, by what each means where it stands."""

from __future__ import annotations

from quotecheck.align.words.aligner import Aligned, WordAligner, WordAlignment

__all__ = ["Aligned", "WordAligner", "WordAlignment"]
