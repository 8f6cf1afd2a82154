"""Weighing what a text's words, letters and letter sequences say about its language, within one script."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from quotecheck.language.ngrams import log_likelihoods
from quotecheck.language.notes import all_notes, languages_by_word

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0900-\u0963\u0970-\u097f\u064b-\u0652\u200c·]*['’]?")
_PER_WORD = 2.6
"""Nats for a function word: some 15 times likelier in a language whose list has it than in one whose list has not."""
_PER_LETTER_WORD = 1.2
_PER_LETTER = 0.8
_PER_FOREIGN_LETTER = -1.0
_MOST_REPEATS = 2
_NGRAM_WEIGHT = 0.3
"""N-grams overlap, so their logarithms are not independent evidence; measured on fixtures/languages.tsv."""
_MODELLED_ON = {"gl": ("pt", "es"), "sr": ("hr", "sl", "mk", "bg"), "be": ("ru", "uk"), "az": ("tr",), "is": ("no",)}
"""Languages without a profile, and those whose letter sequences are nearest."""
_NO_PROFILE = 3.0
"""Nats by which a language without a profile stands behind the best that has one, before its words speak."""
_ENOUGH_MARGIN = 9.0
_ENOUGH_WORDS = 4
_NATS_BEHIND = -60.0
_HOPELESS = math.exp(_NATS_BEHIND)
"""What a language so far behind counts for, and any that is further behind."""
_REMEMBERED = 16_384
"""Words of which is remembered what they say: most words of a text are words of the texts before it."""


class Weighed(Struct, frozen=True, kw_only=True):
    """What the evidence comes to.

    Attributes:
        probabilities: of each language of the script.
        best: the likeliest; of equals, the first by its code.
        words: how many words the text has.
        tellings: how many of them are function words of each language.
        letters: how many letters the words have.
        plain: how many of these stand in words without a capital, which are no names.
        settled: function words settled it, without n-grams.
    """

    probabilities: dict[str, float]
    best: str
    words: int
    tellings: dict[str, int]
    letters: int
    plain: int
    settled: bool

    @property
    def telling(self) -> int:
        return self.tellings[self.best]

    @property
    def probability(self) -> float:
        return self.probabilities[self.best]


def words_of(text: str) -> list[str]:
    """The words of a text as written; an elided one keeps its apostrophe ("l'", "don'")."""
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFC", text))


@lru_cache(maxsize=_REMEMBERED)
def _lower(word: str) -> str:
    return word.replace("İ", "i").lower().replace("’", "'")


def weigh(words: Sequence[str], script: str, *, words_only: bool = False) -> Weighed:
    """Weigh the words of a text that is written in `script`.

    N-grams are consulted only where function words do not settle it by far, and not with `words_only`.
    """
    scores = _priors(script).copy()
    by_word = languages_by_word(script)
    telling = dict.fromkeys(scores, 0)
    for word, count in Counter(map(_lower, words)).items():
        weight = (_PER_WORD if len(word) > 1 else _PER_LETTER_WORD) * min(count, _MOST_REPEATS)
        for code in by_word.get(word, ()):
            scores[code] += weight
            telling[code] += count
    plain = _plain_words(words)
    _add_letters(scores, script, plain)
    settled = _is_settled(scores, telling)
    if not (settled or words_only):
        _add_ngrams(scores, plain)
    best, probabilities = _softmax(scores)
    return Weighed(
        probabilities=probabilities,
        best=best,
        words=len(words),
        tellings=telling,
        letters=sum(map(len, words)),
        settled=settled,
        plain=sum(len(word) for word in words if not word[0].isupper()),
    )


def _is_settled(scores: dict[str, float], telling: dict[str, int]) -> bool:
    """Whether the best language is so far ahead by its function words that nothing else can matter."""
    best = max(scores, key=scores.__getitem__)
    if len(scores) < 2:
        return True
    second, first = sorted(scores.values())[-2:]
    return first - second >= _ENOUGH_MARGIN and telling[best] >= _ENOUGH_WORDS


def may_be_told(words: Sequence[str], script: str, but: str, least: int) -> bool:
    """Whether any language of a script except `but` has so many function words among these, and more than `but` has:
    what weighing them can only find where this holds."""
    by_word = languages_by_word(script)
    telling = Counter(chain.from_iterable(by_word.get(_lower(word), ()) for word in words))
    own = telling.pop(but, 0)
    return max(telling.values(), default=0) >= max(least, own + 1)


@lru_cache(maxsize=16)
def _priors(script: str) -> dict[str, float]:
    return {code: known.prior for code, known in all_notes().items() if script in known.scripts}


@lru_cache(maxsize=16)
def _letters(script: str) -> tuple[tuple[str, list[tuple[str, float]]], ...]:
    """Each telling letter or run of letters, and what it says of the languages of a script."""
    found: dict[str, list[tuple[str, float]]] = {}
    for code in _priors(script):
        known = all_notes()[code]
        for piece in sorted(known.letters | known.foreign):
            nats = _PER_LETTER if piece in known.letters else _PER_FOREIGN_LETTER
            found.setdefault(piece, []).append((code, nats))
    return tuple(found.items())


@lru_cache(maxsize=_REMEMBERED)
def _letters_in(word: str, script: str) -> tuple[int, ...]:
    """Which entries of `_letters` a word has; none goes beyond one word."""
    padded = f" {word} "
    return tuple(number for number, (piece, _) in enumerate(_letters(script)) if piece in padded)


def _add_letters(scores: dict[str, float], script: str, words: Sequence[str]) -> None:
    lowered = list(map(_lower, words))
    found = {number for word in lowered for number in _letters_in(word, script)}
    if not found:
        return
    joined = f" {' '.join(lowered)} "
    for number in sorted(found):
        piece, said = _letters(script)[number]
        times = min(joined.count(piece), _MOST_REPEATS)
        for code, nats in said:
            scores[code] += times * nats


def _plain_words(words: Sequence[str]) -> Sequence[str]:
    """Without capitalised words, which are often names, where enough others are left."""
    plain = [word for word in words if not word[0].isupper()]
    return plain if sum(map(len, plain)) >= 20 else words


def _add_ngrams(scores: dict[str, float], words: Sequence[str]) -> None:
    fit = log_likelihoods(words, scores)
    if not fit:
        return
    best = max(fit.values())
    for code in scores:
        if code in fit:
            scores[code] += _NGRAM_WEIGHT * (fit[code] - best)
            continue
        near = [fit[other] for other in _MODELLED_ON.get(code, ()) if other in fit]
        scores[code] += _NGRAM_WEIGHT * (max(near) - best) - 1.0 if near else -_NO_PROFILE


def _softmax(scores: dict[str, float]) -> tuple[str, dict[str, float]]:
    """The likeliest language (the scores are in the order of their codes), and the probability of each."""
    best = max(scores.values())
    raised = {
        code: math.exp(score - best) if score - best > _NATS_BEHIND else _HOPELESS for code, score in scores.items()
    }
    total = sum(raised.values())
    return max(raised, key=raised.__getitem__), {code: value / total for code, value in raised.items()}
