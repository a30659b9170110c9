"""What a pronoun's possible antecedent is weighed by; which names are possible stands in salience.py.

The weights are trained on labelled articles (training/antecedents.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from claims.model import Spans
from claims.rules.lists import load
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Doc

MAX_SENTENCES, MAX_PARAGRAPHS = 8, 5
"""From which more shows no more."""
MAX_ABOVE = 30
"""Words looked at above one: deeper no sentence goes that somebody wrote, and of a made one each word would
ask for all above it."""
_SUBJECTS = ("nsubj", "nsubjpass")


class Event(NamedTuple):
    """A place at which somebody or something was spoken of."""

    at: int
    end: int
    name: str
    kind: str
    role: str
    """subject, speaker, object, owner or modifier; "he" for a pronoun that is a subject."""
    sentence: int
    paragraph: int
    topic: float
    """How much of the article is about the name."""
    quoted: bool


class Place(NamedTuple):
    """Where a pronoun stands."""

    at: int
    sentence: int
    paragraph: int
    subjects: frozenset[int]
    """Where the subjects of the clauses begin that its own clause hangs on."""
    own_words: Spans


def subjects_above(doc: Doc, at: int) -> frozenset[int]:
    """Where the subjects of the verbs begin that the clause of a position hangs on."""
    span = covering(doc, at, at + 1)
    if span is None or not len(span):
        return frozenset()
    token = span[0]
    own = token.head if token.dep_ in _SUBJECTS else None
    return frozenset(
        child.idx
        for verb in islice(token.ancestors, MAX_ABOVE)
        if verb is not own
        for child in children(verb)
        if child.dep_ in _SUBJECTS and child.i != token.i
    )


def features(event: Event, place: Place, fits: bool) -> dict[str, float]:
    """Every feature by its name in antecedents.json; fits is whether the gender is known to be the
    pronoun's."""
    sentences = place.sentence - event.sentence
    return {
        event.role: 1.0,
        "sentences": float(min(MAX_SENTENCES, sentences)),
        "sentence before": float(sentences == 1),
        "paragraphs": float(min(MAX_PARAGRAPHS, place.paragraph - event.paragraph)),
        "same paragraph": float(place.paragraph == event.paragraph),
        "quoted": float(event.quoted),
        "in own words": float(any(s <= event.at < e for s, e in place.own_words)),
        "gender fits": float(fits),
        "topic": event.topic,
        "governs": float(any(event.at <= at < event.end for at in place.subjects)),
        "ahead": float(event.at > place.at),
        "nameless": float(event.kind == "nameless"),
    }


def worth(given: dict[str, float]) -> float:
    """The weighted sum of features."""
    weights: dict[str, float] = load("antecedents")["weights"]
    return math.fsum(weights.get(name, 0.0) * value for name, value in given.items())


def likelihoods(values: Mapping[str, float]) -> dict[str, float]:
    """How likely each name is the one that is meant, the likeliest first."""
    most = max(values.values(), default=0.0)
    shares = {name: math.exp(value - most) for name, value in values.items()}
    whole = math.fsum(shares.values())
    order = sorted(values, key=lambda name: (-values[name], name))
    return {name: shares[name] / whole for name in order}
