"""meaning-reversed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from quotecheck.align.texts import clean
from quotecheck.facts import dates
from quotecheck.facts.antonyms import CONVERSES, Direction
from quotecheck.facts.clauses import clause_at
from quotecheck.facts.quantities import pair as pair_figures
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.clause_pairs import RENDERED, pair
from quotecheck.rules.name_pairs import name_pairs
from quotecheck.rules.name_places import CONVERSE, in_other_order
from quotecheck.rules.opposed import QUALITIES, denials, opposed, shared
from quotecheck.rules.opposite_evidence import WEIGHTS, turned

LEAST_ODDS = 0.65
"""Log-odds below which nothing is noted: about 1 in 30 faithful translations reaches it."""
_LIKELY = 0.6
DEGREES = {"more": "less", "less": "more"}
"""Words that the word behind them may turn round as well, and what stands for each in English."""
UNTURNED = frozenset(
    "north south east west left right first last man woman father mother son daughter husband wife".split()
)
"""Senses that nothing beside them turns round: "blocks the southern exit" is of no northern one."""
SURE = 0.9
"""Score from which a whole sentence renders what it is held to: its opposite in one word makes it less like that."""
LEAST_GAIN = 0.01
_EXCEPTING = re.compile(r"(?i)\b(?:all|every\w*|none|no ?(?:one|body)|nothing)\b[^.!?]{0,20}\b(?:but|except)\b")


_FROM = re.compile(r"(?i)\b(up|down) from (?:the |a |about |some |around |more than )?(?=[$€£]?\d)")
"""Which way a figure is said to have gone from another."""


_AGAIN = re.compile(
    r"(?i)\b(?:again|re-?open\w*|resum\w*|restart\w*|return\w*)\b[^.;:]{0,24}?"
    r"\b(?:after|from|once|when|only|on|as soon as|following|tomorrow|next|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""What English says of what ends at a time."""
CLOSE_BY = 4
"""Code points between such words and the word that is an opposite ("allowed again")."""


class MeaningReversed(AlignmentRule):
    """
    What it does: fires when a word of one side became its opposite on the other: rise and fall, before and after,
    accept and reject. A side that holds both says nothing, unless each stands in a clause that clearly renders another;
    nor does a word that may mean either, nor a pair of which one side has one denial more (“did not rise” may render
    “fell”). For words that no table of the post's language holds, it notes an English word whose opposite lies clearly
    nearer to what the post has in its place.

    Examples: “El paro subió” against “Unemployment fell”; “avant le vote” against “after the vote”.

    What to do: compare both marked words; correct the quotation.

    Reads: every language with a table of opposites; notes, wherever the words of both sides can be compared.
    """

    name = "meaning-reversed"
    severity = "error"
    summary = "a word became its opposite: rise and fall, before and after"
    needs = frozenset({"negation"})
    tables = frozenset({"antonyms"})

    def check(self, case: Case) -> Iterable[Hit]:
        if case.truncated:
            return
        hit = self._by_table(case) or _by_its_figures(case)
        if hit is None and _denials(case, *case.segment) % 2 == 0:
            hit = _by_likeness(case)
        if hit is not None:
            yield hit

    def _by_table(self, case: Case) -> Hit | None:
        if _EXCEPTING.search(case.passage.text):
            return None  # "all but three voted for it" is "three voted against it"
        even = _denials(case, *case.segment) % 2 == 0
        found = list(opposed(case))
        if any(mine.sense in DEGREES for mine, _ in found) and (len(found) > 1 or not _nearer(case, *found[0])):
            return None
        same = shared(case) if found else []
        for mine, theirs in found:
            if not _of_one_clause(case, mine, theirs) or _conversely(case, mine.sense, theirs.sense):
                continue
            (ours, turned_here), (others, turned_there) = (
                denials(case.post, mine),
                denials(case.passage, theirs, same),
            )
            weakened = turned_here != turned_there and mine.sense not in UNTURNED
            if weakened or (len(ours) + len(others)) % 2 or not (even or not (ours or others)):
                continue
            if case.kind != "quotation" and (_from_then_on(case, theirs) or _of_other_figures(case, mine, theirs)):
                continue
            return Hit(
                message=f"The opposite: “{mine.text}” ({mine.sense}) became “{theirs.text}”.",
                confidence=0.85,
                post=(mine.start, mine.end),
                passage=(theirs.start, theirs.end),
            )
        return None


