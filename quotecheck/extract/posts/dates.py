"""The dates that embeds print, in whatever language the page's editor had set, as ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

# Month names and the abbreviations that platforms print, after Unicode CLDR (cldr.unicode.org), lower case, without
# final points. One line a language; a name that means different months in different languages is left out.
_NAMES = """
january february march april may june july august september october november december
jan feb mar apr - jun jul aug sep oct nov dec
- - - - - - - - sept - - -
januar februar märz april mai juni juli august september oktober november dezember
jän - mrz - - - - - - okt - dez
jänner feber - - - - - - - - - -
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
janv févr - avr - - juil - - - - déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene - - abr - - - ago setiembre - - dic
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gen - - - mag giu lug - set ott - -
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
- fev - - mai - - - - out - dez
januari februari maart april mei juni juli augustus september oktober november december
- - mrt - - - - - - - - -
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro
januar februar marts april maj juni juli august september oktober november december
- - - - - - - - - - - des
januari februari mars april maj juni juli augusti september oktober november december
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta - -
- - - - - - - - - - marraskuuta joulukuuta
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października - grudnia
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik - grudzień
sty lut - kwi - cze lip sie wrz paź - gru
ledna února března dubna května června července srpna září října - prosince
leden únor březen duben květen červen červenec srpen - říjen - prosinec
január február marec apríl máj jún júl august september október november december
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
oca şub - nis - haz tem ağu eyl eki kas ara
januarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
január február március április május június július augusztus szeptember október november december
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
янв фев мар апр - июн июл авг сен окт ноя дек
- февр - - - - - - сент - нояб -
січня лютого березня квітня травня червня липня серпня вересня жовтня - грудня
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر
जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
januari februari maret april mei juni juli agustus september oktober november desember
"""


def _month_numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for line in _NAMES.strip().splitlines():
        for number, name in enumerate(line.split(), start=1):
            if name != "-":
                numbers.setdefault(name, number)
    numbers.update({"listopada": 11, "listopad": 11, "листопада": 11})  # Polish, Czech, Ukrainian; not Croatian
    return numbers


_MONTHS: dict[str, int] = {}
_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|UTC"
    r"|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_EAST_ASIAN = re.compile(r"((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_SCRIPT_DATE = re.compile(
    r"[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (?:((?:19|20)\d\d) )?(\d\d):(\d\d):(\d\d)"
    r"(?: (?:UTC|GMT)?([+-]\d{4}))?(?: \([^)]{0,40}\))?(?: ((?:19|20)\d\d))?"
)
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./-])((?:19|20)\d\d)([./-])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<![\d:])(?:19|20)\d\d(?![\d:])")
_DAY = re.compile(
    r"(?<![\d:.])([12]\d|3[01]|0?[1-9])(?=$|[^\d:]|:\D)(?!\s?(?:h\b|uhr|am\b|pm\b|a\.m|p\.m))", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0655\u0902\u093c-\u094d\u0654][^\W\d_]*)*")
_ARABIC_DIGITS = {code: str((code - base) % 10) for base in (0x0660, 0x06F0, 0x0966) for code in range(base, base + 10)}


def iso_date(text: str) -> str | None:
    """The one date in `text` as "2025-10-23", or with its time where the zone is stated too; None where none is sure.

    Day and month as bare numbers are read only where one of them cannot be the month, or points stand between them
    (they do only where the day comes first).
    """
    if not text or len(text) > 200:
        return None
    text = text.translate(_ARABIC_DIGITS).replace("\u200f", "").replace("\u200e", "")
    if match := _ISO.search(text):
        return _from_iso(match)
    if match := _EAST_ASIAN.search(text):
        return _date(*match.groups())
    if (match := _SCRIPT_DATE.search(text)) and (found := _from_script(match)):
        return found
    if match := _YEAR_FIRST.search(text):  # nobody writes the day next to it then
        return _date(match[1], match[3], match[4])
    if match := _NUMERIC.search(text):
        return _from_numbers(match)
    year = _YEAR.search(text)
    month = next((number for word in _WORD.findall(text) if (number := _month(word))), None)
    if year is None or month is None:
        return None
    rest = text[: year.start()] + " " + text[year.end() :]
    day = _DAY.search(rest)
    return _date(year[0], str(month), day[1]) if day else None


def _month(word: str) -> int | None:
    if not _MONTHS:
        _MONTHS.update(_month_numbers())
    word = word.lower()
    return _MONTHS.get(word) or _MONTHS.get(word.removeprefix("ב"))  # Hebrew writes "in October" as one word


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _from_iso(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    if not hour or not zone:
        return _date(year, month, day)
    moment = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}"
    offset = "+00:00" if zone in ("Z", "UTC") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    try:
        return datetime.fromisoformat(moment + offset).isoformat()
    except ValueError:
        return None


def _from_script(match: re.Match[str]) -> str | None:
    """JavaScript's and the X API's way: "Fri Sep 30 15:13:45 +0000 2016"."""
    name, day, year, hour, minute, second, zone, late_year = match.groups()
    month = _month(name)
    if month is None or not (year or late_year):
        return None
    try:
        moment = datetime(int(year or late_year), month, int(day), int(hour), int(minute), int(second))
    except ValueError:
        return None
    if zone is None:
        return moment.date().isoformat()
    sign = -1 if zone[0] == "-" else 1
    offset = timezone(sign * timedelta(hours=int(zone[1:3]) % 24, minutes=int(zone[3:]) % 60))
    return moment.replace(tzinfo=offset).isoformat()


def _from_numbers(match: re.Match[str]) -> str | None:
    first, mark, second, year = match.groups()
    if mark == "." or int(first) > 12:
        return _date(year, second, first)
    return _date(year, first, second) if int(second) > 12 or first == second else None


_X_EPOCH = 1288834974657
_FIRST_SNOWFLAKE = 30_000_000_000
"""Status IDs above it, given out since 4 November 2010, hold the milliseconds since `_X_EPOCH` in their upper bits."""


def snowflake_time(identifier: str) -> str | None:
    """When an X status was posted, in UTC, as its ID says; None for the older IDs, which do not say."""
    number = int(identifier)
    if number < _FIRST_SNOWFLAKE or number >= 1 << 63:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=(number >> 22) + _X_EPOCH)
    return moment.replace(microsecond=0).isoformat()


def mastodon_time(identifier: str) -> str | None:
    """When a Mastodon post was made, in UTC; None where the ID is none of Mastodon's own.

    Since 2016 its IDs hold the milliseconds since 1970 above 16 bits of sequence (Mastodon, `timestamp_id` in
    lib/mastodon/snowflake.rb); its forks Truth Social and Gab have kept that.
    """
    return _since_1970(int(identifier) >> 16)


def linkedin_time(identifier: str) -> str | None:
    """When a LinkedIn post was made, in UTC: the upper 41 bits of its 63-bit ID are milliseconds since 1970."""
    return _since_1970(int(identifier) >> 22)


_WEIBO_EPOCH = 515483463
"""Seconds; what Weibo's IDs count from."""


def weibo_time(identifier: str) -> str | None:
    """When a Weibo post was made, in UTC, as its numeric ID (16 digits) says."""
    return _since_1970(((int(identifier) >> 22) + _WEIBO_EPOCH) * 1000)


def _since_1970(milliseconds: int) -> str | None:
    """A moment as ISO 8601; None for one before these platforms were, or in a far future."""
    if not 1_200_000_000_000 <= milliseconds < 4_000_000_000_000:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return moment.replace(microsecond=0).isoformat()
