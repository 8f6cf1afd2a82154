"""numpy is imported on one thread, and the environment is left as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys

NAMES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS")

SCRIPT = """
import json, os, sys
seen = {}
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "numpy":
            seen.update(os.environ)
sys.meta_path.insert(0, Watch())
from quotecheck.align.numerics import load_numpy
assert "numpy" not in sys.modules
load_numpy()
assert "numpy" in sys.modules
names = json.loads(sys.argv[1])
print(json.dumps([[seen.get(name) for name in names], [os.environ.get(name) for name in names]]))
"""


def environments(**given: str) -> tuple[list[str | None], list[str | None]]:
    """What numpy saw, and what was left, of `NAMES`."""
    plain = {name: value for name, value in os.environ.items() if name not in NAMES}
    command = [sys.executable, "-c", SCRIPT, json.dumps(NAMES)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**plain, **given}, timeout=60)
    during, after = json.loads(done.stdout)
    return during, after


def test_one_thread_unless_told_otherwise() -> None:
    assert environments() == (["1", "1", "1", None], [None, None, None, None])


def test_what_the_user_set_stands() -> None:
    during, after = environments(OPENBLAS_NUM_THREADS="3")
    assert during == ["3", "1", "1", None]
    assert after == ["3", None, None, None]
    assert environments(OMP_NUM_THREADS="4")[0] == [None, None, None, "4"]
