"""An archive to measure with: pages of a made-up newspaper, with posts in several languages, of several sizes, some of
them repeated. Everything is made from the number of the page alone, so that the same archive can be made anywhere.

usage: corpus.py FOLDER [--articles N] [--repeats SHARE] [--first NUMBER]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from html import escape
from pathlib import Path

LANGUAGES = {"es": 50, "fr": 18, "it": 14, "de": 8, "pt": 6, "ru": 4}
"""How often posts are in each, in percent."""

QUOTES = 8
SIZES = ((6, 70), (14, 22), (40, 8))
"""Paragraphs of the paper's own beside the quotations, and in how many of a hundred pages."""

REPEATED = 0.25
"""Share of pages whose post many other pages show too."""

VIRAL = 40
"""How many such posts there are for every thousand pages."""

PLACES = "Toledo Bari Lyon Porto Bonn Turin Dakar Lima Oslo Quito Nantes Malaga Genoa Parma Bogota Leipzig".split()
WHO = (
    "harbour master|head of the clinic|mayor|union's secretary|director of the museum|river authority's engineer|"
    "minister of transport|owner of the mill|school inspector|fire brigade's captain|bishop|coach"
).split("|")
CUES = "said|added|told reporters|wrote|insisted|explained".split("|")

# {n}: a number written the way of the language; {y}: a year; {p}: a place.
POSTS: tuple[dict[str, str], ...] = (
    {
        "en": "The bridge at {p} will close for {n} hours from Monday because of repairs.",
        "es": "El puente de {p} cerrará {n} horas a partir del lunes por obras.",
        "fr": "Le pont de {p} sera fermé pendant {n} heures à partir de lundi pour travaux.",
        "it": "Il ponte di {p} chiuderà per {n} ore da lunedì per lavori.",
        "de": "Die Brücke in {p} wird ab Montag wegen Reparaturen {n} Stunden lang gesperrt.",
        "pt": "A ponte de {p} vai fechar {n} horas a partir de segunda-feira devido a obras.",
        "ru": "Мост в городе {p} закроют на {n} часов с понедельника из-за ремонта.",
    },
    {
        "en": "More than {n} people have signed the petition against the new road in {p} since {y}.",
        "es": "Más de {n} personas han firmado la petición contra la nueva carretera en {p} desde {y}.",
        "fr": "Plus de {n} personnes ont signé la pétition contre la nouvelle route à {p} depuis {y}.",
        "it": "Più di {n} persone hanno firmato la petizione contro la nuova strada a {p} dal {y}.",
        "de": "Mehr als {n} Menschen haben seit {y} die Petition gegen die neue Straße in {p} unterschrieben.",
        "pt": "Mais de {n} pessoas assinaram a petição contra a nova estrada em {p} desde {y}.",
        "ru": "Более {n} человек подписали петицию против новой дороги в городе {p} с {y} года.",
    },
    {
        "en": "The council of {p} has not approved the budget of {n} euros for the library.",
        "es": "El ayuntamiento de {p} no ha aprobado el presupuesto de {n} euros para la biblioteca.",
        "fr": "Le conseil de {p} n'a pas approuvé le budget de {n} euros pour la bibliothèque.",
        "it": "Il consiglio di {p} non ha approvato il bilancio di {n} euro per la biblioteca.",
        "de": "Der Stadtrat von {p} hat den Haushalt von {n} Euro für die Bibliothek nicht genehmigt.",
        "pt": "A câmara de {p} não aprovou o orçamento de {n} euros para a biblioteca.",
        "ru": "Совет города {p} не утвердил бюджет в {n} евро для библиотеки.",
    },
    {
        "en": "Our team found {n} old coins under the market of {p}. They may date from {y}.",
        "es": "Nuestro equipo encontró {n} monedas antiguas bajo el mercado de {p}. Podrían datar de {y}.",
        "fr": "Notre équipe a trouvé {n} pièces anciennes sous le marché de {p}. Elles pourraient dater de {y}.",
        "it": "La nostra squadra ha trovato {n} monete antiche sotto il mercato di {p}. Potrebbero risalire al {y}.",
        "de": "Unser Team hat {n} alte Münzen unter dem Markt von {p} gefunden. Sie könnten von {y} stammen.",
        "pt": "A nossa equipa encontrou {n} moedas antigas sob o mercado de {p}. Podem datar de {y}.",
        "ru": "Наша группа нашла {n} старинных монет под рынком города {p}. Они могут относиться к {y} году.",
    },
)
SAID = (
    "We counted {n} visitors in {p} this season, and the hotels are full until autumn.",
    "Nobody in {p} asked us before the {n} trees were cut down along the canal.",
    "The hospital needs {n} more nurses, or the ward will close before winter.",
    "I have worked here since {y} and have never seen the river as low as this.",
    "The new trains will reach {p} in {n} minutes, if the money comes in time.",
    "Our bakers used {n} kilos of flour last week, twice as much as in {y}.",
    "The court in {p} will hear {n} complaints about the noise of the quarry.",
    "Children walked {n} metres through the mud to reach their school bus.",
    "We lost {n} sheep in the storm, and the insurance pays for half of them.",
    "The concert in {p} sold {n} tickets on the first morning alone.",
)
TOLD = (
    "The town of {p} has argued about the plan since {y}, when {n} households were first told of it.",
    "A report of {n} pages was handed to the mayor's office in {p}, which did not comment on it.",
    "Rain is expected in {p} for the rest of the week, with winds of up to {n} kilometres an hour.",
    "Shops along the main street of {p} stayed shut, and the market was moved to the old station.",
    "In {y} a similar project was dropped after {n} residents had taken it to court.",
    "The firm, which is based in {p} and has {n} workers, says it will answer in writing.",
)
MONTHS = "January February March April May June July August September October November December".split()


