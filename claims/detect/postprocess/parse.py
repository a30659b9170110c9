"""What the parse says of a verb and its phrases, by the parser's labels; no words of English, no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import span_of
from claims.model import Span
from claims.tokens import children

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
NOMINAL = frozenset({*SUBJECTS, "dobj", "pobj", "attr", "appos", "dative", "compound"})
VERBAL = frozenset(
    {"ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "xcomp", "pcomp"}
)
"""Labels that tell nouns from verbs, so that no tagger is needed."""
FINITE = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl"})
"""Labels of a verb that can have a subject before it."""
AUXILIARIES = frozenset({"aux", "neg", "auxpass"})
COMPLEMENTS = frozenset(
    {"pobj", "pcomp", "dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "agent", "prt"}
)
"""Labels of what a verb or preposition cannot do without."""


def child_before(token: Token, label: str) -> Token | None:
    """The first word with a label that hangs on a token and stands before it."""
    return next((c for c in children(token) if c.dep_ == label and c.i < token.i), None)


def child_behind(token: Token, label: str) -> Token | None:
    """The first word with a label that hangs on a token and stands behind it."""
    return next((c for c in children(token) if c.dep_ == label and c.i > token.i), None)


def subject_of(verb: Token) -> Token | None:
    """The verb's subject, else that of the verb it is coordinated with."""
    verbs = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return next((c for v in verbs for c in children(v) if c.dep_ == "nsubj"), None)


def phrase(token: Token) -> Span:
    """A word with all that hangs on it."""
    return span_of(token.left_edge, token.right_edge)
