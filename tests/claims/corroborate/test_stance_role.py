"""What each stance says about its content: it, its contrary, or neither."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from claims.corroborate.matching.constraints import stance_role
from claims.corroborate.model import StatedClaim
from claims.rules.vocabulary import Polarity, StanceName

ROLES = {
    ("assert", "positive"): "supports",
    ("believe", "positive"): "supports",
    ("plan", "positive"): "supports",
    ("promise", "positive"): "supports",
    ("accuse", "positive"): "supports",
    ("deny", "positive"): "denies",
}
"""Every other pair is neutral: questions, refusals, and whatever is negated ("did not deny", "does
not think")."""


@pytest.mark.parametrize(
    ("stance", "polarity"), list(product(get_args(StanceName), get_args(Polarity)))
)
def test_only_unnegated_statements_and_denials_bear_on_the_content(
    stance: StanceName, polarity: Polarity
) -> None:
    """A negated denial is neither a denial nor an assertion."""
    claim = StatedClaim.__new__(StatedClaim)
    object.__setattr__(claim, "stance", stance)
    object.__setattr__(claim, "polarity", polarity)
    assert stance_role(claim) == ROLES.get((stance, polarity), "neutral")
