"""Which passages of an article render a thread of posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import structs

from quotecheck.align import Match, Search, Target, Thread
from quotecheck.align.score import combine
from quotecheck.facts import join
from quotecheck.facts.names import found_in
from quotecheck.language import sentences
from quotecheck.model import PassageKind
from quotecheck.pipeline.ground import GroundPassage
from quotecheck.pipeline.prepare import Prepared
from quotecheck.pipeline.told import closest

RENDERS: dict[PassageKind, float] = {"quotation": 0.5, "headline": 0.5, "dek": 0.5, "caption": 0.6, "sentence": 0.6}
"""Least score at which a passage renders a post. A sentence of the reporter's own, of which there are many, must be
surer than words between quotation marks."""

OWN_WORDS = {"en": 0.65, "ja": 0.4}
OWN_WORDS_OTHERWISE = 0.5
"""Least cosine at which a part of a reporter's sentence tells a part of a post, by the post's language. What an article
tells of a post's subject shares its names and numbers, and tells nothing of the post for that."""

CLEARLY, CLOSE_BY, SAME_FACTS = 0.05, 0.1, 0.6
"""How much nearer a part must come to tell the post whatever else is known; how much less near it may, where the score
is as much higher and this share of the facts is the same. Of the sentences of articles written for this that tell a
post, 88 in 100 pass, of the others 4."""

AS_A_WHOLE = 0.45
"""Least cosine of words of the reporter's own that render a post as a whole."""

INSIDE_A_MATCH = 0.35
"""Least score of its own at which a quotation inside a sentence that renders the post is what renders it."""

LOOKED_AT = 10
"""Passages of different words that are compared by meaning at first. Among 27, the one that renders a post was never
below the sixth by words, numbers and names alone, in three languages and with facts changed."""


def rendering(posts: Sequence[Prepared], author: str, passages: Sequence[GroundPassage]) -> list[Match]:
    """The passages that render a thread, best first.

    Only the likeliest are compared by meaning; where none of them renders it, all are.

    Args:
        posts: of one language.
        author: the name and handle of who wrote them; empty where neither is known.
        passages: of the article.
    """
    units = [unit for post in posts for unit in post.units]
    english = [sentence for post in posts for sentence in (post.english or ())]
    thread = Thread(
        units=units,
        english=english if len(english) == len(units) else None,
        embedder=posts[0].embedder,
        lang=posts[0].language.code,
    )
    if thread.english is None and thread.embedder is None:
        return []
    targets = [
        Target(
            text=passage.candidate.text,
            facts=join([passage.facts, passage.speaker]),
            voice=_voice(posts, author, passage),
            sentences=len(sentences(passage.candidate.text, "en")) if passage.candidate.kind == "quotation" else 1,
        )
        for passage in passages
    ]
    search = Search(thread, targets)
    every = range(len(passages))
    order = search.by_likelihood()
    likely = every if order is None else _likeliest(order, passages)
    kept = _good_enough(_told(search.matches(likely), posts, passages), passages, thread.lang)
    if not kept and len(likely) < len(passages):
        kept = _good_enough(_told(search.matches(every), posts, passages), passages, thread.lang)
    return sorted(kept, key=lambda match: (-match.score, match.passage))


def renders_whole(match: Match, kind: PassageKind) -> bool:
    """Whether a passage of a kind renders the thread as a whole, not only with a part of it."""
    return match.score >= RENDERS[kind] and match.parts.get("meaning", AS_A_WHOLE) >= AS_A_WHOLE


def _likeliest(order: Sequence[int], passages: Sequence[GroundPassage]) -> list[int]:
    """The first of these passages, each with the quotations and sentences that share words with it."""
    by_block = defaultdict(list)
    for index in order:
        for block in {part[0] for part in passages[index].candidate.parts}:
            by_block[block].append(index)
    likely: set[int] = set()
    looked_at = 0
    for index in order:
        if index in likely:
            continue
        if looked_at == LOOKED_AT:
            break
        looked_at += 1
        candidate = passages[index].candidate
        near = {other for part in candidate.parts for other in by_block[part[0]]}
        likely |= {index, *(other for other in near if passages[other].candidate.touches(candidate))}
    return sorted(likely)


def _told(scored: Sequence[Match], posts: Sequence[Prepared], passages: Sequence[GroundPassage]) -> list[Match]:
    """Matches, those of the reporter's own words with how near any part of them comes to a part of the posts."""
    found = []
    for match in scored:
        passage = passages[match.passage]
        if passage.candidate.kind != "quotation" and "meaning" in match.parts:
            near = max(closest(passage.candidate.text, passage.quoted, post) for post in posts)
            match = structs.replace(match, parts={**match.parts, "part": round(near, 4)})
        found.append(match)
    return found


def _tells(match: Match, renders: float, near: float) -> bool:
    """Whether words of the reporter's own tell part of the posts."""
    part, score = match.parts.get("part", near), _of_parts(match)
    return (
        part >= near + CLEARLY
        or (part >= near and score >= renders)
        or (part >= near - CLOSE_BY and score >= renders + CLOSE_BY and match.parts.get("facts", 0.0) >= SAME_FACTS)
    )


def _of_parts(match: Match) -> float:
    """The score of a match, were the part that comes nearest all of the passage."""
    parts = match.parts
    return combine({**parts, "meaning": max(parts["meaning"], parts["part"])}) if "part" in parts else match.score


def _good_enough(scored: Sequence[Match], passages: Sequence[GroundPassage], lang: str) -> list[Match]:
    """Of passages with their scores those that render the thread."""
    around = [match for match in scored if renders_whole(match, passages[match.passage].candidate.kind)]
    near = OWN_WORDS.get(lang, OWN_WORDS_OTHERWISE)
    quotations, own = [], []
    for match in scored:
        kind = passages[match.passage].candidate.kind
        if kind == "quotation":
            match = _in_context(match, around, passages)
            if match.score >= RENDERS[kind]:
                quotations.append(match)
        elif _tells(match, RENDERS[kind], near):
            own.append(match)
    return quotations + own


def _voice(posts: Sequence[Prepared], author: str, passage: GroundPassage) -> int:
    """Whose words the article says a quotation is: the thread's author's (1), a stranger's (-1), or it does not say."""
    speakers = passage.speaker.names
    if not speakers or not author:
        return 0
    if any(found_in(name, "en", author) for name in speakers):
        return 1
    named = any(found_in(name, "en", post.text) for name in speakers for post in posts)
    return 0 if named else -1


def _in_context(match: Match, good: Sequence[Match], passages: Sequence[GroundPassage]) -> Match:
    """A quotation with the evidence of the sentence around it: what introduces it often says what it is about."""
    quotation = passages[match.passage].candidate
    around = max((other.score for other in good if passages[other.passage].candidate.touches(quotation)), default=0.0)
    if match.score < INSIDE_A_MATCH or around <= match.score:
        return match
    return structs.replace(match, score=around, parts={**match.parts, "sentence": around})
