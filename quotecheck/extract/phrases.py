"""Set phrases of web pages that are no part of an article, in the languages such pages come in."""

from __future__ import annotations

import re

MORE = re.compile(
    r"(?:read|see|watch|listen|learn|find out)\s+(?:more|also|next|this)\b|also read|related\b|more on\b"
    r"|more from\b|don't miss"
    r"|mehr zum thema|mehr dazu|lesen sie (?:auch|mehr)|lies auch|auch interessant|siehe auch|das könnte"
    r"|leer (?:más|también)|lea (?:más|también)|te puede interesar|lee también|además\s*:|lire aussi|à lire"
    r"|voir aussi"
    r"|leggi (?:anche|di più)|approfondisci|leia (?:mais|também)|lees (?:ook|meer)|czytaj (?:też|także|więcej)"
    r"|čtěte|читайте",
    re.IGNORECASE,
)
"""How a line begins that sends the reader to another story."""

WALL = re.compile(
    r"(?:enable|activate|requires?|turn on) javascript|javascript (?:is )?(?:disabled|required|must)"
    r"|aktivieren sie javascript"
    r"|subscribe (?:now )?(?:to|for) (?:continue|keep|read|full|unlock)|(?:continue|keep) reading (?:this|with|for"
    r"|the)|already a (?:subscriber|member)"
    r"|to (?:continue|keep) reading|subscribers? only|log in to (?:read|continue)|jetzt (?:weiterlesen|abonnieren)"
    r"|nur für abonnenten"
    r"|mit einem abo|exclusivo para suscriptores|suscríbete para|réservé aux abonnés|article réservé"
    r"|contenuto riservato|abbonati per",
    re.IGNORECASE,
)
"""What a page says in place of its article."""

_CONSENT = re.compile(
    r"mit dem (?:laden|klick|aktivieren)\b.{0,80}(?:datenschutz|einverstanden|akzeptier)"
    r"|einverstanden, dass (?:mir|ich|dies).{0,60}inhalt"
    r"|(?:automatische[sn]? laden|externe[rn]? inhalte?\b.{0,80}(?:angezeigt|geladen|anzeigen|laden))"
    r"|dieser inhalt (?:stammt|wird) von"
    r"|by (?:loading|clicking|activating)\b.{0,80}(?:agree|accept)|(?:accept|allow"
    r"|enable)\b.{0,40}cookies.{0,40}(?:content|view|see)"
    r"|(?:view|see|show) this (?:content|tweet|post)\b.{0,80}(?:accept|allow|enable|cookies)",
    re.IGNORECASE,
)
_CONSENT_MARKS = (
    *("laden", "klick", "aktiv", "einverstanden", "inhalt", "cookies"),
    *("by loading", "by clicking", "by activating", "this content", "this tweet", "this post"),
)
"""One of these is in everything that `_CONSENT` matches: they are looked for first, being quicker."""


def asks_for_consent(text: str) -> bool:
    """Whether a text stands where an embed waits for the reader's consent."""
    lower = text.lower()
    return any(mark in lower for mark in _CONSENT_MARKS) and _CONSENT.search(text) is not None
