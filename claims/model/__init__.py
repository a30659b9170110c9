"""The words of the domain as frozen dataclasses; its closed lists stand in rules/vocabulary.py.

What a room hands to another belongs here; how it is found, stored or shown does not.
Offsets are Unicode code points of the article's text, end exclusive.
"""

from claims.model.article import (
    Article,
    Dateline,
    Failure,
    Header,
    OutletFacts,
    Retrieval,
    Told,
    told_words,
)
from claims.model.claim import (
    Attribution,
    Claim,
    Link,
    Precision,
    SaidOn,
    Setting,
    Speaker,
    Stance,
)
from claims.model.reading import Reading, Versions
from claims.model.spans import JOINT, Evidence, Inferred, Span, Spans, cut, text_of
from claims.rules.vocabulary import SpeakerKind

__all__ = [
    "JOINT",
    "Article",
    "Attribution",
    "Claim",
    "Dateline",
    "Evidence",
    "Failure",
    "Header",
    "Inferred",
    "Link",
    "OutletFacts",
    "Precision",
    "Reading",
    "Retrieval",
    "SaidOn",
    "Setting",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Told",
    "Versions",
    "cut",
    "text_of",
    "told_words",
]
