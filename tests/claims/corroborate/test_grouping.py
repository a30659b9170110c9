"""What holds a proposition together, and what keeps two apart."""

from __future__ import annotations

import pytest

from claims.corroborate.matching.propositions import Statement, join_claims, tied
from claims.corroborate.model import ClaimPair
from tests.claims.corroborate.newsroom import article, claim

IDS = tuple(f"d{number}-0" for number in range(5))


def statements() -> list[Statement]:
    """One claim in each of five articles."""
    told = [article(f"d{number}", claim(f"Speaker {number}")) for number in range(5)]
    return [Statement(one.claims[0], one) for one in told]


def same(a: int, b: int, closeness: float = 0.9) -> ClaimPair:
    return ClaimPair(IDS[a], IDS[b], "same", closeness, "alike")


def conflict(a: int, b: int) -> ClaimPair:
    return ClaimPair(IDS[a], IDS[b], "conflict", 0.9, "other number")


def groups(*pairs: ClaimPair, apart: tuple[tuple[str, str], ...] = ()) -> set[tuple[int, ...]]:
    """Those of more than one claim."""
    found = join_claims(statements(), pairs, apart).groups
    return {tuple(sorted(group)) for group in found if len(group) > 1}


def test_two_claims_that_say_the_same_are_one_proposition() -> None:
    assert groups(same(0, 1)) == {(0, 1)}


def test_one_pair_alike_does_not_chain_two_groups_together() -> None:
    assert groups(same(0, 1), same(2, 3), same(1, 2, 0.7)) == {(0, 1), (2, 3)}


def test_groups_alike_on_the_whole_are_one() -> None:
    assert groups(same(0, 1), same(2, 3), same(1, 2, 0.7), same(0, 3, 0.7)) == {(0, 1, 2, 3)}


def test_what_contradicts_a_member_stays_out() -> None:
    assert groups(same(0, 1), same(1, 2), same(0, 2), conflict(0, 2)) == {(0, 1)}


def test_what_a_person_parted_stays_apart_through_others_too() -> None:
    parted = ((IDS[0], IDS[2]),)
    assert groups(same(0, 1, 0.95), same(1, 2), same(0, 2), apart=parted) == {(0, 1)}


def test_what_a_person_joined_is_one_whatever_rules_find() -> None:
    assert groups(conflict(1, 2), tied(IDS[1], IDS[2])) == {(1, 2)}


def test_the_reason_is_that_of_the_pair_through_which_a_claim_joined() -> None:
    grouping = join_claims(statements(), [same(0, 1), same(0, 2, 1.0)])
    assert grouping.reasons[1].reason == "alike"
    assert not grouping.reasons[1].confirmed
    assert grouping.reasons[2].confirmed


def test_a_pair_of_an_unknown_claim_is_refused() -> None:
    with pytest.raises(KeyError):
        join_claims(statements(), [ClaimPair("x", IDS[0], "same", 0.9, "alike")])
