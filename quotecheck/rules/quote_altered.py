"""quote-altered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.faithful_words import Change, Token, lay, tokens

_AT_MOST = 3
_FEWEST_SAME = 0.5
"""Share of the quotation's words that must stand in the post for single changes to be told apart."""
_FEWEST_RELATED = 0.3
_AROUND = 2
_SHOWN = 80
_SENTENCE_END = re.compile(r"[.!?…]")


class QuoteAltered(AlignmentRule):
    """
    What it does: compares the words between quotation marks with the post's, where both are in one language, and
    fires when words were changed, added, or left out in the middle without an ellipsis. Words left off at the ends,
    bracketed edits, ellipses, another case, and typography are fine.

    Examples: “We will raise taxes” against “We will never raise taxes”; “He quit” against “He was fired”.

    What to do: restore the post's words, or mark the change with brackets or an ellipsis, or take the marks away.

    Reads: every language that is written with spaces between words.
    """

    name = "quote-altered"
    severity = "warning"
    summary = "words inside the quotation marks are not the post's"

    def check(self, case: Case) -> Iterable[Hit]:
        language = case.post.language
        if case.kind != "quotation" or not language.known or language.code != case.passage.language.code:
            return
        said = case.post.text
        post, quote = tokens(said, edited=False), tokens(case.passage.text, edited=True)
        joins = frozenset(
            at for at in range(1, len(quote)) if _SENTENCE_END.search(_between(case.passage.text, quote, at))
        )
        laid = lay(post, quote, joins=joins, open_end=case.truncated or said.rstrip().endswith("…"))
        words = sum(1 for token in quote if token.kind == "word")
        if not words or not laid.changes:
            return
        sure = min(1.0, language.confidence, case.passage.language.confidence)
        share = laid.same / words
        if share < _FEWEST_SAME:
            if share >= _FEWEST_RELATED or case.similarity >= 0.5:
                yield Hit(
                    message="Most words inside the quotation marks are not the post's, in the post's own language.",
                    confidence=round(0.6 * sure, 2),
                    post=(0, len(said)),
                    passage=(0, len(case.passage.text)),
                )
            return
        for change in _few([one for one in laid.changes if not _joins_parts(one, post, quote, case)]):
            yield _hit(change, post, quote, case, sure)


def _few(changes: Sequence[Change]) -> list[Change]:
    """At most three: the later ones are told as one."""
    if len(changes) <= _AT_MOST:
        return list(changes)
    first, last = changes[_AT_MOST - 1], changes[-1]
    together = Change(
        (first.post[0], max(last.post[1], first.post[1])), (first.quote[0], max(last.quote[1], first.quote[1]))
    )
    return [*changes[: _AT_MOST - 1], together]


def _joins_parts(change: Change, post: Sequence[Token], quote: Sequence[Token], case: Case) -> bool:
    """Whether words are left out where a reporting clause may have stood (“I will not,” she said, “resign”).

    Such a place has a comma that the post has not. After a full stop nothing counts as left out anyway.
    """
    at = change.quote[0]
    if change.quote[0] != change.quote[1] or not 0 < at < len(quote) or not change.post[0]:
        return False
    follows = _between(case.post.text, post, change.post[0])
    return "," in _between(case.passage.text, quote, at) and "," not in follows


def _between(text: str, found: Sequence[Token], at: int) -> str:
    """What stands between a word and the one before it."""
    return text[found[at - 1].end : found[at].start]


def _hit(change: Change, post: Sequence[Token], quote: Sequence[Token], case: Case, sure: float) -> Hit:
    old, new = _text(case.post.text, post, change.post), _text(case.passage.text, quote, change.quote)
    if old and new:
        what = f"The post says “{old}”, the quotation “{new}”"
        confidence = 0.7 if _misspelt(post, quote, change) else 0.95
    elif new:
        what, confidence = f"The quotation adds “{new}”", 0.92
    else:
        what, confidence = f"The quotation leaves out “{old}” without an ellipsis", 0.9
    return Hit(
        message=f"{what}: {_diff(case, quote, change, old, new)}.",
        confidence=round(confidence * sure, 2),
        post=_span(post, change.post),
        passage=_span(quote, change.quote),
    )


def _text(text: str, found: Sequence[Token], part: tuple[int, int]) -> str:
    if part[0] == part[1]:
        return ""
    words = " ".join(text[found[part[0]].start : found[part[1] - 1].end].split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"


def _span(found: Sequence[Token], part: tuple[int, int]) -> tuple[int, int]:
    """Where the words stand; for none, the words on both sides of the place."""
    first, last = part if part[0] < part[1] else (max(0, part[0] - 1), min(len(found), part[1] + 1))
    return found[first].start, found[last - 1].end


def _diff(case: Case, quote: Sequence[Token], change: Change, old: str, new: str) -> str:
    start, end = change.quote
    before = " ".join(case.passage.text[token.start : token.end] for token in quote[max(0, start - _AROUND) : start])
    after = " ".join(case.passage.text[token.start : token.end] for token in quote[end : end + _AROUND])
    marked = " ".join(part for part in (f"[-{old}-]" if old else "", f"{{+{new}+}}" if new else "") if part)
    return " ".join(part for part in (before, marked, after) if part)


def _misspelt(post: Sequence[Token], quote: Sequence[Token], change: Change) -> bool:
    """Whether one word differs in one letter only, as where an editor mends a slip. Numbers have no slips."""
    if change.post[1] - change.post[0] != 1 or change.quote[1] - change.quote[0] != 1:
        return False
    from rapidfuzz.distance import OSA

    old, new = post[change.post[0]].key, quote[change.quote[0]].key
    return len(old) >= 5 and not any(map(str.isdigit, old + new)) and OSA.distance(old, new) <= 1


RULE = QuoteAltered()
