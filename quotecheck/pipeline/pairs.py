"""Posts and quotes that the caller says belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import structs

from quotecheck.align import Match, Target, Thread, align
from quotecheck.align.embedders import CachedEmbedder
from quotecheck.align.likeness import Evidence, likeness
from quotecheck.align.texts import clean
from quotecheck.facts import names, quantities, read
from quotecheck.facts.fact import Facts
from quotecheck.language import identify, sentences
from quotecheck.model import Comparison, FailedComparison, Finding, Pair, Post
from quotecheck.pipeline.meaning import AlignedWords, alike_by, clauses_by, similarity_to
from quotecheck.pipeline.prepare import Draft, Prepared, day_of, prepare, untranslated_hint
from quotecheck.pipeline.workbench import Workbench
from quotecheck.rules import on_alignment, on_post
from quotecheck.rules.base import Case, PostState, Side
from quotecheck.rules.outcome import aspects, by_weight, finding, verdict, why_unchecked, with_severities

CHUNK = 64
"""Pairs that are translated and embedded together: enough to fill a batch, few enough to keep memory flat."""

UNMATCHED_BELOW = 0.1
"""Score under which a quote does not render its post at all, though the caller paired them."""

MIN_WORDS = 2
"""A post of fewer words says too little to compare."""


Row = Pair | FailedComparison
Result = Comparison | FailedComparison


def compare_pairs(pairs: Iterable[Row], bench: Workbench) -> Iterator[Result]:
    """Compare each pair, in order; what could not be read passes through.

    That nothing here translates a language is said with its first pair, and then only where the other signals were
    not enough: thousands of pairs need not be told each.
    """
    said: set[str] = set()
    done = 0
    for results in _chunks(iter(pairs), bench):
        for result in results:
            yield result if isinstance(result, FailedComparison) else _said_once(result, said)
        done += len(results)
        bench.progress.update("comparing", done, None)


def _chunks(rows: Iterator[Row], bench: Workbench) -> Iterator[list[Result]]:
    chunks = iter(lambda: list(islice(rows, CHUNK)), [])
    if bench.config.jobs == 1:
        for chunk in chunks:
            yield compare_chunk(chunk, bench)
        return
    from quotecheck.pipeline.workers import WorkerDied, Workers

    for chunk, results in Workers(compare_chunk, bench.config, bench.progress).ordered(chunks):
        if isinstance(results, WorkerDied):
            yield [FailedComparison(id=row.id, error=str(results)) for row in chunk]
        else:
            yield results


def _said_once(result: Comparison, said: set[str]) -> Comparison:
    lang = result.language.code
    if result.verdict == "unchecked" or lang not in said:
        if any(found.rule == "post-untranslated" for found in result.findings):
            said.add(lang)
        return result
    kept = tuple(found for found in result.findings if found.rule != "post-untranslated")
    return structs.replace(result, findings=kept)


def compare_chunk(chunk: list[Row], bench: Workbench) -> list[Result]:
    """Compare some pairs together: translated and embedded in batches."""
    pairs = [row for row in chunk if isinstance(row, Pair)]
    quotes = [read(pair.quote, "en", day_of(pair.published)) for pair in pairs]
    drafts = [
        Draft(
            text=pair.post,
            given=pair.lang or bench.config.lang,
            when=pair.posted_at,
            names=tuple(name.text for name in facts.names if not name.weak),
        )
        for pair, facts in zip(pairs, quotes, strict=True)
    ]
    prepared = prepare(drafts, bench)
    _embed(pairs, prepared, bench)
    compared = iter(
        [_compare(pair, post, facts, bench) for pair, post, facts in zip(pairs, prepared, quotes, strict=True)]
    )
    return [row if isinstance(row, FailedComparison) else next(compared) for row in chunk]


def _compare(pair: Pair, post: Prepared, quote: Facts, bench: Workbench) -> Comparison:
    thread = Thread(units=post.units, english=post.english, embedder=post.embedder, lang=post.language.code)
    target = Target(text=pair.quote, facts=quote, sentences=len(sentences(pair.quote, "en")))
    matches = align(thread, [target]) if post.units else []
    match = matches[0] if matches else None
    checked = aspects(post.facts, quote.read, meaning=post.embedder is not None, wording=post.english is not None)
    reason = why_unchecked(checked, post.language)
    if sum(len(unit.clean.split()) for unit in post.units) < MIN_WORDS and not _unspaced(post):
        reason = "there is too little text to compare"
    comparable = match is not None and ("meaning" in match.parts or "wording" in match.parts)
    matched = (match.score >= UNMATCHED_BELOW if match else None) if comparable else None
    state = PostState(
        post=Post(platform="", text=pair.post, author=pair.author),
        language=post.language,
        translation=post.translation,
        matched=matched,
        unchecked_because=reason,
        untranslated_hint=untranslated_hint(post, bench),
        checked=checked,
        alone=True,
    )
    findings: list[Finding] = []
    if match is not None and matched is not False:
        findings += _alignment_findings(pair, post, quote, match, bench)
    findings += [
        finding(rule, hit, post_text=pair.post, passage_text=pair.quote) for rule, hit in on_post(bench.rules, state)
    ]
    findings = by_weight([found for found in findings if found.confidence >= bench.config.min_confidence])
    findings = with_severities(findings, bench.config.severity)
    return Comparison(
        id=pair.id,
        language=post.language,
        translation=post.translation,
        similarity=_similarity(pair, post, quote, match) if match else 0.0,
        verdict=verdict(findings, matched=matched, unchecked_because=reason),
        checked=checked,
        findings=tuple(findings),
    )


def _similarity(pair: Pair, post: Prepared, quote: Facts, match: Match) -> float:
    """How far the quote says the same as the whole post, 0 to 1."""
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.utils import default_process

    lang = post.language.code
    whole, words = " ".join(unit.clean for unit in post.units), clean(pair.quote)
    numbers = quantities.pair(post.facts.quantities, quote.quantities)
    named = names.pair(post.facts.names, quote.names, post_text=pair.post, passage_text=pair.quote, lang=lang)
    sorted_words = None
    if post.english is not None:
        sorted_words = token_sort_ratio(default_process(" ".join(post.english)), default_process(pair.quote)) / 100
    evidence = Evidence(
        meaning=post.embedder.cosines([whole], [pair.quote])[0][0] if post.embedder else None,
        wording=sorted_words,
        post_length=len(whole),
        quote_length=len(words),
        lang=lang,
        odd_numbers=2 * len(numbers.changed) + len(numbers.only_post) + len(numbers.only_passage),
        odd_names=2 * len(named.changed) + len(named.only_post) + len(named.only_passage),
    )
    return round(likeness(evidence), 4)


def _embed(pairs: list[Pair], prepared: list[Prepared], bench: Workbench) -> None:
    """Embed the sentences of a whole chunk at once; what compares them later finds them known."""
    texts: dict[CachedEmbedder, list[str]] = defaultdict(list)
    for pair, post in zip(pairs, prepared, strict=True):
        if post.embedder is not None:
            texts[post.embedder] += [*(unit.clean for unit in post.units), pair.quote]
    for embedder, wanted in texts.items():
        embedder.embed(wanted)
    if bench.aligner is not None:
        bench.aligner.prepare(
            [
                (pair.post[post.units[0].start : post.units[-1].end], post.language.code, pair.quote)
                for pair, post in zip(pairs, prepared, strict=True)
                if post.units and post.language.code != "en"
            ]
        )


def _alignment_findings(pair: Pair, post: Prepared, quote: Facts, match: Match, bench: Workbench) -> list[Finding]:
    start, end = post.units[match.first].start, post.units[match.last].end
    case = Case(
        post=Side(text=pair.post, language=post.language, facts=post.facts),
        passage=Side(text=pair.quote, language=identify(pair.quote, declared="en"), facts=quote),
        segment=(start, end),
        kind="quotation",
        author=pair.author,
        speaker=pair.speaker,
        thread=read(pair.author, "en") if pair.author else Facts(),
        context=read(pair.speaker, "en") if pair.speaker else Facts(),
        translation=post.translation,
        similarity=match.score,
        similar=similarity_to(post.units[match.first : match.last + 1], post.embedder),
        alike=alike_by(post.embedder),
        between=clauses_by(post.embedder),
        aligned=AlignedWords(bench.aligner, post.language.code).by(pair.post[start:end], pair.quote),
        aliases=bench.config.aliases,
    )
    return [
        finding(rule, hit, post_text=pair.post, passage_text=pair.quote)
        for rule, hit in on_alignment(bench.rules, case)
    ]


def _unspaced(post: Prepared) -> bool:
    """Whether the post is in a script that puts no spaces between words, and long enough to compare."""
    return sum(len(unit.clean) for unit in post.units) >= 6 and post.language.code in ("zh", "ja", "th")
