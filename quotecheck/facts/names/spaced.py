"""Names in languages that write words apart but have no capitals: Hindi, Arabic, Persian, Hebrew, Korean.

The gazetteer and the data files' lists find what they know; a title and the postposition of an agent point at the
rest, which is weak.
"""

from __future__ import annotations

from functools import cache

from quotecheck.facts.fact import Name
from quotecheck.facts.names.lexicon import DOUBTFUL, NUKTA, Lexicon, lexicon
from quotecheck.facts.names.reading import joined
from quotecheck.facts.names.sounds import romanise
from quotecheck.facts.names.words import Word, words

LANGUAGES = frozenset({"hi", "ar", "fa", "he", "ko"})
_PREFIXES = {
    "ar": ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك"),
    "he": ("וב", "ול", "ומ", "וה", "שב", "של", "שה", "כש", "מה", "ה", "ב", "ל", "מ", "ו", "ש", "כ"),
}
"""Arabic and Hebrew write the article and short particles together with the word."""
_SUFFIXES = {
    "ko": (
        "에서는 에서의 에게서 으로는 으로의 이라고 에서 에게 으로 까지 부터 보다 처럼 이나 이라 라고 과의 와의 에는 "
        "에도 은 는 이 가 을 를 의 에 로 와 과 도 만 인 측 산 발 행"
    ).split(),
    "fa": ["ها", "های", "ی"],
}
"""Korean and Persian write particles behind the word and together with it."""
_NISBA = ("يين", "يون", "يات", "ية", "ي")
"""How Arabic makes words of countries for who and what is from there."""
_LEAST_BASE = 3
_SHORTEST_BARE = 2
_LONGEST_SUFFIX = 3
_LEAST_STEM = 4
_AGENT = {"hi": frozenset({"ने"})}
"""Words right behind whoever did something."""


def read_spaced(text: str, lang: str) -> tuple[Name, ...]:
    """Names of a text, in order."""
    known = lexicon(lang)
    found = words(text)
    names: list[Name] = []
    taken: set[int] = set()
    at = 0
    while at < len(found):
        size, keys = _longest(found, at, known, _PREFIXES.get(lang, ()))
        if size:
            names.append(_name(text, found[at : at + size], keys, weak=any(key.endswith(DOUBTFUL) for key in keys)))
            taken.update(range(at, at + size))
        at += size or 1
    for index, word in enumerate(found):
        if index in taken:
            continue
        beside = found[index - 1].folded if index else ""
        after = found[index + 1].folded if index + 1 < len(found) else ""
        if word.text[0].isascii() and word.capital:
            names.append(_name(text, [word], frozenset({word.folded}), weak=len(word.text) < 3))
        elif (beside in known.titles or after in _AGENT.get(lang, ())) and len(word.text) > 2:
            names.append(_name(text, [word], frozenset({romanise(word.folded)}), weak=True))
    return tuple(sorted(names, key=lambda name: name.start))


def _longest(found: list[Word], at: int, known: Lexicon, prefixes: tuple[str, ...]) -> tuple[int, frozenset[str]]:
    run = [found[at].folded]
    for other in found[at + 1 : at + known.longest]:
        if not joined(other):
            break
        run.append(other.folded)
    for size in range(len(run), 0, -1):
        part = run[:size]
        if size == 1 and (len(part[0]) < (2 if known.lang in _SUFFIXES else 3) or known.idle(part[0])):
            continue
        keys = (
            known.lookup(part)
            or _without_suffix(part, known)
            or _people(part, known)
            or (_derived(part, known) if size > 1 else frozenset())
        )
        if keys:
            return size, keys
        for prefix in prefixes:
            if part[0].startswith(prefix) and len(part[0]) - len(prefix) >= 3:
                keys = known.lookup([part[0][len(prefix) :], *part[1:]])
                if keys:
                    return size, keys
    return 0, frozenset()


def _without_suffix(part: list[str], known: Lexicon) -> frozenset[str]:
    """Keys of a phrase whose last word has a particle behind it: 서울에서."""
    last = part[-1]
    for suffix in _SUFFIXES.get(known.lang, ()):
        if last.endswith(suffix) and len(last) - len(suffix) >= _SHORTEST_BARE:
            keys = known.lookup([*part[:-1], last[: -len(suffix)]])
            if keys:
                return keys
    return frozenset()


def _people(part: list[str], known: Lexicon) -> frozenset[str]:
    """Keys of a territory from an Arabic word for its people or of its own: لبنانيين of لبنان, اليمني of اليمن."""
    word = part[0].removeprefix("ال")
    ending = next((ending for ending in _NISBA if word.endswith(ending)), None)
    if known.lang != "ar" or len(part) > 1 or ending is None or len(word) - len(ending) < _LEAST_BASE:
        return frozenset()
    base = word[: -len(ending)]
    for form in (f"{base}ي", base, f"ال{base}", f"{base}ا", f"{base}يا"):
        keys = known.lookup([form])
        if any(key[0] == "@" for key in keys):
            return keys
    return frozenset()


def _derived(part: list[str], known: Lexicon) -> frozenset[str]:
    """Keys of a territory of several words from its people: दक्षिण अफ़्रीकी of दक्षिण अफ़्रीका."""
    return next(
        (
            keys
            for stem, keys in _stems(known.lang).get(" ".join(part[:-1]).replace(NUKTA, ""), ())
            if part[-1].replace(NUKTA, "").startswith(stem) and len(part[-1]) - len(stem) <= _LONGEST_SUFFIX
        ),
        frozenset(),
    )


@cache
def _stems(lang: str) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    known = lexicon(lang)
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrase in known.territories:
        first, _, last = phrase.rpartition(" ")
        if first and len(last) >= _LEAST_STEM:
            found.setdefault(first, []).append((last[:-1], frozenset(known.phrases[phrase].split("|"))))
    return {first: tuple(stems) for first, stems in found.items()}


def _name(text: str, part: list[Word], keys: frozenset[str], weak: bool) -> Name:
    start, end = part[0].start, part[-1].end
    return Name(
        start=start, end=end, text=text[start:end], keys=keys | {" ".join(word.folded for word in part)}, weak=weak
    )
