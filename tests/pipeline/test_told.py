"""Which part of a reporter's sentence tells which part of a post."""

from __future__ import annotations

import pytest

from quotecheck.pipeline.told import turned


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The verdict is final", "The verdict is not final"),
        ("No deaths had been reported", "deaths had been reported"),
        ("the bridge will not reopen", "the bridge will reopen"),
        ("bread and salt", "bread but not salt"),
    ],
)
def test_a_part_is_turned_round(text: str, other: str) -> None:
    assert turned(text) == other
