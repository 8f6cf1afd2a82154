from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language import mask


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mira esto https://t.co/aB3dE5fG7h", "Mira esto"),
        ("Mira https://t.co/aB3dE5fG7hesto", "Mira esto"),
        ("cortado https://t.co/aB3…", "cortado"),
        ("#windowspic.twitter.com/abC123 neu", "windows neu"),
        ("hoy: pic.x.com/abC123.", "hoy: ."),
        ("看https://example.org/a/b这里", "看 这里"),
        ("(ver https://example.org/a?b=c).", "(ver )."),
        ("en example.org/noticias/1, dice", "en , dice"),
        ("escribe a redaccion@example.org ya", "escribe a ya"),
        ("por @agus_x: no", "por : no"),
        ("\u2066@agus_x\u2069 dice", "dice"),
        ("de @name.bsky.social. Fin", "de . Fin"),
        ("de @name@mastodon.example hoy", "de hoy"),
        ("#Madrid y #España2025", "Madrid y España2025"),
        ("somos #1 y #2025", "somos #1 y #2025"),
        ("olé 🇪🇸👨‍👩‍👧 ❤️ 3️⃣ fin", "olé 3 fin"),
        ("5.000 km/h y/o p.ej.", "5.000 km/h y/o p.ej."),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert masked.split() == left.split()


def test_each_kind_can_be_kept() -> None:
    text = "@a #b https://t.co/aB3dE5fG7h 🔴"
    assert mask(text, links=False, handles=False, hashtag_signs=False, emoji=False) == text
    assert mask(text, hashtags=True).strip() == ""
    assert "#b" in mask(text, hashtag_signs=False)


@given(st.text(alphabet=st.sampled_from("ab1@#.:/-_ …httpswcoñ中🔴🇪\u200d\ufe0f\u2066\u2069"), max_size=120))
def test_nothing_moves(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, " ") for new, old in zip(masked, text, strict=True))


def test_long_runs_without_spaces() -> None:
    for run in ("a-" * 50_000, "a." * 50_000, "@" * 100_000, "www." * 30_000, "http://" * 20_000, "#" * 100_000):
        assert len(mask(run)) == len(run)
