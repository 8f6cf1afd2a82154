"""Suspects whom a passage calls the culprit, people accused whom it calls guilty, and verdicts of which it only has the
charge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.facts import antonyms
from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import Case, Hit
from quotecheck.rules.certainty_cues import hedges_in, suspects_in
from quotecheck.rules.certainty_places import denied

_CONVICTED = re.compile(r"(?i)\b(?:found guilty|convicted|was guilty|were guilty)\b")
_ACCUSED = re.compile(
    r"(?i)\b(?:(?:been|was|were|is|are|being|stands?|stood) accused|charged with|suspected of|on trial|"
    r"stands? trial|indicted|facing charges)\b"
)
_JUDGED = re.compile(
    r"(?i)\b(?:guilty|guilt|convict\w*|sentence[sd]?|condemn\w*|jail\w*|imprison\w*|verdict|ruling|ruled)\b"
)
"""What English says of a trial that is over, or still going on; a ruling may be either."""


def suspected(post: Sequence[Certainty], passage: Sequence[Certainty], case: Case) -> Iterable[Hit]:
    """A murderer where the post has a suspect."""
    suspects = [cue for cue in post if cue.sense == "suspect"]
    deeds = [cue for cue in passage if cue.sense == "crime"]
    if suspects and deeds and not hedges_in(passage) and not suspects_in([*passage, *case.context.certainties]):
        yield Hit(
            message=f"The post has a suspect (“{suspects[0].text}”); the passage says who did it (“{deeds[0].text}”).",
            confidence=0.7,
            post=(suspects[0].start, suspects[0].end),
            passage=(deeds[0].start, deeds[0].end),
        )


def tried(case: Case, post: Sequence[Certainty]) -> Iterable[Hit]:
    """Found guilty where the post has somebody accused, or accused where the post has a verdict."""
    lang, text = case.post.language.code, case.passage.text
    if not case.literal or denied(case) or not antonyms.reads(lang):
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
