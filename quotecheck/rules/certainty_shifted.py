"""certainty-shifted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.facts import antonyms, certainty, conditions
from quotecheck.facts.clauses import split
from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.clause_pairs import RENDERED, pair, sentence_pairs

WORDS = {"reported": "as hearsay", "possible": "as only possible", "considered": "as only being considered"}

_DECIDED = re.compile(
    r"(?i)\b(?:will|shall|going to|ha(?:s|ve) decided to|decide[sd] to)\b"
    r"(?! (?:\w+ )?be (?!\w+(?:ed|en|wn|ld|ght|lt|pt|ing)\b))"
)
"""What English states of the future; what "will be fine", or "will be able to", may be hoped, or allowed."""

_CONVICTED = re.compile(r"(?i)\b(?:found guilty|convicted|was guilty|were guilty)\b")
_ACCUSED = re.compile(
    r"(?i)\b(?:(?:been|was|were|is|are|being|stands?|stood) accused|charged with|suspected of|on trial|"
    r"stands? trial|indicted|facing charges)\b"
)
_JUDGED = re.compile(
    r"(?i)\b(?:guilty|guilt|convict\w*|sentence[sd]?|condemn\w*|jail\w*|imprison\w*|verdict|ruling|ruled)\b"
)
"""What English says of a trial that is over, or still going on; a ruling may be either."""

_FUTURE = re.compile(r"(?:ra|ront|rá|rán|rà|ranno|ran)\Z")
"""How futures of "can" end in the Romance languages: a reporter says "will" for them, as of what opens to all."""

_COULD = re.compile(r"could(?= be\b|$)")

_IF = frozenset({"if"})
"""Cues of a condition, which hedge nothing where the post has its own."""

LEAST_GAIN = 0.01
"""How much closer to the post a passage must come once its "may" is "will"."""

TOLD_AT_ALL = 0.4
"""Likeness of a clause of the post to the nearest of a reporter's sentence below which that leaves it out."""


