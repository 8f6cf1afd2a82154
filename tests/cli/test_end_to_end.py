"""The installed command on real articles and on bad input: exit codes, and a clear line on stderr."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMAND = str(Path(sys.executable).with_name("quotecheck"))
FIXTURE = Path(__file__).parents[2] / "fixtures" / "articles" / "igla.html"
SPANISH = "Más de 300 personas murieron el lunes en Valencia, según el alcalde Luis Pardo."
ARTICLE = f"""<html lang="en"><head><title>Hundreds die in Valencia</title></head><body><article>
<h1>Hundreds die in Valencia</h1>
<p>The mayor of the city spoke to reporters on Monday evening after a long day of rescue work in the old town.</p>
<p>"More than 300 people died on Monday in Valencia," said the mayor, Luis Pardo.</p>
<blockquote class="twitter-tweet"><p lang="es" dir="ltr">{SPANISH}</p>&mdash; Radio Turia (@radioturia)
<a href="https://twitter.com/radioturia/status/1790000000000000001">May 13, 2024</a></blockquote>
<p>Rescue teams from three neighbouring provinces were on their way, the regional government said.</p>
</article></body></html>
"""
needs_apertium = pytest.mark.skipif(shutil.which("apertium") is None, reason="needs Apertium with Spanish")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A user of whom nothing is known."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
    return {**kept, "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}


@pytest.fixture
def run(tmp_path: Path, environ: dict[str, str]) -> Run:
    work = tmp_path / "work"
    work.mkdir()

    def call(*arguments: str | Path, stdin: str | bytes | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [COMMAND, *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            cwd=work,
            env={**environ, **more},
            timeout=120,
            check=False,
        )
        assert b"Traceback" not in done.stderr
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.html"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


# ---------------------------------------------------------------------------------------------- what it is for


@needs_apertium
def test_the_fixture_shows_what_the_article_changed(run: Run) -> None:
    done = run("check", FIXTURE)
    assert done.returncode == 0  # its divergences are warnings
    assert done.stderr == ""
    assert "DIVERGENT     Julián Ferreyra (@jferreyra_ve) on X, 23 October 2025" in done.stdout
    assert "bound-changed" in done.stdout
    assert "\x1b" not in done.stdout
    assert run("check", FIXTURE, "--fail-on", "warning").returncode == 1
    assert run("check", FIXTURE, "--fail-on", "warning", "--ignore", "bound-changed").returncode == 0


@needs_apertium
def test_the_report_as_json_names_what_made_it(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = run("check", FIXTURE, "--format", "json", "--output", target)
    assert (done.returncode, done.stdout) == (0, "")
    report = json.loads(target.read_text(encoding="utf-8"))
    assert report["tool"]["translators"] == ["apertium"]
    (post,) = report["posts"]
    assert post["verdict"] == "divergent"
    assert post["translation"]["engine"] == "apertium"
    for finding in report["findings"]:
        if finding["post"] is not None:
            assert post["text"][finding["post"]["start"] : finding["post"]["end"]] == finding["post"]["text"]
        if finding["passage"] is not None:
            passage = finding["passage"]
            assert passage["context"][passage["start"] : passage["end"]] == passage["text"]


def test_stdin_and_a_file_are_one_report_and_a_folder_is_several(run: Run, article: Path) -> None:
    single = json.loads(run("check", article, "--format", "json").stdout)
    piped = json.loads(run("check", "-", "--format", "json", stdin=ARTICLE).stdout)
    assert single["posts"] == piped["posts"]
    (article.parent / "site").mkdir()
    shutil.copy(article, article.parent / "site" / "one.html")
    several = json.loads(run("check", article.parent / "site", "--format", "json").stdout)
    assert several["summary"]["sources"] == len(several["reports"]) == 1
    assert several["reports"][0]["posts"][0]["text"] == SPANISH


def test_json_lines_are_one_report_a_line(run: Run, article: Path) -> None:
    done = run("check", article, "missing.html", "--format", "jsonl")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["source"] == str(article)
    assert "no such file" in second["error"]


def test_posts_and_quotes(run: Run, article: Path) -> None:
    (post,) = map(json.loads, run("posts", article, "--format", "jsonl").stdout.splitlines())
    assert (post["platform"], post["handle"], post["text"], post["line"]) == ("x", "radioturia", SPANISH, 5)
    assert set(post) == {
        "platform", "author", "handle", "posted_at", "url", "text", "truncated", "language", "line",
    }  # fmt: skip
    (quote,) = map(json.loads, run("quotes", article, "--format", "jsonl").stdout.splitlines())
    assert quote["cue"] == "said"
    assert set(quote) == {"text", "speaker", "cue", "line"}


def test_compare_one_pair_and_many(run: Run) -> None:
    one = run(
        "compare", "--post", SPANISH, "--quote", "More than 900 people died on Monday in Valencia.", "--lang", "es"
    )
    assert one.returncode == 1
    assert "number-changed" in one.stdout
    lines = [
        json.dumps(
            {"id": 1, "post": SPANISH, "quote": "More than 300 people died on Monday in Valencia.", "lang": "es"}
        ),
        "not json",
        json.dumps(
            {"id": "c", "post": SPANISH, "quote": "More than 900 people died on Monday in Valencia.", "lang": "es"}
        ),
    ]
    many = run("compare", "--input", "-", "--format", "jsonl", stdin="\n".join(lines))
    printed = [json.loads(line) for line in many.stdout.splitlines()]
    assert [line["id"] for line in printed] == [1, None, "c"]
    assert "error" in printed[1]
    assert printed[2]["verdict"] == "divergent"
    assert many.returncode == 1
    assert "line 2" in many.stderr


# ---------------------------------------------------------------------------------------------- bad input


def bad(name: str, content: bytes) -> object:
    return pytest.param(content, id=name)


@pytest.mark.parametrize(
    "content",
    [
        bad("empty", b""),
        bad("blank", b" \n\t \n"),
        bad("binary", bytes(range(256)) * 40),
        bad("image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)),
        bad("no article text", b"<html><body><nav><a href=/>Home</a></nav><script>render()</script></body></html>"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_holds_no_article_is_not_read(run: Run, tmp_path: Path, content: bytes, form: str) -> None:
    (tmp_path / "bad.html").write_bytes(content)
    done = run("check", tmp_path / "bad.html", "--format", form)
    assert done.returncode == 2
    assert done.stderr.startswith(f"quotecheck: {tmp_path / 'bad.html'}: ")
    assert done.stderr.count("\n") == 1
    assert ("error" in json.loads(done.stdout)) if form == "json" else (done.stdout == "")


def test_a_file_of_200_megabytes_is_refused_and_not_loaded(run: Run, tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as out:
        out.truncate(200 * 1024 * 1024)
    done = run("check", huge)
    assert done.returncode == 2
    assert "200 MB" in done.stderr


def test_a_truncated_page_is_read_as_far_as_it_goes(run: Run, tmp_path: Path) -> None:
    cut = ARTICLE.encode()[: ARTICLE.index("&mdash; Radio Turia") + 10]
    (tmp_path / "cut.html").write_bytes(cut)
    done = run("posts", tmp_path / "cut.html", "--format", "jsonl")
    assert done.returncode == 0
    assert json.loads(done.stdout)["text"].startswith("Más de 300 personas")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("iso-8859-1", "utf-8"), ("utf-8", "windows-1252"), ("nonsense", "utf-8"), ("utf-8", "utf-16")],
)
def test_a_wrongly_declared_encoding_costs_a_letter_at_most(
    run: Run, tmp_path: Path, declared: str, encoding: str
) -> None:
    page = ARTICLE.replace("<head>", f'<head><meta charset="{declared}">')
    (tmp_path / "page.html").write_bytes(page.encode(encoding, "xmlcharrefreplace"))
    done = run("posts", tmp_path / "page.html", "--format", "jsonl")
    assert done.returncode == 0
    text = json.loads(done.stdout)["text"]
    assert text.endswith("s de 300 personas murieron el lunes en Valencia, según el alcalde Luis Pardo."[-20:])
    assert len(text) == len(SPANISH)


def test_html_nested_100_000_deep(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<html><body>" + "<div>" * 100_000 + ARTICLE, encoding="utf-8")
    done = run("check", tmp_path / "deep.html")
    assert done.returncode in (0, 2, 3)
    assert "bug" not in done.stderr


def test_a_folder_without_articles(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    done = run("check", tmp_path / "photos")
    assert done.returncode == 2
    assert "no articles in folder" in done.stderr


def test_an_article_without_posts_is_fine_and_says_so(run: Run, tmp_path: Path) -> None:
    text = 'The mayor spoke on Monday. "We will rebuild the old town," he said to the press after the meeting.\n\n'
    (tmp_path / "plain.txt").write_text("Mayor speaks\n\n" + text * 3)
    done = run("check", tmp_path / "plain.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "No embedded social posts" in done.stdout


def test_one_of_several_that_cannot_be_read(run: Run, article: Path) -> None:
    done = run("check", article, "missing.html", "--fail-on", "never")
    assert done.returncode == 3
    assert "missing.html: no such file" in done.stderr
    assert "1 source could not be read" in done.stdout
    assert run("check", "missing.html", "also-missing.html").returncode == 2


def test_a_missing_model_is_said_with_the_command_that_installs_it(run: Run, article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "bin"
    empty.mkdir()
    done = run("check", article, "--format", "json", PATH=str(empty), APERTIUM_MODES_DIR=str(empty))
    report = json.loads(done.stdout)
    (found,) = [finding for finding in report["findings"] if finding["rule"] == "post-untranslated"]
    assert "quotecheck models install es" in found["message"] or "apt-get install" in found["message"]
    assert report["posts"][0]["translation"] is None
    assert {"numbers", "names"} <= set(report["posts"][0]["checked"])


@needs_apertium
def test_a_dead_translator_is_a_warning(run: Run, article: Path, tmp_path: Path) -> None:
    fake = tmp_path / "bin"
    fake.mkdir()
    (fake / "lt-proc").write_text("#!/bin/sh\nexit 1\n")
    (fake / "lt-proc").chmod(0o755)
    done = run("check", article, "--format", "json", "--translator", "apertium", PATH=f"{fake}:{os.environ['PATH']}")
    assert done.returncode in (0, 3)
    assert json.loads(done.stdout)["posts"][0]["translation"] is None
    assert "apertium" in done.stderr


@needs_apertium
def test_a_cache_that_cannot_be_written_is_a_warning(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("check", article, XDG_CACHE_HOME=str(tmp_path / "file"))
    assert done.returncode == 0
    assert done.stderr.startswith("quotecheck: warning: ")
    assert "cache" in done.stderr
    assert run("check", article, "--quiet", XDG_CACHE_HOME=str(tmp_path / "file")).stderr == ""
    assert run("check", article, "--no-cache", XDG_CACHE_HOME=str(tmp_path / "file")).stderr == ""


def test_cache_clear(run: Run, article: Path, environ: dict[str, str]) -> None:
    run("check", article)
    kept = Path(environ["XDG_CACHE_HOME"])
    assert list(kept.rglob("*.sqlite3"))
    done = run("cache", "clear")
    assert done.returncode == 0
    assert done.stdout.startswith("removed ")
    assert not list(kept.rglob("*.sqlite3"))


def test_offline_refuses_a_url(run: Run) -> None:
    done = run("check", "--offline", "https://example.org/article.html")
    assert done.returncode == 2
    assert "offline" in done.stderr


def test_private_addresses_are_refused(run: Run) -> None:
    done = run("check", "http://127.0.0.1:9/article.html")
    assert done.returncode == 2
    assert "--allow-private" in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of POSIX")
def test_ctrl_c_is_130_without_a_traceback(tmp_path: Path, environ: dict[str, str]) -> None:
    pipe = tmp_path / "pairs.jsonl"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [COMMAND, "compare", "--input", str(pipe)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environ
    ) as process:
        with pipe.open("wb"):  # opens when the command opens it too, and says no more
            process.send_signal(signal.SIGINT)
            assert process.stderr is not None
            said = process.stderr.read()
        assert process.wait(timeout=60) == 130
    assert said == b"quotecheck: interrupted\n"
