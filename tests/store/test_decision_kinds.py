"""Each kind of decision stands once: whoever writes, undoes, shows or weighs one knows all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest

from claims.corroborate.decisions import decisions_in_force
from claims.errors import UsageError
from cli.views.review import both_values, deed
from store.records import DecisionRecord, Move
from store.records.kinds import (
    CORRECTIONS,
    DECISIONS,
    PAIRS,
    DecisionName,
    Subject,
    kind_of,
    names_of,
)
from store.store import Store

VALUES: dict[DecisionName, tuple[str, str]] = {
    "status": ("wrong", "wrong"),
    "speaker": ("Ilse Marrant", "speaker Ilse Marrant"),
    "content": ("[[0, 4]]", "content put right"),
    "source": ("[[0, 4]]", "source put right"),
    "cue": ("[[0, 4]]", "cue put right"),
    "stance": ("deny/negative", "stance deny, negative"),
    "chain": ('["Tarne Herald", "LNA"]', "through Tarne Herald ← LNA"),
    "kind": ("direct", ""),
    "add": ('{"speaker": "Ilse Marrant"}', "claim entered"),
    "proposition": ('{"with": "abcdef0123", "same": true}', "same as abcdef01: one proposition"),
    "origin": ('{"with": "abcdef0123", "relation": "same"}', "same origin as abcdef01"),
    "outlet": ("Lake Gazette", "outlet Lake Gazette"),
    "wire": ("", "wire nobody"),
    "read": ("yes", "article read wholly"),
    "alias": ("the Old Fox", "also “the Old Fox”"),
    "merge": ("abcdef0123", "merge abcdef0123"),
    "split": ('{"rows": []}', 'split {"rows": []}'),
    "role": ('{"office": "mayor"}', 'role {"office": "mayor"}'),
    "undo": ("", "undo"),
    "forget": ("{}", "forget {}"),
}


def test_the_table_has_every_kind() -> None:
    """A kind that is typed and not described would be shown as it stands."""
    assert set(DECISIONS) == set(get_args(DecisionName)) == set(VALUES)


@pytest.mark.parametrize("name", get_args(DecisionName))
def test_every_kind_is_said_in_words(name: DecisionName) -> None:
    """As the browser and `review` say it."""
    value, words = VALUES[name]
    assert deed(name, value) == words


def test_a_kind_of_a_later_version_is_said_as_it_stands() -> None:
    """Never as another kind."""
    assert deed("verified", "twice") == "verified twice"
    assert kind_of("verified").subject == "unknown"


@pytest.mark.parametrize("name", PAIRS)
def test_corroboration_understands_every_comparison_of_two_claims(name: DecisionName) -> None:
    """One that it does not know would change no verdict."""
    value, _ = VALUES[name]
    assert decisions_in_force([(name, "0123456789", value, "by Kim")]) != decisions_in_force([])
    assert kind_of(name).others(value) == {"abcdef0123"}


@pytest.mark.parametrize("subject", ["claim", "article", "speaker"])
def test_every_subject_has_kinds_and_every_kind_one_subject(subject: Subject) -> None:
    """Effects run by subject."""
    assert names_of(subject)


def test_a_kind_that_there_is_none_of_is_refused(
    store: Store, make_reading: Callable[..., Any]
) -> None:
    """Nothing is written, and the message names the kinds."""
    store.articles.save(make_reading())
    claim = next(store.claims.select())
    with pytest.raises(UsageError, match="'verified' is none of status, speaker"):
        store.decisions.decide("Kim", [Move("verified", claim.id, "yes")])  # type: ignore[arg-type]
    assert store.decisions.select() == []


@pytest.mark.parametrize("name", CORRECTIONS)
def test_every_correction_changes_the_claim_and_is_taken_back(
    store: Store, make_reading: Callable[..., Any], name: DecisionName
) -> None:
    """What was put right stands in the claim, beside the machine's value, which stands again once it
    is undone."""
    store.articles.save(make_reading())
    before = next(store.claims.select())
    value = {"kind": "direct", "content": "[[4, 10]]", "cue": "[[4, 10]]", "source": "[[4, 10]]"}
    store.decisions.decide("Kim", [Move(name, before.id, value.get(name, VALUES[name][0]))])
    changed = store.claims.get(before.id)
    assert changed.status == "corrected" and changed.machine
    assert name in {shown for shown, *_ in both_values(changed)}
    assert store.decisions.select()[-1].before is not None
    store.decisions.undo("Kim")
    assert store.claims.get(before.id) == before


def test_a_decision_shows_its_subject_in_the_list_of_decisions() -> None:
    """By the first characters of its id, with the name of the office."""
    from cli.views.speakers import said_decision

    role = DecisionRecord(
        3, "2026-03-01T10:00:00", "Kim", "role", "c3" * 16, None, '{"office": "mayor"}', ""
    )
    assert said_decision(role) == "3, role mayor of c3c3c3c3 (by Kim, 2026-03-01)"