class CertaintyShifted(AlignmentRule):
    """
    What it does: fires when one side tells as hearsay, or as a mere possibility, what the other side states. Only
    outright cues count (“allegedly”, “presuntamente”, the press conditional, “perhaps”), and only where the other side
    holds nothing that may render them: no modal, no hedge, and no more sources (“according to”, “said”) than the first
    side. Also where a “may” or a “definitely” has nothing in the post to stand for, where “puede” or “estudia” became
    “will”, and where a suspect became the murderer, or somebody accused was found guilty.

    Examples: “El ministro presuntamente robó” against “The minister stole”; “Il aurait fui” against “He fled”.

    What to do: give the hedge back to the quotation, or name who says so.

    Reads: every language with certainty data.
    """

    name = "certainty-shifted"
    severity = "warning"
    summary = "one side states what the other says may be, or is reported"
    needs = frozenset({"certainty"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [cue for cue in case.post.facts.certainties if cue.start < end and cue.end > start]
        passage = list(case.passage.facts.certainties)
        outright = _told(case, post, in_post=True)
        for cue in outright:
            mine, theirs = _facing(case, cue, post, passage, in_post=True)
            if not _rendered(case, cue):
                continue
            theirs = _hedging(case, cue, theirs)
            if not _excused(mine, [*theirs, *_around(case, cue)]) or _foretold(case, cue, mine, theirs):
                yield Hit(
                    message=f"The post says it {WORDS[cue.level]} (“{cue.text}”); the passage states it.",
                    confidence=0.75,
                    post=(cue.start, cue.end),
                    passage=_rendering(case, cue),
                )
                return
        yield from _tried(case, post)
        if not outright:
            yield from _suspected(post, passage, case)
            yield from _decided(post, passage, case)
        if case.truncated:
            return
        known = [*case.post.facts.certainties, *case.thread.certainties]
        outright = _told(case, passage, in_post=False)
        for cue in outright:
            mine, theirs = _facing(case, cue, passage, known, in_post=False)
            mine = [one for one in mine if one.level != "certain" or _one_clause(case.passage.text, one, cue)]
            if not _excused(mine, theirs) and not _suspects(theirs):
                yield Hit(
                    message=f"The passage says it {WORDS[cue.level]} (“{cue.text}”); the post states it.",
                    confidence=0.75,
                    post=case.segment,
                    passage=(cue.start, cue.end),
                )
                return
        if not outright:
            yield from _possible(case, passage, known)
            yield from _certain(case, post, passage, known)


def _hedging(case: Case, cue: Certainty, theirs: Sequence[Certainty]) -> Sequence[Certainty]:
    """Those cues of a passage that may render one of the post. Who said it renders hearsay, and not what is only
    possible; a reporter's "would" renders "should", but no plan that is only weighed."""
    if case.kind == "quotation" or cue.level == "reported":
        return theirs
    weighed = cue.level == "considered"
    return [one for one in theirs if one.sense != "said" and not (weighed and one.text.lower() == "would")]


def _around(case: Case, cue: Certainty) -> Sequence[Certainty]:
    """What the words around a passage say of how sure it is. Of a part of a reporter's sentence, whoever says it is the
    source of all of it, and renders no "probably"."""
    if not case.told or cue.level == "reported":
        return case.context.certainties
    return _hedging(case, cue, certainty.read(case.sentence, "en"))


def _facing(
    case: Case, cue: Certainty, mine: Sequence[Certainty], theirs: Sequence[Certainty], *, in_post: bool
) -> tuple[Sequence[Certainty], Sequence[Certainty]]:
    """Of the cues of the side that holds one, and of the other side, those that may bear on it.

    Where another sentence clearly renders the one that holds it, what further sentences say that render others still
    bears on those: "may close. 2,400 are expected to be affected" is not "will close. 2,400 are expected …".
    """
    pairs = sentence_pairs(case) if len(mine) > 1 or theirs else None
    there = pairs.counterpart(cue.start, in_post=in_post) if pairs is not None else None
    if pairs is None or there is None:
        return mine, theirs
    first, last = pairs.span_of(cue.start) if in_post else pairs.rendering_at(cue.start)
    facts = (case.passage if in_post else case.post).facts.certainties

    def bears(other: Certainty) -> bool:
        rendered = pairs.counterpart(other.start, in_post=not in_post) if other in facts else None
        return rendered is None or rendered == (first, last)

    return [one for one in mine if first <= one.start < last], [one for one in theirs if bears(one)]


def _rendered(case: Case, cue: Certainty) -> bool:
    """Whether a reporter's own words render the clause of a post that is only possible: they leave others out."""
    if case.literal or case.between is None:
        return True
    pairs = pair(case)
    return pairs is None or pairs.closeness(cue.start) >= TOLD_AT_ALL


def _rendering(case: Case, cue: Certainty) -> tuple[int, int]:
    """The sentence of the passage that renders that of a cue; all of it where none clearly does."""
    pairs = sentence_pairs(case)
    there = pairs.counterpart(cue.start, in_post=True) if pairs is not None else None
    return there or (0, len(case.passage.text))


def _told(case: Case, cues: Sequence[Certainty], *, in_post: bool) -> list[Certainty]:
    """The outright cues, without hedges of a number ("asi 400" is "about 400")."""
    here, there = (case.post, case.passage) if in_post else (case.passage, case.post)
    exact = {number.value for number in there.facts.quantities if number.bound == "exact"}

    def of_number(cue: Certainty) -> bool:
        return any(
            (number.start <= cue.start and cue.end <= number.end and not number.weak)
            # Of a number that the other side has not, or hedges too, a hedge before it says only that.
            or (
                number.value not in exact
                and not number.weak
                and cue.end <= number.start
                and not here.text[cue.end : number.start].strip(" ,")
            )
            for number in here.facts.quantities
        )

    return [cue for cue in _outright(cues) if not of_number(cue)]


def _possible(case: Case, passage: Sequence[Certainty], known: Sequence[Certainty]) -> Iterable[Hit]:
    """A "may" where the post has no modal, no condition and no question; of what a reporter tells, a "could" too."""
    modal = [cue for cue in passage if cue.sense == "modal" or (case.told and _COULD.match(cue.text))]
    language = case.post.language.code
    if not modal or not case.literal or case.post.facts.question or not conditions.reads(language):
        return
    if (
        _hedges(known)
        or _suspects(known)
        or any(cue.level == "ordered" for cue in known)
        or conditions.read(case.post.text, language)
    ):
        return
    text, cue = case.passage.text, modal[0]
    if case.similar is None or not text[cue.start].islower():
        return  # the month, or too little to tell
    if cue.text.lower() == "may" and any(not cue.weak for cue in case.passage.facts.negations):
        return  # "may not" forbids
    sure = f"will{_COULD.sub('', cue.text)}" if _COULD.match(cue.text) else "will"  # "could be"
    hedged, stated = case.similar([text, f"{text[: cue.start]}{sure}{text[cue.end :]}"])
    if stated - hedged < LEAST_GAIN:
        return
    yield Hit(
        message=f"The passage says it as only possible (“{modal[0].text}”); the post states it.",
        confidence=0.7,
        post=case.segment,
        passage=(modal[0].start, modal[0].end),
    )


def _decided(post: Sequence[Certainty], passage: Sequence[Certainty], case: Case) -> Iterable[Hit]:
    """A "will" where the post has a "may" ("puede cerrar") or a plan that is weighed ("estudia el cierre")."""
    loose = [cue for cue in post if cue.sense in ("may", "weighed")]
    if not loose:
        return
    post, passage = _facing(case, loose[0], post, passage, in_post=True)
    decided = _DECIDED.search(case.passage.text, *_rendering(case, loose[0]))
    everywhere = [*case.post.facts.negations, *case.passage.facts.negations]
    if loose[0].sense == "weighed" and any(not cue.weak for cue in everywhere):
        return
    if case.told and _FUTURE.search(loose[0].text):
        return
    if decided is None or _denied(case) or not case.literal:
        return
    around = () if case.told else case.context.certainties  # what else the article says is said of something else
    if _hedges([*passage, *around]) or any(cue.sense == "weighed" for cue in passage):
        return
    if loose[0].sense == "may":
        text = case.passage.text
        if case.similar is None:
            return
        stated, hedged = case.similar([text, f"{text[: decided.start()]}may{text[decided.end() :]}"])
        if hedged - stated < LEAST_GAIN and _hedged_clause(case, loose[0], decided.span()) < LEAST_GAIN:
            return
    yield Hit(
        message=f"The post says it {WORDS[loose[0].level]} (“{loose[0].text}”); the passage states it.",
        confidence=0.7,
        post=(loose[0].start, loose[0].end),
        passage=decided.span(),
    )


def _foretold(case: Case, cue: Certainty, mine: Sequence[Certainty], theirs: Sequence[Certainty]) -> bool:
    """Whether a passage foretells, or calls decided, what the post only thinks possible or weighs. Whoever is named
    as its source has then been misquoted, and what else the article says of the matter hedges it no more.

    Args:
        case: post and passage.
        cue: of the post.
        mine, theirs: the cues of the post and of the passage that bear on it.
    """
    if not case.literal or cue.level == "reported" or _sure(mine):
        return False
    decided = _DECIDED.search(case.passage.text, *_rendering(case, cue))
    if decided is None or _denied_beside(case, cue, decided.start()):
        return False
    if cue.level == "considered":
        return decided.group().lower().endswith("to") and not any(_weighs(one) for one in theirs)
    asked = conditions.read(case.post.text, case.post.language.code)
    return not [one for one in _hedges(theirs) if not (asked and one.text.lower() in _IF)]


def _hedged_clause(case: Case, cue: Certainty, decided: tuple[int, int]) -> float:
    """How much closer the clause of a "will" comes to that of a "may" once it says "may" itself: in a long sentence
    one word is too little to tell."""
    if case.between is None:
        return 0.0
    mine = _clause_of(case.post.text, case.post.language.code, case.segment, cue.start)
    text = case.passage.text
    start, end = _clause_of(text, "en", (0, len(text)), decided[0])
    hedged = f"{text[start : decided[0]]}may{text[decided[1] : end]}"
    said, possible = case.between([case.post.text[slice(*mine)]], [text[start:end], hedged])[0]
    return possible - said if possible >= RENDERED else 0.0


def _clause_of(text: str, lang: str, segment: tuple[int, int], place: int) -> tuple[int, int]:
    return next((span for span in split(text, lang, segment) if span[0] <= place < span[1]), segment)


def _one_clause(text: str, one: Certainty, other: Certainty) -> bool:
    """Whether two cues of a passage stand in one clause."""
    whole = (0, len(text))
    return _clause_of(text, "en", whole, one.start) == _clause_of(text, "en", whole, other.start)


def _weighs(cue: Certainty) -> bool:
    return cue.sense == "weighed" or cue.level == "considered" or cue.text.lower().startswith("consider")


def _denied(case: Case) -> bool:
    """Whether either side denies something, beside which neither "may" nor "will" says the same as without it."""
    start, end = case.segment
    mine = [cue for cue in case.post.facts.negations if cue.start < end and cue.end > start]
    return any(not cue.weak for cue in (*mine, *case.passage.facts.negations))


def _denied_beside(case: Case, cue: Certainty, place: int) -> bool:
    """The same of the clauses of a cue and of a place in the passage alone."""
    start, end = _clause_of(case.post.text, case.post.language.code, case.segment, cue.start)
    first, last = _clause_of(case.passage.text, "en", (0, len(case.passage.text)), place)
    mine = [one for one in case.post.facts.negations if start <= one.start < end]
    theirs = [one for one in case.passage.facts.negations if first <= one.start < last]
    return any(not one.weak for one in (*mine, *theirs))


def _suspected(post: Sequence[Certainty], passage: Sequence[Certainty], case: Case) -> Iterable[Hit]:
    """A murderer where the post has a suspect."""
    suspects = [cue for cue in post if cue.sense == "suspect"]
    deeds = [cue for cue in passage if cue.sense == "crime"]
    if suspects and deeds and not _hedges(passage) and not _suspects([*passage, *case.context.certainties]):
        yield Hit(
            message=f"The post has a suspect (“{suspects[0].text}”); the passage says who did it (“{deeds[0].text}”).",
            confidence=0.7,
            post=(suspects[0].start, suspects[0].end),
            passage=(deeds[0].start, deeds[0].end),
        )


def _tried(case: Case, post: Sequence[Certainty]) -> Iterable[Hit]:
    """Found guilty where the post has somebody accused, or accused where the post has a verdict."""
    lang, text = case.post.language.code, case.passage.text
    if not case.literal or _denied(case) or not antonyms.reads(lang):
        return
    start, end = case.segment
    judged = [one for one in antonyms.read(case.post.text, lang) if start <= one.start < end]
    verdicts = [one for one in judged if one.sense == "guilty"]
    accused = [cue for cue in post if cue.sense == "suspect"]
    found, charged = _CONVICTED.search(text), _ACCUSED.search(text)
    if accused and not _judged(judged) and found is not None and charged is None:
        yield Hit(
            message=f"The post has somebody accused (“{accused[0].text}”); the passage says “{found.group()}”.",
            confidence=0.7,
            post=(accused[0].start, accused[0].end),
            passage=found.span(),
        )
    elif verdicts and not accused and charged is not None and not _JUDGED.search(text):
        yield Hit(
            message=f"The post has a verdict (“{verdicts[0].text}”); the passage only says “{charged.group()}”.",
            confidence=0.7,
            post=(verdicts[0].start, verdicts[0].end),
            passage=charged.span(),
        )


def _judged(found: Sequence[antonyms.Direction]) -> bool:
    """Whether a post has a verdict, of either kind, or may have."""
    return any(one.sense in ("guilty", "innocent") for one in found)


def _certain(
    case: Case, post: Sequence[Certainty], passage: Sequence[Certainty], known: Sequence[Certainty]
) -> Iterable[Hit]:
    """A "definitely" where the post has a hedge and nothing that is sure."""
    hedged = _hedges(post)
    sure = _sure(passage)
    telling = not case.literal or case.told
    hedges = [
        cue
        for cue in _hedges(passage)
        if not (telling and cue.text.lower() == "would")  # "it would be held" tells what was said
        and not any(_one_verb(case.passage.text, cue, one) for one in sure)
    ]
    if case.told:  # what the rest of the post is sure of is another thing
        known = [one for one in known if case.segment[0] <= one.start < case.segment[1]]
    if not sure or not hedged or hedges or _sure(known):
        return
    yield Hit(
        message=f"The post hedges (“{hedged[0].text}”); the passage is sure (“{sure[0].text}”).",
        confidence=0.7,
        post=(hedged[0].start, hedged[0].end),
        passage=(sure[0].start, sure[0].end),
    )


def _one_verb(text: str, cue: Certainty, sure: Certainty) -> bool:
    """Whether a "would" only belongs to what is said to be sure: "we would certainly not be here"."""
    between = text[min(cue.end, sure.end) : max(cue.start, sure.start)]
    return cue.text.lower() == "would" and not between.strip()


def _outright(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and not cue.weak]


def _sure(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level == "certain" and not cue.weak]


def _hedges(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and cue.sense not in ("said", "weighed", "suspect")]


def _excused(mine: Sequence[Certainty], theirs: Sequence[Certainty]) -> bool:
    """Whether the other side hedges too, or names more sources than this one ("according to" may render hearsay)."""
    if _sure(mine) and _sure(theirs):
        return True  # "間違いなく…だろう" is "surely"
    if any(cue.level == "considered" for cue in mine) and any(cue.sense == "weighed" for cue in theirs):
        return True
    if _sources(theirs) > _sources(mine) or _suspects(theirs) > _suspects(mine):
        return True
    return bool(_hedges(theirs))


def _suspects(cues: Iterable[Certainty]) -> int:
    return sum(cue.sense == "suspect" for cue in cues)


def _sources(cues: Iterable[Certainty]) -> int:
    return sum(cue.sense == "said" for cue in cues)


RULE = CertaintyShifted()
