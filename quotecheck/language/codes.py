"""Language tags as pages write them, brought to one code a language."""

from __future__ import annotations

_NO_LANGUAGE = frozenset(
    {"", "und", "zxx", "mul", "mis", "art", "qam", "qct", "qht", "qme", "qst", "unk", "unknown", "none", "null", "xx"}
)
"""ISO 639-2 "undetermined", "no linguistic content", "several"; and X's own codes for posts of mentions (qam),
cashtags (qct), hashtags (qht), media (qme) or a few words (qst) only."""

_SAME = {
    "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr", "nb": "no", "nn": "no", "fil": "tl",
    "cmn": "zh", "yue": "zh", "lzh": "zh", "nan": "zh", "prs": "fa", "pes": "fa", "arb": "ar", "ary": "ar",
    "arz": "ar", "ckb": "ku", "kmr": "ku", "ekk": "et", "lvs": "lv", "zsm": "ms", "swh": "sw", "npi": "ne",
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de",
    "ell": "el", "gre": "el", "eng": "en", "epo": "eo", "spa": "es", "est": "et", "eus": "eu", "baq": "eu",
    "fas": "fa", "per": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "glg": "gl", "heb": "he",
    "hin": "hi", "hrv": "hr", "hun": "hu", "isl": "is", "ice": "is", "ind": "id", "ita": "it", "jpn": "ja",
    "kor": "ko", "lit": "lt", "lav": "lv", "mkd": "mk", "mac": "mk", "nld": "nl", "dut": "nl", "nor": "no",
    "nob": "no", "nno": "no", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk",
    "slo": "sk", "slv": "sl", "sqi": "sq", "alb": "sq", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr",
    "ukr": "uk", "urd": "ur", "vie": "vi", "zho": "zh", "chi": "zh", "bel": "be", "ben": "bn", "tam": "ta",
}  # fmt: skip


def language_code(tag: str | None) -> str | None:
    """The language of a tag such as "es-419", "pt_BR", "iw", "zh-Hans" or "spa".

    Returns:
        An ISO 639-1 code (639-2 or 639-3 where there is none); None where the tag names no language: a text without
        words, an unknown one, or something that is not a tag.
    """
    if tag is None:
        return None
    head = tag.strip().lower().replace("_", "-").split("-", 1)[0]
    if head in _NO_LANGUAGE or not (2 <= len(head) <= 3 and head.isascii() and head.isalpha()):
        return None
    return _SAME.get(head, head)
