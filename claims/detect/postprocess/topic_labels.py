"""Labels of list items that say what an item is about, where its first sentence says itself who speaks: "- Fleet:
Orr said that …". Speakers before a colon stand in speaker_labels.py."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, hull
from claims.detect.postprocess.speaker_labels import BULLET
from claims.model import Attribution

_BULLET = re.compile(BULLET)


def dropped(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions without those to a label that is the item's topic."""
    return [a for a in attributions if not _is_topic(page, a, attributions)]


def _is_topic(page: Page, labelled: Attribution, others: list[Attribution]) -> bool:
    """Whether the words before an item's colon name no speaker: with somebody else the sentence behind it begins, to
    whom it gives what it says."""
    if not _is_label(page, labelled):
        return False
    whole, start = hull(labelled), labelled.content[0].start
    inner = [
        other
        for other in others
        if other is not labelled and other.source and other.cue
        and start <= hull(other).start and hull(other).end <= whole.end
    ]  # fmt: skip
    if any(other.source[0].start == start for other in inner):
        return True
    person = next((e for e in page.doc.ents if e.start_char == start), None)
    return bool(inner) and person is not None and person.label_ == "PERSON"


def _is_label(page: Page, attribution: Attribution) -> bool:
    """Whether its source stands between a list item's mark and a colon."""
    if len(attribution.source) != 1 or [page.words(cue) for cue in attribution.cue] != [":"]:
        return False
    source = attribution.source[0]
    line = page.lines[page.line_at(source.start)]
    bullet = _BULLET.match(page.text, *line)
    return bullet is not None and bullet.end() == source.start and bool(attribution.content)
