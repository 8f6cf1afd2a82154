"""Who speaks: reporting clauses before, after and between quotations, in English.

A speaker is a name as the text writes it, without its titles. A pronoun is resolved only where the text leaves no
doubt; a role without a name ("the minister", "critics") is nobody in particular.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from quotecheck.extract.speech.english import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    DOCUMENTS,
    NAMING,
    NOUNS,
    ORGANISATIONS,
    PLAIN,
    PLATFORMS,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    SUBORDINATORS,
    TIMES,
    TITLES,
    WEAK,
)
from quotecheck.extract.speech.names import NOBODY, Names, Subject, is_cue
from quotecheck.extract.speech.roles import role_ahead, role_of, without_platforms
from quotecheck.extract.speech.words import capital, last_sentence, low, possessive, tokens

REACH = 400
"""Code points before or behind a quotation in which its reporting clause is looked for."""

_INVERTED = frozenset(["told", "informed", "assured", "reminded", "accused", "urged", "reassured", "thanked"])
_STOPS = frozenset(".!?;")


class Clause(Struct, frozen=True):
    """What a reporting clause says.

    Attributes:
        speaker: the name, without titles; None for a pronoun or a role.
        cue: the verb as written, or "according to"; None where a colon alone introduces the words.
        pronoun: "he", "she", ... where that is the subject.
        inherits: the subject is that of the reporting clause before ("…," she said, adding: "…").
        whole: the clause is all there is up to the next quotation, so that one speaker goes on in it.
        ends: the sign that ends the clause, "" where there is none.
        near: words between the verb and the quotation.
        role: "the president", word by word, where that is the subject.
    """

    speaker: str | None
    cue: str | None
    pronoun: str | None = None
    inherits: bool = False
    whole: bool = False
    ends: str = ""
    near: int = 0
    role: tuple[str, ...] = ()


class Reader:
    """Reads reporting clauses in one article.

    Args:
        ordinary: words that the article also writes in lower case: in a capital at the start of a sentence they are no
            names.
        proper: words that the article writes in a capital inside a sentence too.
    """

    def __init__(self, ordinary: frozenset[str] = frozenset(), proper: frozenset[str] = frozenset()) -> None:
        self._names = Names(ordinary, proper)

    # ------------------------------------------------------------------------------------------------ the two doors

    def before(self, text: str) -> Clause | None:
        """The clause that introduces a quotation: `text` is its sentence up to the opening mark."""
        words = without_platforms(tokens(last_sentence(text[-REACH:])))
        if not words:
            return None
        colon = words[-1] == ":"
        ending = words[-1] if words[-1] in (":", ",") else ""
        body = words[:-1] if ending else words
        if not body:
            return None
        if (clause := self._according(body)) is not None:
            return clause
        at = self._last_cue(body, colon, ending)
        if at is not None:
            cue = body[at]
            if cue.lower() in NAMING and at == len(body) - 1 and not colon and not self._names_things(body[:at]):
                return None
            near = len(body) - 1 - at
            passive = self._passive(body, at)
            subject = passive or self._subject(body[:at], cue)
            named = subject.name or subject.pronoun
            role = () if named or passive else role_of(body[:at])
            return Clause(subject.name, cue, subject.pronoun, subject.inherits, near=near, ends=ending, role=role)
        if colon:
            subject = self._document(body) or self._names.main_subject(body)
            if (subject.name or subject.pronoun) and low(subject.name or "") not in PLATFORMS:
                return Clause(subject.name, None, subject.pronoun, ends=":")
        return None

    def after(self, text: str, last: str) -> Clause | None:
        """The clause behind a quotation.

        Args:
            text: from the closing mark to the next quotation, or to the end of the paragraph.
            last: the last character inside the marks.
        """
        stripped = text[:REACH].lstrip()
        if not stripped:
            return None
        lead = stripped[0]
        attached = last in ",?!—–-" or lead in ",—–-"
        words = without_platforms(tokens(stripped))
        if lead in "—–-" and (signed := self._signed(words[1:])) is not None:
            return signed
        if lead in ",—–-":
            words = words[1:]
        elif last in ".…" and not (words[0].islower() and (is_cue(words[0]) or words[0] in ("he", "she"))):
            return None
        stop = next((place for place, word in enumerate(words) if word in _STOPS), len(words))
        ends = words[stop] if stop < len(words) else ""
        sentence = words[:stop]
        whole = stop >= len(words) - 1 and len(text) <= REACH
        if sentence and sentence[-1] in (",", ":", "—", "–", "-"):
            ends = sentence[-1]
        while sentence and sentence[-1] in (",", ":", "—", "–", "-"):
            sentence.pop()
        if not sentence:
            return None
        clause = self._after(sentence, attached, any(mark in words for mark in ":"))
        if clause is None:
            return None
        verbs = sum(is_cue(sentence[place]) and sentence[place] not in PLAIN for place in range(len(sentence)))
        complete = whole and verbs <= 1 and (ends in (",", ".", ";", "—", "–", "-") or (not ends and clause.near == 0))
        return Clause(
            clause.speaker,
            clause.cue,
            clause.pronoun,
            clause.inherits,
            whole=complete,
            ends=ends,
            near=clause.near,
            role=clause.role,
        )

    def subject_of(self, words: Sequence[str]) -> str | None:
        """The name that is the subject of the sentence that `words` make, if a name is."""
        return self._names.main_subject(words).name

    def label(self, words: Sequence[str]) -> str | None:
        """The name in a label or a signature ("President Quell"), without its titles."""
        return self._names.name(words, at_start=False)

    # --------------------------------------------------------------------------------------------- parts of a clause

    def _signed(self, words: Sequence[str]) -> Clause | None:
        """A signature behind a dash: "“…” — Marta Quell, mayor"."""
        comma = next((place for place, word in enumerate(words) if word in (",", "(")), len(words))
        run = words[:comma]
        if not self._names.pure(run) or any(is_cue(word) for word in words):
            return None
        name = self._names.name(run, at_start=False)
        return Clause(name, None) if name else None

    def _names_things(self, words: Sequence[str]) -> bool:
        """Whether somebody stands right before "called": "what Quell called", not "a band called"."""
        left = list(words)
        while left and left[-1].lower() in AUXILIARIES - BE | ADVERBS:
            left.pop()
        return bool(left) and (left[-1].lower() in ("he", "she", "they") or (capital(left[-1]) and len(left) > 1))

    def _document(self, words: Sequence[str]) -> Subject | None:
        """Whose tweet, letter or statement the words end in: "Quell's last tweet", "a post by Quell", "his letter"."""
        left = list(words)
        if left and capital(left[-1]):
            start = self._names.run_start(left)
            if start > 1 and left[start - 1] in ("by", "from", "of") and low(left[start - 2]) in DOCUMENTS:
                return Subject(self._names.name(left[start:], at_start=False))
        if not left or low(left[-1]) not in DOCUMENTS:
            return None
        for place in range(len(left) - 2, max(-1, len(left) - 6), -1):
            word = left[place]
            if word.lower() in ("his", "her"):
                return Subject(pronoun="he" if word.lower() == "his" else "she")
            if possessive(word):
                if not capital(word):
                    return None
                start = self._names.run_start(left[: place + 1])
                bare = word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
                return Subject(self._names.name([*left[start:place], bare], at_start=start == 0))
        return None

    def _after(self, sentence: list[str], attached: bool, colon: bool) -> Clause | None:
        if sentence[0].lower() == "according" and sentence[1:2] == ["to"]:
            return self._according(sentence)
        if not attached and not is_cue(sentence[0]):
            return None
        if sentence[0].lower() == "as":
            sentence = sentence[1:]
        start = 0
        while start < len(sentence) and sentence[start].lower() in ADVERBS:
            start += 1
        sentence = sentence[start:]
        for at in range(min(len(sentence), 25)):
            word = sentence[at].lower()
            if word in SUBORDINATORS or word in (":", "(", ")"):
                return None
            if not is_cue(sentence[at]) or (
                word in PLAIN and at and sentence[at - 1].lower() not in ("i", "we", "they")
            ):
                continue
            went_on = word == "went" and sentence[at + 1 : at + 2] == ["on"]
            if word in WEAK and not went_on and not (at == 0 and word in ("read", "reads")):
                continue
            rest = sentence[at + 1 :]
            cue = "went on" if went_on else sentence[at]
            if at == 0:
                if word.endswith("ing"):
                    return Clause(None, sentence[0], inherits=True, near=len(rest))
                if word in _INVERTED or word == "told":
                    return None
                name, used = self._names.forward(rest)
                role = role_ahead(rest) if name is None else ()
                return Clause(name, sentence[0], near=max(0, len(rest) - used), role=role)
            passive = self._passive(sentence, at)
            subject = passive or self._subject(sentence[:at], sentence[at])
            role = () if subject.name or subject.pronoun or passive else role_of(sentence[:at])
            return Clause(subject.name, cue, subject.pronoun, subject.inherits, near=len(rest) - went_on, role=role)
        return None

    def _last_cue(self, body: Sequence[str], colon: bool, ending: str) -> int | None:
        for at in range(len(body) - 1, max(-1, len(body) - 45), -1):
            word = body[at].lower()
            if word in ("but", "while", "whereas", "although") and at < len(body) - 6:
                return None  # another clause has begun since any verb before it
            if word in ("—", ";", "–") and at < len(body) - 1:
                return None
            if not is_cue(body[at]) or not self._verbal(body, at):
                continue
            if word in WEAK and not colon and not (ending and len(body) - at <= 3):
                continue
            return at
        return None

    def _verbal(self, body: Sequence[str], at: int) -> bool:
        """Whether the word at `at`, which may be a noun or an adjective, is the verb of a clause here."""
        word = body[at].lower()
        before = body[at - 1].lower() if at else ""
        if before in DETERMINERS or possessive(before):
            return before == "that" and word.endswith("ed")
        if word in NOUNS:
            subject = capital(body[at - 1]) if at else False
            return subject or before in PRONOUNS | ADVERBS | ORGANISATIONS | ROLES or before == ","
        if word in PLAIN:
            return before in AUXILIARIES or before in ("to", "i", "we", "they", "not", "and") or before in ROLES
        if word.endswith("ing"):
            noun = before.isalpha() and (before.endswith("s") or capital(body[at - 1]) or before in DOCUMENTS)
            beside = at == len(body) - 1 and before in PREPOSITIONS  # criticised after saying "…"
            return before in (",", "as", "by", "and", "") or before in BE or noun or beside or before in ADVERBS
        return True

    def _according(self, words: Sequence[str]) -> Clause | None:
        for at in range(len(words) - 1):
            if words[at].lower() == "according" and words[at + 1].lower() == "to":
                name, _ = self._names.forward(words[at + 2 :])
                pronoun = words[at + 2].lower() if at + 2 < len(words) else ""
                speaks = {"him": "he", "her": "she"}.get(pronoun)
                role = role_ahead(words[at + 2 :]) if name is None else ()
                return Clause(name, f"{words[at]} {words[at + 1]}", speaks if name is None else None, role=role)
        return None

    def _passive(self, words: Sequence[str], at: int) -> Subject | None:
        """The agent of "was called … by X"; NOBODY for a passive without one; None for an active verb."""
        verb = words[at].lower()
        place = at - 1
        while place >= 0 and (words[place].lower() in ADVERBS or words[place].lower().endswith("ly")):
            place -= 1
        participle = verb.endswith("ed") or verb in ("told", "said", "written", "quoted", "put", "read")
        if place < 0 or not participle or words[place].lower() not in BE:
            return None
        if "quoted" in verb:
            return None  # "was quoted as saying": the subject spoke
        for by in range(at + 1, min(len(words), at + 4)):
            if words[by].lower() == "by":
                return Subject(self._names.forward(words[by + 1 :])[0])
        return NOBODY

    def _subject(self, words: Sequence[str], cue: str) -> Subject:
        """The subject of the verb that stands behind `words`."""
        left = list(words)
        for _ in range(12):
            while left and (
                left[-1].lower() in AUXILIARIES | ADVERBS or (left[-1].islower() and left[-1].endswith("ly"))
            ):
                left.pop()
            if left and left[-1].lower() in ("as", "quoted") and "quoted" in (word.lower() for word in left[-3:]):
                left.pop()
                continue
            if not left:
                return Subject(inherits=cue.lower().endswith("ing"))
            if (document := self._document(left)) is not None:
                return document
            last = left[-1].lower()
            if last in PRONOUNS and last != "who":
                return Subject(pronoun=last)
            if last == "who":
                left = left[: -2 if left[-2:-1] == [","] else -1]
                continue
            if last == ",":
                if cue.lower().endswith("ing"):
                    subject = self._names.main_subject(left)
                    return subject if subject.name or subject.pronoun else Subject(inherits=len(left) <= 1)
                comma = _last_comma(left[:-1])
                if comma is None:
                    return self._names.main_subject(left[:-1])
                inside = left[comma + 1 : -1]
                titled = bool(comma) and (left[comma - 1].islower() or low(left[comma - 1]) in TITLES)
                if titled and self._names.pure(inside):
                    return Subject(self._names.name(inside, at_start=False))
                left = left[:comma]
                continue
            if last in ("and", "to", "then", "but", "by") or cue.lower() in PLAIN:
                return self._names.main_subject(left)
            if capital(left[-1]) and not possessive(left[-1]):
                start = self._names.run_start(left)
                run = left[start:]
                before = left[start - 1].lower() if start else ""
                if all(low(word) in TIMES or word.isdigit() for word in run):
                    left = left[: start - 1 if before == "on" or before in PREPOSITIONS else start]
                    continue
                if before in PREPOSITIONS and start:
                    left = left[: start - 1]
                    continue
                return Subject(self._names.name(run, at_start=start == 0))
            if last.isdigit() or not last.isalpha():
                return NOBODY
            if last in ORGANISATIONS and len(left) > 1 and capital(left[-2]) and not possessive(left[-2]):
                start = self._names.run_start(left[:-1])
                body = self._names.without_openers(left[start:-1])
                return Subject(" ".join([*body, left[-1]])) if body else NOBODY
            shorter = _without_phrase(left)
            if shorter is None:
                return self._participle_subject(left) if cue.lower().endswith("ing") else NOBODY
            left = shorter
        return NOBODY

    def _participle_subject(self, words: Sequence[str]) -> Subject:
        return self._names.main_subject(words) if "," not in words else NOBODY


def _last_comma(words: Sequence[str]) -> int | None:
    return next((place for place in range(len(words) - 1, -1, -1) if words[place] == ","), None)


def _without_phrase(words: list[str]) -> list[str] | None:
    """`words` without the prepositional phrase at their end: "Maduro in a televised address" -> "Maduro"."""
    for place in range(len(words) - 1, max(-1, len(words) - 8), -1):
        word = words[place].lower()
        if word in ("in", "on", "at", "during", "from", "after", "before", "via", "through", "over"):
            return words[:place] if place and capital(words[place - 1]) else None
        if not word.isalpha() or capital(words[place]):
            return None
    return None