def _by_its_figures(case: Case) -> Hit | None:
    """A passage that says "up from" a figure of the post that is the greater of the two, or "down from" the lesser."""
    found = _FROM.search(case.passage.text) if case.literal else None
    if found is None:
        return None
    values = {(number.value, number.unit) for number in case.post.facts.quantities}
    known = [
        number
        for number in case.passage.facts.quantities
        if (number.value, number.unit) in values and number.role == "cardinal" and not number.weak
    ]
    before = next((number for number in known if found.end() <= number.end and number.start <= found.end() + 1), None)
    now = next((number for number in known if number.end <= found.start()), None)
    if before is None or now is None or (now.unit, now.value) == (before.unit, before.value):
        return None
    if now.unit != before.unit or (now.value > before.value) is (found[1].lower() == "up"):
        return None
    return Hit(
        message=f"{now.text} is not {found[1].lower()} from {before.text}.",
        confidence=0.85,
        post=case.segment,
        passage=(found.start(), before.end),
    )


def _conversely(case: Case, mine: str, theirs: str) -> bool:
    """Whether who does it and to whom changed places with the verb: "China buys from Russia" for "Rusia vende"."""
    return frozenset((mine, theirs)) in CONVERSES and in_other_order(case, name_pairs(case).same)


def _from_then_on(case: Case, word: Direction) -> bool:
    """Whether a reporter says from when on the opposite holds of what the post says until when: "bathing will be
    allowed again after the tests" for what is forbidden until then."""
    start, end = case.segment
    return dates.until(case.post.text[start:end], case.post.language.code) and any(
        found.start() <= word.end + CLOSE_BY and word.start <= found.end()
        for found in _AGAIN.finditer(case.passage.text)
    )


def _of_other_figures(case: Case, mine: Direction, theirs: Direction) -> bool:
    """Whether a reporter's clause has figures, and none of those of the post's: "rooms after eight at night" for "no
    flights before 18:00"."""
    first, last = clause_at(case.post.text, case.post.language.code, mine.start, case.segment)
    begin, end = clause_at(case.passage.text, "en", theirs.start)
    ours = [q for q in case.post.facts.quantities if first <= q.start < last and not q.weak]
    others = [q for q in case.passage.facts.quantities if begin <= q.start < end and not q.weak]
    return bool(ours) and bool(others) and not pair_figures(ours, others).same


def _nearer(case: Case, mine: Direction, word: Direction) -> bool:
    """Whether a passage comes closer with "less" for "more": "more slowly" says what "menos deprisa" does."""
    if case.between is None:
        return False
    clause = clause_at(case.post.text, case.post.language.code, mine.start, case.segment)
    text, other = case.passage.text, DEGREES[word.sense]
    end = word.start + len(word.text.split()[0])  # "more than in 2023"
    now, then = case.between(
        [clean(case.post.text[slice(*clause)])], [text, f"{text[: word.start]}{other}{text[end:]}"]
    )[0]
    return then - now >= LEAST_GAIN


def _by_likeness(case: Case) -> Hit | None:
    """A note where the opposite of an English word would render the post better; wording alone shows no more."""
    if case.kind != "quotation" or case.post.language.code == case.passage.language.code:
        return None
    known = shared(case)
    found = next((one for one in turned(case, WEIGHTS, LEAST_ODDS) if not _known(one.word.start, known)), None)
    if found is None or found.odds(WEIGHTS) < LEAST_ODDS:
        return None
    start, end = found.word.start, found.word.end
    mine = (case.segment[0] + found.post[0], case.segment[0] + found.post[1])
    said = case.post.text[slice(*mine)]
    word = case.passage.text[start:end].lower()
    if word in CONVERSE and in_other_order(case, name_pairs(case).same):
        return None
    if _denials(case, *case.segment) and (word.endswith(found.opposite) or found.opposite.endswith(word)):
        return None  # "unable" and "not able" are one
    return Hit(
        message=f"“{word}” may be the opposite of “{said}”: “{found.opposite}” lies nearer",
        confidence=_LIKELY,
        severity="note",
        post=mine,
        passage=(start, end),
    )


def _known(place: int, known: Collection[Direction]) -> bool:
    """Whether a table has a word of the passage, and the post has one of its sense: "started" is "anfing"."""
    return any(word.start <= place < word.end for word in known)


def _of_one_clause(case: Case, mine: Direction, theirs: Direction) -> bool:
    """Whether the clauses that two words stand in say something alike. Inside quotation marks they are held to, and so
    are verbs of a sentence that surely renders all of it; another of the reporter's own tells other things besides."""
    if case.literal or (case.similarity >= SURE and not case.partly and not {mine.sense, theirs.sense} & QUALITIES):
        return True
    pairs = pair(case)
    return pairs is None or pairs.likeness_at(mine.start, theirs.start) >= RENDERED


def _denials(case: Case, start: int, end: int) -> int:
    post = sum(not cue.weak for cue in case.post.facts.negations if cue.start < end and cue.end > start)
    return post + sum(not cue.weak for cue in case.passage.facts.negations)


RULE = MeaningReversed()
