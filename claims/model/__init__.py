"""The words of the domain as frozen dataclasses; its closed lists stand in rules/vocabulary.py.

What a room hands to another belongs here; how it is found, stored or shown does not.
Offsets are Unicode code points of the article's text, end exclusive.
"""

from claims.model.article import Article, Dateline, Failure, Header, OutletFacts
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
from claims.model.spans import Evidence, Inferred, Span, Spans, text_of
from claims.rules.vocabulary import SpeakerKind

__all__ = [
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
    "SaidOn",
    "Setting",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Versions",
    "text_of",
]
