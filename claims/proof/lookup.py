"""By which words and names the record is asked for a passage: those that tell most; no answer is judged here."""

from __future__ import annotations

import re

from claims.folding import name_key
from claims.model import Reading
from claims.proof.align import weight_of
from claims.proof.model import Lookup, Passage, Voice
from claims.proof.words import FIGURE, words_of

MAX_WORDS = 12
MAX_PHRASES, PHRASE_WORDS = 8, 4
"""Runs of words that are looked up as they stand, and how long each is."""
_WORD = re.compile(r"[^\W_]+")


def looked_up(reading: Reading, passage: Passage) -> Lookup:
    """The words and names that tell most of a passage."""
    text = reading.article.text
    folded = [word for word in words_of(text, *passage.span) if not word.key.startswith(FIGURE)]
    telling = sorted(folded, key=lambda word: -weight_of(word.key))
    written = (text[word.start : word.end] for word in telling)
    words = dict.fromkeys(part.casefold() for word in written for part in _WORD.findall(word))
    return Lookup(_phrases(text, passage), tuple(words)[:MAX_WORDS], names_of(passage.voice))


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
