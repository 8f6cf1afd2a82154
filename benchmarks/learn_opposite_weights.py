"""Learn the weights of `quotecheck/rules/meaning_reversed.py` from `fixtures/pairs/` alone.

In the faithful English of each pair, words are replaced by their opposites, one at a time; the model learns to tell
these from the words that stand as they should. Prints the `OppositeWeights(...)` to be pasted into the rule.

usage: python benchmarks/learn_opposite_weights.py
"""

from __future__ import annotations

import random

from content_cases import Memory, case, fit, rows

from quotecheck.facts.opposites import opposites
from quotecheck.rules.content_evidence import FUNCTION_WORDS
from quotecheck.rules.opposite_evidence import MOST_OPPOSITES, OppositeWeights, Turned, turned
from quotecheck.rules.word_support import words

VARIANTS = 2
TRIED = 5
"""Words of each text that are learnt from: the likeliest."""
FLAT = OppositeWeights(counterpart=1, anywhere=0.5, gain=1, constant=0)


def main() -> None:
    chance, memory = random.Random(11), Memory()
    learnt: list[tuple[Turned, bool]] = []
    for row in rows():
        lang, post, quote = row["lang"], row["post"], row["quote"]
        learnt += [(one, False) for one in turned(case(post, quote, lang, memory), FLAT, -99, TRIED)]
        able = [
            (word, others)
            for word in words(quote, "en")
            if word.text.islower() and word.text not in FUNCTION_WORDS and (others := opposites(word.text))
        ]
        for word, others in chance.sample(able, min(VARIANTS, len(able))):
            text = quote[: word.start] + chance.choice(others[:MOST_OPPOSITES]) + quote[word.end :]
            more = turned(case(post, text, lang, memory), FLAT, -99, TRIED)
            learnt += [(one, one.word.start == word.start) for one in more]
    print(len(learnt), sum(label for _, label in learnt))
    print(OppositeWeights(*fit([one.features() for one, _ in learnt], [label for _, label in learnt])))


if __name__ == "__main__":
    main()
