"""Speakers that stand before a colon: interviews, transcripts, headlines, "From the desk of". No
quotations."""

from __future__ import annotations

import re
from collections import Counter

from claims.detect.postprocess.interviewee import interviewee
from claims.detect.postprocess.layout import Page, claim, hull, touches
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_PARTICLES = alternation(listed("names", "inner_particles"))
_NAME = rf"[A-ZÀ-Þ][\w.’'-]{{0,60}}(?: (?:[A-ZÀ-Þ][\w.’'-]{{0,60}}|{_PARTICLES})){{0,4}}"
_TURN = re.compile(
    rf"(?P<who>{_NAME})(?: \([^()\n]{{2,60}}\))?(?:, on [^:\n]{{3,60}})?(?P<cue>:)\s+(?=\S)"
)
"""Lotte Krag (harbour master), on the quay: …"""
_ASKED = re.compile(r"(?P<cue>Q(?:uestion)?[:.])\s+(?=\S)")
_ANSWERED = re.compile(r"(?P<cue>A(?:nswer)?[:.])\s+(?=\S)")
_DESK = re.compile(
    rf"(?:From the desk of|A (?:message|letter|statement) from) (?P<who>{_NAME})(?P<cue>:)\s+(?=\S)"
)
BULLET = r"(?:[•◦▪‣·*–—-]|\d{1,2}[.)])\s+"
_BULLET = re.compile(BULLET)
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur)\b")
MAX_NAME_WORDS = 3
"""Words of a name before a colon, where two lines in a row begin so and somebody says "I" or
"you"."""
HEADLINE_LINES = 2
"""Lines at the top in which a headline may stand."""
QUESTION = "A question of the interviewer (“Q:”)."
ANSWER = "The answer of the person interviewed (“A:”)."
TURN = "A name and a colon open somebody's turn."
HEADLINE = "A headline that puts its speaker before a colon."


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Turns of interviews and transcripts, and headlines; a claim that lies wholly in a turn is
    replaced by it."""
    new = [*_interview(page), *_turns(page, attributions)]
    if not new:
        return attributions
    spans = [hull(a) for a in new]
    outside = [a for a in attributions if not any(_wrong(a, span) for span in spans)]
    return outside + new


def _wrong(attribution: Attribution, turn: Span) -> bool:
    """Whether the detector's claim crosses the turn, or reads its colon in its own way."""
    whole = hull(attribution)
    if whole.end <= turn.start or turn.end <= whole.start:
        return False
    inside = turn.start <= whole.start and whole.end <= turn.end
    colon = any(
        cue.start < turn.start + 60 and cue.end - cue.start <= 2
        for cue in attribution.cue
        if touches((cue,), turn)
    )
    return not inside or colon or whole == turn or not attribution.source


def _interview(page: Page) -> list[Attribution]:
    asked = [(line, m) for line in page.lines if (m := _ASKED.match(page.text, *line))]
    answered = [(line, m) for line in page.lines if (m := _ANSWERED.match(page.text, *line))]
    if not asked or not answered:
        return []
    answering = interviewee(page, min(line.start for line, _ in asked))
    turns = [(line, m, QUESTION, ()) for line, m in asked] + [
        (line, m, ANSWER, answering) for line, m in answered
    ]
    return [
        claim([page.trim(Span(m.end(), line.end))], [Span(*m.span("cue"))], why=why, same_as=same)
        for line, m, why, same in turns
        if page.trim(Span(m.end(), line.end)).start < page.trim(Span(m.end(), line.end)).end
    ]


def _turns(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    candidates = [(n, line, m) for n, line in enumerate(page.lines) if (m := _turn(page, line))]
    names = Counter(m["who"].casefold() for _, _, m in candidates)
    spoken = any(_PERSONAL.search(page.text, m.end(), line.end) for _, line, m in candidates)
    numbers = {n for n, _, _ in candidates} if spoken and len(names) > 1 else set()
    out = []
    for number, line, match in candidates:
        content = page.trim(Span(match.end(), line.end))
        if page.skipped(content) or content.start >= content.end:
            continue
        exchange = (
            bool({number - 1, number + 1} & numbers) and len(match["who"].split()) <= MAX_NAME_WORDS
        )
        why = TURN if exchange else _why(page, number, line, match, names)
        others = [other for n, other, _ in candidates if n != number]
        told = any(_holds(a, content, Span(*match.span("who")), others) for a in attributions)
        if why and not told:
            out.append(
                claim([content], [Span(*match.span("cue"))], [Span(*match.span("who"))], why=why)
            )
    return out


def _holds(attribution: Attribution, content: Span, who: Span, others: list[Span]) -> bool:
    """Whether a claim is a turn already, and no other turn besides."""
    own = touches(attribution.content, content) and touches(attribution.source, who)
    return own and not any(touches(attribution.content, other) for other in others)


def _turn(page: Page, line: Span) -> re.Match[str] | None:
    bullet = _BULLET.match(page.text, *line)
    at = bullet.end() if bullet else line.start
    match = _DESK.match(page.text, at, line.end) or _TURN.match(page.text, at, line.end)
    label = match["who"].casefold().strip(".") if match else ""
    return (
        None
        if label in words("shapes", "labels") or label.split(" ")[0] in words("shapes", "verbs")
        else match
    )


def _why(page: Page, number: int, line: Span, match: re.Match[str], names: Counter[str]) -> str:
    """Why the words before the colon are a speaker, "" where nothing shows it."""
    name = match["who"]
    if match.re is _DESK:
        return TURN
    quoted = any(
        q.start - match.end() <= 1 for q in page.quoted_in(line) if q.start >= match.end() - 1
    )
    person = _person(page, match)
    dialogue = len(names) > 1 and (
        max(names.values()) > 1 or any(name in words("shapes", "roles") for name in names)
    )
    short = len(name.split()) <= 2
    if (
        (dialogue and short)
        or (len(names) > 1 and (name.isupper() or (person and short)))
        or (quoted and person)
    ):
        return TURN
    headline = (
        number < HEADLINE_LINES
        and page.text[line.end - 1] not in '.!”"'
        and len(page.words(line).split()) < 20
    )
    return (
        HEADLINE
        if headline and person and _elsewhere(page.text[line.end :], name.split()[-1])
        else ""
    )


def _elsewhere(text: str, surname: str) -> bool:
    return surname in text and bool(
        re.search(rf"\b(?:[A-Z][\w.-]{{1,60}} ){re.escape(surname)}\b", text)
    )


def _person(page: Page, match: re.Match[str]) -> bool:
    """Whether the words are taken for a person or body here or where the text names them again."""
    name = match["who"].split()[-1].casefold()
    return any(
        e.label_ in ("PERSON", "ORG") and name in e.text.casefold().split() for e in page.doc.ents
    )
