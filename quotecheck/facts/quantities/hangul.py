"""Korean text cut into tokens: numerals become figures, counters and hedges are parted from their particles."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from msgspec import Struct

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.quantities.hangul_values import DAYS, MIXED, NATIVE, SPELLED, native_value, sino_value, written
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import DIGITS, SIGN, WORD, Tokens, prepared

_PARTICLE = (
    "이었다고|이었다|이라고|이라는|이라며|이지만|이에요|입니다|이었으며|이었고|이면|이나|이다|이며|이고|이자|이란|이라|였다|였고|였으며|에서는|에서도|"
    "에서|에게|에는|에도|에만|에|으로는|으로|로는|로|까지는|까지|부터는|부터|보다는|보다|마저|조차|밖에|마다|만이|만을|만에|만의|만|과의|과|와의|와|"
    "의|은|는|이|가|을|를|도|나|씩|째|당|쯤|간|여|뿐|들이|들은|들의|들을|들|짜리|인|꼴|다|꼴로|넘게|넘는|전|후|뒤|안|내|동안|제|대|반"
)
_PARTICLES = re.compile(rf"(?:{_PARTICLE}){{0,3}}\Z")
_WORD = re.compile(r"[가-힣]+")
_OTHER = re.compile(r"(?P<word>[^\W\d_가-힣]+)|(?P<sign>\S)")
_FRACTION = re.compile(
    r"([0-9]+|[일이삼사오육칠팔구십백천]+)분의 ?"
    r"([0-9]+|[일이삼사오육칠팔구]+)(?:에서|은|는|이|가|을|를|로|의|도|만|[\s.,]|$)"
)
_RANGE = re.compile(r" ?[~∼～〜-] ?\Z")
_AFTERNOON = re.compile(r"(?:오후|저녁|밤) ?\Z")
_FULL_AGE = re.compile(r"만 ?(?=[0-9]{1,2} ?[세살])")
_YEARS = re.compile(r"1[0-9]{3}|20[0-9]{2}|2100")
_YEAR = "연도"
"""What stands for 년 behind a year of the calendar."""
_OPEN = frozenset("두세네한")
MAX_NUMBER = 60
"""Code points of a numeral at most."""


class _Words(Struct, frozen=True):
    """What the language's data says.

    Attributes:
        keys: what may follow a number (units, counters, hedges, suffixes), longest first, by first character.
        glued: counters that a numeral of one syllable may be written together with.
        not_numbers: words that begin as a numeral does.
    """

    keys: dict[str, tuple[str, ...]]
    counting: frozenset[str]
    glued: frozenset[str]
    not_numbers: frozenset[str]


@cache
def _words(lang: str) -> _Words:
    data = load(lang)
    numbers = data["numbers"]
    counting = {phrase.split("_")[0] for phrases in data["units"].values() for phrase in phrases.split()}
    counting |= set(numbers["counters"].split())
    counting |= {word for words in numbers["digit_suffixes"].values() for word in words.split()}
    counting |= {numbers["times"], numbers["century"], *numbers["clock"]["hour"]}
    counting = {fold(word) for word in counting}
    hedges = {word for phrases in numbers["after"].values() for phrase in phrases for word in phrase.split()}
    keys: dict[str, list[str]] = {}
    for key in sorted(counting | hedges, key=len, reverse=True):
        keys.setdefault(key[0], []).append(key)
    return _Words(
        keys={first: tuple(words) for first, words in keys.items()},
        counting=frozenset(counting),
        glued=frozenset(numbers["glued_counters"].split()),
        not_numbers=frozenset(numbers["not_numbers"].split()),
    )


def tokenize(text: str, tables: Tables) -> Tokens:
    """Cut a Korean text into tokens for the reader; numerals in words come out as figures."""
    return _Cutter(text, tables).run()


class _Cutter:
    def __init__(self, text: str, tables: Tables) -> None:
        self.folded = prepared(text)
        self.tables = tables
        self.known = _words(tables.lang)
        self.tokens = Tokens(text)
        self.near = 0
        """How many more words may belong to the number before."""

    def run(self) -> Tokens:
        folded, at, size = self.folded, 0, len(self.folded)
        while at < size:
            char = folded[at]
            if char.isspace():
                at += 1
            elif char.isdecimal() and char.isascii():
                at = self._figures(at)
            elif "가" <= char <= "힣":
                at = self._hangul(at)
            else:
                found = _OTHER.match(folded, at)
                end = found.end() if found else at + 1
                self.tokens.add(WORD if found and found["word"] else SIGN, folded[at:end], at, end)
                self.near = self.near if char in "(%$" else 0
                at = end
        return self.tokens

    # ------------------------------------------------------------------ numbers in figures

    def _figures(self, at: int) -> int:
        if (fraction := _FRACTION.match(self.folded, at)) is not None:
            return self._fraction(fraction)
        found = MIXED.match(self.folded, at)
        assert found is not None
        end = min(found.end(), at + MAX_NUMBER)
        raw = self.folded[at:end].rstrip()
        end = at + len(raw)
        if raw[-1].isdecimal() and all(char in "0123456789.," for char in raw):
            word = self._afternoon(raw, at, end)
        else:
            read = sino_value(raw)
            if read is None:
                word, end = raw, at + len(raw)
                for place, char in enumerate(raw):
                    if char not in "0123456789.,":
                        word, end = raw[:place], at + place
                        break
            else:
                word = written(read[0])
                self._share(at, *read)
        self._number(word, at, end)
        return self._tail(end, year=_YEARS.fullmatch(word) is not None)

    def _number(self, word: str, start: int, end: int) -> None:
        self.tokens.add(DIGITS, word, start, end)
        self.near = 3

    def _afternoon(self, raw: str, at: int, end: int) -> str:
        """The hour of the afternoon is told before it: 오후 3시."""
        if not raw.isdecimal() or len(raw) > 2 or int(raw) >= 12 or not self.folded.startswith(("시", " 시"), end):
            return raw
        return str(int(raw) + 12) if _AFTERNOON.search(self.folded[max(0, at - 4) : at]) else raw

    def _share(self, at: int, value: Fraction, scale: Fraction) -> None:
        """In "2~3만" the scale stands once and counts twice."""
        tokens = self.tokens
        if scale <= 1 or len(tokens) < 2 or not _RANGE.search(self.folded[max(0, at - 3) : at]):
            return
        low = tokens.words[-2]
        if tokens.kinds[-2] == DIGITS and tokens.words[-1] in "~-∼～〜" and low.isdecimal() and len(low) < 9:
            shared = int(low) * scale
            if shared <= value:
                tokens.words[-2] = written(shared)
                tokens.words[-1] = "-"

    def _fraction(self, found: re.Match[str]) -> int:
        """3분의 2 is two thirds."""
        below, above = sino_value(found[1]), sino_value(found[2])
        if below is None or above is None or not below[0]:
            self.tokens.add(DIGITS, found[1] if found[1].isdecimal() else "0", *found.span(1))
            return found.end(1)
        self.tokens.add(DIGITS, str(int(above[0])), *found.span(1))
        self.tokens.add(SIGN, "/", found.end(1), found.start(2))
        self._number(str(int(below[0])), *found.span(2))
        return found.end(2)

    # ------------------------------------------------------------------ words

    def _hangul(self, at: int) -> int:
        found = _WORD.match(self.folded, at)
        assert found is not None
        word, end = found.group(), found.end()
        if (age := _FULL_AGE.match(self.folded, at)) is not None:
            self.tokens.add(WORD, "만", at, at + 1)
            return age.end()
        if word == "제" and self.folded[end : end + 1].isdecimal():
            return end
        if self.near and (cut := self._cut(word)) and _PARTICLES.match(word[len(cut) :]):
            return self._tail(at)
        if (place := self._numeral(at, word)) is not None:
            return place
        vague = next((size for size in range(min(4, len(word)), 1, -1) if (word[:size],) in self.tables.vague), 0)
        if vague:
            self.tokens.add(WORD, word[:vague], at, at + vague)
            return self._tail(at + vague)
        for size in range(len(word), 0, -1):
            head = word[:size]
            if (head in self.tables.starts or head in self.tables.before_ends or head in self.tables.unit_starts) and (
                _PARTICLES.match(word[size:])
            ):
                self.tokens.add(WORD, head, at, at + size)
                if size < len(word):
                    self.tokens.add(WORD, word[size:], at + size, end)
                self.near = max(0, self.near - 1)
                return end
        self.tokens.add(WORD, word, at, end)
        self.near = max(0, self.near - 1)
        return end

    def _numeral(self, at: int, word: str) -> int | None:
        """A number in words that begins here: where to go on; None where none does."""
        if any(word.startswith(other) for other in self.known.not_numbers):
            return None
        for name, days in DAYS.items():
            if word.startswith(name) and _PARTICLES.match(word[len(name) :]):
                self._number(str(days), at, at + len(name) - 1)
                self.tokens.add(WORD, "일간", at + len(name) - 1, at + len(name))
                return at + len(name)
        start = at + 1 if word[0] == "제" and len(word) > 1 else at
        if (fraction := _FRACTION.match(self.folded, at)) is not None:
            return self._fraction(fraction)
        return self._sino(start) if start > at else self._native(at, word) or self._sino(at)

    def _sino(self, at: int) -> int | None:
        found = SPELLED.match(self.folded, at, at + MAX_NUMBER)
        run = found.group().rstrip() if found else ""
        read = sino_value(run) if run else None
        if read is None:
            return self._zero(at)
        end = at + len(run)
        counted = self._counted(end, spaced=len(run) == 1 and run not in "십백천만")
        alone = not self.folded[:at].strip() and not self.folded[end:].strip(" .")
        if len(run) == 1 and run in "일이억조" and not alone:
            return None
        if not alone and not counted:
            rest = _WORD.match(self.folded, end)
            if len(run) < 3 or not any(char in "십백천만억조" for char in run):
                return None
            if rest and not _PARTICLES.match(rest.group()):
                return None
        self._number(written(read[0]), at, end)
        return self._tail(end)

    def _zero(self, at: int) -> int | None:
        if self.folded.strip() != "영":
            return None
        self._number("0", at, at + 1)
        return at + 1

    def _native(self, at: int, word: str) -> int | None:
        found = NATIVE.match(word)
        if found is None:
            return None
        run = found.group()
        end = at + len(run)
        counted = self._counted(end, spaced=len(run) == 1)
        whole = run == word or _PARTICLES.match(word[len(run) :]) is not None
        if not counted and not (
            whole
            and (
                (found["tens"] and found["more"])
                or run in ("둘", "셋", "넷", "하나", "다섯", "여섯", "일곱", "여덟", "아홉")
            )
        ):
            return None
        value, upper = native_value(found)
        stop = (
            end + 1 if counted and self.folded[end : end + 1] == " " and self.folded.startswith(" 번째", end) else end
        )
        if upper is not None:
            self.tokens.add(DIGITS, str(value), at, at + 1)
            self.tokens.add(SIGN, "-", at + 1, at + 1)
            self._number(str(upper), at + 1, stop)
        elif value == 1:
            self.tokens.add(WORD, "하나", at, stop)
            self.near = 3
        else:
            self._number(str(value), at, stop)
        return self._tail(stop)

    def _counted(self, end: int, *, spaced: bool) -> bool:
        """Whether a unit or counter follows, with at most particles glued to it."""
        gap = self.folded[end : end + 1] == " "
        rest = _WORD.match(self.folded, end + gap)
        if rest is None:
            return False
        word = rest.group()
        key = self._cut(word)
        if not key or key not in self.known.counting:
            return False
        if spaced and not gap and key not in self.known.glued:
            return False
        after = word[len(key) :]
        return _PARTICLES.match(after) is not None or bool(self._cut(after))

    # ------------------------------------------------------------------ what is glued to a number

    def _cut(self, word: str) -> str:
        """The longest unit, counter or hedge that a word begins with; "" where there is none."""
        return next((key for key in self.known.keys.get(word[:1], ()) if word.startswith(key)), "")

    def _tail(self, at: int, *, year: bool = False) -> int:
        """Part the words glued to a number: 5000|명|이상|이."""
        found = _WORD.match(self.folded, at)
        if found is None:
            return at
        word, end = found.group(), found.end()
        while word:
            key = self._cut(word)
            if not key:
                self.tokens.add(WORD, word, end - len(word), end)
                break
            start = end - len(word)
            told = _YEAR if year and key == "년" else key
            self.tokens.add(WORD, told, start, start + len(key))
            word, year = word[len(key) :], False
        self.near = 2
        return end
