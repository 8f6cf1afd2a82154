"""Ways to falsify an English quotation by rule, so that a benchmark does not rest on hand-written ones alone.

Every function here takes a text and returns the changes that apply to it; none knows the post or the tool. Each change
is meant to make the text say something else in correct English, and to change nothing besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = "January February March April May June July August September October November December".split()

_NUMBER = re.compile(r"(?<![\w.,:/+–-])\d[\d,]*(?:\.\d+)?(?![\w:/–-])(?![.,]\d)")
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\s+(?:\d\d? (?:to|and|or|until|through) )?$")
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?(?:{'|'.join(MONTHS)})\b")
_CLOCK_AFTER = re.compile(r"\s*(?:[ap]\.?m\b|o'clock|hours? GMT)", re.IGNORECASE)

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


@dataclass(frozen=True)
class Change:
    """`text[start:end]` is to become `to`; `kind` is "value", "date" or "negation"."""

    kind: str
    start: int
    end: int
    to: str

    def apply(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.to + text[self.end :]


def changes(text: str) -> list[Change]:
    """All changes that apply to an English text, each to be made alone."""
    return [*other_numbers(text), *denials_removed(text), *denial_inserted(text)]


def other_numbers(text: str) -> Iterator[Change]:
    """Each figure with another leading digit; a year a few years off. Clock times and days of a month stay."""
    figures = {match.group() for match in _NUMBER.finditer(text)}
    for match in _NUMBER.finditer(text):
        figure = match.group().rstrip(",")
        around = text[: match.start()], text[match.start() + len(figure) :]
        if _MONTH_AFTER.match(around[1]) or _CLOCK_AFTER.match(around[1]) or figure.strip("0,.") == "":
            continue
        year = len(figure) == 4 and figure.isdigit() and 1500 <= int(figure) <= 2100
        if _MONTH_BEFORE.search(around[0]) and not year:
            continue
        to = str(int(figure) - 7) if year else f"{(int(figure[0]) + 3) % 9 + 1}{figure[1:]}"
        if to not in figures:
            yield Change("date" if year else "value", match.start(), match.start() + len(figure), to)


def denials_removed(text: str) -> Iterator[Change]:
    """Each "did not", "didn't", "cannot" and "won't" without its denial, where it is the text's only one."""
    if len(_ANY_DENIAL.findall(text)) != 1:
        return
    for pattern in (_DENIED, _CONTRACTED):
        for match in pattern.finditer(text):
            yield Change("negation", match.start(), match.end(), match.group()[: match.start(1) - match.start()])
    for match in _IRREGULAR.finditer(text):
        plain = _IRREGULAR_PLAIN[match.group().lower().replace("’", "'")]
        yield Change(
            "negation", match.start(), match.end(), plain.capitalize() if text[match.start()].isupper() else plain
        )


def denial_inserted(text: str) -> Iterator[Change]:
    """A "not" after the first auxiliary of a text that denies nothing."""
    if _ANY_DENIAL.search(text):
        return
    match = _ASSERTED.search(text)
    if match:
        yield Change("negation", match.start(), match.end(), f"{match.group()} not")
