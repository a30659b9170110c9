"""Texts that are turns of speech under labels: transcripts, parliaments, calls, interviews. Text in,
turns out; nothing of detection or of who a label's bearer is in the rest of an article."""

from claims.turns.interview import answers_of
from claims.turns.model import Turn
from claims.turns.turns import turns_of

__all__ = ["Turn", "answers_of", "turns_of"]
