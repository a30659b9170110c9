"""Whether the noun by which a draft calls a speaker is somebody else's in the record."""

from __future__ import annotations

import pytest

from claims.proof.offices import is_called_otherwise

RECORD = (
    "Prakash Ennis, the firm’s director, said: “Let them show it and I will resign the same day.” Nobody in the "
    "hall had expected that, and it was some minutes before the chairman of the inquiry found his place in the "
    "papers again. Then counsel for the ministry rose and asked for an adjournment."
)


def test_a_noun_that_the_record_has_for_another_is_not_whom_it_names() -> None:
    assert is_called_otherwise("Softlane's counsel", "Prakash Ennis", RECORD)


@pytest.mark.parametrize(
    "described",
    ["the firm's director", "an engineer", "an official", "a man", "counsel"],
    ids=["his own", "nobody's in the record", "anybody's", "of anybody", "no description"],
)
def test_a_noun_that_may_be_his_tells_nothing(described: str) -> None:
    assert not is_called_otherwise(described, "Prakash Ennis", RECORD)
