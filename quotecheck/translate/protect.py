"""What must come through a translation as it went in: links, handles, hashtags, emoji, and names.

Links, emoji and line breaks are cut out: what stands between them is translated by itself. Handles, hashtags and
names are part of a sentence's grammar, so a *stand-in* (a surname that the engine leaves alone) takes their place and
they are put back where it comes out. Where a stand-in does not come out as often as it went in, the text is tried
again in a safer and plainer way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from quotecheck.errors import TranslatorError
from quotecheck.language import mask as blank_out

Answer = str | TranslatorError
Run = Callable[[Sequence[str]], Sequence[Answer]]

_WORD = re.compile(r"[^\W_]")
_LINE_BREAK = re.compile(r"[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = frozenset('.!?…:»”")。！？')
_TAG_SIGNS = frozenset("@#＠＃\u2066\u2067\u2068")


class Piece(Struct, frozen=True):
    """A stretch of a text: to be translated, or to be kept as it is."""

    text: str
    keep: bool


def pieces(text: str, *, every_tag: bool = False) -> list[Piece]:
    """Cut a text at everything that must not be translated. The pieces joined are the text.

    Args:
        text: any text.
        every_tag: cut at handles and hashtags inside sentences too, not only at those around them.
    """
    found: list[Piece] = []
    at = 0
    for start, end in _cuts(text):
        _add_words(found, text[at:start], every_tag)
        found.append(Piece(text[start:end], True))
        at = end
    _add_words(found, text[at:], every_tag)
    return found


def _cuts(text: str) -> list[tuple[int, int]]:
    """Links, emoji and line breaks, in order, without overlaps."""
    blanked = blank_out(text, handles=False, hashtag_signs=False)
    return _changed(text, _LINE_BREAK.sub(lambda match: "\0" * len(match.group()), blanked))


def _changed(text: str, other: str) -> list[tuple[int, int]]:
    """The stretches in which two texts of one length differ."""
    spans: list[tuple[int, int]] = []
    if text == other:
        return spans
    start = -1
    for at, (left, right) in enumerate(zip(text, other, strict=True)):
        if left != right:
            start = at if start < 0 else start
        elif start >= 0:
            spans.append((start, at))
            start = -1
    if start >= 0:
        spans.append((start, len(text)))
    return spans


def _tags(text: str) -> list[tuple[int, int]]:
    """Handles and hashtags of a text without links."""
    return _changed(text, blank_out(text, links=False, hashtags=True, emoji=False))


def _add_words(found: list[Piece], words: str, every_tag: bool) -> None:
    """Add a stretch without links. A run of tags that opens or closes it is no part of its sentences."""
    if not words:
        return
    tags = _tags(words)
    if every_tag:
        cuts = tags
    else:
        first, last = _opening(words, tags), _closing(words, tags)
        if first >= last:  # Nothing but tags.
            found.append(Piece(words, True))
            return
        cuts = [(0, first), (last, len(words))]
    at = 0
    parts: tuple[tuple[str, bool], ...]
    for start, end in (*cuts, (len(words), len(words))):
        body = words[at:start]
        if _WORD.search(body):
            left = len(body) - len(body.lstrip())
            right = len(body.rstrip())
            parts = ((body[:left], True), (body[left:right], False), (body[right:], True), (words[start:end], True))
        else:
            parts = ((words[at:end], True),)
        found += [Piece(text, keep) for text, keep in parts if text]
        at = end


def _opening(words: str, tags: Sequence[tuple[int, int]]) -> int:
    """Where the run of tags that opens `words` ends. One alone may be the sentence's subject; several address."""
    end = count = 0
    for start, stop in tags:
        if words[end:start].strip():
            break
        end, count = stop, count + 1
    return end if count > 1 else 0


def _closing(words: str, tags: Sequence[tuple[int, int]]) -> int:
    """Where the run of tags that closes `words` begins. One alone counts after a full stop only: "en #Caracas"."""
    begin, count = len(words), 0
    for start, stop in reversed(tags):
        if words[stop:begin].strip():
            break
        begin, count = start, count + 1
    before = words[:begin].rstrip()
    return begin if count > 1 or (count and (not before or before[-1] in _SENTENCE_END)) else len(words)


class Masked(Struct, frozen=True):
    """A text whose names and tags are replaced.

    Attributes:
        originals: stand-in -> what it stands for.
        counts: stand-in -> how often it was put in.
    """

    text: str
    originals: dict[str, str] = {}
    counts: dict[str, int] = {}


