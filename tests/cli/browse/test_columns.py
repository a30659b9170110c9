"""What a row of a list says of a record."""

from __future__ import annotations

from dataclasses import replace

from claims.rules.vocabulary import LABELS
from cli.browse.columns import CLAIM, claim_cells, fitted, verdict_cells
from store.records import Filters
from store.store import Store


def test_a_denial_is_never_listed_as_an_assertion(desk: Store) -> None:
    """The check's row names the stance of a wording that is denied."""
    verdict = next(
        v
        for v in desk.propositions.select(Filters())
        if v.claims[0].claim.quote == "the lock is open"
    )
    denied = replace(verdict.claims[0].claim, stance="deny")
    cells = verdict_cells(replace(verdict, claims=(replace(verdict.claims[0], claim=denied),)))
    assert cells[-1].plain == "[deny] the lock is open"


def test_a_line_is_as_wide_as_the_screen(desk: Store) -> None:
    """Wide letters are counted by the cells they take."""
    one = next(iter(desk.claims.select()))
    wide = replace(one, quote="橋は閉鎖されている" * 9)
    assert fitted(CLAIM, claim_cells(wide), 80, marker="›").cell_len == 80


def test_a_status_is_told_by_a_sign(desk: Store) -> None:
    """Five signs for five statuses, and one for a claim that a person entered."""
    one = replace(next(iter(desk.claims.select())), label=None)
    signs = [
        claim_cells(replace(one, status=s))[0].plain
        for s in ("unreviewed", "correct", "corrected", "wrong", "unsure")
    ]
    assert signs == ["· ", "✓ ", "✎ ", "✗ ", "? "]
    assert claim_cells(replace(one, status="correct", added=True))[0].plain == "+ "


def test_a_label_is_told_by_a_sign_and_by_a_colour(desk: Store) -> None:
    """Beside the status; each has its own of both, so that either is enough."""
    one = next(iter(desk.claims.select()))
    cells = [claim_cells(replace(one, label=label))[0] for label in LABELS]
    assert len({cell.plain[1] for cell in cells}) == len(LABELS)
    assert len({str(cell.spans[-1].style) for cell in cells}) == len(LABELS)
