"""Speech that a dash opens at the line's start: words, tag, and perhaps more words."""

from __future__ import annotations

import re

from claims.detect.postprocess.doers import told_of
from claims.detect.postprocess.layout import Page, claim, hull, touches
from claims.detect.postprocess.parse import SUBJECTS
from claims.model import Attribution, Span, Spans
from claims.rules.lists import words
from claims.rules.patterns import UPPER
from claims.tokens import covering
from claims.turns.tags import tag_at

_OPENED = re.compile(r"[—–―-] ?(?=[^\W\d_a-zß-ÿ])")
_STOP = re.compile(r"[,.!?…](?:\s*[—–―-])?(?=\s)|[,.!?…]?\s[—–―-](?=\s|\w)")
_RESUMED = re.compile(r"\s*[.,;]?\s*(?:[—–―-]\s*)?")
_SET_IN = re.compile(r"[^.!?—–―\r\n]{0,100}[—–―][.,;:]?\s*")
"""What is left of a tag that a dash closes as one opened it: "—said Vidal, a farmer—. They came"."""
_OF_TAG = re.compile(r"(?:, | )(?![—–―-])[^.!?—–―\r\n]{1,120}(?=[.!?—–―]|$)")
_RELATIVE = words("function_words", "clause_openers")
_ADDRESSED = re.compile(rf" (?P<who>[{UPPER}][\w’'-]{{0,60}}(?: [{UPPER}][\w’'-]{{0,60}}){{0,3}})")
"""– When did they tell you? I asked |Ada Holm, who …"""
MIN_LINES = 2
"""Lines opened by a dash, from which on a text tells speech in that way."""
MIN_TAGGED_SHARE = 0.5
"""Of those lines with a tag, from which on the others are speech as well and no list."""
DASHED = "A dash opens the speech, and the words set in say whose it is."
UNTAGGED = "A dash opens the speech of somebody in a talk that goes to and fro."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Lines of speech that a dash opens, each as its tag's claim."""
    numbers = [n for n, line in enumerate(page.lines) if _OPENED.match(page.text, *line)]
    if len(numbers) < MIN_LINES:
        return attributions
    spoken = {n: c for n in numbers if (c := _spoken(page, page.lines[n]))}
    if len(spoken) >= MIN_TAGGED_SHARE * len(numbers) and _is_talk(page, numbers):
        for number in numbers:
            if number not in spoken and _is_bare(page, page.lines[number], attributions):
                spoken[number] = _untagged(page, spoken, number)
    stretches = [hull(c) for c in spoken.values()]
    kept = [
        a
        for a in attributions
        if not any(hull(a).start < s.end and s.start < hull(a).end for s in stretches)
    ]
    return kept + list(spoken.values())


def _is_talk(page: Page, numbers: list[int]) -> bool:
    """Whether lines that a dash opens are speech to and fro: long dashes, or hyphens, as points of a list
    have, where somebody asks or a line before tells what a person does."""
    lines = [page.lines[n] for n in numbers]
    if any(page.text[line.start] != "-" or page.text[line.end - 1] == "?" for line in lines):
        return True
    before = {n - 1 for n in numbers if n} - {*numbers}
    return any(told_of(page, page.lines[n]) for n in before)


def _untagged(page: Page, spoken: dict[int, Attribution], number: int) -> Attribution:
    """A line without a tag: a question of whom the talk does not name, or what the one says who spoke before the
    last, or of whom the line before tells."""
    line = page.lines[number]
    content = page.trim(Span(_start(page, line), line.end))
    whose = _whose(page, spoken, number)
    dash = Span(line.start, line.start + 1)
    return claim([content], () if whose else [dash], why=UNTAGGED, same_as=whose)


def _is_bare(page: Page, line: Span, attributions: list[Attribution]) -> bool:
    """Whether a line is whole sentences, and nothing in it says whose."""
    told = any(touches((*a.cue, *a.source), line) for a in attributions)
    return page.text[line.end - 1] in ".?!…" and not told


def _whose(page: Page, spoken: dict[int, Attribution], number: int) -> Spans:
    before, last = spoken.get(number - 1), spoken.get(number - 2)
    if before is None:
        told = told_of(page, page.lines[number - 1]) if number else None
        earlier = [_who(spoken[n]) for n in sorted(spoken) if n < number]
        return (told,) if told else next((who for who in reversed(earlier) if who), ())
    if addressed := _ADDRESSED.match(page.text, hull(before).end):
        return (Span(*addressed.span("who")),)
    if last is None or (
        page.text[page.lines[number].end - 1] == "?" and _alike(page, before, last)
    ):
        return ()
    return _who(last)


def _alike(page: Page, one: Attribution, other: Attribution) -> bool:
    """Whether two lines are one speaker's, by the last word of what names him."""
    names = [page.words(span).split()[-1] for a in (one, other) for span in _who(a)]
    return len(names) == 2 and names[0] == names[1]


def _who(attribution: Attribution) -> Spans:
    return attribution.source or attribution.same_as


def _start(page: Page, line: Span) -> int:
    opened = _OPENED.match(page.text, *line)
    return opened.end() if opened else line.start


def _spoken(page: Page, line: Span) -> Attribution | None:
    """The speech of one line: to the first mark behind which a tag stands, and what follows the
    tag."""
    start = _start(page, line)
    for stop in _STOP.finditer(page.text, start, line.end):
        tag = tag_at(page.text, stop.end(), line.end)
        if tag is None or page.skipped(tag.verb):
            continue
        dashed = page.text[stop.end() - 1] in "—–―-"
        spoken = Span(start, stop.start() + (page.text[stop.start()] in "!?…"))
        closed = _SET_IN.match(page.text, tag.end, line.end) if dashed else None
        rest = _rest(page, closed.end() if closed else tag.end, line.end)
        return claim([page.trim(spoken), *rest], [tag.verb], [tag.who], why=DASHED)
    return None


def _has_verb(page: Page, span: Span) -> bool:
    """Whether words hold a verb with its subject, and so may be said."""
    return any(
        t.dep_ in SUBJECTS for t in covering(page.doc, *span) or ()
    ) or not page.doc.has_annotation("DEP")


def _rest(page: Page, at: int, end: int) -> list[Span]:
    """What is said behind the tag: after a comma or a dash, or in a sentence of its own; what goes on with the tag
    itself is none ("says Ada Holm, 70, from the roof of her kitchen.", "I asked Ada Holm, who sorted mail.")."""
    behind = page.text[at : at + 1]
    own = _OF_TAG.match(page.text, at, end)
    if own and (behind == " " or not _has_verb(page, Span(at, own.end()))):
        at = own.end()
    resumed = _RESUMED.match(page.text, at, end)
    rest = page.trim(Span(resumed.end() if resumed else at, end))
    first = page.words(rest).split(" ")[0].casefold()
    return [rest] if rest.end - rest.start > 1 and first not in _RELATIVE else []
