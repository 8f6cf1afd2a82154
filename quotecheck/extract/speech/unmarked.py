"""Words that are given as somebody's without quotation marks: dialogue behind dashes, transcripts, block quotes.

Dialogue opens with a dash in Spanish, Portuguese, French, Russian, Polish and other typography, and the dash parts the
reporting clause from the words (Ortografía de la lengua española, 3.4.2.2.1): "—Nos quedamos —dijo Quell—. Siempre".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from quotecheck.extract.speakers import Clause, Reader
from quotecheck.model import Block

DIALOGUE_LANGUAGES = frozenset("es pt ca gl eu fr it ro ru uk be bg sr mk pl cs sk tr hu fi el".split())
"""Languages that open dialogue with a dash."""

_VERBS = frozenset(
    """
    dijo dice afirmó afirma añadió agregó aseguró advirtió respondió contestó preguntó exclamó explicó insistió señaló
    declaró sostuvo gritó susurró replicó comentó reconoció admitió sentenció concluyó
    disse diz afirmou acrescentou respondeu perguntou exclamou explicou gritou declarou
    dit répond répondit ajoute ajouta affirme affirma explique expliqua demande demanda lance lança déclare déclara
    s'exclame s'exclama
    ha detto disse dice rispose risponde chiese chiede aggiunse aggiunge esclamò spiegò gridò
    сказал сказала ответил ответила спросил спросила добавил добавила заявил заявила говорит пояснил пояснила
    сказав сказала відповів відповіла додав додала
    powiedział powiedziała odpowiedział odpowiedziała zapytał zapytała dodał dodała mówi
    said says replied asked added answered
    """.split()
)
_OPENS = re.compile(r"[—–―]\s?(?=[^\W_]|[¿¡«“\"(])")
_DASH = re.compile(r"(?:(?<=\s)[—–―](?=[^\W\d_]|\s)|[—–―](?=[\s.,;:!?…]))")
_COMMA_CLAUSE = re.compile(r"[,?!…]\s(?=([^\W\d_]+)\b)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SIGNED = re.compile(r"\(@|^[—–―]\s?[^.!?]{1,60}$")
_LABEL = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,4}(?:, [A-Z][\w .'’-]{1,40})?|[QA])"
    r"(?: \([^)]{1,30}\))?:\s+(?=[^\s\"'“‘«„])"
)
_ATTRIBUTION = re.compile(r"(?:\n|(?<=[.!?…])\s|^)[—–―-]{1,2}\s?(?=[A-ZÀ-Þ])[^.!?\n]{2,80}$")


class Unmarked(Struct, frozen=True):
    """Somebody's words without marks: `parts` are (start, end) in one block.

    Attributes:
        mark: "—" for dialogue, ":" for a transcript, ">" for a block quote.
        clause: who says them, where the form itself tells.
        goes_on: the words go on from the block before.
    """

    parts: tuple[tuple[int, int], ...]
    mark: str
    clause: Clause | None = None
    goes_on: bool = False


def find_unmarked(blocks: Sequence[Block], language: str | None, reader: Reader) -> dict[int, Unmarked]:
    """Unmarked speech by the index of its block.

    Args:
        language: what the page declares (ISO 639-1); None where it does not say.
    """
    found = _turns(blocks, reader)
    dashes = (language or "").split("-")[0].lower() in DIALOGUE_LANGUAGES
    before: int | None = None
    for index, block in enumerate(blocks):
        if block.kind in ("caption", "teaser") or index in found:
            continue
        spoken = None
        if block.kind == "blockquote":
            spoken = _block_quote(blocks, index, before, found, reader)
        elif block.kind in ("paragraph", "list_item"):
            spoken = _dialogue(block.text, dashes, reader)
        if spoken is not None:
            found[index] = spoken
        before = index
    return found


def _turns(blocks: Sequence[Block], reader: Reader) -> dict[int, Unmarked]:
    """A transcript: paragraphs that begin with a speaker's name and a colon, three or more, one speaking twice."""
    labels: dict[int, tuple[str, int]] = {}
    for index, block in enumerate(blocks):
        if block.kind in ("paragraph", "list_item") and (match := _LABEL.match(block.text[:120])):
            labels[index] = (match[0].split(":")[0].split("(")[0].strip(), match.end())
    turns = Counter(label for label, _ in labels.values())
    if len(labels) < 3 or len(turns) < 2 or max(turns.values()) < 2:
        return {}
    found = {}
    for index, (label, start) in labels.items():
        text = blocks[index].text
        if not any(char.isalnum() for char in text[start:]):
            continue
        words = label.split(",")[0].split()
        if all(word.isupper() for word in words) and len(label) > 1:
            words = [_lowered(word) for word in words]
        name = None if label in ("Q", "A") or words[0] in ("Question", "Answer") else reader.label(words)
        found[index] = Unmarked(((start, len(text.rstrip())),), ":", Clause(name, None))
    return found


