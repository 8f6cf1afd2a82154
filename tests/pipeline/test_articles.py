"""Whole articles through the Python API, with the real embedding and no translator."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotecheck
from quotecheck.config import Config
from quotecheck.errors import SourceError
from quotecheck.model import Report

PAGE = """<!doctype html><html lang="{lang}"><head><title>{title}</title></head><body><article>
<h1>{title}</h1>
{body}
</article></body></html>"""
TWEET = """<blockquote class="twitter-tweet" data-lang="en"><p lang="{lang}" dir="ltr">{text}</p>&mdash; {author}
(@{handle}) <a href="https://twitter.com/{handle}/status/{status}">March 3, 2026</a></blockquote>"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """No translator: what is compared then does not depend on what this machine has installed."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    return Config(translator="argos", cache_dir=tmp_path / "cache")


def _tweet(
    text: str, *, status: int, lang: str = "es", author: str = "Marta Solís", handle: str = "martasolis_puertos"
) -> str:
    return TWEET.format(text=text, status=status, lang=lang, author=author, handle=handle)


def _check(
    tmp_path: Path, config: Config, body: str, *, title: str = "Port workers walk out", lang: str = "en"
) -> Report:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(title=title, body=body, lang=lang), encoding="utf-8")
    return quotecheck.check(page, config=config)


def test_a_faithful_quotation_is_a_match(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        "<p>The union announced the strike late on Monday evening after talks failed.</p>"
        '<p>"We will not unload a single ship until the 420 workers are rehired," Marta Solís wrote.</p>'
        + _tweet("No descargaremos ni un solo barco hasta que readmitan a los 420 trabajadores.", status=101),
    )
    (post,) = report.posts
    assert post.verdict == "match"
    assert post.alignments[0].passage.kind == "quotation"
    assert {"numbers", "names", "negation", "meaning"} <= set(post.checked)
    assert "wording" not in post.checked
    assert [found.rule for found in report.findings] == ["post-untranslated"]


def test_a_changed_number_and_a_lost_not_are_divergent(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        '<p>"We will unload every ship until the 240 workers are rehired," Marta Solís wrote on Monday.</p>'
        + _tweet("No descargaremos ningún barco hasta que readmitan a los 420 trabajadores.", status=102),
    )
    (post,) = report.posts
    assert post.verdict == "divergent"
    by_rule = {found.rule: found for found in report.findings}
    number = by_rule["number-changed"]
    assert number.severity == "error"
    assert number.post is not None and number.post.text == "420" and number.post.index == 0
    assert number.passage is not None and number.passage.text == "240"
    assert "negation-flipped" in by_rule


def test_positions_point_into_the_source(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        '<p>It&rsquo;s 🚢 quoted: "We will not unload a ship until the 240 workers are rehired," Solís wrote.</p>\r\n'
        + _tweet("No descargaremos ningún barco hasta que readmitan a los 420 trabajadores.", status=103),
    )
    found = next(found for found in report.findings if found.rule == "number-changed")
    lines = (tmp_path / "page.html").read_bytes().decode().split("\n")
    assert found.passage is not None
    assert isinstance(found.passage.line, int) and isinstance(found.passage.column, int)
    assert lines[found.passage.line - 1][found.passage.column - 1 :].startswith("240")


def test_a_post_that_nothing_renders_is_unmatched(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        "<p>The bakery on the corner has won a prize for its sourdough bread this spring.</p>"
        "<p>Its owner plans to open a second shop on the other side of the river next year.</p>"
        + _tweet("No descargaremos ningún barco hasta que readmitan a los 420 trabajadores.", status=104),
        title="A prize for the corner bakery",
    )
    (post,) = report.posts
    assert post.verdict == "unmatched"
    assert {found.rule for found in report.findings} == {"post-unmatched", "post-untranslated"}


def test_two_posts_of_one_author_are_one_thread(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        '<p>"The port of Cádiz is closed. We will not unload a ship until the 420 workers are rehired," she wrote.</p>'
        + _tweet("El puerto de Cádiz está cerrado.", status=105)
        + _tweet("No descargaremos ningún barco hasta que readmitan a los 420 trabajadores.", status=106),
    )
    assert [post.verdict for post in report.posts] == ["match", "match"]
    assert {found.rule for found in report.findings} <= {"post-untranslated"}


def test_a_link_is_unchecked(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        "<p>The union announced the strike late on Monday evening after talks failed.</p>"
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/martasolis_puertos/status/107"></a></blockquote>',
    )
    (post,) = report.posts
    assert (post.verdict, post.text, post.language) == ("unchecked", None, None)
    assert [found.rule for found in report.findings] == ["post-unchecked"]


def test_a_cut_post_is_never_a_match(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        '<p>"We will not unload a single ship until the 420 workers are rehired by the port of Cádiz," she wrote.</p>'
        + _tweet("No descargaremos ni un solo barco hasta que readmitan a los…", status=108),
    )
    (post,) = report.posts
    assert post.truncated
    assert post.verdict == "unchecked"
    assert "number-changed" not in {found.rule for found in report.findings}


def test_an_article_in_another_language_is_unchecked(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        "<p>La panadería de la esquina ha ganado un premio por su pan de masa madre esta primavera.</p>"
        "<p>Su dueña quiere abrir una segunda tienda al otro lado del río el año que viene.</p>"
        + _tweet("No descargaremos ningún barco hasta que readmitan a los 420 trabajadores.", status=109),
        title="Un premio para la panadería",
        lang="es",
    )
    assert report.article.language.code == "es"
    (post,) = report.posts
    assert post.verdict == "unchecked"
    assert any("not in English" in found.message for found in report.findings)


