"""People, places and organisations: read in each language, compared straight with English."""

from __future__ import annotations

from quotecheck.facts import language_data
from quotecheck.facts.fact import Name
from quotecheck.facts.names import spaced, unspaced
from quotecheck.facts.names.matching import found_in, same
from quotecheck.facts.names.pairing import pair, place_gap
from quotecheck.facts.names.reading import read_cased

__all__ = ["found_in", "pair", "place_gap", "read", "reads", "same"]


def reads(lang: str) -> bool:
    """Whether names can be read in this language (ISO 639-1): its data file has a `[names]` table."""
    return "names" in language_data.load(lang)


def read(text: str, lang: str) -> tuple[Name, ...]:
    """Names of a text, in order; none for a language that cannot be read."""
    if not reads(lang):
        return ()
    if lang in unspaced.LANGUAGES:
        return unspaced.read_unspaced(text, lang)
    if lang in spaced.LANGUAGES:
        return spaced.read_spaced(text, lang)
    return read_cased(text, lang)
