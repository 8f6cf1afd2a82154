"""Which script the letters of a text are in, and what that says about the language.

Ranges are those of the Unicode character database, kept to whole blocks of letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x005A, "Latin"), (0x0061, 0x007A, "Latin"), (0x00AA, 0x00AA, "Latin"), (0x00BA, 0x00BA, "Latin"),
    (0x00C0, 0x024F, "Latin"), (0x0250, 0x02AF, "Latin"), (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"),
    (0x0531, 0x058F, "Armenian"), (0x0590, 0x05FF, "Hebrew"), (0x0600, 0x06FF, "Arabic"), (0x0700, 0x074F, "Syriac"),
    (0x0750, 0x077F, "Arabic"), (0x0780, 0x07BF, "Thaana"), (0x08A0, 0x08FF, "Arabic"), (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"), (0x0A00, 0x0A7F, "Gurmukhi"), (0x0A80, 0x0AFF, "Gujarati"), (0x0B00, 0x0B7F, "Oriya"),
    (0x0B80, 0x0BFF, "Tamil"), (0x0C00, 0x0C7F, "Telugu"), (0x0C80, 0x0CFF, "Kannada"), (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"), (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Lao"), (0x0F00, 0x0FFF, "Tibetan"),
    (0x1000, 0x109F, "Myanmar"), (0x10A0, 0x10FF, "Georgian"), (0x1100, 0x11FF, "Hangul"), (0x1200, 0x139F, "Ethiopic"),
    (0x13A0, 0x13FF, "Cherokee"), (0x1780, 0x17FF, "Khmer"), (0x1800, 0x18AF, "Mongolian"),
    (0x1C80, 0x1C8F, "Cyrillic"), (0x1C90, 0x1CBF, "Georgian"), (0x1E00, 0x1EFF, "Latin"), (0x1F00, 0x1FFF, "Greek"),
    (0x2C60, 0x2C7F, "Latin"), (0x2DE0, 0x2DFF, "Cyrillic"), (0x3005, 0x3007, "Han"), (0x3041, 0x30FF, "Kana"),
    (0x3130, 0x318F, "Hangul"), (0x31F0, 0x31FF, "Kana"), (0x3400, 0x4DBF, "Han"), (0x4E00, 0x9FFF, "Han"),
    (0xA640, 0xA69F, "Cyrillic"), (0xA720, 0xA7FF, "Latin"), (0xA8E0, 0xA8FF, "Devanagari"), (0xAC00, 0xD7AF, "Hangul"),
    (0xF900, 0xFAFF, "Han"), (0xFB00, 0xFB06, "Latin"), (0xFB13, 0xFB17, "Armenian"), (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"), (0xFE70, 0xFEFC, "Arabic"), (0xFF21, 0xFF3A, "Latin"), (0xFF41, 0xFF5A, "Latin"),
    (0xFF66, 0xFF9F, "Kana"), (0xFFA0, 0xFFDC, "Hangul"), (0x20000, 0x323AF, "Han"),
)  # fmt: skip
_STARTS = tuple(low for low, _, _ in _RANGES)

ONE_LANGUAGE = {
    "Armenian": "hy", "Bengali": "bn", "Cherokee": "chr", "Ethiopic": "am", "Georgian": "ka", "Greek": "el",
    "Gujarati": "gu", "Gurmukhi": "pa", "Hangul": "ko", "Hebrew": "he", "Kannada": "kn", "Khmer": "km", "Lao": "lo",
    "Malayalam": "ml", "Mongolian": "mn", "Myanmar": "my", "Oriya": "or", "Sinhala": "si", "Syriac": "syr",
    "Tamil": "ta", "Telugu": "te", "Thaana": "dv", "Thai": "th", "Tibetan": "bo",
}  # fmt: skip
"""Scripts that one language of today's posts uses, nearly always."""

LANGUAGES_OF = {
    "Hebrew": {"he", "yi", "lad"}, "Greek": {"el", "grc"}, "Bengali": {"bn", "as"}, "Thai": {"th"}, "Hangul": {"ko"},
    "Han": {"zh", "ja", "ko"}, "Kana": {"ja"}, "Devanagari": {"hi", "mr", "ne", "sa", "mai", "bho", "kok"},
    "Arabic": {"ar", "fa", "ur", "ps", "ku", "sd", "ug", "ks", "pa", "az", "ms", "ha"},
    "Cyrillic": {
        "ru", "uk", "bg", "mk", "sr", "be", "kk", "ky", "mn", "tg", "tt", "ba", "ce", "cv", "os", "uz", "az", "sah",
        "ab", "bs", "cnr", "tk", "ro",
    },
    "Ethiopic": {"am", "ti"}, "Myanmar": {"my", "shn"}, "Mongolian": {"mn"},
}  # fmt: skip
"""Languages that are written in a script; what is missing here is decided by ONE_LANGUAGE, and Latin is everybody's."""

_OWN_SCRIPT = frozenset().union(*LANGUAGES_OF.values()) | frozenset(ONE_LANGUAGE.values())
_ALSO_LATIN = frozenset({"sr", "az", "uz", "kk", "tt", "tk", "ku", "ms", "ha", "ro", "bs", "cnr", "mn", "lad", "os"})

JAPANESE_ONLY = frozenset(
    "気対経関発続実済圧図労働応広売読変戦帰単価仏団鉄黒総様込峠畑辺桜県円歩毎拡検険駅験処収拠渋縄歳"
)
"""Han characters whose Japanese shape is neither the simplified nor the traditional Chinese one (jōyō kanji)."""


@lru_cache(maxsize=8192)
def script_of(char: str) -> str | None:
    """Script of a letter; None for what is no letter (digits, punctuation, emoji), or of a script not listed."""
    point = ord(char)
    place = bisect_right(_STARTS, point) - 1
    if place < 0:
        return None
    _, high, name = _RANGES[place]
    return name if point <= high and (char.isalpha() or point > 0x2FF) else None


def letters_by_script(text: str) -> dict[str, int]:
    """How many letters of each script a text has, the commonest first. Signs that are part of no word do not count."""
    if text.isascii():
        letters = sum(map(str.isalpha, text))
        return {"Latin": letters} if letters else {}
    counts: dict[str, int] = {}
    for char, times in Counter(text).items():
        if char.isalpha():
            name = script_of(char)
            if name is not None:
                counts[name] = counts.get(name, 0) + times
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def may_be_written_in(code: str, script: str) -> bool:
    """Whether a language is ever written in a script, as far as is known; unknown languages may be."""
    if script == "Latin":
        return code not in _OWN_SCRIPT or code in _ALSO_LATIN
    if script in LANGUAGES_OF:
        return code in LANGUAGES_OF[script]
    return ONE_LANGUAGE.get(script, code) == code
