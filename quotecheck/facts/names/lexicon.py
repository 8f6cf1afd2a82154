"""What is known of a language's names: its gazetteer, its peoples, its titles and institution words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from quotecheck.facts import language_data
from quotecheck.facts.folding import fold

SCRIPTS = {
    "ru": "cyrillic", "uk": "cyrillic", "ar": "arabic", "fa": "arabic", "hi": "devanagari", "zh": "han", "ja": "kana",
    "el": "greek", "he": "hebrew", "ko": "hangul",
}  # fmt: skip
"""The script whose table of cities a language reads; Latin where none is named."""

INFLECTED = frozenset({"pl", "cs", "ru", "uk"})
"""Languages that decline names: their gazetteers are looked up by stems."""

_ENDINGS = {
    "ru": "ами ями ого его ому ему ыми ими ской ский ская ское ские ских ском ами ах ях ам ям ов ев ой ей ом ем ую юю ая яя ые ие ых их а я о е у ю ы и ь й",
    "uk": "ами ями ого его ому ему ими ах ях ам ям ів їв ою ею ом ем а я о е у ю и і ї ь й",
    "pl": "iego emu ach ami owie ego iej ymi imi ich ych ow om em ie ej ii ia ym im a e i o u y",
    "cs": "ovi ech ach ami ych ich eho emu ymi imi ove um em ou ii ia ie ym im a e i o u y",
}  # fmt: skip


class Lexicon(Struct, frozen=True):
    """One language's words about names; all folded.

    Attributes:
        titles, institutions, common, openers, particles: words that capitals do not make a name of, by reason.
        phrases: what a phrase stands for; keys of names.
        uncased: phrases that may be written in lower case ("soviético").
        peoples: (stem, key) by the stem's first two letters.
        longest: words in the longest phrase.
        endings: case endings, longest first; empty where names are not declined.
    """

    titles: frozenset[str]
    institutions: frozenset[str]
    common: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    phrases: dict[str, frozenset[str]]
    uncased: frozenset[str]
    peoples: dict[str, tuple[tuple[str, str], ...]]
    longest: int
    endings: tuple[str, ...]

    def stem(self, word: str) -> str:
        """`word` without its case ending; itself where the language has none, or too little would be left."""
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
        return word

    def people(self, word: str) -> frozenset[str]:
        """Keys of the territories whose people, language or adjective this word (folded) is."""
        found = set()
        for stem, key in self.peoples.get(word[:2], ()):
            if word.startswith(stem) and len(word) - len(stem) <= (6 if self.endings else 4):
                found.add((len(stem), key))
        best = max((length for length, _ in found), default=0)
        return frozenset(key for length, key in found if length == best)

    def lookup(self, run: Sequence[str]) -> frozenset[str]:
        """Keys of a phrase given as folded words."""
        if len(run) > self.longest:
            return frozenset()
        found = self.phrases.get(" ".join(run))
        if found is None and self.endings:
            found = self.phrases.get("~" + " ".join(self.stem(word) for word in run))
        return found or frozenset()


def key(name: str) -> str:
    """A name as the gazetteer writes it: folded words with one space between."""
    return " ".join(re.findall(r"[^\W_]+", fold(name)))


def rows(name: str) -> list[list[str]]:
    """Rows of a data file of this folder; none where there is no such file."""
    path = files("quotecheck.facts.names").joinpath("data", name)
    if not path.is_file():
        return []
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def lexicon(lang: str) -> Lexicon:
    """What is known of the names of a language (ISO 639-1); next to nothing for one without a `[names]` table."""
    table = language_data.load(lang).get("names", {})
    endings = tuple(sorted(_listed(_ENDINGS.get(lang, "")), key=lambda ending: (-len(ending), ending)))
    phrases: dict[str, set[str]] = defaultdict(set)
    uncased: set[str] = set()
    for row in (*rows(f"places-{lang}.tsv"), *rows(f"cities-{SCRIPTS.get(lang, 'latin')}.tsv")):
        phrases[row[0]].add(row[1])
        if row[1][0] == "@":
            uncased.add(row[0])
    for target, forms in table.get("aliases", {}).items():
        for form in forms:
            phrases[key(form)].add(target)
            if len(form) > 3 and form[0].isalpha() and not form.isupper():
                uncased.add(key(form))
    peoples: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for target, stems in table.get("peoples", {}).items():
        for stem in stems.split():
            peoples[stem[:2]].append((stem, target))
    fixed = {phrase: frozenset(keys) for phrase, keys in phrases.items()}
    result = Lexicon(
        titles=_listed(table.get("titles", "")),
        institutions=_listed(table.get("institutions", "")),
        common=_listed(table.get("common", "")),
        openers=_listed(table.get("openers", "")),
        particles=_listed(table.get("particles", "")),
        phrases=fixed,
        uncased=frozenset(uncased),
        peoples={first: tuple(found) for first, found in peoples.items()},
        longest=max((phrase.count(" ") + 1 for phrase in fixed), default=0),
        endings=endings,
    )
    if endings:
        for phrase, keys in stemmed(result, fixed.items()).items():
            fixed["~" + phrase] = keys
    return result


def stemmed(found: Lexicon, phrases: Iterable[tuple[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """The same phrases with every word reduced to its stem; what several reduce to means all of them."""
    result: dict[str, frozenset[str]] = {}
    for phrase, keys in list(phrases):
        stem = " ".join(found.stem(word) for word in phrase.split())
        if stem != phrase and len(stem) > 3:
            result[stem] = result.get(stem, frozenset()) | keys
    return result
