"""Names that nothing in the post stands for, where a word of the post has no counterpart either: with real models."""

from __future__ import annotations

import pytest

from quotecheck.align.words.aligner import available
from quotecheck.config import Config
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not available(), reason="the model that compares words is not installed here"),
]

PAIRS = [
    ("hi", "कैप्लोविट्ज कहते हैं कि मौसम कल बदलेगा।", "Kaplowitz says the weather will change tomorrow.", False),
    ("hi", "कैप्लोविट्ज कहते हैं कि मौसम कल बदलेगा।", "Liu Mingyang says the weather will change tomorrow.", True),
    ("hi", "झज्जर में आज स्कूल बंद रहेंगे।", "Schools will be closed in Jhajjar today.", False),
    ("hi", "झज्जर में आज स्कूल बंद रहेंगे।", "Schools will be closed in Ambala today.", True),
    ("zh", "拉斯卡尼塔斯的球场昨天起火。", "The stadium in Porto Alegre caught fire yesterday.", True),
    # An editor who says whom the post means changes no name, though no note is amiss.
    ("hi", "उन्होंने कहा कि चुनाव समय पर होंगे।", "Modi said the elections will be held on time.", False),
    ("ru", "Он заявил, что переговоров не будет.", "Putin said there will be no talks.", False),
    (
        "es",
        "Dice que no renunciará y que seguirá luchando.",
        "Maduro says he will not resign and will fight on.",
        False,
    ),
    ("de", "Er hat heute seinen Rücktritt erklärt.", "Scholz announced his resignation today.", False),
    ("pt", "O STF condenou Prado.", "Brazil's Supreme Court convicted Prado.", False),
    ("ja", "同社は新しい工場を建設する。", "Toyota will build a new factory.", False),
    ("ar", "أعلن الرئيس حالة الطوارئ في البلاد", "President Saied declared a state of emergency.", False),
]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    pairs = [Pair(post=post, quote=quote, lang=lang) for lang, post, quote, _ in PAIRS]
    results = compare_many(pairs, config=Config(cache_dir=tmp_path_factory.mktemp("cache")))
    return [{one.rule for one in result.findings} if isinstance(result, Comparison) else set() for result in results]


@pytest.mark.parametrize("at", range(len(PAIRS)), ids=lambda at: f"{PAIRS[at][0]}-{at}")
def test_a_name_without_counterpart(at: int, rules: list[set[str]]) -> None:
    assert ("name-changed" in rules[at]) == PAIRS[at][3]
