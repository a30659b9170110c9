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


JOINT = " … "
"""What stands between parts that are apart."""


def text_of(text: str, spans: Spans) -> str:
    """The words of the spans, joined by " … " where they are apart."""
    return JOINT.join(text[start:end] for start, end in spans)


def cut(spans: Spans, whole: str) -> list[str | None]:
    """The words of each span, cut from all of them as text_of joins them; None where a line's own
    words differ."""
    if sum(end - start for start, end in spans) + len(JOINT) * max(0, len(spans) - 1) != len(whole):
        return [None] * len(spans)
    at, words = 0, list[str | None]()
    for start, end in spans:
        words.append(whole[at : at + end - start])
        at += end - start + len(JOINT)
    return words
