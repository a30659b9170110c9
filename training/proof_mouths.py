"""Fits how sure it is that a draft and the record, each of which seems to give the same words to another person,
mean two people, on the made-up drafts that are there to fit to; writes claims/rules/en/proof_mouth_weights.json.

    python -m training.proof_mouths
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.proof.doubts import features_of
from claims.proof.mouths import same_mouth
from claims.proof.places import AS_GOOD, find
from claims.proof.quotation import MIN_SCORE, Weighed
from claims.proof.wording import wording_of
from training.by_bundle import Example, fitted, left_out, write
from training.proof import Labelled, labelled

REASON = "Trained weights of whether two texts that seem to give words to two people mean two."
PENALTY = 0.3


def examples() -> Iterator[Example]:
    """Places where two people are read, and whether there are two."""
    for one in labelled("quotation"):
        if weighed := _meant(one):
            features = features_of(*weighed.spoken)
            yield Example(one.bundle, features, one.label["verdict"] == "other_speaker")


def _meant(one: Labelled) -> Weighed | None:
    """The place that the label names, where somebody else is read there than in the draft."""
    record = one.label["record"]
    if record is None or not one.passage.is_given:
        return None
    found = find(wording_of(one.draft.article.text, one.passage.span), one.articles)
    best = max(MIN_SCORE, found[0].score - AS_GOOD) if found else 1.0
    papers = tuple(article.stated.outlet for article in one.articles)
    for place in found:
        weighed = Weighed(one.draft, one.passage, place, papers)
        if (
            place.score >= best
            and weighed.claim
            and place.article.stated.doc == record["doc"]
            and same_mouth(*(spoken.voice for spoken in weighed.spoken)) == "other"
        ):
            return weighed
    return None


def main() -> None:
    """Write the weights, and print what they are worth on bundles left out."""
    rows = list(examples())
    weights = fitted(rows, PENALTY)
    write("proof_mouth_weights", REASON, weights)
    print(f"{len(rows)} places, {sum(row.right for row in rows)} of two people: {weights}")
    judged = list(left_out(rows, PENALTY))
    for at in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        two = sum(likely >= at for likely, is_two in judged if is_two)
        one = sum(likely >= at for likely, is_two in judged if not is_two)
        print(f"from {at}: {two} of two people, {one} of one, called two")


if __name__ == "__main__":
    main()
