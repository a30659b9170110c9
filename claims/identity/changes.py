"""What a speaker said otherwise before: two claims on one topic with the other polarity or another
number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
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


def changes(statements: Sequence[Statement], of: Collection[str] | None = None) -> list[Change]:
    """Changes that the words show, each claim with the latest earlier one it departs from, or those alone
    whose later claim is one of these; undated claims show none."""
    dated = sorted(
        (_words_of(s) for s in statements if s.when and s.stance in HELD_STANCES),
        key=lambda claim: claim.statement.when,
    )
    before = _Earlier()
    departures: list[Change] = []
    for claim in dated:
        if of is None or claim.statement.id in of:
            departures += _departure(claim, before)
        before.add(claim)
    return departures


class _Earlier:
    """The claims before one, by their words and by what makes them differ."""

    def __init__(self) -> None:
        self.claims: list[_Words] = []
        self._places_of: dict[str, list[int]] = defaultdict(list)
        self._negative: set[int] = set()
        self._numbered: set[int] = set()

    def add(self, claim: _Words) -> None:
        """One more, later than all."""
        place = len(self.claims)
        self.claims.append(claim)
        for word in claim.words:
            self._places_of[word].append(place)
        if claim.negative:
            self._negative.add(place)
        if claim.numbers:
            self._numbered.add(place)

    def differing(self, claim: _Words) -> list[int]:
        """Places, the latest first, of those that share a word with a claim and have the other polarity or a
        number too; of many claims of one speaker these are few."""
        near: set[int] = set()
        for word in claim.words & self._places_of.keys():
            near.update(self._places_of[word][-_MAX_EARLIER_CLAIMS:])
        other = near - self._negative if claim.negative else near & self._negative
        return sorted(other | (near & self._numbered if claim.numbers else set()), reverse=True)


def _departure(later: _Words, earlier: _Earlier) -> Iterator[Change]:
    """The change from the latest earlier claim that a claim departs from, if there is one."""
    for at in earlier.differing(later):
        before = earlier.claims[at]
        if reason := _differs(before, later):
            yield Change(before.statement.id, later.statement.id, reason)
            return


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
