"""Fits how sure a verdict on indirect speech is, on the made-up drafts that are there to fit to; writes
claims/rules/en/proof_certainty_weights.json.

    python -m training.proof_certainty
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.proof.certainty import SURE, features_of
from claims.proof.indirect import judged
from claims.proof.nearest import compared
from training.by_bundle import Example, fitted, left_out, write
from training.proof import labelled

REASON = "Trained weights of whether a verdict on indirect speech is right."
PENALTY = 0.1


def examples() -> Iterator[Example]:
    """What each verdict rests on, and whether it is the label's."""
    for one in labelled("indirect"):
        ranked = sorted(
            compared(one.draft, one.passage, one.articles, every=True),
            key=lambda beside: -beside.closeness,
        )
        finding, best = judged(one.passage, ranked)
        if finding.verdict != "cannot tell":
            right = finding.verdict.replace(" ", "_") == one.label["verdict"]
            yield Example(one.bundle, features_of(finding, best), right)


def main() -> None:
    """Write the weights, and print what they are worth on bundles left out."""
    rows = list(examples())
    weights = dict(sorted(fitted(rows, PENALTY).items()))
    write("proof_certainty_weights", REASON, weights)
    print(f"{len(rows)} verdicts, {sum(row.right for row in rows)} of them right: {weights}")
    judged_so = list(left_out(rows, PENALTY))
    for at in (0.0, 0.5, 0.6, 0.7, 0.8, SURE):
        given = [right for likely, right in judged_so if likely >= at]
        print(f"from {at}: {len(given)} given, {sum(given)} of them right")


if __name__ == "__main__":
    main()
