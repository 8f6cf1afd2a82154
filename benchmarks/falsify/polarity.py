"""Denials, certainty and opposites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from falsify.change import Change, cased

_AUXILIARY = "is are was were will would can could should must did do does has have had".split()
_DENIED = re.compile(
    rf"\b(?:{'|'.join(_AUXILIARY)})( not)(?= [a-z])(?! (?:only|all|every|just|yet|even|necessarily)\b)"
)
_CONTRACTED = re.compile(r"\b(?:is|are|was|were|would|could|should|did|do|does|has|have|had)(n['’]t)\b", re.IGNORECASE)
_IRREGULAR = re.compile(r"\b(cannot|can['’]t|won['’]t)(?= [a-z])", re.IGNORECASE)
_IRREGULAR_PLAIN = {"cannot": "can", "can't": "can", "won't": "will"}
_ANY_DENIAL = re.compile(
    r"\b(?:not|no|nor|never|none|nobody|nothing|nowhere|neither|without|cannot|hardly|barely|deny|denie[ds]|refus\w+)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NOT_TO_DENY = r"as|to|only|also|all|now|very|(?:rumou?r|alleg|report)ed|[a-z]+ly"
_ASSERTED = re.compile(
    rf"\b(?:(?:is|are|was|were|will|would|can|could|should|must)(?= [a-z])(?! (?:{_NOT_TO_DENY})\b)"
    r"|(?:has|have|had)(?= (?:been|become|[a-z]{2,}ed|[a-z]{2,}en)\b))"
)

_HEDGE = re.compile(r"\b(?:allegedly|reportedly|supposedly|apparently|presumably|perhaps|probably|possibly)\b ?", re.I)
_MAY = re.compile(r"\b(?:may|might|could)( not)?(?= (?:be|have|become|[a-z]{3,})\b)(?! (?:be|have) to\b)")
_WILL = re.compile(r"\bwill(?= (?:be|have|[a-z]{3,})\b)(?! (?:not|never|only|also)\b)")
_STATED = re.compile(r"\b(?:has|have|was|were|is|are)(?= [a-z]{3,}(?:ed|en|ing)\b)")
_ANY_HEDGE = re.compile(
    rf"{_HEDGE.pattern}|\b(?:may|might|could|would|should|must|if|according|said|says|say|claims?|likely|seems?|believe[ds]?"
    r"|think|thinks|expect(?:ed|s)?|fear(?:ed|s)?|suspect(?:ed|s)?|rumou?red|accused|reports?)\b",
    re.I,
)

_OPPOSITES = (
    ("rose", "fell"), ("rise", "fall"), ("rises", "falls"), ("risen", "fallen"), ("rising", "falling"),
    ("increase", "decrease"), ("increased", "decreased"), ("increases", "decreases"), ("grew", "shrank"),
    ("before", "after"), ("won", "lost"), ("win", "lose"), ("wins", "loses"), ("victory", "defeat"),
    ("accepted", "rejected"), ("accepts", "rejects"), ("approved", "rejected"), ("support", "oppose"),
    ("supports", "opposes"), ("supported", "opposed"), ("open", "closed"), ("opened", "closed"), ("opens", "closes"),
    ("higher", "lower"), ("highest", "lowest"), ("larger", "smaller"), ("largest", "smallest"), ("biggest", "smallest"),
    ("best", "worst"), ("better", "worse"), ("first", "last"), ("begin", "end"), ("begins", "ends"), ("began", "ended"),
    ("start", "end"), ("starts", "ends"), ("started", "ended"), ("arrived", "left"), ("arrives", "leaves"),
    ("buy", "sell"), ("bought", "sold"), ("cheaper", "dearer"), ("legal", "illegal"), ("allowed", "forbidden"),
    ("north", "south"), ("northern", "southern"), ("east", "west"), ("eastern", "western"), ("import", "export"),
    ("imports", "exports"), ("friends", "enemies"), ("peace", "war"), ("innocent", "guilty"), ("alive", "dead"),
    ("safe", "dangerous"), ("guilty", "innocent"), ("old", "new"), ("new", "old"), ("agreed", "refused"),
    ("remember", "forget"), ("succeeded", "failed"), ("failed", "succeeded"), ("public", "private"),
)  # fmt: skip
_OTHER = {**{two: one for one, two in reversed(_OPPOSITES)}, **dict(_OPPOSITES)}
_NOT_A_DIRECTION = r"(?<!\bgive )(?<!\bset )(?<!\bpick )(?<!\bmade )(?<!\btook )(?<!\bat )"
_OPPOSITE = re.compile(
    rf"(?<![\w'’-]){_NOT_A_DIRECTION}(?:{'|'.join(_OTHER)})(?![\w'’-])(?! (?:to|of|year|years|york|all)\b)"
    r"(?! (?:[\d.,]+|[a-z]+) (?:years|months|weeks|days|hours)\b)",
    re.I,
)


_SCOPES = {"all": "some", "most": "all", "some": "all", "many": "all"}
_SCOPE = re.compile(r"\b(?:all|most|some|many)\b(?= (?:of the |the )?[a-z]{4,}s\b)", re.IGNORECASE)


def other_scope(text: str) -> Iterator[Change]:
    """All for some, or for most."""
    for match in _SCOPE.finditer(text):
        yield Change("scope", match.start(), match.end(), cased(_SCOPES[match.group().lower()], match.group()))


def asked(text: str) -> Iterator[Change]:
    """A statement made a question by its mark."""
    if text.endswith(".") and not re.search(r"[.!?] ", text):
        yield Change("question", len(text) - 1, len(text), "?")


def denials_removed(text: str) -> Iterator[Change]:
    """Each "did not", "didn't", "cannot" and "won't" without its denial, where it is the text's only one."""
    if len(_ANY_DENIAL.findall(text)) != 1:
        return
    for pattern in (_DENIED, _CONTRACTED):
        for match in pattern.finditer(text):
            yield Change("negation", match.start(), match.end(), match.group()[: match.start(1) - match.start()])
    for match in _IRREGULAR.finditer(text):
        plain = _IRREGULAR_PLAIN[match.group().lower().replace("’", "'")]
        yield Change("negation", match.start(), match.end(), cased(plain, match.group()))


