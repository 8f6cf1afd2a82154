"""question-changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecheck.facts.questions import moods
from quotecheck.language.sentences import sentences
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.clause_pairs import sentence_pairs
from quotecheck.rules.own_words import quoted

_FEWEST_WORDS = 4
_SOMEBODY = "someone|somebody|nobody|no one|everyone|everybody"
_STATED = re.compile(
    rf"(?i)\W*(?:(?:and|but|so|now) )?"
    rf"(?:i|we|you|he|she|it|they|there|this|that|the [a-z]+|(?:{_SOMEBODY})(?: (?:on|in|at|from) the [a-z]+)?)"
    rf"(?:['’](?:re|m|s|ll|ve)| (?:really |now |just |still |also )?"
    rf"(?:am|is|are|was|were|have|has|had|will|would|can|could|should|must|do|does|did))\b"
)
"""Who, then the verb: the order of a statement in English."""


_ASKED = re.compile(r"(?i)\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|question(?:s|ed|ing)?|to know|inquire[sd]?)\b")
"""What makes a question of a reporter's words without a mark: "asked who was checking it"."""


class QuestionChanged(AlignmentRule):
    """
    What it does: fires when a question became a statement, or a statement a question. Only what the marks tell counts:
    a question mark on one side, a full stop on the other, or, in a quotation that is cut before its mark, the order of
    its words. A post without any mark, and a statement with a tag (“…, ¿no?”), change nothing.

    Examples: “¿Habrá elecciones?” against “There will be elections.”; “Se va.” against “Is he leaving?”

    What to do: give the sentence its mark back, or say that the speaker asked.

    Reads: any language that marks its questions.
    """

    name = "question-changed"
    severity = "warning"
    summary = "a question became a statement, or the reverse"

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = moods(case.post.text[start:end], case.post.language.code)
        passage = moods(case.passage.text if case.kind == "quotation" else _own_words(case.passage.text), "en")
        if case.truncated:
            return
        if len(post) != len(passage) or (len(post) == 1 and passage == ("unknown",)):
            yield from _stated(case)
            return
        if case.kind != "quotation" and (_answered(case) or _ASKED.search(case.sentence or case.passage.text)):
            return
        for before, after in zip(post, passage, strict=True):
            if {before, after} == {"question", "statement"}:
                verb = "asks, and the passage states" if before == "question" else "states, and the passage asks"
                yield Hit(
                    message=f"The post {verb}.",
                    confidence=0.9 if len(post) == 1 else 0.7,
                    post=case.segment,
                    passage=(0, len(case.passage.text)),
                )
                return


def _stated(case: Case) -> Iterable[Hit]:
    """A sentence of a quotation that has the word order of a statement, and renders a question.

    Whoever reports cuts a quotation before its mark: “We are selling him,” they said.
    """
    if case.kind != "quotation" or "question" not in moods(case.post.text[slice(*case.segment)], _lang(case)):
        return
    first, last = case.segment
    asked = [(first + start, first + end) for start, end in sentences(case.post.text[first:last], _lang(case))]
    pairs = sentence_pairs(case)
    for start, end in sentences(case.passage.text, "en"):
        text = case.passage.text[start:end]
        if "?" in text or len(text.split()) < _FEWEST_WORDS or not _STATED.match(text):
            continue
        origin = pairs.counterpart(start, in_post=False) if pairs is not None else None
        if origin is None and len(asked) == 1:
            origin = asked[0]
        if origin is not None and moods(case.post.text[slice(*origin)], _lang(case)) == ("question",):
            yield Hit(
                message="The post asks, and the passage states.", confidence=0.7, post=origin, passage=(start, end)
            )
            return


def _answered(case: Case) -> bool:
    """Whether the post answers what it asks, which a reporter's own words then tell: "Will he come? I doubt it"."""
    text, rest = case.post.text, case.segment[1]
    after = next(iter(moods(text[rest:], _lang(case))), "unknown") if text[rest:].strip() else "unknown"
    return after == "statement" and moods(text[case.segment[0] : rest], _lang(case))[-1:] == ("question",)


def _lang(case: Case) -> str:
    return case.post.language.code


def _own_words(text: str) -> str:
    """A headline or a sentence without what it quotes: what that asks, it does not ask. As long as before."""
    for start, end in quoted(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


RULE = QuestionChanged()
