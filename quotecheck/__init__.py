"""quotecheck: does the article's English quotation say what the embedded foreign post says?

>>> import quotecheck
>>> report = quotecheck.check("article.html")  # doctest: +SKIP
>>> quotecheck.compare("Hay más de 5.000 misiles.", "There are 5,000 missiles.", lang="es")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from quotecheck.config import Config
    from quotecheck.errors import QuotecheckError, SourceError, UsageError
    from quotecheck.model import Comparison, Finding, Report
    from quotecheck.pipeline import check, compare

_HOME = {
    "Config": "config",
    "QuotecheckError": "errors",
    "SourceError": "errors",
    "UsageError": "errors",
    "Comparison": "model",
    "Finding": "model",
    "Report": "model",
    "check": "pipeline",
    "compare": "pipeline",
}

__all__ = [
    "Comparison",
    "Config",
    "Finding",
    "QuotecheckError",
    "Report",
    "SourceError",
    "UsageError",
    "__version__",
    "check",
    "compare",
]


def __getattr__(name: str) -> Any:
    """Import on first use: `quotecheck --version` must not pay for what it does not need."""
    from importlib import import_module

    if name in _HOME:
        return getattr(import_module(f"quotecheck.{_HOME[name]}"), name)
    raise AttributeError(f"module 'quotecheck' has no attribute {name!r}")
