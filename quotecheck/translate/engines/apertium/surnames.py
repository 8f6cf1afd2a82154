"""Names that Apertium's dictionaries hold as names and leave as they are, for each language.

Apertium translates names that are also words: "Maduro amenaza" becomes "Mature threat". Put a surname that the
dictionary knows in the name's place and the grammar around it is right; the name is put back afterwards. Each list
was found by translating common surnames with Debian 12's pairs and keeping those that came back unchanged.
"""

from __future__ import annotations

_COMMON = ("González", "Rodríguez", "Fernández", "López", "Pérez", "García", "Sánchez", "Gómez", "Hernández", "Ruiz")

KNOWN: dict[str, tuple[str, ...]] = {
    "es": (*_COMMON, "Ramírez", "Suárez", "Álvarez", "Herrera", "Castro"),
    "fr": (*_COMMON, "Ramírez", "Suárez", "Álvarez", "Herrera", "Castro"),
    "it": (*_COMMON, "Ramírez", "Suárez", "Moreno", "Díaz", "Castro"),
    "pt": (*_COMMON, "Ramírez", "Suárez", "Álvarez", "Herrera", "Castro"),
    "ca": (*_COMMON, "Ramírez", "Suárez", "Álvarez", "Herrera", "Castro"),
    "gl": (*_COMMON, "Suárez", "Álvarez", "Jiménez", "Ortega", "Romero"),
    "eo": ("González", "Rodríguez", "Fernández", "López", "Pérez", "García", "Ruiz", "Martín", "Juan", "Pedro"),
    "eu": ("Ruiz", "Castro", "Martin", "Juan", "Pedro"),
    "sr": ("Martin", "Smith", "London", "Madrid"),
    "hr": ("Martin", "Smith", "London", "Madrid"),
    "bs": ("Martin", "Smith", "London", "Madrid"),
    "is": ("London",),
    "ro": ("Madrid", "Medina"),
}


def stand_ins(lang: str) -> tuple[str, ...]:
    """Surnames to put in the place of names of a text in `lang`.

    A language that is not listed gets the common ones all the same: a word that no dictionary knows is not
    translated either.
    """
    known = KNOWN.get(lang, ())
    return (*known, *(name for name in _COMMON if name not in known))
