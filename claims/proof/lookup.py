"""By which words and names the record is asked for a passage: those that tell most; no answer is judged here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from claims.folding import name_key
from claims.model import Reading, Span
from claims.proof.align import weight_of
from claims.proof.asked import Lookup
from claims.proof.figures import FIGURE
from claims.proof.model import Passage, Voice
from claims.proof.words import words_of

MAX_WORDS, MAX_CONTEXT = 12, 4
AROUND = 300
"""Characters on each side of a passage whose words may tell its article."""
MAX_PHRASES, PHRASE_WORDS = 6, 4
"""Runs of words that are looked up as they stand, and how long each is."""
_WORD = re.compile(r"[^\W_]+")


def looked_up(reading: Reading, passage: Passage, *, around: bool = True) -> Lookup:
    """The words and names that tell most of a passage; around: and of its paragraph."""
    text = reading.article.text
    words = _telling(text, passage.span)
    context = _context(text, passage.span, words) if around else ()
    names = names_of(passage.voice)
    length = len(text[slice(*passage.span)].split())
    return Lookup(
        _phrases(text, passage), words[:MAX_WORDS], names, context, length,
        passage.form != "quotation",
    )  # fmt: skip


def _context(text: str, span: Span, words: Sequence[str]) -> tuple[str, ...]:
    """The words that tell most of what stands around a passage, without its own."""
    start, end = span
    line = Span(text.rfind("\n", 0, start) + 1, end + len(text[end:].partition("\n")[0]))
    around = Span(max(line.start, start - AROUND), min(line.end, end + AROUND))
    others = (word for word in _telling(text, around) if word not in words)
    return tuple(islice(others, MAX_CONTEXT))


def _telling(text: str, span: Span) -> tuple[str, ...]:
    """The words of a stretch as the draft writes them, the most telling first."""
    folded = [word for word in words_of(text, *span) if not word.key.startswith(FIGURE)]
    telling = sorted(folded, key=lambda word: -weight_of(word.key))
    written = (text[word.start : word.end] for word in telling)
    words = (part.casefold() for word in written for part in _WORD.findall(word))
    return tuple(dict.fromkeys(words))


def _phrases(text: str, passage: Passage) -> tuple[str, ...]:
    written = [found[0] for found in _WORD.finditer(text, *passage.span)]
    runs = [
        written[at : at + PHRASE_WORDS] for at in range(0, len(written), max(1, PHRASE_WORDS - 1))
    ]
    whole = [run for run in runs if len(run) == min(PHRASE_WORDS, len(written))]
    ranked = sorted(whole, key=lambda run: -sum(weight_of(word.casefold()) for word in run))
    return tuple(" ".join(run) for run in ranked[:MAX_PHRASES])


def names_of(voice: Voice) -> tuple[str, ...]:
    """The last word of each name under which the speaker is looked up."""
    named = [*((voice.name,) if voice.name else ()), *voice.members]
    return tuple(dict.fromkeys(key.split()[-1] for name in named if (key := name_key(name))))
