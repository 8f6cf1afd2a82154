"""negation-flipped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp

from msgspec import structs

from quotecheck.extract.speech.marks import find_marked
from quotecheck.facts.clauses import split
from quotecheck.facts.fact import Negation
from quotecheck.facts.negation import read
from quotecheck.facts.negation.counterfactual import MAX_CANDIDATES, inserted, removed, states
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.clause_pairs import FOREIGN, MARGIN, RENDERED, ClausePairs, pair, topics
from quotecheck.rules.denial_evidence import (
    LITOTES,
    NEAR,
    NEAR_BY,
    NONE_OF_IT,
    contrasted,
    doubled_in,
    in_time,
    none_at_all,
    plainly_rendered,
    refused,
    unchanged,
)
from quotecheck.rules.opposed import said_by_opposites, same_beside
from quotecheck.rules.opposite_evidence import WEIGHTS, turned

STAND_INS = frozenset("without deny refuse fail lack double hardly litotes privative choice answer doubt".split())
"""Weak cues that another language often renders by a plain negation, and the reverse ("unable", "not able")."""

DENYING_ALONE = {
    "until": frozenset({"only", "until", "instead", "hardly"}),
    "few": frozenset({"few", "hardly", "lack", "only", "privative"}),
}
"""Weak cues of English that deny where the post has none of what they may render."""

DOUBLED = frozenset({"without", "deny", "refuse", "fail", "lack"})
"""Senses that, beside a "not" that stands for the post's own denial, turn it into its opposite ("had not failed")."""

SURE_OPPOSITE = 2.0
"""Log-odds from which a word is the opposite of what the post has there: "is closed" for "no está abierta"."""

_FEW = 20
"""Counts up to this may be what a falsified sentence puts for "nobody"."""
_MUCH = re.compile(r"(?i)(?: \w+)? (?:much|many|long)\b")
"""What follows a denial that says how little there is."""

MIN_CONFIDENCE = 0.6
"""Below this, say nothing."""

# Log-odds that a difference in the number of denials is a change of meaning. The figures were set by hand on what
# the cue counts and the counterfactual are worth apart, and only checked on data.
ONE_SIDED = 3.0
LOST = 2.3
LOST_ONE = 0.4
DOUBLED_UP = -0.5
BOTH_SIDED = 2.0
STAND_IN = -4.0
NEAR_STAND_IN = -1.0
PER_SIMILARITY = 150.0
PER_SIMILARITY_WITH_STAND_IN = 80.0
PER_SIMILARITY_WITH_FAILURE = 40.0
"""Where the passage fails or refuses what the post does not do, a "not" beside it says the reverse, and yet may bring
the two closer: "fell short of the target" for "did not reach the target"."""
FAILURES = frozenset({"fail", "refuse", "deny"})
AGAINST = 0.3
"""What a gain counts that speaks against a denial lost where nothing on the other side may stand for it: sentences of
few words come closer by a "not" or do not, as it happens, and the words themselves leave little doubt."""
OWN_GAIN, OWN_NEAR = 0.047, 0.7
"""How much closer a denial more or less must bring a reporter's own words to the post, but where they come so close to
it then: they tell other things besides, and deny in ways of their own ("no more than today", "of no choice")."""
OWN_GAIN_FAR, OWN_FAR = 0.07, 0.5
"""The same for a part of a sentence that comes only so near as it stands: it may tell something else of the subject."""
MOVED = 0.8
MOVED_GAIN = 0.05
"""How much closer the two clauses must come together once the denial stands in the other one."""
UNMEASURED = -0.6
OTHER_CLAUSE = 1.0
ADDED = 0.4
"""Likeness up to which a clause that denies may render nothing: a "not" too many makes it unlike the clause
that it renders."""
LOOSE = -1.5
"""Not inside quotation marks: a headline or a sentence says more, and less, than the post."""


