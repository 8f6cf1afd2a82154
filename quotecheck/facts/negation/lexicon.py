"""The `[negation]` table of a language, compiled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import Phrase, PhraseBook, Token, phrase_book, spellings

ROLES = {"not": "not", "words": "word", "series": "series", "idle": "idle"}
"""Key in the table -> label of its phrases; a weak phrase is labelled with its sense."""

STRONG = frozenset({"not", "word", "series"})


class Prefix(Struct, frozen=True):
    """A negator written together with its word, as in Czech."""

    form: str
    verbs: frozenset[str]
    verb_stems: tuple[str, ...]
    verb_endings: tuple[str, ...]
    other_endings: tuple[str, ...]
    ordinary: frozenset[str]
    ordinary_stems: tuple[str, ...]

    def label(self, word: str) -> str | None:
        """What a word that begins with it is: "not" for a verb, "privative" for another word, None for neither."""
        if not word.startswith(self.form) or len(word) < len(self.form) + 2:
            return None
        if word in self.verbs or word.startswith(self.verb_stems):
            return "not"
        if word in self.ordinary or word.startswith(self.ordinary_stems):
            return None
        if word.endswith(self.other_endings):
            return "privative"
        return "not" if word.endswith(self.verb_endings) else "privative"


class Lexicon(Struct, frozen=True):
    """All that is known of a language's negation.

    Attributes:
        breaks: words that open a clause.
        answers: words that deny nothing of the sentence when they stand apart, as answers do.
        dependent: negative words that deny only beside a negator.
        prefix: the negator written together with its word, if the language has one.
    """

    book: PhraseBook
    breaks: frozenset[str]
    answers: frozenset[str]
    dependent: frozenset[str]
    prefix: Prefix | None

    def openers(self, words: frozenset[str]) -> frozenset[str]:
        """The words of a text (`vocabulary`) at which a cue may begin; none begins at another."""
        openers = self.book.openers(words)
        if self.prefix is None:
            return openers
        return openers.union(word for word in words if self.prefix.label(word) is not None)


@cache
def lexicon(lang: str) -> Lexicon | None:
    """The compiled table of a language, or None where its data has none."""
    table = load(lang).get("negation")
    if table is None:
        return None
    forms = {label: table.get(key, ()) for key, label in ROLES.items()}
    weak = table.get("weak", {})

    def words(key: str) -> frozenset[str]:
        return frozenset(spelling for form in table.get(key, ()) for spelling in spellings(form))

    listed = {s for form in table.get("ordinary", {}).get("words", ()) for s in spellings(form)}
    ordinary = frozenset(word for word in listed if not word.endswith("*"))
    ordinary_stems = tuple(sorted(word[:-1] for word in listed if word.endswith("*")))

    def is_ordinary(phrase: Phrase, word: str) -> bool:
        """Whether a privative beginning or ending fits a word by chance."""
        if phrase.label != "privative" or "*" not in phrase.words[0]:
            return False
        if len(phrase.words) > 1 and not phrase.words[0].startswith("*"):
            return False
        return word in ordinary or word.startswith(ordinary_stems)

    return Lexicon(
        # Of a word in two lists the first counts: what a denial turns into praise, it does whatever else it may do.
        book=phrase_book(
            {**forms, **{key: weak[key] for key in sorted(weak, key=lambda key: key != "litotes")}}, is_ordinary
        ),
        # Without its mark a word of two letters is another: Czech "že" opens a clause, "ze" does not.
        breaks=frozenset(
            word for form in table.get("breaks", ()) for word in spellings(form)[: 1 if len(form) < 3 else 2]
        ),
        answers=words("answers"),
        dependent=frozenset(table.get("dependent", ())),
        prefix=_prefix(table.get("prefix")),
    )


def _prefix(table: dict[str, Any] | None) -> Prefix | None:
    if table is None:
        return None

    def split(key: str) -> tuple[frozenset[str], tuple[str, ...]]:
        forms = {spelling for form in table[key] for spelling in spellings(form)}
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
    for phrase, taken in known.book.at(words, index):
        if best is not None and phrase.weight <= best[0].weight:
            # A negative ending outweighs what the verb's stem means: Turkish "kapatmıyor" denies, "kapat*" prevents.
            ending = phrase.label == "not" and phrase.words[0].startswith("*") and len(best[1]) == 1
            if not ending or best[0].label in STRONG or "*" not in best[0].words[0]:
                continue
        best = (phrase, taken)
    if best is None and known.prefix is not None and (label := known.prefix.label(word)) is not None:
        return Phrase(word, (word,), label), (index,)
    return best
