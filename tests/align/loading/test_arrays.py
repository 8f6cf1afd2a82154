"""Arrays in one file: what is read is what was written, and a broken file is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from quotecheck.align.loading.arrays import load, save

SOME = arrays(
    st.sampled_from([np.dtype("u1"), np.dtype("f4"), np.dtype("f8"), np.dtype("i4")]),
    array_shapes(min_dims=0, max_dims=3, max_side=4),
)


@settings(max_examples=100, deadline=None)
@given(made=st.dictionaries(st.text("abc.[]()0", min_size=1, max_size=6), SOME, min_size=1, max_size=6))
def test_what_is_read_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, NDArray[np.generic]]
) -> None:
    path = tmp_path_factory.mktemp("arrays") / "some.npy"
    save(path, made)
    found = load(path)
    assert list(found) == list(made)
    for name, array in made.items():
        assert found[name].dtype == array.dtype
        assert found[name].shape == array.shape
        assert found[name].tobytes() == array.tobytes()
        assert not array.ndim or found[name].ctypes.data % 64 == 0


def test_a_file_that_was_cut_or_is_another_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.npy"
    save(path, {"a": np.arange(1000)})
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ValueError):
        load(path)
    path.write_bytes(b"")
    with pytest.raises(ValueError):
        load(path)
    np.save(path, np.arange(3))
    with pytest.raises(ValueError, match="no named arrays"):
        load(path)
    with pytest.raises(OSError):
        load(tmp_path / "none.npy")
