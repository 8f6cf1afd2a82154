"""question-changed."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.extract.speech.marks import find_marked
from quotecheck.facts.questions import moods
from quotecheck.rules.base import AlignmentRule, Case, Hit


class QuestionChanged(AlignmentRule):
    """
    What it does: fires when a question became a statement, or a statement a question. Only what the marks tell counts:
    a question mark on one side, a full stop on the other. A quotation cut before its mark, a post without any, and a
    statement with a tag (“…, ¿no?”) change nothing.

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
        if len(post) != len(passage) or case.truncated:
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


def _own_words(text: str) -> str:
    """A headline or a sentence without what it quotes: what that asks, it does not ask. As long as before."""
    for quoted in find_marked(text):
        if quoted.closed:
            text = text[: quoted.start] + " " * (quoted.end - quoted.start) + text[quoted.end :]
    return text


RULE = QuestionChanged()
