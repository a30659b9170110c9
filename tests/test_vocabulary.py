"""Each closed list stands once: whoever shows, takes or weighs a member knows all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from claims.errors import UsageError
from claims.rules.vocabulary import (
    CHOICES,
    KINDS,
    LABEL_FILTERS,
    LABELS,
    STANCES,
    STATUSES,
    Label,
    Role,
    StanceName,
    Status,
    role_of,
)
from cli.filter_options import _HELP
from cli.views.cells import MARKS, STYLES
from cli.views.verdicts import LABEL_SIGNS, LABEL_STYLES
from store import open_store
from store.records import Filters


@pytest.mark.parametrize("name", get_args(StanceName))
def test_every_stance_has_a_meaning_and_a_word_for_a_citation(name: StanceName) -> None:
    """Only a plain assertion needs no word."""
    stance = STANCES[name]
    assert stance.meaning
    assert bool(stance.doing) == (name != "assert")
    assert stance.role in get_args(Role)


def test_an_unknown_stance_supports_nothing() -> None:
    """The worst error is to call a single-source claim corroborated."""
    assert role_of("warn", "positive") == "neutral"


@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_has_a_sign_and_a_style(status: Status) -> None:
    """They are told apart with colours and without."""
    assert status in MARKS and status in STYLES


@pytest.mark.parametrize(
    ("word", "members"),
    [("kind", KINDS), ("stance", tuple(STANCES)), ("status", STATUSES), ("label", tuple(LABELS))],
)
def test_every_member_can_be_asked_for_and_stands_in_the_help(
    word: str, members: tuple[str, ...]
) -> None:
    """What a list can be narrowed to is what claims can be."""
    assert set(members) <= set(CHOICES[word])
    assert all(member in _HELP[word] for member in members)


@pytest.mark.parametrize("label", get_args(Label))
def test_every_label_has_a_style_and_says_whether_it_is_weak(label: Label) -> None:
    """`check` lists the weak ones unasked; the worst error is to take one for corroborated."""
    assert label in LABELS and label in LABEL_STYLES and label in LABEL_SIGNS
    assert LABELS[label].weak == (label not in ("CORROBORATED", "UNSTATED"))


@pytest.mark.parametrize("label", [*LABEL_FILTERS])
def test_the_store_knows_every_label(tmp_path: Path, label: str) -> None:
    """A list narrowed to it is answered."""
    with open_store(tmp_path / "store.db") as store:
        assert list(store.propositions.select(Filters(label=(label,)))) == []
        assert list(store.claims.select(Filters(label=(label,)))) == []


@pytest.mark.parametrize("word", list(CHOICES))
def test_the_store_refuses_what_a_list_cannot_be_narrowed_to(tmp_path: Path, word: str) -> None:
    """An empty list would look like an answer."""
    filters = replace(Filters(), **{word: ("rumour",)})
    with open_store(tmp_path / "store.db") as store:
        for ask in (store.propositions.select, store.claims.select, store.speakers.select):
            with pytest.raises(UsageError, match=f"{word}: 'rumour' is none of"):
                list(ask(filters))
