"""Whether a name of an English passage is anywhere in a post: by what the post's language calls it, or by its sound."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names import spaced, unspaced
from quotecheck.facts.names.lexicon import BRAND, lexicon
from quotecheck.facts.names.matching import found_in, listed, nearest, prepared

WITHOUT_CAPITALS = frozenset({"zh", "ja", "hi", "ar", "fa", "he", "ko"})
SPELT_FREELY = frozenset({"zh"})
"""Languages that spell foreign names with characters chosen at will, as much for sense as for sound."""
_VERY_ALIKE = 86.0
"""Likeness from which a name is in a text whatever its language calls it."""


def there(theirs: Name, post_text: str, post: Sequence[Name], lang: str) -> bool:
    """Whether a name of the passage is in the post's words, by its sound or, where its language has a name of its own
    for it, by that alone: what is heard in 奥地利 is Austria, never Australia."""
    brand = any(key_[0] == BRAND for key_ in theirs.keys)
    if not brand and (lang in spaced.LANGUAGES or (lang in WITHOUT_CAPITALS and listed(theirs))):
        forms, folded = _forms(lang), fold(post_text)
        own = [form for key_ in theirs.keys for form in forms.get(key_, ())]
        if own and (
            listed(theirs) or not any(nearest(word, prepared(post_text)) >= _VERY_ALIKE for word in theirs.keys)
        ):
            return any(form in folded for form in own)
    person = unspaced.chinese_name(theirs.text) if lang == "zh" else ()
    if person:
        return unspaced.names_person(person, post_text)
    return found_in(theirs, "en", post_text, post)


@cache
def _forms(lang: str) -> dict[str, tuple[str, ...]]:
    """The phrases, and beginnings of peoples, by what they stand for."""
    known = lexicon(lang)
    found: dict[str, list[str]] = {}
    for phrase, keys in (*known.phrases.items(), *known.cities.items()):
        for key_ in keys.split("|"):
            found.setdefault(key_, []).append(phrase)
    for stems in known.peoples.values():
        for stem, key_ in stems:
            found.setdefault(key_, []).append(stem)
    return {key_: tuple(phrases) for key_, phrases in found.items()}


@cache
def known_keys(lang: str) -> frozenset[str]:
    """Keys of everything that the gazetteers of a language name."""
    known = lexicon(lang)
    return frozenset(key for keys in (*known.phrases.values(), *known.cities.values()) for key in keys.split("|"))
