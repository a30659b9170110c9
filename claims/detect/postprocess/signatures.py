"""Speakers that stand behind a dash: signed quotations, tweets, letters, headlines. Nothing about
colons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from claims.detect.postprocess.layout import Page, claim, free, hull, touches
from claims.detect.postprocess.letters_page import SIGNED as SIGNED_BELOW
from claims.detect.postprocess.speaker_labels import BULLET
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

DASH = r"[—–―]|--?"
_PARTICLES = alternation(listed("names", "inner_particles"))
_NAME = rf"[A-ZÀ-Þ][\w.’'-]{{0,60}}(?: (?:[A-ZÀ-Þ][\w.’'-]{{0,60}}|{_PARTICLES})){{1,3}}"
_ROLE = r"(?:, (?:the )?[\w ’'-]{2,60}){0,2}"
_HANDLE = r"(?:\s*\(@\w+\))?"
_DATE = r"(?:\s*,?\s*[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_ALONE = re.compile(rf"(?P<cue>{DASH})\s?(?P<who>{_NAME}{_ROLE}){_HANDLE}{_DATE}\s*$")
_BEHIND = re.compile(rf"[”\"’»]\s*(?P<cue>{DASH})\s?(?P<who>{_NAME}{_ROLE}){_HANDLE}{_DATE}\s*$")
_BRACKETED = re.compile(rf"[”\"’»][.,]?\s*(?P<cue>\()(?P<who>{_NAME}{_ROLE})\)\s*$")
_SET_APART = re.compile(rf"(?:[>|]\s*)*(?:{BULLET})?")
"""What opens a line of a list or a quoted one, before its words."""
_QUOTED_LINE = re.compile(r"(?:[>|]\s*)+")
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s")
_TWEET = re.compile(rf"\s(?P<cue>{DASH})\s?(?P<who>{_NAME})\s*\(@\w+\){_DATE}\s*$")
_SALUTATION = re.compile(r"(?:To the [Ee]ditor|Dear [A-Z][\w. ]{1,40}|Sirs?|Madam)[:,]?\s*$")
_GREETING = re.compile(
    r"(?:Dear )?(?:Sirs?|Madam|Editor)(?: or Madam)?(?:[,:]\s*(?:[—–-]\s*)?|\s+[—–-]\s+)(?=[A-Z“\"])"
)
_CLOSING = re.compile(rf"(?:{alternation(listed('turns', 'letter_endings'))})\b", re.IGNORECASE)
_ENDED = re.compile(rf"\s[—–-]\s?{_CLOSING.pattern}[\w\s,.]{{0,20}}$", re.IGNORECASE)
MAX_LETTER_LINES = 8
"""Lines of a letter whose greeting stands at the beginning of its text."""
_HEADLINE = re.compile(rf"\s(?P<cue>{DASH})\s(?P<who>[\w’' -]{{2,40}})$")
SIGNED = "The name behind the dash signs the words before it."
LETTER = "A letter: the name at its foot signs the whole."
TITLED = "A headline that puts its speaker behind a dash."


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Signed words that no claim holds yet; claims within a letter stay, as claims inside a
    claim."""
    out = [_without_greeting(page, a) for a in attributions]
    for number, line in enumerate(page.lines):
        if page.skipped(line):
            continue
        for shape in SHAPES:
            new = shape(page, number, line)
            others = [b for a in out if (b := _without(page, a, new))] if new else out
            if new and (shape in (_letter, _greeting) or free(others, *new.source, *new.content)):
                out = [a for a in others if not _same_words(a, new)] + [new]
                break
    return out


def _without_greeting(page: Page, attribution: Attribution) -> Attribution:
    """A claim whose source runs on from a letter's greeting, without that."""
    source = []
    for start, end in attribution.source:
        greeted = _GREETING.match(page.text, start, end)
        source.append(Span(greeted.end() if greeted else start, end))
    same = tuple(source) == attribution.source
    return attribution if same else replace(attribution, source=tuple(source))


def _without(page: Page, attribution: Attribution, new: Attribution) -> Attribution | None:
    """Another claim without the words that the new one signs; None where nothing is left of it."""
    if _missed(attribution, new):
        return None
    if not _above(page, attribution, new):
        return attribution
    kept = tuple(span for span in attribution.content if not touches((span,), hull(new)))
    return replace(attribution, content=kept) if kept else None


def _same_words(attribution: Attribution, new: Attribution) -> bool:
    """Whether a detector's claim reads the very signature in another way."""
    return (
        bool(new.cue)
        and touches(attribution.source, hull(new))
        and touches(attribution.cue, new.cue[0])
    )


def _missed(attribution: Attribution, new: Attribution) -> bool:
    """Whether a detector's claim has the dash and not the name behind it."""
    return bool(new.cue) and not attribution.source and touches(attribution.cue, new.cue[0])


