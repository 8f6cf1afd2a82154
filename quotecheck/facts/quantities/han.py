"""Quantities of languages written without spaces in Chinese characters: Chinese and Japanese."""

from __future__ import annotations

import re
from fractions import Fraction

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities.clock import place_in_day
from quotecheck.facts.quantities.draft import MAX_QUANTITIES, Draft
from quotecheck.facts.quantities.han_hedges import MAX_COUNTER, read_hedges
from quotecheck.facts.quantities.han_joining import joined
from quotecheck.facts.quantities.han_tables import han_tables
from quotecheck.facts.quantities.han_values import FIGURES, NUMERALS, SMALL, value_of
from quotecheck.facts.quantities.numerals import VULGAR
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import prepared
from quotecheck.facts.quantities.units import PERCENT, is_currency

HALF = Fraction(1, 2)

_VULGAR = "".join(VULGAR)
_RUN = re.compile(
    rf"(?:[0-9]|[{NUMERALS}]|[{_VULGAR}])(?:[0-9{NUMERALS}]|(?<=[0-9])[.,][0-9]|[多余餘几數数](?=[十百千万萬亿億兆]))*"
)
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_AREA = re.compile(r"(km|m|cm)(?:2|²)(?![0-9a-z])")
_AREAS = {"km": "square-kilometer", "m": "square-meter", "cm": "square-centimeter"}
_GROWN = re.compile(r"(?:增|涨|漲|提高|多|高出|扩大|擴大|上升|翻)[^\W\d_]{0,2}\Z")
"""After these, "twice" may be by twice as well as to twice: 增加2倍."""

_LATIN = re.compile(r"[a-z]+-?$|[^\W\d_]-$")
_LATIN_AFTER = re.compile(r"-?[a-z]+")
_AFTER_SIGN = re.compile(r"%|‰|°c|°|℃|㎞|km/h|km²|m²|[a-z]{1,3}(?![a-z])|\$|€|£")
_SIGN_PARTS = re.compile(r"[a-z²³]+|.")
_MORE, _VAGUE, _NOT_FIGURES = re.compile("[多余餘]"), re.compile("[几幾數数]"), re.compile("[多余餘几幾數数 ]")


def read(text: str, tables: Tables) -> tuple[Quantity, ...]:
    """Read the quantities of a Chinese or Japanese text; spans count in it."""
    return _Reader(text, tables).read()


