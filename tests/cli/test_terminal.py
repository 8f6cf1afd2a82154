"""Progress, warnings and colours: on a terminal, and nowhere else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from quotecheck.cli import terminal
from quotecheck.cli.terminal import TerminalProgress, complain, style_for


class Screen(io.StringIO):
    """A stderr that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    found = Screen()
    # Not sys.stderr itself: pytest puts its own there between the fixtures and the test.
    monkeypatch.setattr(terminal, "sys", SimpleNamespace(stderr=found))
    monkeypatch.setenv("TERM", "xterm")
    return found


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    now = [100.0]
    monkeypatch.setattr(terminal.time, "monotonic", lambda: now[0])
    yield now


def test_nothing_is_drawn_within_the_first_second(screen: Screen, clock: list[float]) -> None:
    with TerminalProgress() as progress:
        clock[0] += 0.9
        progress.update("checking", 1, 3)
    assert screen.getvalue() == ""


def test_a_line_is_drawn_over_itself_and_taken_away(screen: Screen, clock: list[float]) -> None:
    with TerminalProgress() as progress:
        clock[0] += 1.5
        progress.update("checking", 1, 4)
        progress.update("checking", 2, 4)  # too soon after the last one to be worth drawing
        clock[0] += 1
        progress.update("reading \x1b[2J", 3, None)
    drawn = screen.getvalue().split("\r\x1b[2K")
    assert drawn == ["", "checking [#####...............] 1 of 4", "reading \\x1b[2J: 3", ""]


@pytest.mark.parametrize("quiet", [True, False])
def test_no_line_when_quiet_or_where_stderr_is_no_terminal(
    quiet: bool, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Screen() if quiet else io.StringIO()
    monkeypatch.setattr(terminal, "sys", SimpleNamespace(stderr=found))
    with TerminalProgress(quiet=quiet) as progress:
        clock[0] += 5
        progress.update("checking", 1, 4)
    assert found.getvalue() == ""


def test_no_line_on_a_dumb_terminal(screen: Screen, clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with TerminalProgress() as progress:
        clock[0] += 5
        progress.update("checking", 1, 4)
    assert screen.getvalue() == ""


def test_a_warning_is_said_once_and_not_when_quiet(screen: Screen) -> None:
    with TerminalProgress() as progress:
        progress.warn("no \x07 cache")
        progress.warn("no \x07 cache")
    with TerminalProgress(quiet=True) as progress:
        progress.warn("other")
    assert screen.getvalue() == "quotecheck: warning: no \\x07 cache\n"


def test_a_complaint_is_one_line(screen: Screen) -> None:
    complain("a\nb\x1b[0m")
    assert screen.getvalue() == "quotecheck: a b\\x1b[0m\n"


def test_a_pipe_is_80_columns_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "sys", SimpleNamespace(stdout=io.StringIO()))
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    style = style_for(to_file=False)
    assert (style.width, style.colour) == (80, False)
    monkeypatch.setenv("COLUMNS", "60")
    assert style_for(to_file=False).width == 60


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals of POSIX")
@pytest.mark.parametrize(
    ("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)], ids=str
)
def test_colours_on_a_real_terminal(environ: dict[str, str], coloured: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "quotecheck", "rules"],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**kept, "TERM": "xterm", **environ},
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:
            pass  # how Linux says that the other end is closed
        process.wait(timeout=60)
    os.close(ours)
    assert (b"\x1b[" in shown) is coloured
    assert b"post-unmatched" in shown


def test_in_a_ci_job_nothing_is_a_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CI", "")
    assert not style_for(to_file=False).job_log
    monkeypatch.setenv("CI", "true")
    assert style_for(to_file=False).job_log
    assert style_for(to_file=True).job_log
    complain("##[error]x.html: no such file")
    assert capsys.readouterr().err == "quotecheck: #\\x23[error]x.html: no such file\n"