def page(number: int, repeats: float = REPEATED, archive: int = 10_000) -> str:
    """One page: its post, its quotations, its own words, and what stands around them.

    Args:
        number: which page.
        repeats: share of pages whose post is one of the few that many show.
        archive: how many pages there are, which says how many such posts there are.
    """
    chance = random.Random(f"page {number}")
    shared = chance.random() < repeats
    seed = f"viral {chance.randrange(max(1, VIRAL * archive // 1000))}" if shared else f"own {number}"
    post, lang, english = _post(random.Random(seed))
    status = 10**15 + random.Random(f"status {seed}").randrange(10**9)
    author = f"Ana Gil {'ABCDEFGH'[status % 8]}."
    altered = english if chance.random() < 0.8 else _altered(english, chance)
    body = [
        f'<p>"{escape(_filled(chance.choice(SAID), chance, "en"))}" the {chance.choice(WHO)} {chance.choice(CUES)}.</p>'
        for _ in range(QUOTES - 1)
    ]
    many = chance.choices([size for size, _ in SIZES], [share for _, share in SIZES])[0]
    body += [f"<p>{escape(_filled(chance.choice(TOLD), chance, 'en'))}</p>" for _ in range(many)]
    chance.shuffle(body)
    month, day = chance.randrange(12), chance.randint(1, 28)
    body.insert(
        len(body) // 2,
        f'<p>"{escape(altered)}" {author} wrote.</p>\n<blockquote class="twitter-tweet"><p lang="{lang}" dir="ltr">'
        f"{escape(post)}</p>&mdash; {author} (@anagil{status % 97}) "
        f'<a href="https://twitter.com/anagil{status % 97}/status/{status}?ref_src=twsrc%5Etfw">'
        f"{MONTHS[month]} {day}, 2025</a></blockquote>",
    )
    title = escape(_filled("What {p} says after {n} days of talks", chance, "en"))
    nav = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in PLACES)
    related = "".join(f'<a href="/s/{chance.randrange(10**6)}"><h3>More from {word}</h3></a>' for word in PLACES[:5])
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title} | The Mill Courier</title>\n"
        f'<meta property="article:published_time" content="2025-{month + 1:02}-{day:02}T09:00:00Z">\n'
        "<style>body{font:16px serif}.story p{line-height:1.6}</style>\n"
        "<script>window.dataLayer=window.dataLayer||[];dataLayer.push({section:'town'});</script>\n</head>\n<body>\n"
        f"<header><nav><ul>{nav}</ul></nav></header>\n<main><article class=story><h1>{title}</h1>\n"
        + "\n".join(body)
        + f"\n</article>\n<aside>{related}</aside></main>\n<footer><p>The Mill Courier</p></footer>\n</body>\n</html>\n"
    )


def write(folder: Path, articles: int, repeats: float = REPEATED, first: int = 0) -> int:
    """Write pages to a folder, a thousand in each of its own; returns how many bytes they hold."""
    total = 0
    for number in range(first, first + articles):
        path = folder / f"{number // 1000:04}" / f"{number:07}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = page(number, repeats, articles).encode()
        path.write_bytes(data)
        total += len(data)
    return total


def read(folder: Path) -> Iterator[bytes]:
    """The pages, in order."""
    for path in sorted(folder.rglob("*.html")):
        yield path.read_bytes()


def _post(chance: random.Random) -> tuple[str, str, str]:
    """A post of one to three sentences, its language, and its English."""
    lang = chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    foreign, english = [], []
    for form in chance.sample(POSTS, chance.choices((1, 2, 3), (60, 30, 10))[0]):
        state = chance.getstate()
        foreign.append(_filled(form[lang], chance, lang))
        chance.setstate(state)
        english.append(_filled(form["en"], chance, "en"))
    return " ".join(foreign), lang, " ".join(english)


def _filled(form: str, chance: random.Random, lang: str) -> str:
    number, year, place = chance.randint(11, 9999), chance.randint(1980, 2024), chance.choice(PLACES)
    mark = "," if lang == "en" else " " if lang in ("fr", "ru") else "."
    return form.format(n=f"{number:,}".replace(",", mark), y=year, p=place)


def _altered(english: str, chance: random.Random) -> str:
    """The words with one thing changed, as a careless desk would."""
    swaps = (("More than", "About"), ("has not", "has"), ("may date", "date"), ("Monday", "Tuesday"), ("hours", "days"))
    fitting = [swap for swap in swaps if swap[0] in english]
    return english.replace(*chance.choice(fitting)) if fitting else english


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--repeats", type=float, default=REPEATED)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    total = write(options.folder, options.articles, options.repeats, options.first)
    print(f"{options.articles} pages, {total:,} bytes")


if __name__ == "__main__":
    main()
