"""The hedge of a number: "más de", "no less than", "5,000+", "does not exceed the limit of"."""

from __future__ import annotations

from quotecheck.facts.fact import Bound
from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.phrase_table import MAX_PHRASE, Key, span_of
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import DIGITS, SIGN, WORD, Tokens
from quotecheck.facts.quantities.units import SCALES

_NO_BOUND = frozenset({"time", "year", "date", "decade", "century", "ordinal", "score"})
"""Roles of numbers that "up to" and "over" do not bound: "hasta las 3", "until 2020"."""

MAX_FEW = 12
"""Up to this figure, and spelled out, "under four flags" places more often than it bounds."""

MAX_VERB_GAP = 4
"""Words between a verb that bounds and its number: "supera ampliamente ya los 5.000"."""

_VERB_BOUNDS: dict[tuple[str, bool], tuple[Bound, tuple[Bound, ...]]] = {
    ("exceed", False): ("more-than", ("at-least",)),
    ("exceed", True): ("at-most", ()),
    ("pass", False): ("more-than", ("at-least", "exact")),
    ("pass", True): ("at-most", ("exact", "less-than")),
    ("reach", False): ("exact", ("at-least", "about", "at-most")),
    ("reach", True): ("less-than", ("at-most",)),
    ("below", False): ("less-than", ("at-most",)),
    ("below", True): ("at-least", ("exact",)),
    ("limit", False): ("at-most", ("exact",)),
    ("limit", True): ("exact", ("at-most",)),
}
"""What a verb says of the number after it, asserted and denied, and what else it may mean."""

_BOUNDING = frozenset(kind for kind, _ in _VERB_BOUNDS)

_SIGN_BOUNDS = {
    ">": "more-than",
    "<": "less-than",
    "≥": "at-least",
    "≤": "at-most",
    "~": "about",
    "≈": "about",
    "±": "about",
}


def bound_before(draft: Draft, tokens: Tokens, tables: Tables, floor: int) -> None:
    """Take in the hedge before a number: "más de", "no less than", "~"."""
    words = tokens.words
    sign = _SIGN_BOUNDS.get(tokens.word(draft.first - 1))
    if sign and draft.first - 1 >= floor:
        draft.bound, draft.first, draft.hedge = sign, draft.first - 1, True  # type: ignore[assignment]
        return
    if draft.role in _NO_BOUND:
        return
    end = draft.first
    parted = False
    for _ in range(3):
        if end <= floor:
            break
        if words[end - 1] in tables.before_ends:
            for size in range(min(MAX_PHRASE, end - floor), 0, -1):
                bound = tables.before.get(tuple(words[end - size : end]))
                if bound is not None and (size > 1 or not parted):
                    phrase = tuple(words[end - size : end])
                    if _is_span_of_time(draft, phrase, end) or _is_only(phrase, end - size, tokens, tables):
                        return
                    draft.loose = _loose(draft, phrase, end - size, tokens, tables)
                    draft.bound, draft.first, draft.hedge = bound, end - size, True
                    return
        if words[end - 1] in (",", ".") and not parted:
            parted = True
        elif words[end - 1] not in tables.skip:
            break
        end -= 1
    _verb_before(draft, tokens, tables, floor)


def _loose(draft: Draft, phrase: Key, begin: int, tokens: Tokens, tables: Tables) -> tuple[Bound, ...]:
    """What else a hedge may mean where it stands: "over five years", "under four flags", "rose to 25" for "до 25"."""
    listed = tables.loose_before.get(phrase, ())[1:]
    if phrase in tables.lasting:
        lasts = draft.unit in SCALES and SCALES[draft.unit][0] == "duration" and draft.role != "age"
        few = not draft.digits and draft.unit is None and draft.value <= MAX_FEW
        if lasts or few:
            return (*listed, "exact")
    if phrase in tables.up_to and _verb(_by_how_much(begin, tokens), tokens, tables, 0, frozenset({"grow"})):
        return (*listed, "exact")
    return listed


