"""How sure a verdict on indirect speech is: fitted weights of what was compared; below a threshold nobody can
tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from claims.corroborate.matching.pair_model import sigmoid
from claims.proof.align import like, weight_of
from claims.proof.departures import MIN_TELLING, negated_by
from claims.proof.meaning import Near
from claims.proof.model import Finding, Passage, Verdict
from claims.proof.places import Found
from claims.proof.sides import Sides
from claims.proof.wording import Wording
from claims.rules.lists import load
from claims.rules.lists import words as listed_words

SURE = 0.8
"""Likelihood that a verdict is right from which it is given."""
MANY_LEFT_OUT = 3
"""Telling words that a passage leaves out between those that it has, from which they are many."""
STANCE_WORDS = ("hedges", "hopes", "intentions", "open", "future")
SURE_OF: dict[Verdict, str] = {
    "paraphrase": "agrees", "differs": "differs", "other stance": "stance",
    "other speaker": "speaker", "not on record": "nowhere",
}  # fmt: skip
"""Verdicts that may be given up, and how their weights are called."""


class Beside(Protocol):
    """A claim of the record beside a passage, as far as it is looked at here."""

    @property
    def wording(self) -> Wording: ...
    @property
    def sides(self) -> Sides: ...
    @property
    def found(self) -> Found: ...
    @property
    def passage(self) -> Passage: ...
    @property
    def near(self) -> Near: ...


def certainty(finding: Finding, best: Beside | None) -> float:
    """How likely the verdict is right, from 0 to 1."""
    weights: dict[str, float] = load("proof_certainty_weights")["weights"]
    features = features_of(finding, best)
    return sigmoid(sum(weights.get(name, 0.0) * value for name, value in features.items()))


def features_of(finding: Finding, best: Beside | None) -> dict[str, float]:
    """Every feature by its name in proof_certainty_weights.json, each from 0 to 1; best: the claim beside which
    the verdict was reached, or that is nearest."""
    kind = SURE_OF[finding.verdict]
    told = best is not None and finding.verdict != "not on record"
    every = {"is": 1.0, **(_beside(best, finding) if best and told else {})}
    kinds = {f"in {change}": 1.0 for change in finding.changes}
    if best is not None and "negation" in finding.changes:
        kinds |= {f"in negation {negated_by(best.sides)}": 1.0}
    bearing = {f"as {finding.bearing}": 1.0} if finding.bearing else {}
    return {f"{kind} {name}": value for name, value in every.items()} | kinds | bearing


def _beside(best: Beside, finding: Finding) -> dict[str, float]:
    """How near the claim is, and how much of either has no counterpart in the other, but for the word by which
    one of them leaves open or plans what the other says."""
    stance = listed_words("proof", *STANCE_WORDS) if finding.bearing else frozenset[str]()
    keys, sides = _telling(best.wording.keys), best.sides
    own = [
        key
        for stretch in sides.stretches
        for key in _telling(word.key for word in stretch.draft)
        if key not in stance and not any(like(key, word.key) for word in stretch.record)
    ]
    inner = [s for s in sides.stretches if s.before is not None and s.after is not None]
    left_out = sum(len(_telling(word.key for word in s.record)) for s in inner)
    return {
        "fit": best.found.score,
        "own words": len(own) / len(keys) if keys else 1.0,
        "left out": min(1.0, left_out / MANY_LEFT_OUT),
        "voice": best.passage.voice.confidence,
        "record voice": best.near.claim.speaker_confidence,
    }


def _telling(keys: Iterable[str]) -> list[str]:
    return [key for key in keys if weight_of(key) >= MIN_TELLING]
