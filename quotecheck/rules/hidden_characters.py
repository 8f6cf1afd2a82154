"""hidden-characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from quotecheck.language.masking import mask
from quotecheck.language.scripts import letters_by_script, script_of
from quotecheck.rules.base import Hit, PostRule, PostState

_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OVERRIDES = frozenset("\u202d\u202e")
"""They show letters in another order than they stand in; no script has a use for that."""
_RIGHT_TO_LEFT = frozenset({"Arabic", "Hebrew", "Syriac", "Thaana"})
_ISOLATED_NAME = re.compile(
    r"[\u2066-\u2068](?=[@＠#＃]|https?://)[^\s\u2066-\u2069]{1,300}\u2069"
    r"|[\u2066-\u2068]\s{0,8}(?:https?://\S{1,300})?\s{0,8}(?:\u2069|\Z)"
)
"""X puts isolates around handles, hashtags and links by itself, and leaves one open before the link at the end."""

_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u034f\u115f\u1160\u3164\uffa0")
_JOINED = frozenset(
    {
        "Arabic", "Syriac", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada",
        "Malayalam", "Sinhala", "Mongolian", "Khmer", "Myanmar", "Tibetan",
    }
)  # fmt: skip
"""Scripts that shape their letters by joiners and non-joiners."""
_UNSPACED = frozenset({"Thai", "Lao", "Khmer", "Myanmar", "Tibetan", "Han", "Kana"})
"""Scripts without spaces, where a zero-width space shows where a line may break."""
_TAG_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,32}\U000e007f")

_LOOKS_LATIN = {
    "Cyrillic": frozenset("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅҺԌԚԜ"),
    "Greek": frozenset("οναιυρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
}
"""Letters that most typefaces draw as they draw a Latin one (Unicode TR39, confusables)."""
_LATIN_LOOK_ALIKES = frozenset("aceopxyijshABEKMHOPCTYXIJSZNvu")
_WORD = re.compile(r"[^\W\d_]{2,64}")


class HiddenCharacters(PostRule):
    """
    What it does: finds characters that a reader cannot see, or takes for others, where the script has no use for
    them: marks that turn the order of reading round, zero-width characters, tag characters, and letters of another
    alphabet inside a word. They can make a post read otherwise than it is written, and hide it from a search.

    Examples: a right-to-left override in an English post; a zero-width space inside a name; “Mаduro” with a Cyrillic а.
    A non-joiner in Persian, a joiner in an emoji, and the isolates that X puts around handles are fine.

    What to do: look at the post on its platform; treat the copy in the article with care.

    Reads: every language.
    """

    name = "hidden-characters"
    severity = "warning"
    summary = "characters that cannot be seen, or look like others"

    def check(self, state: PostState) -> Iterable[Hit]:
        text = state.post.text
        if not text:
            return
        scripts = set(letters_by_script(text))
        kinds = (
            ("marks that change the order of reading", _bidi(text, scripts), 0.9),
            ("zero-width characters", _zero_width(text), 0.9),
            ("tag characters, which cannot be seen", _tags(text), 0.95),
        )
        for what, places, confidence in kinds:
            found = list(places)
            if found:
                yield Hit(
                    message=f"The post holds {what}: {_named(text, found)}.",
                    confidence=confidence,
                    post=(found[0], found[0] + 1),
                )
        for start, end, other in _mixed_words(text):
            letters = ", ".join(
                f"{char} (U+{ord(char):04X})" for char in dict.fromkeys(text[start:end]) if script_of(char) == other
            )
            yield Hit(
                message=f"“{text[start:end]}” mixes alphabets: {letters} is {other}, and looks like another letter.",
                confidence=0.85,
                post=(start, end),
            )
            break  # one word stands for all


def _named(text: str, places: list[int]) -> str:
    names = dict.fromkeys(f"U+{ord(text[at]):04X} {unicodedata.name(text[at], 'unnamed').lower()}" for at in places)
    listed = ", ".join(list(names)[:3])
    return listed if len(places) == 1 else f"{listed} ({len(places)} in all)"


def _bidi(text: str, scripts: set[str]) -> Iterator[int]:
    fine = [match.span() for match in _ISOLATED_NAME.finditer(text)]
    useful = bool(scripts & _RIGHT_TO_LEFT)
    span = 0
    for at, char in enumerate(text):
        if char not in _BIDI or (useful and char not in _OVERRIDES):
            continue
        while span < len(fine) and fine[span][1] <= at:
            span += 1
        if not (span < len(fine) and fine[span][0] <= at):
            yield at


def _zero_width(text: str) -> Iterator[int]:
    for at, char in enumerate(text):
        if char in _ZERO_WIDTH and not _has_use(text, at):
            yield at


def _has_use(text: str, at: int) -> bool:
    char = text[at]
    before, after = _neighbour(text, at, -1), _neighbour(text, at, 1)
    scripts = {script_of(before), script_of(after)}
    if char == "\ufeff":
        return at == 0  # the mark of an encoding, left over
    if char in "\u200c\u200d" and scripts & _JOINED:
        return True
    if char == "\u200d":
        return _pictured(before) and _pictured(after)
    if char in "\u200b\u2060":
        return bool(scripts & _UNSPACED)
    if char == "\u180e":
        return "Mongolian" in scripts
    if char == "\u034f":
        return "Hebrew" in scripts
    return char in "\u115f\u1160\u3164\uffa0" and "Hangul" in scripts


def _neighbour(text: str, at: int, step: int) -> str:
    """The nearest character that is not itself invisible; at most eight away."""
    for distance in range(1, 9):
        place = at + step * distance
        if not 0 <= place < len(text):
            break
        if text[place] not in _ZERO_WIDTH and text[place] not in _BIDI and not "\ufe00" <= text[place] <= "\ufe0f":
            return text[place]
    return " "


def _pictured(char: str) -> bool:
    return mask(char) == " " and char != " "


def _tags(text: str) -> Iterator[int]:
    flags = [match.span() for match in _TAG_FLAG.finditer(text)]
    span = 0
    for at, char in enumerate(text):
        if not "\U000e0000" <= char <= "\U000e007f":
            continue
        while span < len(flags) and flags[span][1] <= at:
            span += 1
        if not (span < len(flags) and flags[span][0] <= at):
            yield at


def _mixed_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Words of two alphabets in which every letter of the rarer one looks like a letter of the other."""
    clean = mask(text)
    for match in _WORD.finditer(clean):
        word = match.group()
        if word.isascii():
            continue
        scripts = [script_of(char) for char in word]
        for other, look_alikes in _LOOKS_LATIN.items():
            foreign, latin = scripts.count(other), scripts.count("Latin")
            if not foreign or not latin or foreign + latin != len(word):
                continue
            rarer = other if foreign <= latin else "Latin"
            letters = look_alikes if rarer == other else _LATIN_LOOK_ALIKES
            if any(script == rarer and char not in letters for char, script in zip(word, scripts, strict=True)):
                continue
            if not _is_name_with_ending(scripts, other):
                yield match.start(), match.end(), rarer


def _is_name_with_ending(scripts: list[str | None], other: str) -> bool:
    """Whether a Latin name has an ending in letters of the language around it ("iPhoneа")."""
    endings = len(scripts) - 1 - max(i for i, script in enumerate(scripts) if script == "Latin")
    return 1 <= endings <= 3 and scripts.count(other) == endings and len(scripts) - endings >= 3


RULE = HiddenCharacters()
