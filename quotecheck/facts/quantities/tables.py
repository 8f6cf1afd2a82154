"""The number and unit words of one language, made ready for look-up from its data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from quotecheck.facts.fact import Bound
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.quantities.phrase_table import Key, PhraseTable
from quotecheck.facts.quantities.tokens import pieces
from quotecheck.facts.quantities.units import CURRENCIES, SCALES, SIGNS

MAX_COMPOUND = 90
"""No number word written together is longer; longer words are not tried."""

MAX_REMEMBERED = 20_000
"""Words whose forms are kept, so that common words are brought to them only once."""


class Word(NamedTuple):
    """A number word.

    `kind` is one of: "add" (below 1000, adds up), "hundred", "scale" (1000 and more), "group" (dozen), "ordinal",
    "multiplier", "weak" (idle words such as "both"), "one", "article".
    """

    kind: str
    value: Fraction


class Tables:
    """Everything the reader looks up for one language."""

    def __init__(self, lang: str) -> None:
        data: dict[str, Any] = load(lang)
        numbers: dict[str, Any] = data.get("numbers", {})
        self.lang = lang
        self.keep_marks: bool = numbers.get("keep_marks", False)
        self.known = bool(numbers)
        self.script: str = numbers.get("script", "spaced")
        self._split_and = fold(numbers.get("split_and", ""))
        self._split_before: tuple[str, ...] = tuple(fold(word) for word in numbers.get("split_before", "").split())
        self.decimal: str = numbers.get("decimal", ".")
        self.two_conventions: bool = numbers.get("two_conventions", False)
        self._prefixes: tuple[str, ...] = tuple(fold(prefix) for prefix in numbers.get("prefixes", "").split())
        self.glued_before = frozenset(self._prefixes)
        self._drop = str.maketrans("", "", numbers.get("drop_marks", ""))
        self.words: dict[Key, Word] = {}
        self.longest_word: dict[str, int] = {}
        self.vague: PhraseTable[Fraction] = self._values(numbers, "vague")
        self.fractions: PhraseTable[Fraction] = self._values(numbers, "fractions")
        self.decades: PhraseTable[Fraction] = self._values(numbers, "decades")
        self.clock_before: PhraseTable[Fraction] = self._values(numbers, "clock_before")
        self.shift_before: PhraseTable[Fraction] = self._values(numbers, "shift_before")
        self._read_words(numbers)
        self.one = frozenset(self._keys(numbers.get("one", "")))
        self.and_tens = self._set(numbers, "and_tens")
        self.and_hundreds = self._set(numbers, "and_hundreds")
        # A number word that is a common noun too (Vietnamese "năm", five and year): alone before a figure or one of the
        # words here, or behind one of the others, it is the noun.
        self.noun_too = self._set(numbers, "noun_too")
        self.noun_before = self._set(numbers, "noun_before")
        self.noun_behind = self._set(numbers, "noun_behind")
        self.unit_first = self._set(numbers, "unit_first")
        self.teens_after: tuple[int, ...] = tuple(numbers.get("teens_after", ()))
        self.of = self._set(numbers, "of")
        self.of_from: int | None = numbers.get("of_from")
        self.skip = self._set(numbers, "skip")
        self.range_words = self._set(numbers, "range")
        self.reaching = self._set(numbers, "reaching")
        self.ratio = self._phrases({"ratio": numbers.get("ratio", "")})
        self.every = self._set(numbers, "every")
        self.of_which = self._phrases({"of which": numbers.get("of_which", "")})
        self.per = self._set(numbers, "per")
        self.not_per = self._set(numbers, "not_per")
        self.not_rates = self._phrases({"later": numbers.get("not_rates", "")})
        self.rates = self._phrases(numbers.get("rates", {}))
        self.rate_starts = frozenset(key[0] for key in self.rates)
        self.rate_phrases = sorted(
            ((fold(phrase), unit) for unit, phrases in numbers.get("rates", {}).items() for phrase in phrases.split()),
            key=lambda entry: -len(entry[0]),
        )
        self.not_words = self._set(numbers, "not")
        self.only_after_not = self._phrases({"only": numbers.get("only_after_not", "")})
        self.lasting = self._phrases({"lasting": numbers.get("lasting", "")})
        self.up_to = self._phrases({"up to": numbers.get("up_to", "")})
        self.collective = self._set(numbers, "collective")
        self.clock_cues = self._phrases({"cue": numbers.get("clock_cues", "")})
        self.clock_ordinals: bool = numbers.get("clock_ordinals", False)
        self.clock_first = self._phrases(numbers.get("clock_first", {}))
        self.verbs = self._stems(numbers.get("verbs", {}))
        self.spans: PhraseTable[tuple[Fraction, str]] = PhraseTable(
            (key, (Fraction(value), unit))
            for name, phrases in numbers.get("spans", {}).items()
            for value, _, unit in (name.partition(" "),)
            for key in self._keys(phrases)
        )
        self.or_words = self._set(numbers, "or")
        self.times = self._set(numbers, "times")
        self.century = self._set(numbers, "century")
        self.centuries: PhraseTable[Fraction] = self._values(numbers, "centuries")
        self.decade_before = self._set(numbers, "decade_before")
        self.loose_hedges: dict[Key, tuple[Bound, ...]] = {
            self._key(phrase): tuple(bounds) for phrase, bounds in numbers.get("loose_hedges", {}).items()
        }
        # Words that are a fortnight where they count nothing: "dans une quinzaine".
        self.fortnight = self._set(numbers, "fortnight")
        # Words behind which a fraction is meant as one: "by a quarter".
        self.by = self._set(numbers, "by")
        # Scales that, before what they count, are two of it: Arabic "مليونا شخص", two million people.
        self.duals = self._set(numbers, "duals")
        self.calendar_year = self._set(numbers, "calendar_year")
        self.year_after = self._set(numbers, "year_after")
        self.percent_before = self._set(numbers, "percent_before")
        self.months = self._set(numbers, "months")
        self.month_first: bool = numbers.get("month_first", False)
        self.years_paired: bool = numbers.get("years_paired", False)
        self.halves_after = self._phrases({"half": numbers.get("halves_after", "")})
        self.quarters_after = self._phrases({"quarter": numbers.get("quarters_after", "")})
        self.half_before = self._set(numbers, "half_before")
        self.suffixes = self._suffixes(numbers.get("suffixes", {})) | self._inflected(numbers)
        self.digit_suffixes = self.suffixes | self._suffixes(numbers.get("digit_suffixes", {}))
        self._contractions = {
            fold(word): tuple(self._keys(forms)) for word, forms in numbers.get("contractions", {}).items()
        }
        self.short_scales: dict[str, Fraction] = {
            short: Fraction(value)
            for value, shorts in numbers.get("short_scales", {}).items()
            for short in shorts.split()
        }
        self.after: PhraseTable[Bound] = PhraseTable(self._bounds(numbers.get("after", {})))
        nearly = self._bounds({"about": numbers.get("nearly", [])})
        self.nearly = frozenset(nearly)
        self.loose_before: dict[Key, tuple[Bound, ...]] = {
            key: tuple(bounds)
            for phrase, bounds in numbers.get("loose", {}).items()
            for key in self._contracted(self._key(phrase))
        }
        self.before: PhraseTable[Bound] = PhraseTable(nearly | self._bounds(numbers.get("before", {})))
        self.before |= {key: bounds[0] for key, bounds in self.loose_before.items()}
        self.clock = self._phrases(numbers.get("clock", {}))
        self.clock_hours = self._set(numbers, "clock_hours") | {"h"}
        self.age_before = self._phrases({"age": numbers.get("age_before", "")})
        self.age_after = self._phrases({"age": numbers.get("age_after", "")})
        self.weak_fractions = self._set(numbers, "weak_fractions")
        self.units: PhraseTable[str] = self._units(data.get("units", {}))
        self.unit_starts = frozenset(key[0] for key in self.units)
        self.before_ends = frozenset(key[-1] for key in self.before)
        self.after_starts = frozenset(key[0] for key in self.after)
        self.touching = frozenset(self._key(phrase) for phrase in numbers.get("touching", ()))
        opening = [
            key
            for table in (self.vague, self.fractions, self.decades, self.clock_before, self.shift_before, self.spans)
            for key in table
        ]
        self.starts = frozenset(self.longest_word) | {key[0] for key in opening} | self.half_before
        self.articles, self.beside_article = self._articles(opening)
        self.splits = bool(self._split_and) or bool(numbers.get("compound", False))
        self.compound: bool = numbers.get("compound", False)
        self._heads: tuple[str, ...] = ()
        self._forms: dict[str, tuple[tuple[str, int], ...]] = {}
        self._pieces: dict[str, list[str]] = {}
        self._linkers: frozenset[str] = frozenset(fold(w) for w in numbers.get("linkers", "").split())
        if self.compound:
            self._read_pieces()
        self._never: frozenset[str] = frozenset(fold(w) for w in numbers.get("not_compounds", "").split())

    # ------------------------------------------------------------------ reading the file

    def normal(self, word: str) -> str:
        """A folded word in the form of the tables: marks dropped, Arabic prefixes taken off number words."""
        if self._drop:
            word = word.translate(self._drop)
        if self._prefixes and word not in self.starts and (word,) not in self.units:
            for prefix in self._prefixes:
                if word.startswith(prefix) and len(word) > len(prefix) + 1 and word[len(prefix) :] in self.starts:
                    return word[len(prefix) :]
        return word

    def _key(self, phrase: str) -> Key:
        folded = fold(phrase.replace("_", " "), keep_marks=self.keep_marks)
        return tuple(word.translate(self._drop) for word in pieces(folded))

    def _keys(self, phrases: str | Iterable[str]) -> Iterator[Key]:
        """Phrases of a string set apart by spaces ("_" stands for a space inside one), or of a list."""
        for phrase in phrases.split() if isinstance(phrases, str) else phrases:
            key = self._key(phrase)
            if key:
                yield key

    def _set(self, numbers: dict[str, Any], name: str) -> frozenset[str]:
        return frozenset(" ".join(key) for key in self._keys(numbers.get(name, "")))

    def _read_words(self, numbers: dict[str, Any]) -> None:
        for section, kind in (
            ("weak", "weak"),
            ("multipliers", "multiplier"),
            ("ordinals", "ordinal"),
            ("groups", "group"),
            ("cardinals", "add"),
            ("hundreds", "hundred"),
            ("scales", "scale"),
        ):
            for value, phrases in numbers.get(section, {}).items():
                word = Word(kind, Fraction(value))
                for key in self._keys(phrases):
                    self._add_word(key, word)
        for key in [key for key in self.words if len(key) > 1 and self._prefixes]:
            bare = (key[0].removeprefix(self._prefixes[0]),)
            if bare[0] != key[0] and bare in self.words:
                self._add_word((key[0],), self.words[bare], keep=True)
        endings = [fold(ending) for ending in numbers.get("ordinal_endings", "").split()]
        for value, stems in numbers.get("ordinal_stems", {}).items():
            word = Word("ordinal", Fraction(value))
            for key in self._keys(stems):
                for ending in endings:
                    self._add_word((*key[:-1], key[-1] + ending), word, keep=True)
        for key in self._keys(numbers.get("article", "")):
            self._add_word(key, Word("article", Fraction(1)), keep=True)
        for key in self._keys(numbers.get("one", "")):
            self._add_word(key, Word("one", Fraction(1)))

    def _articles(self, opening: list[Key]) -> tuple[frozenset[str], frozenset[str]]:
        """Words that are nothing but an article ("a", "an"), and what may follow one that belongs to a number: a number
        word, "half", a fraction, a measure of time or space, the rest of a phrase that opens with the article.

        Args:
            opening: all phrases but number words that a number may open with.
        """
        articles = {key[0] for key, word in self.words.items() if len(key) == 1 and word.kind == "article"}
        articles -= {key[0] for key in opening if len(key) == 1} | self.half_before
        beside = {key[0] for key in (*self.words, *self.fractions)} | self.half_before
        beside |= {key[1] for key in (*self.words, *opening) if len(key) > 1 and key[0] in articles}
        beside |= {key[0] for key, unit in self.units.items() if len(key) == 1 and unit in SCALES}
        return frozenset(articles), frozenset(beside)

    def _add_word(self, key: Key, word: Word, *, keep: bool = False) -> None:
        if keep and key in self.words:
            return
        self.words[key] = word
        self.longest_word[key[0]] = max(len(key), self.longest_word.get(key[0], 0))

    def _values(self, numbers: dict[str, Any], name: str) -> PhraseTable[Fraction]:
        return PhraseTable(
            (key, Fraction(value)) for value, phrases in numbers.get(name, {}).items() for key in self._keys(phrases)
        )

    def _phrases(self, table: dict[str, str]) -> PhraseTable[str]:
        return PhraseTable((key, name) for name, phrases in table.items() for key in self._keys(phrases))

    def _suffixes(self, table: dict[str, str]) -> dict[str, str]:
        return {fold(suffix): name for name, suffixes in table.items() for suffix in suffixes.split()}

    def _bounds(self, table: dict[str, list[str]]) -> dict[Key, Bound]:
        bounds: dict[Key, Bound] = {}
        for name, phrases in table.items():
            for key in self._keys(phrases):
                for spelled in self._contracted(key):
                    bounds[spelled] = name  # type: ignore[assignment]
        return bounds

    def _contracted(self, key: Key) -> list[Key]:
        """A phrase, and its forms before an article: "más de", "más del"."""
        return [key, *(key[:-1] + form for form in self._contractions.get(key[-1], ()))]

    def _stems(self, table: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
        """Verb stems by their first letter, longest first: [(stem, what it says of the number that follows)]."""
        stems: dict[str, list[tuple[str, str]]] = {}
        for name, words in table.items():
            for word in words.split():
                stem = fold(word).translate(self._drop)
                stems.setdefault(stem[0], []).append((stem, name))
        for same_first in stems.values():
            same_first.sort(key=lambda entry: -len(entry[0]))
        return stems

    def _inflected(self, numbers: dict[str, Any]) -> dict[str, str]:
        """Endings of compound adjectives in all their forms: "dwu-godzinn-ym"."""
        endings = [fold(ending) for ending in numbers.get("suffix_endings", "").split()]
        return {
            fold(stem) + ending: name
            for name, stems in numbers.get("suffix_stems", {}).items()
            for stem in stems.split()
            for ending in endings
        }

    def _units(self, table: dict[str, Any]) -> PhraseTable[str]:
        units: PhraseTable[str] = PhraseTable((tuple(sign.split(" ")), unit) for sign, unit in SIGNS.items())
        units.update({(code.lower(),): code for code in CURRENCIES if code not in ("ALL", "ARS", "MAD", "OMR", "SOS")})
        self.codes = {code.lower() for code in CURRENCIES}
        for name, phrases in table.items():
            for key in self._keys(phrases):
                units[key] = name
                self.codes.discard(key[0])
        return units

    # ------------------------------------------------------------------ words written together

    def forms(self, word: str) -> tuple[tuple[str, int], ...]:
        """The tokens that a folded word consists of, mostly itself: the form of each in these tables, and how many code
        points of the word it takes."""
        known = self._forms.get(word)
        if known is None:
            parts = (self.split(word) if self.splits else None) or (word,)
            known = tuple((self.normal(part), len(part)) for part in parts)
            if len(word) <= MAX_COMPOUND:
                if len(self._forms) >= MAX_REMEMBERED:
                    self._forms.clear()
                self._forms[word] = known
        return known

    def _read_pieces(self) -> None:
        known = {key[0] for key, word in self.words.items() if len(key) == 1 and word.kind != "article"}
        known |= set(self.suffixes) | self._linkers
        for piece in known:
            self._pieces.setdefault(piece[0], []).append(piece)
        self._heads = tuple(piece for piece in known if self._is_number(piece))
        for same_first in self._pieces.values():
            same_first.sort(key=len, reverse=True)

    def split(self, word: str) -> tuple[str, ...] | None:
        """The parts of a number word written together, or None where the word is no such compound.

        The work is bounded: the word's length times the number of pieces that begin with one letter.
        """
        if self._split_and:
            return self._after_and(word)
        if not word.startswith(self._heads) or len(word) > MAX_COMPOUND:
            return None
        return self._parts_of(word)

    def _parts_of(self, word: str) -> tuple[str, ...] | None:
        if word in self.starts or (word,) in self.units or word in self._never:
            return None
        size = len(word)
        cut_at: list[int] = [-1] * (size + 1)
        cut_at[size] = size
        for start in range(size - 1, -1, -1):
            for piece in self._pieces.get(word[start], ()):
                end = start + len(piece)
                if (
                    end <= size
                    and cut_at[end] >= 0
                    and word.startswith(piece, start)
                    and self._may_join(word, start, end)
                ):
                    cut_at[start] = end
                    break
        if cut_at[0] < 0 or cut_at[0] == size:
            return None
        parts = []
        start = 0
        while start < size:
            parts.append(word[start : cut_at[start]])
            start = cut_at[start]
        return tuple(parts) if self._is_number(parts[0]) else None

    def _after_and(self, word: str) -> tuple[str, ...] | None:
        """Arabic writes "and" (و) together with the word that follows; Hebrew "about" (כ) too."""
        for head in self._split_before:
            if word.startswith(head) and word not in self.starts and word[len(head) :] in self.starts:
                return head, word[len(head) :]
        rest = word[len(self._split_and) :]
        if not word.startswith(self._split_and) or len(rest) < 2 or self.normal(word) in self.starts:
            return None
        return (self._split_and, rest) if self.normal(rest) in self.starts else None

    def _may_join(self, word: str, start: int, end: int) -> bool:
        """Suffixes stand only at the end, linkers only in the middle, number words anywhere."""
        piece = word[start:end]
        if self._is_number(piece):
            return True
        if piece in self._linkers:
            return start > 0 and end < len(word)
        return start > 0 and end == len(word)

    def _is_number(self, piece: str) -> bool:
        return (piece,) in self.words


@cache
def tables(lang: str) -> Tables:
    """The tables of a language; those of a language without a data file know digits and signs only."""
    return Tables(lang)
