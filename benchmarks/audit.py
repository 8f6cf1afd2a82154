"""What an audit costs, beside the script that a newsroom would write, and beside the floor below which nothing can go.

usage: audit.py [--articles N] [--jobs N]

All read the same archive (corpus.py), each in a process of its own:
  newsroom     BeautifulSoup, langdetect, one `apertium` call a post, rapidfuzz over the quotations; one process
  persistent   the same with an Apertium that stays open
  floor        bare HTML parsing, one batched translation, bare embedding of every post and passage; all cores
  audit        `quotecheck audit` with an empty cache; then again; with one process; on Ray, where that is installed

Needs beautifulsoup4, selectolax and langdetect beside the package.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import corpus
from start import once

MODES = {"es": ("spa-eng",), "fr": ("fr-es", "spa-eng"), "it": ("ita-spa", "spa-eng")}
"""Apertium's modes that lead to English; Debian's packages are those that `tools/install-translator` brings."""

_QUOTED = re.compile(r'["“]([^"”]{10,600})["”]')


def newsroom(folder: Path, *, persistent: bool) -> None:
    """For each post, the quotation that is most like its translation."""
    from bs4 import BeautifulSoup
    from langdetect import LangDetectException, detect
    from rapidfuzz import fuzz, process

    engine = None
    if persistent:
        from quotecheck.translate.engines.apertium import Apertium

        engine = Apertium()
    for data in corpus.read(folder):
        page = BeautifulSoup(data, "html.parser")
        posts = [tag.get_text(" ") for tag in page.select("blockquote.twitter-tweet > p")]
        body = " ".join(tag.get_text(" ") for tag in page.select("article > p"))
        quotes = _QUOTED.findall(body)
        for post in posts:
            try:
                lang = detect(post)
            except LangDetectException:
                continue
            if lang not in MODES:
                english = post
            elif engine is not None:
                english = str(engine.translate([post], lang)[0])
            else:
                english = post
                for mode in MODES[lang]:
                    done = subprocess.run(["apertium", "-u", mode], input=english, capture_output=True, text=True)
                    english = done.stdout
            process.extractOne(english, quotes, scorer=fuzz.token_set_ratio)
    if engine is not None:
        engine.close()


def floor(folder: Path, jobs: int) -> None:
    """The work that cannot be left out, and none besides."""
    pages = list(corpus.read(folder))
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(_floor, [pages[start::jobs] for start in range(jobs)]))


def _floor(pages: list[bytes]) -> None:
    from selectolax.lexbor import LexborHTMLParser

    from quotecheck.align.embedders.use import EMBEDDER
    from quotecheck.shelf import Shelf
    from quotecheck.translate.engines.apertium import Apertium

    by_language: dict[str, list[str]] = {}
    texts: list[str] = []
    for data in pages:
        page = LexborHTMLParser(data)
        for tag in page.css("blockquote.twitter-tweet > p"):
            by_language.setdefault(tag.attributes.get("lang") or "", []).append(tag.text())
            texts.append(tag.text())
        texts += [tag.text() for tag in page.css("article > p, h1")]
    engine = Apertium()
    for lang in engine.languages():
        if lang in by_language:
            engine.translate(sorted(set(by_language[lang])), lang)
    engine.close()
    for start in range(0, len(texts), 256):
        EMBEDDER.embed(texts[start : start + 256], Shelf(None))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--part", choices=["newsroom", "persistent", "floor"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part == "floor":
        floor(options.folder, options.jobs)
    elif options.part:
        newsroom(options.folder, persistent=options.part == "persistent")
    else:
        measure(options.articles, options.jobs)


def measure(articles: int, jobs: int) -> None:
    """Run everything once, and print."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        folder = work / "pages"
        size = corpus.write(folder, articles)
        tool = [str(Path(sys.executable).parent / "quotecheck"), "audit", str(folder), "--offline", "--quiet"]

        def audit(to: str, processes: int, cache: str, engine: str = "local") -> tuple[float, float]:
            how = ["--output", str(work / to), "--jobs", str(processes), "--engine", engine]
            return once([*tool, *how], work / cache)

        def part(which: str) -> tuple[float, float]:
            mine = ["--part", which, "--folder", str(folder), "--jobs", str(jobs)]
            return once([sys.executable, __file__, *mine], work / which, fine=[0])

        results = {
            "newsroom": part("newsroom"),
            "persistent": part("persistent"),
            "floor": part("floor"),
            f"audit, {jobs} processes": audit("a.jsonl", jobs, "cache"),
            "audit again, unchanged": audit("b.jsonl", jobs, "cache"),
            "audit, one process": audit("c.jsonl", 1, "other"),
        }
        if find_spec("ray") is not None:
            results[f"audit, ray, {jobs} actors"] = audit("d.jsonl", jobs, "third", "ray")
        same = len({path.read_bytes() for path in work.glob("?.jsonl")}) == 1
    base = results["newsroom"][0]
    print(f"{articles} articles, {size:,} bytes; ratio: throughput over the newsroom's")
    print(f"{'':28}{'seconds':>9}{'articles/s':>12}{'ratio':>8}{'MB':>7}")
    for what, (seconds, memory) in results.items():
        print(f"{what:28}{seconds:9.2f}{articles / seconds:12.1f}{base / seconds:8.2f}{memory:7.0f}")
    print(f"the audits wrote {'the same bytes' if same else 'DIFFERENT BYTES'}")


if __name__ == "__main__":
    main()
