"""Which words of a page the attributions hold; no rule."""

from __future__ import annotations

from dataclasses import dataclass

from claims.detect.postprocess.layout import Page, parts
from claims.model import Attribution

MAX_GROWTH_CHARACTERS = 160
"""Code points that a source or a content can grow by."""


@dataclass(frozen=True)
class Context:
    """Which code points any attribution holds, and which lie in two contents; 1 a code point."""

    taken: bytearray
    shared: bytearray


def context_of(page: Page, attributions: list[Attribution]) -> Context:
    """The context of all attributions of a page."""
    taken, shared, in_content = (bytearray(len(page.text)) for _ in range(3))
    for attribution in attributions:
        for start, end in parts(attribution):
            taken[start:end] = b"\x01" * (end - start)
        for start, end in attribution.content:
            shared[start:end] = in_content[start:end]
            in_content[start:end] = b"\x01" * (end - start)
    return Context(taken, shared)
