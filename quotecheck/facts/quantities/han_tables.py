"""What the data file of a language written in Chinese characters says, as plain strings."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from msgspec import Struct

from quotecheck.facts.fact import Bound
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load


class HanTables(Struct, frozen=True):
    """What the language's data file says, as plain strings.

    Attributes:
        units: unit words, to units; the longest is tried first.
        before, after: hedges and their bounds, longest first.
        counters: words that follow a number and count something.
        not_numbers: words that hold a numeral and are no number.
        pm, am, night: words before a clock time.
        parted: a hedge that a verb may part from its number; parted_bounds: what each says.
        eras: Japanese eras and the year before their first.
    """

    units: dict[str, str]
    longest_unit: int
    before: tuple[tuple[str, Bound], ...]
    after: tuple[tuple[str, Bound], ...]
    counters: frozenset[str]
    not_numbers: tuple[str, ...]
    pm: tuple[str, ...]
    am: tuple[str, ...]
    night: tuple[str, ...]
    parted: re.Pattern[str] | None
    parted_bounds: dict[str, Bound]
    eras: dict[str, int]
    multipliers: dict[str, int]
    weak: dict[str, Fraction]
    words: re.Pattern[str] | None


@cache
def han_tables(lang: str) -> HanTables:
    numbers = load(lang).get("numbers", {})
    units = {"".join(fold(p) for p in phrase): unit for unit, phrase in _phrases(load(lang).get("units", {}))}

    def hedges(table: dict[str, list[str]]) -> tuple[tuple[str, Bound], ...]:
        found = [(fold(phrase), bound) for bound, phrases in table.items() for phrase in phrases]
        return tuple(sorted(found, key=lambda entry: -len(entry[0])))  # type: ignore[arg-type]

    def words(name: str) -> tuple[str, ...]:
        return tuple(fold(word) for word in numbers.get(name, "").split())

    parted: dict[str, Bound] = {
        fold(phrase): bound
        for bound, phrases in numbers.get("parted", {}).items()
        for phrase in sorted(phrases.split(), key=len, reverse=True)
    }
    weak = {fold(word): Fraction(value) for value, text in numbers.get("weak", {}).items() for word in text.split()}
    multipliers = {fold(w): int(value) for value, text in numbers.get("multipliers", {}).items() for w in text.split()}
    spoken = sorted((*weak, *multipliers), key=len, reverse=True)
    return HanTables(
        units=units,
        longest_unit=max(map(len, units), default=0),
        before=hedges(
            numbers.get("before", {})
            | {"about": [*numbers.get("before", {}).get("about", []), *numbers.get("nearly", [])]}
        ),
        after=hedges(numbers.get("after", {})),
        counters=frozenset(words("counters")),
        not_numbers=words("not_numbers"),
        pm=words("pm"),
        am=words("am"),
        night=words("night"),
        parted=re.compile(rf"({'|'.join(map(re.escape, parted))})[^\W\d_]{{1,4}}\Z") if parted else None,
        parted_bounds=parted,
        eras={fold(era): int(year) for era, year in numbers.get("eras", {}).items()},
        multipliers=multipliers,
        weak=weak,
        words=re.compile("|".join(map(re.escape, spoken))) if spoken else None,
    )


def _phrases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(unit, phrase) for unit, phrases in table.items() for phrase in phrases.split()]
