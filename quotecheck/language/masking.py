"""What in a post is no language: links, handles, the sign of hashtags, emoji. Blanked out without moving anything."""

from __future__ import annotations

import re

_WORDLESS = "\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
_LINK = re.compile(
    # A t.co address is ten characters at most: what is glued behind it belongs to the post.
    r"https?://t\.co/(?:[A-Za-z0-9]{1,10}|…)…?"
    rf"|https?://(?-i:[^\s<>\"“”«»{_WORDLESS}]+)"  # "-i": compiling the wide ranges for both cases would take 8 ms
    r"|(?:www\.)[^\s<>\"“”«»]+\.[^\s<>\"“”«»]+"
    r"|pic\.(?:twitter|x)\.com/[A-Za-z0-9]{1,16}…?"
    r"|(?<![\w.])t\.co/[A-Za-z0-9]{1,10}"
    r"|(?<![\w@.])(?![a-z0-9-]{0,62}pic\.(?:twitter|x)\.com/)[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,62}){0,3}\.[a-z]{2,12}/[^\s<>\"“”«»]*"
    r"|(?<![\w.+@-])[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,4}",
    re.IGNORECASE,
)
_AFTER_LINK = ".,;:!?'’\"”»)]}"
_HANDLE = re.compile(
    r"[\u2066-\u2068]?(?<![A-Za-z0-9_@＠])[@＠][A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})"
    r"(?:@[a-z0-9-]{1,62})?(?:\.[a-z0-9-]{1,62}){0,4}\u2069?"
)
_HASHTAG = re.compile(r"[#＃](?!\d+(?!\w))(?=\w)[\w\u200c\u200d\u0300-\u036f\u0900-\u0963\u064b-\u0652]{1,280}")
_EMOJI = re.compile(
    "["
    "\U0001f000-\U0001faff"  # pictographs, regional indicators, skin tones
    "\u2600-\u27bf\u2b00-\u2bff\u231a-\u231b\u23e9-\u23fa\u25aa-\u25fe\u2190-\u21ff\u3030\u303d\u3297\u3299"
    "\ufe0e\ufe0f\u20e3"
    "\U000e0020-\U000e007f"  # tag letters of flags
    "]|(?<=[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d"
)


def mask(
    text: str,
    *,
    links: bool = True,
    handles: bool = True,
    hashtag_signs: bool = True,
    hashtags: bool = False,
    emoji: bool = True,
) -> str:
    """Replace what is no language by spaces, code point by code point.

    Args:
        text: a post.
        links: web and mail addresses, pic.twitter.com and t.co, glued to a word or not.
        handles: @name, @name.bsky.social, @name@mastodon.example, with the isolates that X puts around them.
        hashtag_signs: the sign alone; the word stays ("#1" is no hashtag).
        hashtags: the whole hashtag.
        emoji: pictographs, flags, their joiners and variation selectors.

    Returns:
        A text of exactly the same length, so that spans count alike in both.
    """
    if links and _may_have_link(text):
        text = _LINK.sub(_blank_link, text)
    if handles and ("@" in text or "＠" in text):
        text = _HANDLE.sub(_blank, text)
    if (hashtags or hashtag_signs) and ("#" in text or "＃" in text):
        text = _HASHTAG.sub(_blank if hashtags else _blank_sign, text)
    if emoji and not text.isascii():
        text = _EMOJI.sub(_blank, text)
    return text


def _may_have_link(text: str) -> bool:
    """Whether a text has any of what no link and no mail address is without: to look for them takes far longer."""
    return "/" in text or "@" in text or "www." in text.lower()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _blank_sign(match: re.Match[str]) -> str:
    return " " + match.group()[1:]


def _blank_link(match: re.Match[str]) -> str:
    found = match.group()
    kept = found[len(found.rstrip(_AFTER_LINK)) :]
    return " " * (len(found) - len(kept)) + kept
