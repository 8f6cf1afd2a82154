"""What site generators make embeds of: shortcodes in Markdown, and components in MDX.

Hugo writes `{{< x user="ana" id="1" >}}`, Jekyll, Eleventy and Nunjucks `{% twitter URL %}` or `{% tweet "1" %}`, MDX
and Astro `<Tweet id="1" />`, WordPress and others `[embed]URL[/embed]`. All name the post by its address, or by its ID.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator

_CALL = re.compile(
    r"\{\{[<%]\s{0,9}(?P<hugo>[\w/.-]{1,60})(?P<hugo_args>\s[^{}\n]{0,600})?\s{0,9}/?[>%]\}\}"
    r"|\{%-?\s{0,9}(?P<liquid>[\w-]{1,60})(?P<liquid_args>\s[^{}\n]{0,600}?)?\s{0,9}-?%\}"
    r"|<(?P<jsx>[A-Z][\w.]{1,60})(?P<jsx_args>\s[^<>]{0,1200}?)?\s{0,9}/?>"
    r"|\[(?P<bracket>embed|tweet|twitter|x|instagram|facebook|youtube|tiktok|bluesky|reddit|threads)(?P<bracket_args>[\s=][^\[\]\n]{0,400})?\]"
    r"(?:(?P<inside>\s{0,9}https?://[^\s\[\]<>]{5,300})\s{0,9}\[/(?P=bracket)\])?"
)
_EMBEDS = re.compile(
    r"(?:^|[^a-z])(?:x|vk|gab)(?:$|[^a-z])|tweet|twitter|instagram|facebook|bluesky|bsky|mastodon|toot|fediverse|threads"
    r"|tiktok|telegram|truth|reddit|youtube|linkedin|weibo|o?embed",
    re.IGNORECASE,
)
_ARGUMENT = re.compile(
    r"(?:(?P<name>[A-Za-z_][\w:-]{0,40})\s{0,5}[=:]\s{0,5})?"
    r"(?:\{\s{0,5})?(?:\"(?P<double>[^\"]{1,500})\"|'(?P<single>[^']{1,500})'|`(?P<back>[^`]{1,500})`|(?P<bare>[^\s\"'`={}]{2,500}))"
)
_URL = re.compile(r"https?://[^\s\"'<>{}]{6,400}")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_MODULE = re.compile(
    r"^(?:import\s[^\n]{1,300}\sfrom\s{1,9}[\"'][^\"'\n]{1,300}[\"'];?|import\s{1,9}[\"'][^\"'\n]{1,300}[\"'];?"
    r"|export\s(?:const|let|default|function)\b[^\n]{0,500})[ \t]*$",
    re.MULTILINE,
)


def shortcodes(text: str, start: int = 0) -> Iterator[tuple[int, int, str]]:
    """The calls of shortcodes and components that embed a post, code blocks left out.

    Args:
        text: a Markdown or MDX source.
        start: where its body begins.

    Returns:
        For each where it begins and ends, and markup that says the same to a page's reader.
    """
    fences = _fenced(text)
    for call in _CALL.finditer(text, start):
        if _within(fences, call.start()):
            continue
        name = call["hugo"] or call["liquid"] or call["jsx"] or call["bracket"] or ""
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
        if not _EMBEDS.search(spaced):
            continue
        given = call["hugo_args"] or call["liquid_args"] or call["jsx_args"] or call["bracket_args"] or ""
        markup = _markup(spaced.lower(), given + (call["inside"] or ""))
        if markup:
            yield call.start(), call.end(), markup


def modules(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The lines of an MDX source that are JavaScript: imports and exports."""
    fences = _fenced(text)
    for line in _MODULE.finditer(text, start):
        if not _within(fences, line.start()):
            yield line.span()


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < spans[at][1]


def _fenced(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = (fence[1], fence.start())
        elif fence[1].startswith(opened[0]):
            spans.append((opened[1], fence.end()))
            opened = None
    if opened is not None:
        spans.append((opened[1], len(text)))
    return spans


def _markup(name: str, given: str) -> str | None:
    """The embed that a call stands for, as HTML; None where its arguments name none."""
    arguments: dict[str, str] = {}
    for place, found in enumerate(_ARGUMENT.finditer(given)):
        value = found["double"] or found["single"] or found["back"] or found["bare"]
        arguments.setdefault((found["name"] or str(place)).lower(), value)
    title = html.escape(arguments.get("title", ""))
    if address := _URL.search(given):
        url = html.escape(address[0])
        return f'<iframe title="{title}" src="{url}"></iframe>' if title else f"<p>{url}</p>"
    values = list(arguments.values())
    number = next((value for value in values if re.fullmatch(r"\d{5,25}", value)), None)
    user = arguments.get("user") or arguments.get("username") or arguments.get("handle") or ""
    named = [value for key, value in arguments.items() if key not in ("user", "username", "title", "class")]
    word = next((value for value in named if re.fullmatch(r"[\w-]{5,40}", value)), None)
    if re.search(r"tweet|twitter|(?:^|-)x(?:$|-)", name) and number:
        return f"<p>https://twitter.com/{html.escape(user.lstrip('@')) or 'i'}/status/{number}</p>"
    if "tiktok" in name and number:
        return f'<amp-tiktok data-src="{number}"></amp-tiktok>'
    if "instagram" in name and word:
        return f"<p>https://www.instagram.com/p/{word}/</p>"
    if "youtube" in name and word:
        return f'<iframe title="{title}" src="https://www.youtube.com/embed/{word}"></iframe>'
    message = next((value for value in values if re.fullmatch(r"[A-Za-z]\w{3,40}/\d{1,12}", value)), None)
    if "telegram" in name and message:
        return f"<p>https://t.me/{message}</p>"
    return None
