"""Which language a text is in, from what the caller and the page say, its script, its words and its letters."""

from __future__ import annotations

import re
from functools import lru_cache

from quotecheck.language.codes import language_code
from quotecheck.language.evidence import Weighed, may_be_told, weigh, words_of
from quotecheck.language.masking import mask
from quotecheck.language.scripts import (
    JAPANESE_ONLY,
    ONE_LANGUAGE,
    letters_by_script,
    may_be_written_in,
    script_of,
)
from quotecheck.language.sentences import sentences
from quotecheck.model import UNDETERMINED, Language

_AT_MOST = 4000
"""Code points looked at: the beginning of a long text says enough."""
_SURE = 0.75
_LONG_LETTERS, _LONG_WORDS = 40, 6
"""From here on a text speaks for itself against what the page declares."""
_FEWEST_LETTERS, _FEWEST_WORDS = 12, 3
_TELLING = 2
"""Function words that speak for a language, against a claim or against the rest of the text."""
_MIXED_SHARE = 0.3
_WIDE = {"Han": 3, "Kana": 2, "Hangul": 2}
"""Latin letters that one letter of these scripts is worth."""
_REPOST = re.compile(r"^\s*RT\s+(?=@)")
_UNSURE = Language(code=UNDETERMINED, confidence=0.0, method="unsure")


def identify(text: str, declared: str | None = None, given: str | None = None) -> Language:
    """Tell the language of a text.

    Args:
        text: a post, a quotation or an article.
        declared: the tag the page gives to the text ("es", "zh-Hans", "und"); evidence, overruled where the script or
            a long text says otherwise.
        given: the tag the caller gives; trusted, with less confidence where the text says otherwise.

    Returns:
        The language, or "und" (method "unsure") for a text that is too short, mixed, or without words.
    """
    found = _detect(text[:_AT_MOST])
    if (code := language_code(given)) is not None:
        return Language(code=code, confidence=_trust(code, text, found), method="given")
    if (code := language_code(declared)) is not None:
        return _with_declared(code, text, found)
    return found.language


class _Found:
    """What the text alone says: the verdict, and the evidence behind it."""

    def __init__(self, language: Language, *, script: str | None = None, weighed: Weighed | None = None) -> None:
        self.language = language
        self.script = script
        self.weighed = weighed

    def denies(self, code: str) -> bool:
        """Whether the text is long and clear enough to be believed against a claim."""
        if self.script is not None and not may_be_written_in(code, self.script):
            return True
        if not self.language.known or self.language.code == code:
            return False
        if self.language.method == "script":
            return True
        seen = self.weighed
        return (
            seen is not None
            and seen.letters >= _LONG_LETTERS
            and seen.words >= _LONG_WORDS
            and seen.probability >= 0.97
            and seen.telling >= _TELLING
            and seen.probabilities.get(code, 0.0) < 0.01
        )


def _trust(code: str, text: str, found: _Found) -> float:
    if found.script is not None and not may_be_written_in(code, found.script):
        return 0.3
    if found.denies(code):
        return 0.6
    return 0.99 if found.language.code == code or not found.language.known else 0.9


def _with_declared(code: str, text: str, found: _Found) -> Language:
    detected = found.language
    if detected.code == code:
        return Language(code=code, confidence=max(0.98, detected.confidence), method="declared")
    if found.denies(code):
        return detected
    if found.script is None:
        return Language(code=code, confidence=0.5, method="declared")
    if not detected.known:
        share = found.weighed.probabilities.get(code, 0.0) if found.weighed else 0.0
        return Language(code=code, confidence=0.9 if share >= 0.2 else 0.8, method="declared")
    return Language(code=code, confidence=0.7, method="declared")


@lru_cache(maxsize=1024)  # quotations are asked about several times
def _detect(text: str) -> _Found:
    text = _REPOST.sub(lambda match: " " * len(match.group()), text)
    clean = mask(text, hashtags=True)
    if sum(map(str.isalpha, clean)) < _FEWEST_LETTERS:
        clean = mask(text)
    counts = letters_by_script(clean)
    weights = {script: count * _WIDE.get(script, 1) for script, count in counts.items()}
    total = sum(weights.values())
    if not total:
        return _Found(_UNSURE)
    script, mixed = _leading_script(clean, weights)
    if mixed:
        return _Found(_UNSURE)
    if script in ("Han", "Kana"):
        return _Found(_chinese_or_japanese(clean, counts), script=script)
    if script in ONE_LANGUAGE:
        return _Found(_by_script(ONE_LANGUAGE[script], counts[script]), script=script)
    words = _words_in(clean, script)
    if not words:
        return _Found(_UNSURE, script=script)
    weighed = weigh(words, script)
    language = _decide(weighed)
    if language.known and _two_languages(clean, script, language.code, weighed):
        language = _UNSURE
    return _Found(language, script=script, weighed=weighed)


