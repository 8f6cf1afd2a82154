"""VK: a box and a script name the post, or a frame, or an address; the words come from the network only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.extract.posts.pictures import pictured
from quotecheck.extract.posts.platform import SLASH, Found, Layer
from quotecheck.extract.posts.references import link_only
from quotecheck.extract.posts.surroundings import in_comments, in_feed, in_frame

_POST = re.compile(
    r"(?:https?:)?//(?:www\.|m\.)?vk\.(?:com|ru)/(?:[\w.]{1,40}\?(?:[^\"'\s<>]{0,80}?&)?w=)?wall(?P<owner>-?\d{1,15})_(?P<id>\d{1,12})(?!\d)",
    re.IGNORECASE,
)
_VIDEO = re.compile(
    r"(?:https?:)?//(?:www\.|m\.)?(?:vk\.(?:com|ru)|vkvideo\.ru)/(?:video_ext\.php\?(?:[^\"'\s<>]{0,80}?&)?oid=(?P<owner>-?\d{1,15})"
    r"&(?:amp;)?id=(?P<id>\d{1,12})|video(?P<owner2>-?\d{1,15})_(?P<id2>\d{1,12}))(?!\d)",
    re.IGNORECASE,
)
_BOX = re.compile(r"vk_post_(?P<owner>-?\d{1,15})_(?P<id>\d{1,12})$")
_CALL = re.compile(
    r"VK\.Widgets\.Post\(\s{0,20}[\"'][^\"'\s]{1,80}[\"']\s{0,20},\s{0,20}(?P<owner>-?\d{1,15})\s{0,20},\s{0,20}(?P<id>\d{1,12})"
)
_PICTURED = re.compile(r"\bvk(?:ontakte)? post\b|\bpost(?:ed)? on vk\b", re.IGNORECASE)


class VK:
    """Single posts and videos; group boxes, comments and like buttons are none."""

    name = "vk"
    clues = ("vk.com", "vk.ru", "vkvideo", "vk_post", "vk.widgets.post", "amp-vk", "vk post", "vkontakte post", "on vk")
    hidden = (
        r"vk_post_-?\d|VK\.Widgets\.Post\(|amp-vk|\bvk\.(?:com|ru)" + SLASH + r"(?:wall-?\d|video-?\d|video_ext)"
        r"|vkvideo\.ru" + SLASH + "video"
    )
    hidden_marks = ("vk_post_", "VK.Widgets.Post(", "amp-vk", "vk.com", "vk.ru", "vkvideo.ru")

    def find(self, layer: Layer) -> Iterator[Found]:
        """See `Platform.find`."""
        for element in layer.tree.elements:
            raw = element.raw_attributes
            match = None
            if "vk_post_" in raw:
                match = _BOX.match(element.get("id"))
            elif element.tag == "script":
                match = _CALL.search(layer.tree.raw_content(element))
            owner, number = (match["owner"], match["id"]) if match else ("", "")
            if element.tag == "amp-vk" and element.get("data-embedtype") in ("", "post"):
                owner, number = element.get("data-owner-id"), element.get("data-post-id")
            if not re.fullmatch(r"-?\d{1,15}", owner) or not re.fullmatch(r"\d{1,12}", number):
                continue
            if not (in_comments(element) or in_frame(element) or in_feed(element)):
                yield Found(
                    identifier=f"wall{owner}_{number}",
                    offset=layer.offset(element.start),
                    nodes=(element,) if element.tag != "script" else (),
                    url=f"https://vk.com/wall{owner}_{number}",
                )
        for address in (_POST, _VIDEO):
            yield from link_only(layer, address, "vk", _read)
        yield from pictured(layer, _PICTURED)


def _read(match: re.Match[str]) -> Found:
    parts = match.groupdict()
    kind = "video" if "owner2" in parts else "wall"
    name = f"{kind}{parts['owner'] or parts.get('owner2')}_{parts['id'] or parts.get('id2')}"
    return Found(identifier=name, offset=0, url=f"https://vk.com/{name}")


PLATFORM = VK()
