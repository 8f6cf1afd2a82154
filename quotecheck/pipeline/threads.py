"""A thread of posts against the article: which passages render it, what the rules say, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct, structs

from quotecheck.align import Match
from quotecheck.align.texts import clean
from quotecheck.facts import join, outside, read
from quotecheck.facts.fact import Facts
from quotecheck.model import Alignment, Aspect, CheckedPost, Finding, Post, Verdict
from quotecheck.pipeline.found import found_post
from quotecheck.pipeline.ground import Ground
from quotecheck.pipeline.meaning import AlignedWords, alike_by, clauses_by, similarity_to, similarity_to_text
from quotecheck.pipeline.prepare import Prepared, untranslated_hint
from quotecheck.pipeline.rendering import of_parts, rendering, renders_whole
from quotecheck.pipeline.told import WORSE, Told, best_told, told, without_told
from quotecheck.pipeline.workbench import Workbench
from quotecheck.rules import on_alignment, on_post
from quotecheck.rules.base import Case, Hit, PostState, Rule, Side
from quotecheck.rules.outcome import aspects, by_weight, finding, once, verdict, why_unchecked

SURE = 0.7
"""Score below which a passage may render something else."""
CLOSELY = 0.6
"""Cosine from which a part of such a passage surely tells its part of the post."""
AS_GOOD = 0.02
"""Scores nearer than this say that a quotation may render either of two threads, as when a post is embedded twice."""

MOST_ALIGNMENTS = 12
"""A post is compared with this many passages at most, the best."""

FEWEST_LETTERS = 4
"""A post of fewer says too little to compare."""


class Entry(Struct, frozen=True, kw_only=True):
    """A post, its number in the report, and what was made ready of it."""

    number: int
    post: Post
    ready: Prepared


class Judged(Struct, frozen=True, kw_only=True):
    """A post with what was found about it.

    Attributes:
        post: with the verdict that `findings` give it.
        findings: about it and its passages, worst first.
        otherwise: its verdict without any finding.
    """

    post: CheckedPost
    findings: Sequence[Finding]
    otherwise: Verdict


def threads(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Runs of consecutive posts by one author in one language."""

    def key(entry: Entry) -> object:
        if not entry.post.handle:
            return entry.number
        return entry.post.platform, entry.post.handle, entry.ready.language.code

    return [list(group) for _, group in groupby(entries, key=key)]


def align_threads(found: Sequence[list[Entry]], ground: Ground) -> list[list[Match]]:
    """For each thread the passages that render it, best first. A passage renders the thread that it fits best: what one
    person wrote is not held against another's words on the same matter."""
    matches = [
        rendering([entry.ready for entry in thread], author_of(thread[0].post), ground.passages) for thread in found
    ]
    best: dict[int, float] = {}
    for match in (match for of_thread in matches for match in of_thread):
        best[match.passage] = max(best.get(match.passage, 0.0), _nearness(match))
    return [
        [match for match in of_thread if _nearness(match) >= best[match.passage] - AS_GOOD][:MOST_ALIGNMENTS]
        for of_thread in matches
    ]


def _nearness(match: Match) -> float:
    """What threads are compared by that a passage may render: of the reporter's own words, the part that is nearest."""
    return match.parts.get("part", match.score)


def check_thread(thread: Sequence[Entry], matches: Sequence[Match], ground: Ground, bench: Workbench) -> list[Judged]:
    """Check every post of a thread against the passages that render it; a passage may draw on several of them."""
    owners = [place for place, entry in enumerate(thread) for _ in entry.ready.units]
    results = []
    for place, entry in enumerate(thread):
        mine = [match for match in matches if place in owners[match.first : match.last + 1]]
        elsewhere = join(
            [
                *(other.ready.facts for other in thread if other is not entry),
                *([read(entry.post.author, "en")] if entry.post.author else []),
            ]
        )
        segments = [_segment(thread, place, match) for match in mine]
        results.append(_check_post(entry, list(zip(mine, segments, strict=True)), elsewhere, ground, bench))
    return results


def author_of(post: Post) -> str:
    """The name and the handle of who wrote a post; empty where neither is known."""
    return " ".join(part for part in (post.author, post.handle) if part)


def _segment(thread: Sequence[Entry], place: int, match: Match) -> tuple[int, int]:
    """The part of one post of the thread that a match covers."""
    units = [(owner, unit) for owner, entry in enumerate(thread) for unit in entry.ready.units]
    mine = [unit for owner, unit in units[match.first : match.last + 1] if owner == place]
    return mine[0].start, mine[-1].end


