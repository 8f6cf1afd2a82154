"""The translation memory: what was translated before is not translated again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotecheck.cache import Cache, join_key
from quotecheck.translate.numerals import VERSION as NUMERALS_VERSION

SPACE = "translation"
VERSION = "2"
"""Changes when the same engine, model and text would now be translated otherwise (protection, splitting)."""


class Memory:
    """Translations kept in the cache, under all that they depend on."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def recall(self, texts: Sequence[str], engine: str, model: str, lang: str, names: Sequence[str]) -> dict[str, str]:
        """Text -> its English, for those that are known."""
        keys = {_key(text, engine, model, lang, names): text for text in texts}
        found = self._cache.get_many(SPACE, list(keys))
        return {keys[key]: value.decode("utf-8", "replace") for key, value in found.items()}

    def keep(self, english: Mapping[str, str], engine: str, model: str, lang: str, names: Sequence[str]) -> None:
        """Remember these."""
        self._cache.put_many(
            SPACE,
            {
                _key(text, engine, model, lang, names): answer.encode("utf-8", "replace")
                for text, answer in english.items()
            },
        )


def _key(text: str, engine: str, model: str, lang: str, names: Sequence[str]) -> str:
    # Only names that the text holds matter to it: the same post under another article is the same work. All capitals
    # count as the same name for the translator too.
    used = sorted({name for name in names if name in text or name.upper() in text})
    return join_key(VERSION, NUMERALS_VERSION, engine, model, lang, "en", text, *used)
