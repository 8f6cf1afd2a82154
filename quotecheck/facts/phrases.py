"""Phrases of the data tables, found in one pass over a text's words.

In a phrase, a final * stands for any ending, a leading * for any beginning, and … for up to four words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from quotecheck.facts.folding import fold

GAP = "…"
MAX_GAP = 4
"""Words that a … in a phrase stands for at most."""

_LETTER = r"[^\W\d_]"
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u200c\u200d"
)
"""Combining marks that belong to a word, for a character class."""
_TOKEN = re.compile(rf"https?://\S+|[@#][\w{MARKS}]+|(?:{_LETTER}|[{MARKS}])+|\d+")
_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""Vowel signs of Arabic and Hebrew, which most writers leave out."""
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


class PhraseBook(Struct, frozen=True):
    """Phrases by their first word; those whose first word is a stem, by its first letters; those that are endings."""

    exact: dict[str, tuple[Phrase, ...]]
    stems: dict[str, tuple[Phrase, ...]]
    endings: tuple[Phrase, ...]

    def at(self, words: Sequence[Token], index: int) -> Iterator[tuple[Phrase, tuple[int, ...]]]:
        """Every phrase that begins at a word, with the indices of the words it takes."""
        word = words[index].word
        for group in (self.exact.get(word), self.stems.get(word[:2]), self.stems.get(word[:1])):
            for phrase in group or ():
                taken = _match(phrase, words, index)
                if taken is not None:
                    yield phrase, taken
        for phrase in self.endings:
            ending = phrase.words[0][1:]
            if len(word) > len(ending) + 2 and word.endswith(ending):
                yield phrase, (index,)

    def find(self, folded: str) -> Iterator[tuple[Phrase, int, int]]:
        """The phrases of a folded text, in order, the longest at each place; no word is taken twice."""
        words = tokens(folded)
        used = -1
        for index in range(len(words)):
            if index <= used:
                continue
            hit = max(self.at(words, index), key=lambda found: found[0].weight, default=None)
            if hit is not None:
                used = hit[1][-1]
                yield hit[0], words[index].start, words[used].end


@lru_cache(maxsize=16)
def tokens(folded: str) -> tuple[Token, ...]:
    """The words of a folded text; links, handles and hashtags are passed over."""
    found: list[Token] = []
    clause = sentence = last = 0
    for match in _TOKEN.finditer(folded):
        between = folded[last : match.start()]
        last = match.end()
        if match.group()[0] in "@#" or match.group().startswith("http"):
            clause += 1
            continue
        glued = bool(found) and _GLUE.fullmatch(between) is not None
        if not glued and _CLAUSE.search(between + " "):
            clause += 1
            sentence += _SENTENCE.search(between) is not None
        found.append(Token(match.start(), match.end(), _POINTS.sub("", match.group()), glued, clause, sentence))
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


def phrase_book(table: Mapping[str, Iterable[str]]) -> PhraseBook:
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
