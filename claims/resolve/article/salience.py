"""Who is being spoken of at a point of the text, for pronouns. Names and descriptions are found
elsewhere.

A running list of events (names, pronouns already resolved, speakers) that a later pronoun may take
up: nearer ones, subjects and speakers count for more, names within quotation marks for less.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.model import Spans
from claims.resolve.article.antecedents import (
    Event,
    Place,
    features,
    likelihoods,
    subjects_above,
    worth,
)
from claims.resolve.article.nameless import Nameless, brought_in, described
from claims.resolve.mentions.index import Index
from claims.resolve.model import Guess
from claims.rules.lists import listed, words
from claims.rules.patterns import openings

if TYPE_CHECKING:
    from spacy.tokens import Doc

MALE = words("pronouns", "male")
FEMALE = words("pronouns", "female", "female_alone")
THING = words("pronouns", "thing")
_THIRD = re.compile(rf"\b(?:{openings(listed('pronouns', 'male', 'female'))})\b")
REACH_CHARACTERS = 1800
"""Code points back that a pronoun looks for whom it stands for."""
MIN_VALUE = -1.2
"""Below this value no body is near enough to be meant by "it"."""
MOST = 0.95
"""How sure a pronoun is at the most."""
THING_LESS = 0.22
"""What is taken off for "it", which may stand for what is no body."""
NAMELESS = "nameless"
"""The kind of those whom the text does not name."""
PEOPLE = ("person", NAMELESS)
ALONE = 0.7
"""How sure a pronoun means the one person of the sentence before, who has no name."""
_ROLES = {"his": "owner", "her": "owner"}


class Focus:
    """Resolves pronouns of one article in the order of its text."""

    def __init__(self, doc: Doc, index: Index, quoted: bytearray, sentences: list[int]) -> None:
        self.doc, self.index, self.quoted, self.sentences = doc, index, quoted, sentences
        self.paragraphs = [m.end() for m in re.finditer(r"\n\s*\n|\n", index.text)]
        self.events = [
            self._event(m.start, m.end, m.name, m.kind, m.role)
            for m in index.mentions
            if m.kind != "person" or index.people.is_person(m.name)
        ]
        self._nameless: dict[str, Nameless] = {}
        self._called: dict[str, str] = {}
        for one in brought_in(doc, index):
            self._note(one)
        self._todo = [(m.start(), m.group().lower()) for m in _THIRD.finditer(index.text)][::-1]
        self._guesses: dict[int, Guess | None] = {}

    def _event(self, at: int, end: int, name: str, kind: str, role: str) -> Event:
        quoted = role != "speaker" and at < len(self.quoted) and bool(self.quoted[at])
        topic = min(3.0, self.index.weight(name))
        return Event(at, end, name, kind, role, *self._where(at), topic, quoted)

    def _where(self, at: int) -> tuple[int, int]:
        """The numbers of the sentence and the paragraph of a position."""
        return bisect_right(self.sentences, at), bisect_right(self.paragraphs, at)

    def note_speaker(self, name: str, kind: str, at: int) -> None:
        """Notes that a name spoke: the next pronoun most likely means it."""
        insort(self.events, self._event(at, at + 1, name, kind, "speaker"))

    def note_nameless(self, called: str, at: int) -> None:
        """Notes that somebody spoke whom the text does not name, by a description or by a pronoun for one."""
        before = self._guesses.get(at)
        if before and before.kind == NAMELESS:
            known = self._nameless[before.name]
            self._note(known._replace(start=at, end=at + 1, role="speaker"))
        elif one := described(called, at, "speaker", self._called):
            self._note(one)

    def _note(self, one: Nameless) -> None:
        self._nameless.setdefault(one.key, one)
        self._called[one.key.rsplit(" ", 1)[0]] = one.key
        insort(self.events, self._event(one.start, one.end, one.key, NAMELESS, one.role))

    def last_nameless(self, at: int, word: str) -> Guess | None:
        """Who was brought in last without a name before a position, for a pronoun there."""
        number = bisect_right(self.events, (at,)) - 1
        while number >= 0 and self.events[number].kind != NAMELESS:
            number -= 1
        if number < 0:
            return None
        reason = "Whom the sentence before brings in without a name."
        guess = self._guesses[at] = Guess(self.events[number].name, NAMELESS, ALONE, reason)
        self._tell(guess.name, word)
        return guess

    def phrase(self, guess: Guess) -> str:
        """What the text calls somebody without a name."""
        return self._nameless[guess.name].phrase

    def third(self, at: int, word: str) -> Guess | None:
        """Whom "he", "her" or "it" at a position stands for, where the text names that one."""
        guess = self.meant(at, word)
        return None if guess is None or guess.kind == NAMELESS else guess

    def meant(
        self, at: int, word: str, own_words: Spans = (), other: str | None = None
    ) -> Guess | None:
        """The same or somebody without a name; own_words is what it is quoted as saying, other who is known to
        be somebody else."""
        self._advance(at)
        if at not in self._guesses or own_words:
            self._guesses[at] = self._choose(at, word, own_words, other)
        return self._guesses[at]

    def _advance(self, at: int) -> None:
        while self._todo and self._todo[-1][0] < at:
            position, word = self._todo.pop()
            if position in self._guesses or (position < len(self.quoted) and self.quoted[position]):
                continue
            guess = self._guesses[position] = self._choose(position, word, ())
            if guess:
                role = "he" if word in ("he", "she") else _ROLES.get(word, "object")
                event = self._event(position, position + 1, guess.name, guess.kind, role)
                insort(self.events, event)

    def candidates(
        self, at: int, word: str, own_words: Spans
    ) -> Iterator[tuple[Event, dict[str, float]]]:
        """Every place that a pronoun may take up, with what speaks for it."""
        want = "m" if word in MALE else "f" if word in FEMALE else None
        place = Place(at, *self._where(at), subjects_above(self.doc, at), own_words)
        found = False
        for event in self._before(place):
            if place.at - event.at > REACH_CHARACTERS and found:
                return
            gender = self._gender(event)
            if (event.kind in PEOPLE) != (want is not None) or (
                want and gender not in (None, want)
            ):
                continue
            found = True
            fits = bool(want) and gender == want
            yield event, features(event, place, fits)

    def _tell(self, key: str, word: str) -> None:
        """Keeps what a pronoun tells of somebody without a name."""
        told = "m" if word in MALE else "f" if word in FEMALE else None
        self._nameless[key] = self._nameless[key]._replace(gender=told)

    def _gender(self, event: Event) -> str | None:
        if event.kind == NAMELESS:
            return self._nameless[event.name].gender
        return self.index.people.gender.get(event.name)

    def _choose(
        self, at: int, word: str, own_words: Spans, other: str | None = None, *, named: bool = False
    ) -> Guess | None:
        """named: only among those whom the text names."""
        values: dict[str, float] = {}
        kinds: dict[str, str] = {}
        for event, given in self.candidates(at, word, own_words):
            if event.name == other or (named and event.kind == NAMELESS):
                continue
            value = worth(given)
            if value > values.get(event.name, -99.0):
                values[event.name], kinds[event.name] = value, event.kind
        return self._best(values, kinds, word)

    def _before(self, place: Place) -> Iterator[Event]:
        """The events before a pronoun, the nearest first; before them the subject that its clause
        hangs on, where that comes later."""
        after = max(place.subjects, default=0) + 1
        last = bisect_right(self.events, (place.at,))
        for event in self.events[last : bisect_right(self.events, (after,), last)]:
            if any(event.at <= at < event.end for at in place.subjects):
                yield event
        for number in range(last - 1, -1, -1):  # a slice would copy all of a long text
            yield self.events[number]

    def _best(self, values: dict[str, float], kinds: dict[str, str], word: str) -> Guess | None:
        likely = likelihoods(values)
        order = list(likely)
        if not order or (word in THING and values[order[0]] < MIN_VALUE):
            return None
        sure = min(MOST, likely[order[0]]) - (THING_LESS if word in THING else 0.0)
        reason = (
            f"“{word}”: the nearest fitting name in the text, by subject, speaker and distance."
        )
        if kinds[order[0]] == NAMELESS:
            self._tell(order[0], word)
        next_best = next((name for name in order[1:] if kinds[name] != NAMELESS), None)
        return Guess(order[0], kinds[order[0]], round(sure, 3), reason, next_best)

    def person(self, at: int, gender: str | None) -> Guess | None:
        """The person spoken of most at a position, for "the woman" or "the businessman"."""
        if not gender:
            return self._anybody(at)
        return self._choose(at, {"m": "he", "f": "she"}[gender], (), named=True)

    def _anybody(self, at: int) -> Guess | None:
        chosen = (self._choose(at, word, (), named=True) for word in ("he", "she"))
        both = [guess for guess in chosen if guess]
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
