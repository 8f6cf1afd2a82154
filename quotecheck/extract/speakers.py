"""Who speaks: reporting clauses before, after and between quotations, in English.

A speaker is a name as the text writes it, without its titles. A pronoun is resolved only where the text leaves no
doubt; a role without a name ("the minister", "critics") is nobody in particular.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from quotecheck.extract.english import (
    ADVERBS,
    AUXILIARIES,
    BASE_FORMS,
    BE,
    FUNCTION,
    NAMING,
    NATIONALITIES,
    NOUNS,
    OPENERS,
    ORGANISATIONS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    SUBORDINATORS,
    TIMES,
    TITLES,
    WEAK,
    cues,
)

REACH = 400
"""Code points before or behind a quotation in which its reporting clause is looked for."""

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sr|Jr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Adm|Capt|Maj|Rev|Sec)\.|[A-Z]\.(?=\s[A-Z])"
    r"|\w[\w’'&-]*(?<![’'-])|[^\w\s]"
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Sr|Jr|St|Lt))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Adm))[.!?…][\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÀ-ÞĀ-Ž])")
_INVERTED = frozenset("told informed assured reminded accused urged reassured thanked".split())
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
    """

    speaker: str | None
    cue: str | None
    pronoun: str | None = None
    inherits: bool = False
    whole: bool = False
    ends: str = ""
    near: int = 0


class _Subject(Struct, frozen=True):
    name: str | None = None
    pronoun: str | None = None
    inherits: bool = False


_NOBODY = _Subject()


def tokens(text: str) -> list[str]:
    """Words and signs of `text`; abbreviations and initials keep their full stops."""
    return _TOKEN.findall(text)


