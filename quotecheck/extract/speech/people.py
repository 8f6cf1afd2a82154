"""Who is who in one article: full names behind surnames, and the persons behind offices ("the president")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quotecheck.extract.speech.english import (
    FUNCTION,
    NATIONALITIES,
    OFFICES,
    ORGANISATIONS,
    PARTICLES,
    PLATFORMS,
    ROLES,
    TIMES,
    TITLES,
    cues,
)
from quotecheck.extract.speech.words import SENTENCE_END, capital, low, possessive, tokens
from quotecheck.model import Article

_LONGEST = 6
_HEADS = OFFICES
_PAST_HOLDERS = frozenset(("former", "ex", "then", "late", "acting", "interim", "deputy", "vice", "assistant"))
_COMPOUND = frozenset(
    ("vice", "prime", "deputy", "attorney", "foreign", "defence", "defense", "interior", "finance", "health", "press")
)
_NOT_GIVEN = FUNCTION | ROLES | NATIONALITIES | TIMES | PLATFORMS | TITLES | ORGANISATIONS
_PLACES = frozenset(
    "street road avenue square university college hospital airport city county river lake island bay beach".split()
)


class People:
    """Persons as the article introduces them.

    Args:
        article: its blocks are read; teasers, and headings (whose words may all be in capitals), give no names.
        ordinary: words that the article also writes in lower case.
    """

    def __init__(self, article: Article, ordinary: frozenset[str]) -> None:
        self._ordinary = ordinary
        self._blocks = article.blocks
        self._gathered = False
        self._full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._holders: dict[str, list[tuple[int, frozenset[str], str]]] = defaultdict(list)
        self._unnamed: dict[str, list[frozenset[str]]] = defaultdict(list)

    def _gather(self) -> None:
        """Read the article, once somebody asks: most have no pronoun and no role to resolve."""
        if self._gathered:
            return
        self._gathered = True
        for index, block in enumerate(self._blocks):
            if block.kind in ("teaser", "heading"):
                continue
            for sentence in SENTENCE_END.split(block.text):
                self._read(tokens(sentence), index)

    # ------------------------------------------------------------------------------------------------- the two doors

    def full_name(self, name: str) -> str:
        """The form with a given name that the article has of a name, if only one person has that name; else `name`.

        "Maduro" is "Nicolás Maduro" where the article has the full name; with a Jill and a Joe Biden, "Biden" stays.
        """
        self._gather()
        words = name.split()
        given = [word for word in words if word.lower() not in PARTICLES]
        if len(given) != 1 or words[-1].lower() in ORGANISATIONS:
            return name
        found = {known for known in self._full.get(words[-1].lower(), ()) if len(known) > len(words)}
        found = {known for known in found if not any(known != other and _within(other, known) for other in found)}
        return " ".join(next(iter(found))) if len(found) == 1 else name

    def holder(self, phrase: Sequence[str], block: int) -> str | None:
        """The person whom the article has called what `phrase` says ("the", "Venezuelan", "president"), if only one.

        Args:
            phrase: a noun phrase that begins with "the".
            block: where it stands; an introduction that comes later does not count.
        """
        words = [low(word) for word in phrase]
        if len(words) < 2 or words[0] != "the" or words[-1] not in _HEADS or len(words) > 5:
            return None
        self._gather()
        head, wanted = words[-1], frozenset(words[1:-1])
        introduced = self._holders.get(head, [])
        plain = not wanted & _PAST_HOLDERS
        fitting = [
            (place, extra, name)
            for place, extra, name in introduced
            if wanted <= extra or (not extra & _PAST_HOLDERS and wanted & _COMPOUND and wanted & _COMPOUND <= extra)
        ]
        if plain and any(extra & {"vice", "deputy"} for _, extra, _ in fitting):
            fitting = [held for held in fitting if not held[1] & {"vice", "deputy"}]
        persons = {_key(name) for _, _, name in fitting}
        if len(persons) != 1 or not any(place <= block for place, _, _ in fitting):
            return None
        if plain and any(extra & _PAST_HOLDERS for _, extra, _ in fitting):
            return None  # "former President Quell" is not "the president"
        known = frozenset[str]().union(*(extra for _, extra, _ in fitting))
        if any(not other <= known and (not wanted or wanted <= other) for other in self._unnamed.get(head, ())):
            return None  # another one, without a name, is spoken of: "Chile's president"
        return max((name for _, _, name in fitting), key=len)

    # ------------------------------------------------------------------------------------------------------- reading

    def _read(self, words: Sequence[str], block: int) -> None:
        place = 0
        while place < len(words):
            if not capital(words[place]) and low(words[place]) not in _HEADS:
                place += 1
                continue
            start = place
            while place < len(words) and (
                capital(words[place])
                or (
                    words[place].lower() in PARTICLES
                    and place > start
                    and place + 1 < len(words)
                    and words[place].islower()
                )
                or (words[place].islower() and low(words[place]) in _HEADS and place == start)
            ):
                place += 1
                if possessive(words[place - 1]):
                    break
            end = place
            while end > start and words[end - 1].islower() and words[end - 1] in PARTICLES:
                end -= 1
            self._run(words, start, end, block)
            place = max(place, start + 1)

    def _run(self, words: Sequence[str], start: int, end: int, block: int) -> None:
        run = list(words[start:end])
        owner = bool(run) and possessive(run[-1])
        if owner:
            run[-1] = run[-1].removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
        titled = max((at for at, word in enumerate(run) if low(word) in TITLES | _HEADS), default=-1)
        name = run[titled + 1 :]
        while name and name[0].lower() in FUNCTION | NATIONALITIES:
            name.pop(0)
        if titled >= 0 and low(run[titled]) in _HEADS:
            if name:
                self._introduce(words, start, run[:titled], low(run[titled]), name, block)
            else:
                self._unnamed_holder(words, start, run[:titled], low(run[titled]))
        if owner and not name:
            return
        self._appositions(words, end, name, block)
        self._remember(name, at_start=start == 0 and titled < 0)

    def _introduce(
        self, words: Sequence[str], start: int, before: Sequence[str], head: str, name: Sequence[str], block: int
    ) -> None:
        extra = {low(word) for word in before}
        back = start - 1
        while back >= 0 and start - back <= 4 and words[back].replace("-", "").isalpha() and words[back].islower():
            if words[back] in FUNCTION:
                break
            extra.add(low(words[back]))
            back -= 1
        if any(word.startswith("ex-") for word in extra):
            extra.add("former")
        if self._person(name):
            self._holders[head].append((block, frozenset(extra), " ".join(name)))

    def _unnamed_holder(self, words: Sequence[str], start: int, before: Sequence[str], head: str) -> None:
        """Note "Chile's president" and "the French president": somebody who may be another one."""
        extra = {low(word) for word in before}
        back = start - 1
        while back >= 0 and start - back <= 3 and words[back].lower() not in FUNCTION and words[back][:1].isalpha():
            extra.add(low(words[back]))
            if possessive(words[back]):
                break
            back -= 1
        marked = extra & (NATIONALITIES | {low(w) for w in words if possessive(w)})
        if marked:
            self._unnamed[head].append(frozenset(extra))

    def _appositions(self, words: Sequence[str], end: int, name: Sequence[str], block: int) -> None:
        """Read "Marta Quell, the harbour's mayor, …"."""
        if words[end : end + 1] != [","] or not self._person(name):
            return
        inside = list(words[end + 1 : end + 9])
        stop = next(
            (at for at, word in enumerate(inside) if word in (",", ".", "of", "who") or low(word) in cues()), None
        )
        phrase = inside[: len(inside) if stop is None else stop]
        if phrase and low(phrase[-1]) in _HEADS and not any(word in (",", "and") for word in phrase):
            extra = frozenset(low(word) for word in phrase[:-1] if word.lower() not in FUNCTION)
            self._holders[low(phrase[-1])].append((block, extra, " ".join(name)))

    def _remember(self, name: Sequence[str], *, at_start: bool) -> None:
        if not 2 <= len(name) <= _LONGEST or not self._person(name):
            return
        first = name[0].lower()
        if at_start and (first in self._ordinary or first.endswith(("ing", "ly", "ed"))):
            return
        given = [at for at, word in enumerate(name) if word.lower() not in PARTICLES]
        self._full[name[-1].lower()].add(tuple(name))
        if len(given) >= 3:  # Nicolás Maduro Moros is Maduro
            self._full[name[given[-2]].lower()].add(tuple(name))

    def _person(self, name: Sequence[str]) -> bool:
        """Whether a run of words in capitals may be a person's name: no body, place, nation, month or platform."""
        return bool(name) and not any(
            low(word) in _NOT_GIVEN | _PLACES or (word.isupper() and len(word) > 1 and "." not in word)
            for word in name
            if word.lower() not in PARTICLES
        )


def _key(name: str) -> str:
    return name.split()[-1].lower()


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one form of a name holds only words of the other, in their order."""
    rest: Iterable[str] = iter(long)
    return all(any(word == other for other in rest) for word in short)
