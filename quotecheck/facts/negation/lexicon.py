"""The phrases of a language's `[negation]` table, compiled for one pass over a text's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Literal

from msgspec import Struct

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load

Role = Literal["not", "word", "series", "idle", "weak"]
GAP = "…"
MAX_GAP = 4
"""Words that a … in a phrase stands for at most."""

_LETTER = r"[^\W\d_]"
_MARK = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_TOKEN = re.compile(rf"https?://\S+|[@#][\w{_MARK}]+|(?:{_LETTER}|[{_MARK}])+|\d+")
_GLUE = re.compile(r"[\s'\"-]*")
_HARD = re.compile(r"[.!?;:(){}\[\]\"…\n।؟؛。！？；：、，\u2022]|,\s|--|\s-\s")
_SENTENCE = re.compile(r"[.!?।؟。！？\n]")


class Token(Struct, frozen=True):
    """A word of a text.

    Attributes:
        glued: nothing but white space, an apostrophe or a hyphen parts it from the word before.
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
    """One entry of the table."""

    form: str
    words: tuple[str, ...]
    role: Role
    sense: str = "not"

    @property
    def weight(self) -> tuple[int, int]:
        """Longer phrases first, exact words before stems, and what denies before what only might."""
        exact = sum(not word.endswith("*") and not word.startswith("*") for word in self.words)
        return (len(self.words), exact)


class Prefix(Struct, frozen=True):
    """A negator written together with its word, as in Czech."""

    form: str
    verbs: frozenset[str]
    verb_stems: tuple[str, ...]
    verb_endings: tuple[str, ...]
    other_endings: tuple[str, ...]
    ordinary: frozenset[str]
    ordinary_stems: tuple[str, ...]

    def role(self, word: str) -> Role | None:
        """What a word that begins with it is: "not" for a verb, "weak" for another word, None for neither."""
        if not word.startswith(self.form) or len(word) < len(self.form) + 2:
            return None
        if word in self.verbs or word.startswith(self.verb_stems):
            return "not"
        if word in self.ordinary or word.startswith(self.ordinary_stems):
            return None
        if word.endswith(self.other_endings):
            return "weak"
        return "not" if word.endswith(self.verb_endings) else "weak"


class Lexicon(Struct, frozen=True):
    """Phrases by their first word; those whose first word is a stem, by its first two letters; by ending."""

    exact: dict[str, tuple[Phrase, ...]]
    stems: dict[str, tuple[Phrase, ...]]
    endings: tuple[Phrase, ...]
    ordinary: frozenset[str]
    ordinary_stems: tuple[str, ...]
    breaks: frozenset[str]
    answers: frozenset[str]
    dependent: frozenset[str]
    prefix: Prefix | None = None


def tokens(folded: str) -> list[Token]:
    """The words of a folded text; links, handles and hashtags are passed over."""
    found: list[Token] = []
    clause = sentence = 0
    last = 0
    for match in _TOKEN.finditer(folded):
        between = folded[last : match.start()]
        last = match.end()
        if match.group()[0] in "@#" or match.group().startswith("http"):
            clause += 1
            continue
        glued = bool(found) and _GLUE.fullmatch(between) is not None
        if not glued and _HARD.search(between + " "):
            clause += 1
            sentence += _SENTENCE.search(between) is not None
        found.append(Token(match.start(), match.end(), match.group(), glued, clause, sentence))
    return found


def plain(text: str) -> str:
    """Without accents, as hurried people write; scripts other than Latin keep their marks."""
    return "".join(
        char for char in unicodedata.normalize("NFD", text) if not 0x300 <= ord(char) <= 0x36F
    ) if text.isascii() or any("\u00c0" <= char <= "\u024f" for char in text) else text


def _phrases(table: dict[str, Any]) -> Iterable[Phrase]:
    roles: dict[str, Role] = {"not": "not", "words": "word", "series": "series", "idle": "idle"}
    for key, role in roles.items():
        for form in table.get(key, ()):
            yield from _spellings(form, role, "not")
    for sense, forms in table.get("weak", {}).items():
        for form in forms:
            yield from _spellings(form, "weak", sense)


