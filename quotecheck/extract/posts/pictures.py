"""Screenshots of posts whose alternative text spells the words out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.platform import Found, Layer
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.words import is_cut

_LONGEST = 3000
_ACCOUNT = re.compile(r"[^:]{0,100}?@(?P<handle>[\w.-]{1,60}\w)\)?[^:@]{0,60}:\s*(?P<words>\S.{15,1200})$", re.DOTALL)
"""An account and, after a colon, the words."""
_SCREENSHOT = re.compile(
    r"\bscreen\s?-?(?:shot|grab|capture)|\bbildschirm(?:foto|aufnahme)|\bcaptura\b|\bcapture\s+d['’]écran|\bschermata\b"
    r"|\bscreenshot\b|\bskærmbillede|\bskärmbild|\bzrzut\b|\bsnímek\b|\bскриншот",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«](?P<words>[^\"“”„«»]{15,1200})[\"”“»]\s*\.?\s*$")
_NAME = re.compile(
    r"\b(?:by|from|von|vom|de|del|par|di|da|van|od|от)\s+(?P<name>(?:[^\W\d_a-z]\S{1,30}\s+){1,3}?[^\W\d_a-z][^\s,:]{1,30})"
    r"(?=[\s,:(]|$)"
)


def pictured(layer: Layer, naming: re.Pattern[str]) -> Iterator[Found]:
    """The posts of one platform that a picture shows and its alternative text spells out.

    Args:
        layer: where to look.
        naming: how an alternative text says that the picture shows a post of the platform ("tweet", "Truth Social
            post"); it is sought in the text's beginning.
    """
    for image in layer.tree.by_tag("img", "amp-img"):
        if "alt" not in image.raw_attributes or len(image.raw_attributes) < 30:
            continue
        alt = image.get("alt")[:_LONGEST]
        if not naming.search(alt[:160]) or in_comments(image) or in_frame(image) or in_feed(image):
            continue
        handle = name = None
        match = _ACCOUNT.match(alt) if "@" in alt else None
        if match:
            handle = match["handle"]
        elif _SCREENSHOT.search(alt[:160]) and (match := _QUOTED.search(alt)):
            named = _NAME.search(alt, 0, match.start())
            name = named["name"] if named else None
        if match is None:
            continue
        text = match["words"].strip(" \"'“”„«»")
        yield Found(
            identifier=None,
            offset=layer.offset(image.start),
            nodes=(image,),
            author=name,
            handle=handle,
            text=text,
            truncated=is_cut(text),
        )