def _check_post(
    entry: Entry,
    matches: Sequence[tuple[Match, tuple[int, int]]],
    elsewhere: Facts,
    ground: Ground,
    bench: Workbench,
) -> Judged:
    """One post against the passages that render it, and what is to be said of it by itself."""
    post, ready = entry.post, entry.ready
    checked = aspects(
        ready.facts, ready.facts.read, meaning=ready.embedder is not None, wording=ready.english is not None
    )
    reason = _in_the_way(entry, ground) or why_unchecked(checked, ready.language)
    matched = bool(matches) if matches or _could_match(entry, ground) else None
    candidates = [ground.passages[match.passage].candidate for match, _ in matches]
    quoted = [
        (ready.text[slice(*segment)], one.text)
        for one, (_, segment) in zip(candidates, matches, strict=True)
        if one.kind == "quotation"
    ]
    parts = [
        told(one.text, ground.passages[match.passage].quoted, ready) if one.kind != "quotation" else []
        for one, (match, _) in zip(candidates, matches, strict=True)
    ]
    quoted_parts = [
        Told((0, 0), segment, match.parts.get("meaning", 0.0), match.parts.get("meaning", 0.0))
        for one, (match, segment) in zip(candidates, matches, strict=True)
        if one.kind == "quotation"
    ]
    near = [*quoted_parts, *(part for some in parts for part in some)]
    words = AlignedWords(bench.aligner, ready.language.code, quoted)
    also = [text for _, text in quoted]
    findings = [
        found
        for (match, segment), some in zip(matches, parts, strict=True)
        for found in _alignment_findings(
            entry,
            match,
            segment,
            elsewhere,
            also,
            words,
            ground,
            bench,
            parts=best_told(some, near),
            parts_only=_left_to_others(match, matches, ground),
        )
    ]
    compared: tuple[Aspect, ...] = checked if matched else ()
    state = PostState(
        post=post,
        language=ready.language,
        translation=ready.translation,
        matched=matched,
        unchecked_because=reason if matched is not False else None,
        untranslated_hint=untranslated_hint(ready, bench),
        checked=compared,
        article_language=ground.foreign,
    )
    findings += [
        finding(rule, hit, post_text=ready.text, passage_text=None, index=entry.number)
        for rule, hit in on_post(bench.rules, state)
    ]
    findings = once(by_weight([found for found in findings if found.confidence >= bench.config.min_confidence]))
    checked_post = CheckedPost(
        **structs.asdict(found_post(post, ready.language)),
        column=post.column,
        reposted_by=post.reposted_by,
        translation=ready.translation,
        verdict=verdict(findings, matched=matched, unchecked_because=reason),
        checked=compared,
        alignments=tuple(
            Alignment(passage=candidate.passage(), score=match.score, parts=match.parts)
            for candidate, (match, _) in zip(candidates, matches, strict=True)
        ),
    )
    otherwise = verdict((), matched=matched, unchecked_because=reason)
    return Judged(post=checked_post, findings=findings, otherwise=otherwise)


def _alignment_findings(
    entry: Entry,
    match: Match,
    segment: tuple[int, int],
    elsewhere: Facts,
    quoted: Sequence[str],
    words: AlignedWords,
    ground: Ground,
    bench: Workbench,
    *,
    parts: Sequence[Told],
    parts_only: bool,
) -> list[Finding]:
    """What the rules find between a post and one passage; `quoted` are all quotations that render the post."""
    post, ready = entry.post, entry.ready
    passage = ground.passages[match.passage]
    candidate = passage.candidate
    start, end = segment
    mine = [unit for unit in ready.units if start <= unit.start < end]
    # Words of a passage that renders several posts of a thread may stand in the others.
    alone = len(mine) == match.last - match.first + 1
    case = Case(
        post=Side(text=ready.text, language=ready.language, facts=ready.facts),
        passage=Side(text=candidate.text, language=passage.language, facts=passage.facts),
        segment=segment,
        kind=candidate.kind,
        thread=elsewhere,
        context=passage.context,
        author=post.author,
        handle=post.handle,
        speaker=candidate.speaker,
        truncated=post.truncated,
        translation=ready.translation,
        similarity=match.score,
        similar=similarity_to(mine, ready.embedder),
        alike=alike_by(ready.embedder) if alone else None,
        between=clauses_by(ready.embedder) if alone else None,
        aligned=words.by(ready.text[slice(*segment)], candidate.text) if alone else None,
        also_quoted=tuple(text for text in quoted if text != candidate.text),
        aliases=bench.config.aliases,
        unsure=match.score < SURE,
        partly=candidate.kind != "quotation" and not renders_whole(match, candidate.kind, ready.language.code),
    )
    hits = [] if parts_only else list(on_alignment(bench.rules, case))
    whole = len(hits)
    for part in parts:
        untold = without_told(candidate.text, [other for other in parts if other is not part], ready)
        inner = structs.replace(case, sentence=candidate.text, untold=untold)
        hits += [both for both in _told_hits(inner, part, ready, ground, bench) if not _said(both, hits)]
    return [
        finding(
            rule,
            hit,
            post_text=ready.text,
            passage_text=candidate.text,
            index=entry.number,
            candidate=candidate,
            place=partial(candidate.place, ground.article),
            certainty=of_parts(match) if number >= whole else match.score,
        )
        for number, (rule, hit) in enumerate(hits)
    ]


