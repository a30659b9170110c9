"""Speech that the writer imagines, which is nobody's claim."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page
from claims.detect.postprocess.sentences import sentence
from claims.model import Attribution
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_IMAGINED = re.compile(rf"\W*(?:{alternation(listed('shapes', 'imagined'))})\b", re.IGNORECASE)


def dropped(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims without those whose sentence asks the reader to imagine it."""
    return [a for a in attributions if not _imagined(page, a)]


def _imagined(page: Page, attribution: Attribution) -> bool:
    """Whether the sentence of a claim asks the reader to imagine it."""
    if not attribution.cue:
        return False
    return bool(_IMAGINED.match(page.text, sentence(page, attribution.cue[0].start).start))
