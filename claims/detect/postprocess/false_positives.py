"""What only looks like a claim: names and coinages in marks, comparisons, how things look to the
writer."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.detect.postprocess.layout import Page
from claims.detect.words import words_of
from claims.model import Attribution
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering

MAX_GESTURE_WORDS = 3
"""Up to which what somebody points to is a thing in sight."""
MAX_TITLE_WORDS = 4
"""Up to which quoted words without a speech cue are a title, nickname or coinage."""


def _any(group: str) -> str:
    return alternation(listed("shapes", group))


_SHOWS = re.compile(rf"(?:{_any('titling')})$", re.IGNORECASE)
_CALLS = re.compile(rf"(?:{_any('naming')})$", re.IGNORECASE)
_SO_CALLED = re.compile(r"so-called\s+[“\"‘'«„]", re.IGNORECASE)
_TO = re.compile(r"(?:To|Dear) [^.!?:]{2,40}[:,]")
_THAN = re.compile(r"\bthan\s+$", re.IGNORECASE)


def dropped(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions without those."""
    for rule in RULES:
        attributions = [a for a in attributions if not rule(page, a, attributions)]
    return attributions


def _cue(page: Page, attribution: Attribution) -> str:
    return page.text[attribution.cue[0].start : attribution.cue[-1].end] if attribution.cue else ""


def _coinage(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """A few quoted words behind "voted on", "reads" or "titled" are a name, not something said."""
    said = " ".join(page.words(s) for s in attribution.content)
    if len(said.split()) > MAX_TITLE_WORDS or not _SHOWS.search(_cue(page, attribution)):
        return False
    return any(
        q.start - 1 <= s.end and s.start <= q.end
        for q in page.quotations
        for s in attribution.content
    )


def _so_called(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """ "They seized so-called “moon dust”": a name that the writer doubts, behind a verb that
    reports nothing."""
    if not _SO_CALLED.match(page.text, *attribution.content[0]):
        return False
    speech = (
        words("shapes", "verbs")
        | words("shapes", "chain")
        | words("shapes", "passive")
        | words("shapes", "quote")
        | words("shapes", "bare")
    )
    return not speech & set(words_of(_cue(page, attribution)))


def _salutation(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """ "To the editor:" names who is written to, and nobody who says anything."""
    return (
        bool(attribution.cue)
        and _TO.fullmatch(page.text, *page.lines[page.line_at(attribution.cue[0].start)])
        is not None
    )


def _named(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """ "Locals call the steep lane “Heartbreak Hill”": what people call a place is its name."""
    namers = words_of(" ".join(page.words(s) for s in attribution.source))
    if not _CALLS.search(_cue(page, attribution)) or (
        namers and not words("shapes", "people") & set(namers)
    ):
        return False
    end = max(s.end for s in attribution.content)
    last = next((q for q in page.quotations if q.start < end <= q.end), None)
    name = page.text[last.start : last.end].strip("“”\"'‘’,.").split() if last else []
    capital = [w[:1].isupper() for w in name if w.casefold() not in ("the", "of", "and")]
    return bool(capital) and all(capital) and len(name) <= MAX_TITLE_WORDS


def _gesture(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """ "…,” she said, pointing to a ridge": a participle of somebody who speaks already, with a
    thing and no clause."""
    cue, said = (
        words_of(_cue(page, attribution)),
        [w for s in attribution.content for w in page.words(s).split()],
    )
    if (
        not cue
        or not cue[0].endswith("ing")
        or len(said) > MAX_GESTURE_WORDS
        or cue[-1] not in ("to", "at", "toward", "towards")
    ):
        return False
    speaks = any(
        a.source == attribution.source and a.cue and a.cue[0].end <= attribution.cue[0].start
        for a in others
    )
    return speaks and not any(page.quoted(s.start) for s in attribution.content)


def _comparison(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """ "Less than the treasury had hoped" reports no hope."""
    first = min((*attribution.source, *attribution.cue), default=None)
    verb = words_of(_cue(page, attribution))[-1:]
    than = first is not None and _THAN.search(page.text, max(0, first.start - 6), first.start)
    return bool(than) and bool(verb) and set(verb) <= words("shapes", "compared")


def _appearance(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """ "The truth seems to lie in the boxes" is how it looks to the writer."""
    cue = words_of(_cue(page, attribution))
    return not attribution.source and bool(cue) and set(cue) <= words("shapes", "appearance")


def _cited(page: Page, attribution: Attribution, others: list[Attribution]) -> bool:
    """ "The paper reported, citing the chief executive, Petra Lindqvist": who is named says by
    whose word, no more."""
    cue = words_of(_cue(page, attribution))
    if len(cue) != 1 or cue[0] not in words("shapes", "citing") or len(attribution.content) != 1:
        return False
    start, end = attribution.content[0]
    return _source(page.text[start:end]) or (cue[0].endswith("ing") and _person(page, start, end))


def _person(page: Page, start: int, end: int) -> bool:
    """Whether a phrase is somebody's name, with an office at most and no clause."""
    people = [
        e
        for e in page.doc.ents
        if e.label_ == "PERSON" and start <= e.start_char and e.end_char <= end
    ]
    last = covering(page.doc, start, end)
    named = any(
        e.end_char == end or (e.start_char == start and page.text[e.end_char] == ",")
        for e in people
    )
    return (
        named
        and last is not None
        and not any(t.dep_ in ("ccomp", "acl", "relcl", "conj") for t in last)
    )


def _source(phrase: str) -> bool:
    """Whether a phrase names a kind of speaker: "the fire brigade", "two people familiar with the
    matter"."""
    if _AS.search(phrase):
        return False
    head = words_of(_MORE.split(phrase, maxsplit=1)[0])[-1:]
    kinds = [words("nominals", name) for name in ("unnamed", "bodies", "groups")]
    return any(word in kind or word.removesuffix("s") in kind for word in head for kind in kinds)


_MORE = re.compile(rf",? (?:{_any('modifying')})\b|,")
"""Where the head of a phrase that names somebody is past."""
_AS = re.compile(r"\bas\b")
"""What somebody is cited as saying, or as being, is a claim."""


Rule = Callable[[Page, Attribution, list[Attribution]], bool]
RULES: tuple[Rule, ...] = (
    _coinage,
    _so_called,
    _named,
    _comparison,
    _appearance,
    _cited,
    _salutation,
    _gesture,
)
