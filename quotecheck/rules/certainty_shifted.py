"""certainty-shifted."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import AlignmentRule, Case, Hit

WORDS = {"reported": "as hearsay", "possible": "as only possible"}


class CertaintyShifted(AlignmentRule):
    """
    What it does: fires when one side tells as hearsay, or as a mere possibility, what the other side states. Only
    outright cues count (“allegedly”, “presuntamente”, the press conditional, “perhaps”), and only where the other side
    holds nothing that may render them: no modal, no hedge, no “according to”, no verb of saying.

    Examples: “El ministro presuntamente robó” against “The minister stole”; “Il aurait fui” against “He fled”.

    What to do: give the hedge back to the quotation, or name who says so.

    Reads: every language with certainty data.
    """

    name = "certainty-shifted"
    severity = "warning"
    summary = "one side states what the other says may be, or is reported"
    needs = frozenset({"certainty"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [cue for cue in case.post.facts.certainties if cue.start < end and cue.end > start]
        passage = list(case.passage.facts.certainties)
        outright = _outright(post)
        if outright and not _hedged([*passage, *case.context.certainties]):
            cue = outright[0]
            yield Hit(
                message=f"The post says it {WORDS[cue.level]} (“{cue.text}”); the passage states it.",
                confidence=0.75,
                post=(cue.start, cue.end),
                passage=(0, len(case.passage.text)),
            )
        outright = _outright(passage)
        if outright and not case.truncated and not _hedged([*case.post.facts.certainties, *case.thread.certainties]):
            cue = outright[0]
            yield Hit(
                message=f"The passage says it {WORDS[cue.level]} (“{cue.text}”); the post states it.",
                confidence=0.75,
                post=case.segment,
                passage=(cue.start, cue.end),
            )


def _outright(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and not cue.weak]


def _hedged(cues: Iterable[Certainty]) -> bool:
    return any(cue.level in WORDS for cue in cues)


RULE = CertaintyShifted()
