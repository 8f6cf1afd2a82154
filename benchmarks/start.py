"""Time to start and to check one article, against a bare interpreter; peak memory; installed sizes.

usage: start.py [--runs N] [--size NAME=VENV]...

Every round runs each command once, so that a busy moment of the machine falls on all of them; the first round is not
counted. `cold` has an empty cache folder, `warm` one that a run before it filled.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

ARTICLE = Path(__file__).parent.parent / "fixtures" / "articles" / "igla.html"
FINE = (0, 1, 3)
NOT_OURS = ("pip", "setuptools", "wheel")
"""What a virtual environment comes with."""


def once(words: list[str], cache: Path | None = None, fine: Sequence[int] = FINE) -> tuple[float, float]:
    """Run a command to its end, its output thrown away.

    Args:
        words: the command.
        cache: the folder that it keeps things in.
        fine: exit codes with which it has done its work.

    Returns:
        Seconds, and the peak memory in MB of its largest process.
    """
    environment = {**os.environ, **({"XDG_CACHE_HOME": str(cache)} if cache else {})}
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    began = time.perf_counter()
    child = os.posix_spawn(words[0], words, environment, file_actions=silent)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    if code not in fine:
        sys.exit(f"{' '.join(words)} ended with {code}")
    return seconds, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def size(venv: Path) -> float:
    """MB on disk of the site-packages of a virtual environment, without what it comes with."""
    blocks: dict[tuple[int, int], int] = {}
    for packages in venv.glob("lib/python*/site-packages"):
        for path in packages.rglob("*"):
            first = path.relative_to(packages).parts[0].split("-")[0].lower()
            if first in NOT_OURS or path.is_symlink() or not path.is_file():
                continue
            facts = path.stat()
            blocks[facts.st_dev, facts.st_ino] = facts.st_blocks * 512  # hard links count once
    return sum(blocks.values()) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--size", action="append", default=[], metavar="NAME=VENV", help="an installation to weigh")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    tool = str(Path(sys.executable).parent / "quotecheck")
    check = [tool, "check", str(ARTICLE)]
    times: dict[str, list[float]] = defaultdict(list)
    peaks: dict[str, float] = defaultdict(float)
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder) / "warm"
        for turn in range(options.runs + 1):
            commands: list[tuple[str, list[str], Path | None]] = [
                ("bare interpreter", [sys.executable, "-c", "pass"], None),
                ("--version", [tool, "--version"], None),
                ("--help", [tool, "--help"], None),
                ("check, cold", check, Path(folder) / f"cold-{turn}"),
                ("check, --no-cache", [*check, "--no-cache"], None),
                ("check, warm", check, warm),
            ]
            for name, words, cache in commands:
                seconds, megabytes = once(words, cache)
                if turn:
                    times[name].append(seconds)
                    peaks[name] = max(peaks[name], megabytes)
    bare = statistics.median(times["bare interpreter"])
    print(f"{'':20} {'seconds':>8} {'ratio':>7} {'MB':>6}   (median of {options.runs}; ratio to the bare interpreter)")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:20} {median:8.3f} {median / bare:7.1f} {peaks[name]:6.0f}")
    for given in options.size:
        name, _, venv = given.partition("=")
        if not (Path(venv) / "pyvenv.cfg").is_file():
            sys.exit(f"{venv or given}: not a virtual environment (--size NAME=VENV)")
        print(f"installed, {name}: {size(Path(venv)):.1f} MB")


if __name__ == "__main__":
    main()
