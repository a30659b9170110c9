"""Stretches of an article's text and what they show; offsets are Unicode code points, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text, in code points, end exclusive."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Evidence:
    """The words of the article that show something."""

    span: Span
    text: str


@dataclass(frozen=True)
class Inferred:
    """A value read from the article's own header or foot, with the words that show it."""

    value: str
    evidence: Evidence


def text_of(text: str, spans: Spans) -> str:
    """The words of the spans, joined by " … " where they are apart."""
    return " … ".join(text[start:end] for start, end in spans)
