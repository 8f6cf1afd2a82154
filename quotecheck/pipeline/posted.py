"""Quotations that an article says the author of one of its posts posted, and that no post renders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.align import Match
from quotecheck.align.passages import Candidate
from quotecheck.model import Article
from quotecheck.pipeline.ground import Ground
from quotecheck.pipeline.rendering import voice
from quotecheck.pipeline.threads import Entry, author_of
from quotecheck.rules.own_words import PLATFORMS

_POSTED = re.compile(
    r"\b(?:wrote|writes|tweeted|posted|reposted|shared|(?:in|on) (?:an?|the|his|her|its|their) (?:\w+ ){0,2}"
    r"(?:posts?|tweets?|thread|message|account|channel)"
    rf"|on (?:{'|'.join(sorted(PLATFORMS))}|Truth Social|social media))\b"
)


def unmatched(found: Sequence[list[Entry]], aligned: Sequence[Sequence[Match]], ground: Ground) -> list[int]:
    """Places of the article's quotations that it says an author of these threads posted, and that none renders."""
    taken = {ground.passages[match.passage].candidate.parts for matches in aligned for match in matches}
    alone = {
        passage.candidate.parts
        for passage in ground.passages
        if passage.candidate.kind == "quotation"
        and passage.candidate.parts not in taken
        and _POSTED.search(_around(passage.candidate, ground.article))
        and any(voice([entry.ready for entry in thread], author_of(thread[0].post), passage) == 1 for thread in found)
    }
    return [number for number, one in enumerate(ground.article.quotations) if one.parts in alone]


def _around(candidate: Candidate, article: Article) -> str:
    """What stands around a quotation, in its block."""
    block, start, end = candidate.parts[0]
    text = article.blocks[block].text
    return f"{text[:start]} {text[end:]}"
