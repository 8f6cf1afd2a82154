"""What a denial of a post may be besides a denial: half of a double one, a contrast, or a matter of time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotecheck.facts.fact import Facts, Negation
from quotecheck.facts.negation.counterfactual import inserted
from quotecheck.facts.negation.time import ALIKE, OPPOSITE, states
from quotecheck.rules.base import Case

NEAR = frozenset({"without", "deny", "refuse", "fail", "lack", "prevent", "hardly", "privative", "litotes"})
"""Senses that languages exchange freely: "missed", "was absent" and "lacked" may render one word."""

STAND_INS = frozenset("without deny refuse fail lack double hardly litotes privative choice answer doubt".split())
"""Weak cues that another language often renders by a plain negation, and the reverse ("unable", "not able")."""

LITOTES = frozenset({"litotes"})
"""Senses of a post's weak cues that a denial beside them turns into praise ("n'est pas mécontente", "no es raro")."""

NEAR_BY = 25
"""Code points between a denial and the word that it denies, at most."""

NONE_OF_IT = frozenset({"no", "none", "nobody", "no one", "nothing", "not a single", "not any"})
"""English denials of there being any: what no "only" accounts for, and what a "without" or a nought is in English."""

TURNED_IN_TIME = 3.0
"""Log-odds for "no longer" against "still"."""
ALIKE_IN_TIME = -1.5
"""The same for "still closed" against "not yet open"."""

LEAST_GAIN = 0.01
"""How much nearer "not" must come to the post than one denial more, where a passage says "ruled out" or "shelved"."""

_REFUSED = re.compile(
    r"(?i)\b(?:rule[sd]? out|den(?:y|ie[sd])|dismiss(?:e[sd])?|reject(?:s|ed)?|scrap(?:s|ped)?|shelve[sd]?|puts? off|"
    r"abandon(?:s|ed)?|postpone[sd]?|call(?:s|ed)? off|cancel(?:s|l?ed)?|axe[sd]?|ditch(?:e[sd])?|drop(?:s|ped)? plans|"
    r"halt(?:s|ed)?|suspend(?:s|ed)?)\b"
)
"""Verbs of English that deny what they govern: "ruled out closing it", "plans to close it were shelved"."""

_UNCHANGED = re.compile(
    r"(?i)\b(?:stay(?:s|ed|ing)? (?:put|the same|where|as (?:it|they|before))|unchanged|untouched|"
    r"unharmed|unaffected|intact|safe|frozen|froze|freez\w+|left (?:alone|as (?:it|they))|stands? by|"
    r"hold(?:s|ing)? steady|held steady|ow(?:es?|ed|ing)|in arrears|too (?:early|soon) to)\b"
)
"""What English says of what does not change, for "is not raised", or is yet to be done, for "has not paid"."""

_CONTRAST = re.compile(r"(?i)[,，、،;]\s*(?:а|и|y|e|et|und|a|i|en|och|e|și|та|و|ve|而)?\s*\Z")
_INSTEAD = re.compile(r"(?i)\b(?:rather|than|instead|as opposed to|unlike)\b")


def in_time(case: Case) -> float:
    """Log-odds for "no longer" against "still", "not yet" against "already", where one side alone denies."""
    start, end = case.segment
    mine = states(case.post.text[start:end], case.post.language.code)
    theirs = states(case.passage.text, "en")
    turned = any(OPPOSITE[one] in theirs and one not in theirs and OPPOSITE[one] not in mine for one in mine)
    alike = any(ALIKE[one] in theirs and one not in theirs for one in mine)
    return TURNED_IN_TIME if turned else ALIKE_IN_TIME if alike else 0.0


def plainly_rendered(case: Case, passage: Sequence[Negation]) -> int:
    """How many denials of the passage are the post's "without": "sin agua" is "has no water".

    Args:
        case: post and passage.
        passage: what denies in the passage.
    """
    facts, theirs = case.post.facts, case.passage.facts
    missing = max(0, _withouts(facts) - _withouts(theirs))
    return min(sum(cue.text.lower() in NONE_OF_IT for cue in passage), missing)


def _withouts(facts: Facts) -> int:
    return sum(cue.sense == "without" for cue in facts.negations)


def none_at_all(facts: Facts) -> bool:
    """Whether a text counts none of something: "cero heridos" may be said as "no one was injured"."""
    return any(
        number.value == 0 and number.upper is None and number.unit is None and number.role == "cardinal"
        for number in facts.quantities
    )


def contrasted(case: Case, cue: Negation) -> bool:
    """Whether a denial only sets one thing against another, as "rather than" does: "качество, а не количество"."""
    return bool(_CONTRAST.search(case.post.text[: cue.start]) and _INSTEAD.search(case.passage.text))


def unchanged(case: Case) -> bool:
    """Whether a passage says in a word of its own that nothing changes: "the tax stays put" for "no subirá"."""
    return bool(_UNCHANGED.search(case.passage.text))


def refused(case: Case, post: Sequence[Negation]) -> bool:
    """Whether the one denial of a post is a verb in the passage: "no cerraremos", "the mayor ruled out closing it".

    Not where the post has such a verb itself, and denies it: "no descarta cerrarlo".
    """
    found = _REFUSED.search(case.passage.text)
    own = {cue.sense for cue in case.post.facts.negations if cue.weak}
    if found is None or len(post) != 1 or case.similar is None or own & (NEAR - {"privative"} | {"double"}):
        return False
    text = case.passage.text
    plain = f"{text[: found.start()]}not{text[found.end() :]}"
    said, *turned = case.similar([plain, *(variant for variant, _ in inserted(text, case.passage.facts.negations))])
    return said - max(turned, default=-1.0) >= LEAST_GAIN


def doubled_in(case: Case, post: Sequence[Negation], passage: Sequence[Negation]) -> Counter[str]:
    """Near-negations of the post that stand beside a denial and turn it round ("nunca faltan", "n'est pas rare"), as
    far as the passage has none like them."""
    theirs = Counter(cue.sense for cue in passage if cue.weak)
    found = Counter(
        weak.sense
        for weak in case.post.facts.negations
        if weak.weak
        and weak.sense in NEAR - {"privative"}
        and any(0 <= weak.start - cue.end <= NEAR_BY for cue in post)
    )
    return found - theirs
