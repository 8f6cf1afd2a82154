"""The rules about one post."""

from __future__ import annotations

from msgspec import structs

from quotecheck.model import Language, Post, Translation
from quotecheck.rules import post_unchecked, post_unmatched, post_untranslated
from quotecheck.rules.base import PostState

STATE = PostState(
    post=Post(platform="x", text="Tanquem el pont vell demà"),
    language=Language(code="ca", confidence=0.9, method="detected"),
    translation=None,
    matched=True,
    unchecked_because=None,
    untranslated_hint="apt-get install something",
    checked=("numbers", "names"),
)


def test_unmatched_speaks_only_where_it_was_looked_for() -> None:
    rule = post_unmatched.RULE
    assert not list(rule.check(STATE))
    assert not list(rule.check(structs.replace(STATE, matched=None)))
    (hit,) = rule.check(structs.replace(STATE, matched=False))
    assert hit.severity is None
    assert hit.post == (0, len(STATE.post.text or ""))


def test_unmatched_is_an_error_in_a_pair() -> None:
    (hit,) = post_unmatched.RULE.check(structs.replace(STATE, matched=False, alone=True))
    assert hit.severity == "error"


def test_untranslated_names_the_command_and_what_was_compared() -> None:
    (hit,) = post_untranslated.RULE.check(STATE)
    assert "apt-get install something" in hit.message
    assert "numbers, names" in hit.message


def test_a_translated_post_is_not_untranslated() -> None:
    done = Translation(text="We close the old bridge tomorrow", engine="e", model="m")
    assert not list(post_untranslated.RULE.check(structs.replace(STATE, translation=done)))


def test_a_link_is_unchecked_and_not_untranslated() -> None:
    link = structs.replace(STATE, post=Post(platform="x"), unchecked_because="the page holds only a link")
    assert not list(post_untranslated.RULE.check(link))
    (hit,) = post_unchecked.RULE.check(link)
    assert "only a link" in hit.message
    assert hit.post == (0, 0)  # a place in the post that has no text: it is listed under its post
