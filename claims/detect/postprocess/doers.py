"""Who does something in the sentence right before speech that no word attributes: "Orr shrugged. “It will
hold.”"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, touches
from claims.detect.postprocess.parse import child_before, phrase, subject_of
from claims.detect.postprocess.sentences import sentence
from claims.model import Span
from claims.rules.lists import words
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_WORDS = 30
"""Of a sentence that only leads to what its subject says."""


def doer(page: Page, at: int) -> Span | None:
    """Whoever the sentence that ends right before a position, in its line, tells of; None where it tells of
    nobody, or says something itself."""
    line = page.lines[page.line_at(at)]
    before = page.text[line.start : at].rstrip()
    if not before.endswith((".", ":")):
        return None
    return told_of(page, Span(line.start, line.start + len(before)))


def told_of(page: Page, stretch: Span) -> Span | None:
    """Whose act the last sentence of a stretch tells: with face or body, or a person's any act."""
    told = sentence(page, stretch.end - 2)
    tokens = covering(page.doc, told.start, max(told.start + 1, stretch.end)) or ()
    for token in tokens:
        if token.lower_ in words("shapes", "gestures"):
            subject = subject_of(token)
            return phrase(subject) if subject is not None else None
    root = next((t for t in tokens if t.dep_ == "ROOT"), None)
    subject = child_before(root, "nsubj") if root is not None else None
    quoted = any(touches((told,), Span(q.start, q.end)) for q in page.quoted_in(stretch))
    if root is None or subject is None or quoted or len(tokens) > MAX_WORDS:
        return None
    says = root.lower_ in words("turns", "tag_verbs")
    return phrase(subject) if not says and _is_person(subject) else None


def _is_person(token: Token) -> bool:
    pronoun = token.lower_ in words("pronouns", "male", "female")
    named = (token, *(c for c in children(token) if c.dep_ == "appos"))
    return pronoun or any(t.ent_type_ == "PERSON" for t in named)
