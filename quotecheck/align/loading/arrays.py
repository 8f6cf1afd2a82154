"""Named arrays in one file: a `.npy` of one record, which numpy itself maps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[np.generic]]

_ALIGNED = 64
"""Bytes: a line of the processor's cache, on which its arithmetic likes to begin."""
_LONGEST_HEADER = 1 << 20


def save(path: Path, arrays: Arrays) -> None:
    """Write arrays, of any types that hold no objects.

    Raises:
        OSError: there is no room.
    """
    import numpy as np

    offsets, at = [], 0
    for array in arrays.values():
        offsets.append(at)
        at += -(-array.nbytes // _ALIGNED) * _ALIGNED
    form = np.dtype(
        {
            "names": list(arrays),
            "formats": [(array.dtype, array.shape) for array in arrays.values()],
            "offsets": offsets,
            "itemsize": at,
        }
    )
    header = {"descr": np.lib.format.dtype_to_descr(form), "fortran_order": False, "shape": (1,)}
    # Written, not mapped: a full disk is then an error and not the end of the process.
    with path.open("wb") as file:
        np.lib.format.write_array_header_2_0(file, header)
        for array in arrays.values():
            file.write(array.tobytes())
            file.write(bytes(-array.nbytes % _ALIGNED))


def load(path: Path) -> dict[str, NDArray[np.generic]]:
    """The arrays, read-only; nothing is read before it is used.

    Raises:
        OSError, ValueError: the file cannot be read, or is another's.
    """
    import numpy as np

    whole = np.lib.format.open_memmap(path, mode="r", max_header_size=_LONGEST_HEADER)
    if whole.shape != (1,) or whole.dtype.names is None:
        raise ValueError(f"{path} holds no named arrays")
    return {name: np.asarray(whole[name][0]) for name in whole.dtype.names}
