"""The hedge of a number in a text without spaces: 超过500, 65歳以上, 最多接待800名, 可达每小时150公里."""

from __future__ import annotations

import re

from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.han_tables import HanTables

MAX_HEDGE, MAX_COUNTER = 6, 4

_PER = re.compile(r"(?:平均)?每(?:小时|小時|天|日|年|月|秒|分钟|分鐘|周|週)\Z")
"""What an amount is counted by may stand between it and its hedge."""

_INTENSITY = "震度"
"""The Japanese scale of how an earthquake is felt, on which 5強 ("upper 5") is a degree of its own."""

_UNBOUNDED = ("time", "year", "date", "decade", "century", "ordinal")


def read_hedges(draft: Draft, folded: str, words: HanTables, floor: int) -> None:
    """Take in the hedge before or after a number.

    Args:
        folded: the folded text.
        floor: the first place that is free; what stands before it belongs to the number before.
    """
    if draft.role in _UNBOUNDED or draft.weak:
        return
    before = folded[max(floor, draft.first - MAX_HEDGE - 2) : draft.first]
    before = _PER.sub(lambda per: " " * len(per.group()), before)
    if before.endswith(_INTENSITY):
        draft.stop += folded[draft.stop : draft.stop + 1] in ("強", "弱")
        return
    trimmed = before.rstrip(" 了的")
    for phrase, bound in words.before:
        for ending in (before, trimmed):
            if ending.endswith(phrase):
                draft.bound, draft.hedge = bound, True
                draft.first -= len(before) - len(ending) + len(phrase)
                return
    if draft.hedge or _parted(draft, folded, words, floor):
        return
    for skipped in range(MAX_COUNTER + 1):
        for phrase, bound in words.after:
            if folded.startswith(phrase, draft.stop + skipped):
                draft.bound, draft.hedge = bound, True
                draft.stop += skipped + len(phrase)
                return
        if not folded[draft.stop + skipped : draft.stop + skipped + 1].isalpha():
            return


def _parted(draft: Draft, folded: str, words: HanTables, floor: int) -> bool:
    """A hedge that a verb parts from its number: 最多接待800名, 至少需要三天."""
    before = folded[max(floor, draft.first - MAX_HEDGE - 6) : draft.first]
    found = words.parted.search(before) if words.parted else None
    if found is None or not (draft.digits or draft.scale > 1 or draft.value >= 2):
        return False
    draft.bound, draft.hedge = words.parted_bounds[found.group(1)], True
    draft.first -= len(before) - found.start()
    return True
