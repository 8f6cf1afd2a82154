"""Weighing what a text's words, letters and letter sequences say about its language, within one script."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

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


class Weighed(Struct, frozen=True, kw_only=True):
    """What the evidence comes to.

    Attributes:
        probabilities: of each language of the script, the likeliest first.
        words: how many words the text has.
        tellings: how many of them are function words of each language.
        letters: how many letters the words have.
        plain: how many of these stand in words without a capital, which are no names.
        settled: function words settled it, without n-grams.
    """

    probabilities: dict[str, float]
    words: int
    tellings: dict[str, int]
    letters: int
    plain: int
    settled: bool

    @property
    def best(self) -> str:
        return next(iter(self.probabilities))

    @property
    def telling(self) -> int:
        return self.tellings[self.best]

    @property
    def probability(self) -> float:
        return self.probabilities[self.best]


def words_of(text: str) -> list[str]:
    """The words of a text as written; an elided one keeps its apostrophe ("l'", "don'")."""
    return [match.group() for match in _WORD.finditer(unicodedata.normalize("NFC", text))]


def _lower(word: str) -> str:
    return word.replace("İ", "i").lower().replace("’", "'")


def weigh(words: Sequence[str], script: str, *, words_only: bool = False) -> Weighed:
    """Weigh the words of a text that is written in `script`.

    N-grams are consulted only where function words do not settle it by far, and not with `words_only`.
    """
    scores = _priors(script).copy()
    lowered = Counter(map(_lower, words))
    by_word = languages_by_word(script)
    telling = dict.fromkeys(scores, 0)
    for word, count in lowered.items():
        weight = (_PER_WORD if len(word) > 1 else _PER_LETTER_WORD) * min(count, _MOST_REPEATS)
        for code in by_word.get(word, ()):
            scores[code] += weight
            telling[code] += count
    _add_letters(scores, script, _plain_words(words))
    ranked = sorted(scores, key=lambda code: -scores[code])
    settled = len(ranked) < 2 or (
        scores[ranked[0]] - scores[ranked[1]] >= _ENOUGH_MARGIN and telling[ranked[0]] >= _ENOUGH_WORDS
    )
    if not (settled or words_only):
        _add_ngrams(scores, _plain_words(words))
    probabilities = _softmax(scores)
    return Weighed(
        probabilities=probabilities,
        words=len(words),
        tellings=telling,
        letters=sum(map(len, words)),
        settled=settled,
        plain=sum(len(word) for word in words if not word[0].isupper()),
    )


@lru_cache(maxsize=16)
def _priors(script: str) -> dict[str, float]:
    return {code: known.prior for code, known in all_notes().items() if script in known.scripts}


@lru_cache(maxsize=16)
def _letters(script: str) -> dict[str, list[tuple[str, float]]]:
    """What each telling letter or run of letters says of the languages of a script."""
    found: dict[str, list[tuple[str, float]]] = {}
    for code in _priors(script):
        known = all_notes()[code]
        for piece in sorted(known.letters | known.foreign):
            nats = _PER_LETTER if piece in known.letters else _PER_FOREIGN_LETTER
            found.setdefault(piece, []).append((code, nats))
    return found


def _add_letters(scores: dict[str, float], script: str, words: Sequence[str]) -> None:
    joined = f" {' '.join(map(_lower, words))} "
    for piece, said in _letters(script).items():
        if piece in joined:
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


def _softmax(scores: dict[str, float]) -> dict[str, float]:
    best = max(scores.values())
    raised = {code: math.exp(max(score - best, -60.0)) for code, score in scores.items()}
    total = sum(raised.values())
    return {code: raised[code] / total for code in sorted(raised, key=lambda code: (-raised[code], code))}
