"""The verdict on what a draft gives in indirect speech: the nearest claims by meaning, and in what they depart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claims.corroborate.matching.pair_model import sigmoid
from claims.corroborate.matching.stems import stem
from claims.model import Reading, Span
from claims.proof.align import weight_of
from claims.proof.bearings import bearing_of
from claims.proof.certainty import SURE, certainty
from claims.proof.changes import pieces
from claims.proof.departures import MIN_TELLING, changes_of, has_own_not, other_word
from claims.proof.doubts import Spoken, mouth_between
from claims.proof.frames import Frame, condition_words, departs, frame_of, of_draft, sentence_of
from claims.proof.meaning import Near, Said, nearest
from claims.proof.model import Bearing, Finding, Passage, Place, RecordedArticle, Voice
from claims.proof.mouths import Mouth, relayed, same_mouth
from claims.proof.places import Found, within
from claims.proof.sides import Sides, lacking_figures, shared_figures, sides_of
from claims.proof.wording import Wording, wording_of
from claims.proof.words import words_of
from claims.rules.lists import load
from claims.rules.lists import words as listed_words

MAX_COMPARED = 10
"""Claims, the nearest by meaning, that are compared word by word."""
ON_RECORD, PERHAPS, PERHAPS_OWN = 0.4, 0.06, 0.03
"""Closeness from which the record says it, and from which it may; a claim of the very speaker may sooner."""
NEAR_ENOUGH = 0.1
"""Closeness from which a claim is shown as near to what is not on record."""
NONE_NEAR = "nothing is near it"
OTHER_MARGIN = 0.25
"""By which somebody else's claim is closer than the speaker's own, so that it is his."""
NAMED_BONUS, PLAIN_BONUS = 0.1, 0.05
"""By which a claim goes first whose speaker surely is the draft's, and one that is simply said."""
FIRST_TOLD: tuple[Bearing, ...] = ("denied", "asked")
"""What is told before any other words."""
MAX_SHOWN = 3
SURE_WHO = 0.9
"""Confidence from which it is sure whom a draft means."""
MIN_SAID = 0.6
"""Share of a condition's telling words from which a draft says it too."""


@dataclass(frozen=True)
class Beside:
    """A claim of the record beside a passage, with the words that correspond."""

    reading: Reading
    passage: Passage
    wording: Wording
    near: Near

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
        starts, ends = zip(self.sentence, self.content, strict=True)
        part = self.near.article.part(Span(min(starts), max(ends)))
        return within(self.wording, part, self.content)

    @cached_property
    def sides(self) -> Sides:
        """Both wordings as departures are looked for."""
        words = self.found.article.words
        ends = (*self.sentence, *self.content)
        at = [bisect_left(words, end, key=lambda word: word.start) for end in ends]
        return sides_of(self.found, (at[0], at[1]), (at[2], at[3]))

    @cached_property
    def closeness(self) -> float:
        """That the claim says what the passage is about, from 0 to 1."""
        weights: dict[str, float] = load("proof_weights")["weights"]
        return sigmoid(sum([weight * self.features[name] for name, weight in weights.items()]))

    @cached_property
    def features(self) -> dict[str, float]:
        """Every feature by its name in proof_weights.json, each from 0 to 1."""
        return {
            "bias": 1.0,
            "likely": self.near.likely,
            "covered": self.near.covered,
            "fit": self.found.score,
            "figures shared": float(bool(shared_figures(self.sides))),
            "figures lacking": float(bool(lacking_figures(self.sides))),
        }

    @cached_property
    def mouth(self) -> Mouth:
        """Whether the draft's speaker says it."""
        text = self.near.article.stated.text
        start = self.found.span.start if self.found.held else self.content.start
        at = Span(start, self.content.end)
        theirs = Spoken(relayed(text, at, self.near.claim.voice), text, at, self.near.claim.cue)
        cue = self.passage.claim.cue if self.passage.claim else ()
        ours = Spoken(self.passage.voice, self.reading.article.text, self.passage.span, cue)
        return mouth_between(ours, theirs)

    @cached_property
    def frames(self) -> tuple[Frame, Frame]:
        """What the draft does with it, and what the record does."""
        ours = of_draft(
            self.reading.article.text, self.passage.claim, self.passage.span, whole=True
        )
        return ours, frame_of(self.near.claim, self.near.article.stated.text, self.sentence)

    @cached_property
    def bearing(self) -> Bearing | None:
        """What only one of the two does with it."""
        departing = departs(*self.frames, alone=("denied", "asked", "hedged"))
        if departing == "denied" and self.is_denial_kept:
            return None
        if departing == "conditional" and self._says_condition:
            return None
        return departing or bearing_of(self.sides)

    @cached_property
    def is_denial_kept(self) -> bool:
        """Whether the draft says with a "not" what the record denies without one, or the other way round."""
        draft, record = (frame.bearing == "denied" for frame in self.frames)
        return draft != record and has_own_not(self.sides, in_draft=record)

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

    @property
    def rank(self) -> float:
        """Closeness, with what speaks for the draft meaning this claim."""
        named = NAMED_BONUS * (self.mouth == "same")
        return self.closeness + named + PLAIN_BONUS * (self.bearing is None)

    @property
    def place(self) -> Place:
        """The same for who looks at it."""
        claim = self.near.claim
        in_marks = claim.stated.kind == "direct"
        return Place(self.near.article, claim, self.content, in_marks, round(self.closeness, 3))


