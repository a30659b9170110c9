"""Fits how sure it is that a draft and the record, each of which seems to give the same words to another person,
mean two people, on the made-up drafts that are there to fit to; writes claims/rules/en/proof_mouth_weights.json.

    python -m training.proof_mouths
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from claims.proof.doubts import features_of
from claims.proof.mouths import same_mouth
from claims.proof.places import find
from claims.proof.quotation import MIN_SCORE, SAME_PLACE, Weighed
from claims.proof.wording import wording_of
from training.logistic import newton
from training.proof import Labelled, labelled

PLACE = Path(__file__).resolve().parents[1] / "claims" / "rules" / "en" / "proof_mouth_weights.json"
REASON = "Trained weights of whether two texts that seem to give words to two people mean two."
PENALTY = 0.3
DIGITS = 2
Example = tuple[str, dict[str, float], bool]


def examples() -> Iterator[Example]:
    """The bundle, the features where two people are read, and whether there are two."""
    for one in labelled("quotation"):
        if weighed := _meant(one):
            features = features_of(*weighed.spoken)
            yield one.bundle, features, one.label["verdict"] == "other_speaker"


def _meant(one: Labelled) -> Weighed | None:
    """The place that the label names, where somebody else is read there than in the draft."""
    record = one.label["record"]
    if record is None or not one.passage.is_given:
        return None
    found = find(wording_of(one.draft.article.text, one.passage.span), one.articles)
    best = max(MIN_SCORE, found[0].score - SAME_PLACE) if found else 1.0
    for place in found:
        weighed = Weighed(one.draft, one.passage, place)
        if (
            place.score >= best
            and weighed.claim
            and place.article.stated.doc == record["doc"]
            and same_mouth(*(spoken.voice for spoken in weighed.spoken)) == "other"
        ):
            return weighed
    return None


def fitted(rows: list[Example]) -> dict[str, float]:
    """Logistic regression (Cox 1958) by Newton's method, with a penalty on every weight but the first."""
    names = list(rows[0][1])
    x = np.array([[features[name] for name in names] for _, features, _ in rows])
    y = np.array([float(two) for *_, two in rows])
    weights = newton(x, y, np.full(len(names), PENALTY))
    return {name: round(float(w), DIGITS) for name, w in zip(names, weights, strict=True)}


def left_out(rows: list[Example]) -> Iterator[tuple[float, bool]]:
    """How likely two people are by weights that were fitted without the bundle, and whether there are two."""
    for bundle in sorted({bundle for bundle, *_ in rows}):
        weights = fitted([row for row in rows if row[0] != bundle])
        for name, features, two in rows:
            if name == bundle:
                total = sum(weight * features[feature] for feature, weight in weights.items())
                yield 1 / (1 + float(np.exp(-total))), two


def main() -> None:
    """Write the weights, and print what they are worth on bundles left out."""
    rows = list(examples())
    weights = fitted(rows)
    PLACE.write_text(json.dumps({"reason": REASON, "weights": weights}, indent=1) + "\n", "utf-8")
    print(f"{len(rows)} places, {sum(two for *_, two in rows)} of two people: {weights}")
    judged = sorted(left_out(rows))
    for at in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        two = sum(likely >= at for likely, is_two in judged if is_two)
        one = sum(likely >= at for likely, is_two in judged if not is_two)
        print(f"from {at}: {two} of two people, {one} of one, called two")


if __name__ == "__main__":
    main()
