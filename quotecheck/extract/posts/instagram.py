"""Instagram: the caption stands in the embed, with the account under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.records import told
from quotecheck.extract.posts.references import may_name_an_embed, named, references
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame
from quotecheck.extract.posts.urls import clean
from quotecheck.extract.posts.words import is_cut, paragraphs
from quotecheck.extract.tree import Element, inside

_POST = re.compile(
    r"(?:https?:)?//(?:[a-z0-9-]+\.)*instagr(?:am\.com|\.am)/(?:[\w.]{1,40}/)?(?:p|reel|reels"
    r"|tv)/(?P<id>[\w-]{5,40})",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"\(\s*@\s*([\w.]{1,40})\s*\)")
_PROFILE = re.compile(r"//(?:www\.)?instagram\.com/([\w.]{1,40})/?(?:[?#]|$)")
_SHARED_BY = re.compile(
    r"^.{0,40}?(?:(?:shared|posted|uploaded|published)(?: \w+)? by|(?:geteilt|gepostet"
    r"|veröffentlicht)(?: \w+)? von|(?:compartid[ao]|publicad[ao])"
    r"(?: \w+)? (?:de|por)|partagée? par|publiée? par|condivis[oa] da|pubblicat[oa] da|compartilhad[ao] por"
    r"|partilhad[ao] por"
    r"|gedeeld door|geplaatst door|udostępnion[ya] przez|sdílený uživatelem|публикация от|delat av|delt av"
    r"|delt af)\s+",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:view|see|sieh|diesen|ver|voir|afficher|visualizza|vedi|bekijk|wyświetl|zobrazit|посмотреть|visa|se dette"
    r"|ansehen)?.{0,40}"
    r"\binstagram\b.{0,20}$",
    re.IGNORECASE,
)

_CODE = re.compile(r"[\w-]{5,40}")
_PICTURED = re.compile(r"\binstagram[ -](?:post|story|caption)\b|\bpost(?:ed)? on instagram\b", re.IGNORECASE)


class Instagram:
    """Posts, reels and videos; grids of an account's latest pictures are none."""

    name = "instagram"
    clues = ("instagram", "instagr.am")
    hidden = r"instagram-media|amp-instagram|instagram\.com" + SLASH + r"(?:p|reel|tv)\b"
    hidden_marks = ("instagram",)

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        marked = {*layer.having("instagram-media", "data-instgrm"), *layer.tree.by_tag("amp-instagram")}
        embeds = sorted((e for e in marked if _is_embed(e)), key=lambda e: e.start)
        taken = set(embeds)
        for element in embeds:
            if not in_comments(element) and not in_frame(element) and (found := _embed(layer, element, taken)):
                yield found
        for match, drop, offset in references(layer, _POST, "instagr", taken):
            yield Found(
                identifier=match["id"],
                offset=layer.offset(offset),
                nodes=(drop,) if drop else (),
                url=clean(match[0]) + "/",
            )
        for match, _, told_post in told(layer, _POST):
            yield replace(told_post, identifier=match["id"], url=clean(match[0]) + "/")
        for element in layer.having("instagram"):
            if may_name_an_embed(element) and (code := _CODE.fullmatch(element.get("data-shortcode"))):
                if element in taken or in_comments(element) or in_frame(element) or in_feed(element):
                    continue
                yield Found(
                    identifier=code[0],
                    offset=layer.offset(element.start),
                    nodes=(element,),
                    url=f"https://www.instagram.com/p/{code[0]}/",
                )
        yield from pictured(layer, _PICTURED)


def _is_embed(element: Element) -> bool:
    if element.tag in ("script", "a", "link"):
        return False
    raw = element.raw_attributes
    return "instagram-media" in raw or "data-instgrm" in raw or element.tag == "amp-instagram"


def _embed(layer: Layer, element: Element, taken: set[Element]) -> Found | None:
    inner = list(inside(element, taken))
    post = named(element, _POST) or _linked(inner)
    code = element.get("data-shortcode")
    if post is None and not re.fullmatch(r"[\w-]{5,40}", code):
        return None
    found = paragraphs(layer.tree, element, taken)
    author: str | None = None
    handle: str | None = None
    posted_at: str | None = None
    words: list[str] = []
    for paragraph in found:
        account = _ACCOUNT.search(paragraph.text)
        shared = _SHARED_BY.match(paragraph.text)
        if account and (shared or paragraph is found[-1]):
            handle = account[1]
            name = paragraph.text[shared.end() if shared else 0 : account.start()]
            author = " ".join(name.split()) or None
            posted_at = iso_date(paragraph.text[account.end() :])
        elif shared:
            posted_at = iso_date(paragraph.text)
            author = author or paragraph.text[shared.end() :].split(" on ")[0].strip() or None
        elif paragraph.tag == "p" and not _FURNITURE.match(paragraph.text):
            words.append(paragraph.text)
    if words and iso_date(words[-1]) and len(words[-1]) < 50:
        posted_at = iso_date(words.pop())
    text = "\n\n".join(words) or None
    return Found(
        identifier=post["id"] if post else code,
        offset=layer.offset(element.start),
        nodes=(element,),
        author=author,
        handle=handle or _profile(inner),
        posted_at=_stamp(inner) or posted_at,
        url=clean(post[0]) + "/" if post else f"https://www.instagram.com/p/{code}/",
        text=text,
        truncated=text is not None and is_cut(text),
        language=next((p.language for p in found if p.language), None) if text else None,
    )


def _linked(inner: list[Element]) -> re.Match[str] | None:
    for node in inner:
        if node.tag == "a" and (match := _POST.search(node.get("href"))):
            return match
    return None


def _profile(inner: list[Element]) -> str | None:
    for node in inner:
        if node.tag == "a" and (match := _PROFILE.search(node.get("href"))):
            return match[1]
    return None


def _stamp(inner: list[Element]) -> str | None:
    for node in inner:
        if node.tag == "time":
            return iso_date(node.get("datetime"))
    return None


PLATFORM = Instagram()
