"""Speech that a dash opens at the line's start: words, tag, and perhaps more words."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, claim, hull
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.turns.tags import tag_at

_OPENED = re.compile(r"[—–―-] ?(?=[^\W\d_a-zß-ÿ])")
_STOP = re.compile(r"[,.!?…](?:\s*[—–―-])?(?=\s)|\s[—–―-](?=\s)")
_RESUMED = re.compile(r"\s*[.,;]?\s*(?:[—–―-]\s*)?")
_RELATIVE = words("function_words", "clause_openers")
MIN_LINES = 2
"""Lines opened by a dash, from which on a text tells speech in that way."""
DASHED = "A dash opens the speech, and the words set in say whose it is."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Lines of speech that a dash opens, each as its tag's claim."""
    lines = [line for line in page.lines if _OPENED.match(page.text, *line)]
    new = [c for line in lines if (c := _spoken(page, line))] if len(lines) >= MIN_LINES else []
    stretches = [hull(c) for c in new]
    kept = [
        a
        for a in attributions
        if not any(hull(a).start < s.end and s.start < hull(a).end for s in stretches)
    ]
    return kept + new


def _spoken(page: Page, line: Span) -> Attribution | None:
    """The speech of one line: to the first mark behind which a tag stands, and what follows the
    tag."""
    opened = _OPENED.match(page.text, *line)
    start = opened.end() if opened else line.start
    for stop in _STOP.finditer(page.text, start, line.end):
        tag = tag_at(page.text, stop.end(), line.end)
        if tag is None or page.skipped(tag.verb):
            continue
        spoken = Span(start, stop.start() + (page.text[stop.start()] in "!?…"))
        rest = _rest(page, tag.end, line.end)
        return claim([page.trim(spoken), *rest], [tag.verb], [tag.who], why=DASHED)
    return None


def _rest(page: Page, at: int, end: int) -> list[Span]:
    """What is said behind the tag: after a comma or a dash, or in a sentence of its own."""
    resumed = _RESUMED.match(page.text, at, end)
    rest = page.trim(Span(resumed.end() if resumed else at, end))
    first = page.words(rest).split(" ")[0].casefold()
    return [rest] if rest.end - rest.start > 1 and first not in _RELATIVE else []
