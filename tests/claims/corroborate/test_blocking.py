"""Which pairs are compared: the same whatever the order, few by accident, and told apart by as
little as it takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.corroborate import blocking
from claims.corroborate.blocking import Change, Holders, Keys, Pair, all_pairs, heavy, light
from claims.corroborate.matching.blocking_keys import TAIL_BITS
from claims.corroborate.matching.comparison import compare_words
from claims.corroborate.matching.constraints import MIN_LIKELIHOOD_CONFLICT, MIN_TELLING_MASS
from claims.corroborate.matching.features import features_of
from claims.corroborate.matching.pair_model import (
    decide,
    likelihood,
    out_of_reach,
    undivided,
)
from claims.corroborate.matching.propositions import Statement
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.model import Span


class Held:
    """A KeyIndex in memory, which counts what is read of it."""

    def __init__(self) -> None:
        self.keys: dict[int, Keys] = {}
        self.read = 0

    def keys_of(self, holders: Collection[int]) -> Mapping[int, Keys]:
        return {holder: self.keys[holder] for holder in holders if holder in self.keys}

    def replace(self, old: Mapping[int, Keys], keys: Mapping[int, Keys]) -> None:
        assert old == self.keys_of(keys)
        self.keys = {h: k for h, k in {**self.keys, **keys}.items() if k}

    def first_holders(self, keys: Collection[int]) -> Mapping[int, Holders]:
        self.read += len(keys)
        return {key: Holders.of(held) for key in keys if (held := self.holders(key))}

    def holders(self, key: int) -> Sequence[int]:
        return sorted(holder for holder, keys in self.keys.items() if key in keys)


def changed(index: Held, pairs: set[Pair], keys: Mapping[int, Keys]) -> set[Pair]:
    """The pairs after a change, as incremental.py puts them in place of the former ones."""
    change = Change(index, keys)
    kept = {pair for pair in pairs if not set(pair) & keys.keys()}
    return (
        kept - change.gone({pair for pair in kept if set(pair) & change.shaken.keys()})
    ) | change.new


KEYS = st.lists(
    st.integers(1, 5).flatmap(lambda n: st.sampled_from([light(2 * n), heavy(2 * n)])), max_size=4
)
CHANGES = st.lists(
    st.dictionaries(st.integers(1, 12), KEYS.map(lambda some: tuple(set(some))), max_size=4),
    max_size=12,
)


@given(CHANGES)
def test_any_changes_end_at_the_pairs_of_what_is_there(changes: list[dict[int, Keys]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "MAX_PAIRED_HOLDERS", 3)
        patch.setattr(blocking, "FIRST_HOLDERS", 2)
        patch.setattr(blocking, "KEYS_LOOKED_UP_FIRST", 1)
        index, pairs = Held(), set[Pair]()
        for keys in changes:
            pairs = changed(index, pairs, keys)
        assert pairs == all_pairs(index.keys)


def test_what_only_comes_in_is_looked_up_once() -> None:
    index = Held()
    Change(index, {holder: tuple(range(holder, holder + 40, 2)) for holder in range(0, 200, 2)})
    assert index.read == len({key for keys in index.keys.values() for key in keys})


def said(quote: str, published: str, speaker: str = "Ana Reyes") -> Statement:
    """A claim that is all of its article."""
    id = f"{quote} {published}"
    claim = StatedClaim(
        id, f"a {id}", quote, (Span(0, len(quote)),), speaker, "person", (), speaker, None, None, None, (), "indirect",
        "assert", "positive", False, False,
    )  # fmt: skip
    return Statement(
        claim, StatedArticle(f"a {id}", id, quote, "Post", None, (), (), published, ())
    )


def compared(one: Statement, other: Statement) -> bool:
    return bool(all_pairs({1: one.keys, 2: other.keys}))


SHORT, LONG = "the quarry must shut", "every blacksmith of the quarry went home"


def test_one_rare_word_of_one_voice_is_compared_about_the_same_time() -> None:
    assert compared(said(SHORT, "2031-03-30"), said(LONG, "2031-04-02"))


def test_one_rare_word_of_one_voice_years_apart_is_an_accident() -> None:
    assert not compared(said(SHORT, "2031-03-30"), said(LONG, "2036-04-02"))


def test_one_rare_word_of_one_voice_is_an_accident_two_months_later() -> None:
    assert not compared(said(SHORT, "2031-03-30"), said(LONG, "2031-05-30"))


NEIGHBOURS = (
    "the quarry blacksmith must leave",
    "every evening a quarry blacksmith sang in the tavern",
)


def test_two_rare_neighbours_are_compared_about_the_same_time_whoever_speaks() -> None:
    one, other = NEIGHBOURS
    assert compared(said(one, "2031-03-30"), said(other, "2031-04-02", "Ilva Dorn"))


def test_two_rare_neighbours_of_two_people_years_apart_are_an_accident() -> None:
    one, other = NEIGHBOURS
    assert not compared(said(one, "2031-03-30"), said(other, "2036-04-02", "Ilva Dorn"))


def test_keys_of_one_stem_or_one_voice_lie_side_by_side() -> None:
    """Whoever enters a claim writes on few pages of the index."""
    undated = [key for key in said(LONG, "2031-03-30").keys if not key & 1]
    assert len({key >> TAIL_BITS for key in undated}) <= len(undated) // 2


def test_a_statement_repeated_years_later_is_compared() -> None:
    assert compared(said(LONG, "2031-03-30"), said("at the quarry a blacksmith", "2036-04-02"))


def test_without_dates_one_rare_word_of_one_voice_is_compared() -> None:
    assert compared(said(SHORT, ""), said(LONG, ""))


def test_the_words_around_are_not_read_where_they_could_change_nothing() -> None:
    one = said(
        "40 weavers lost their looms, their cottages and a winter of wages when a quarry flooded the lower meadow",
        "2031-03-30",
    )
    other = said(
        "at 7 a blacksmith sang of harvests, sailors and the orchard beside the quarry of her youth",
        "2036-04-02",
        "Ilva Dorn",
    )
    assert decide(one.claim, one.content, other.claim, other.content).relation == "apart"
    assert "topic" not in vars(one.content) and "context" not in vars(other.content)


@given(
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from([-1, 0, 1]),
    st.floats(0, 1),
    st.integers(0, 90),
)
def test_no_words_around_would_have_changed_what_is_decided_without_them(
    context: float, topic: float, voice: int, cosine: float, days: int
) -> None:
    """What is out of reach of being one is so whatever paragraph and topic are."""
    one, other = said(SHORT, "2031-03-30"), said(LONG, "2031-04-02")
    agreement = compare_words(one.claim, one.content, other.claim, other.content)
    assert agreement
    agreement = replace(
        agreement,
        likeness=replace(agreement.likeness, cosine=cosine),
        setting=replace(agreement.setting, voice=voice, days_apart=days),
    )
    if out_of_reach(agreement, one.claim, other.claim):
        around = features_of(agreement.around(context, topic), one.claim, other.claim)
        assert likelihood(around) < MIN_LIKELIHOOD_CONFLICT
        telling_little = agreement.likeness.shared_mass < MIN_TELLING_MASS
        assert telling_little or likelihood(undivided(around)) < MIN_LIKELIHOOD_CONFLICT
