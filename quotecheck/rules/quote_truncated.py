"""quote-truncated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from quotecheck.align.texts import clean
from quotecheck.facts import conditions
from quotecheck.facts.clauses import split
from quotecheck.language import sentences
from quotecheck.model import Severity
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.clause_pairs import RENDERED
from quotecheck.rules.faithful_words import Token, tokens
from quotecheck.rules.word_support import keys, words

_FEWEST_SAME = 0.7
"""Share of the quotation's words that must stand in the post in one order for its ends to be found there."""
_LEAST_GAIN = 0.05
"""How much closer a quotation must come to its post once the clause it leaves out is taken from the post."""
_LEAST_LIMIT_GAIN = 0.03
"""The same for a clause that holds a condition which no word of the quotation may render."""
_UNTOLD = 0.35
"""Cosine below which a sentence tells nothing of a clause that holds a condition."""
_UNLIKE = 0.55
"""Cosine below which two single words do not mean the same."""
_FEWEST_WORDS = 3
_MOST_WORDS = 600
_CUT = re.compile(r"\s*(?:[,;:،؛，、；：]|\s[–—-]\s)\s*")
_SAID = re.compile(r"(?i),? (?:he|she|it|they|the (?:\w+ ){1,2}) ?(?:said|says|wrote|writes|added)\b,?")
"""Whom a reporter gives the words to, which is in no post."""
_VOTED = re.compile(r"(?i)\b(?:said|announced|wrote|decided) after\b")
_TELLING = frozenset({"would", "had", "were", "even", "while", "where"})
_BEFORE_ITS_CLAUSE = frozenset("ca cs de el es fr it nl pl pt ro ru sv uk".split())
"""Languages that begin a condition with the word for it."""
_ELLIPSIS = re.compile(r"^\W*(?:…|\.{3}|\[\s*…\s*\])|(?:…|\.{3}|\[\s*…\s*\])\W*$")


class _Left(Struct, frozen=True):
    """Words left out at an end of a quoted sentence: their span in the post."""

    start: int
    end: int
    confidence: float


class QuoteTruncated(AlignmentRule):
    """
    What it does: notes a partial quote: words of the quoted sentence left out before or after the quotation, with no
    ellipsis, and given by no other quotation of the article either. It is a warning where the words left out carry a
    condition, a negation or a hedge; of a reporter's own words, where they carry a condition that the article tells
    nowhere. Between two languages only whole clauses, set off by a comma or the like, are told to be left out.

    Examples: “We will leave if they attack” against “We will leave”.

    What to do: an ellipsis, or nothing where what is left out changes nothing; restore a condition.

    Reads: same-language quotations in every language written with spaces; translated ones in the languages that
    content-added reads.
    """

    name = "quote-truncated"
    severity = "note"
    summary = "a partial quote: words left out at the ends of a quoted sentence, with no ellipsis"

    def check(self, case: Case) -> Iterable[Hit]:
        if not case.literal or _ELLIPSIS.search(case.passage.text.strip()):
            return
        if case.kind == "quotation" and len(case.passage.text.split()) < _FEWEST_WORDS:
            return  # “thank God”: of so little everybody knows that it is a part
        one_language = case.post.language.known and case.post.language.code == case.passage.language.code
        given_elsewhere = _stands_elsewhere if one_language else _rendered_elsewhere
        if case.told:
            found: Iterable[_Left] = _condition_untold(case)
        else:
            found = _same_language(case) if one_language else _translated(case)
        for left in found:
            if case.also_quoted and given_elsewhere(case, left):
                continue
            text = " ".join(case.post.text[left.start : left.end].split())
            why = _weighty(case, left)
            severity: Severity = "warning" if why else "note"
            shown = text if len(text) <= 80 else text[:79] + "…"
            message = f"partial quote: “{shown}” is left out with no ellipsis"
            if case.told:
                message = f"“{shown}” is left out"
            yield Hit(
                message=message + (f"; it holds {why}" if why else ""),
                confidence=left.confidence,
                post=(left.start, left.end),
                passage=(0, len(case.passage.text)) if why else None,
                severity=severity,
            )


def _same_language(case: Case) -> Iterable[_Left]:
    """What stands in the post's sentence before the quotation's first word, and after its last."""
    text = case.post.text
    said = [token for token in tokens(text, edited=False) if token.kind == "word"]
    quoted = [token for token in tokens(case.passage.text, edited=True) if token.kind == "word"]
    if not said or len(quoted) < _FEWEST_WORDS or len(said) > _MOST_WORDS or len(quoted) > _MOST_WORDS:
        return
    matcher = SequenceMatcher(None, [one.key for one in said], [one.key for one in quoted], autojunk=False)
    whole = matcher.find_longest_match()
    blocks = [block for block in matcher.get_matching_blocks() if block.size] if whole.size else []
    if sum(block.size for block in blocks) < _FEWEST_SAME * len(quoted):
        return
    if blocks[0].b > 0 or blocks[-1].b + blocks[-1].size < len(quoted):
        return  # the quotation's own ends are not the post's words: another rule's affair
    first, last = said[blocks[0].a], said[blocks[-1].a + blocks[-1].size - 1]
    spans = sentences(text, case.post.language.code)
    for start, end in spans:
        if start < first.start < end and (found := _words_between(said, start, first.start)):
            yield _Left(found[0].start, found[-1].end, 0.9)
        if start < last.end < end and not case.truncated and (found := _words_between(said, last.end, end)):
            yield _Left(found[0].start, found[-1].end, 0.9)


