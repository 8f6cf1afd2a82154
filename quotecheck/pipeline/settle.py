"""What becomes of findings once they are made: what is ignored in this article, what its own comments suppress, which
severity the rest has, and which verdict each post then has. It happens here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, Struct, UnsetType, structs

from quotecheck.config import Config, PerPath
from quotecheck.model import (
    Article,
    CheckedPost,
    Document,
    Finding,
    PassageSpan,
    Severity,
    Summary,
    Suppression,
    Verdict,
)
from quotecheck.pipeline.threads import Judged
from quotecheck.pipeline.workbench import Workbench
from quotecheck.rules.outcome import SEVERITIES, is_divergence, with_severities

VERDICTS: tuple[Verdict, ...] = ("match", "divergent", "unmatched", "unchecked")


class Settled(Struct, frozen=True, kw_only=True):
    """The posts with their verdicts, the findings that are left, and how many the article's comments suppress (unset
    where it has no such comment)."""

    posts: Sequence[CheckedPost]
    findings: Sequence[Finding]
    suppressed: int | UnsetType = UNSET


def settle(
    name: str, document: Document, judged: Sequence[Judged], rest: Sequence[Finding], bench: Workbench
) -> Settled:
    """The findings that are left of one article, and the verdicts by them.

    Args:
        name: what the report calls the source; `per-path` settings go by it.
        document: the article, with its suppressions.
        judged: its posts, each with what was found about it.
        rest: what was found in the article alone.
        bench: whose configuration holds.
    """
    config = bench.config
    ignored, severities = here(name, config)
    filter_ = _Suppressor(document)
    posts: list[CheckedPost] = []
    findings: list[Finding] = []
    for one in judged:
        kept = with_severities(filter_.kept([found for found in one.findings if found.rule not in ignored]), severities)
        posts.append(_with_verdict(one, kept))
        findings += kept
    about = filter_.kept([found for found in rest if found.rule not in ignored])
    if document.suppressions:
        running = {rule.name for rule in bench.rules} - ignored
        complaints = filter_.complaints(running, config)
        about += [found for found in complaints if found.rule in running]
    findings += with_severities(about, severities)
    return Settled(posts=posts, findings=findings, suppressed=filter_.suppressed if document.suppressions else UNSET)


def here(name: str, config: Config) -> tuple[set[str], dict[str, Severity]]:
    """The rules that are ignored in one article by its path, and the severities that hold in it."""
    ignored: set[str] = set()
    severities = dict(config.severity)
    for part in fitting(name, config):
        ignored.update(part.ignore)
        severities.update(part.severity)
    return ignored, severities


def fitting(name: str, config: Config) -> list[PerPath]:
    """The `per-path` settings that are about one article, in their order."""
    if not config.per_path:
        return []
    from quotecheck.paths import relative
    from quotecheck.sources.patterns import fits

    path = relative(name, config.root)
    return [part for part in config.per_path if any(fits(path, pattern) for pattern in part.paths)]


def summary_of(
    posts: Sequence[CheckedPost],
    findings: Sequence[Finding],
    *,
    suppressed: int | UnsetType = UNSET,
    known: int | UnsetType = UNSET,
) -> Summary:
    """The counts of one report."""
    return Summary(
        posts=len(posts),
        verdicts={name: sum(post.verdict == name for post in posts) for name in VERDICTS},
        findings={name: sum(found.severity == name for found in findings) for name in SEVERITIES},
        suppressed=suppressed,
        known=known,
    )


def _with_verdict(judged: Judged, findings: Sequence[Finding]) -> CheckedPost:
    verdict = judged.otherwise
    if verdict != "unmatched" and any(is_divergence(found) for found in findings):
        verdict = "divergent"
    return judged.post if verdict == judged.post.verdict else structs.replace(judged.post, verdict=verdict)


class _Suppressor:
    """Leaves out what the article's comments suppress, and remembers which of them did so."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._used: dict[int, set[str]] = {}
        self.suppressed = 0

    def kept(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that no comment suppresses."""
        if not self._document.suppressions:
            return list(findings)
        kept = [found for found in findings if not self._suppresses(found)]
        self.suppressed += len(findings) - len(kept)
        return kept

    def _suppresses(self, found: Finding) -> bool:
        hit = False
        for number, one in enumerate(self._document.suppressions):
            if one.problem is not None or (one.rules and found.rule not in one.rules):
                continue
            if _covers(one, found, self._document):
                self._used.setdefault(number, set()).add(found.rule)
                hit = True
        return hit

    def complaints(self, running: set[str], config: Config) -> list[Finding]:
        """What is to be said of the comments themselves.

        Args:
            running: rules that were run here: nothing can be said of what others would have found.
            config: whether a reason is asked for, and whether only some rules were selected.
        """
        from quotecheck.rules import all_rules
        from quotecheck.suggest import did_you_mean

        known = {rule.name for rule in all_rules()}
        made: list[Finding] = []
        for number, one in enumerate(self._document.suppressions):
            used = self._used.get(number, set())
            if one.problem is not None:
                made.append(_about(one, "unused-suppression", "note", f"This suppresses nothing: {one.problem}"))
                continue
            for rule in dict.fromkeys(one.rules):
                if rule not in known:
                    hint = did_you_mean(rule, known, otherwise="`quotecheck rules` lists them all")
                    message = f"This suppresses nothing: there is no rule {rule!r} ({hint})"
                    made.append(_about(one, "unused-suppression", "note", message))
                elif rule in running and rule not in used:
                    message = f"This suppresses nothing: nothing of {rule} is found there"
                    made.append(_about(one, "unused-suppression", "note", message))
            if not one.rules and not used and not config.select:
                made.append(
                    _about(one, "unused-suppression", "note", "This suppresses nothing: nothing is found there")
                )
            if config.require_reason and not one.reason:
                message = "This suppression gives no reason, and the settings ask for one"
                made.append(_about(one, "unexplained-suppression", "warning", message))
        return made


def _covers(one: Suppression, found: Finding, document: Document) -> bool:
    if one.start is None or one.end is None:
        return True
    places = []
    if found.post is not None and isinstance(found.post.index, int):
        places.append(document.posts[found.post.index].offset)
    if found.passage is not None and (offset := _offset(found.passage, document.article)) is not None:
        places.append(offset)
    return any(one.start <= place < one.end for place in places)


def _offset(passage: PassageSpan, article: Article) -> int | None:
    """Where in the source a passage's span begins."""
    if not isinstance(passage.line, int) or not isinstance(passage.column, int):
        return None
    starts: Sequence[int] = article.line_starts
    return starts[passage.line - 1] + passage.column - 1 if passage.line <= len(starts) else None


def _about(one: Suppression, rule: str, severity: Severity, message: str) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        confidence=1.0,
        message=f"{message}.",
        post=None,
        passage=PassageSpan(
            start=0,
            end=len(one.text),
            text=one.text,
            kind="comment",
            line=one.line,
            column=one.column,
            context=one.text,
        ),
    )
