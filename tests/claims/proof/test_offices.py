"""Whether the noun by which a draft calls a speaker is somebody else's in the record."""

from __future__ import annotations

import pytest

from claims.proof.offices import is_called_otherwise

RECORD = (
    "Prakash Ennis, the firm’s director, said: “Let them show it and I will resign the same day.” Nobody in the "
    "hall had expected that, and it was some minutes before the chairman of the inquiry found his place in the "
    "papers again. Then counsel for the ministry rose and asked for an adjournment."
)


@pytest.mark.parametrize("described", ["Softlane's counsel", "the counsel in the case"])
def test_a_noun_that_the_record_has_for_another_is_not_whom_it_names(described: str) -> None:
    assert is_called_otherwise(described, "Prakash Ennis", RECORD)


@pytest.mark.parametrize(
    ("described", "name", "record"),
    [
        ("the firm's director", "Prakash Ennis", RECORD),
        ("the engineer", "Prakash Ennis", RECORD),
        ("the man", "Prakash Ennis", RECORD),
        ("a counsel", "Prakash Ennis", RECORD),
        ("the firm's director", "Jan Müller", RECORD.replace("Prakash Ennis", "Jan Müller")),
        ("the minister", "Anna Roe", "Anna Roe said so." + " It was so." * 9 + " The prime minister was away."),
        ("the driver", "Anna Roe", "Anna Roe said so." + " It was so." * 9 + " A driver was hurt."),
        ("Keld's chair", "Anna Roe", "Anna Roe, who chairs it, said so." + " It was." * 9 + " The chair left."),
    ],
    ids=["his own", "nobody's", "of anybody", "of one of many", "an accent", "a prime one", "one of others", "a verb"],
)  # fmt: skip
def test_a_noun_that_may_be_his_tells_nothing(described: str, name: str, record: str) -> None:
    assert not is_called_otherwise(described, name, record)