def test_an_article_without_posts_is_fine(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path, config, "<p>The bakery on the corner has won a prize for its sourdough bread this spring.</p>"
    )
    assert report.posts == ()
    assert report.findings == ()


def test_a_page_without_text_is_an_error(tmp_path: Path, config: Config) -> None:
    with pytest.raises(SourceError, match="no article text"):
        _check(tmp_path, config, "<script>render()</script>", title="")


def test_the_same_input_gives_the_same_report_cold_and_warm(tmp_path: Path, config: Config) -> None:
    body = '<p>"We will not unload a ship until the 240 workers are rehired," Solís wrote.</p>' + _tweet(
        "No descargaremos ningún barco hasta que readmitan a los 420 trabajadores.", status=110
    )
    assert _check(tmp_path, config, body) == _check(tmp_path, config, body)


def test_a_quotation_is_held_against_the_post_it_fits_best(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        '<p>"We will raise no taxes and we will hire at least 300 nurses," Marta Solís wrote on Monday.</p>'
        + _tweet("No subiremos los impuestos y contrataremos al menos a 300 enfermeras.", status=111)
        + '<p>"The mayor will hire 200 nurses at most," said Pablo Reyes of the opposition.</p>'
        + _tweet(
            "La alcaldesa contratará como mucho a 200 enfermeras.",
            status=112,
            author="Pablo Reyes",
            handle="preyes_oposicion",
        ),
        title="What the town hall promised",
    )
    assert [post.verdict for post in report.posts] == ["match", "match"]
    assert {found.rule for found in report.findings} == {"post-untranslated"}


def test_what_an_article_tells_of_a_posts_subject_is_no_rendering(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        "<p>The Brindle Valley siren system was the first in the county to be tested when it opened in 2014.</p>"
        "<p>Sirens in Brindle Valley are run by the Office of Water, which drafts each warning in ten minutes.</p>"
        + _tweet("I didn't move to Brindle Valley to be shouted at by a siren before breakfast.", status=201, lang="en")
        + _tweet(
            "Before the Brindle Valley mayor sells us more sirens, let's see what became of his trams.",
            status=202,
            lang="en",
            author="Ned Pike",
            handle="nedpike_trams",
        ),
        title='Brindle Valley mayor wants new sirens after flood, asks "Who would not?"; residents answer',
    )
    assert [post.verdict for post in report.posts] == ["unmatched", "unmatched"]
    assert {found.severity for found in report.findings} == {"note"}


def test_a_sentence_quoted_in_two_parts_is_not_truncated(tmp_path: Path, config: Config) -> None:
    post = _tweet("What do I know of trams, maybe little, but if I were mayor, I would paint them all green at once.",
                  status=203, lang="en")  # fmt: skip
    halves = (
        '<p>"What do I know of trams, maybe little," Solís wrote on Monday.</p>'
        '<p>"[B]ut if I were mayor, I would paint them all green at once," she advised.</p>'
    )
    report = _check(tmp_path, config, halves + post, title="Advice on trams")
    assert [found.rule for found in report.findings] == []
    first_alone = _check(tmp_path, config, halves.split("</p>")[0] + "</p>" + post, title="Advice on trams")
    assert [(found.rule, found.severity) for found in first_alone.findings] == [("quote-truncated", "warning")]


def test_a_translated_clause_that_another_quotation_gives_is_not_left_out(tmp_path: Path, config: Config) -> None:
    post = _tweet("Reabriremos el puente el lunes, salvo que vuelva a llover durante el fin de semana.", status=204)
    first = '<p>"We will reopen the bridge on Monday," Solís wrote.</p>'
    second = '<p>"Unless it rains again over the weekend," she added.</p>'
    alone = _check(tmp_path, config, first + post, title="The bridge")
    both = _check(tmp_path, config, first + second + post, title="The bridge")
    assert "quote-truncated" in {found.rule for found in alone.findings}
    assert "quote-truncated" not in {found.rule for found in both.findings}


def test_where_something_was_said_is_no_name_of_the_post(tmp_path: Path, config: Config) -> None:
    report = _check(
        tmp_path,
        config,
        "<p>Ledo said on Twitter that the Port Authority of Vellin had closed the quay before the storm.</p>"
        + _tweet(
            "Before the storm Brunner Lines and the Port Authority of Vellin closed the quay.", status=204, lang="en"
        ),
        title="Quay closed before the storm",
    )
    assert "name-changed" not in {found.rule for found in report.findings}


def test_a_strangers_quotation_on_the_same_subject_renders_nothing(tmp_path: Path, config: Config) -> None:
    post = _tweet(
        "Kampaň skončí a další nezahájíme. Výpověď dostane 148 lidí, odstupné bude až devět platů. Plyn zdražil.",
        status=101,
        lang="cs",
    )

    def compared(quotation: str) -> list[str]:
        body = (
            "<p>A total of 148 people will lose their jobs, the owner, Marta Solís, wrote on Tuesday.</p>"
            f"{post}<p>Elena Prat has worked in the laboratory since 1990. “{quotation},” she said.</p>"
        )
        (checked,) = _check(tmp_path, config, body, title="Sugar factory to close").posts
        return [one.passage.text for one in checked.alignments]

    theirs = "We are four wages out of 148 at home and will eat a lot of beetroot"
    assert not any("beetroot" in text for text in compared(theirs))
    assert any(
        "nine" in text for text in compared("We are dismissing 148 people and will pay up to nine months of wages")
    )