def _spellings(form: str, role: Role, sense: str) -> Iterable[Phrase]:
    folded = fold(form, keep_marks=True)
    for spelling in dict.fromkeys((folded, plain(folded))):
        yield Phrase(form, tuple(spelling.replace("'", " ").replace("-", " ").split()), role, sense)


@cache
def lexicon(lang: str) -> Lexicon | None:
    """The compiled table of a language, or None where its data has none."""
    table = load(lang).get("negation")
    if table is None:
        return None
    exact: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    endings: list[Phrase] = []
    for phrase in _phrases(table):
        first = phrase.words[0]
        if first.startswith("*"):
            endings.append(phrase)
        elif first.endswith("*"):
            stems.setdefault(first[:2].rstrip("*"), []).append(phrase)
        else:
            exact.setdefault(first, []).append(phrase)
    ordinary = [word for form in table.get("ordinary", {}).get("words", ()) for word in {fold(form, keep_marks=True), plain(fold(form, keep_marks=True))}]

    def ranked(groups: dict[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
        return {key: tuple(sorted(group, key=lambda p: p.weight, reverse=True)) for key, group in groups.items()}

    def words(key: str) -> frozenset[str]:
        return frozenset(s for form in table.get(key, ()) for s in (form, plain(form)))

    return Lexicon(
        exact=ranked(exact),
        stems=ranked(stems),
        endings=tuple(endings),
        ordinary=frozenset(word for word in ordinary if not word.endswith("*")),
        ordinary_stems=tuple(word[:-1] for word in ordinary if word.endswith("*")),
        breaks=words("breaks"),
        answers=words("answers"),
        dependent=words("dependent"),
        prefix=_prefix(table.get("prefix")),
    )


def _prefix(table: dict[str, Any] | None) -> Prefix | None:
    if table is None:
        return None

    def split(key: str) -> tuple[frozenset[str], tuple[str, ...]]:
        forms = {spelling for form in table[key] for spelling in (form, plain(form))}
        return (
            frozenset(form for form in forms if not form.endswith("*")),
            tuple(sorted(form[:-1] for form in forms if form.endswith("*"))),
        )

    verbs, verb_stems = split("verbs")
    ordinary, ordinary_stems = split("ordinary")
    return Prefix(
        table["prefix"],
        verbs,
        verb_stems,
        tuple(table["verb_endings"]),
        tuple(table["other_endings"]),
        ordinary,
        ordinary_stems,
    )


def longest(known: Lexicon, words: Sequence[Token], index: int) -> tuple[Phrase, tuple[int, ...]] | None:
    """The longest phrase that begins at a word, with the indices of the words it takes."""
    word = words[index].word
    best: tuple[Phrase, tuple[int, ...]] | None = None
    for phrase in (*known.exact.get(word, ()), *known.stems.get(word[:2], ()), *known.stems.get(word[:1], ())):
        if best is not None and phrase.weight <= best[0].weight:
            continue
        taken = _match(phrase, words, index)
        if taken is not None and not (len(phrase.words) == 1 and phrase.words[0][-1] == "*" and _ordinary(known, word, phrase)):
            best = (phrase, taken)
    if best is None and known.prefix is not None and (role := known.prefix.role(word)) is not None:
        return Phrase(word, (word,), role, "not" if role == "not" else "privative"), (index,)
    if best is None and known.endings and not _ordinary(known, word, None):
        for phrase in known.endings:
            if word.endswith(phrase.words[0][1:]) and len(word) > len(phrase.words[0]) + 1:
                return phrase, (index,)
    return best


def _ordinary(known: Lexicon, word: str, phrase: Phrase | None) -> bool:
    if phrase is not None and phrase.sense != "privative":
        return False
    return word in known.ordinary or word.startswith(known.ordinary_stems)


def _match(phrase: Phrase, words: Sequence[Token], index: int) -> tuple[int, ...] | None:
    taken: list[int] = []
    gap = False
    for want in phrase.words:
        if want == GAP:
            gap = True
            continue
        limit = index + (MAX_GAP + 1 if gap else 1)
        while index < min(limit, len(words)):
            token = words[index]
            if taken and not token.glued:
                return None
            if token.word == want or (want.endswith("*") and token.word.startswith(want[:-1])):
                break
            index += 1
        else:
            return None
        if index >= len(words):
            return None
        taken.append(index)
        index += 1
        gap = False
    return tuple(taken)