def compared(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> list[Beside]:
    """The claims that are nearest by meaning, each beside the passage."""
    wording = wording_of(reading.article.text, passage.span)
    near = nearest(Said(reading, passage), articles)[:MAX_COMPARED]
    return [Beside(reading, passage, wording, n) for n in near if n.claim.stated.content]


def prove_indirect(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Finding:
    """What the record holds of indirect speech; of a verdict that is not sure, that one cannot tell."""
    ranked = sorted(compared(reading, passage, articles), key=lambda b: -b.closeness)
    finding, best = judged(passage, ranked)
    if finding.verdict == "cannot tell" or certainty(finding, best) >= SURE:
        return finding
    if finding.verdict == "not on record" and is_silent(passage.voice, articles):
        return finding
    likely = ": ".join(
        filter(None, (finding.verdict, finding.bearing or ", ".join(finding.changes)))
    )
    places = finding.places
    if not places and best and best.closeness >= NEAR_ENOUGH:
        places = (best.place,)
    reasons = finding.reasons if finding.verdict == "not on record" else ()
    return replace(
        finding, verdict="cannot tell", bearing=None, places=places,
        reasons=(f"perhaps {likely}", *reasons),
    )  # fmt: skip


def is_silent(voice: Voice, articles: Sequence[RecordedArticle]) -> bool:
    """Whether nobody, or a speaker whom it is sure of not, says anything in articles that are near."""
    claims = [claim for article in articles for claim in article.claims if claim.counts]
    return not claims or (
        voice.confidence >= SURE_WHO
        and all(same_mouth(voice, claim.voice) == "other" for claim in claims)
    )


def judged(passage: Passage, ranked: Sequence[Beside]) -> tuple[Finding, Beside | None]:
    """The likeliest verdict, however sure, and the claim beside which it was reached; ranked: the closest first."""
    own = sorted((b for b in ranked if b.mouth != "other"), key=lambda b: -b.rank)
    others = [b for b in ranked if b.mouth == "other"]
    best, other = (some[0].closeness if some else 0.0 for some in (own, others))
    if other >= ON_RECORD and other >= best + OTHER_MARGIN:
        shown = tuple(b.place for b in others[:MAX_SHOWN])
        return Finding(passage, "other speaker", places=shown), others[0]
    if best >= ON_RECORD:
        return _of_speaker(passage, own), own[0]
    if any(b.closeness >= (PERHAPS_OWN if b.mouth == "same" else PERHAPS) for b in own):
        places = (own[0].place, *near(ranked, own[0]))
        return Finding(passage, "cannot tell", places=places), own[0]
    return not_on_record(passage, ranked), own[0] if own else next(iter(ranked), None)


def not_on_record(passage: Passage, ranked: Sequence[Beside]) -> Finding:
    """That it is not, with the claims that are near enough to be of use."""
    places = near(ranked)
    return Finding(passage, "not on record", places=places, reasons=() if places else (NONE_NEAR,))


def near(ranked: Sequence[Beside], but: Beside | None = None) -> tuple[Place, ...]:
    """The nearest claims that have something of the passage."""
    close = [b for b in ranked if b is not but and b.closeness >= NEAR_ENOUGH]
    return tuple(b.place for b in close[: MAX_SHOWN - (but is not None)])


def _of_speaker(passage: Passage, own: Sequence[Beside]) -> Finding:
    best = own[0]
    plain = Finding(
        passage, "paraphrase", places=tuple(b.place for b in own[:MAX_SHOWN]),
        pieces=tuple(pieces(best.found)) if best.found.held else (),
    )  # fmt: skip
    changes = changes_of(best.found, best.sides)
    if best.is_denial_kept:
        changes = tuple(change for change in changes if change != "negation")
    if best.bearing and (best.bearing in FIRST_TOLD or not changes):
        both = zip(("draft", "record"), best.frames, strict=True)
        shown = tuple(f"{who}: “{frame.shown}”" for who, frame in both if frame.shown)
        return replace(plain, verdict="other stance", bearing=best.bearing, reasons=shown)
    if changes:
        return replace(plain, verdict="differs", changes=changes)
    if other_word(best.found, best.sides):
        return replace(plain, verdict="cannot tell", changes=("words",))
    return plain
