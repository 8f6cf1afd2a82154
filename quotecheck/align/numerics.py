"""numpy, imported so that it keeps to one processor."""

from __future__ import annotations

import os
import sys

_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What numpy's libraries of linear algebra read, once, when they are loaded."""


def load_numpy() -> None:
    """Import numpy for the first time, its linear algebra on one thread.

    The matrices of a few sentences are too small to share: threads that wait for one another by spinning took 2.5
    times the processor time, and far more where several processes (`--jobs`) did so at once. One thread also adds up
    in one order, so that the number of processors changes no figure. What the user has set in the environment stands,
    and so does a numpy that was imported before.
    """
    if "numpy" in sys.modules:
        return
    ours = [name for name in _THREADS if name not in os.environ]
    if "OMP_NUM_THREADS" in os.environ:
        ours = []
    os.environ.update(dict.fromkeys(ours, "1"))
    try:
        import numpy  # noqa: F401
    finally:
        for name in ours:  # programs started from here make up their own minds
            del os.environ[name]
