"""What a speaker said otherwise before: two claims on one topic with the other polarity or another
number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.folding import to_ascii
from claims.rules.lists import words

_LEAST = 3
"""Words besides numbers and negation that two claims must share before they are on one topic."""
_SHARE = 0.75
_COUNTED = ("assert", "deny", "believe", "plan", "promise")
_COMMON = 40
"""Claims that share a word beyond which it tells no topic; keeps the search linear."""


@dataclass(frozen=True)
class Statement:
    """A claim as its speaker's record needs it; when is an ISO date or time, "" where unknown."""

    id: str
    when: str
    quote: str
    stance: str
    polarity: str


@dataclass(frozen=True)
class Change:
    """Two claims of one speaker, the earlier first, that differ on one topic, and in what."""

    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class _Read:
    statement: Statement
    words: frozenset[str]
    numbers: frozenset[str]
    negative: bool


def changes(statements: Sequence[Statement]) -> list[Change]:
    """Changes that the words show, each claim with the latest earlier one it departs from; undated
    claims show none."""
    dated = sorted(
        (_read(s) for s in statements if s.when and s.stance in _COUNTED),
        key=lambda r: r.statement.when,
    )
    seen: dict[str, list[int]] = defaultdict(list)
    found: list[Change] = []
    for place, now in enumerate(dated):
        near = {at for word in now.words for at in seen[word][-_COMMON:]}
        for at in sorted(near, reverse=True):
            if reason := _differs(dated[at], now):
                found.append(Change(dated[at].statement.id, now.statement.id, reason))
                break
        for word in now.words:
            seen[word].append(place)
    return found


def _read(statement: Statement) -> _Read:
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
    kept = frozenset(_stem(word) for word in written if word not in small | negation)
    return _Read(statement, kept, frozenset(numbers), turned % 2 == 1)


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|es|s|ing|ed)$", "", word) if len(word) > 4 else word


def _differs(before: _Read, now: _Read) -> str:
    if before.statement.when[:10] == now.statement.when[:10]:
        return ""
    shared = before.words & now.words
    if len(shared) < _LEAST or len(shared) < _SHARE * len(before.words | now.words):
        return ""
    if before.negative != now.negative and before.numbers == now.numbers:
        return "the opposite"
    if (
        before.numbers
        and now.numbers
        and before.numbers != now.numbers
        and before.negative == now.negative
    ):
        return f"another number: {_shown(before.numbers)}, now {_shown(now.numbers)}"
    return ""


def _shown(numbers: frozenset[str]) -> str:
    return ", ".join(sorted(numbers))