def _by_how_much(end: int, tokens: Tokens) -> int:
    """Where what stands between a verb and how far something grew begins: "cae un 4%, hasta 610 millones"."""
    while tokens.word(end - 1) in (",", "%") or tokens.kind(end - 1) == DIGITS:
        end -= 1
    return end


def _is_only(phrase: Key, begin: int, tokens: Tokens, tables: Tables) -> bool:
    """Whether "more than" after a negation means "only": "ne ... plus que 4"."""
    if phrase not in tables.only_after_not:
        return False
    return any(tokens.word(at) in tables.not_words for at in range(begin - 1, max(-1, begin - 6), -1))


def _verb(end: int, tokens: Tokens, tables: Tables, floor: int, wanted: frozenset[str]) -> tuple[int, str, bool] | None:
    """A verb that bounds, among the words before `end`: (where, what it says, whether it is denied)."""
    for at in range(end - 1, max(floor, end - MAX_VERB_GAP - 1) - 1, -1):
        if tokens.kinds[at] != WORD and tokens.words[at] not in ("'", "-"):
            return None
        word = tokens.words[at]
        for stem, kind in tables.verbs.get(word[0], ()):
            if word.startswith(stem) and kind in wanted:
                denied = any(tokens.word(near) in tables.not_words for near in range(max(0, at - 3), at))
                return at, kind, denied
    return None


def _verb_before(draft: Draft, tokens: Tokens, tables: Tables, floor: int) -> None:
    """A verb that bounds from a distance: "supera ya los 5.000", "has not reached the 300 mark"."""
    if not tables.verbs or (draft.weak and draft.unit is None) or (draft.value < MAX_FEW and draft.unit is None):
        return
    found = _verb(draft.first, tokens, tables, floor, _BOUNDING)
    if found is None:
        return
    at, kind, denied = found
    far = draft.first - at > 1
    draft.bound, draft.loose = _VERB_BOUNDS[kind, denied]
    if far and "exact" not in draft.loose:
        draft.loose = (*draft.loose, "exact")
    if draft.bound != "exact":
        draft.hedge = True


def _is_span_of_time(draft: Draft, phrase: Key, end: int) -> bool:
    """ "over the five years" lasts; "over five years old" bounds."""
    duration = draft.unit in SCALES and SCALES[draft.unit][0] == "duration"
    return duration and end != draft.first and len(phrase) == 1


def bound_after(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Take in the hedge after a number: "5,000+", "or more", "al menos"."""
    if draft.role in _NO_BOUND or draft.hedge:
        return
    at = draft.stop
    if tokens.word(at) == "+" and tokens.glued(at) and tokens.kind(at + 1) != DIGITS:
        draft.bound, draft.stop, draft.hedge = "more-than", at + 1, True
        return
    for offset in range(3):
        if at + offset >= len(tokens):
            return
        if offset and (tokens.words[at + offset - 1],) in tables.clock_cues:
            return  # "in 8 towns until at least Friday"
        if tokens.words[at + offset] in tables.after_starts:
            found = span_of(tables.after, tokens.words, at + offset)
            if found and offset and draft.unit and tuple(tokens.words[at + offset :][: found[0]]) in tables.touching:
                return
            if found and not _opens_another(at + offset, found[0], tokens, tables):
                draft.bound, draft.stop, draft.hedge = found[1], at + offset + found[0], True
                return
        if tokens.kinds[at + offset] != WORD:
            return


CLOSING = frozenset(",.;:!?)]\"'»”…")
"""Marks that end a phrase: what they follow belongs to the number before."""


def _opens_another(at: int, size: int, tokens: Tokens, tables: Tables) -> bool:
    """Whether the phrase is the beginning of the next number's hedge: "5% e più del 3%"."""
    for begin in range(at, at + size):
        found = span_of(tables.before, tokens.words, begin)
        if found and begin + found[0] >= at + size:
            after = begin + found[0]
            return (
                tokens.kind(after) == DIGITS
                or tokens.word(after) in tables.longest_word
                or (tokens.kind(after) == SIGN and tokens.word(after) not in CLOSING)
            )
    return False
