"""Whom "he" and "she" mean in a reporting clause, where the text leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.extract.speakers import Clause, Reader
from quotecheck.extract.speech.english import FUNCTION, PREPOSITIONS, TIMES
from quotecheck.extract.speech.people import People
from quotecheck.extract.speech.words import SENTENCE_END, tokens
from quotecheck.model import Block

_REACH = 1500
_QUOTED = re.compile(r"[\"“„«][^\"”“»]{0,1500}[\"”“»]")


class Resolver:
    """Goes through an article's quotations in reading order and remembers who spoke last.

    Args:
        blocks: the article's.
        reader: reads subjects of sentences.
        people: the article's persons.
    """

    def __init__(self, blocks: Sequence[Block], reader: Reader, people: People) -> None:
        self._blocks = blocks
        self._people = people
        self._reader = reader
        self._last: str | None = None
        self._place = (0, 0)
        self._called: dict[str, str] = {}

    def heard(self, speaker: str | None, clause: Clause | None, block: int, start: int, end: int) -> None:
        """Remember a quotation that ends at `end` of block number `block`, and who spoke it (None: not known)."""
        if speaker is None and clause is None:
            return  # marks around a word or two give nobody's turn to anybody
        self._last = speaker
        self._place = (block, end)
        if speaker and clause and clause.pronoun in ("he", "she"):
            self._called[_surname(speaker)] = clause.pronoun

    def speaker(self, clause: Clause, block: int, start: int) -> str | None:
        """The speaker that a clause beside the quotation at `start` of block number `block` names or surely means."""
        if clause.speaker:
            return clause.speaker
        if clause.role:
            return self._people.holder(clause.role, block)
        if clause.inherits:
            return self._last if self._place[0] == block else None
        if clause.pronoun not in ("he", "she"):
            return None
        found = self._in_paragraph(block, start)
        if found is None:
            found = self._from_last(block, start)
        if found and self._called.get(_surname(found), clause.pronoun) != clause.pronoun:
            return None
        return self._people.full_name(found) if found else None

    def named(self, clause: Clause) -> str | None:
        """The speaker of words inside other words, where the clause names one."""
        return clause.speaker

    def _in_paragraph(self, block: int, start: int) -> str | None:
        """The only person that the paragraph has spoken of before the quotation."""
        text = _QUOTED.sub(" ", self._blocks[block].text[max(0, start - _REACH) : start])
        subjects: dict[str, str] = {}
        others: set[str] = set()
        for sentence in SENTENCE_END.split(text):
            words = tokens(sentence)
            name = self._reader.subject_of(words)
            if name:
                subjects.setdefault(_surname(name), name)
            others.update(_candidates(words))
        if len(subjects) != 1:
            return None
        surname, name = next(iter(subjects.items()))
        return name if others <= {surname, *(_surname(part) for part in name.split())} else None

    def _from_last(self, block: int, start: int) -> str | None:
        """The speaker before, where nobody else has been named since."""
        if self._last is None or not 0 <= self._distance(block) <= 1:
            return None
        last_block, last_end = self._place
        if last_block == block:
            between = self._blocks[block].text[last_end:start]
        else:
            between = f"{self._blocks[last_block].text[last_end:]} . {self._blocks[block].text[:start]}"
        names: set[str] = set()
        for sentence in SENTENCE_END.split(_QUOTED.sub(" ", between[-2 * _REACH :])):
            names.update(_candidates(tokens(sentence)))
        mine = {_surname(part) for part in self._last.split()}
        return self._last if names <= mine else None

    def _distance(self, block: int) -> int:
        """Paragraphs from the last speaker's to this one; captions and teasers are none."""
        if block < self._place[0]:
            return -1
        between = self._blocks[self._place[0] + 1 : block + 1]
        return sum(found.kind not in ("caption", "teaser") for found in between[:10])


def _surname(name: str) -> str:
    return name.split()[-1].lower().removesuffix("'s").removesuffix("’s")


def _candidates(words: Sequence[str]) -> set[str]:
    """Last words of names in a sentence that could be persons: not those behind a preposition or an article."""
    found: set[str] = set()
    place = 0
    while place < len(words):
        if not words[place][:1].isupper():
            place += 1
            continue
        first = place
        while place < len(words) and words[place][:1].isupper():
            place += 1
        run = list(words[first:place])
        while run and run[0].lower() in FUNCTION:
            run.pop(0)
        before = words[first - 1].lower() if first else ""
        articled = len(run) < place - first and words[first].lower() in ("the", "a", "an")
        placed = before in PREPOSITIONS or before in ("the", "a", "an")
        possessive = bool(run) and run[-1].endswith(("'s", "’s"))
        if run and not articled and not placed and not possessive and run[-1].lower() not in TIMES:
            found.add(_surname(run[-1]))
    return found
