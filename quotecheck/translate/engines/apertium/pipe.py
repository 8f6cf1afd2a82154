"""A translation pipeline that stays open: every stage a process, a NUL byte after each text flushes all of them.

Starting the ten or so programs of a pair takes about 0.1 s; once they run, a sentence takes 1 to 3 ms.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import selectors
import subprocess
import threading
import time
import weakref
from collections.abc import Sequence

from quotecheck.errors import TranslatorError
from quotecheck.translate.engines.apertium.modes import Mode

_FAILURES_IN_A_ROW = 3
IDLE = 10.0
"""Seconds after its last text at which a pipeline is closed: it holds 75 to 90 MB, and starts again at once."""
_CHUNK = 65536
_open: weakref.WeakSet[Pipe] = weakref.WeakSet()


class Pipe:
    """One mode, running while it is used. Safe to share between threads; a forked child starts its own.

    Args:
        mode: what to run.
        patience: seconds to wait for an answer.
        idle: seconds without a text after which the processes are ended; the next text starts them again.
    """

    def __init__(self, mode: Mode, patience: float, idle: float = IDLE) -> None:
        self.mode = mode
        self.patience = patience
        self.idle = idle
        self.restarts = 0
        self._used = 0.0
        self._watch: threading.Timer | None = None
        self._stages: list[subprocess.Popen[bytes]] = []
        self._owner = 0
        self._lock = threading.RLock()
        _open.add(self)

    @property
    def pids(self) -> tuple[int, ...]:
        """Process ids of the running stages, in order."""
        return tuple(stage.pid for stage in self._stages) if self._owner == os.getpid() else ()

    def translate(self, texts: Sequence[str]) -> list[str | TranslatorError]:
        """What comes out for each text. Where the pipeline dies or hangs, it is started afresh, and the text it was
        at is tried once more by itself before it counts as failed; after a few such texts in a row, the rest fail
        untried."""
        with self._lock:
            answers: list[str | TranslatorError] = []
            in_a_row = 0
            while len(answers) < len(texts):
                got, trouble = self._ask(texts[len(answers) :])
                answers += got
                if trouble is None:
                    break
                self.restarts += 1
                in_a_row = 0 if got else in_a_row
                again, trouble = self._ask(texts[len(answers) : len(answers) + 1])
                answers += again
                if trouble is not None:
                    answers.append(trouble)
                    in_a_row += 1
                if in_a_row >= _FAILURES_IN_A_ROW and trouble is not None:
                    answers += [trouble] * (len(texts) - len(answers))
            self._used = time.monotonic()
            if self._watch is None and self._stages:
                self._look_in(self.idle)
            return answers

    def close(self) -> None:
        """Stop every stage and wait for it."""
        with self._lock:
            stages, self._stages = self._stages, []
            if self._watch is not None:
                self._watch.cancel()
                self._watch = None
            if self._owner != os.getpid():
                return  # Forked: the processes, and the waiting for them, are the parent's.
            for stage in stages:
                for stream in (stage.stdin, stage.stdout):
                    if stream is not None:
                        with contextlib.suppress(OSError):
                            stream.close()
                with contextlib.suppress(OSError):
                    stage.kill()
            for stage in stages:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    stage.wait(timeout=5)

    def _look_in(self, seconds: float) -> None:
        """See, after some seconds, whether the pipeline is idle."""
        self._watch = threading.Timer(seconds, self._end_if_idle)
        self._watch.daemon = True
        self._watch.start()

    def _end_if_idle(self) -> None:
        with self._lock:
            if threading.current_thread() is not self._watch:
                return  # closed, and perhaps started again, meanwhile
            left = self._used + self.idle - time.monotonic()
            if left > 0:
                self._look_in(left)
            else:
                self.close()

    def _start(self) -> None:
        self.close()
        self._owner = os.getpid()
        # The programs read and write UTF-8 only where the locale says so.
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        stages: list[subprocess.Popen[bytes]] = []
        self._stages = stages
        try:
            for command in self.mode.stages:
                stages.append(
                    subprocess.Popen(
                        command,
                        stdin=stages[-1].stdout if stages else subprocess.PIPE,
                        stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL,
                        env=environment,
                        bufsize=0,
                    )
                )
                # Ours to close, or the stage before would never learn that this one died.
                if len(stages) > 1:
                    previous = stages[-2].stdout
                    assert previous is not None
                    previous.close()
        except OSError as error:
            self.close()
            raise TranslatorError(
                f"Apertium's {self.mode.name} could not be started: {error.strerror or error}",
                hint="apt-get install --reinstall apertium",
            ) from error
        for stream in (stages[0].stdin, stages[-1].stdout):
            assert stream is not None
            os.set_blocking(stream.fileno(), False)

    def _ask(self, texts: Sequence[str]) -> tuple[list[str], TranslatorError | None]:
        """Answers to as many of `texts` as came back, and what went wrong with the one after them, if anything."""
        try:
            if not self._stages or self._owner != os.getpid() or any(s.poll() is not None for s in self._stages):
                self._start()
            got = self._exchange([encode(text) for text in texts])
        except TranslatorError as error:
            return [], error
        except BaseException:  # Interrupted halfway: what is still in the pipe would answer the next question.
            self.close()
            raise
        if len(got) > len(texts):
            self.close()
            return [], TranslatorError(f"Apertium's {self.mode.name} wrote more than it was asked")
        answers = [decode(answer) for answer in got]
        if len(answers) == len(texts):
            return answers, None
        hung = all(stage.poll() is None for stage in self._stages)
        self.close()
        what = f"gave no answer within {self.patience:g} s" if hung else "died"
        return answers, TranslatorError(f"Apertium's {self.mode.name} {what}")

    def _exchange(self, texts: Sequence[bytes]) -> list[bytes]:
        """Write the texts and read the answers at the same time: either pipe may fill up first."""
        source, sink = self._stages[0].stdin, self._stages[-1].stdout
        assert source is not None and sink is not None
        to_write = memoryview(b"".join(text + b"\0" for text in texts))
        answers: list[bytes] = []
        partial = bytearray()
        deadline = time.monotonic() + self.patience
        with selectors.DefaultSelector() as ready:
            ready.register(source, selectors.EVENT_WRITE)
            ready.register(sink, selectors.EVENT_READ)
            while len(answers) < len(texts):
                events = ready.select(max(0.0, deadline - time.monotonic()))
                if not events:
                    return answers
                for key, _ in events:
                    try:
                        if key.fileobj is source:
                            to_write = to_write[os.write(source.fileno(), to_write[:_CHUNK]) :]
                            if not to_write:
                                ready.unregister(source)
                        else:
                            chunk = os.read(sink.fileno(), _CHUNK)
                            if not chunk:
                                return answers
                            partial += chunk
                            deadline = time.monotonic() + self.patience
                    except BlockingIOError:
                        continue
                    except OSError:
                        return answers
                *complete, rest = bytes(partial).split(b"\0")
                answers += complete
                partial = bytearray(rest)
        return answers


_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\[]{}^$@/<>"})
_GONE = dict.fromkeys([*range(9), *range(11, 32), 127, 0xFEFF])
_END = ".[]"
"""Ends a text the way Apertium's own plain-text reader does: a full stop the transfer rules see, the marker that
tells it from one of the text's own."""


def encode(text: str) -> bytes:
    """A text as the first stage wants it: one line, reserved characters escaped, no control characters."""
    one_line = " ".join(text.translate(_GONE).split())
    return (one_line.translate(_SPECIAL) + _END).encode("utf-8", "replace")


def decode(answer: bytes) -> str:
    """What the last stage wrote, as text again."""
    text = answer.decode("utf-8", "replace").strip()
    end = text.rfind(_END)
    if end >= 0:
        text = text[:end] + text[end + len(_END) :]
    pieces: list[str] = []
    escaped = False
    for character in text:
        if character == "\\" and not escaped:
            escaped = True
            continue
        pieces.append(character)
        escaped = False
    return " ".join("".join(pieces).split())


@atexit.register
def _close_all() -> None:
    for pipe in list(_open):
        pipe.close()
