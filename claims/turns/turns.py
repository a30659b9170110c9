"""Whether a text is turns under labels, and which words each turn holds; the forms of labels stand in
labels.py."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from claims.model import Span, Spans
from claims.resolve.mentions.name_kind import title_case
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.turns import labels, letters
from claims.turns.model import Label, Turn
from claims.turns.names import key, plain

_LINE = re.compile(r"[^\r\n]+")
_STAGE = re.compile(
    rf"[(\[](?:[^()\[\]\r\n]{{0,40}}\b(?:{alternation(listed('turns', 'stage'))})\b[^()\[\]\r\n]{{0,40}}"
    r"|[A-Z][A-Z ,.’'-]{2,60})[)\]]",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur|[Uu]s)\b|\?")
_SENTENCE = re.compile(r"[.?!…][”\"’')\]]*$")
MIN_SENTENCES_SHARE = 0.6
"""Of the labels whose words end as a sentence does."""
MIN_LABELS_SHARE = 0.2
"""Of the lines from the first label to the last, from which on every line between is speech."""
MIN_PERSONAL_SHARE = 0.6
"""Of the labels that show by their form, or by coming again, that somebody speaks."""
MIN_TITLE_WORDS = 6
"""Of a first line that may be a headline for its capitals."""
TEXTS_KEPT = 32
"""Twice the articles that are in flight at one time (claims/pipeline.py)."""
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{0,30}"
EDGES = " \t\u00a0"


@lru_cache(maxsize=TEXTS_KEPT)
def turns_of(text: str) -> tuple[Turn, ...]:
    """The turns of a text that is a transcript, an exchange or a row of statements under names; none
    of any other text. Never raises. Found once for the header, the detector and the resolver, which
    ask of one text after another."""
    lines = [_trimmed(text, Span(*m.span())) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    for shape, talk in ((_colons, True), (_records, False), (_own_lines, False)):
        found = shape(text, lines)
        turns = _turns(text, lines, found)
        if _is_talk(text, turns, talk):
            return tuple(turns)
    return ()


def _colons(text: str, lines: Sequence[Span]) -> list[Label]:
    """Those before a colon, and the letters beside them; a headline at the top is none."""
    found = [label for line in lines if (label := labels.colon(text, line))]
    first = found[0] if found else None
    headline = first and first.line.start == lines[0].start and _is_headline(text, first, lines[0])
    found = found[1:] if headline else found
    lettered = [label for line in lines if (label := labels.letter(text, line))] if found else []
    if not any(text[label.who.start] == "Q" for label in lettered):
        return found
    return letters.named(text, lines, sorted((*found, *lettered)))


def _is_headline(text: str, label: Label, line: Span) -> bool:
    written = text[label.line.end : line.end]
    titled = len(written.split()) >= MIN_TITLE_WORDS and title_case(written)
    return not label.alone and (not _SENTENCE.search(written) or titled)


def _records(text: str, lines: Sequence[Span]) -> list[Label]:
    return [label for line in lines if (label := labels.record(text, line))]


def _own_lines(text: str, lines: Sequence[Span]) -> list[Label]:
    out: list[Label] = []
    for line, below in itertools.pairwise(lines):
        if out and line.start < out[-1].line.end:
            continue
        label = labels.in_own_line(text, line) or labels.over_office(text, line, below)
        if label and _begins_block(text, label.line):
            out.append(label)
    return out


def _begins_block(text: str, line: Span) -> bool:
    """Whether a blank line, or the text's edge, stands before a label in a line of its own."""
    at = line.start
    while at and text[at - 1] in EDGES:
        at -= 1
    return not at or text[max(0, at - 4) : at].endswith(("\n\n", "\r\n\r\n", "\n \n"))


def _is_talk(text: str, turns: Sequence[Turn], colons: bool) -> bool:
    """Whether what stands under labels is talk of at least two: sentences, and of a colon's labels
    enough that name somebody and words that address somebody."""
    spoken = [turn for turn in turns if turn.content]
    names = [key(text[t.label.who.start : t.label.who.end]) for t in spoken]
    if len(set(names)) < 2:
        return False
    ended = sum(bool(_SENTENCE.search(_words(text, turn))) for turn in spoken)
    if ended < MIN_SENTENCES_SHARE * len(spoken):
        return False
    if not colons:
        return True
    times = Counter(names)
    shown = sum(t.label.personal or times[name] > 1 for t, name in zip(spoken, names, strict=True))
    quoted = sum(text[t.content[0].start] in '"“«„' for t in spoken)
    talking = sum(bool(_PERSONAL.search(_words(text, turn))) for turn in spoken)
    again = len(times) < len(names)
    return (
        shown >= MIN_PERSONAL_SHARE * len(spoken)
        and quoted * 2 < len(spoken)
        and talking >= (1 if again else len(spoken) * MIN_PERSONAL_SHARE)
    )


