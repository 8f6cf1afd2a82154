"""The report's own words: names of languages and platforms, how sure, when, how many."""

from __future__ import annotations

from datetime import datetime

from quotecheck.model import UNDETERMINED, Aspect, Language, ReportSummary

ASPECTS: tuple[Aspect, ...] = ("numbers", "names", "dates", "negation", "certainty", "meaning", "wording")

_PLATFORMS = {
    "x": "X",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "linkedin": "LinkedIn",
    "vk": "VK",
    "truthsocial": "Truth Social",
}

# English names of the languages that posts are likeliest to be in (CLDR's); any other is named by its code.
_LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "eo": "Esperanto",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ms": "Malay",
    "nb": "Norwegian Bokmål",
    "nl": "Dutch",
    "no": "Norwegian",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_SURE = ((0.95, "almost certain"), (0.8, "very likely"), (0.6, "likely"), (0.4, "possible"), (0.0, "doubtful"))


def language_name(language: Language | None) -> str:
    """English name of a language; "language unsure" where it could not be told."""
    if language is None or language.code == UNDETERMINED:
        return "language unsure"
    return _LANGUAGES.get(language.code.split("-")[0], language.code)


def platform_name(platform: str) -> str:
    """The platform's name as it writes itself."""
    return _PLATFORMS.get(platform, platform.capitalize())


def how_sure(confidence: float) -> str:
    """A confidence in words and percent: "very likely, 85%"."""
    words = next(words for least, words in _SURE if confidence >= least or least == 0.0)
    return f"{words}, {round(confidence * 100)}%"


def when(moment: str | None) -> str:
    """An ISO 8601 date, or date and time, as an English reader writes it; as it is where it is neither."""
    if not moment:
        return "undated"
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    day = f"{parsed.day} {_MONTHS[parsed.month - 1]} {parsed.year}"
    if len(moment) <= len("2025-10-23"):
        return day
    zone = parsed.tzname()
    return f"{day}, {parsed:%H:%M}" + (f" {zone}" if zone else "")


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun: "1 post", "2 posts"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(items: list[str], *, last: str = "and") -> str:
    """Words in a row: "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def summary_line(summary: ReportSummary) -> str:
    """Everything that was read and found, in one line."""
    read = summary.sources - summary.unreadable
    verdicts = [f"{number:,} {verdict}" for verdict, number in summary.verdicts.items() if number]
    findings = [counted(number, severity) for severity, number in summary.findings.items() if number]
    line = f"{counted(read, 'article')}, {counted(summary.posts, 'post')}"
    line += f": {listed(verdicts)}" if verdicts else ""
    nothing = "; nothing new found" if summary.known else "; nothing found"
    line += f"; {listed(findings)}" if findings else nothing if summary.posts else ""
    line += f"; {summary.suppressed:,} suppressed" if summary.suppressed else ""
    line += f"; {summary.known:,} known from the baseline" if summary.known else ""
    line += f"; {counted(summary.unreadable, 'source')} could not be read" if summary.unreadable else ""
    return line
