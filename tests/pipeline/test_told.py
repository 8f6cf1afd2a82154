"""Which part of a reporter's sentence tells which part of a post."""

from __future__ import annotations

import pytest

from quotecheck.config import Config
from quotecheck.pipeline.prepare import Draft, prepare
from quotecheck.pipeline.told import Told, best_told, told, turned
from quotecheck.pipeline.workbench import Workbench


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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("headline", "part"),
    [
        ("Captain fined for gesture to referees", "pokutu"),
        ("Captain had been punished before", "nebyl"),
    ],
)
def test_what_a_part_says_comes_before_its_opposite(headline: str, part: str) -> None:
    post = "Kapitán dostal za gesto vůči rozhodčím pokutu 50 000 Kč. Hráč dosud nebyl trestán a omluvil se."
    with Workbench(Config()) as bench:
        (ready,) = prepare([Draft(text=post, given="cs")], bench)
        (one,) = told(headline, [], ready)
    assert part in post[slice(*one.post)]


def test_what_another_passage_tells_as_it_stands() -> None:
    only_turned = Told((0, 9), (20, 40), 0.55, 0.4)
    as_it_stands = Told((0, 9), (20, 40), 0.6, 0.6)
    elsewhere = Told((0, 9), (50, 70), 0.6, 0.6)
    assert best_told([only_turned], [only_turned, elsewhere]) == [only_turned]
    assert best_told([only_turned], [only_turned, as_it_stands]) == []
    assert best_told([as_it_stands], [only_turned, as_it_stands]) == [as_it_stands]
