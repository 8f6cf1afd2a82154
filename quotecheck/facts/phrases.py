"""Phrases of the data tables, found in one pass over a text's words.

In a phrase, a final * stands for any ending, a leading * for any beginning, and … for up to four words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field

from quotecheck.facts.folding import fold
from quotecheck.facts.vocabulary import MARKS, vocabulary, without_points

GAP = "…"
MAX_GAP = 4
"""Words that a … in a phrase stands for at most."""

_REMEMBERED = 16_384
"""Words of which a book remembers the phrases that they open: most words of a text are words of texts before it."""
_LONGEST_REMEMBERED = 64
"""Longer words are no words of a language, and would only take memory."""

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(rf"https?://\S+|[@#][\w{MARKS}]+|(?:{_LETTER}+|[{MARKS}]+)+|\d+")
_GLUE = re.compile(r"[\s'\"-]*")
_CLAUSE = re.compile(r"[.!?;:(){}\[\]\"…\n।؟؛。！？；：、，\u2022]|,\s|--|\s-\s")
_SENTENCE = re.compile(r"[.!?।؟。！？\n]")


class Token(Struct, frozen=True):
    """A word of a text.

    Attributes:
        glued: nothing but white space, a quotation mark, an apostrophe or a hyphen parts it from the word before.
        clause: number of the clause it stands in, as far as punctuation tells.
        sentence: number of its sentence.
    """

    start: int
    end: int
    word: str
    glued: bool
    clause: int
    sentence: int


class Phrase(Struct, frozen=True):
    """One entry of a table: its dictionary form, its words, and the label it is listed under."""

    form: str
    words: tuple[str, ...]
    label: str

    @property
    def weight(self) -> tuple[int, int]:
        """Longer phrases first, then those with more whole words."""
        return (len(self.words), sum("*" not in word for word in self.words))

    @property
    def rest(self) -> frozenset[str]:
        """Its whole words but the first: a text that lacks one does not have the phrase. Of an ending, none."""
        if self.words[0].startswith("*"):
            return frozenset()
        return frozenset(word for word in self.words[1:] if word != GAP and "*" not in word)


class _Opened(NamedTuple):
    """The phrases that a word opens, and the rests (`Phrase.rest`) of which a text must have one."""

    phrases: tuple[Phrase, ...]
    rests: tuple[frozenset[str], ...]


class PhraseBook(Struct, frozen=True):
    """Phrases by their first word; those whose first word is a stem, by its first letters; those that are endings.

    Attributes:
        passed_over: tells of a phrase and a first word that they only look alike.
        opened: what `opened_by` has found of words before.
    """

    exact: dict[str, tuple[Phrase, ...]]
    stems: dict[str, tuple[Phrase, ...]]
    endings: tuple[Phrase, ...]
    passed_over: Callable[[Phrase, str], bool] | None = None
    opened: dict[str, _Opened] = field(default_factory=dict)

    def opened_by(self, word: str) -> _Opened:
        """What a word may be the first word of; nothing for most words."""
        known = self.opened.get(word)
        if known is None:
            if len(self.opened) >= _REMEMBERED:
                self.opened.clear()
            phrases = tuple(self._opened_by(word))
            if self.passed_over is not None:
                phrases = tuple(phrase for phrase in phrases if not self.passed_over(phrase, word))
            known = _Opened(phrases, _least([phrase.rest for phrase in phrases]))
            if len(word) <= _LONGEST_REMEMBERED:
                self.opened[word] = known
        return known

    def _opened_by(self, word: str) -> Iterator[Phrase]:
        yield from self.exact.get(word, ())
        for beginning in (word[:2], word[:1]):
            for phrase in self.stems.get(beginning, ()):
                if word.startswith(phrase.words[0][:-1]):
                    yield phrase
        for phrase in self.endings:
            ending = phrase.words[0][1:]
            if len(word) > len(ending) + 2 and word.endswith(ending):
                yield phrase

    def openers(self, words: frozenset[str]) -> frozenset[str]:
        """The words of a text (`vocabulary`) at which one of the phrases may begin; no phrase begins at another."""
        found: list[str] = []
        for word in words:
            for rest in self.opened_by(word).rests:
                if rest <= words:
                    found.append(word)
                    break
        return frozenset(found)

    def at(self, words: Sequence[Token], index: int) -> Iterator[tuple[Phrase, tuple[int, ...]]]:
        """Every phrase that begins at a word, with the indices of the words it takes."""
        for phrase in self.opened_by(words[index].word).phrases:
            taken = (index,) if phrase.words[0].startswith("*") else _match(phrase, words, index)
            if taken is not None:
                yield phrase, taken

    def find(self, folded: str) -> Iterator[tuple[Phrase, int, int]]:
        """The phrases of a folded text, in order, the longest at each place; no word is taken twice."""
        openers = self.openers(vocabulary(folded))
        if not openers:
            return
        words = tokens(folded)
        used = -1
        for index, token in enumerate(words):
            if index <= used or token.word not in openers:
                continue
            hit = max(self.at(words, index), key=lambda found: found[0].weight, default=None)
            if hit is not None:
                used = hit[1][-1]
                yield hit[0], words[index].start, words[used].end


def _least(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Of several sets those that hold no other: a text that has all words of any has all words of one of these."""
    least: list[frozenset[str]] = []
    for one in sorted(set(sets), key=len):
        if not any(other <= one for other in least):
            least.append(one)
    return tuple(least)


