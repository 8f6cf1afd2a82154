"""Names in Chinese and Japanese, which have neither capitals nor spaces.

Places, peoples and the names the data files list are found by scanning. Of other names the script gives signs: runs of
katakana, the dot between the parts of a foreign name, the characters that Chinese spells foreign names with, a title
or a suffix behind Japanese ones; those are weak. Whether an English name stands in such a text is told by sound: from
the kana, from the readings of the kanji (Unihan), from pinyin.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names.lexicon import DOUBTFUL, Lexicon, lexicon, table
from quotecheck.facts.names.sounds import romanise

LANGUAGES = frozenset({"zh", "ja"})
_KATAKANA = re.compile(r"[ァ-ヴー]{3,}(?:[・＝·][ァ-ヴー]{2,})*")
_SPELT = re.compile(
    r"[阿埃艾爱安奥巴班邦鲍贝本比彼别波伯博布查达戴丹道德邓迪蒂丁杜多顿恩尔法凡费芬夫弗福戈格根古哈海汉赫亨霍基吉加贾杰金卡凯坎康科克肯库奎拉莱兰劳勒雷里利丽莲林琳列龙卢鲁路"
    r"伦罗洛马迈曼梅蒙米密明莫默姆穆纳奈南内尼宁纽诺欧帕潘佩彭皮平珀普奇钱乔切琼瑞萨塞桑森沙山尚舍圣施史什斯司丝苏索塔泰坦汤特廷图托瓦万威维韦温沃伍西希夏香谢辛休逊雅亚耶伊因"
    r"英尤于约泽扎詹朱兹卓坡佐]{2,6}(?:·[\u4e00-\u9fff]{1,6})*"
)
_KANA = re.compile(r"[ァ-ヴー]")
_WHOLE = 4
"""Characters of katakana from which a phrase may begin a compound: ニューヨークタイムズ."""
_LATIN = re.compile(r"[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ]+")
_JAPANESE = re.compile(
    r"([\u4e00-\u9fff々ヶ]{2,5}?)(?=さん|氏|選手|容疑者|被告|議員|監督|首相|大臣|市|県|町|村|区|駅|川|山|大学|高校|島)"
)
_JAPANESE_LETTERS = re.compile(r"[\u3040-\u30ff]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_PERSON = re.compile(
    r"(?:^|[，。、；：！？\s“”「」《》()（）]|[员长理席师生士授者家让和与是练官手记任裁演警人星帅相统])(?=([王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    r"汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]))"
)
"""Where a person may be named in Chinese: a common surname behind a mark, a title or a few small words."""
_NO_GIVEN_NAME = frozenset("没将得被说在是的了从也都不还很就只已因向对把给到去来称表认当疑于与和任等曾则又却再会要能可")
"""Characters behind a name of two that are words of their own."""
_SURNAMES = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng "
    "han feng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lv ding ren shen yao lu cui zhong "
    "tan fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu yin xue yan duan lei hou long tao he gu mao "
    "hao gong shao wan qian qin dai mo kong xiang".split()
)
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|"
    "iu|ua|uo|ui|ue|a|e|i|u)"
)
_GIVEN = re.compile(f"({_SYLLABLE})({_SYLLABLE})?")
_COARSE = str.maketrans({
    "r": "l", "b": "p", "v": "p", "f": "p", "w": None, "d": "t", "g": "k", "c": "k", "q": "k", "j": "s", "z": "s",
    "x": "s", "m": "n", "h": None, "y": None, "a": None, "e": None, "i": None, "o": None, "u": None,
})  # fmt: skip
_LEAST = 80.0
_DOUBLED = re.compile(r"(.)\1+")


def has_unspaced(text: str) -> bool:
    """Whether a text is written in Chinese or Japanese characters."""
    return _UNSPACED.search(text) is not None


def read_unspaced(text: str, lang: str) -> tuple[Name, ...]:
    """Names of a Chinese or Japanese text, in order."""
    known = lexicon(lang)
    folded = fold(text)
    found: list[Name] = []
    free = [True] * len(text)
    at = 0
    while at < len(folded):
        size, keys = _longest(folded, at, known)
        if size:
            # 西南非洲 holds both 南非 and 非洲: neither is sure.
            other = next((at + k for k in range(1, size) if k + _longest(folded, at + k, known)[0] > size), None)
            beside = text[max(0, at - 1) : at] + text[at + size : at + size + 1]
            spelt = lang == "zh" and size == 2 and any(char in _SPELT.pattern for char in beside)
            doubtful = any(key.endswith(DOUBTFUL) for key in keys)
            found.append(_name(text, at, at + size, keys, weak=other is not None or spelt or doubtful))
            if other is not None:
                more, others = _longest(folded, other, known)
                found.append(_name(text, other, other + more, others, weak=True))
            free[at : at + size] = [False] * size
        at += size or 1
    for pattern, sure in ((_KATAKANA, "・"), (_SPELT, "·"), (_JAPANESE, None), (_LATIN, None)):
        if (pattern is _SPELT) != (lang == "zh") and pattern is not _LATIN:
            continue
        for match in pattern.finditer(text):
            if all(free[match.start() : match.end()]):
                own = frozenset({romanise(fold(match[0]))})
                found.append(_name(text, *match.span(), own, weak=sure is None or sure not in match[0]))
                free[match.start() : match.end()] = [False] * len(match[0])
    short = _short(lang)
    for index, char in enumerate(text):
        if free[index] and char in short:
            found.append(_name(text, index, index + 1, frozenset(short[char]), weak=True))
    return tuple(sorted(found, key=lambda name: name.start))


def _name(text: str, start: int, end: int, keys: frozenset[str], weak: bool) -> Name:
    return Name(start=start, end=end, text=text[start:end], keys=keys | {fold(text[start:end])}, weak=weak)


@cache
def _short(lang: str) -> dict[str, tuple[str, ...]]:
    from quotecheck.facts import language_data

    found: dict[str, tuple[str, ...]] = {}
    for key, chars in language_data.load(lang).get("names", {}).get("short", {}).items():
        for char in chars.split():
            found[char] = (*found.get(char, ()), key)
    return found


@cache
def _by_first(lang: str) -> dict[str, tuple[str, ...]]:
    known = lexicon(lang)
    found: dict[str, list[str]] = {}
    for phrase in (*known.phrases, *known.cities):
        if len(phrase) > 1 and not phrase.isascii():
            found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(set(phrases), key=len, reverse=True)) for first, phrases in found.items()}


def _longest(folded: str, at: int, known: Lexicon) -> tuple[int, frozenset[str]]:
    for phrase in _by_first(known.lang).get(folded[at], ()):
        if folded.startswith(phrase, at) and not _within_katakana(folded, at, at + len(phrase)):
            return len(phrase), frozenset((known.phrases.get(phrase) or known.cities[phrase]).split("|"))
    return 0, frozenset()


def _within_katakana(text: str, start: int, end: int) -> bool:
    """Whether a short phrase of katakana is merely a piece of a longer word: ポイント is no India."""
    if not _KANA.match(text[start]) or (end - start > _WHOLE and not _KANA.match(text[start - 1 : start])):
        return False
    return bool(_KANA.match(text[start - 1 : start]) or _KANA.match(text[end : end + 1]))


def people(text: str) -> list[Name]:
    """What may be Chinese people in a text: a common surname at the beginning of a clause or behind a title, and the
    one or two characters behind it. Doubtful, all of them."""
    found = []
    for match in _PERSON.finditer(text):
        for size in (3, 2):
            start, end = match.start(1), match.start(1) + size
            if size == len("李文静") and text[end - 1 : end] in _NO_GIVEN_NAME:
                continue
            if all("\u4e00" <= char <= "\u9fff" for char in text[start:end]) and end <= len(text):
                found.append(_name(text, start, end, frozenset({romanise(fold(text[start:end]))}), weak=True))
    return found


def chinese_name(name: str) -> tuple[str, ...]:
    """The syllables of a Chinese person's name in pinyin, surname first; empty where this is none."""
    words = name.split()[-2:]
    if len(words) < 2 or words[0].lower() not in _SURNAMES or not all(word[0].isupper() for word in words):
        return ()
    given = words[1].lower().replace("-", "").replace("'", "").replace("’", "")
    match = _GIVEN.fullmatch(given)
    return (words[0].lower(), *(part for part in match.groups() if part)) if match else ()


