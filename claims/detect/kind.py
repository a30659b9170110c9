"""Direct, mixed or indirect: how much of a content stands in quotation marks; nothing about
cues."""

from __future__ import annotations

from claims.model import Spans
from claims.rules.vocabulary import Kind

MIN_DIRECT_SHARE = 0.9
"""Share of the content's letters and digits in quotation marks from which a claim is direct."""


def kind_of(content: Spans, text: str, quoted: bytearray) -> Kind:
    """The kind of a claim; quoted is quoted_positions(text)."""
    if all(quoted.find(1, start, end) < 0 for start, end in content):
        return "indirect"
    letters = [i for start, end in content for i in range(start, end) if text[i].isalnum()]
    inside = sum(quoted[i] for i in letters)
    if not inside:
        return "indirect"
    return "direct" if inside >= MIN_DIRECT_SHARE * len(letters) else "mixed"