def last_sentence(text: str) -> str:
    """What stands behind the last end of a sentence in `text`."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        start = end.end()
    if re.search(r"[.!?…][\"'”’»)]*\s*$", text) and not re.search(r"(?:\b[A-Z]|\b(?:Mr|Ms|Dr|Mrs|Gen|Sen|Rep|Gov))\.\s*$", text):
        return ""
    return text[start:]


def _capital(token: str) -> bool:
    return token[:1].isupper()


def _low(token: str) -> str:
    return token.lower().rstrip(".").removesuffix("'s").removesuffix("’s")


def _possessive(token: str) -> bool:
    return token.endswith(("'s", "’s", "s'", "s’"))


class Reader:
    """Reads reporting clauses in one article.

    Args:
        ordinary: words that the article also writes in lower case: in a capital at the start of a sentence they are no
            names.
    """

    def __init__(self, ordinary: frozenset[str] = frozenset()) -> None:
        self._ordinary = ordinary
        self._cues = cues()

    # ------------------------------------------------------------------------------------------------ the two doors

    def before(self, text: str) -> Clause | None:
        """The clause that introduces a quotation: `text` is its sentence up to the opening mark."""
        words = tokens(last_sentence(text[-REACH:]))
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
            if cue.lower() in NAMING and at == len(body) - 1 and not colon:
                return None
            near = len(body) - 1 - at
            subject = self._passive(body, at) or self._subject(body[:at], cue)
            return Clause(subject.name, cue, subject.pronoun, subject.inherits, near=near, ends=ending)
        if colon:
            subject = self._main_subject(body)
            if subject.name or subject.pronoun:
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
        words = tokens(stripped)
        if lead in ",—–-":
            words = words[1:]
        elif last in ".…" and not (words[0].islower() and (self._is_cue(words, 0) or words[0] in ("he", "she"))):
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
        verbs = sum(self._is_cue(sentence, place) and sentence[place] not in BASE_FORMS for place in range(len(sentence)))
        complete = whole and verbs <= 1 and (ends in (",", ".", ";", "—", "–", "-") or (not ends and clause.near == 0))
        return Clause(clause.speaker, clause.cue, clause.pronoun, clause.inherits, whole=complete, ends=ends, near=clause.near)

    # --------------------------------------------------------------------------------------------- parts of a clause

    def _after(self, sentence: list[str], attached: bool, colon: bool) -> Clause | None:
        if sentence[0].lower() == "according" and sentence[1:2] == ["to"]:
            return self._according(sentence)
        if not attached and not self._is_cue(sentence, 0):
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
            if not self._is_cue(sentence, at) or (word in BASE_FORMS and at and sentence[at - 1].lower() not in ("i", "we", "they")):
                continue
            if word in WEAK and not (word == "went" and sentence[at + 1 : at + 2] == ["on"]) and word not in ("put", "began"):
                continue
            rest = sentence[at + 1 :]
            if at == 0:
                if word.endswith("ing"):
                    return Clause(None, sentence[0], inherits=True, near=len(rest))
                if word in _INVERTED or word == "told":
                    return None
                name, used = self._forward_name(rest)
                return Clause(name, sentence[0], near=max(0, len(rest) - used))
            subject = self._passive(sentence, at) or self._subject(sentence[:at], sentence[at])
            return Clause(subject.name, sentence[at], subject.pronoun, subject.inherits, near=len(rest))
        return None

    def _is_cue(self, words: Sequence[str], at: int) -> bool:
        word = words[at]
        return word.islower() and word in self._cues

    def _last_cue(self, body: Sequence[str], colon: bool, ending: str) -> int | None:
        for at in range(len(body) - 1, max(-1, len(body) - 45), -1):
            word = body[at].lower()
            if word in ("but", "while", "whereas", "although") and at < len(body) - 6:
                return None  # another clause has begun since any verb before it
            if word in ("—", ";", "–") and at < len(body) - 1:
                return None
            if not self._is_cue(body, at) or not self._verbal(body, at):
                continue
            if word in WEAK and not colon and not (ending and len(body) - at <= 3):
                continue
            return at
        return None

    def _verbal(self, body: Sequence[str], at: int) -> bool:
        """Whether the word at `at`, which may be a noun or an adjective, is the verb of a clause here."""
        word = body[at].lower()
        before = body[at - 1].lower() if at else ""
        if before in ("a", "an", "the", "this", "that", "his", "her", "its", "their", "no", "any", "of") or _possessive(before):
            return before == "that" and word.endswith("ed")
        if word in NOUNS:
            return bool(at) and (_capital(body[at - 1]) or before in PRONOUNS or before in ADVERBS or before == ",")
        if word in BASE_FORMS:
            return before in AUXILIARIES or before in ("to", "i", "we", "they", "not", "and") or before in ROLES
        if word.endswith("ing"):
            noun = before.isalpha() and (before.endswith("s") or _capital(body[at - 1]))
            return before in (",", "as", "by", "and", "") or before in BE or noun or before in ADVERBS
        return True

    def _according(self, words: Sequence[str]) -> Clause | None:
        for at in range(len(words) - 1):
            if words[at].lower() == "according" and words[at + 1].lower() == "to":
                name, _ = self._forward_name(words[at + 2 :])
                pronoun = words[at + 2].lower() if at + 2 < len(words) else ""
                speaks = {"him": "he", "her": "she"}.get(pronoun)
                return Clause(name, f"{words[at]} {words[at + 1]}", speaks if name is None else None)
        return None

    def _passive(self, words: Sequence[str], at: int) -> _Subject | None:
        """The agent of "was called … by X"; _NOBODY for a passive without one; None for an active verb."""
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
                return _Subject(self._forward_name(words[by + 1 :])[0])
        return _NOBODY

    def _subject(self, words: Sequence[str], cue: str) -> _Subject:
        """The subject of the verb that stands behind `words`."""
        left = list(words)
        for _ in range(12):
            while left and (left[-1].lower() in AUXILIARIES | ADVERBS or (left[-1].islower() and left[-1].endswith("ly"))):
                left.pop()
            if left and left[-1].lower() in ("as", "quoted") and "quoted" in (word.lower() for word in left[-3:]):
                left.pop()
                continue
            if not left:
                return _Subject(inherits=cue.lower().endswith("ing"))
            last = left[-1].lower()
            if last in PRONOUNS and last != "who":
                return _Subject(pronoun=last)
            if last == "who":
                left = left[: -2 if left[-2:-1] == [","] else -1]
                continue
            if last == ",":
                if cue.lower().endswith("ing"):
                    subject = self._main_subject(left)
                    return subject if subject.name or subject.pronoun else _Subject(inherits=len(left) <= 1)
                comma = _last_comma(left[:-1])
                if comma is None:
                    return self._main_subject(left[:-1])
                inside = left[comma + 1 : -1]
                if self._pure_name(inside) and comma and left[comma - 1].islower():
                    return _Subject(self._name(inside, at_start=False))
                left = left[:comma]
                continue
            if last in ("and", "to", "then", "but", "by") or cue.lower() in BASE_FORMS:
                return self._main_subject(left)
            if _capital(left[-1]) and not _possessive(left[-1]):
                start = self._run_start(left)
                run = left[start:]
                before = left[start - 1].lower() if start else ""
                if all(_low(word) in TIMES or word.isdigit() for word in run):
                    left = left[: start - 1 if before == "on" or before in PREPOSITIONS else start]
                    continue
                if before in PREPOSITIONS and start:
                    left = left[: start - 1]
                    continue
                return _Subject(self._name(run, at_start=start == 0))
            if last.isdigit() or not last.isalpha():
                return _NOBODY
            if last in ORGANISATIONS and len(left) > 1 and _capital(left[-2]) and not _possessive(left[-2]):
                start = self._run_start(left[:-1])
                body = self._strip_openers(left[start:-1])
                return _Subject(" ".join([*body, left[-1]])) if body else _NOBODY
            shorter = _without_phrase(left)
            if shorter is None:
                return self._participle_subject(left) if cue.lower().endswith("ing") else _NOBODY
            left = shorter
        return _NOBODY

    def _participle_subject(self, words: Sequence[str]) -> _Subject:
        return self._main_subject(words) if "," not in words else _NOBODY

    def _main_subject(self, words: Sequence[str]) -> _Subject:
        """The subject of the sentence that `words` begin: a name, with a verb or the colon behind it."""
        start = 0
        for _ in range(4):
            if start >= len(words):
                return _NOBODY
            head = words[start].lower()
            if head in ("he", "she"):
                return _Subject(pronoun=head)
            end = start
            while end < len(words) and (_capital(words[end]) or (end > start and words[end].lower() in PARTICLES)):
                end += 1
            while end > start and words[end - 1].lower() in PARTICLES and not _capital(words[end - 1]):
                end -= 1
            run = self._strip_openers(words[start:end])
            following = words[end].lower() if end < len(words) else ":"
            if run and not _possessive(run[-1]):
                if following in ORGANISATIONS:
                    return _Subject(" ".join([*run, words[end]]))
                if following in ("and", "or", "&"):
                    return _NOBODY
                if following not in PREPOSITIONS and (following[:1].isalpha() or following in (",", ":", "(")):
                    return _Subject(self._name(words[start:end], at_start=start == 0))
                return _NOBODY
            comma = next((place for place in range(start, len(words)) if words[place] == ","), None)
            opens = head in OPENERS or head.endswith(("ing", "ly"))
            if comma is None:
                # "On state television Maduro seemed to …": no comma behind the phrase
                if head in PREPOSITIONS:
                    return self._after_phrase(words, start + 1)
                return _NOBODY
            if not opens:
                return _NOBODY
            if head in PREPOSITIONS and (found := self._after_phrase(words[:comma], start + 1)) != _NOBODY:
                return found
            start = comma + 1
        return _NOBODY

    def _after_phrase(self, words: Sequence[str], start: int) -> _Subject:
        """The first name behind a prepositional phrase in lower case, where a verb follows it."""
        place = start
        while place < len(words) and not _capital(words[place]):
            if words[place].lower() in PREPOSITIONS or not words[place].isalpha():
                return _NOBODY
            place += 1
        if place == start or place - start > 6 or words[place - 1].lower() in FUNCTION:
            return _NOBODY
        end = place
        while end < len(words) and _capital(words[end]):
            end += 1
        if end < len(words) and words[end].islower() and words[end] not in FUNCTION | ORGANISATIONS:
            return _Subject(self._name(words[place:end], at_start=False))
        return _NOBODY

    def _forward_name(self, words: Sequence[str]) -> tuple[str | None, int]:
        """The name in the noun phrase that `words` begin, and how many of the words it took."""
        place = 0
        last: tuple[int, int] | None = None
        while place < len(words) and place < 14:
            word = words[place]
            if _capital(word):
                start = place
                while place < len(words) and (_capital(words[place]) or words[place].lower() in PARTICLES | {"of"}):
                    place += 1
                while not _capital(words[place - 1]):
                    place -= 1
                if _low(words[start]) in TIMES and place == start + 1:
                    break
                last = (start, place)
                if _possessive(words[place - 1]):
                    last = None
                continue
            low = word.lower()
            if low in ORGANISATIONS and last and last[1] == place:
                body = self._strip_openers(words[last[0] : place])
                return (" ".join([*body, word]) if body else None), place + 1
            if low == "," and last is None and place and self._starts_name(words, place + 1):
                place += 1
                continue
            if last and last[1] == place and low.isalpha() and self._verb_like(low):
                break
            if low in PREPOSITIONS or low in ADVERBS or low in AUXILIARIES or not word[0].isalnum():
                break
            if low in ("and", "or", "who", "that"):
                break
            if last and self._is_cue(words, place):
                break
            place += 1
        if last is None:
            return None, place
        trailing = [w for w in words[last[1] : place] if w.isalpha()]
        if trailing and trailing[0].lower() not in ADVERBS:
            return None, place
        return self._name(words[last[0] : last[1]], at_start=False), max(place, last[1])

    def _verb_like(self, word: str) -> bool:
        return word in self._cues or word in AUXILIARIES

    def _starts_name(self, words: Sequence[str], place: int) -> bool:
        return place < len(words) and _capital(words[place]) and _low(words[place]) not in TIMES

    def _pure_name(self, words: Sequence[str]) -> bool:
        return 0 < len(words) <= 6 and _capital(words[0]) and all(_capital(w) or w in PARTICLES for w in words)

    def _run_start(self, words: Sequence[str]) -> int:
        """Where the run of capitalised words begins that `words` end in."""
        start = len(words)
        while start > 0:
            word = words[start - 1]
            if _capital(word) and not (_possessive(word) and start < len(words)):
                start -= 1
            elif (word in PARTICLES or word in ("of", "the")) and start > 1 and start < len(words):
                reach = start - 2 if word != "the" else start - 3
                linked = word != "the" or words[start - 2] == "of"
                if linked and reach >= 0 and _capital(words[reach]) and not _possessive(words[reach]):
                    start = reach + 1
                else:
                    break
            else:
                break
        return start

    def _strip_openers(self, run: Sequence[str]) -> list[str]:
        left = list(run)
        while left and left[0].lower() in FUNCTION and not (left[0].isupper() and len(left[0]) > 1):
            left.pop(0)
        return left

    def _name(self, run: Sequence[str], *, at_start: bool) -> str | None:
        """A run of capitalised words as a name, without titles; None where it is no name."""
        left = self._strip_openers(run)
        opened = at_start and len(left) == len(run)
        if not left:
            return None
        titled = max((place for place, word in enumerate(left) if _low(word) in TITLES), default=-1)
        rest = left[titled + 1 :]
        if titled >= 0 and rest and rest[0] == "of":  # Secretary of State Marco Rubio
            place = 1
            while place < len(rest) and (rest[place] in ("of", "the") or place == 1):
                place += 1
            rest = rest[place:]
        if rest and titled >= 0:
            left = rest
        elif titled == len(left) - 1 and len(left) == 1:
            return None  # "President said": a role
        elif len(left) > 1 and _low(left[0]) in NATIONALITIES and titled >= 0:
            return None
        if len(left) == 1 and opened:
            word = left[0].lower()
            if word in ROLES or word in self._ordinary or word in FUNCTION:
                return None
        if len(left) == 1 and left[0].lower() in ROLES | NATIONALITIES:
            return None
        while left and left[-1] in ("&",):
            left.pop()
        return " ".join(left).replace(" . ", ". ") if left else None


def _last_comma(words: Sequence[str]) -> int | None:
    return next((place for place in range(len(words) - 1, -1, -1) if words[place] == ","), None)


def _without_phrase(words: list[str]) -> list[str] | None:
    """`words` without the prepositional phrase at their end: "Maduro in a televised address" -> "Maduro"."""
    for place in range(len(words) - 1, max(-1, len(words) - 8), -1):
        word = words[place].lower()
        if word in ("in", "on", "at", "during", "from", "after", "before", "via", "through", "over"):
            return words[:place] if place and _capital(words[place - 1]) else None
        if not word.isalpha() or _capital(words[place]):
            return None
    return None
