"""negation-flipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quotecheck.facts.clauses import split
from quotecheck.facts.fact import Negation
from quotecheck.facts.negation.counterfactual import MAX_CANDIDATES, inserted, removed
from quotecheck.facts.negation.time import is_first
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.clause_pairs import ClausePairs, pair
from quotecheck.rules.contrasts import exchanged
from quotecheck.rules.denial_clauses import lost_clause, moved
from quotecheck.rules.denial_counts import left_over, little, unexplained, without_bounds, without_little
from quotecheck.rules.denial_evidence import (
    LITOTES,
    NEAR_BY,
    NONE_OF_IT,
    STAND_INS,
    contrasted,
    doubled_in,
    in_time,
    none_at_all,
    plainly_rendered,
    refused,
    unchanged,
)
from quotecheck.rules.denial_odds import (
    AGAINST,
    BOTH_SIDED,
    DOUBLED_UP,
    LOST,
    LOST_ONE,
    MIN_CONFIDENCE,
    NEAR_STAND_IN,
    ONE_SIDED,
    OTHER_CLAUSE,
    best_gain,
    looseness,
    stand_ins,
    sureness,
)
from quotecheck.rules.opposed import said_by_opposites, same_beside
from quotecheck.rules.opposite_evidence import WEIGHTS, turned
from quotecheck.rules.own_denials import is_fragment, own_denials, quoted_denials, rendered, tells_else, too_little

DOUBLED = frozenset({"without", "deny", "refuse", "fail", "lack"})
"""Senses that, beside a "not" that stands for the post's own denial, turn it into its opposite ("had not failed")."""

SURE_OPPOSITE = 2.0
"""Log-odds from which a word is the opposite of what the post has there: "is closed" for "no está abierta"."""

ADDED = 0.4
"""Likeness up to which a clause that denies may render nothing: a "not" too many makes it unlike the clause
that it renders."""


