"""What gives a hidden post away is looked for only where one of its marks is: so each must hold one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.extract.posts import platforms
from quotecheck.extract.posts.platform import LEAD, Platform, Telling


@pytest.mark.parametrize("platform", platforms(), ids=lambda platform: platform.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_gives_a_post_away_holds_a_mark(platform: Platform, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(platform.hidden, fullmatch=True))
    assert any(0 <= text.find(mark) <= LEAD for mark in platform.hidden_marks), text
    assert Telling.of((platform,)).in_text(text)


def test_words_about_a_platform_give_nothing_away() -> None:
    assert not Telling.of(platforms()).in_text(
        "Share this on twitter.com, facebook.com or bsky.app, her status unknown"
    )
