"""The `quotecheck` command: start fast, end cleanly."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress


def main() -> int:
    """Run the command line and return its exit code.

    Whatever goes wrong ends in one line on stderr, never in a traceback; with QUOTECHECK_DEBUG=1 the traceback of an
    unexpected error is shown too.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        # Answered before anything is imported, so that it takes no longer than starting Python.
        from quotecheck import __version__

        print(f"quotecheck {__version__}")
        return 0
    if sys.stdout is None:  # closed by the caller, who then wants the exit code alone
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123
    try:
        from quotecheck.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        _say("interrupted")
        return 130
    except Exception as error:
        return _failed(error)
    finally:
        _detach_closed_pipes()


def _failed(error: Exception) -> int:
    from quotecheck.errors import QuotecheckError

    if isinstance(error, QuotecheckError):
        _say(str(error))
    elif isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
        _say(f"cannot write the result: {error.strerror}")
    elif os.environ.get("QUOTECHECK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    else:
        _say(
            f"this is a bug in quotecheck ({type(error).__name__}: {error}); "
            "please report it with the command you ran (QUOTECHECK_DEBUG=1 shows where it happened)"
        )
    return 2


def _say(line: str) -> None:
    # Not through quotecheck.cli: whatever broke may have kept that from being imported.
    from quotecheck.report.layout.log import shown

    with suppress(OSError, ValueError):  # stderr may be closed: then there is nobody left to tell
        print(f"quotecheck: {shown(line)}", file=sys.stderr)


def _detach_closed_pipes() -> None:
    """Keep the interpreter from complaining, on its way out, about a pipe that nobody reads any more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            with suppress(OSError, ValueError, AttributeError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
