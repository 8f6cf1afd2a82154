"""Pull quotes: a quotation set apart that the body has too counts once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.model import Block, Quotation

FEWEST_WORDS = 4
"""Fewer words than these are repeated by chance."""

_SIGNS = re.compile(r"[\W_]+")
_SHINGLE = 4


def without_repeats(blocks: Sequence[Block], quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """The quotations without those that stand alone in their block and that another one holds word for word.

    Takes linear time: of quotations that begin with the same four words only a few are looked at.
    """
    alone = [number for number, found in enumerate(quotations) if _alone(blocks, found)]
    if not alone:
        return quotations
    plain = [_plain(found.text) for found in quotations]
    heads = {" ".join(plain[number].split()[:_SHINGLE]) for number in alone}
    holding: dict[str, list[int]] = {}
    for number, text in enumerate(plain):
        words = text.split()
        for place in range(len(words) - _SHINGLE + 1):
            head = " ".join(words[place : place + _SHINGLE])
            if head in heads and len(places := holding.setdefault(head, [])) < 8 and places[-1:] != [number]:
                places.append(number)
    dropped: set[int] = set()
    for number in alone:
        text = f" {plain[number]} "
        if text.count(" ") <= FEWEST_WORDS:
            continue
        for other in holding.get(" ".join(plain[number].split()[:_SHINGLE]), ()):
            apart = {part[0] for part in quotations[other].parts}.isdisjoint(
                part[0] for part in quotations[number].parts
            )
            if (
                apart
                and other not in dropped
                and text in f" {plain[other]} "
                and _rather(number, other, quotations, blocks)
            ):
                dropped.add(number)
                break
    return tuple(found for number, found in enumerate(quotations) if number not in dropped)


def _rather(number: int, other: int, quotations: Sequence[Quotation], blocks: Sequence[Block]) -> bool:
    """Whether, of two quotations of the same words, the first is the pull quote."""
    mine, theirs = blocks[quotations[number].parts[0][0]], blocks[quotations[other].parts[0][0]]
    if theirs.kind in ("heading", "dek", "caption", "teaser"):
        return False
    if not _alone(blocks, quotations[other]):
        return True
    if (mine.kind == "blockquote") != (theirs.kind == "blockquote"):
        return mine.kind == "blockquote"
    return number > other


def _alone(blocks: Sequence[Block], found: Quotation) -> bool:
    """Whether a quotation is all that its block holds, but for a signature."""
    index, start, _ = found.parts[0]
    last, _, end = found.parts[-1]
    if index != last or blocks[index].kind not in ("paragraph", "blockquote", "list_item") or found.mark in ":—":
        return False
    text = blocks[index].text
    rest = text[end:].strip("\"'”’»›“‘」』.,… \n")
    return not text[:start].strip("\"'“‘«‹„‚”’「『 \n") and (not rest or (rest[0] in "—–-" and len(rest) <= 80))


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", text).strip().casefold()
