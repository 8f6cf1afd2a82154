"""post-unchecked."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import Hit, PostRule, PostState


class PostUnchecked(PostRule):
    """
    What it does: says why a post could not be checked: the page holds only a link to it, its text is cut, its language
    could not be told, there is too little to compare, or the article is not in English. Silence is never a pass.

    Examples: an embed that the page fills in with JavaScript; a post of two words; a post that ends in "…".

    What to do: open the post and compare it by hand, or give the tool its text (`quotecheck compare`).

    Reads: any language.
    """

    name = "post-unchecked"
    severity = "note"
    summary = "the post could not be checked, and why"

    def check(self, state: PostState) -> Iterable[Hit]:
        if state.unchecked_because:
            # of a post that is only a link, the span is empty: so the finding still says which post it is about
            span = (0, len(state.post.text or ""))
            yield Hit(message=f"Not checked: {state.unchecked_because}.", confidence=1.0, post=span)


RULE = PostUnchecked()
