"""Which passages of an article render a thread of posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import structs

from quotecheck.align import Match, Search, Target, Thread
from quotecheck.align.passages import Candidate
from quotecheck.align.score import combine, plain_words
from quotecheck.facts import join
from quotecheck.facts.names import found_in
from quotecheck.language import sentences
from quotecheck.model import PassageKind
from quotecheck.pipeline.ground import GroundPassage
from quotecheck.pipeline.prepare import Prepared
from quotecheck.pipeline.told import closest, embed_parts, parts_of_passage

RENDERS: dict[PassageKind, float] = {"quotation": 0.5, "headline": 0.5, "dek": 0.5, "caption": 0.6, "sentence": 0.6}
"""Least score at which a passage renders a post. A sentence of the reporter's own, of which there are many, must be
surer than words between quotation marks."""

OWN_WORDS = {"ja": 0.4}
OWN_WORDS_OTHERWISE = 0.5
"""Least cosine at which a part of a reporter's sentence tells a part of a post, by the post's language. What an article
tells of a post's subject shares its names and numbers, and tells nothing of the post for that."""

CLEARLY, CLOSE_BY = 0.05, 0.1
"""How much nearer a part must come to tell the post whatever else is known, and how much less near it may where words,
names and numbers speak for it. Of the sentences of articles written for this that tell a post, 88 in 100 pass, of the
others 4."""

NO_PART_BELOW = 0.25
"""Cosine of the whole of a sentence below which no part of it tells a part of a post either: none of 132 that do."""

FAR, LONG_ENOUGH = 0.33, 5
"""Cosine below which a quotation of so many words renders nothing: of the right ones the least was 0.36."""

FAR_OF_NOBODY, FAR_OF_A_STRANGER = 0.4, 0.62
"""The same where the article does not say whose words it is, and where it gives them to somebody else by name, who
speaks of the same in words of their own."""
FAR_WITH_FACTS, OF_THE_SAME = 0.5, 0.9
"""The same of such a stranger who has so great a share of the post's figures and names."""

SAME_WORDS = 0.6
"""Least share of the words of an English quotation that stand in an English post in the same order."""

AS_A_WHOLE = {"en": 0.6, "ja": 0.35}
AS_A_WHOLE_OTHERWISE = 0.45
"""The same for words of the reporter's own that render a post as a whole: nine in ten translations reach them even with
ten words of introduction before them."""

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
            voice=voice(posts, author, passage),
            sentences=len(sentences(passage.candidate.text, "en")) if passage.candidate.kind == "quotation" else 1,
        )
        for passage in passages
    ]
    search = Search(thread, targets)
    every = range(len(passages))
    order = search.by_likelihood()
    likely = every if order is None else _likeliest(order, passages)
    kept = _good_enough(_told(search.matches(likely), posts, passages), posts, passages, thread.lang)
    if not kept and len(likely) < len(passages):
        kept = _good_enough(_told(search.matches(every), posts, passages), posts, passages, thread.lang)
    return sorted(kept, key=lambda match: (-match.score, match.passage))


def renders_whole(match: Match, kind: PassageKind, lang: str) -> bool:
    """Whether a passage of a kind renders a thread in language `lang` as a whole, not only with a part of it."""
    near = AS_A_WHOLE.get(lang, AS_A_WHOLE_OTHERWISE)
    return match.score >= RENDERS[kind] and match.parts.get("meaning", near) >= near


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
    """Matches, with how near a quotation, or any part of the reporter's own words, comes to a part of the posts: it may
    render a clause of a long sentence."""
    own = {
        match.passage: parts_of_passage(passage.candidate.text, passage.quoted)
        for match in scored
        if (passage := passages[match.passage]).candidate.kind != "quotation"
        and match.parts.get("meaning", 0.0) >= NO_PART_BELOW
    }
    for post in posts:
        embed_parts([(passages[number].candidate.text, spans) for number, spans in own.items()], post)
    found = []
    for match in scored:
        passage = passages[match.passage]
        text, meaning = passage.candidate.text, match.parts.get("meaning")
        if meaning is None or (passage.candidate.kind == "quotation" and posts[0].language.code == "en"):
            pass  # words that are quoted in their own language are the same or not
        elif passage.candidate.kind == "quotation":
            near = max(closest(text, [(0, len(text))], post) for post in posts)
            if near > meaning:
                parts = {**match.parts, "meaning": round(near, 4)}
                match = structs.replace(match, score=round(combine(parts), 4), parts=parts)
        elif match.passage in own:
            near = max(closest(text, own[match.passage], post) for post in posts)
            match = structs.replace(match, parts={**match.parts, "part": round(near, 4)})
        else:
            match = structs.replace(match, parts={**match.parts, "part": meaning})
        found.append(match)
    return found


def _tells(match: Match, renders: float, near: float) -> bool:
    """Whether words of the reporter's own tell part of the posts."""
    part, score = match.parts.get("part", near), of_parts(match)
    return part >= near + CLEARLY or (part >= near - CLOSE_BY and score >= renders)


def of_parts(match: Match) -> float:
    """The score of a match, were the part that comes nearest all of the passage."""
    parts = match.parts
    return combine({**parts, "meaning": max(parts["meaning"], parts["part"])}) if "part" in parts else match.score


def _only_quotes(match: Match) -> bool:
    """Whether a sentence has next to nothing but what it quotes, which is compared by itself: "she said"."""
    return match.parts.get("part") == 0.0


def _word_for_word(passage: GroundPassage, posts: Sequence[Prepared]) -> bool:
    """Whether a quotation has most of its words from posts in its own language."""
    from rapidfuzz.distance import LCSseq

    said = plain_words(" ".join(post.text for post in posts)).split()
    quoted = plain_words(passage.candidate.text).split()
    return LCSseq.similarity(said, quoted) >= SAME_WORDS * len(quoted)


def _far(match: Match, passage: GroundPassage) -> bool:
    """Whether a quotation of some length means something else altogether, whoever speaks and whatever it names."""
    speaker = match.parts.get("speaker", 0)
    least = FAR if speaker > 0 else FAR_OF_NOBODY
    if speaker < 0:
        least = FAR_WITH_FACTS if match.parts.get("facts", 0.0) >= OF_THE_SAME else FAR_OF_A_STRANGER
    return len(passage.candidate.text.split()) >= LONG_ENOUGH and match.parts.get("meaning", least) < least


def _good_enough(
    scored: Sequence[Match], posts: Sequence[Prepared], passages: Sequence[GroundPassage], lang: str
) -> list[Match]:
    """Of passages with their scores those that render the thread."""
    around = [match for match in scored if renders_whole(match, passages[match.passage].candidate.kind, lang)]
    near = OWN_WORDS.get(lang, OWN_WORDS_OTHERWISE)
    quotations = [
        found
        for match in scored
        if passages[match.passage].candidate.kind == "quotation"
        and (found := _in_context(match, around, passages)).score >= RENDERS["quotation"]
        and not _far(found, passages[match.passage])
        and (lang != "en" or _word_for_word(passages[match.passage], posts))
    ]

    def quoted(candidate: Candidate) -> bool:
        return any(candidate.touches(passages[one.passage].candidate) for one in quotations)

    own = [
        match
        for match in scored
        if (candidate := passages[match.passage].candidate).kind != "quotation"
        and (
            (lang != "en" and _tells(match, RENDERS[candidate.kind], near))
            or (renders_whole(match, candidate.kind, lang) and not quoted(candidate) and not _only_quotes(match))
        )
    ]
    return quotations + own


def voice(posts: Sequence[Prepared], author: str, passage: GroundPassage) -> int:
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