def _lowered(word: str) -> str:
    return word if "." in word or len(word) < 3 else "-".join(part.capitalize() for part in word.split("-"))


def _block_quote(
    blocks: Sequence[Block], index: int, before: int | None, found: dict[int, Unmarked], reader: Reader
) -> Unmarked | None:
    """A block quote that a colon announces, that goes on from one, or that is signed."""
    text = blocks[index].text
    if "(@" in text or text[:1] in "\"'“‘«„”»" or not text.strip():
        return None
    signed = _ATTRIBUTION.search(text[-90:])
    clause = None
    end = len(text)
    if signed:
        end = max(0, len(text) - 90) + signed.start()
        clause = reader.after(text[end:].lstrip(), ".")
    announced = (
        before is not None and blocks[before].kind != "blockquote" and blocks[before].text.rstrip().endswith(":")
    )
    goes_on = before is not None and before in found and blocks[before].kind == "blockquote"
    end = len(text[:end].rstrip())
    if not (announced or goes_on or clause) or not any(char.isalnum() for char in text[:end]):
        return None
    return Unmarked(((0, end),), ">", clause, goes_on=goes_on and not announced)


def _dialogue(text: str, dashes: bool, reader: Reader) -> Unmarked | None:
    """A paragraph that opens with a dash, without its reporting clauses."""
    opened = _OPENS.match(text)
    if opened is None or (_SIGNED.search(text[:400]) and not (dashes and "(@" not in text)):
        return None
    parts: list[tuple[int, int]] = []
    clause: Clause | None = None
    start = opened.end()
    cuts = [*(match.start() for match in _DASH.finditer(text, start)), len(text)]
    aside = False
    for cut in cuts:
        piece = text[start:cut]
        first = _WORD.search(piece[:40])
        if not aside and first and first[0] in _VERBS and parts and not piece[: first.start()].strip(" —–―"):
            clause = clause or _said(piece, reader)
            aside = True
        elif aside or not parts:
            spoken, told = _comma_clause(piece)
            if told:
                clause = clause or _said(told, reader)
            parts.append((start, start + len(spoken)))
            aside = False
        else:  # a dash inside the words
            parts[-1] = (parts[-1][0], cut)
        start = cut + 1
    trimmed = tuple(part for part in (_trimmed(text, *part) for part in parts) if part)
    if not trimmed or not (dashes or clause):
        return None
    return Unmarked(trimmed, "—", clause)


def _comma_clause(piece: str) -> tuple[str, str]:
    """The words, and the reporting clause behind a comma, as French has it: "On reste, dit Quell"."""
    for match in _COMMA_CLAUSE.finditer(piece):
        if match[1] in _VERBS:
            return piece[: match.start() + 1].rstrip(","), piece[match.end() :]
    return piece, ""


def _said(piece: str, reader: Reader) -> Clause:
    words = _WORD.findall(piece[:120])
    run: list[str] = []
    for word in words[1:]:
        if not word[0].isupper():
            break
        run.append(word)
    return Clause(reader.label(run) if run else None, words[0])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ".,;:—–―"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "—–―,"):
        end -= 1
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None
