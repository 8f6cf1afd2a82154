"""What is known of a language's names: its gazetteer, its peoples, its titles and institution words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from quotecheck.facts import language_data
from quotecheck.facts.folding import fold
from quotecheck.facts.names import declension
from quotecheck.facts.names.words import WORD, solid

SCRIPTS = {
    "ru": "cyrillic", "uk": "cyrillic", "ar": "arabic", "fa": "arabic", "hi": "devanagari", "zh": "han", "ja": "kana",
    "el": "greek", "he": "hebrew", "ko": "hangul",
}  # fmt: skip
"""The script whose table of cities a language reads; Latin where none is named."""

INFLECTED = frozenset({"pl", "cs", "ru", "uk"})
"""Languages that decline names: their gazetteers are looked up by stems."""

_ENDINGS = {
    "ru": "ами ями ого его ому ему ыми ими ской ский ская ское ские ских ском ами ах ях ам ям ов ев ой ей ом ем ую юю "
    "ая яя ые ие ых их а я о е у ю ы и ь й",
    "uk": "ами ями ого его ому ему ими ах ях ам ям ів їв ою ею ом ем а я о е у ю и і ї ь й",
    "pl": "iego emu ach ami owie ego iej iem iu ymi imi ich ych ow om em ie ej ii ia ym im a e i o u y",
    "cs": "ovi ech ach ami ych ich eho emu ymi imi ove um em ou ii ia ie ym im a e i o u y",
}


NUKTA = "\u093c"
"""The dot under Hindi letters of foreign sounds, which as many leave out as write: अफ़्रीका, अफ्रीका."""
_SHORTEST_STEM = 3
_LONGEST_ENDING = 5
_LONG_STEM = 5


class Lexicon(Struct, frozen=True):
    """One language's words about names; all folded.

    Attributes:
        titles, institutions, common, openers, particles: words that capitals do not make a name of, by reason.
        phrases: what a phrase stands for: keys of names, separated by "|".
        cities: the same for big cities, one table for every language of a script.
        uncased: phrases that may be written in lower case ("soviético").
        territories: phrases that name territories.
        peoples: (stem, key) by the stem's first two letters.
        people_endings: how words that begin with a people's stem may end.
        longest: words in the longest phrase.
        endings: case endings; empty where names are not declined.
        stems: `phrases` with each word reduced to its stem.
        cases: single words of `phrases` by the stems that `declension` gives them.
        lang: the language.
    """

    titles: frozenset[str]
    institutions: frozenset[str]
    common: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    phrases: dict[str, str]
    cities: dict[str, str]
    uncased: frozenset[str]
    territories: frozenset[str]
    peoples: dict[str, tuple[tuple[str, str], ...]]
    people_endings: re.Pattern[str]
    longest: int
    endings: frozenset[str]
    stems: dict[str, str]
    cases: dict[str, str]
    lang: str

    def stem(self, word: str) -> str:
        """`word` without its case ending; itself where the language has none, or too little would be left."""
        return _stem(word, self.endings)

    def lists(self, kind: frozenset[str], word: str) -> bool:
        """Whether one of this lexicon's lists of words has a word (folded), in any case."""
        return word in kind or (bool(self.endings) and "~" + self.stem(word) in kind)

    def idle(self, word: str) -> bool:
        """Whether a word (folded) is a title, an institution word or an opener: nobody's name."""
        return word in self.openers or any(
            self.lists(kind, word) for kind in (self.titles, self.institutions, self.common)
        )

    def people(self, word: str, capital: bool, opens: bool = False) -> frozenset[str]:
        """Keys of the territories whose people, language or adjective this word (folded) is.

        Args:
            word: folded.
            capital: it is written with a capital, which sets it apart from words that begin alike.
            opens: any word would have that capital, so that only a longer stem of a declined people does: Rosjanie.
        """
        found = [
            (len(stem), key)
            for stem, key in self.peoples.get(word[:2], ())
            if word.startswith(stem)
            and (
                self.people_endings.fullmatch(word, len(stem))
                or (
                    capital
                    and len(word) - len(stem) <= _LONGEST_ENDING
                    and (not opens or (bool(self.endings) and len(stem) >= _LONG_STEM))
                )
            )
        ]
        if not found and capital and self.lang == "de" and word.endswith("er"):
            # German makes adjectives of towns: Pariser, Washingtoner.
            town = word[:-2]
            return self.lookup([town]) or (frozenset({f"city {town}", town}) if self.is_city(town) else frozenset())
        best = max((length for length, _ in found), default=0)
        return frozenset(key for length, key in found if length == best)

    def is_city(self, word: str) -> bool:
        """Whether this is the English name (folded) of a big city."""
        return word in _city_names(SCRIPTS.get(self.lang, "latin"))

    def longest_from(self, word: str) -> int:
        """How many words the longest phrase may have that begins with a word (folded); 0 where neither the gazetteer
        nor a people begins so, as most words of a text."""
        return _longest_from(self.lang, word)

    def lookup(self, run: Sequence[str]) -> frozenset[str]:
        """Keys of a phrase given as folded words."""
        if len(run) > self.longest:
            return frozenset()
        phrase = " ".join(run).replace(NUKTA, "")
        found = self.phrases.get(phrase) or self.cities.get(phrase)
        if found is None and self.endings:
            phrase = " ".join(self.stem(word) for word in run)
            found = self.stems.get(phrase) or _stemmed_cities(self.lang).get(phrase)
            if found is None and len(run) == 1:
                found = self._declined(run[0])
        if not found:
            return frozenset()
        keys = frozenset(found.split("|"))
        if len(run) > 1 and any(key[1:].isdigit() for key in keys):
            # A part of a continent is told as the continent's too: "Восточная Азия", "East Asian".
            return keys.union(*(self.lookup([word]) for word in run))
        return keys

    def _declined(self, word: str) -> str | None:
        """Keys of a single word that is a case of a listed one: Vídni, Kijowa, Pradze."""
        cities = _declined_cities(self.lang)
        for stem in declension.stems_of_case(word, self.endings, self.lang):
            found = self.cases.get(stem) or cities.get(stem)
            if found is not None:
                return found
        return None


