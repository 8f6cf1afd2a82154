"""Negation in languages that part their words by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from quotecheck.facts.fact import Negation
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.negation.lexicon import STRONG, Lexicon, lexicon, longest
from quotecheck.facts.phrases import GAP, Phrase, Token, tokens
from quotecheck.facts.vocabulary import vocabulary

_NUMBER_NEXT = re.compile(r"\s?[.º°]?[ºo°]?\s?\d")
_ANSWER_NEXT = re.compile(r"\s*[,.!…]|\s*\Z")
_OPENING = re.compile(r"(?:\A|[.!?:;,¡¿\"\n-])\s*\Z")
_TAG = re.compile(r"[¿,]\s*\Z")
_COUNTS = frozenset(
    "un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille quelques".split()
)
_TAG_NEXT = re.compile(r"\s*\?")


class _Cue(Struct):
    phrase: Phrase
    taken: tuple[int, ...]
    start: int
    end: int


_Series = tuple[_Cue, tuple[int, int], int]
"""What a cue such as "nor" was merged with, and the clause and the sentence it stands in."""


class _Pair(Struct, frozen=True):
    heads: frozenset[str]
    companions: frozenset[str]
    subjects: frozenset[str]
    only: frozenset[str]
    alone: frozenset[str]
    reach: int


@cache
def _pair(lang: str) -> _Pair | None:
    table = load(lang)["negation"].get("pair")
    if table is None:
        return None
    return _Pair(
        frozenset(table["heads"]),
        frozenset(table["companions"]),
        frozenset(table["subjects"]),
        frozenset(table["only"]),
        frozenset(table["alone"]),
        table["reach"],
    )


def read(text: str, lang: str) -> tuple[Negation, ...]:
    """The denials of a text, in order."""
    known = lexicon(lang)
    if known is None:
        return ()
    folded = fold(text, keep_marks=True)
    pair = _pair(lang)
    openers = known.openers(vocabulary(folded))
    if not openers and (pair is None or pair.heads.isdisjoint(vocabulary(folded))):
        return ()
    words = tokens(folded)
    cues = _cues(known, words, openers)
    if pair is not None:
        cues = _paired(pair, words, cues)
    found = []
    for cue in _merged(known, words, cues):
        weak = cue.phrase.label not in STRONG
        sense = cue.phrase.label if weak else "not"
        if not weak and len(cue.taken) == 1:
            aside = _aside(known, folded, words[cue.taken[0]])
            if not aside and words[cue.taken[0]].word in known.answers and _between_names(text, cue):
                aside = "answer"
            if aside == "idle":
                continue
            if aside:
                weak, sense = True, aside
        found.append(
            Negation(
                start=cue.start,
                end=cue.end,
                text=text[cue.start : cue.end],
                cue=cue.phrase.form,
                weak=weak,
                sense=sense,
            )
        )
    return tuple(found)


def _cues(known: Lexicon, words: Sequence[Token], openers: frozenset[str]) -> list[_Cue]:
    cues: list[_Cue] = []
    used: set[int] = set()
    for index, token in enumerate(words):
        if index in used or token.word not in openers:
            continue
        hit = longest(known, words, index)
        if hit is None:
            continue
        phrase, taken = hit
        used.update(taken)
        if phrase.label != "idle":
            end = words[taken[0]].end if GAP in phrase.words else words[taken[-1]].end
            cues.append(_Cue(phrase, taken, words[taken[0]].start, end))
    return cues


def _paired(pair: _Pair, words: Sequence[Token], cues: list[_Cue]) -> list[_Cue]:
    """Join a head ("ne") with its companion, and tell apart the heads that deny nothing."""
    by_first = {cue.taken[0]: cue for cue in cues}
    joined: dict[int, _Cue] = {}
    gone: set[int] = set()
    for index, token in enumerate(words):
        if token.word not in pair.heads or (token.word == "n" and not _elided(words, index)):
            continue
        after = range(index + 1, min(index + 1 + pair.reach, len(words)))
        before = range(index - 1, max(index - 1 - pair.reach, -1), -1)
        only = _first(words, after, pair.only, token.sentence)
        companion = _first(words, after, pair.companions, token.sentence)
        if companion is not None and (only is None or companion < only):
            old = by_first.get(companion)
            label = "not"
            if old is not None:
                gone.add(companion)
                label = old.phrase.label if old.phrase.label in ("not-only", "only", "double", "doubt") else "not"
            if words[companion].word == "plus" and _only_left(words, companion, pair.only):
                label = "only"  # "ne compte plus que 4" is "has only 4 left"
            phrase = Phrase(f"ne … {words[companion].word}", (token.word,), label)
            joined[index] = _Cue(phrase, (index,), token.start, words[companion].end)
        elif (subject := _first(words, before, pair.subjects, token.sentence)) is not None:
            gone.add(subject)
            end = words[index + 1].end if index + 1 < len(words) else token.end
            phrase = Phrase(f"{words[subject].word} … ne", (token.word,), "not")
            joined[index] = _Cue(phrase, (index,), words[subject].start, end)
        elif only is not None:
            joined[index] = _Cue(Phrase("ne … que", (token.word,), "only"), (index,), token.start, token.end)
        elif index + 1 < len(words) and words[index + 1].word in pair.alone:
            joined[index] = _Cue(Phrase("ne", (token.word,), "not"), (index,), token.start, words[index + 1].end)
    rest = [cue for cue in cues if cue.taken[0] not in gone and cue.taken[0] not in joined]
    return sorted([*rest, *joined.values()], key=lambda cue: cue.start)


def _only_left(words: Sequence[Token], companion: int, only: frozenset[str]) -> bool:
    """Whether "plus" stands before "que" and a count, as in "ne ... plus que 4"."""
    if companion + 2 >= len(words) or words[companion + 1].word not in only:
        return False
    following = words[companion + 2].word
    return following.isdigit() or following in _COUNTS


def _first(words: Sequence[Token], indices: Iterable[int], wanted: frozenset[str], sentence: int) -> int | None:
    """The first of these words, within one sentence, that is one of those wanted."""
    for index in indices:
        if words[index].sentence != sentence:
            return None
        if words[index].word in wanted:
            return index
    return None


def _elided(words: Sequence[Token], index: int) -> bool:
    """Whether a lone "n" is the head before a vowel (n'est), not an initial."""
    return index + 1 < len(words) and words[index + 1].glued and words[index + 1].start == words[index].end + 1


def _merged(known: Lexicon, words: Sequence[Token], cues: list[_Cue]) -> list[_Cue]:
    """One cue for each denial: negative words agree with the negator of their clause, a series goes on with it."""
    clauses = _clauses(known, words)
    last_in_clause: dict[tuple[int, int], _Cue] = {}
    last_in_sentence: dict[int, _Cue] = {}
    negated = {clauses[cue.taken[0]] for cue in cues if cue.phrase.label == "not"}
    kept: list[_Cue] = []
    series: _Series | None = None
    for cue in cues:
        role = cue.phrase.label
        if role not in STRONG:
            kept.append(cue)
            continue
        place, sentence = clauses[cue.taken[0]], words[cue.taken[0]].sentence
        before = last_in_clause.get(place)
        if role == "series":
            merge = last_in_sentence.get(sentence)
        elif role == "not" and series is not None and _agrees(series, place, sentence):
            merge = series[0]  # "ani nie przyszedł", "ни тренер, ни игроки не": the verb agrees with the series
        elif before is not None and "word" in (role, before.phrase.label):
            merge = before
        else:
            merge = None
        if role == "word" and merge is None and cue.phrase.form in known.dependent and place not in negated:
            continue
        if merge is None:
            kept.append(cue)
            merge = cue
        elif role == "not" and merge.phrase.label == "word":
            kept[next(i for i, k in enumerate(kept) if k is merge)] = cue
            merge = cue
        series = (merge, place, sentence) if role == "series" else None
        last_in_clause[place] = last_in_sentence[sentence] = merge
    return kept


def _agrees(series: _Series, place: tuple[int, int], sentence: int) -> bool:
    """Whether a negator behind a word such as "nor" only agrees with it: in its clause, or, where the denial began
    with such a word, behind a comma."""
    merged, at, within = series
    return place == at or (merged.phrase.label == "series" and within == sentence and at[1] == place[1])


def _clauses(known: Lexicon, words: Sequence[Token]) -> list[tuple[int, int]]:
    number = 0
    places: list[tuple[int, int]] = []
    for token in words:
        if token.word in known.breaks:
            number += 1
        places.append((token.clause, number))
    return places


def _between_names(text: str, cue: _Cue) -> bool:
    """Whether a small "no" may be part of a name: Fujiwara no Hirotsugu, Mato Grosso no Brasil."""
    before, after = text[: cue.start].rstrip(" "), text[cue.end : cue.end + 2]
    last = before.rsplit(" ", 1)[-1] if len(before) < 200 else before[-60:].rsplit(" ", 1)[-1]
    return (
        text[cue.start].islower() and last[:1].isupper() and last.isalpha() and after[:1] == " " and after[1:].isupper()
    )


def _aside(known: Lexicon, folded: str, token: Token) -> str:
    """What a bare cue is when it stands outside the sentence: "idle", a sense, or "" where it stands inside."""
    before, after = folded[max(0, token.start - 4) : token.start], folded[token.end : token.end + 6]
    if token.word in known.answers:
        if _NUMBER_NEXT.match(after):
            return "idle"
        if _TAG.search(before) and _TAG_NEXT.match(after):
            return "idle"
        if _ANSWER_NEXT.match(after) and _OPENING.search(before):
            return "answer"
    return ""
