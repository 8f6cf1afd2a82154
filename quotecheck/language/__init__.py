"""Which language a text is in, and how sure; where its sentences are; what in it is not language at all."""

from __future__ import annotations

from quotecheck.language.identify import identify
from quotecheck.language.masking import mask
from quotecheck.language.sentences import sentences

__all__ = ["identify", "mask", "sentences"]