def _above(page: Page, attribution: Attribution, new: Attribution) -> bool:
    """Whether a detector's claim gives the signed words to somebody above them, and no colon leads to them from
    there: "Key quotes"."""
    if not attribution.cue or not touches(attribution.content, hull(new)):
        return False
    number = page.line_at(attribution.cue[-1].start)
    if number >= page.line_at(new.content[0].start):
        return False
    behind = page.text[attribution.cue[-1].end : page.lines[number].end]
    return not behind.endswith(":") or bool(_SENTENCE_END.search(behind))


def _begin(page: Page, line: Span) -> int:
    """Where the words of a line begin, behind what sets it apart."""
    opening = _SET_APART.match(page.text, line.start, line.end)
    return opening.end() if opening else line.start


def _signed_below(page: Page, number: int, line: Span) -> Attribution | None:
    """A quotation with the signature on a line of its own below."""
    quoted_line = _QUOTED_LINE.match(page.text, line.start, line.end)
    at = quoted_line.end() if quoted_line else line.start
    match = _ALONE.match(page.text, at, line.end)
    before = page.quoted_in(page.lines[number - 1]) if number else []
    if not match or len(before) != 1 or before[0].start != _begin(page, page.lines[number - 1]):
        return None
    content = page.trim(Span(before[0].start, before[0].end))
    return _signed(content, match, SIGNED)


def _signed_behind(page: Page, number: int, line: Span) -> Attribution | None:
    """A quotation or a tweet with the signature behind it on the same line."""
    match = _BEHIND.search(page.text, line.start, line.end) or _bracketed(page, line)
    if match:
        quoted = [q for q in page.quoted_in(line) if q.closed and q.end <= match.start("cue")]
        whole = quoted and quoted[0].start == _begin(page, line) and len(quoted) == 1
        return (
            _signed(page.trim(Span(quoted[0].start, quoted[0].end)), match, SIGNED)
            if whole
            else None
        )
    match = _TWEET.search(page.text, line.start, line.end)
    return _signed(page.trim(Span(line.start, match.start())), match, SIGNED) if match else None


def _bracketed(page: Page, line: Span) -> re.Match[str] | None:
    """A signature in brackets, which is a name that the text has elsewhere too: no "(Prolonged Applause)"."""
    match = _BRACKETED.search(page.text, line.start, line.end)
    if match is None:
        return None
    surname = match["who"].split(",")[0].split()[-1]
    again = re.finditer(rf"\b{re.escape(surname)}\b", page.text)
    return match if any(not line.start <= m.start() < line.end for m in again) else None


def _letter(page: Page, number: int, line: Span) -> Attribution | None:
    """Everything between a salutation and a signature."""
    match = _ALONE.match(page.text, line.start, line.end)
    if not match:
        return None
    top = next((n for n in range(number) if _SALUTATION.match(page.text, *page.lines[n])), number)
    if number - top < 2:
        return None
    content = [page.trim(page.lines[n]) for n in range(top + 1, number)]
    return claim(content, [Span(*match.span("cue"))], [Span(*match.span("who"))], why=LETTER)


def _greeting(page: Page, number: int, line: Span) -> Attribution | None:
    """A letter that begins "Sir, …" and ends in a line that is a name."""
    greeted = _GREETING.match(page.text, line.start, line.end)
    alone = _SALUTATION.match(page.text, line.start, line.end)
    if not (greeted or alone):
        return None
    for last in range(number + 1, min(number + MAX_LETTER_LINES, len(page.lines))):
        name = SIGNED_BELOW.fullmatch(page.text, *page.lines[last])
        if name:
            ended = _ENDED.search(page.text, line.start, line.end)
            end = ended.start() if ended else line.end
            own = [page.trim(Span(greeted.end(), end))] if greeted else []
            below = [s for s in page.lines[number + 1 : last] if not _CLOSING.match(page.text, *s)]
            return (
                claim([*own, *below], [], [Span(*name.span("who"))], why=LETTER)
                if own or below
                else None
            )
    return None


def _headline(page: Page, number: int, line: Span) -> Attribution | None:
    """A title whose speaker stands behind a dash, as "Quay to close — harbour board"."""
    match = _HEADLINE.search(page.text, line.start, line.end)
    first = number == 0 and len(page.lines) > 1 and len(page.words(line).split()) < 20
    if (
        not match
        or not first
        or match["who"].casefold().split()[-1] not in words("shapes", "speakers")
    ):
        return None
    return _signed(page.trim(Span(line.start, match.start())), match, TITLED)


def _signed(content: Span, match: re.Match[str], why: str) -> Attribution | None:
    if content.end - content.start < 8:
        return None
    return claim([content], [Span(*match.span("cue"))], [Span(*match.span("who"))], why=why)


Shape = Callable[[Page, int, Span], Attribution | None]
SHAPES: tuple[Shape, ...] = (_letter, _greeting, _signed_below, _signed_behind, _headline)