class _Reader:
    def __init__(self, text: str, tables: Tables) -> None:
        self.text = text
        self.folded = prepared(text).replace("٫", ".")
        self.tables = tables
        self.words = han_tables(tables.lang)

    def read(self) -> tuple[Quantity, ...]:
        drafts: list[Draft] = []
        at = floor = 0
        blocked = self._blocked()
        while True:
            found = _RUN.search(self.folded, at)
            if not found:
                break
            spaced = _SPACED.match(self.folded, found.start())
            start, end = found.start(), max(found.end(), spaced.end() if spaced else 0)
            end = self._without_unit_head(start, end)
            if start in blocked and end <= blocked[start]:
                at = blocked[start]
                continue
            at = end
            draft = self._draft(start, end, floor)
            if draft is None:
                continue
            at = floor = max(draft.stop, end)
            drafts.append(draft)
            if len(drafts) >= 2 * MAX_QUANTITIES:
                break
        drafts = self._merged(drafts)
        drafts.extend(self._spoken(drafts))
        drafts.sort(key=lambda draft: draft.first)
        return tuple(self._quantity(draft) for draft in drafts[:MAX_QUANTITIES])

    # ------------------------------------------------------------------ where numbers stand

    def _blocked(self) -> dict[int, int]:
        """Numerals inside words that are no numbers: where each begins, and where the word ends."""
        blocked: dict[int, int] = {}
        for word in self.words.not_numbers:
            begin = self.folded.find(word)
            while begin >= 0:
                for offset, char in enumerate(word):
                    if char in NUMERALS:
                        blocked[begin + offset] = max(blocked.get(begin + offset, 0), begin + len(word))
                begin = self.folded.find(word, begin + 1)
        return blocked

    def _without_unit_head(self, start: int, end: int) -> int:
        """千 of 千米 and 兆 of 兆瓦 begin a unit: 1000万千瓦 is ten million kilowatts."""
        if end - start > 1 and self.folded[end - 1] in "千百兆万":
            for size in range(min(self.words.longest_unit, len(self.folded) - end + 1), 1, -1):
                if self.folded[end - 1 : end - 1 + size] in self.words.units:
                    return end - 1
        return end

    def _draft(self, start: int, end: int, floor: int) -> Draft | None:
        raw = self.folded[start:end]
        more, vague = _MORE.search(raw), _VAGUE.search(raw)
        if raw[0] in VULGAR:
            return Draft(start, end, Fraction(VULGAR[raw[0]]), role="fraction")
        read = value_of(_NOT_FIGURES.sub("", raw))
        if read is None:
            return None
        value, upper, also, scale = read
        draft = Draft(start, end, value, also=also, scale=scale, digits=raw[0].isascii())
        draft.upper, draft.bound = upper, "exact" if upper is None else "range"
        if more:
            draft.bound, draft.hedge = "more-than", True
        if vague:
            draft.bound, draft.weak = "about", True
        if self._is_in_name(draft):
            return draft
        self._vague_before(draft, floor)
        self._shape(draft, floor)
        self._unit_before(draft, floor)
        read_hedges(draft, self.folded, self.words, floor)
        self._doubt(draft, raw)
        return draft

    def _is_in_name(self, draft: Draft) -> bool:
        """COVID-19, F-16, 5G, iPhone6; 歼-20, 二十国集团 (G20)."""
        if self.folded.startswith(("国集团", "國集團"), draft.stop):
            draft.name, draft.weak = "g", True
            return True
        if not draft.digits or not self.folded[draft.first : draft.stop].isdigit():
            return False
        before = _LATIN.search(self.folded[max(0, draft.first - 12) : draft.first])
        if before and not is_currency(self.tables.units.get((before.group(),))):
            draft.name = before.group().strip("-")
        else:
            after = _LATIN_AFTER.match(self.folded, draft.stop)
            if after and (after.group(),) not in self.tables.units and after.group() not in ("am", "pm", "x"):
                draft.name = after.group().strip("-")
            elif after and after.group() == "g" and self.text[draft.stop] == "G":
                draft.name = "g"
        draft.weak = bool(draft.name)
        return draft.weak

    def _vague_before(self, draft: Draft, floor: int) -> None:
        """数百, 几十, 上千: an order of magnitude."""
        before = self.folded[draft.first - 1 : draft.first] if draft.first > floor else ""
        first = self.folded[draft.first]
        if before and before in "数數几幾上成" and (first in SMALL or first in "万萬亿億兆"):
            draft.first -= 1
            draft.weak, draft.bound = True, "about"

    # ------------------------------------------------------------------ what kind of number

    def _shape(self, draft: Draft, floor: int) -> None:
        folded, at = self.folded, draft.stop
        if folded.startswith(("分之", "分の"), at) and self._fraction(draft, at + 2):
            return
        if folded.startswith(("点", "點"), at) and self._decimal(draft, at + 1):
            at = draft.stop
        before = folded[max(floor, draft.first - 4) : draft.first]
        if before.endswith(("第", "第 ")):
            draft.role = "ordinal"
            draft.first = folded.rindex("第", 0, draft.first)
        if folded[at : at + 1] == " " and folded[at + 1 : at + 2] not in ("", "-"):
            at += 1
        if self._calendar(draft, at, before):
            return
        if folded[at : at + 1] in ("多", "余", "餘"):
            draft.bound, draft.hedge = "more-than", True
            at = draft.stop = at + 1
        if (
            folded.startswith(("割", "成"), at)
            and draft.value <= 10
            and not folded.startswith(("成立", "成功", "成为"), at)
        ):
            draft.value, draft.unit, draft.stop = draft.value * 10, PERCENT, at + 1
            return
        if folded.startswith(("个半", "個半"), at) and draft.scale == 1:
            draft.value, at = draft.value + HALF, at + 2
            draft.stop = at
        if folded.startswith("倍", at):
            draft.role, draft.stop = "multiplier", at + 1
            if _GROWN.search(folded[max(floor, draft.first - 6) : draft.first]):
                draft.also = (draft.value + 1,)
            return
        self._unit_after(draft, at)
        if folded.startswith("半", draft.stop) and not folded.startswith(
            ("半年", "半月", "半导", "半決", "半数"), draft.stop
        ):
            draft.value += HALF * draft.scale
            draft.stop += 1

    def _fraction(self, draft: Draft, at: int) -> bool:
        """三分之一 is a third, 百分之三十 thirty percent, 3分の1 a third."""
        found = _RUN.match(self.folded, at)
        if not found or draft.value <= 0:
            return False
        read = value_of(found.group())
        if read is None:
            return False
        part = Draft(draft.first, found.end(), read[0])
        if self.folded.startswith(("点", "點"), part.stop):
            self._decimal(part, part.stop + 1)
        if draft.value == 100:
            draft.value, draft.unit = part.value, PERCENT
        else:
            draft.value, draft.role = part.value / draft.value, "fraction"
        draft.stop, draft.weak = part.stop, False
        return True

    def _decimal(self, draft: Draft, at: int) -> bool:
        """三点五 is 3.5; 三点五分 is five past three, and is left to the clock."""
        found = _RUN.match(self.folded, at)
        if not found or self.folded.startswith("分", found.end()) or draft.digits:
            return False
        figures = "".join(str(FIGURES[char]) for char in found.group() if char in FIGURES)
        rest = found.group().lstrip("".join(FIGURES))
        if not figures:
            return False
        draft.value += Fraction(f"0.{figures}")
        if rest:
            scale = value_of(rest)
            if scale is None:
                return False
            draft.value *= scale[0]
            draft.scale = scale[0]
        draft.also = (*draft.also, Fraction(int(draft.value)))
        draft.stop = found.end()
        return True

    def _calendar(self, draft: Draft, at: int, before: str) -> bool:
        folded = self.folded
        if folded.startswith(("世纪", "世紀"), at):
            draft.role, draft.stop = "century", at + 2
        elif folded.startswith("年代", at):
            draft.also, draft.value = (draft.value,), draft.value % 100
            draft.role, draft.stop = "decade", at + 2
        elif (
            folded.startswith("年", at)
            and not folded.startswith(("年间", "年間", "年生"), at)
            and self._is_year(draft, at)
        ):
            draft.stop = at + 1
        elif folded.startswith("月", at):
            draft.role, draft.stop, draft.weak = "date", at + 1, True
        elif folded.startswith(("日", "号", "號"), at) and not folded.startswith(
            ("日间", "日間", "日分", "日元", "日圆"), at
        ):
            if draft.value > 31:
                return False
            draft.role, draft.stop = "date", at + 1
        elif folded.startswith(("点", "點", "時", "时", ":"), at) and not folded.startswith(("時間", "时间"), at):
            return self._clock(draft, at, before)
        else:
            return False
        return True

    def _is_year(self, draft: Draft, at: int) -> bool:
        for era, before_first in self.words.eras.items():
            if self.folded.endswith(era, max(0, draft.first - len(era) - 1), draft.first):
                draft.also = (*draft.also, draft.value)
                draft.value += before_first
                draft.first -= len(era)
                draft.role = "year"
                return True
        plain = not any(char in SMALL for char in self.folded[draft.first : draft.stop])
        if 1000 <= draft.value <= 2100 and draft.scale == 1 and plain:
            draft.role = "year"
            return True
        if self.folded[at + 1 : at + 2].isdigit() and draft.value < 100:
            draft.role = "year"
            return True
        return False

    def _clock(self, draft: Draft, at: int, before: str) -> bool:
        if draft.value > 24 or draft.value.denominator != 1:
            return False
        colon = self.folded[at] == ":"
        found = _RUN.match(self.folded, at + 1)
        if colon and not (found and len(found.group()) == 2):
            return False
        draft.role, draft.stop = "time", at + 1
        if found and (colon or self.folded.startswith("分", found.end())):
            minutes = value_of(found.group())
            if minutes and minutes[0] < 60:
                draft.value += minutes[0] / 60
                draft.stop = found.end() + (0 if colon else 1)
        elif self.folded.startswith("半", draft.stop):
            draft.value += HALF
            draft.stop += 1
        said = before.strip()
        kind = next(
            (
                name
                for name, words in (("night", self.words.night), ("pm", self.words.pm), ("am", self.words.am))
                if said.endswith(words)
            ),
            None,
        )
        place_in_day(draft, kind)
        return True

    # ------------------------------------------------------------------ what stands around it

    def _unit_after(self, draft: Draft, at: int) -> None:
        if draft.role == "ordinal":
            return
        for size in range(min(self.words.longest_unit, len(self.folded) - at), 0, -1):
            unit = self.words.units.get(self.folded[at : at + size])
            if unit is None:
                continue
            draft.unit, draft.stop = unit, at + size
            if self.folded[at : at + size] in ("歳", "岁", "歲", "才", "周岁"):
                draft.role = "age"
            return
        area = _AREA.match(self.folded, at)
        if area:
            draft.unit, draft.stop = _AREAS[area.group(1)], area.end()
            return
        latin = _AFTER_SIGN.match(self.folded, at)
        if latin:
            key = tuple(_SIGN_PARTS.findall(latin.group()))
            unit = self.tables.units.get(key)
            if unit:
                draft.unit, draft.stop = unit, latin.end()

    def _unit_before(self, draft: Draft, floor: int) -> None:
        if draft.unit is not None:
            return
        before = self.folded[max(floor, draft.first - 4) : draft.first].rstrip()
        for sign, unit in (("us$", "USD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("usd", "USD")):
            if before.endswith(sign):
                draft.unit = "CNY" if unit == "JPY" and self.tables.lang == "zh" else unit
                draft.first = self.folded.rindex(sign, 0, draft.first)
                return

    def _doubt(self, draft: Draft, raw: str) -> None:
        """One numeral without a counter is more often part of a word or a name."""
        if draft.role in ("fraction", "multiplier") or draft.unit == PERCENT or is_currency(draft.unit):
            return
        if draft.digits or draft.role in ("century", "decade", "time"):
            return
        if draft.value == 1:
            draft.weak = True
        elif len(raw) == 1 and draft.unit is None and draft.role == "cardinal" and not draft.hedge:
            following = self.folded[draft.stop : draft.stop + MAX_COUNTER]
            draft.weak = draft.weak or not any(
                following[:size] in self.words.counters for size in range(1, len(following) + 1)
            )

    # ------------------------------------------------------------------ together

    def _merged(self, drafts: list[Draft]) -> list[Draft]:
        merged: list[Draft] = []
        for draft in drafts:
            one = merged[-1] if merged else None
            if one is not None and joined(one, draft, self.folded, self.words.counters):
                continue
            merged.append(draft)
        return merged

    def _spoken(self, drafts: list[Draft]) -> list[Draft]:
        """Words that mean a number without a numeral: 翻倍, 半数, ひとり."""
        if self.words.words is None:
            return []
        spoken = []
        taken = {place for draft in drafts for place in range(draft.first, draft.stop)}
        for found in self.words.words.finditer(self.folded):
            if not taken.isdisjoint(range(found.start(), found.end())):
                continue
            word = found.group()
            if word in self.words.multipliers:
                value, role = Fraction(self.words.multipliers[word]), "multiplier"
            else:
                value = self.words.weak[word]
                role = "fraction" if value.denominator > 1 else "cardinal"
            draft = Draft(found.start(), found.end(), value, role=role)
            if role == "fraction":
                read_hedges(
                    draft, self.folded, self.words, max((d.stop for d in drafts if d.stop <= draft.first), default=0)
                )
                if word[0] in "过過" and not draft.hedge:
                    draft.bound, draft.loose, draft.hedge = "more-than", ("at-least",), True
            draft.weak = role != "multiplier"
            spoken.append(draft)
        return spoken

    def _quantity(self, draft: Draft) -> Quantity:
        return Quantity(
            start=draft.first,
            end=draft.stop,
            text=self.text[draft.first : draft.stop],
            value=draft.value,
            upper=draft.upper,
            also=draft.also,
            bound=draft.bound,
            loose=draft.loose,
            unit=draft.unit,
            role=draft.role,  # type: ignore[arg-type]
            noun=draft.name or None,
            weak=draft.weak,
        )
