"""A change of what decides verdicts or joins cannot leave stores with stale ones in silence."""

from __future__ import annotations

import pytest

from tests.rules_version import SPEAKS_FOR, current, digest, recorded


@pytest.mark.parametrize("name", list(SPEAKS_FOR))
def test_changed_rules_count_up_their_version(name: str) -> None:
    """Stores weigh or join anew when RULES is counted up, and only then."""
    now, then = current()[name], recorded()[name]
    assert now == then, (
        f"what decides {name} changed: count RULES up where an outcome can change, "
        "then run python -m tests.rules_version"
    )


def test_a_word_of_a_list_is_part_of_the_version() -> None:
    """Lists decide as code does."""
    _, folder, lists = SPEAKS_FOR["corroboration"]
    assert digest(folder, lists) != digest(folder, lists[1:])
