"""Who is being spoken of at a point of the text, for pronouns. Names and descriptions are found
elsewhere.

A running list of events (names, pronouns already resolved, speakers) that a later pronoun may take
up: nearer ones, subjects and speakers count for more, names within quotation marks for less.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from typing import NamedTuple

from claims.model import Spans
from claims.resolve.mentions.index import Index
from claims.resolve.model import Guess
from claims.rules.lists import listed, words
from claims.rules.patterns import openings

MALE = words("pronouns", "male")
FEMALE = words("pronouns", "female", "female_alone")
THING = words("pronouns", "thing")
_THIRD = re.compile(rf"\b(?:{openings(listed('pronouns', 'male', 'female'))})\b")
REACH_CHARACTERS = 1800
"""Code points back that a pronoun looks for whom it stands for."""
_ROLE = {"subject": 1.5, "speaker": 1.9, "object": 0.5, "owner": 0.3, "modifier": -0.9}
_LOSS_PER_SENTENCE, _LOSS_PER_PARAGRAPH, _LOSS_QUOTED, _LOSS_OWN_WORDS = 0.45, 0.3, 1.6, 1.5
_GAIN_GENDER, _GAIN_TOPIC = 0.4, 0.14
CHARACTERS_PER_POINT = 4000
"""Code points back for which a name loses one point, so that the nearer of two alike comes first."""
MIN_VALUE = -1.2
"""Below this value nobody is near enough to be meant."""


class _Event(NamedTuple):
    at: int
    name: str
    kind: str
    role: str
    sentence: int
    paragraph: int
    worth: float
    """What its role and how much the article is about the name count for."""
    quoted: bool


class Focus:
    """Resolves pronouns of one article in the order of its text."""

    def __init__(self, index: Index, quoted: bytearray, sentences: list[int]) -> None:
        self.index, self.quoted, self.sentences = index, quoted, sentences
        self.paragraphs = [m.end() for m in re.finditer(r"\n\s*\n|\n", index.text)]
        self.events = [
            self._event(m.start, m.name, m.kind, m.role)
            for m in index.mentions
            if m.kind != "person" or index.people.is_person(m.name)
        ]
        self._todo = [(m.start(), m.group().lower()) for m in _THIRD.finditer(index.text)][::-1]
        self._guesses: dict[int, Guess | None] = {}

    def _event(self, at: int, name: str, kind: str, role: str) -> _Event:
        worth = _ROLE[role] + _GAIN_TOPIC * min(3.0, self.index.weight(name))
        quoted = role != "speaker" and at < len(self.quoted) and bool(self.quoted[at])
        return _Event(at, name, kind, role, *self._where(at), worth, quoted)

    def _where(self, at: int) -> tuple[int, int]:
        """The numbers of the sentence and the paragraph of a position."""
        return bisect_right(self.sentences, at), bisect_right(self.paragraphs, at)

    def note_speaker(self, name: str, kind: str, at: int) -> None:
        """Notes that a name spoke: the next pronoun most likely means it."""
        insort(self.events, self._event(at, name, kind, "speaker"))

    def third(self, at: int, word: str, own_words: Spans = ()) -> Guess | None:
        """Whom "he", "her" or "it" at a position stands for; own_words is what it is quoted as
        saying."""
        self._advance(at)
        if at not in self._guesses or own_words:
            self._guesses[at] = self._choose(at, word, own_words)
        return self._guesses[at]

    def _advance(self, at: int) -> None:
        while self._todo and self._todo[-1][0] < at:
            position, word = self._todo.pop()
            if position in self._guesses or (position < len(self.quoted) and self.quoted[position]):
                continue
            guess = self._guesses[position] = self._choose(position, word, ())
            if guess:
                role = (
                    "subject"
                    if word in ("he", "she")
                    else "owner"
                    if word in ("his", "her")
                    else "object"
                )
                insort(self.events, self._event(position, guess.name, guess.kind, role))

    def _choose(self, at: int, word: str, own_words: Spans) -> Guess | None:
        want = "m" if word in MALE else "f" if word in FEMALE else None
        values: dict[str, float] = {}
        kinds: dict[str, str] = {}
        gender, where = self.index.people.gender, self._where(at)
        for number in range(
            bisect_right(self.events, (at,)) - 1, -1, -1
        ):  # a slice would copy all of a long text
            event = self.events[number]
            if at - event.at > REACH_CHARACTERS and values:
                break
            if (event.kind == "person") != (want is not None) or (
                want and gender.get(event.name) not in (None, want)
            ):
                continue
            fits = bool(want) and gender.get(event.name) == want
            value = self._value(event, at, where, own_words) + (_GAIN_GENDER if fits else 0.0)
            if value > values.get(event.name, -99.0):
                values[event.name], kinds[event.name] = value, event.kind
        return self._best(values, kinds, word)

    def _value(self, event: _Event, at: int, where: tuple[int, int], own_words: Spans) -> float:
        value = event.worth - _LOSS_PER_SENTENCE * min(8, where[0] - event.sentence)
        value -= _LOSS_PER_PARAGRAPH * min(5, where[1] - event.paragraph)
        if event.quoted:
            value -= _LOSS_QUOTED
        if any(s <= event.at < e for s, e in own_words):
            value -= _LOSS_OWN_WORDS
        return value - (at - event.at) / CHARACTERS_PER_POINT

    def _best(self, values: dict[str, float], kinds: dict[str, str], word: str) -> Guess | None:
        order = sorted(values, key=lambda n: (-values[n], n))
        if not order or values[order[0]] < MIN_VALUE:
            return None
        margin = values[order[0]] - (values[order[1]] if len(order) > 1 else values[order[0]] - 1.5)
        sure = 0.52 + 0.25 * min(1.5, margin)
        if word in THING:
            sure -= 0.22
        reason = (
            f"“{word}”: the nearest fitting name in the text, by subject, speaker and distance."
        )
        return Guess(
            order[0], kinds[order[0]], round(sure, 3), reason, order[1] if len(order) > 1 else None
        )

    def person(self, at: int, gender: str | None) -> Guess | None:
        """The person spoken of most at a position, for "the woman" or "the businessman"."""
        return (
            self._choose(at, {"m": "he", "f": "she"}.get(gender or "", "one"), ())
            if gender
            else self._anybody(at)
        )

    def _anybody(self, at: int) -> Guess | None:
        both = [g for g in (self._choose(at, "he", ()), self._choose(at, "she", ())) if g]
        return max(
            both,
            key=lambda g: max(
                (e.at for e in self.events if e.name == g.name and e.at < at), default=0
            ),
            default=None,
        )


def in_quotes(text: str) -> bytearray:
    """1 for each code point within quotation marks; a paragraph ends a quotation."""
    out = bytearray(len(text))
    for match in re.finditer(r"“[^“”\n]{1,2000}”?|\"[^\"\n]{1,2000}\"|''[^'\n]{1,2000}''", text):
        out[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return out
