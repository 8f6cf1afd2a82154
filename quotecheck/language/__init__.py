"""Which language a text is in, and how sure; where its sentences are; what in it is not language at all."""

from __future__ import annotations

from quotecheck.language.identify import identify
from quotecheck.language.masking import mask
from quotecheck.language.sentences import sentences

WITHOUT_SPACES = frozenset({"zh", "ja", "th", "km", "lo", "my"})
"""Languages (ISO 639-1) that are written without spaces between words."""

__all__ = ["WITHOUT_SPACES", "identify", "mask", "sentences"]
