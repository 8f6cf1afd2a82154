"""What is known of each language: one file each in `data/`, found by being there.

A line of such a file is `key: values`, values separated by spaces; a key may be repeated:

- `script`: the scripts it is written in.
- `prior`: how much rarer than the great languages of the news it is, in nats (0, or less).
- `words`: its commonest function words, lower case; they tell languages apart and show where a sentence may begin.
- `letters`: letters, or runs of them, that few other languages of its script use; "_" is the edge of a word.
- `foreign`: the same, of what its own words never have.
- `closed`: abbreviations after which a sentence goes on (Mr., p. ej., z.B.); written without the last full stop.
- `open`: abbreviations that may also end a sentence (U.S., etc.).
- `ordinals: yes`: a full stop after digits makes an ordinal ("3. Oktober").
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

_FOLDER = Path(__file__).parent / "data"


class Notes(Struct, frozen=True, kw_only=True):
    """What one file in `data/` says; see the head of this module."""

    code: str
    scripts: tuple[str, ...] = ()
    prior: float = 0.0
    words: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    ordinals: bool = False


def _read(path: Path) -> Notes:
    values: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, colon, rest = line.partition(":")
        if colon and not line.startswith("#"):
            values.setdefault(key.strip(), []).extend(rest.split())
    return Notes(
        code=path.stem,
        scripts=tuple(values.get("script", ())),
        prior=float(values.get("prior", ["0"])[0]),
        words=frozenset(values.get("words", ())),
        letters=frozenset(letter.replace("_", " ") for letter in values.get("letters", ())),
        foreign=frozenset(letter.replace("_", " ") for letter in values.get("foreign", ())),
        closed=frozenset(word.lower() for word in values.get("closed", ())),
        open=frozenset(word.lower() for word in values.get("open", ())),
        ordinals=values.get("ordinals") == ["yes"],
    )


@lru_cache(maxsize=1)
def all_notes() -> dict[str, Notes]:
    """Every language of which something is known, by its code."""
    return {path.stem: _read(path) for path in sorted(_FOLDER.glob("*.txt"))}


@lru_cache(maxsize=256)
def notes(code: str) -> Notes:
    """What is known of one language; empty notes for one of which nothing is."""
    if not code.isalpha():
        return Notes(code=code)
    path = _FOLDER / f"{code}.txt"
    return _read(path) if path.is_file() else Notes(code=code)


@lru_cache(maxsize=16)
def languages_by_word(script: str) -> dict[str, tuple[str, ...]]:
    """For each function word, the languages of `script` that have it."""
    found: dict[str, list[str]] = {}
    for code, known in all_notes().items():
        if script in known.scripts:
            for word in known.words:
                found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}
