"""Lines of a log that the program running a CI job reads for commands of its own.

GitHub's runner obeys a line that begins with `::`, blanks before it notwithstanding, and `##[` anywhere in a line;
Azure's obeys `##vso[`, TeamCity `##teamcity[`. A post that is printed into such a log must not speak to them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from quotecheck.report.layout.visible import visible

_ANYWHERE = re.compile(r"##(?=\w{0,20}\[)")


def is_read_for_commands(environ: Mapping[str, str]) -> bool:
    """Whether the output goes to such a log: every CI service sets CI; Azure and TeamCity have names of their own."""
    return any(environ.get(name) for name in ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"))


def inert(line: str) -> str:
    """`line` with nothing in it that is a command; the second sign of one is shown by its number."""
    if line.lstrip().startswith("::"):
        line = line.replace("::", ":\\x3a", 1)
    return _ANYWHERE.sub(r"#\\x23", line)


def shown(message: str) -> str:
    """A message on one line of stderr, with nothing in it that acts: on a terminal, or in this environment's log."""
    return inert(visible(message)) if is_read_for_commands(os.environ) else visible(message)