def _left_to_others(match: Match, matches: Sequence[tuple[Match, tuple[int, int]]], ground: Ground) -> bool:
    """Whether words of the reporter's own stand around a quotation that renders the post itself, or another passage is
    much nearer to what they may render."""
    mine = ground.passages[match.passage].candidate
    others = ((ground.passages[beside.passage].candidate, beside) for beside, _ in matches)
    return mine.kind != "quotation" and any(
        (other.kind == "quotation" and mine.touches(other)) or _much_nearer(beside, match) for other, beside in others
    )


def _much_nearer(one: Match, other: Match) -> bool:
    """Whether what the other passage may render is rendered by the one."""
    same = one.first <= other.last and other.first <= one.last
    near, far = (max(match.parts.get("meaning", 0.0), match.parts.get("part", 0.0)) for match in (one, other))
    return same and near - far > WORSE


def _told_hits(case: Case, part: Told, ready: Prepared, ground: Ground, bench: Workbench) -> Iterator[tuple[Rule, Hit]]:
    """What changed in a part of the reporter's own words, held to the part of the post that it tells."""
    first, last = part.passage
    text = case.passage.text[first:last]
    whole = clean(ready.text[slice(*part.post)])
    inner = structs.replace(
        case,
        passage=Side(text=text, language=case.passage.language, facts=read(text, "en", ground.when)),
        segment=part.post,
        context=join([case.context, outside(case.passage.facts, [part.passage])]),
        similar=similarity_to_text(whole, ready.embedder),
        alike=alike_by(ready.embedder),
        between=clauses_by(ready.embedder),
        aligned=None,
        told=True,
        partly=False,
        unsure=part.unsure or (case.unsure and part.cosine < CLOSELY),
        also_quoted=tuple(
            other.candidate.text for other in ground.passages if other.candidate.text != case.passage.text
        ),
    )
    for rule, hit in on_alignment(bench.rules, inner):
        if part.unsure and not rule.reads_parts:
            continue
        if (hit.severity or rule.severity) != "note":
            place = (hit.passage[0] + first, hit.passage[1] + first) if hit.passage else None
            yield rule, structs.replace(hit, passage=place)


def _said(both: tuple[Rule, Hit], hits: Sequence[tuple[Rule, Hit]]) -> bool:
    """Whether a rule has said the same already of words that these share."""
    rule, hit = both
    return any(
        other is rule and _share(hit.post, known.post) and _share(hit.passage, known.passage) for other, known in hits
    )


def _share(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    if one is None or other is None:
        return one == other
    return one[0] < other[1] and other[0] < one[1]


def _could_match(entry: Entry, ground: Ground) -> bool:
    """Whether "no passage renders it" can be said at all."""
    ready = entry.ready
    return (
        ground.foreign is None
        and bool(ready.units)
        and ready.language.known
        and not entry.post.truncated
        and (ready.embedder is not None or ready.english is not None)
    )


def _in_the_way(entry: Entry, ground: Ground) -> str | None:
    """Why a post cannot be checked in full, whatever is installed here; None where nothing stands in the way."""
    if entry.post.text is None:
        return f"the page holds only a link to the post{_asked(entry.post)}"
    if ground.foreign is not None:
        return f"the article is not in English ({ground.foreign.code})"
    if sum(len(unit.clean) for unit in entry.ready.units) < FEWEST_LETTERS:
        return "there is too little text to compare"
    if entry.post.truncated:
        return f"the page holds only the beginning of the post{_asked(entry.post)}"
    return None


_SAYS = {
    "gone": "its platform has it no longer",
    "protected": "its platform does not show it to everybody",
    "unreachable": "its platform could not be reached",
    "refused": "it may not be fetched",
    "unreadable": "its platform's answer held no words",
    "unsupported": "its platform cannot be asked",
}


def _asked(post: Post) -> str:
    """What came of asking for the rest of it."""
    told = post.resolution
    if told is None or told.status == "found":
        return ""
    return f", and {_SAYS[told.status]}" + (f": {told.detail}" if told.detail else "")
