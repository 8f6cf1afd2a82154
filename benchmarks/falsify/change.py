"""What a falsification is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zlib import crc32

KINDS = (
    "value",
    "places",
    "scale",
    "bound",
    "unit",
    "name",
    "title",
    "date",
    "negation",
    "certainty",
    "antonym",
    "scope",
    "question",
    "speaker",
    "omission",
    "addition",
    "altered",
    "unrelated",
)
"""What a falsification changes. "places" exchanges two numbers, "speaker" changes who is said to have spoken, "altered"
a quotation in the post's own language, "unrelated" puts another post's quotation in the place of this one's."""

T = TypeVar("T")


@dataclass(frozen=True)
class Change:
    """`text[start:end]` is to become `to`; `kind` is one of `KINDS`, or "harmless"."""

    kind: str
    start: int
    end: int
    to: str

    def apply(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.to + text[self.end :]


def pick(choices: Sequence[T], *what: str) -> T:
    """One of the choices, always the same for the same words."""
    return choices[crc32("\n".join(what).encode()) % len(choices)]


def cased(word: str, like: str) -> str:
    """A word with a capital where the word it replaces has one."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def without(text: str, start: int, end: int, kind: str) -> Iterator[Change]:
    """The change that takes text[start:end] out, and a space with it; what then begins the text gets its capital."""
    if start == 0:
        while end < len(text) and text[end].isspace():
            end += 1
        if end < len(text):
            yield Change(kind, 0, end + 1, text[end].upper())
    else:
        while start and text[start - 1].isspace():
            start -= 1
        yield Change(kind, start, end, "")
