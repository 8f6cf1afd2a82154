"""Who acts on whom, in several languages."""

from __future__ import annotations

import pytest

from quotecheck.facts import language_data, names, roles


@pytest.mark.parametrize(
    ("lang", "text", "english", "acts"),
    [
        ("es", "Ayer Rusia atacó Ucrania.", ("Russia", "Ukraine"), True),
        ("es", "Ucrania fue atacada por Rusia.", ("Ukraine", "Russia"), None),
        ("es", "La guerra de Rusia contra Ucrania.", ("Russia", "Ukraine"), None),
        ("fr", "La France et l'Allemagne signent.", ("France", "Germany"), None),
        ("ja", "日本が韓国を破った。", ("Japan", "South Korea"), True),
        ("ja", "日本を韓国が破った。", ("Japan", "South Korea"), False),
        ("ru", "Россия продаёт газ Китаю.", ("Russia", "China"), True),
        ("ru", "Китаю продаёт газ Россия.", ("China", "Russia"), False),
        ("pl", "Niemcy i Polska podpisują umowę.", ("Germany", "Poland"), None),
        ("ar", "إسرائيل تقصف لبنان.", ("Israel", "Lebanon"), True),
        ("en", "Lebanon is bombing Israel.", ("Lebanon", "Israel"), True),
        ("en", "In Spain Portugal won.", ("Spain", "Portugal"), None),
        ("tr", "Rusya Çin'e gaz satıyor.", ("Russia", "China"), None),
    ],
)
def test_first_acts(lang: str, text: str, english: tuple[str, str], acts: bool | None) -> None:
    first, second = (name for name in names.read(text, lang) if name.kind != "unknown" or not name.weak)
    assert roles.first_acts(text, lang, (first, english[0]), (second, english[1])) is acts


@pytest.mark.parametrize("lang", [lang for lang in language_data.languages() if roles.reads(lang)])
def test_the_tables_hold_what_is_read(lang: str) -> None:
    table = language_data.load(lang)["roles"]
    assert set(table) <= {
        "before", "joint", "turned", "before_pattern", "joint_pattern", "agent", "patient", "by_case", "verb_first"
    }  # fmt: skip
