"""quotecheck: does the article's English quotation say what the embedded foreign post says?"""

from __future__ import annotations

__version__ = "0.1.0"
