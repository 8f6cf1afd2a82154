"""post-unmatched."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import Hit, PostRule, PostState


class PostUnmatched(PostRule):
    """
    What it does: says that the article shows a post and renders it nowhere: no quotation, headline or sentence says
    what the post says. Such a post gets no other findings. In `compare`, where the caller says that the two belong
    together, it is an error.

    Examples: the embedded post announces a strike; the article, in all its sentences, speaks of an election.

    What to do: see whether the right post is embedded, and whether the quotation was taken from somewhere else.

    Reads: any language that a translator here translates or the embedding reads.
    """

    name = "post-unmatched"
    severity = "note"
    summary = "the article shows the post and renders it nowhere"

    def check(self, state: PostState) -> Iterable[Hit]:
        if state.matched is not False or not state.post.text:
            return
        whole = (0, len(state.post.text))
        if state.alone:
            yield Hit(message="The quote does not render this post.", confidence=0.8, post=whole, severity="error")
        else:
            yield Hit(message="Nothing in the article renders this post.", confidence=0.8, post=whole)


RULE = PostUnmatched()