def _leading_script(text: str, weights: dict[str, int]) -> tuple[str, bool]:
    """The script that carries the text, and whether another carries as much.

    Names and brands stay Latin in texts of every script, so Latin letters count only where Latin function words do.
    """
    joined = dict(weights)
    if "Kana" in joined:
        joined["Kana"] += joined.pop("Han", 0)
    if "Hangul" in joined and joined["Hangul"] >= 0.2 * joined.get("Han", 0):
        joined["Hangul"] += joined.pop("Han", 0)
    total = sum(joined.values())
    others = {script: weight for script, weight in joined.items() if script != "Latin"}
    if not others:
        return "Latin", False
    leading = max(others, key=lambda script: others[script])
    latin = joined.get("Latin", 0)
    if latin:
        share = others[leading] / total
        if share < 0.15:
            return "Latin", False
        words = _words_in(text, "Latin")
        speaks = len(words) >= 3 and weigh(words, "Latin", words_only=True).telling >= 2
        if share < 0.7 and speaks:
            return ("Latin", share > _MIXED_SHARE) if share < 0.5 else (leading, True)
        if share < 0.35 and not speaks and others[leading] < 8:
            return "Latin", False
    second = sorted(others.values())[-2] if len(others) > 1 else 0
    return leading, second / total > _MIXED_SHARE


def _words_in(text: str, script: str) -> list[str]:
    """The words of a text that begin in a script."""
    words = words_of(text)
    if text.isascii():
        return words if script == "Latin" else []
    return [word for word in words if script_of(word[0]) == script]


def _chinese_or_japanese(text: str, counts: dict[str, int]) -> Language:
    kana, han = counts.get("Kana", 0), counts.get("Han", 0)
    if kana > 2 or (kana and han <= 12):
        return _by_script("ja", kana + han)
    if any(char in JAPANESE_ONLY for char in text):
        return Language(code="ja", confidence=0.8, method="script")
    if han < 6:
        return _UNSURE
    return Language(code="zh", confidence=min(0.98, 0.85 + 0.01 * han), method="script")


def _by_script(code: str, letters: int) -> Language:
    if letters < 2:
        return _UNSURE
    return Language(code=code, confidence=0.98 if letters >= 6 else 0.9, method="script")


def _decide(seen: Weighed) -> Language:
    if seen.words < _FEWEST_WORDS or seen.letters < _FEWEST_LETTERS:
        enough = seen.telling >= 2 and seen.letters >= 6
    else:
        # Names and titles alone are of no language: some word of it must be there, or a good many plain letters.
        enough = seen.telling >= 1 or seen.plain >= 30 or (seen.plain >= 14 and seen.probability >= 0.9)
    if not enough or seen.probability < _SURE:
        return _UNSURE
    certain = min(0.99, 1 - 0.6 / (seen.words + seen.telling + 1))
    return Language(code=seen.best, confidence=round(seen.probability * certain, 3), method="detected")


def _two_languages(text: str, script: str, code: str, whole: Weighed) -> bool:
    """Whether a good part of the text is clearly in another language than the whole."""
    if whole.letters < _LONG_LETTERS:
        return False
    other = 0
    for start, end in _pieces(text, code):
        words = _words_in(text[start:end], script)
        if len(words) < _FEWEST_WORDS or not may_be_told(words, script, code, _TELLING):
            continue
        seen = weigh(words, script, words_only=whole.settled)
        clear = seen.best != code and seen.probability >= 0.95 and seen.probabilities[code] < 0.02
        if clear and seen.telling >= _TELLING and seen.telling > seen.tellings[code]:
            other += seen.letters
    return other / whole.letters > _MIXED_SHARE


def _pieces(text: str, code: str) -> list[tuple[int, int]]:
    spans = sentences(text, code)
    if len(spans) != 1:
        return spans
    start, end = spans[0]
    middle = text.find(" ", (start + end) // 2, end)
    return [(start, middle), (middle, end)] if middle > 0 else spans
