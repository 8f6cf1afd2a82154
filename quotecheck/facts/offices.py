"""Who held, holds or will hold an office: a former president, a deputy minister, an acting mayor.

Each language's `[offices]` table says how it tells them apart; each office is found in both texts by the same name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from quotecheck.facts import language_data
from quotecheck.facts.folding import fold
from quotecheck.facts.names.lexicon import lexicon
from quotecheck.facts.names.words import Word, words

KINDS = ("former", "deputy", "acting", "elect")
_UNSPACED = frozenset({"zh", "ja"})
_BEFORE = 3
_AFTER = 4
"""Words within which what qualifies an office stands before or after it."""
_BETWEEN = re.compile(r"[\s.\-‐‑–'’ʼ]*")
_JOINED = {"ar": ("وال", "بال", "لل", "ال", "و", "ل", "ب")}
"""What is written together with the word it stands before."""
_NOT_BEFORE = (
    "目之以日年月天午名事直当眼提空会赛战食人門门面史地次紀手足身還単网美欧亿万千百零多公一二三四五六七八九十0-9０-９"
)
"""Characters that end in 前 or 元 a word of another meaning: 以前, 地元."""
_FAR = {"前": 6, "前任": 6, "元": 6}
"""Characters that may stand between what qualifies an office and the office, in Chinese and Japanese."""


class Office(Struct, frozen=True):
    """An office named in a text.

    Attributes:
        start, end: its place, with what qualifies it.
        names: which offices it may be; one word of a language may be two of another.
        kinds: which of `KINDS` qualify it.
    """

    start: int
    end: int
    names: frozenset[str]
    kinds: frozenset[str]


class Offices(Struct, frozen=True):
    """The offices of a text, in order.

    Attributes:
        found: the offices.
        hinted: which of `KINDS` anything in the text may mean, beside an office or not.
    """

    found: tuple[Office, ...]
    hinted: frozenset[str]


class _Table(Struct, frozen=True):
    before: dict[str, frozenset[str]]
    after: dict[str, frozenset[str]]
    prefixes: dict[str, str]
    besides: dict[str, frozenset[str]]
    offices: dict[tuple[str, ...], frozenset[str]]
    stems: dict[str, frozenset[str]]
    longest: int


@lru_cache(maxsize=1024)
def read(text: str, lang: str) -> Offices:
    """The offices of a text; none in a language without a table for them."""
    if "offices" not in language_data.load(lang):
        return Offices((), frozenset())
    return _read_unspaced(text, lang) if lang in _UNSPACED else _read_spaced(text, lang)


@cache
def _table(lang: str) -> _Table:
    data = language_data.load(lang)["offices"]
    offices: dict[tuple[str, ...], set[str]] = {}
    stems: dict[str, set[str]] = {}
    for name, forms in data["names"].items():
        for form in fold(forms).split("; "):
            if form.endswith("*"):
                stems.setdefault(form[:-1], set()).add(name)
            else:
                offices.setdefault(tuple(form.split()), set()).add(name)

    def table(place: str) -> dict[str, frozenset[str]]:
        return {kind: frozenset(fold(data[kind].get(place, "")).split()) for kind in KINDS}

    return _Table(
        before=table("before"),
        after=table("after"),
        prefixes={prefix: kind for kind in KINDS for prefix in fold(data[kind].get("prefixes", "")).split()},
        besides=table("besides"),
        offices={form: frozenset(names) for form, names in offices.items()},
        stems={stem: frozenset(names) for stem, names in stems.items()},
        longest=max(map(len, offices)),
    )


def _read_spaced(text: str, lang: str) -> Offices:
    table, small = _table(lang), lexicon(lang).openers
    # An apostrophe is a letter of Ukrainian words.
    found = words(re.sub(r"(?<=\w)['’ʼ](?=\w)", "", text) if lang == "uk" else text)
    offices: list[Office] = []
    hinted = {kind for kind in KINDS for word in found if _hints(word.folded, kind, table)}
    at = 0
    while at < len(found):
        size, names, kind = _office(found, at, table, lang)
        if not size:
            at += 1
            continue
        first, last = at, at + size - 1
        kinds = {kind} if kind else set()
        for step in range(1, _BEFORE + 1):
            index = at - step
            if index < 0 or not _BETWEEN.fullmatch(found[index + 1].gap) or _office(found, index, table, lang)[0]:
                break
            mine = {one for one in KINDS if found[index].folded in table.before[one]}
            if mine:
                kinds |= mine
                first = index
            elif found[index].folded in small:
                break
        for index in range(at + size, min(at + size + _AFTER, len(found))):
            if not _BETWEEN.fullmatch(found[index].gap) or _office(found, index, table, lang)[0]:
                break
            mine = {one for one in KINDS if found[index].folded in table.after[one]}
            if mine:
                kinds |= mine
                last = index
        offices.append(Office(found[first].start, found[last].end, names, frozenset(kinds)))
        hinted |= kinds
        at += size
    return Offices(tuple(offices), frozenset(hinted))


def _hints(word: str, kind: str, table: _Table) -> bool:
    return (
        word in table.before[kind]
        or word in table.after[kind]
        or word in table.besides[kind]
        or any(of == kind and word.startswith(prefix) for prefix, of in table.prefixes.items() if len(prefix) > 2)
    )


def _office(found: list[Word], at: int, table: _Table, lang: str) -> tuple[int, frozenset[str], str | None]:
    """How many words from here on are an office, which it may be, and what is written together with it."""
    run = [word.folded for word in found[at : at + table.longest]]
    for size in range(len(run), 0, -1):
        names = table.offices.get(tuple(run[:size]))
        if names:
            return size, names, None
    word = run[0]
    names = _single(word, table)
    if names:
        return 1, names, None
    for joined in _JOINED.get(lang, ()):
        if word.startswith(joined) and (names := _single(word[len(joined) :], table)):
            return 1, names, None
    for prefix, kind in table.prefixes.items():
        if word.startswith(prefix):
            rest = (word[len(prefix) :], *run[1:])
            for size in range(len(rest), 1, -1):
                if names := table.offices.get(rest[:size]):
                    return size, names, kind
            if names := _single(rest[0], table):
                return 1, names, kind
    return 0, frozenset(), None


def _single(word: str, table: _Table) -> frozenset[str]:
    names = table.offices.get((word,), frozenset())
    for size in range(4, len(word) + 1):
        names |= table.stems.get(word[:size], frozenset())
    return names


def _read_unspaced(text: str, lang: str) -> Offices:
    table, plain = _table(lang), fold(text)
    offices: list[Office] = []
    hinted = {
        kind
        for kind in KINDS
        for words_ in (table.before[kind], table.after[kind], table.besides[kind])
        if any(_whole(word, plain) for word in words_)
    }
    for match in _offices_of(lang).finditer(plain):
        kinds, start, end = set(), *match.span()
        for kind in KINDS:
            for mark in table.before[kind]:
                far = _FAR.get(mark, 0)
                found = re.search(
                    rf"(?<![{_NOT_BEFORE}]){mark}[^\s，。、；：！？,.はがをにの]{{0,{far}}}?$", plain[: match.start()]
                )
                if found:
                    kinds.add(kind)
                    start = min(start, found.start())
            for mark in table.after[kind]:
                if plain.startswith(mark, match.end()):
                    kinds.add(kind)
                    end = match.end() + len(mark)
        offices.append(Office(start, end, table.offices[(match[0],)], frozenset(kinds)))
    return Offices(tuple(offices), frozenset(hinted))


def _whole(mark: str, text: str) -> bool:
    return re.search(rf"(?<![{_NOT_BEFORE}]){mark}" if mark in _FAR else mark, text) is not None


@cache
def _offices_of(lang: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted((form for (form,) in _table(lang).offices), key=len, reverse=True)))
