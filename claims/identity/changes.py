"""What a speaker said otherwise before: two claims on one topic with the other polarity or another
number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.folding import to_ascii
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.rules.vocabulary import HELD_STANCES, Polarity, StanceName

_MIN_SHARED_WORDS = 3
"""Besides numbers and negation, before two claims are on one topic."""
_MIN_SHARED_SHARE = 0.75
"""Of the words of both."""
_MAX_EARLIER_CLAIMS = 40
"""Latest claims with a word in which another is looked for; keeps the search linear."""
_ENDING = re.compile(f"(?:{alternation(listed('record', 'endings'))})$")
_MIN_INFLECTED_LETTERS = 5
"""Of a word that may have an ending."""


@dataclass(frozen=True)
class Statement:
    """A claim as its speaker's record needs it; when is an ISO date or time, "" where unknown."""

    id: str
    when: str
    quote: str
    stance: StanceName
    polarity: Polarity


@dataclass(frozen=True)
class Change:
    """Two claims of one speaker, the earlier first, that differ on one topic, and in what."""

    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class _Words:
    statement: Statement
    words: frozenset[str]
    numbers: frozenset[str]
    negative: bool


def changes(statements: Sequence[Statement]) -> list[Change]:
    """Changes that the words show, each claim with the latest earlier one it departs from; undated
    claims show none."""
    dated = sorted(
        (_words_of(s) for s in statements if s.when and s.stance in HELD_STANCES),
        key=lambda claim: claim.statement.when,
    )
    places_of: dict[str, list[int]] = defaultdict(list)
    departures: list[Change] = []
    for place, later in enumerate(dated):
        near = {at for word in later.words for at in places_of[word][-_MAX_EARLIER_CLAIMS:]}
        for at in sorted(near, reverse=True):
            if reason := _differs(dated[at], later):
                departures.append(Change(dated[at].statement.id, later.statement.id, reason))
                break
        for word in later.words:
            places_of[word].append(place)
    return departures


def _words_of(statement: Statement) -> _Words:
    plain = to_ascii(statement.quote)
    numbers = {number.replace(",", "").rstrip(".") for number in re.findall(r"\d[\d,.]*", plain)}
    written = re.findall(r"[a-z]+", re.sub(r"\d[\d,.]*", " ", plain))
    negation, small = words("record", "negation"), words("record", "small")
    turned = (
        sum(word in negation for word in written)
        + (statement.stance == "deny")
        + (statement.polarity == "negative")
    )
    # A denial is stored with a negative polarity: both say the same "not".
    turned -= statement.stance == "deny" and statement.polarity == "negative"
    telling = frozenset(_stem(word) for word in written if word not in small | negation)
    return _Words(statement, telling, frozenset(numbers), turned % 2 == 1)


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) >= _MIN_INFLECTED_LETTERS else word


def _differs(before: _Words, later: _Words) -> str:
    """In what the later claim departs from the earlier one, "" where in nothing or another topic or
    on one day."""
    if before.statement.when[:10] == later.statement.when[:10]:
        return ""
    shared, every = before.words & later.words, before.words | later.words
    if len(shared) < _MIN_SHARED_WORDS or len(shared) < _MIN_SHARED_SHARE * len(every):
        return ""
    if before.negative != later.negative:
        return "the opposite" if before.numbers == later.numbers else ""
    if before.numbers and later.numbers and before.numbers != later.numbers:
        return f"another number: {_shown(before.numbers)}, now {_shown(later.numbers)}"
    return ""


def _shown(numbers: frozenset[str]) -> str:
    return ", ".join(sorted(numbers))
