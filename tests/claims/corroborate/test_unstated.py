"""What somebody asks for, refuses or leaves open is labelled as that, and never as what nobody
is named for."""

from __future__ import annotations

import pytest

from claims.corroborate.model import StatedClaim
from claims.rules.vocabulary import StanceName
from tests.claims.corroborate.newsroom import claim, verdict_on


@pytest.mark.parametrize("stance", ["ask", "decline"])
def test_what_a_named_speaker_does_not_state_is_unstated(stance: StanceName) -> None:
    verdict = verdict_on(claim("Mira Oduya", stance=stance))
    assert (verdict.label, verdict.origins_min, verdict.origins_max) == ("UNSTATED", 0, 0)
    assert verdict.reasons == (
        "Nobody states it: it is only asked, refused or left open, by Mira Oduya.",
    )


def test_so_is_what_somebody_without_a_name_asks() -> None:
    assert verdict_on(claim(None, "unnamed", mention="an official", stance="ask")).label == (
        "UNSTATED"
    )


def test_what_nobody_at_all_asks_stays_unsourced() -> None:
    assert verdict_on(claim(None, "none", mention="", stance="ask")).label == "UNSOURCED"


def test_one_who_states_it_makes_it_a_statement() -> None:
    asked: StatedClaim = claim("Mira Oduya", stance="ask")
    assert verdict_on(asked, claim("Tomas Reyle")).label == "SINGLE"


def test_a_reason_names_the_first_three_who_ask() -> None:
    asking = (claim(f"Speaker {letter}", stance="ask") for letter in "ABCDE")
    assert verdict_on(*asking).reasons[0].endswith("by Speaker A, Speaker B, Speaker C and 2 more.")
