"""A paper that a draft reads words from, and of whom the draft's sentence says that they are: "the Courier quotes Orr:
“…”", "has Orr say", "From Orr the Courier takes one sentence"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from claims.folding import name_key
from claims.model import Span
from claims.proof.frames import around
from claims.proof.model import Voice
from claims.proof.mouths import same_mouth
from claims.proof.words import time_words
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]+){0,4}"
_TAKEN = re.compile(
    rf"\b(?i:{alternation(listed('proof', 'reading_from'))})\s"
    rf"(?:[^“”\"‘«.!?;:A-ZÀ-Þ]{{0,60}}?[\s’'(])?(?P<who>{_NAME})"
)
"""Whom a paper quotes, whose words it takes."""
_DESCRIBED = re.compile(
    rf"\b(?i:{alternation(listed('proof', 'reading_from'))})\s(?P<who>the\s(?:[a-z-]+\s){{0,2}}?"
    rf"(?:{alternation(listed('content', 'offices'))}))\b(?!,?\s[A-Z])"
)
"""The same by an office alone."""
_OWNER = re.compile(r"['’]s?$")
NAMED = 0.9
"""Confidence of a name that a draft's sentence gives itself."""


def is_paper(voice: Voice, papers: Iterable[str | None]) -> bool:
    """Whether a draft's speaker is a paper or an agency, here also under a name that only its articles tell."""
    if voice.kind == "outlet":
        return True
    if voice.name:
        body = replace(voice, kind="outlet")
        return any(
            same_mouth(body, Voice(paper, "outlet", paper)) == "same" for paper in papers if paper
        )
    last = name_key(voice.mention).split()[-1:]
    return bool({*last} & words("proof", "papers"))


def behind_paper(text: str, span: Span, paper: Voice, record: Voice) -> Voice:
    """Whom the sentence of a passage says the paper takes it from, else whom of the record it names; else the
    paper."""
    before, behind = around(text, span)
    for part in (before, behind):
        for found in _TAKEN.finditer(part):
            name = _OWNER.sub("", found["who"])
            if not _is_other(name, paper):
                continue
            if _ends(name) == _ends(record.name or ""):
                return record
            return Voice(name, "person", name, via=_via(paper), confidence=NAMED)
    if told := _DESCRIBED.search(before):
        return Voice(None, "unnamed", told["who"], via=_via(paper))
    surname = (record.name or "").split()[-1:]
    named = surname and re.search(rf"\b{re.escape(surname[0])}\b", f"{before} {behind}")
    return record if named else replace(paper, kind="outlet" if paper.name else paper.kind)


def _is_other(name: str, paper: Voice) -> bool:
    """Whether it is somebody's name: not the paper's own, no day."""
    keys = name_key(name).split()
    own = {*name_key(paper.name or paper.mention).split()}
    return bool(keys) and not own & {*keys} and not time_words() & {*keys}


def _ends(name: str) -> str:
    return (name_key(name).split() or [""])[-1]


def _via(paper: Voice) -> tuple[str, ...]:
    return (paper.name,) if paper.name else ()
