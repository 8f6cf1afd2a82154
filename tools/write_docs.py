"""Write the pages that are made from the code: docs/rules.md and docs/schema.json.

usage: write_docs.py [--check]     with --check, change nothing and exit 1 where a page is not up to date
"""

from __future__ import annotations

import sys
from pathlib import Path

from quotecheck.rulebook import markdown, sheet
from quotecheck.rules import all_rules
from quotecheck.schema import schema_text

DOCS = Path(__file__).resolve().parent.parent / "docs"


def pages() -> dict[Path, str]:
    """Each page and what it should say."""
    return {
        DOCS / "rules.md": markdown(sheet(rule) for rule in all_rules()),
        DOCS / "schema.json": schema_text(),
    }


def main() -> int:
    """Write or check the pages; the number of stale ones when checking."""
    check = sys.argv[1:] == ["--check"]
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(DOCS.parent)} is out of date: run make docs" if check else f"wrote {path.name}")
        if not check:
            path.write_text(pages()[path], encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