def names_person(syllables: tuple[str, ...], text: str) -> bool:
    """Whether a Chinese text may name the person of these syllables: one of that surname, or that given name."""
    read = [romanise(char) for char in text if "\u4e00" <= char <= "\u9fff"]
    given = list(syllables[1:])
    if any(read[at : at + len(given)] == given for at in range(len(read))):
        return True
    return any(romanise(name.text[0]) == syllables[0] for name in people(text)) or syllables[0] in {
        romanise(name.text[0]) for name in read_unspaced(text, "zh") if name.text
    }


def heard_in(word: str, text: str) -> bool:
    """Whether a romanised English word sounds like a part of a Chinese or Japanese text."""
    if len(word) < 3:
        return word in fold(text)
    pinyin, kana, kanji = _streams(text)
    if word in pinyin or word in fold(text):
        return True
    bones = coarse(word)
    for run in kana:
        theirs = coarse(run)
        if len(word) >= 4 and word in run:
            return True
        if len(bones) >= 2 and (fuzz.ratio(bones, theirs) >= _LEAST or (len(bones) >= 3 and bones in theirs)):
            return True
        if fuzz.ratio(word, run) >= _LEAST:
            return True
    if any(_spells(_long_vowels(word), run) for run in kanji):
        return True
    return (
        not kana
        and not _JAPANESE_LETTERS.search(text)
        and len(bones) >= 3
        and fuzz.partial_ratio(bones, coarse(pinyin)) >= _LEAST
    )


