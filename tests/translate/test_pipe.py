"""The persistent pipe, with stages of our own that die, hang and misbehave."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.errors import TranslatorError
from quotecheck.translate.engines.apertium.modes import Mode
from quotecheck.translate.engines.apertium.pipe import Pipe, decode, encode

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no Apertium on Windows")

STAGE = r"""
import os, signal, sys, time
buffer = b""
while chunk := os.read(0, 65536):
    buffer += chunk
    *texts, buffer = buffer.split(b"\0")
    for text in texts:
        if b"die" in text: os.kill(os.getpid(), signal.SIGKILL)
        if b"hang" in text: time.sleep(3600)
        if b"once" in text and not os.path.exists(sys.argv[1]):
            open(sys.argv[1], "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(1, text.replace(b"a", b"e") + b"\0")
"""


def make(marker: str = "", patience: float = 1.0, stages: int = 2) -> Pipe:
    command = (sys.executable, "-S", "-c", STAGE, marker)
    return Pipe(Mode("fake", "1", (command,) * stages), patience)


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    made = make()
    yield made
    made.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_answers_come_in_order_and_the_processes_stay(pipe: Pipe) -> None:
    assert pipe.translate(["casa", "mapa"]) == ["cese", "mepe"]
    pids = pipe.pids
    assert pipe.translate([str(number) for number in range(500)]) == [str(number) for number in range(500)]
    assert pipe.pids == pids and len(pids) == 2
    assert pipe.translate([]) == []


def test_more_than_the_pipes_hold_at_once(pipe: Pipe) -> None:
    texts = ["casa " * 20_000 for _ in range(20)]
    assert pipe.translate(texts) == [("cese " * 20_000).strip()] * 20


def test_an_idle_pipeline_gives_its_memory_back_and_starts_again() -> None:
    pipe = make()
    pipe.idle = 0.2
    assert pipe.translate(["casa"]) == ["cese"]
    pids = pipe.pids
    assert pids
    deadline = time.monotonic() + 10
    while any(alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not pipe.pids and not any(alive(pid) for pid in pids)
    assert pipe.translate(["mapa"]) == ["mepe"]
    assert pipe.pids and not set(pipe.pids) & set(pids)
    pipe.close()


def test_a_pipeline_that_is_asked_again_and_again_stays() -> None:
    pipe = make()
    pipe.idle = 0.6
    pipe.translate(["casa"])
    pids = pipe.pids
    for _ in range(8):
        time.sleep(0.15)
        pipe.translate(["casa"])
    assert pipe.pids == pids
    pipe.close()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_stage_killed_between_texts_is_restarted(pipe: Pipe, number: signal.Signals) -> None:
    assert pipe.translate(["casa"]) == ["cese"]
    os.kill(pipe.pids[1], number)
    assert pipe.translate(["casa", "mapa"]) == ["cese", "mepe"]


@pytest.mark.slow
def test_a_stage_stopped_between_texts_is_replaced(pipe: Pipe) -> None:
    assert pipe.translate(["casa"]) == ["cese"]
    stopped = pipe.pids[0]
    os.kill(stopped, signal.SIGSTOP)
    assert pipe.translate(["casa", "mapa"]) == ["cese", "mepe"]
    assert pipe.restarts == 1
    assert not alive(stopped)


def test_a_text_that_kills_fails_alone(pipe: Pipe) -> None:
    first, bad, last = pipe.translate(["casa", "die", "mapa"])
    assert (first, last) == ("cese", "mepe")
    assert isinstance(bad, TranslatorError)
    assert "died" in str(bad)


@pytest.mark.slow
def test_a_text_that_hangs_fails_alone(pipe: Pipe) -> None:
    first, bad, last = pipe.translate(["casa", "hang", "mapa"])
    assert (first, last) == ("cese", "mepe")
    assert isinstance(bad, TranslatorError)
    assert "no answer within 1 s" in str(bad)


def test_a_text_that_kills_by_chance_succeeds_the_second_time(tmp_path: object) -> None:
    pipe = make(marker=f"{tmp_path}/marker")
    assert pipe.translate(["casa", "once", "mapa"]) == ["cese", "once", "mepe"]
    assert pipe.restarts == 1
    pipe.close()


def test_a_program_that_is_not_there_fails_every_text() -> None:
    pipe = Pipe(Mode("fake", "1", (("/nowhere/at/all", "-z"),)), 1)
    answers = pipe.translate(["casa", "mapa"])
    assert all(isinstance(answer, TranslatorError) and "could not be started" in str(answer) for answer in answers)


def test_a_program_that_ends_at_once_fails_every_text() -> None:
    pipe = Pipe(Mode("fake", "1", ((sys.executable, "-S", "-c", "pass"),)), 1)
    assert all(isinstance(answer, TranslatorError) for answer in pipe.translate(["casa", "mapa"]))
    pipe.close()


def test_after_a_few_failures_in_a_row_the_rest_are_not_tried(pipe: Pipe) -> None:
    answers = pipe.translate(["casa", *["die"] * 10, "mapa"])
    assert answers[0] == "cese"
    assert all(isinstance(answer, TranslatorError) for answer in answers[1:])
    assert pipe.restarts == 3
    assert pipe.translate(["mapa"]) == ["mepe"]


def test_failures_that_are_not_in_a_row_do_not_add_up(pipe: Pipe) -> None:
    answers = pipe.translate(["die", "casa"] * 5)
    assert [answer for answer in answers if isinstance(answer, str)] == ["cese"] * 5


def test_closing_leaves_no_process_and_no_zombie(pipe: Pipe) -> None:
    pipe.translate(["casa"])
    pids = pipe.pids
    assert all(alive(pid) for pid in pids)
    pipe.close()
    assert not any(alive(pid) for pid in pids)
    assert pipe.translate(["casa"]) == ["cese"]


def test_an_interrupt_leaves_no_stale_answers(pipe: Pipe, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pipe.translate(["casa"]) == ["cese"]
    real = os.read

    def interrupted(handle: int, size: int) -> bytes:
        time.sleep(0.1)
        monkeypatch.setattr(os, "read", real)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "read", interrupted)
    with pytest.raises(KeyboardInterrupt):
        pipe.translate(["uno", "dos"])
    assert pipe.pids == ()
    assert pipe.translate(["tres"]) == ["tres"]


def test_threads_take_turns(pipe: Pipe) -> None:
    wrong: list[str] = []

    def work(letter: str) -> None:
        for number in range(30):
            if pipe.translate([f"{letter}{number}"]) != [f"{letter}{number}"]:
                wrong.append(letter)

    threads = [threading.Thread(target=work, args=(letter,)) for letter in "bcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_forked_child_starts_its_own(pipe: Pipe) -> None:
    pipe.translate(["casa"])
    child = os.fork()
    if child == 0:
        good = pipe.translate(["mapa"]) == ["mepe"]
        pipe.close()
        os._exit(0 if good else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert pipe.translate(["casa"]) == ["cese"]


@given(st.text(max_size=200))
def test_what_is_encoded_is_decoded(text: str) -> None:
    encoded = encode(text)
    assert b"\0" not in encoded and b"\n" not in encoded
    decoded = decode(encoded)
    kept = "".join(c for c in text if (ord(c) >= 32 and ord(c) not in (127, 0xFEFF)) or c in "\t\n")
    assert decoded == " ".join(kept.encode("utf-8", "replace").decode().split())