def mask(text: str, names: Sequence[str], stand_ins: Iterable[str]) -> Masked:
    """Put stand-ins in the place of tags and `names` (whole words; all capitals count as the same name)."""
    lower = text.lower()
    free = [name for name in stand_ins if name.lower() not in lower]
    chosen: dict[str, str] = {}
    counts: Counter[str] = Counter()
    out: list[str] = []
    at = 0
    for start, end in _protected(text, names):
        original = text[start:end]
        if original not in chosen:
            if not free:
                continue
            chosen[original] = free.pop(0)
        counts[chosen[original]] += 1
        out += [text[at:start], chosen[original]]
        at = end
    out.append(text[at:])
    return Masked("".join(out), {stand_in: original for original, stand_in in chosen.items()}, dict(counts))


def unmask(answer: str, masked: Masked) -> str | None:
    """Put the originals back; None where the stand-ins did not come through as often as they went in."""
    if not masked.originals:
        return answer
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, masked.originals))})(?!\w)")
    if Counter(pattern.findall(answer)) != masked.counts:
        return None
    return pattern.sub(lambda match: masked.originals[match.group()], answer)


def _protected(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where tags and names stand, in order, without overlaps; neighbouring names are one."""
    spans = _tags(text)
    taken = bytearray(len(text))
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    forms = {form for name in names if _WORD.search(name) for form in (name.strip(), name.strip().upper())}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            whole = not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
            if whole and not any(taken[at:end]):
                spans.append((at, end))
                taken[at:end] = b"\1" * len(form)
            at = text.find(form, end)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        # "Nicolás" and "Maduro" side by side are one name; two tags are not.
        if (
            merged
            and text[merged[-1][1] : start] == " "
            and text[start] not in _TAG_SIGNS
            and text[merged[-1][0]] not in _TAG_SIGNS
        ):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _survived(source: str, answer: str, names: Sequence[str]) -> bool:
    """Every tag and every name of the source is in the answer, as often as it was."""
    wanted = Counter(source[start:end] for start, end in _protected(source, names))
    return all(answer.count(text) >= count for text, count in wanted.items())


def translate_protected(
    texts: Sequence[str], names: Sequence[str], run: Run, stand_ins: Sequence[str], *, mask_first: bool = True
) -> list[Answer]:
    """Translate whole texts through `run`, which sees plain sentences only; the answers keep what must be kept.

    Args:
        texts: any texts.
        names: what must not be translated, as written in the texts.
        run: translates many stretches at once; an error in a stretch's place fails the text it belongs to.
        stand_ins: words that `run` leaves alone.
        mask_first: replace names at once; else only where they did not come through by themselves.
    """
    cut = [pieces(text) for text in texts]
    wanted = list(dict.fromkeys(piece.text for parts in cut for piece in parts if not piece.keep))
    half = len(stand_ins) // 2
    turned = (*stand_ins[half:], *stand_ins[:half])
    ways: list[Callable[[str], Masked]] = [
        lambda text: mask(text, names, stand_ins),
        lambda text: mask(text, names, turned),
    ]
    if not mask_first:
        ways.insert(0, Masked)
    results: dict[str, Answer] = {}
    left = wanted
    for way in ways:
        left = _attempt(left, way, names, run, results) if left else left
    for text, answer in zip(left, _by_parts(left, names, run, stand_ins) if left else (), strict=True):
        results[text] = answer
    return [_join(piece.text if piece.keep else results[piece.text] for piece in parts) for parts in cut]


def _attempt(
    texts: Sequence[str], way: Callable[[str], Masked], names: Sequence[str], run: Run, results: dict[str, Answer]
) -> list[str]:
    """Translate stretches in one way; return those that lost a name or tag (what came of them may be in `results`)."""
    masked = [way(text) for text in texts]
    lost: list[str] = []
    for text, one, answer in zip(texts, masked, run([one.text for one in masked]), strict=True):
        if isinstance(answer, TranslatorError):
            results[text] = answer
            continue
        restored = unmask(answer, one)
        if restored is None or not _survived(text, restored, names):
            lost.append(text)
        if restored is not None:
            results[text] = restored
    return lost


def _by_parts(texts: Sequence[str], names: Sequence[str], run: Run, stand_ins: Sequence[str]) -> list[Answer]:
    """The last resort: translate what stands between tags by itself; a name that still gets lost is let go."""
    cut = [pieces(text, every_tag=True) for text in texts]
    wanted = list(dict.fromkeys(piece.text for parts in cut for piece in parts if not piece.keep))
    results: dict[str, Answer] = {}
    left = _attempt(wanted, lambda text: mask(text, names, stand_ins), names, run, results) if wanted else []
    left = [text for text in left if text not in results]
    if left:
        results.update(zip(left, run(left), strict=True))
    return [_join(piece.text if piece.keep else results[piece.text] for piece in parts) for parts in cut]


def _join(answers: Iterable[Answer]) -> Answer:
    """All of a text's stretches as one; the first error, if any failed."""
    out: list[str] = []
    for answer in answers:
        if isinstance(answer, TranslatorError):
            return answer
        out.append(answer)
    return "".join(out)
