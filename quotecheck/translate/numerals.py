"""Numerals the English way: 5.000 becomes 5,000 and 3,5 % becomes 3.5%.

Only numerals that a translation took over from its source as they stood are rewritten: what an engine has already
put into English form is left alone, and so is everything that is no plain quantity (years, dates, times, versions,
links, handles). How a language writes numbers is Unicode CLDR's (`numbers/symbols`).
"""

from __future__ import annotations

import re
import unicodedata

VERSION = "1"

DECIMAL_POINT = frozenset(
    {
        "en",
        "zh",
        "ja",
        "ko",
        "th",
        "he",
        "hi",
        "bn",
        "ta",
        "te",
        "mr",
        "gu",
        "kn",
        "ml",
        "pa",
        "ur",
        "ne",
        "si",
        "ms",
        "tl",
        "sw",
        "ga",
        "cy",
        "mt",
        "am",
        "my",
        "km",
        "lo",
        "bo",
    }
)
"""Languages that write the decimal point as English does; all others are taken to write a decimal comma."""

LAKH = frozenset({"hi", "bn", "ta", "te", "mr", "gu", "kn", "ml", "pa", "ur", "ne", "en"})
"""Languages that also group as 1,00,000."""

_SPACE = " \u00a0\u202f\u2009"
_APOSTROPHE = "'’"
_NUMERAL = re.compile(
    rf"(?<![\w.,:/@#+\-–])\d(?:[\d.,{_APOSTROPHE}٫٬]|[{_SPACE}](?=\d{{3}}(?!\d)))*(?:[{_SPACE}]?[%‰٪])?"
)
_AFTER = re.compile(r"[\w/@:]|[.,:\-–]\d")
_SHAPES = {
    # name: (whole, group, decimal)
    "dots": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
    "spaces": re.compile(rf"[1-9]\d{{0,2}}(?:[{_SPACE}]\d{{3}})+(?:,\d+)?"),
    "apostrophes": re.compile(rf"[1-9]\d{{0,2}}(?:[{_APOSTROPHE}]\d{{3}})+(?:[.,]\d+)?"),
    "comma": re.compile(r"(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)"),
    "percent": re.compile(r"\d+(?:[.,]\d+)*"),
    "lakh": re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"),
}


def to_english(source: str, translation: str, lang: str) -> str:
    """The translation, with the source's own numerals in it written the English way.

    Args:
        source: the text that was translated.
        translation: what an engine made of it.
        lang: ISO 639-1 code of the source.
    """
    wanted: dict[str, str] = {}
    for match in _NUMERAL.finditer(source):
        found = _trim(match.group())
        if _AFTER.match(source, match.start() + len(found)):
            continue
        english = numeral(found, lang)
        if english is not None and english != found:
            wanted[_plain(found)] = english
    if not wanted:
        return translation

    def rewrite(match: re.Match[str]) -> str:
        found = _trim(match.group())
        rest = match.group()[len(found) :]
        if _AFTER.match(translation, match.start() + len(found)):
            return match.group()
        return wanted.get(_plain(found), found) + rest

    return _NUMERAL.sub(rewrite, translation)


def numeral(text: str, lang: str) -> str | None:
    """One numeral the English way; None where it is none that this can be said of.

    >>> numeral("1.234.567,8", "es")
    '1,234,567.8'
    """
    sign = text[-1] if text[-1] in "%‰٪" else ""
    digits = _ascii_digits(text[: len(text) - len(sign)].rstrip(_SPACE))
    english = _number(digits, lang)
    if english is None:
        return None
    return english + ("%" if sign == "٪" else sign)


def _number(text: str, lang: str) -> str | None:
    if lang in LAKH and _SHAPES["lakh"].fullmatch(text):
        whole, _, fraction = text.partition(".")
        return _group(whole.replace(",", "")) + (f".{fraction}" if fraction else "")
    if _SHAPES["apostrophes"].fullmatch(text):
        whole, _, fraction = re.sub(rf"[{_APOSTROPHE}]", "", text).replace(",", ".").partition(".")
        return _group(whole) + (f".{fraction}" if fraction else "")
    if lang not in DECIMAL_POINT:
        for shape in ("dots", "spaces"):
            if _SHAPES[shape].fullmatch(text):
                whole, _, fraction = text.partition(",")
                return _group(re.sub(rf"[.{_SPACE}]", "", whole)) + (f".{fraction}" if fraction else "")
        if _SHAPES["comma"].fullmatch(text):
            return text.replace(",", ".")
    # Whatever else is a number stands as it is; it may have come in other digits, or with a space before its sign.
    return text if _SHAPES["percent"].fullmatch(text) else None


def _group(digits: str) -> str:
    return f"{int(digits):,}" if len(digits) < 100 else digits


def _trim(text: str) -> str:
    """Without the comma or full stop that ends the clause."""
    return text.rstrip(f".,{_APOSTROPHE}{_SPACE}٫٬")


def _plain(text: str) -> str:
    """Spaces all alike: engines rewrite the special ones."""
    return re.sub(rf"[{_SPACE}]", " ", text)


def _ascii_digits(text: str) -> str:
    """Arabic, Indian and full-width digits as 0 to 9, Arabic separators as the Latin ones of the same meaning."""
    out = []
    native = False
    for character in text:
        if character.isdigit() and not character.isascii():
            out.append(str(unicodedata.digit(character)))
            native = True
        elif character == "٫":
            out.append(",")
        elif character == "٬":
            out.append(".")
        else:
            out.append(character)
    return "".join(out) if native or "٫" in text or "٬" in text else text
