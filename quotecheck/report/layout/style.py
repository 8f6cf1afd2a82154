"""How a report is drawn: in colour or not, and how wide."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

PIPE_WIDTH = 80
"""Columns where there is no terminal to ask."""

WIDEST = 110
"""Longer lines are tiring to read, however wide the terminal is."""

NARROWEST = 40
"""Nothing useful fits below; the terminal wraps what is left."""

_CODES = {
    "error": "1;4;31",
    "warning": "1;4;33",
    "note": "4;36",
    "divergent": "1;31",
    "unmatched": "1;35",
    "unchecked": "1;33",
    "match": "1;32",
    "strong": "1",
    "faint": "2",
    "severity-error": "1;31",
    "severity-warning": "1;33",
    "severity-note": "36",
}


class Style(Struct, frozen=True, kw_only=True):
    """How to draw.

    Attributes:
        colour: ANSI colours; without them, spans are marked on a line of their own.
        width: columns to fill.
        verbose: leave nothing out: whole texts, every passage, the parts of every score.
        job_log: the text is read for commands by whatever runs a CI job (see `layout/log.py`).
    """

    colour: bool = False
    width: int = PIPE_WIDTH
    verbose: bool = False
    job_log: bool = False

    def paint(self, text: str, kind: str) -> str:
        """`text` in the colour of `kind`; as it is where colours are off."""
        code = _CODES.get(kind)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text


def wants_colour(environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to use colours: NO_COLOR (no-color.org) wins, then FORCE_COLOR (force-color.org), then TERM=dumb, then
    whether the output is a terminal."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and environ.get("TERM") != "dumb"
