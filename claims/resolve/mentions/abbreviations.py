"""Abbreviations that an article uses as common nouns: "an MP", "several NGOs". They name nobody by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.resolve.mentions.outlets import is_outlet
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, covering, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SHORT = r"[A-Z]{2,6}"
_ONE_OF_MANY = re.compile(
    rf"\b(?i:an?|{alternation(listed('descriptions', 'one_of_many'))}) (?:[a-z][\w-]{{0,30}} ){{0,2}}({_SHORT})\b"
)
_SEVERAL = re.compile(rf"\b({_SHORT})s\b")
_BEFORE_NAME = re.compile(rf"\b({_SHORT}) ([A-ZÀ-Þ][\w’'-]{{1,60}}) [A-ZÀ-Þ]")
_BESIDE = ("compound", "nmod", "amod", "poss", "nummod")
"""What a word is to another that it stands before: "an FBI agent" is no FBI."""
_COUNTING = {"a", "an", *listed("descriptions", "one_of_many")}
_LISTED = ("abbreviated_offices", "abbreviated_callings", "company_officers")
_OF_NOUNS = ("det", "poss", "amod", "nummod", "compound")
"""What stands before a common noun."""
_KEY = "onrecord_abbreviations"


def is_common(name: str, doc: Doc) -> bool:
    """Whether a name is such an abbreviation, or an office with a place or a party before it: "Tarn MP"; not
    who has the office behind his name."""
    parts = name.split()
    if not parts or not parts[-1].isupper():
        return False
    last = fold_mention(parts[-1])
    if all(part.casefold() in _COUNTING or not part[0].isupper() for part in parts[:-1]):
        return last in words("titles", *_LISTED) or parts[-1] in used_as_noun(doc)
    given = words("names", "male", "female", "either")
    return last in words("titles", "abbreviated_offices") and fold_mention(parts[0]) not in given


def used_as_noun(doc: Doc) -> frozenset[str]:
    """The abbreviations that a text says of several or of one of many, or has before a person's name ("DA Rosa
    Klein"), and nowhere by themselves as a name; kept with the doc, whose words never change."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, frozenset):
        maybe = {*_shown(doc)} if doc.has_annotation("DEP") else set[str]()
        found = doc.user_data[_KEY] = frozenset(w for w in maybe if not _is_name(doc, w))
    return found


def _shown(doc: Doc) -> Iterator[str]:
    text = text_of(doc)
    yield from (found[1] for found in _SEVERAL.finditer(text))
    for found in _ONE_OF_MANY.finditer(text):
        span = covering(doc, *found.span(1))
        if span is None or len(span) != 1 or span[0].dep_ in _BESIDE:
            continue
        if any(c.dep_ == "det" and c.idx == found.start() for c in children(span[0])):
            yield found[1]
    given = words("names", "male", "female", "either")
    for found in _BEFORE_NAME.finditer(text):
        known = fold_mention(found[2]) in given and not is_outlet(found[1])
        if known and _hangs_on(doc, found.span(1), found.start(2)):
            yield found[1]


def _hangs_on(doc: Doc, letters: tuple[int, int], name: int) -> bool:
    """Whether letters are part of the name behind them, by the parse, and no body's: not in "told the BBC Ada
    Holm had left", "The EPA Maria Lund runs"."""
    span = covering(doc, *letters)
    if span is None or len(span) != 1 or span[0].ent_type_ == "ORG":
        return False
    return span[0].dep_ in _BESIDE and span[0].head.idx >= name


def _is_name(doc: Doc, word: str) -> bool:
    """Whether a text has the word somewhere without anything before it that a common noun has."""
    text, at = text_of(doc), -1
    while (at := text.find(word, at + 1)) >= 0:
        span = covering(doc, at, at + len(word))
        if span is None or len(span) != 1 or span.text != word or span[0].dep_ in _BESIDE:
            continue
        if not any(child.dep_ in _OF_NOUNS and child.i < span[0].i for child in children(span[0])):
            return True
    return False
