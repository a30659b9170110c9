"""A claim of the record beside indirect speech of a draft: how close the two are, in whose mouths, and what each
text does with it; the verdict is reached in indirect.py."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from claims.corroborate.matching.pair_model import sigmoid
from claims.corroborate.matching.stems import stem
from claims.model import Span
from claims.proof.align import may_fit, weight_of
from claims.proof.bearings import bearing_of
from claims.proof.conditions import condition_words
from claims.proof.departures import MIN_TELLING, has_own_not, is_one_negated
from claims.proof.doubts import Spoken, mouth_between
from claims.proof.frames import Frame, departs, frame_of, sentence_of
from claims.proof.meaning import NEARLY_ALL, Near, Said
from claims.proof.model import Bearing, Passage, Place, RecordedArticle
from claims.proof.mouths import Mouth, relayed
from claims.proof.places import Found, within
from claims.proof.sides import Sides, figures_told, sides_of
from claims.proof.wording import Wording
from claims.proof.words import words_of
from claims.rules.lists import load
from claims.rules.lists import words as listed_words

CLEAR, CLEARLY_LIKELY = 0.9, 0.4
"""Closeness of a claim that is surely meant, and likelihood below which it cannot be so close."""
NAMED_BONUS, PLAIN_BONUS = 0.1, 0.05
"""By which a claim goes first whose speaker surely is the draft's, and one that is simply said."""
BONUS = NAMED_BONUS + PLAIN_BONUS
"""What speaks for a claim besides its closeness, at most."""
MIN_SAID = 0.6
"""Share of a condition's telling words from which a draft says it too."""


@dataclass(frozen=True)
class Beside:
    """A claim of the record beside a passage, with the words that correspond."""

    said: Said
    near: Near

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.said.passage

    @property
    def wording(self) -> Wording:
        """Its words."""
        return self.said.wording

    @cached_property
    def content(self) -> Span:
        """From where the claim's content begins to where it ends."""
        content = self.near.claim.stated.content
        return Span(content[0].start, content[-1].end)

    @cached_property
    def sentence(self) -> Span:
        """The sentences that the claim stands in."""
        return sentence_of(self.near.article.stated.text, self.content)

    @cached_property
    def found(self) -> Found:
        """The passage's words fitted to the claim's content; of its article these sentences alone are read."""
        return within(self.wording, self._part, self.content)

    @cached_property
    def _part(self) -> RecordedArticle:
        """The sentences alone."""
        starts, ends = zip(self.sentence, self.content, strict=True)
        return self.near.article.part(Span(min(starts), max(ends)))

    @cached_property
    def _at(self) -> list[int]:
        """Between which words the sentences stand, and between which the content does."""
        ends = (*self.sentence, *self.content)
        return [bisect_left(self._part.words, end, key=lambda word: word.start) for end in ends]

    @property
    def fit(self) -> float:
        """How well the passage's words fit those of the content; where few are there they need not be fitted."""
        words = self._part.keys[slice(*self._at[2:])]
        return self.found.score if may_fit(self.wording.keys, words) else 0.0

    @cached_property
    def sides(self) -> Sides:
        """Both wordings as departures are looked for."""
        first, last, start, end = self._at
        return sides_of(self.found, (first, last), (start, end))

    @cached_property
    def closeness(self) -> float:
        """That the claim says what the passage is about, from 0 to 1."""
        weights: dict[str, float] = load("proof_weights")["weights"]
        return sigmoid(sum([weight * self.features[name] for name, weight in weights.items()]))

    @cached_property
    def features(self) -> dict[str, float]:
        """Every feature by its name in proof_weights.json, each from 0 to 1."""
        shared, lacking = figures_told(self.wording.keys, self._part.keys[slice(*self._at[:2])])
        return {
            "bias": 1.0,
            "likely": self.near.likely,
            "covered": self.near.covered,
            "fit": self.fit,
            "figures shared": float(bool(shared)),
            "figures lacking": float(bool(lacking)),
        }

    @cached_property
    def mouth(self) -> Mouth:
        """Whether the draft's speaker says it."""
        text = self.near.article.stated.text
        start = self.found.span.start if self.found.held else self.content.start
        at = Span(start, self.content.end)
        theirs = Spoken(relayed(text, at, self.near.claim.voice), text, at, self.near.claim.cue)
        cue = self.passage.claim.cue if self.passage.claim else ()
        ours = Spoken(self.passage.voice, self.said.article.text, self.passage.span, cue)
        return mouth_between(ours, theirs)

    @cached_property
    def frames(self) -> tuple[Frame, Frame]:
        """What the draft does with it, and what the record does."""
        return self.said.frame, frame_of(
            self.near.claim, self.near.article.stated.text, self.sentence
        )

    @cached_property
    def bearing(self) -> Bearing | None:
        """What only one of the two does with it."""
        departing = departs(*self.frames, alone=("denied", "asked", "hedged"))
        if departing == "denied" and self.is_denial_kept:
            return None
        if departing == "conditional" and self._says_condition:
            return None
        return departing or bearing_of(self.sides, *self._cues)

    @property
    def _cues(self) -> tuple[list[str], list[str]]:
        """The words of the draft's cue and of the record's."""
        return self.said.cue_keys, [word.key for word in words_of(self.near.claim.cue_text)]

    @cached_property
    def is_denial_kept(self) -> bool:
        """Whether the draft says with a "not" what the record denies without one, or the other way round."""
        draft, record = (frame.bearing == "denied" for frame in self.frames)
        return draft != record and (
            has_own_not(self.sides, in_draft=record) or is_one_negated(self.sides, in_draft=record)
        )

    @property
    def _says_condition(self) -> bool:
        """Whether the draft has the words of the record's condition, tied to the rest in another form."""
        if not listed_words("proof", "condition_likes") & {*self.wording.keys}:
            return False
        start, end = self.sentence
        words = condition_words(self.near.article.stated.text[start:end])
        keys = {stem(key) for key in self.wording.keys}
        held = [stem(w.key) in keys for w in words_of(words) if weight_of(w.key) >= MIN_TELLING]
        return bool(held) and sum(held) >= MIN_SAID * len(held)

    @cached_property
    def rank(self) -> float:
        """Closeness, with what speaks for the draft meaning this claim."""
        named = NAMED_BONUS * (self.mouth == "same")
        return self.closeness + named + PLAIN_BONUS * (self.bearing is None)

    @property
    def is_clear(self) -> bool:
        """Whether it says what the passage says so nearly, and so plainly in the same mouth, that none which has
        fewer of its words is meant instead."""
        near = self.near
        return (
            near.covered >= NEARLY_ALL
            and near.likely >= CLEARLY_LIKELY
            and not self.features["figures lacking"]
            and self.closeness >= CLEAR
            and self.mouth == "same"
            and self.bearing is None
        )

    @property
    def place(self) -> Place:
        """The same for who looks at it."""
        claim = self.near.claim
        in_marks = claim.stated.kind == "direct"
        return Place(self.near.article, claim, self.content, in_marks, round(self.closeness, 3))