def _stands_elsewhere(case: Case, left: _Left) -> bool:
    """Whether another quotation of the article gives the words that this one leaves out."""
    gone = [token.key for token in tokens(case.post.text[left.start : left.end], edited=False) if token.kind == "word"]
    for text in case.also_quoted:
        quoted = [token.key for token in tokens(text, edited=True) if token.kind == "word"][:_MOST_WORDS]
        blocks = SequenceMatcher(None, gone, quoted, autojunk=False).get_matching_blocks()
        if sum(block.size for block in blocks) >= _FEWEST_SAME * len(gone):
            return True
    return False


def _rendered_elsewhere(case: Case, left: _Left) -> bool:
    """The same where the quotations are in another language."""
    if case.between is None:
        return False
    clause = clean(case.post.text[left.start : left.end])
    here, *others = case.between([clause], [clean(text) for text in (case.passage.text, *case.also_quoted)])[0]
    return max(others) >= max(here, RENDERED)


def _words_between(said: Sequence[Token], start: int, end: int) -> list[Token]:
    found = [token for token in said if start <= token.start and token.end <= end]
    return found if any(not token.optional for token in found) else []


def _translated(case: Case) -> Iterable[_Left]:
    """The first or the last clause of what the quotation renders, where nothing in the quotation stands for it."""
    limit = _limit_left_out(case)
    if limit is not None:
        yield limit
        return
    alike = case.alike
    start, end = case.segment
    segment = case.post.text[start:end]
    cuts = list(_CUT.finditer(segment))
    if alike is None or not cuts:
        return
    lang = case.post.language.code
    edges = [(0, cuts[0].start(), cuts[0].end(), len(segment))]
    if not case.truncated:
        edges.append((cuts[-1].end(), len(segment), 0, cuts[-1].start()))
    # A clause is worth a look only where most of its words are not in the quotation.
    english = keys(words(case.passage.text, "en"))
    for left, right, kept_from, kept_to in edges:
        clause = words(segment[left:right], lang)
        if not english or len(clause) < _FEWEST_WORDS or len(english) > _MOST_WORDS:
            continue
        best = sorted(max(row) for row in alike(keys(clause), english))
        if best[(3 * len(best)) // 4] >= _UNLIKE:
            continue
        whole, rest = (
            row[0] for row in alike([clean(segment), clean(segment[kept_from:kept_to])], [case.passage.text])
        )
        if rest - whole >= _LEAST_GAIN:
            yield _Left(start + left, start + right, 0.7)


def _condition_untold(case: Case) -> Iterable[_Left]:
    """The condition on which a post says what a reporter's sentence tells without it."""
    if not _may_render(_VOTED.sub("", case.sentence), told=True) and (limit := _limit_left_out(case)) is not None:
        yield limit


def _may_render(text: str, *, told: bool) -> bool:
    """Whether English words may render a condition or an exception. A reporter's "would" and "had" only tell what
    somebody said."""
    found = conditions.read(text, "en")
    return any(not (told and one.text.lower() in _TELLING) for one in found)


def _limit_left_out(case: Case) -> _Left | None:
    """The clause that holds a condition or an exception, where the quotation holds no word that may render one."""
    lang = case.post.language.code
    start, end = case.segment
    limits = [one for one in conditions.read(case.post.text, lang) if start <= one.start < end]
    if len(limits) != 1 or case.between is None or case.truncated:
        return None
    if _may_render(_VOTED.sub("", case.passage.text) if case.told else case.passage.text, told=case.told):
        return None
    spans = [span for span in split(case.post.text, lang, case.segment) if span[0] <= limits[0].start < span[1]]
    if not spans:
        return None
    left, right = spans[0]
    if lang in _BEFORE_ITS_CLAUSE and limits[0].start > left:
        left = limits[0].start  # "huelga el lunes si no hay acuerdo"
    if (left, right) == case.segment:
        return None
    text = case.post.text
    whole = clean(text[start:end])
    rest = clean(f"{text[start:left]} {text[right:end]}")
    told = _SAID.sub("", case.passage.text) if case.told else case.passage.text
    (with_it,), (without,), (alone,) = case.between([whole, rest, clean(text[left:right])], [clean(told)])
    longer = limits[0].kind == "condition" and len(told.split()) >= _FEWEST_WORDS <= len(text[left:right].split())
    untold = longer and case.told and without >= RENDERED and alone < _UNTOLD and with_it - without < _LEAST_LIMIT_GAIN
    if not rest or (without - with_it < _LEAST_LIMIT_GAIN and not untold):
        return None
    return _Left(left, right, 0.75)


def _weighty(case: Case, left: _Left) -> str | None:
    """What the words left out carry that changes the rest; None where nothing does."""
    facts = case.post.facts
    if any(not cue.weak and left.start <= cue.start < left.end for cue in facts.negations):
        return "a negation"
    if any(not cue.weak and cue.level != "certain" and left.start <= cue.start < left.end for cue in facts.certainties):
        return "a hedge"
    for limit in conditions.read(case.post.text, case.post.language.code):
        if left.start <= limit.start < left.end:
            return "a condition" if limit.kind == "condition" else "an exception"
    return None


RULE = QuoteTruncated()
