"""Names by their beginning: a look that makes nothing and never fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from store import open_store
from store.name_lookup import MAX_NAMES, names_beginning, names_with_word


def _reading(*names: str) -> Reading:
    def claim(place: int, name: str) -> Claim:
        return Claim(
            cue=(), source=(), content=(Span(place, place + 1),), kind="indirect", stance=Stance(),
            speaker=Speaker("person", name),
        )  # fmt: skip

    article = Article("a", "x" * (len(names) + 1), outlet="Lake Gazette")
    claims = tuple(claim(place, name) for place, name in enumerate(names))
    return Reading(article, Header(), claims)


def test_names_begin_as_typed_or_with_a_capital(location: str) -> None:
    """In both databases, in order."""
    with open_store(location) as store:
        store.articles.save(_reading("Ilse Marrant", "Ivo Brandt", "Tam Oduya"))
    assert names_beginning(location, "speaker", "i") == ["Ilse Marrant", "Ivo Brandt"]
    assert names_beginning(location, "speaker", "Tam O") == ["Tam Oduya"]
    assert names_beginning(location, "outlet", "la") == ["Lake Gazette"]
    assert names_beginning(location, "speaker", "%") == []


def test_a_later_word_is_found(location: str) -> None:
    """A surname, in any case."""
    with open_store(location) as store:
        store.articles.save(_reading("Ilse Marrant", "Ivo Brandt"))
    assert names_with_word(location, "speaker", "mar") == ["Ilse Marrant"]
    assert names_with_word(location, "speaker", "ilse") == []


def test_no_more_than_a_person_looks_through(tmp_path: Path) -> None:
    """However many there are."""
    path = str(tmp_path / "store.db")
    names = [f"Ana Reyes{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(MAX_NAMES + 9)]
    with open_store(path) as store:
        store.articles.save(_reading(*names))
    assert len(names_beginning(path, "speaker", "Ana")) == MAX_NAMES


@pytest.mark.parametrize("content", [None, b"no database", b""])
def test_what_is_no_store_has_no_names_and_stays_as_it_is(
    tmp_path: Path, content: bytes | None
) -> None:
    """Nothing is made, and nothing raised."""
    path = tmp_path / "store.db"
    if content is not None:
        path.write_bytes(content)
    assert names_beginning(str(path), "speaker", "A") == []
    assert (path.read_bytes() if path.exists() else None) == content


def test_no_folder_and_no_server_is_asked_in_vain() -> None:
    """Nor a URL that is none."""
    for location in ("/", "postgresql://localhost:1/none", "no://thing", "sqlite:///none.db"):
        assert names_beginning(location, "speaker", "A") == []


def test_the_beginning_is_found_by_the_index(tmp_path: Path) -> None:
    """A store of a million names answers as fast as one of ten."""
    import sqlite3

    from store.name_lookup import _BEGINNING

    path = tmp_path / "store.db"
    open_store(path).close()
    values = {"typed": "A", "typed_end": "B", "capital": "A", "capital_end": "B", "most": 1}
    for subject in ("speaker", "outlet"):
        query = f"EXPLAIN QUERY PLAN {_BEGINNING.format(subject=subject)}"
        plan = [row[3] for row in sqlite3.connect(path).execute(query, values)]
        searched = [
            step for step in plan if step.startswith(("SEARCH", "SCAN")) and subject in step
        ]
        assert len(searched) == 2
        assert all("SEARCH" in step and f"ix_{subject}_name" in step for step in searched), plan
