"""A store with a few names, for a shell to complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from store import open_store

NAMES = ("Ilse Marrant", "Ivo Brandt-Hesse", "Tam O'Dowd")


@pytest.fixture(scope="session")
def named_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three speakers and an outlet."""
    path = tmp_path_factory.mktemp("named") / "store.db"
    claims = tuple(
        Claim(
            cue=(), source=(), content=(Span(place, place + 1),), kind="indirect", stance=Stance(),
            speaker=Speaker("person", name),
        )
        for place, name in enumerate(NAMES)
    )  # fmt: skip
    with open_store(path) as store:
        store.articles.save(Reading(Article("a", "abc", outlet="Lake Gazette"), Header(), claims))
    return path
