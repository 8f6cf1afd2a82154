"""What can be checked in a text: the kinds of fact, and what was found of each."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Generic, Literal, TypeVar

from msgspec import Struct

Bound = Literal["exact", "about", "at-least", "more-than", "at-most", "less-than", "range"]
NameKind = Literal["person", "place", "organisation", "unknown"]
F = TypeVar("F", bound="Fact")


class Fact(Struct, frozen=True, kw_only=True):
    """Something checkable, and where it stands: `text == whole[start:end]`."""

    start: int
    end: int
    text: str


class Quantity(Fact, frozen=True, kw_only=True):
    """A number as understood.

    Attributes:
        value: the number, scale included ("5.000", "cinco mil" and "5 mil" are 5000); a range's lower end.
        upper: a range's upper end, a score's second figure, or what a ratio ("six in ten") is out of, else None.
        also: other values that the same words may mean ("5.000" in a text whose writer may group with points).
        bound: how the text hedges it; the hedge's words belong to the span.
        loose: other bounds that the same words may stand for ("passed 500", "una veintena").
        unit: "percent", "percentage-point", an ISO 4217 code ("USD"), a CLDR unit ("kilometer"), or None.
        role: what kind of number it is.
        noun: the thing counted, as written, where the text says.
        weak: doubtful or idle ("one" as a pronoun): may serve as a counterpart, is never complained of alone.
    """

    value: Fraction
    upper: Fraction | None = None
    also: tuple[Fraction, ...] = ()
    bound: Bound = "exact"
    loose: tuple[Bound, ...] = ()
    unit: str | None = None
    role: Literal[
        "cardinal",
        "ordinal",
        "multiplier",
        "fraction",
        "time",
        "age",
        "score",
        "ratio",
        "year",
        "decade",
        "century",
        "date",
    ] = "cardinal"
    noun: str | None = None
    weak: bool = False


class Name(Fact, frozen=True, kw_only=True):
    """A person, place or organisation.

    Attributes:
        keys: comparable forms, folded and romanised; two names with a key in common are one name. Exonyms, aliases
            and acronyms lead to the same key.
        kind: what it is, where it is known.
        weak: doubtful (an institution word, a capital that may only open a sentence): may serve as a counterpart,
            is never complained of alone.
    """

    keys: frozenset[str]
    kind: NameKind = "unknown"
    weak: bool = False


class Day(Fact, frozen=True, kw_only=True):
    """A date, or a span of days, resolved where it can be.

    Attributes:
        first, last: the days it may mean, both included; None where nothing anchors it.
        weekday: 0 for Monday to 6, where it names one.
        month, day, year: what it says outright ("el domingo 26" has no month).
        offset: days from the day of writing, for "today", "yesterday" and the like; of a period, weeks, months, years.
        also: other offsets that the same word may have ("cette nuit" is tonight or last night); of a weekday, steps to
            other weekdays that it may be.
        period: "week", "month" or "year", for "last week" and the like.
        season: "spring", "summer", "autumn" or "winter".
        feast: a feast by its English name ("christmas"); those on a fixed day have `month` and `day` too.
    """

    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    offset: int | None = None
    also: tuple[int, ...] = ()
    period: str | None = None
    season: str | None = None
    feast: str | None = None


class DayPart(Fact, frozen=True, kw_only=True):
    """A part of the day.

    Attributes:
        parts: all that the words may be in English: "dawn", "morning", "noon", "afternoon", "evening", "night"
            (Spanish "tarde" is afternoon or evening). Two parts of the day that share none cannot be one.
        weak: idle ("overnight"): may serve as a counterpart, is never complained of alone.
    """

    parts: frozenset[str]
    weak: bool = False


class Negation(Fact, frozen=True, kw_only=True):
    """A cue that denies what is around it.

    Attributes:
        cue: the cue in its dictionary form.
        weak: may not deny the statement itself ("not only", a prefix, a double negation that asserts).
        sense: what a weak cue means ("without", "deny", "only", ...): weak cues of one sense are counterparts.
    """

    cue: str
    weak: bool = False
    sense: str = "not"


class Certainty(Fact, frozen=True, kw_only=True):
    """A cue that says how sure the speaker is.

    Attributes:
        cue: the cue in its dictionary form.
        level: "possible", "considered" (a plan that is only weighed), "reported" (hearsay), "certain", "ordered".
        weak: may be something else ("can", "said", "according to"): may serve as a counterpart, is never complained
            of alone.
        sense: what a weak cue is, where that matters: "said", "modal", "suspect" (see `facts/certainty.py`).
    """

    cue: str
    level: Literal["possible", "considered", "reported", "certain", "ordered"]
    weak: bool = False
    sense: str = ""


class Facts(Struct, frozen=True, kw_only=True):
    """All facts read from one text.

    Attributes:
        read: which kinds the language's data could read at all ("numbers", "names", "dates", "negation",
            "certainty"); a kind that is not here was not looked for, which is not the same as not found.
    """

    quantities: tuple[Quantity, ...] = ()
    names: tuple[Name, ...] = ()
    days: tuple[Day, ...] = ()
    negations: tuple[Negation, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    question: bool = False
    read: frozenset[str] = frozenset()


class Pairs(Struct, Generic[F], frozen=True, kw_only=True):
    """How the facts of one kind on the two sides belong together.

    Attributes:
        same: counterparts that say the same.
        changed: counterparts that do not.
        only_post, only_passage: facts without a counterpart (weak ones are left out).
    """

    same: tuple[tuple[F, F], ...] = ()
    changed: tuple[tuple[F, F], ...] = ()
    only_post: tuple[F, ...] = ()
    only_passage: tuple[F, ...] = ()
