"""Number words to values: "dos mil quinientos millones", "two hundred and five", "fünf-und-zwanzig", "3 million"."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.quantities.tables import Tables, Word
from quotecheck.facts.quantities.tokens import WORD, Tokens

ZERO, ONE = Fraction(0), Fraction(1)


class Spelled:
    """A value under construction.

    Attributes:
        parts: (value, scale) of what is already multiplied: two million is (2000000, 1000000).
        group: what the next scale would multiply; None where nothing stands yet.
        digits: the group was written in digits, so that no number word can add to it.
        stop: the token after the last one used.
        scale: the last scale used, 1 where none.
        words: how many number words were used.
        ordinal, year, only_one: what the words turned out to be.
    """

    __slots__ = ("digits", "group", "only_one", "ordinal", "parts", "scale", "stop", "words", "year")

    def __init__(self, stop: int, group: Fraction | None = None) -> None:
        self.parts: list[tuple[Fraction, Fraction]] = []
        self.group = group
        self.digits = group is not None
        self.stop = stop
        self.scale = ONE
        self.words = 0
        self.ordinal = False
        self.year = False
        self.only_one = False

    @property
    def empty(self) -> bool:
        return self.group is None and not self.parts

    @property
    def value(self) -> Fraction:
        return sum((value for value, _ in self.parts), self.group or ZERO)


def word_at(tokens: Tokens, index: int, tables: Tables) -> tuple[int, Word] | None:
    """The longest number word at a token: (number of tokens, the word)."""
    words = tokens.words
    if index >= len(words):
        return None
    longest = tables.longest_word.get(words[index], 0)
    for size in range(min(longest, len(words) - index), 0, -1):
        found = tables.words.get(tuple(words[index : index + size]))
        if found is not None:
            return size, found
    return None


def spell(tokens: Tokens, index: int, tables: Tables, group: Fraction | None = None, *, commas: bool = True) -> Spelled:
    """Read the number words at a token, as far as they make one number.

    Args:
        group: the figure just before, where digits are followed by words ("5 mil").
        commas: a comma may part the thousands from the hundreds ("two thousand, three hundred").
    """
    state = Spelled(index, group)
    while index < len(tokens):
        at, joint = _joint(tokens, index, tables, state)
        if commas and at == index and tokens.words[at] == "," and _goes_on(tokens, at + 1, tables, state):
            at, joint = _joint(tokens, index + 1, tables, state)
        found = word_at(tokens, at, tables)
        if found is None:
            break
        size, word = found
        if size == 1 and not state.empty and _is_noun(tokens, at, joint, tables):
            break
        if not _take(state, word, joint, tables, tokens, at):
            break
        index = state.stop = at + size
        state.only_one = word.kind in ("one", "article") and state.words == 0 and group is None
        state.words += 1
        if state.ordinal:
            break
    return state


def _is_noun(tokens: Tokens, at: int, joint: str, tables: Tables) -> bool:
    """Whether a number word behind another is the noun it may be too: "mười năm" is ten years, never fifteen."""
    if tokens.words[at] not in tables.noun_too or joint in tables.and_hundreds:
        return False
    following = word_at(tokens, at + 1, tables)
    return following is None or following[1].kind not in ("scale", "hundred", "group")


def _goes_on(tokens: Tokens, index: int, tables: Tables, state: Spelled) -> bool:
    """Whether what follows a comma belongs to the number before it: at least a hundred, and below its last scale."""
    if state.digits or state.group is not None or not state.parts:
        return False
    if tokens.word(index) in tables.and_hundreds:
        index += 1
    following = spell(tokens, index, tables, commas=False)
    return not following.empty and 100 <= following.value < state.scale


def _joint(tokens: Tokens, index: int, tables: Tables, state: Spelled) -> tuple[int, str]:
    """Step over a hyphen or an "and" between number words: (where the next word is, what was stepped over)."""
    if state.empty:
        return index, ""
    word = tokens.words[index]
    if word == "-" and tokens.glued(index) and tokens.glued(index + 1):
        after = tokens.word(index + 1)
        if after in tables.and_tens or after in tables.and_hundreds:
            return index + (3 if tokens.word(index + 2) == "-" else 2), after
        return index + 1, "-"
    if tokens.kinds[index] == WORD and (
        word in tables.and_tens or word in tables.and_hundreds or word in tables.unit_first
    ):
        return index + 1, word
    return index, ""


def _take(state: Spelled, word: Word, joint: str, tables: Tables, tokens: Tokens, at: int) -> bool:
    if word.kind == "scale":
        return joint in ("", "-") and _take_scale(state, word.value)
    if state.digits and state.group is not None:
        if word.kind == "group" and not joint and state.group < 1000:
            state.group *= word.value
            return True
        return word.kind == "hundred" and not joint and _take_hundred(state, word.value)
    if word.kind == "hundred":
        return joint in ("", "-", *tables.and_hundreds) and _take_hundred(state, word.value)
    if word.kind == "group":
        if joint and joint != "-":
            return False
        if word.value >= 1000 and state.group is None:
            if state.parts:
                return False
            scale = Fraction(10 ** (3 * ((len(str(int(word.value))) - 1) // 3)))
            state.parts.append((word.value, scale))
            state.scale = scale
            return True
        if state.group is not None and state.group >= 100:
            return False
        state.group = (state.group or ONE) * word.value
        return True
    if word.kind in ("add", "one"):
        return _take_small(state, word.value, joint, tables, tokens, at)
    if word.kind == "ordinal":
        return _take_ordinal(state, word.value, joint, tables, tokens, at)
    if word.kind == "article" and state.empty:
        following = word_at(tokens, at + 1, tables)
        if following is not None and following[1].kind in ("scale", "hundred", "group"):
            state.group = ONE
            return True
    return False


def _take_scale(state: Spelled, scale: Fraction) -> bool:
    kept = [part for part in state.parts if part[1] > scale]
    below = [value for value, own in state.parts if own < scale]
    if len(kept) + len(below) != len(state.parts):
        return False
    if state.group is None and not below:
        if kept and not state.words:
            return False
        multiplied = ONE
    else:
        multiplied = sum(below, state.group or ZERO)
    state.parts = [*kept, (multiplied * scale, scale)]
    state.group = None
    state.scale = scale
    return True


def _take_hundred(state: Spelled, hundred: Fraction) -> bool:
    if state.group is None:
        state.group = hundred
        return True
    if 1 <= state.group < 100 and (state.digits or state.group % 10 or state.group == 10):
        state.group *= hundred
        return True
    return False


def _take_small(state: Spelled, value: Fraction, joint: str, tables: Tables, tokens: Tokens, at: int) -> bool:
    group = state.group
    if group is None:
        if state.parts and value >= min(scale for _, scale in state.parts):
            return False
        if joint and joint != "-" and joint not in tables.and_hundreds:
            return False
        state.group = value
        return True
    if not _fits(group, value, joint, tables, tokens, at):
        if tables.years_paired and not state.parts and 13 <= group <= 20 and 10 <= value < 100 and joint in ("", "-"):
            state.group = group * 100 + value
            state.year = True
            return True
        return False
    state.group = group + value
    return True


def _fits(group: Fraction, value: Fraction, joint: str, tables: Tables, tokens: Tokens, at: int) -> bool:
    """Whether a word below 1000 adds to what stands before it, as grammar has it: twenty five, but not five twenty."""
    if group.denominator != 1:
        return False
    low, rest = group % 100, group % 10
    if joint and joint != "-":
        glued = tokens.glued(at) or tokens.word(at - 2) == "-" or tokens.word(at - 1) == "-"
        if (
            joint in tables.unit_first
            and 1 <= low <= 9
            and 20 <= value <= 90
            and value % 10 == 0
            and (glued or not tables.compound)
        ):
            return True
        if low == 0:
            return joint in tables.and_hundreds and value < 100
        if joint not in tables.and_tens:
            return False
    if value >= 100:
        return False
    if value >= 10:
        return low == 0 or (low in tables.teens_after and value < 20)
    if value == 0 or rest:
        return False
    if low == 10:
        return 10 in tables.teens_after
    return joint in ("", "-", *tables.and_tens) or low == 0


def _take_ordinal(state: Spelled, value: Fraction, joint: str, tables: Tables, tokens: Tokens, at: int) -> bool:
    if state.empty:
        state.group = value
    elif value >= 1000:
        if joint not in ("", "-") or not _take_scale(state, value):
            return False
    elif value == 100 and state.group is not None and state.group < 100:
        if not _take_hundred(state, value):
            return False
    elif not _take_small(state, value, joint, tables, tokens, at):
        return False
    state.ordinal = True
    return True
