"""Characters that would do something instead of being seen are shown by name.

A post is written by a stranger. Printed as it is, it could clear the screen, set the window's title, or turn the
reading order of a line around (Boucher and Anderson, "Trojan Source", 2021).
"""

from __future__ import annotations

import unicodedata

_ZWNJ, _ZWJ = "\u200c", "\u200d"
# Scripts in which a joiner or non-joiner is spelling, not a trick: Arabic, Syriac, the Indic scripts, Mongolian, Khmer.
_JOINING = ((0x0600, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x18AF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
# Blank, but not spaces: Hangul fillers and the braille blank.
_BLANK = "\u115f\u1160\u3164\uffa0\u2800"


def is_line_break(char: str) -> bool:
    """Whether `char` ends a line."""
    return char in _LINE_BREAKS


def shown(char: str, before: str = "", after: str = "") -> str:
    """How one character is printed.

    Args:
        char: the character.
        before, after: its neighbours, which decide whether a joiner belongs there; "" at the ends.
    """
    code = ord(char)
    if code < 0x7F:
        if code >= 0x20:
            return char
        return " " if char == "\t" else f"\\x{code:02x}"
    if code < 0xA0:
        return f"\\x{code:02x}"
    if char in (_ZWJ, _ZWNJ):
        return char if _joins(before, after) else _named(code)
    if char in _BLANK:
        return _named(code)
    category = unicodedata.category(char)
    if category == "Cf" and 0xE0020 <= code <= 0xE007F:
        # The tag letters of a regional flag; anywhere else they are a way to write what nobody sees.
        return char if before == "\U0001f3f4" or 0xE0020 <= ord(before or " ") <= 0xE007E else _named(code)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and not 0x0600 <= code <= 0x0605:
        return _named(code)
    return char


def visible(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal would act on."""
    if text.isascii() and text.isprintable():
        return text
    out = []
    for index, char in enumerate(text):
        if is_line_break(char):
            out.append(" ")
        else:
            out.append(shown(char, text[index - 1] if index else "", text[index + 1 : index + 2]))
    return "".join(out)


def _joins(before: str, after: str) -> bool:
    if not before:
        return False
    if _in_joining_script(before):
        return True
    # In an emoji sequence: a symbol, or what may follow one, then the joiner, then another symbol.
    return bool(after) and _symbol(after) and (_symbol(before) or before == "\ufe0f")


def _in_joining_script(char: str) -> bool:
    code = ord(char)
    return any(low <= code <= high for low, high in _JOINING)


def _symbol(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sk") or ord(char) >= 0x1F000


def _named(code: int) -> str:
    return f"<U+{code:04X}>"