_FIRST = re.compile(
    r"\b(?:primera vez|primeira vez|première fois|prima volta|prima dată|primera vegada|inédit[oas]*|inedit[oaie]*"
    r"|zum ersten ?mal|erstmal(?:s|ig)|(?:po raz )?pierwszy raz|poprvé|voor het eerst|första gången|ilk kez|ilk defa"
    r"|впервые|вперше|πρώτη φορά|lần đầu|pertama kali)|لأول مرة|पहली बार|首次|第一次|初|처음|לראשונה|اولین بار",
    re.IGNORECASE,
)
"""For the first time, in the languages whose denials are read."""


class NegationFlipped(AlignmentRule):
    """
    What it does: fires when one side denies what the other asserts. The cues of both languages are counted (a double
    negative that is one denial counts once; near-negations such as "without", "deny" or "impossible" may stand for
    one), and where the counts differ the English is turned round, and compared again with the post: if the opposite
    is closer to it, the denial was added or lost, unless a word became its opposite with it (“no está abierta” is “is
    closed”). Where either side has several clauses, they are compared clause by clause: a passage that renders only
    another clause than the one that holds the denial has lost nothing.

    Examples: “No habrá guerra” against “There will be war”; “Elle a signé” against “She did not sign”.

    What to do: read both marked sentences; correct the quotation, or suppress the finding where the same is said
    another way.

    Reads: every language with negation data.
    """

    name = "negation-flipped"
    severity = "error"
    summary = "one side denies what the other asserts"
    needs = frozenset({"negation"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [cue for cue in case.post.facts.negations if cue.start < end and cue.end > start]
        passage = _own_denials(case)
        strong_post = [cue for cue in post if not cue.weak]
        strong_passage = [cue for cue in passage if not cue.weak]
        post_left, passage_left = _left_over(post, passage)
        strong_passage += [cue for cue in passage if cue.sense in _unexplained(strong_post, post_left, passage_left)]
        strong_passage = _without_little(case, strong_passage, _little(post) - _little(passage))
        # "Did not survive" is what "murió" says, and "not guilty" what "inocente" does.
        said, told = (
            said_by_opposites(case, cues, in_post=cues is strong_post) for cues in (strong_post, strong_passage)
        )
        strong_post = [
            cue
            for cue in strong_post
            if cue not in said
            and not LITOTES & doubled_in(case, [cue], passage).keys()
            and (strong_passage or not contrasted(case, cue))
        ]
        strong_passage = [cue for cue in strong_passage if cue not in told]
        if not strong_post and not strong_passage:
            return
        even = len(strong_post) == len(strong_passage)
        pairs = None if even and case.alike is None else pair(case)  # a slow embedding is spent on a doubt alone
        if pairs is not None:
            kept_post = [cue for cue in strong_post if not pairs.drops(cue.start)]
            kept_passage = [cue for cue in strong_passage if not pairs.adds(cue.start, at_most=ADDED)]
            if even and len(kept_post) != len(kept_passage):
                yield from self._other_clause(case, pairs, kept_post, kept_passage)
                return
            if (len(kept_post) < len(kept_passage)) != (len(strong_post) < len(strong_passage)):
                kept_passage = kept_post  # what differs stands in clauses that the other side does not render
            strong_post, strong_passage = kept_post, kept_passage
        if pairs is not None and len(strong_post) == len(strong_passage):
            hit = _moved(case, pairs, strong_post, strong_passage)
            if hit is not None:
                yield hit
                return
        if len(strong_post) < len(strong_passage):
            yield from self._added(case, strong_post, strong_passage, post_left)
        elif even and strong_passage and DOUBLED & passage_left.keys():
            yield from self._doubled(case, strong_passage)
        elif len(strong_post) > len(strong_passage) + _quoted_denials(case) and (
            pairs is not None or not _partial(case)
        ):
            if case.kind != "quotation" and pairs is not None:
                strong_post = [cue for cue in strong_post if _rendered(case, pairs, cue)]
                if len(strong_post) <= len(strong_passage):
                    return
            yield from self._lost(case, strong_post, passage, passage_left, pairs)

    def _added(
        self, case: Case, post: Sequence[Negation], passage: Sequence[Negation], left: Counter[str]
    ) -> Iterable[Hit]:
        start, end = case.segment
        elsewhere = [cue for cue in case.post.facts.negations if cue.end <= start or cue.start >= end]
        if case.truncated or case.unsure or any(not cue.weak for cue in (*elsewhere, *case.thread.negations)):
            return
        if all("never" in cue.text.lower() for cue in passage) and _FIRST.search(case.post.text[start:end]):
            return  # what is shown for the first time has never been shown
        if none_at_all(case.post.facts) or len(passage) - len(post) <= plainly_rendered(case, passage):
            return
        if case.kind != "quotation" and sum(left[sense] for sense in STAND_INS) >= len(passage) - len(post):
            return  # "will not play" for "estará de baja": a reporter's own way of saying so
        cues = passage[:MAX_CANDIDATES]
        odds = (BOTH_SIDED if post else ONE_SIDED) + _stand_ins(left, len(passage) - len(post))
        time = 0.0 if post else in_time(case)
        odds += time
        best, gain = _best_gain(case, [removed(case.passage.text, cue) for cue in cues])
        none = not post and set(left) == {"only"} and passage[0].text.lower() in NONE_OF_IT
        if none:
            odds -= NEAR_STAND_IN  # "n'a que trois survivants" is not "no survivors"
            gain = gain and gain * (AGAINST if gain < 0 else 1.0)
        if gain is not None and time > 0:
            gain = max(gain, 0.0)
        if not time and _too_little(case, gain, removed(case.passage.text, cues[best])):
            return
        confidence = _confidence(odds + _looseness(case), gain, left)
        cue = cues[best]
        if confidence >= MIN_CONFIDENCE and (none or not _by_its_opposite(case, cue, in_post=False)):
            yield Hit(
                message=f"The passage denies (“{cue.text}”) what the post says.",
                confidence=confidence,
                post=case.segment,
                passage=(cue.start, cue.end),
            )

    def _other_clause(
        self, case: Case, pairs: ClausePairs, post: Sequence[Negation], passage: Sequence[Negation]
    ) -> Iterable[Hit]:
        """As many denials on both sides, but those of one side stand in clauses that the other does not render."""
        start, end = case.segment
        outside = [cue for cue in case.post.facts.negations if cue.end <= start or cue.start >= end]
        if case.truncated or case.between is None or any(not cue.weak for cue in (*outside, *case.thread.negations)):
            return
        weak = Counter(cue.sense for cue in case.post.facts.negations if cue.weak and not pairs.drops(cue.start))
        weak += Counter(cue.sense for cue in case.passage.facts.negations if cue.weak and not pairs.adds(cue.start))
        if len(post) > len(passage) or STAND_INS & weak.keys():
            return  # a denial that was lost here and another that was added elsewhere: too much to be sure of
        cues = passage[:MAX_CANDIDATES]
        variants = [removed(case.passage.text, cue) for cue in cues]
        original, *others = case.between([pairs.kept], [case.passage.text, *variants])[0]
        best = max(range(len(others)), key=others.__getitem__)
        confidence = _confidence(OTHER_CLAUSE + _looseness(case), others[best] - original, Counter())
        if confidence >= MIN_CONFIDENCE:
            cue = cues[best]
            yield Hit(
                message=f"The passage denies (“{cue.text}”) what the post says; the post denies something else.",
                confidence=confidence,
                post=case.segment,
                passage=(cue.start, cue.end),
            )

    def _doubled(self, case: Case, passage: Sequence[Negation]) -> Iterable[Hit]:
        if case.similar is None or case.truncated:
            return
        cues = passage[:MAX_CANDIDATES]
        best, gain = _best_gain(case, [removed(case.passage.text, cue) for cue in cues])
        confidence = _confidence(DOUBLED_UP + _looseness(case), gain, Counter())
        if confidence >= MIN_CONFIDENCE:
            cue = cues[best]
            yield Hit(
                message=f"The passage denies (“{cue.text}”) once more than the post.",
                confidence=confidence,
                post=case.segment,
                passage=(cue.start, cue.end),
            )

    def _lost(
        self,
        case: Case,
        post: Sequence[Negation],
        passage: Sequence[Negation],
        left: Counter[str],
        pairs: ClausePairs | None,
    ) -> Iterable[Hit]:
        if none_at_all(case.passage.facts):
            return
        doubled = doubled_in(case, post, passage)
        bare = not any(not cue.weak for cue in passage)
        if (bare and (unchanged(case) or refused(case, post))) or ((case.told or case.unsure) and _tells_else(case)):
            return
        time = in_time(case) if bare else 0.0
        if time > 0:
            left = left - Counter({"instead": left["instead"]})
        odds = (LOST if bare else LOST_ONE) + _stand_ins(left + doubled, 1) + time
        places = inserted(case.passage.text, passage)
        best, gain = _best_gain(case, [text for text, _ in places])
        if gain is not None and bare and not STAND_INS & (left + doubled).keys():
            gain *= 1.0 if gain > 0 else 0.0 if time > 0 else AGAINST
        cue = post[0]
        if pairs is not None and not STAND_INS & (left + doubled).keys():
            lost, apart = _lost_clause(case, pairs, post)
            if lost is not None and (gain is None or apart > gain):
                cue, gain = lost, apart
        if not time and _too_little(case, gain, places[best][0] if places else case.passage.text):
            return
        confidence = _confidence(odds + _looseness(case), gain, left + doubled)
        if confidence >= MIN_CONFIDENCE and not _by_its_opposite(case, cue, in_post=True):
            clause = pairs.counterpart(cue.start) if pairs is not None else None
            at = places[best][1] if gain is not None and gain > 0 else (0, len(case.passage.text))
            yield Hit(
                message=f"The post denies (“{cue.text}”) what the passage says.",
                confidence=confidence,
                post=(cue.start, cue.end),
                passage=clause or at,
            )


def _too_little(case: Case, gain: float | None, turned_round: str) -> bool:
    """Whether a reporter's own words, with a denial more or less, come too little closer to the post to tell."""
    if case.kind == "quotation" or case.similar is None or gain is None:
        return False
    plain, other = case.similar([case.passage.text, turned_round])
    if case.told and plain < OWN_FAR:
        return gain < OWN_GAIN_FAR
    return gain < OWN_GAIN and not (case.told and other >= OWN_NEAR)


def _tells_else(case: Case) -> bool:
    """Whether a part of a reporter's sentence states nothing, or has a measure that the post has nowhere: "Beer is 8%
    dearer" is not what "no subirá el impuesto de la cerveza" denies."""
    if not states(case.passage.text):
        return True
    known = {number.value for number in case.post.facts.quantities}
    measures = [
        number
        for number in case.passage.facts.quantities
        if (number.unit is not None or number.value > _FEW) and not number.weak
    ]
    if measures and not any(number.value in known for number in measures):
        return True
    # What the rest of the sentence denies may be what the post does: "Not one tram will run between 3 | and 9 a.m."
    return _strong_in(case.sentence) > _strong_in(case.passage.text)


def _strong_in(text: str) -> int:
    return sum(not cue.weak for cue in read(text, "en")) if text else 0


def _own_denials(case: Case) -> list[Negation]:
    """What denies in a passage; of a headline or a sentence, without what it quotes, which is compared by itself."""
    found = list(case.passage.facts.negations)
    if case.literal or not found:
        return found
    marked = [quoted for quoted in find_marked(case.passage.text) if quoted.closed]
    return [cue for cue in found if not any(one.start <= cue.start < one.end for one in marked)]


def _quoted_denials(case: Case) -> int:
    """How many words of a reporter's sentence deny inside its quotation marks: any may be what the post has."""
    kept = _own_denials(case)
    return sum(cue not in kept and (not cue.weak or cue.sense in STAND_INS) for cue in case.passage.facts.negations)


def _rendered(case: Case, pairs: ClausePairs, cue: Negation) -> bool:
    """Whether a reporter's own words render the clause of a post that a denial stands in. Of a part that is known to
    tell some of it, the other clauses are rendered that come clearly closer."""
    if not case.told:
        return pairs.closeness(cue.start) >= RENDERED
    row = pairs.row(cue.start)
    best = [max(column) for column in zip(*pairs.likeness, strict=True)]
    return any(value >= top - MARGIN for value, top in zip(row, best, strict=True))


def _little(cues: Sequence[Negation]) -> int:
    """How many words say how little there is of something."""
    return sum(cue.weak and cue.sense in ("hardly", "few") for cue in cues)


def _without_little(case: Case, passage: Sequence[Negation], little: int) -> list[Negation]:
    """The denials of a passage without those that only say how little there is, as far as the post has a word for that
    which the passage has not: "hasn't much time left" for "le queda poco tiempo"."""
    kept = []
    for cue in passage:
        if little > 0 and _MUCH.match(case.passage.text, cue.end):
            little -= 1
        else:
            kept.append(cue)
    return kept


def _lost_clause(case: Case, pairs: ClausePairs, post: Sequence[Negation]) -> tuple[Negation | None, float]:
    """The denial of a post whose clause stands undenied in the passage, and how much closer "not" brings the two: in a
    long quotation one word is too little to tell."""
    found: Negation | None = None
    best = 0.0
    if case.between is None:
        return found, best
    for cue in post:
        there = pairs.counterpart_of(cue.start, FOREIGN)
        if there is None or _denied_in(case.passage.facts.negations, there):
            continue
        gain = _clause_gain(case, pairs.span_of(cue.start), there)
        if gain > best and pairs.likeness_at(cue.start, there[0]) + gain >= RENDERED:
            found, best = cue, gain
    return found, best


def _by_its_opposite(case: Case, cue: Negation, *, in_post: bool) -> bool:
    """Whether the word that a cue denies became its opposite on the side that does not deny it."""
    if not case.literal or (not in_post and same_beside(case, cue)):
        return False
    return any(
        abs((case.segment[0] + one.post[0] if in_post else one.word.start) - cue.end) <= NEAR_BY
        for one in turned(case, WEIGHTS, SURE_OPPOSITE)
        if one.odds(WEIGHTS) >= SURE_OPPOSITE
    )


def _moved(case: Case, pairs: ClausePairs, post: Sequence[Negation], passage: Sequence[Negation]) -> Hit | None:
    """As many denials on both sides, but of another clause: "was not there, but was represented"."""
    if case.truncated or case.between is None or len(pairs.post) < 2 or len(pairs.passage) < 2:
        return None
    for mine in post:
        there = pairs.counterpart_of(mine.start)
        if there is None or _denied_in(case.passage.facts.negations, there):
            continue
        for theirs in passage:
            here = pairs.origin_of(theirs.start)
            if here is None or _denied_in(case.post.facts.negations, here):
                continue
            if _clause_gain(case, pairs.span_of(mine.start), there) + _clause_gain(case, here, theirs) >= MOVED_GAIN:
                return Hit(
                    message=f"The post denies (“{mine.text}”) one thing, the passage (“{theirs.text}”) another.",
                    confidence=MOVED,
                    post=(mine.start, mine.end),
                    passage=(theirs.start, theirs.end),
                )
    return _crossed(case, post, passage)


def _crossed(case: Case, post: Sequence[Negation], passage: Sequence[Negation]) -> Hit | None:
    """The same of clauses that are told apart only once neither denies: "it is no accident, it is neglect"."""
    pairs = topics(case, [(cue.start, cue.end) for cue in post], [(cue.start, cue.end) for cue in passage])
    if pairs is None:
        return None
    for mine in post:
        there = pairs.counterpart(mine.start, in_post=True)
        if there is None or _denied_in(case.passage.facts.negations, there):
            continue
        for theirs in passage:
            here = pairs.counterpart(theirs.start, in_post=False)
            if here is not None and not _denied_in(case.post.facts.negations, here):
                return Hit(
                    message=f"The post denies (“{mine.text}”) one thing, the passage (“{theirs.text}”) another.",
                    confidence=MOVED,
                    post=(mine.start, mine.end),
                    passage=(theirs.start, theirs.end),
                )
    return None


def _clause_gain(case: Case, clause: tuple[int, int], other: tuple[int, int] | Negation) -> float:
    """How much closer a clause of the post comes to the passage's clause with a denial more, or with this one less."""
    text = case.passage.text
    if isinstance(other, Negation):
        start, end = next(span for span in split(text, "en") if other.start < span[1])
        plain = text[start:end]
        variants = [removed(plain, structs.replace(other, start=other.start - start, end=other.end - start))]
    else:
        plain = text[slice(*other)]
        variants = [one for one, _ in inserted(plain)]
    assert case.between is not None
    original, *others = case.between([case.post.text[slice(*clause)]], [plain, *variants])[0]
    return max(others) - original


def _denied_in(cues: Sequence[Negation], clause: tuple[int, int]) -> bool:
    """Whether something in a clause denies, or may."""
    return any((not cue.weak or cue.sense in STAND_INS) and clause[0] <= cue.start < clause[1] for cue in cues)


def _partial(case: Case) -> bool:
    """Whether a passage that no embedding can compare holds fewer clauses than the post, and not its very words."""
    if case.literal:
        return False
    return len(split(case.passage.text, "en")) < len(split(case.post.text, case.post.language.code, case.segment))


def _looseness(case: Case) -> float:
    return 0.0 if case.literal else LOOSE


def _left_over(post: Sequence[Negation], passage: Sequence[Negation]) -> tuple[Counter[str], Counter[str]]:
    """Weak cues of either side that have no counterpart on the other.

    A post's cue is also explained by one of a near sense; a passage's is not, so as to be slow to say that a denial
    was lost.
    """
    mine = Counter(cue.sense for cue in post if cue.weak)
    theirs = Counter(cue.sense for cue in passage if cue.weak)
    mine, theirs = mine - theirs, theirs - mine
    return _without(mine, _count(theirs)), theirs


def _count(left: Counter[str]) -> int:
    return sum(count for sense, count in left.items() if sense in NEAR)


def _without(left: Counter[str], pairs: int) -> Counter[str]:
    rest = Counter(left)
    for sense in left:
        if sense in NEAR:
            gone = min(pairs, rest[sense])
            rest[sense] -= gone
            pairs -= gone
    return +rest


def _unexplained(strong_post: Sequence[Negation], post: Counter[str], passage: Counter[str]) -> frozenset[str]:
    """Senses of the passage that deny after all, as nothing in the post is like them.

    "Did not open until May" is "opened only in May"; where the post has neither an "only" nor a denial, it denies.
    """
    if strong_post:
        # "No abrirá hasta mayo" is "will not open until May", "не является просто игрой" "is not simply a game".
        likes = {**DENYING_ALONE, "not-only": frozenset({"not-only"})}
        return frozenset(sense for sense in ("until", "not-only") if passage[sense] and not likes[sense] & post.keys())
    denying = {sense for sense, likes in DENYING_ALONE.items() if passage[sense] and not likes & post.keys()}
    if passage["not-only"] and post["only"]:
        denying.add("not-only")
    return frozenset(denying)


def _stand_ins(left: Counter[str], difference: int) -> float:
    """Log-odds for weak cues that may account for a difference: each accounts for one denial."""
    if 0 < sum(left[sense] for sense in STAND_INS) < difference:
        return NEAR_STAND_IN
    if STAND_INS & left.keys():
        return STAND_IN
    return NEAR_STAND_IN if left else 0.0


def _best_gain(case: Case, variants: Sequence[str]) -> tuple[int, float | None]:
    """Which variant of the passage is closest to the post, and by how much closer than the passage itself."""
    if case.similar is None or not variants:
        return 0, None
    original, *others = case.similar([case.passage.text, *variants])
    best = max(range(len(others)), key=others.__getitem__)
    return best, others[best] - original


def _confidence(odds: float, gain: float | None, left: Counter[str]) -> float:
    weight = PER_SIMILARITY_WITH_STAND_IN if STAND_INS & left.keys() else PER_SIMILARITY
    if FAILURES & left.keys():
        weight = PER_SIMILARITY_WITH_FAILURE
    total = odds + (UNMEASURED if gain is None else weight * gain)
    return round(1 / (1 + exp(-max(-30.0, min(4.6, total)))), 2)


RULE = NegationFlipped()