def _words(text: str, turn: Turn) -> str:
    return " ".join(text[s:e] for s, e in turn.content)


def _turns(text: str, lines: Sequence[Span], found: Sequence[Label]) -> list[Turn]:
    if len(found) < 2:
        return []
    first, last = found[0].line.start, found[-1].line.start
    between = sum(first <= line.start <= last for line in lines)
    dense = any(label.alone for label in found) or len(found) >= MIN_LABELS_SHARE * between
    if not dense:
        return []
    ends = [label.line.start for label in found[1:]] + [len(text)]
    out = []
    for label, end in zip(found, ends, strict=True):
        first = bisect_right(lines, label.line.start, key=lambda line: line.end)
        own = lines[first : bisect_left(lines, end, key=lambda line: line.start)]
        kept = own if end < len(text) else _own_paragraph(text, label, own)
        out.append(Turn(label, _content(text, label, kept)))
    return out


def _own_paragraph(text: str, label: Label, lines: Sequence[Span]) -> list[Span]:
    """The first lines of a turn up to a blank line, and those after it in which somebody says
    "I"."""
    out: list[Span] = []
    for line in lines:
        spoken = [kept for kept in out if kept.end > label.line.end]
        parted = spoken and text.count("\n", out[-1].end, line.start) > 1
        if parted and not _own_words(text, line):
            break
        out.append(line)
    return out


def _own_words(text: str, line: Span) -> bool:
    """Whether somebody speaks in a line, outside quotation marks."""
    written = text[line.start : line.end]
    return bool(_PERSONAL.search(written)) and not set(written) & set('“"')


def _content(text: str, label: Label, lines: Sequence[Span]) -> Spans:
    out: list[Span] = []
    for line in lines:
        start, end = max(line.start, label.line.end), line.end
        at = start
        for stage in _STAGE.finditer(text, start, max(start, end)):
            out.append(Span(at, stage.start()))
            at = stage.end()
        out.append(Span(at, end))
    trimmed = (_trimmed(text, span) for span in out)
    return tuple(span for span in trimmed if any(map(str.isalnum, text[span.start : span.end])))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def bearers(text: str, turns: Sequence[Turn]) -> dict[int, str]:
    """By where a label's name begins, the fullest name that the labels, or lines in capitals above them, give
    its bearer."""
    written = {t.label.who.start: plain(text[t.label.who.start : t.label.who.end]) for t in turns}
    full: dict[str, set[str]] = {}
    for name in written.values():
        if len(name.split()) > 1:
            full.setdefault(key(name), set()).add(name)
    for name in {*written.values()}:
        if len(name.split()) > 1 or key(name) in full:
            continue
        if head := _above(text, turns, name) or _of_initials(text, turns, name):
            full[key(name)] = {head}
    return {at: _fullest(name, full.get(key(name), set())) for at, name in written.items()}


def _above(text: str, turns: Sequence[Turn], surname: str) -> str:
    """The whole name that a line in capitals gives a surname, above the first label."""
    head = text[: turns[0].label.line.start]
    found = re.search(rf"(?:{_CAPITALS} ){{1,6}}{re.escape(surname.upper())}\b", head)
    return plain(found[0]) if found else ""


def _of_initials(text: str, turns: Sequence[Turn], letters: str) -> str:
    """The one name above the first label whose words begin with the letters of a label: "SB is Síle Brannock"."""
    if not re.fullmatch(r"[A-Z]{2,3}", letters):
        return ""
    name = " ".join(rf"{letter}[\w’'-]{{1,30}}" for letter in letters)
    found = {*re.findall(rf"(?<![\w’'-]){name}(?![\w-])", text[: turns[0].label.line.start])}
    return found.pop() if len(found) == 1 else ""


def _fullest(name: str, full: set[str]) -> str:
    return next(iter(full)) if len(name.split()) == 1 and len(full) == 1 else name
