"""The verdict on what a draft gives in indirect speech: the nearest claims by meaning, and in what they depart."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace

from claims.model import Reading
from claims.proof.beside import BONUS, Beside
from claims.proof.certainty import SURE, certainty
from claims.proof.changes import pieces
from claims.proof.departures import changes_of, other_word
from claims.proof.model import Bearing, Finding, Passage, Place, RecordedArticle, Voice
from claims.proof.mouths import same_mouth
from claims.proof.nearest import clear_ones, compared

ON_RECORD, PERHAPS, PERHAPS_OWN = 0.4, 0.06, 0.03
"""Closeness from which the record says it, and from which it may; a claim of the very speaker may sooner."""
NEAR_ENOUGH = 0.1
"""Closeness from which a claim is shown as near to what is not on record."""
NONE_NEAR = "nothing is near it"
OTHER_MARGIN = 0.25
"""By which somebody else's claim is closer than the speaker's own, so that it is his."""
FIRST_TOLD: tuple[Bearing, ...] = ("denied", "asked")
"""What is told before any other words."""
MAX_SHOWN = 3
SURE_WHO = 0.9
"""Confidence from which it is sure whom a draft means."""


def prove_indirect(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Finding:
    """What the record holds of indirect speech; of a verdict that is not sure, that one cannot tell."""
    return _of_nearest(passage, compared(reading, passage, articles), articles)


def prove_clear(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Finding | None:
    """The same of the likeliest claims where one of them is clear, None where none is."""
    clear = clear_ones(reading, passage, articles)
    return _of_nearest(passage, clear, articles) if clear else None


def _of_nearest(
    passage: Passage, nearest: Sequence[Beside], articles: Sequence[RecordedArticle]
) -> Finding:
    ranked = sorted(nearest, key=lambda b: -b.closeness)
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
    own, others = _by_mouth(ranked)
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


def _by_mouth(ranked: Sequence[Beside]) -> tuple[list[Beside], list[Beside]]:
    """Those that the draft's speaker may say, by rank, and those that somebody else says; without those too far
    behind to be shown or told beside one that is on record, of which it is not looked at who says them."""
    own: list[Beside] = []
    others: list[Beside] = []
    for one in ranked:
        if len(own) >= MAX_SHOWN and one.closeness + BONUS < own[MAX_SHOWN - 1].rank:
            break
        if own and ON_RECORD <= own[0].closeness > one.closeness + OTHER_MARGIN:
            break
        if one.mouth == "other":
            others.append(one)
        else:
            insort(own, one, key=lambda b: -b.rank)
    return own, others


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