class NegationFlipped(AlignmentRule):
    """
    What it does: fires when one side denies what the other asserts. The cues of both languages are counted (a double
    negative that is one denial counts once; near-negations such as "without", "deny" or "impossible" may stand for
    one), and where the counts differ the English is turned round, and compared again with the post: if the opposite
    is closer to it, the denial was added or lost, unless a word became its opposite with it (“no está abierta” is “is
    closed”). Of two things that are set against each other (“A, not B”) the one must be denied that the post denies.
    Where either side has several clauses, they are compared clause by clause: a passage that renders only
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
        hit = exchanged(case)
        if hit is not None:
            yield hit
            return
        start, end = case.segment
        post = [cue for cue in case.post.facts.negations if cue.start < end and cue.end > start]
        passage = own_denials(case)
        strong_post = [cue for cue in post if not cue.weak]
        strong_passage = [cue for cue in passage if not cue.weak]
        post_left, passage_left = left_over(post, passage)
        strong_passage += [cue for cue in passage if cue.sense in unexplained(strong_post, post_left, passage_left)]
        if len(strong_post) > len(strong_passage):
            strong_post = without_bounds(case, strong_post)
        strong_passage = without_little(case, strong_passage, little(post) - little(passage))
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
            hit = moved(case, pairs, strong_post, strong_passage)
            if hit is not None:
                yield hit
                return
        if len(strong_post) < len(strong_passage):
            yield from self._added(case, strong_post, strong_passage, post_left)
        elif even and strong_passage and DOUBLED & passage_left.keys():
            yield from self._doubled(case, strong_passage)
        elif len(strong_post) > len(strong_passage) + quoted_denials(case) and (
            pairs is not None or not _partial(case)
        ):
            if case.kind != "quotation" and pairs is not None:
                strong_post = [cue for cue in strong_post if rendered(case, pairs, cue)]
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
        if all("never" in cue.text.lower() for cue in passage) and is_first(
            case.post.text[start:end], case.post.language.code
        ):
            return  # what is shown for the first time has never been shown
        if none_at_all(case.post.facts) or len(passage) - len(post) <= plainly_rendered(case, passage):
            return
        if case.kind != "quotation" and sum(left[sense] for sense in STAND_INS) >= len(passage) - len(post):
            return  # "will not play" for "estará de baja": a reporter's own way of saying so
        cues = passage[:MAX_CANDIDATES]
        odds = (BOTH_SIDED if post else ONE_SIDED) + stand_ins(left, len(passage) - len(post))
        time = 0.0 if post else in_time(case)
        odds += time
        best, gain = best_gain(case, [removed(case.passage.text, cue) for cue in cues])
        none = not post and set(left) == {"only"} and passage[0].text.lower() in NONE_OF_IT
        if none:
            odds -= NEAR_STAND_IN  # "n'a que trois survivants" is not "no survivors"
            gain = gain and gain * (AGAINST if gain < 0 else 1.0)
        if gain is not None and time > 0:
            gain = max(gain, 0.0)
        if not time and too_little(case, gain, removed(case.passage.text, cues[best]), plainly=False):
            return
        confidence = sureness(odds + looseness(case), gain, left)
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
        confidence = sureness(OTHER_CLAUSE + looseness(case), others[best] - original, Counter())
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
        best, gain = best_gain(case, [removed(case.passage.text, cue) for cue in cues])
        confidence = sureness(DOUBLED_UP + looseness(case), gain, Counter())
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
        if none_at_all(case.passage.facts) or is_fragment(case):
            return
        if case.told and sum(left[sense] for sense in STAND_INS) >= len(post) - sum(not cue.weak for cue in passage):
            return  # "is waiving its fees" for "no cobramos comisiones": a reporter's own way of saying so
        doubled = doubled_in(case, post, passage)
        bare = not any(not cue.weak for cue in passage)
        if (bare and (unchanged(case) or refused(case, post))) or ((case.told or case.unsure) and tells_else(case)):
            return
        time = in_time(case) if bare else 0.0
        if time > 0:
            left = left - Counter({"instead": left["instead"]})
        odds = (LOST if bare else LOST_ONE) + stand_ins(left + doubled, 1) + time
        places = inserted(case.passage.text, passage)
        best, gain = best_gain(case, [text for text, _ in places])
        if gain is not None and bare and not STAND_INS & (left + doubled).keys():
            gain *= 1.0 if gain > 0 else 0.0 if time > 0 else AGAINST
        cue = post[0]
        if pairs is not None and not STAND_INS & (left + doubled).keys():
            lost, apart = lost_clause(case, pairs, post)
            if lost is not None and (gain is None or apart > gain):
                cue, gain = lost, apart
        round_turned = places[best][0] if places else case.passage.text
        if not time and too_little(case, gain, round_turned, plainly=bare and not left and not doubled):
            return
        confidence = sureness(odds + looseness(case), gain, left + doubled)
        if confidence >= MIN_CONFIDENCE and not _by_its_opposite(case, cue, in_post=True):
            clause = pairs.counterpart(cue.start) if pairs is not None else None
            at = places[best][1] if gain is not None and gain > 0 else (0, len(case.passage.text))
            yield Hit(
                message=f"The post denies (“{cue.text}”) what the passage says.",
                confidence=confidence,
                post=(cue.start, cue.end),
                passage=clause or at,
            )


def _by_its_opposite(case: Case, cue: Negation, *, in_post: bool) -> bool:
    """Whether the word that a cue denies became its opposite on the side that does not deny it."""
    if not case.literal or (not in_post and same_beside(case, cue)):
        return False
    return any(
        abs((case.segment[0] + one.post[0] if in_post else one.word.start) - cue.end) <= NEAR_BY
        for one in turned(case, WEIGHTS, SURE_OPPOSITE)
        if one.odds(WEIGHTS) >= SURE_OPPOSITE
    )


def _partial(case: Case) -> bool:
    """Whether a passage that no embedding can compare holds fewer clauses than the post, and not its very words."""
    if case.literal:
        return False
    return len(split(case.passage.text, "en")) < len(split(case.post.text, case.post.language.code, case.segment))


RULE = NegationFlipped()
