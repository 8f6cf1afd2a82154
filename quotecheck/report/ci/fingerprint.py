"""What makes a finding the same as yesterday's: rule, path and words, and never the line."""

from __future__ import annotations

from hashlib import sha256

from quotecheck.model import Finding


class Fingerprints:
    """Names the findings of one file. Of several that are alike, each gets a number of its own, in their order."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._times: dict[str, int] = {}

    def of(self, finding: Finding) -> str:
        """The name of a finding: 32 hexadecimal digits, a colon, and which of those that are alike it is."""
        name = fingerprint(finding, self._path)
        self._times[name] = self._times.get(name, 0) + 1
        return f"{name}:{self._times[name]}"


def fingerprint(finding: Finding, path: str) -> str:
    """32 hexadecimal digits made of the rule, the path and the words of both sides, white space folded."""
    sides = (finding.post, finding.passage)
    words = [" ".join(side.text.split()) if side is not None else "" for side in sides]
    whole = "\0".join((finding.rule, path, *words))
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