def key(name: str) -> str:
    """A name as the gazetteer writes it: folded words with one space between."""
    return " ".join(WORD.findall(fold(solid(name))))


@cache
def table(name: str) -> dict[str, str]:
    """A data file of this folder, first column to second; empty where there is no such file."""
    return dict(_rows(name))


def _rows(name: str) -> list[tuple[str, str]]:
    path = Path(__file__).parent / "data" / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [(first, rest) for first, _, rest in (line.partition("\t") for line in lines)]


@cache
def lexicon(lang: str) -> Lexicon:
    """What is known of the names of a language (ISO 639-1); next to nothing for one without a `[names]` table."""
    data = language_data.load(lang).get("names", {})
    phrases = dict(table(f"places-{lang}.tsv"))
    territories = frozenset(phrase for phrase, keys in phrases.items() if keys[0] == "@")
    uncased: set[str] = set()
    for target, forms in data.get("aliases", {}).items():
        for form in forms:
            phrase = key(form)
            phrases[phrase] = f"{phrases[phrase]}|{target}" if phrase in phrases else target
            if len(form) > 3 and form[0].isalpha() and not form.isupper():
                uncased.add(phrase)
    cities = {} if lang == "en" else table(f"cities-{SCRIPTS.get(lang, 'latin')}.tsv")
    if lang == "ja":
        cities = {**table("cities-han.tsv"), **cities}
    for target, form in _exonyms(lang):
        phrase = key(form)
        known = phrases.get(phrase) or cities.get(phrase)
        phrases[phrase] = f"{known}|{target}" if known else target
    for brand, form in _brands(lang):
        phrases[form] = brand
        if DOUBTFUL not in brand and len(form) > _SHORTEST_STEM:
            uncased.add(form)
    if SCRIPTS.get(lang) is None:
        for seat in table("seats.tsv"):
            if " " in seat:
                phrases.setdefault(seat, seat)
    if lang == "hi":
        phrases, cities = _without_dots(phrases), _without_dots(cities)
        territories = frozenset(phrase.replace(NUKTA, "") for phrase in territories)
    peoples: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for target, stems in data.get("peoples", {}).items():
        for stem in stems.split():
            peoples[stem[:2]].append((stem, target))
    # Of a short brand no case is told: the stem of "Сони" is "сон", sleep.
    declinable = {form: keys for form, keys in phrases.items() if keys[0] != BRAND or len(form) > _LONGEST_ENDING}
    endings = frozenset(fold(ending) for ending in data.get("case_endings", _ENDINGS.get(lang, "")).split())
    return Lexicon(
        titles=_with_stems(fold(data.get("titles", "")), endings),
        institutions=_with_stems(data.get("institutions", ""), endings),
        common=_with_stems(data.get("common", ""), endings),
        openers=frozenset(data.get("openers", "").split()) | _pronouns(lang),
        particles=frozenset(data.get("particles", "").split()),
        phrases=phrases,
        cities=cities,
        uncased=frozenset(uncased),
        territories=territories,
        peoples={first: tuple(found) for first, found in peoples.items()},
        people_endings=re.compile(data.get("people_endings", "")),
        longest=max((phrase.count(" ") + 1 for phrase in phrases), default=0),
        endings=endings,
        stems=_stemmed(declinable, endings),
        cases=_declined(declinable) if endings else {},
        lang=lang,
    )


