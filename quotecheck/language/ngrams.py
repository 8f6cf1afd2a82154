"""How well a text's letter sequences fit a language, by the n-gram profiles of langdetect.

langdetect's own detector draws n-grams at random, stops early, and reads all 55 profiles (0.34 s) first. Here every
n-gram of the text counts once, so that the same text always has the same answer, and only the profiles of languages
that can be are read (about 1 ms each). No n-gram goes beyond its word, so a word's fit is worked out once.
"""

from __future__ import annotations

import math
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from operator import add
from pathlib import Path

import msgspec

_SMOOTHING = 0.5 / 10_000
"""langdetect's ALPHA_DEFAULT / BASE_FREQ: the probability of an n-gram that a profile does not have."""
_NO_VALUE = math.log(_SMOOTHING)
_AT_MOST = 1500
"""N-grams looked at, word by word; a post of 280 characters has about 700."""
_REMEMBERED = 16_384
"""Words, and n-grams, whose fit is remembered."""


class _Profile(msgspec.Struct):
    freq: dict[str, int]
    n_words: list[int]


@lru_cache(maxsize=1)
def _folder() -> Path | None:
    found = find_spec("langdetect")
    if found is None or not found.submodule_search_locations:
        return None
    return Path(next(iter(found.submodule_search_locations))) / "profiles"


@lru_cache(maxsize=128)
def _profile(code: str) -> _Profile | None:
    folder = _folder()
    if folder is None or not (folder / code).is_file():
        return None
    return msgspec.json.decode((folder / code).read_bytes(), type=_Profile)


def _normal(word: str) -> str:
    """A word as the profiles write it (langdetect.utils.ngram.NGram.normalize)."""
    word = unicodedata.normalize("NFC", word)
    if word.isupper() and len(word) > 1:
        word = word.lower()
    word = word.replace("ș", "ş").replace("ț", "ţ").replace("ی", "ي")
    return "".join("ể" if "ạ" <= char <= "ỿ" else char for char in word)


def _ngrams(word: str) -> list[str]:
    """The runs of one, two and three letters of a word, its edges being a space."""
    normal = _normal(word)
    padded = f" {normal} "
    found = list(normal)
    found.extend(padded[i : i + 2] for i in range(len(padded) - 1))
    found.extend(padded[i : i + 3] for i in range(len(padded) - 2))
    return found


def log_likelihoods(words: Sequence[str], codes: Iterable[str]) -> dict[str, float]:
    """Logarithm of the probability of a text's n-grams in each language.

    Args:
        words: the words of the text.
        codes: languages to be weighed; those without a profile are missing from the answer.

    Returns:
        Only differences between languages mean anything. N-grams that no profile has are left out.
    """
    readable = _readable(tuple(codes))
    sums = [0.0] * len(readable)
    left = _AT_MOST
    for word in words:
        count, fit = _fit_of_word(word, readable)
        if count > left:
            fit = _fit(_ngrams(word)[:left], readable)
        sums = list(map(add, sums, fit))
        left -= count
        if left <= 0:
            break
    return dict(zip(readable, sums, strict=True))


@lru_cache(maxsize=16)
def _readable(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some languages that have a profile."""
    return tuple(code for code in codes if _profile(code) is not None)


@lru_cache(maxsize=_REMEMBERED)
def _fit_of_word(word: str, codes: tuple[str, ...]) -> tuple[int, array[float]]:
    """How many n-grams a word has, and what `_fit` makes of them."""
    grams = _ngrams(word)
    return len(grams), _fit(grams, codes)


def _fit(grams: Sequence[str], codes: tuple[str, ...]) -> array[float]:
    """Logarithm of the probability of some n-grams together, in each language."""
    sums = array("d", bytes(8 * len(codes)))
    for gram in grams:
        values = _values(gram, codes)
        if values is not None:
            sums = array("d", map(add, sums, values))
    return sums


@lru_cache(maxsize=_REMEMBERED)
def _values(gram: str, codes: tuple[str, ...]) -> array[float] | None:
    """Logarithm of the probability of one n-gram in each language; None where no profile has it."""
    values = array("d")
    for code in codes:
        profile = _profile(code)
        count = profile.freq.get(gram, 0) if profile else 0
        values.append(math.log(count / profile.n_words[len(gram) - 1] + _SMOOTHING) if profile and count else _NO_VALUE)
    return values if max(values, default=_NO_VALUE) > _NO_VALUE else None