def denial_inserted(text: str) -> Iterator[Change]:
    """A "not" after the first auxiliary of a text that denies nothing."""
    if _ANY_DENIAL.search(text):
        return
    match = _ASSERTED.search(text)
    if match:
        yield Change("negation", match.start(), match.end(), f"{match.group()} not")


def other_certainty(text: str) -> Iterator[Change]:
    """A hedge left out; "may" made "will"; hearsay and "may" put where a text hedges nothing."""
    for match in _HEDGE.finditer(text):
        end = match.end()
        if match.start() == 0:
            if end < len(text):
                yield Change("certainty", 0, end + 1, text[end].upper())
        else:
            # The word behind the hedge is what is now certain.
            while end < len(text) and not text[end].isspace():
                end += 1
            yield Change("certainty", match.start(), end, text[match.end() : end])
    for match in _MAY.finditer(text):
        yield Change("certainty", match.start(), match.end(), f"will{match.group(1) or ''}")
    if _ANY_HEDGE.search(text):
        return
    will, stated = _WILL.search(text), _STATED.search(text)
    if will:
        yield Change("certainty", will.start(), will.end(), "may")
    elif stated:
        yield Change("certainty", stated.start(), stated.end(), f"{stated.group()} allegedly")


def opposites(text: str) -> Iterator[Change]:
    """The first word that has an opposite, made that."""
    match = _OPPOSITE.search(text)
    if match:
        to = _OTHER[match.group().lower()]
        if not re.search(rf"\b{to}\b", text, re.IGNORECASE):
            yield Change("antonym", match.start(), match.end(), cased(to, match.group()))