def _exonyms(lang: str) -> list[tuple[str, str]]:
    """Cities whose usual English name another source does not give: its key, and the name in this language."""
    return [
        (key(english), form.removeprefix(f"{lang} "))
        for english, forms in table("exonyms.tsv").items()
        for form in forms.split("; ")
        if form.startswith(f"{lang} ")
    ]


BRAND = "®"
"""What the keys of brands begin with."""
DOUBTFUL = "~"
"""What the keys of brands end in whose names are words as well."""
_DOUBTFUL_IN_ENGLISH = "^"


def _brands(lang: str) -> Iterator[tuple[str, str]]:
    """Brands and products in every script: keys, and a form."""
    for name, forms in _rows("brands.tsv"):
        brand = name.rstrip(DOUBTFUL + _DOUBTFUL_IN_ENGLISH)
        doubtful = name.endswith(DOUBTFUL) or (lang == "en" and name.endswith(_DOUBTFUL_IN_ENGLISH))
        for form in forms.split("; "):
            yield f"{BRAND}{brand}{DOUBTFUL if doubtful else ''}|{brand}", key(form)


def _pronouns(lang: str) -> frozenset[str]:
    """Words that deny or count ("ninguno", "żadna"): a sentence that opens with one names nobody by it."""
    data = language_data.load(lang)
    denials = data.get("negation", {}).get("words", ())
    counted = [form for forms in data.get("quantifiers", {}).values() if isinstance(forms, list) for form in forms]
    return frozenset(fold(form) for form in (*denials, *counted) if form.isalpha())


def _without_dots(phrases: dict[str, str]) -> dict[str, str]:
    return {phrase.replace(NUKTA, ""): keys for phrase, keys in phrases.items()}


def _with_stems(words: str, endings: frozenset[str]) -> frozenset[str]:
    listed = words.split()
    return frozenset((*listed, *("~" + _stem(word, endings) for word in listed if endings and len(word) > 3)))


@cache
def _city_names(script: str) -> frozenset[str]:
    return frozenset(key for keys in table(f"cities-{script}.tsv").values() for key in keys.split("|"))


@cache
def _heads(lang: str) -> dict[str, int]:
    """The first words of phrases of several words, and how many words the longest of them has; where names are
    declined, the stems of first words too, each after a "~"."""
    known = lexicon(lang)
    heads: dict[str, int] = {}
    tables = [(known.phrases, ""), (known.cities, "")]
    if known.endings:
        tables += [(known.stems, "~"), (_stemmed_cities(lang), "~")]
    for phrases, mark in tables:
        for phrase in phrases:
            if " " in phrase:
                head = mark + phrase[: phrase.index(" ")]
                heads[head] = max(heads.get(head, 0), phrase.count(" ") + 1)
    return heads


@lru_cache(maxsize=16_384)
def _longest_from(lang: str, word: str) -> int:
    known, heads = lexicon(lang), _heads(lang)
    bare = word.replace(NUKTA, "")
    longest = max(heads.get(bare, 0), heads.get("~" + known.stem(bare), 0) if known.endings else 0)
    return longest or (1 if known.lookup([word]) or known.people(word, True) else 0)


@cache
def _stemmed_cities(lang: str) -> dict[str, str]:
    known = lexicon(lang)
    return _stemmed(known.cities, known.endings)


@cache
def _declined_cities(lang: str) -> dict[str, str]:
    return _declined(lexicon(lang).cities)


def _declined(phrases: dict[str, str]) -> dict[str, str]:
    """The single words among the phrases by each stem that their cases are formed of."""
    result: dict[str, str] = {}
    for phrase, keys in phrases.items():
        for stem in declension.stems_of_name(phrase) if " " not in phrase else ():
            result[stem] = f"{result[stem]}|{keys}" if stem in result else keys
    return result


def _stemmed(phrases: dict[str, str], endings: frozenset[str]) -> dict[str, str]:
    """The same phrases with every word reduced to its stem; what several reduce to means all of them."""
    result: dict[str, str] = {}
    if not endings:
        return result
    for phrase, keys in phrases.items():
        stems = " ".join(_stem(word, endings) for word in phrase.split())
        if len(stems) >= _SHORTEST_STEM:
            result[stems] = f"{result[stems]}|{keys}" if stems in result else keys
    return result


@lru_cache(maxsize=16_384)
def _stem(word: str, endings: frozenset[str]) -> str:
    for size in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-size:] in endings:
            return word[:-size]
    return word
