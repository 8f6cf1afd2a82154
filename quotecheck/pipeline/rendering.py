"""Which passages of an article render a thread of posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import structs

from quotecheck.align import Match, Search, Target, Thread
from quotecheck.facts import join
from quotecheck.facts.names import found_in
from quotecheck.language import sentences
from quotecheck.pipeline.ground import GroundPassage
from quotecheck.pipeline.prepare import Prepared

RENDERS = {"quotation": 0.5, "headline": 0.5, "dek": 0.5, "caption": 0.6, "sentence": 0.6}
"""Least score at which a passage renders a post. A sentence of the reporter's own, of which there are many, must be
surer than words between quotation marks."""

OWN_WORDS = {"en": 0.6, "ja": 0.35}
OWN_WORDS_OTHERWISE = 0.45
"""Least cosine at which words of the reporter's own render a post, by the post's language. What an article tells of a
post's subject shares its names and numbers, and is no rendering for that: on real pages nothing below these was one.
Nine in ten translations reach them even with ten words of introduction before them."""

INSIDE_A_MATCH = 0.35
"""Least score of its own at which a quotation inside a sentence that renders the post is what renders it."""

LOOKED_AT = 6
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
    kept = _good_enough(search.matches(likely), passages, thread.lang)
    if not kept and len(likely) < len(passages):
        kept = _good_enough(search.matches(every), passages, thread.lang)
    return sorted(kept, key=lambda match: (-match.score, match.passage))


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


def _good_enough(scored: Sequence[Match], passages: Sequence[GroundPassage], lang: str) -> list[Match]:
    """Of passages with their scores those that render the thread; a sentence gives way to the quotation inside it."""
    near = OWN_WORDS.get(lang, OWN_WORDS_OTHERWISE)
    good = [
        match
        for match in scored
        if match.score >= RENDERS[kind := passages[match.passage].candidate.kind]
        and (kind == "quotation" or match.parts.get("meaning", near) >= near)
    ]
    quotations = [
        quotation
        for match in scored
        if passages[match.passage].candidate.kind == "quotation"
        and (quotation := _in_context(match, good, passages)).score >= RENDERS["quotation"]
    ]
    return quotations + [
        match
        for match in good
        if passages[match.passage].candidate.kind != "quotation"
        and not any(
            passages[match.passage].candidate.touches(passages[quotation.passage].candidate) for quotation in quotations
        )
    ]


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
