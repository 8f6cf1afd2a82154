"""Indirect speech: sentences that give somebody's words without quotation marks ("Quell said that the harbour …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecheck.extract.speakers import Reader
from quotecheck.extract.speech.english import cues
from quotecheck.extract.speech.names import is_cue
from quotecheck.extract.speech.people import People
from quotecheck.extract.speech.pronouns import Resolver
from quotecheck.extract.speech.words import SENTENCE_END, first_tokens
from quotecheck.model import Block, Indirect, Quotation

_KINDS = ("paragraph", "list_item", "dek")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_COMMA_END = re.compile(r", (?=[^,]{1,80}$)")
_WORD = re.compile(r"[a-z][\w’'&-]*(?<![’'-])")
_MOST = 14
"""Words from the start of a sentence within which its reporting verb is looked for."""
_FOLLOWS = frozenset(("that", "he", "she", "they", "it", "there"))
_OBJECTS = frozenset(("the", "a", "his", "her", "its", "their", "reporters", "journalists"))
_SAYING = frozenset(("said", "says", "told", "tells"))
_ELSEWHERE = frozenset("after when because if as while until since although though before who whom whose which".split())


def find_indirect(
    blocks: Sequence[Block], quotations: Sequence[Quotation], reader: Reader, people: People
) -> Iterator[Indirect]:
    """Sentences of indirect speech, in reading order: "Quell said that …", "…, Quell said", "according to Quell, …".

    Sentences that hold a quotation are left to it, and a pronoun stays nobody here: without marks there is no turn.
    """
    resolver = Resolver(blocks, reader, people)
    quoted: dict[int, list[tuple[int, int]]] = {}
    for quotation in quotations:
        for number, start, end in quotation.parts:
            quoted.setdefault(number, []).append((start, end))
    for index, block in enumerate(blocks):
        if block.kind not in _KINDS:
            continue
        taken = sorted(quoted.get(index, ()), reverse=True)
        for start, end in _sentences(block.text):
            while taken and taken[-1][1] <= start:
                taken.pop()
            if taken and taken[-1][0] < end:
                continue
            told = _told(block.text[start:end], reader, resolver, index)
            if told is not None:
                yield Indirect(block=index, start=start, end=end, speaker=told[0], cue=told[1])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        yield start, end
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _told(sentence: str, reader: Reader, resolver: Resolver, block: int) -> tuple[str | None, str | None] | None:
    """Who says what a sentence tells, and the verb: the speaker may be None, the whole where it tells nothing said."""
    bare = sentence[:1200].rstrip(".!?… ")
    if "ccording" not in bare and cues().isdisjoint(_WORD.findall(bare)):
        return None
    clause = None
    if comma := _COMMA_END.search(bare):
        clause = reader.after(bare[comma.start() :], ",")
    if clause is None and _ACCORDING.search(bare):
        clause = reader.before(bare)
    if clause is None:
        words = first_tokens(bare, _MOST)
        for place, word in enumerate(words[:-1]):
            if word.lower() in _ELSEWHERE:
                break  # whoever speaks behind it, the sentence is not theirs
            if is_cue(word) and words[place + 1].lower() in (_FOLLOWS | _OBJECTS if word in _SAYING else _FOLLOWS):
                clause = reader.before(" ".join(words[: place + 1]))
                break
    if clause is None or not (clause.speaker or clause.role):
        return None
    speaker = resolver.speaker(clause, block, 0)
    return (speaker, clause.cue) if speaker else None
