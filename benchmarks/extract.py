"""Reading pages: time, memory, and what survives, beside trafilatura, readability-lxml and newspaper4k.

usage: extract.py [--folder PAGES] [--python INTERPRETER] [--rounds N]

Each reads the same pages in a process of its own and gives the article's text; quotecheck gives posts, quotations,
speakers and places besides. quotecheck and trafilatura do so by turns, N times: the median of their processor time
counts. Without --folder the pages are made by corpus.py. Those that are not installed are left out; --python names an
interpreter that has them.

What survives is judged by agreement: words between quotation marks count where at least two of the readers give them.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

NAMES = ("quotecheck", "trafilatura", "readability", "newspaper4k")
_QUOTED = re.compile(r'[“"]([^“”"]{25,400})[”"]')


def read(name: str, data: bytes) -> str:
    """The article's text, by one of the readers."""
    if name == "quotecheck":
        from quotecheck.extract import extract
        from quotecheck.sources.source import RawSource

        return "\n".join(block.text for block in extract(RawSource(name="page.html", data=data)).article.blocks)
    page = data.decode("utf-8", "replace")
    if name == "trafilatura":
        import trafilatura

        return trafilatura.extract(page) or ""
    if name == "readability":
        from lxml.html import fromstring
        from readability import Document

        return str(fromstring(Document(page).summary()).text_content())
    import newspaper

    article = newspaper.Article("https://example.org/")
    article.download(input_html=page)
    article.parse()
    return str(article.text)


def work(name: str, folder: Path) -> None:
    """Read every page, and print what came of it as JSON."""
    pages = [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.html"))]
    texts: dict[str, str] = {}
    read(name, pages[0][1])  # what is loaded on first use is not counted
    began = time.process_time()  # what else the machine does is not counted
    for page, data in pages:
        try:
            texts[page] = read(name, data)
        except Exception:  # a page that breaks a reader gives it nothing
            texts[page] = ""
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(json.dumps({"seconds": seconds, "memory": memory, "texts": texts}))


def quoted(text: str) -> set[str]:
    """Words between quotation marks, as far as white space and the form of the marks do not matter."""
    return {_folded(match[1]) for match in _QUOTED.finditer(text)}


def _folded(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--python", default=sys.executable, help="for the others")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=NAMES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        work(options.only, options.folder)
        return
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder
        if folder is None:
            import corpus

            folder = Path(made)
            corpus.write(folder, 300)
        found: dict[str, dict[str, object]] = {}
        seconds: dict[str, list[float]] = {}
        for turn in range(options.rounds):  # in turns, as the machine may be quick now and slow then
            for name in NAMES if turn == 0 else [name for name in ("quotecheck", "trafilatura") if name in found]:
                python = sys.executable if name == "quotecheck" else options.python
                command = [python, __file__, "--only", name, "--folder", str(folder)]
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                if done.returncode:
                    print(f"{name}: left out ({done.stderr.strip().splitlines()[-1][:90]})", file=sys.stderr)
                    continue
                found[name] = json.loads(done.stdout.splitlines()[-1])
                seconds.setdefault(name, []).append(float(found[name]["seconds"]))  # type: ignore[arg-type]
        for name, each in seconds.items():
            found[name]["seconds"] = median(each)
        report(found, len(list(folder.rglob("*.html"))))


def report(found: dict[str, dict[str, object]], pages: int) -> None:
    """Print the table; ratios are to trafilatura, or to the first there is."""
    kept = {name: {page: quoted(text) for page, text in told["texts"].items()} for name, told in found.items()}  # type: ignore[attr-defined]
    agreed: dict[str, set[str]] = {}
    for page in next(iter(kept.values())):
        every = [words for name in kept for words in kept[name].get(page, ())]
        agreed[page] = {words for words in every if every.count(words) >= min(2, len(kept))}
    total = sum(map(len, agreed.values()))
    base = float(found.get("trafilatura", next(iter(found.values())))["seconds"])  # type: ignore[arg-type]
    print(f"{pages} pages, {total} quotations that at least two readers give")
    print(f"{'':14}{'pages/s':>9}{'ratio':>7}{'MB':>6}{'survive':>9}{'alone':>7}")
    for name, told in found.items():
        seconds = float(told["seconds"])  # type: ignore[arg-type]
        there = {page: _folded(str(text)) for page, text in told["texts"].items()}  # type: ignore[attr-defined]
        survive = sum(words in there[page] for page, all_ in agreed.items() for words in all_)
        alone = sum(len(words - agreed[page]) for page, words in kept[name].items())
        print(
            f"{name:14}{pages / seconds:9.1f}{base / seconds:7.2f}{told['memory']:6.0f}"
            f"{survive / max(1, total):9.1%}{alone:7}"
        )


if __name__ == "__main__":
    main()
