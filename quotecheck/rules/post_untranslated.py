"""post-untranslated."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import Hit, PostRule, PostState


class PostUntranslated(PostRule):
    """
    What it does: says that no translator on this machine reads the post's language, what was compared all the same,
    and which command installs one.

    Examples: a Catalan post on a machine that has only Spanish: the numbers may have been compared, the wording not.

    What to do: run the command that the finding names, or have the post translated by a person.

    Reads: any language.
    """

    name = "post-untranslated"
    severity = "note"
    summary = "no engine here translates the post's language"

    def check(self, state: PostState) -> Iterable[Hit]:
        if not state.post.text or state.translation or not state.untranslated_hint:
            return
        compared = ", ".join(state.checked) or "nothing"
        yield Hit(
            message=(
                f"Not translated: no translator here gave English for this language ({state.language.code}). "
                f"Compared all the same: {compared}. To mend it: {state.untranslated_hint}"
            ),
            confidence=1.0,
            post=(0, len(state.post.text)),
        )


RULE = PostUntranslated()
