"""What models are made of, in the form in which it loads at once: arrays, and the pieces of words that they know."""

from __future__ import annotations

from quotecheck.align.loading.lexicon import Lexicon, Segment

__all__ = ["Lexicon", "Segment"]
