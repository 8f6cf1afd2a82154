"""The `quotecheck` command."""

from __future__ import annotations


def main() -> None:
    """Entry point."""
    raise SystemExit("not built yet")


if __name__ == "__main__":
    main()
