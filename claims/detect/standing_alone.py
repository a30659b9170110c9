"""How the words of a claim are read where its content is no clause: with its cue, as one phrase; how that
is drawn is no matter of this module."""

from __future__ import annotations

from typing import NamedTuple

from claims.model import JOINT, Spans, cut
from claims.rules import lists


class Phrase(NamedTuple):
    """A claim's words as a list shows them; cued where the cue is among them."""

    words: str
    cued: bool


class Words(NamedTuple):
    """The parts of a claim that its phrase is made of."""

    kind: str
    cue: Spans
    source: Spans
    content: Spans
    cue_text: str
    quote: str


def phrase(said: Words) -> Phrase:
    """The content alone where it can be read so; else cue and content in the order of the text: "is
    endorsing the senator's campaign", "Robert Pitman is accused of setting the fire"."""
    if stands_alone(said) or said.cue == said.source:
        return Phrase(said.quote, cued=False)
    parts = [
        (span, words)
        for spans, whole in ((said.cue, said.cue_text), (said.content, said.quote))
        for span, words in zip(spans, cut(spans, whole), strict=True)
    ]
    if any(words is None for _, words in parts):  # a line that gave words of its own
        return Phrase(f"{said.cue_text}{JOINT}{said.quote}", cued=True)
    out, last = "", None
    for (start, end), words in sorted(parts):
        joint = "" if last is None else " " if start - last <= 1 else JOINT
        out, last = f"{out}{joint}{words}", end
    return Phrase(out, cued=True)


def stands_alone(said: Words) -> bool:
    """Whether the content makes sense by itself: a quotation does, and what a verb of saying brings; not
    "the new quay" of "is endorsing the new quay", nor what is asked or to be done. A cue that comes
    behind what somebody says is no help."""
    if said.kind == "direct" or not said.cue or not said.content:
        return True
    if said.cue[0][0] > said.content[0][0]:
        return bool(said.source)
    first = said.quote.casefold().partition(" ")[0]
    endings = tuple(f" {ending}" for ending in lists.listed("shapes", "clause_cues"))
    return f" {said.cue_text.casefold()}".endswith(endings) and first not in _bound()


def _bound() -> frozenset[str]:
    """Words that open a question or what is to be done, which nobody can read without who asks or
    will do it."""
    return lists.words("sayings", "openers", "question_words") - {"that"}
