"""From what the rules hit to findings, and from findings to a verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import structs

from quotecheck.align.passages import Candidate
from quotecheck.facts.fact import Facts
from quotecheck.model import Aspect, Finding, Language, PassageSpan, PostSpan, Severity, Verdict
from quotecheck.rules.base import Hit, Rule
from quotecheck.rules.calibration import calibrated

Place = Callable[[int], tuple[int, int]]

FACT_ASPECTS: tuple[Aspect, ...] = ("numbers", "names", "dates", "negation", "certainty")
NEEDED_FOR_MATCH = frozenset({"numbers", "names", "negation"})
"""Kinds of fact that must have been read in the post's own language before anything is called a match."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def finding(
    rule: Rule,
    hit: Hit,
    *,
    post_text: str | None,
    passage_text: str | None,
    index: int | None = None,
    candidate: Candidate | None = None,
    place: Place | None = None,
    certainty: float = 1.0,
) -> Finding:
    """A finding for what a rule hit.

    Args:
        rule, hit: what fired, and with what; its confidence is calibrated here, and nowhere else.
        post_text, passage_text: the texts that the hit's spans count in.
        index: the post's place in the report; None in `compare`.
        candidate, place: the passage, and where an offset in it stands in the source; None in `compare`.
        certainty: probability that the passage renders the post at all, which no finding can be surer than.
    """
    post = None
    if hit.post is not None and post_text is not None:
        start, end = hit.post
        post = PostSpan(start=start, end=end, text=post_text[start:end])
        if index is not None:
            post = PostSpan(start=start, end=end, text=post_text[start:end], index=index)
    passage = None
    if hit.passage is not None and passage_text is not None:
        start, end = hit.passage
        passage = PassageSpan(start=start, end=end, text=passage_text[start:end])
        if candidate is not None and place is not None:
            line, column = place(start)
            passage = PassageSpan(
                start=start,
                end=end,
                text=passage_text[start:end],
                kind=candidate.kind,
                line=line,
                column=column,
                context=passage_text,
            )
    return Finding(
        rule=rule.name,
        severity=hit.severity or rule.severity,
        confidence=round(max(0.0, min(1.0, calibrated(rule.name, hit.confidence) * certainty)), 2),
        message=_sentence(hit.message),
        post=post,
        passage=passage,
    )


def _sentence(message: str) -> str:
    """A capital first, a full stop last, whoever wrote the message."""
    message = message[:1].upper() + message[1:]
    return message if not message or message[-1] in ".!?…" else f"{message}."


def aspects(post: Facts, passage_read: frozenset[str], *, meaning: bool, wording: bool) -> tuple[Aspect, ...]:
    """What was compared: a fact only where both sides could be read for it."""
    compared: list[Aspect] = [kind for kind in FACT_ASPECTS if kind in post.read & passage_read]
    if meaning:
        compared.append("meaning")
    if wording:
        compared.append("wording")
    return tuple(compared)


BELIED = 0.6
"""Confidence in a language that the caller gives, from which down the text itself says otherwise."""


def why_unchecked(checked: Sequence[Aspect], language: Language) -> str | None:
    """Why what was compared is too little to call anything a match; None where it is enough."""
    lang = language.code
    if not language.known:
        return "its language could not be told"
    if language.method == "given" and language.confidence <= BELIED:
        return f"its text does not look like the language that was given ({lang})"
    if not set(checked) >= NEEDED_FOR_MATCH:
        return f"the facts of a text in this language ({lang}) cannot be read yet"
    if "meaning" not in checked and "wording" not in checked:
        return f"neither a translator nor the embedding here reads this language ({lang})"
    return None


def verdict(findings: Sequence[Finding], *, matched: bool | None, unchecked_because: str | None) -> Verdict:
    """The verdict of a post: the first that holds of unmatched, divergent, unchecked, match."""
    if matched is False:
        return "unmatched"
    if any(is_divergence(found) for found in findings):
        return "divergent"
    return "unchecked" if unchecked_because or matched is None else "match"


def is_divergence(found: Finding) -> bool:
    """Whether a finding makes its post divergent: it compares both sides, and is no mere note."""
    return found.post is not None and found.passage is not None and found.severity in ("error", "warning")


def once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, without those about the post alone that were already said of it beside another passage."""
    kept: list[Finding] = []
    said: set[tuple[str, int, int]] = set()
    for found in findings:
        if found.passage is None and found.post is not None:
            place = (found.rule, found.post.start, found.post.end)
            if place in said:
                continue
            said.add(place)
        kept.append(found)
    return kept


def with_severities(findings: Sequence[Finding], severities: Mapping[str, Severity]) -> list[Finding]:
    """The findings, those of the named rules with another severity than their own; worst first where any changed."""
    if not any(found.rule in severities for found in findings):
        return list(findings)
    return by_weight(
        [structs.replace(found, severity=severities.get(found.rule, found.severity)) for found in findings]
    )


def by_weight(findings: Sequence[Finding]) -> list[Finding]:
    """Worst first, then surest first; otherwise in the order found."""
    return sorted(findings, key=lambda found: (SEVERITIES.index(found.severity), -found.confidence))
