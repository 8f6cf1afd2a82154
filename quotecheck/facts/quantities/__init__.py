"""Quantities: numbers in digits and words, with their bounds, units and roles, and how those of two texts pair up."""

from __future__ import annotations

from quotecheck.facts.quantities.pairing import pair
from quotecheck.facts.quantities.reader import read, reads

__all__ = ["pair", "read", "reads"]