def coarse(roman: str) -> str:
    """The consonants of a romanised word, with those made one that scripts mix up: l and r, b and v, m and n."""
    return _DOUBLED.sub(r"\1", roman.translate(_COARSE))


@lru_cache(maxsize=1024)
def _streams(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    japanese = _JAPANESE_LETTERS.search(text) is not None
    han = "".join(re.findall(r"[\u4e00-\u9fff]", text))
    kana = tuple(romanise(run) for run in re.findall(r"[ァ-ヴー]+", text)) if japanese else ()
    kanji = tuple(re.findall(r"[\u3040-\u309f\u4e00-\u9fff々ヶ]+", text)) if japanese else ()
    return romanise(han), kana, kanji


@cache
def _readings(char: str) -> tuple[str, ...]:
    if "\u3040" <= char <= "\u309f":
        return (romanise(char),)
    found = set(table("kanji-readings.tsv").get(char, "").split())
    # Unihan gives verbs and adjectives with their endings, which names leave out: ASAI, but Asano.
    found |= {reading[:-1] for reading in found if len(reading) > 2 and reading[-1] in "iu"}
    found |= {
        reading[:-2] for reading in found if len(reading) > 3 and reading.endswith(("ru", "su", "ku", "mu", "ki"))
    }
    return tuple({_long_vowels(reading) for reading in found})


def _long_vowels(word: str) -> str:
    for long, short in (
        ("ou", "o"),
        ("oo", "o"),
        ("uu", "u"),
        ("oh", "o"),
        ("si", "shi"),
        ("ti", "chi"),
        ("tu", "tsu"),
    ):
        word = word.replace(long, short)
    return word


_SOFTENED = {"g": "k", "z": "s", "j": "s", "d": "t", "b": "h", "p": "h"}


def _spells(word: str, run: str) -> bool:
    """Whether a row of two or more characters of `run` can be read as `word`."""
    states: set[tuple[int, int]] = set()
    for char in run:
        following: set[tuple[int, int]] = set()
        for reached, count in (*states, (0, 0)):
            for reading in _readings(char):
                if not reading:
                    continue
                rest = word[reached:]
                if rest.startswith(reading) or (
                    reached and rest and _SOFTENED.get(rest[0]) == reading[0] and rest[1:].startswith(reading[1:])
                ):
                    end = reached + len(reading)
                    if end == len(word) and (count or len(word) >= 5):
                        return True
                    following.add((end, count + 1))
        states = following
    return False
