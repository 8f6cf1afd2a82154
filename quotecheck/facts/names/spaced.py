"""Names in languages that write words apart but have no capitals: Hindi, Arabic.

The gazetteer and the data files' lists find what they know; a title and the postposition of an agent point at the
rest, which is weak.
"""

from __future__ import annotations

from quotecheck.facts.fact import Name
from quotecheck.facts.names.lexicon import Lexicon, lexicon
from quotecheck.facts.names.reading import joined
from quotecheck.facts.names.sounds import romanise
from quotecheck.facts.names.words import Word, words

LANGUAGES = frozenset({"hi", "ar"})
_PREFIXES = {"ar": ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك")}
"""Arabic writes the article and short particles together with the word."""
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
            names.append(_name(text, found[at : at + size], keys, weak=False))
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
        if size == 1 and len(part[0]) < 3:
            continue
        keys = known.lookup(part)
        if keys:
            return size, keys
        for prefix in prefixes:
            if part[0].startswith(prefix) and len(part[0]) - len(prefix) >= 3:
                keys = known.lookup([part[0][len(prefix) :], *part[1:]])
                if keys:
                    return size, keys
    return 0, frozenset()


def _name(text: str, part: list[Word], keys: frozenset[str], weak: bool) -> Name:
    start, end = part[0].start, part[-1].end
    return Name(
        start=start, end=end, text=text[start:end], keys=keys | {" ".join(word.folded for word in part)}, weak=weak
    )