@lru_cache(maxsize=16)
def tokens(folded: str) -> tuple[Token, ...]:
    """The words of a folded text; links, handles and hashtags are passed over."""
    found: list[Token] = []
    clause = sentence = last = 0
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        word = match.group()
        between = folded[last:start]
        last = end
        if word[0] in "@#h" and (word[0] != "h" or word.startswith("http")):
            clause += 1
            continue
        glued = bool(found) and (between == " " or _GLUE.fullmatch(between) is not None)
        if not glued and _CLAUSE.search(between + " "):
            clause += 1
            sentence += _SENTENCE.search(between) is not None
        found.append(Token(start, end, without_points(word), glued, clause, sentence))
    return tuple(found)


def plain(text: str) -> str:
    """Without accents, as hurried people write; scripts other than Latin keep their marks."""
    if not any("\u00c0" <= char <= "\u024f" for char in text):
        return text
    return "".join(char for char in unicodedata.normalize("NFD", text) if not "\u0300" <= char <= "\u036f")


def spellings(form: str) -> tuple[str, ...]:
    """A form folded as texts are, with its accents and without."""
    folded = fold(form, keep_marks=True)
    return tuple(dict.fromkeys((folded, plain(folded))))


def phrase_book(
    table: Mapping[str, Iterable[str]], passed_over: Callable[[Phrase, str], bool] | None = None
) -> PhraseBook:
    """Compile a table of label -> phrases."""
    exact: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    endings: list[Phrase] = []
    for label, forms in table.items():
        for form in forms:
            for spelling in spellings(form):
                phrase = Phrase(form, tuple(spelling.replace("'", " ").replace("-", " ").split()), label)
                first = phrase.words[0]
                if first.startswith("*"):
                    endings.append(phrase)
                elif first.endswith("*"):
                    stems.setdefault(first[:2].rstrip("*"), []).append(phrase)
                else:
                    exact.setdefault(first, []).append(phrase)
    return PhraseBook(
        {key: tuple(group) for key, group in exact.items()},
        {key: tuple(group) for key, group in stems.items()},
        tuple(endings),
        passed_over,
    )


def _match(phrase: Phrase, words: Sequence[Token], index: int) -> tuple[int, ...] | None:
    if len(phrase.words) == 1 and not phrase.words[0].endswith("*"):
        return (index,)
    taken: list[int] = []
    gap = False
    for want in phrase.words:
        if want == GAP:
            gap = True
            continue
        limit = min(index + (MAX_GAP + 1 if gap else 1), len(words))
        while index < limit:
            token = words[index]
            if taken and not token.glued and (not gap or token.sentence != words[taken[-1]].sentence):
                return None
            if token.word == want or (want.endswith("*") and token.word.startswith(want[:-1])):
                break
            index += 1
        else:
            return None
        taken.append(index)
        index += 1
        gap = False
    return tuple(taken)
