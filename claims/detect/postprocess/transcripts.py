"""Turns of a transcript and answers of an interview as claims; which words are a turn is found in
claims/turns."""

from __future__ import annotations

from claims.detect.postprocess.interviewee import interviewee
from claims.detect.postprocess.layout import MARKS, Page, claim, hull, parts
from claims.model import Attribution, Span, Spans
from claims.rules.lists import words
from claims.turns import Turn, answers_of, turns_of
from claims.turns.interview import BOLD

TURN = "A label opens somebody's turn, which goes on to the next label."
ASKED = "A line that asks, in an interview without labels."
ANSWERED = "The lines below a question, in an interview without labels."
LABEL_CHARACTERS = 60
"""How far before a turn's words the detector may have taken the label for something else."""


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The text's turns; of what the detector found only claims of others within a turn stay."""
    new = [*_turns(page)] or [*_answers(page)]
    if not new:
        return attributions
    stretches = [stretch for stretch, _ in new]
    kept = [a for a in attributions if _stays(page, a, stretches)]
    return kept + [turn for _, turn in new]


def _turns(page: Page) -> list[tuple[Span, Attribution]]:
    out = []
    for turn in turns_of(page.text):
        content = [span for span in map(page.trim, turn.content) if not page.skipped(span)]
        if content:
            stretch = Span(turn.label.line.start, content[-1].end)
            out.append((stretch, _turn(page, turn, content)))
    return out


def _turn(page: Page, turn: Turn, content: list[Span]) -> Attribution:
    """One turn's words as its label's; those under a letter as whose the text says they are."""
    label = turn.label
    if not label.letter:
        return claim(content, [label.mark] if label.mark else [], [label.who], why=TURN)
    same: Spans = (label.stands_for,) if label.stands_for else ()
    if not same and page.text[label.who.start] == "A":
        same = interviewee(page, label.line.start)
    return claim(content, [label.who], why=TURN, same_as=same)


def _answers(page: Page) -> list[tuple[Span, Attribution]]:
    exchanges = answers_of(page.text)
    asked = interviewee(page, exchanges[0].question.start) if exchanges else ()
    out = []
    for question, answer in exchanges if asked else ():
        asking = page.trim(question, MARKS + BOLD)
        out.append((question, claim([asking], why=ASKED)))
        content = [span for span in map(page.trim, answer) if not page.skipped(span)]
        if content:
            stretch = Span(content[0].start, content[-1].end)
            out.append((stretch, claim(content, why=ANSWERED, same_as=asked)))
    return out


def _stays(page: Page, attribution: Attribution, stretches: list[Span]) -> bool:
    """Whether a claim lies outside every turn, or within one as what somebody else says."""
    whole = hull(attribution)
    for stretch in stretches:
        if whole.end <= stretch.start or stretch.end <= whole.start:
            continue
        inside = stretch.start < whole.start and whole.end <= stretch.end
        own = page.words(attribution.source[0]).casefold() if attribution.source else ""
        if not inside or not own or own in words("shapes", "own_voice") or not attribution.cue:
            return False
        if any(page.words(span).strip() in (":", "") for span in attribution.cue):
            return False
        return bool(parts(attribution))
    return True
