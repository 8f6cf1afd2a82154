"""Places where an English sentence breaks as if a word had been taken out: "the of Italy", "we the team".

Only closed classes of words are used, so that it needs no dictionary: what may not follow a determiner, a modal or a
conjunction in correct prose. What follows is from knowledge of English grammar; questions are left alone, since they
turn the order round.
"""

from __future__ import annotations

import re
from itertools import pairwise

_TOKEN = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*|[.,;:!?…]|[^\s\w]")
_SENTENCE = frozenset(".!?…")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FINITE = _set("is are was were has had have will would can could did does do should must may might")
_DETERMINERS = _set("the an my your our their its every")
_NO_NOUN = (
    _set(
        "of from by for with to at into during between among than and or but who which whose because if although is are"
    )
    | _set(
        "was were has have had would could should the an a my your his our their its he she they we him them this that"
    )
    | _set("in on")
) - _set("his")  # "his" may stand alone
_END = frozenset(".,")
_AFTER_A = _set("of and is are was were has have had from by for with that who which to the")
_CONJUNCTIONS = _set("because although though if unless whether")
_SUBJECTLESS = _set("is are was were has had will would can could did does")
_MODALS = _set("will would can could should must might")
_AFTER_MODAL = _set("the a an of by to from with his their our my your its that")
_INVERTING = _set(
    "nor neither so only never rarely seldom hardly than as what when where why how who which never not or and if"
)
_DENYING = re.compile(r"(?:do|does|did|ca|could|wo|would|should)n['’]t$|cannot$")
_AFTER_DENYING = _set("if that the a an to of by from with at its their his")
_BEFORE_PREPOSITION = _set("of from")
_NOT_AFTER_OF = _set("of by with to from is are was were and or for")
_OPENERS = _set(
    "in at on for during after before since until despite although under over now then today yesterday however "
    "meanwhile moreover furthermore therefore finally according also thus instead later earlier"
)
_SUBJECT_STARTERS = _set(
    "the a an i you he she it we they this that these those my your his her its our their there not"
)
_LONGEST_OPENER = 9
_SUBJECTS = _set("i we he she they")
_BEFORE_SUBJECT = _set("said says say as than asked replied added wrote is was and it")
_NOT_AFTER_SUBJECT = _set("the a an to that his their its my our this by from at into of if")
_OPENING_SUBJECTS = _set("It This There")
_NOT_AFTER_OPENING = _set("a an no the")
_DEGREES = _set("very extremely quite highly fairly")
_NO_ADJECTIVE = _set("of in to from by at on and is was are were but with for")
_NOT_AFTER_TO = _set("of is was are were has had if but into because although")
_NOT_AFTER_PERFECT = _set("of and into if because")
_BEFORE_OF = _set("in on at for to with by into during between")


def breaks(text: str) -> list[tuple[int, int]]:
    """Where English prose breaks off: spans of the two words between which something is missing, in order.

    Args:
        text: an English passage, not a headline.
    """
    found: list[tuple[int, int]] = []
    for sentence in _sentences(text):
        question = sentence[-1].group() == "?"
        first = sentence[0]
        if not question and _starts_without_subject(sentence):
            found.append((first.start(), first.end()))
        if not question and (at := _opener_without_subject(sentence)) is not None:
            found.append((sentence[at].start(), sentence[at].end()))
        for place, (one, other) in enumerate(pairwise(sentence)):
            before = sentence[place - 1].group().lower() if place else ""
            if other.group() == "." and text[other.end() : other.end() + 1].isdigit():
                continue
            if _broken(one.group(), other.group(), before, question):
                found.append((one.start(), other.end()))
    return sorted(set(found))


def _sentences(text: str) -> list[list[re.Match[str]]]:
    result: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(text):
        result[-1].append(match)
        if match.group() in _SENTENCE:
            result.append([])
    return [sentence for sentence in result if len(sentence) > 2]


def _broken(one: str, other: str, before: str, question: bool) -> bool:
    first, second = one.lower(), other.lower()
    if other[0].isupper() or (one.isupper() and len(one) > 1):
        return False
    if first in _DETERMINERS:
        if one[0].isupper() and before[-1:].isalnum():
            return False  # "in Nghe An,": a name
        if first not in ("the", "an", "every") and second in _FINITE:
            return False  # "its was", "their are": a pronoun misspelt, with nothing left out
        return second in _NO_NOUN or other in _END
    if one == "a":
        return second in _AFTER_A
    if first in _CONJUNCTIONS and not one.isupper():
        return second in _SUBJECTLESS and before not in ("as", "even", "only", "and", "or", "what")
    if first == "whose":
        return second in _FINITE
    if first in _BEFORE_PREPOSITION:
        return second in _NOT_AFTER_OF and not (first == "from" and second in ("to", "by"))
    if first in _BEFORE_OF and second == "of":
        return True
    if (first == "to" and second in _NOT_AFTER_TO) or (first in _DEGREES and second in _NO_ADJECTIVE):
        return True
    if first in ("and", "or") and other == ".":
        return True
    if question:
        return False
    if (
        first in _SUBJECTS
        and (one != "I" or second != "of")
        and before not in _BEFORE_SUBJECT
        and second in _NOT_AFTER_SUBJECT
    ):
        return True
    if one in _OPENING_SUBJECTS and not before and second in _NOT_AFTER_OPENING:
        return one == "There" or second != "no"
    if first in ("has", "have", "had") and second in _NOT_AFTER_PERFECT and before not in _INVERTING:
        return True
    if one in _MODALS and before and before not in _INVERTING and before not in _DETERMINERS and before not in _END:
        return second in _AFTER_MODAL
    if _DENYING.search(one) and before and before not in _INVERTING:
        return second in _AFTER_DENYING
    return False


def _starts_without_subject(sentence: list[re.Match[str]]) -> bool:
    """ "Will remain this hero.", "Is the best." - not "Will Smith said", "Had he known, …", "Was it him …"."""
    first, second = sentence[0].group(), sentence[1].group()
    if not first[0].isupper() or first.isupper() or first.lower() not in _SUBJECTLESS or len(sentence) < 5:
        return False
    return second.islower() and second.isalpha() and second not in _SUBJECT_STARTERS


def _opener_without_subject(sentence: list[re.Match[str]]) -> int | None:
    """Index of the verb in "For example, did not know …": an opening phrase, a comma, and no subject."""
    if sentence[0].group().lower() not in _OPENERS:
        return None
    for place, token in enumerate(sentence[:_LONGEST_OPENER]):
        if token.group() == ",":
            following = sentence[place + 1].group() if place + 1 < len(sentence) else ""
            after = sentence[place + 2].group().lower() if place + 2 < len(sentence) else ""
            if following in _SUBJECTLESS and after not in _SUBJECT_STARTERS - {"not"}:
                return place + 1
            return None
    return None
