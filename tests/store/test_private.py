"""Who an unnamed source is, said by a person: beside the claim, in nothing derived from claims, and
handed out only by a store that was opened for it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from claims.errors import UsageError
from store.decisions.private import is_private
from store.records import Filters, Move
from store.store import Store, open_store
from store.upgrade import back_up
from tests.older_stores import as_revision

NAME = "Zora Quince"


@pytest.fixture
def desk(store: Store, make_reading: Callable[..., Any]) -> Store:
    """A store of one article whose last claim is that of "Officials"."""
    store.articles.save(make_reading())
    return store


def last_claim(store: Store) -> Any:
    """The claim of "Officials"."""
    return list(store.claims.select(Filters()))[-1]


def identify(store: Store, note: str = "") -> str:
    """Kim says who the officials are."""
    id = str(last_claim(store).id)
    store.decisions.decide(reviewer="Kim", moves=[Move("speaker", id, NAME)], note=note)
    return id


def test_the_claim_stays_as_the_article_has_it(desk: Store) -> None:
    """Speaker, kind and words are the machine's; the extraction is judged right."""
    before = last_claim(desk)
    identify(desk, note=f"it is {NAME}")
    claim = last_claim(desk)
    assert (claim.speaker, claim.speaker_kind, claim.mention) == (None, "group", "Officials")
    assert (claim.status, claim.reviewer, claim.machine) == ("correct", "Kim", None)
    assert (claim.private_speaker, claim.note) == (None, "")
    assert claim.reasons == before.reasons


def test_no_list_finds_it_by_the_name(desk: Store) -> None:
    """Neither filter nor search nor speakers, nor an alias learned from the words."""
    id = identify(desk)
    assert not list(desk.claims.select(Filters(speaker=("Quince",))))
    assert not list(desk.claims.search("Quince"))
    assert NAME not in [speaker.name for speaker in desk.speakers.select()]
    assert [decision.kind for decision in desk.decisions.history([id])[0][:1]] == ["speaker"]


def test_decisions_are_shown_without_the_name_and_the_note(desk: Store) -> None:
    """In lists, history, latest ones, and when taken back."""
    id = identify(desk, note=f"it is {NAME}")
    shown = repr(
        [
            desk.decisions.select(), desk.decisions.in_force(), desk.decisions.latest(9),
            desk.decisions.history([id]), desk.decisions.undo("Kim"), desk.decisions.redo("Kim"),
            desk.decisions.take_back("Kim"), desk.decisions.select(id),
        ]
    )  # fmt: skip
    assert "Quince" not in shown and "'speaker'" in shown


def test_a_store_opened_for_it_shows_it(desk: Store, make_reading: Callable[..., Any]) -> None:
    """On claims and in decisions, until it is taken back."""
    identify(desk, note="told me")
    with open_store(desk.location, private=True) as opened:
        claim = last_claim(opened)
        assert (claim.private_speaker, claim.note, claim.speaker) == (NAME, "told me", None)
        assert opened.decisions.in_force()[0].after == NAME
        opened.decisions.undo("Kim")
        assert last_claim(opened).private_speaker is None


def test_words_for_an_unnamed_source_become_nobody_s_alias(desk: Store) -> None:
    """Aliases are listed beside the name; a name that articles write is one all the same."""
    (speaker,) = [s for s in desk.speakers.select() if s.name == "Ana Reyes"]
    with pytest.raises(UsageError, match="do not name"):
        desk.decisions.alias("Kim", speaker.id, "the officials")
    desk.decisions.alias("Kim", speaker.id, "Mrs Reyes")
    assert "officials" not in repr(list(desk.speakers.select()))


def test_no_verdict_rests_on_it(desk: Store) -> None:
    """Weighing takes in what the article says."""
    identify(desk)
    with desk._engine.connect() as connection:
        from store.mapping.to_stated import stated_claim
        from store.queries.claims import claims_where

        assert "Quince" not in repr([stated_claim(c) for c in claims_where(connection)])


def test_where_the_article_names_the_source_the_name_is_an_ordinary_correction(desk: Store) -> None:
    """A reviewer who says so with the words themselves."""
    id = last_claim(desk).id
    at = desk.articles.get("a.txt").text.index("Reyes said")
    moves = [Move("source", id, f"[[{at}, {at + 5}]]"), Move("speaker", id, "Ana Reyes")]
    desk.decisions.decide(reviewer="Kim", moves=moves)
    claim = desk.claims.get(id)
    assert (claim.speaker, claim.mention, claim.status) == ("Ana Reyes", "Reyes", "corrected")


def test_a_claim_that_a_person_enters_keeps_its_unnamed_source_too(desk: Store) -> None:
    """Its name stands in the decision that enters it as well."""
    article = desk.articles.get("a.txt")
    entered = {"article": article.id, "content": [[0, 10]], "speaker": NAME}
    id = desk.decisions.add_claim("Kim", entered, f"{NAME} again")
    assert "Quince" not in repr([desk.claims.get(id), desk.decisions.select(id)])


@pytest.mark.parametrize(
    ("mention", "text", "private"),
    [
        ("he", f"{NAME} spoke. He said no.", False),
        ("He", "An official spoke. He said no.", True),
        ("the official", f"{NAME} spoke. The official said no.", True),
    ],
)
def test_a_pronoun_hides_nobody_whom_the_article_names(
    mention: str, text: str, private: bool
) -> None:
    """The reviewer says whom it means, and no more than the article does."""
    assert is_private("unnamed", mention, NAME, text) is private


@pytest.mark.parametrize(
    ("kind", "mention", "name", "private"),
    [
        ("unnamed", "a senior official", NAME, True),
        ("group", "Officials", NAME, True),
        ("none", "", NAME, True),
        ("unnamed", "he", NAME, True),
        ("unnamed", "an aide to Zora Quince", NAME, True),
        ("unnamed", "Quince", NAME, False),
        ("none", "Ms Zora Quince", NAME, False),
        ("person", "Quince", NAME, False),
        ("unnamed", "a senior official", "", False),
    ],
)
def test_what_is_private(kind: str, mention: str, name: str, private: bool) -> None:
    """A name that tells more than the article."""
    assert is_private(kind, mention, name) is private


def test_an_older_store_takes_the_name_back_out(
    tmp_path: Path, make_reading: Callable[..., Any]
) -> None:
    """An earlier version wrote it into the claim, and let verdicts rest on it."""
    path = tmp_path / "old.db"
    with open_store(path) as store:
        store.articles.save(make_reading())
        id = last_claim(store).id
        named = Move("source", id, "[[29, 38]]")
        store.decisions.decide(reviewer="Kim", moves=[named, Move("speaker", id, "Ana Reyes")])
        assert store.claims.get(id).speaker == "Ana Reyes"
    older = as_revision(path, "0014")
    with closing(sqlite3.connect(older)) as raw, raw:
        raw.execute("DELETE FROM decision WHERE kind = 'source'")
        raw.execute("DELETE FROM pendingarticle")
    with open_store(older) as store:
        assert (store.claims.get(id).speaker, store.claims.get(id).mention) == (None, "Officials")
        assert store.corroboration.is_stale()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_store_and_its_backups_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Its log too; the file of its writers' turn is empty."""
    path = tmp_path / "new.db"
    with open_store(path) as store:
        store.runs.start(None, "add")
        back_up(path, "0001")
        named = [file for file in tmp_path.iterdir() if file.name != "new.db-turn"]
        assert len(named) >= 2
        assert {file.stat().st_mode & 0o777 for file in named} == {0o600}


@pytest.mark.parametrize(
    ("mention", "name", "text", "private"),
    [
        ("the minister", "Zora Quince", "The minister spoke.", True),
        ("the minister", "Zora Quince", "Quince\nThe minister spoke.", False),
        ("the coast guard", "Velmora Coast Guard", "The coast guard spoke.", False),
        ("Marrant", "Ilse Marrant", "Marrant spoke.", False),
        ("he", "Zora Quince", "Ana Reyes spoke. He said no.", True),
        ("", "Zora Quince", "“We are lost,” Ana Reyes said. “All of us.”", True),
        ("", "Zora Quince", "“We are lost.” Zora Quince wept.", False),
        ("the minister", "Ana Price", "The minister spoke. The price of grain rose.", True),
        ("the minister", "Ana Price", "The minister spoke. Price rises followed.", True),
        ("the minister", "Ana Price", "Grain Price Up\nThe minister spoke.", True),
        ("the minister", "Ana Price", "The minister spoke, and so did Price.", False),
        ("the minister", "Ana Price", "Ana Price Resigns\nThe minister spoke.", False),
        ("the minister", "Ana Price", "ANA PRICE, 44.\nThe minister spoke.", False),
        ("the minister", "Jan van der Berg", "Van der Berg fell. The minister spoke.", False),
        ("the minister", "Ana Vélez-Price", "Then Vélez-Price spoke.", False),
    ],
)
def test_a_description_that_the_machine_took_for_somebody_hides_whom_the_article_does_not_name(
    mention: str, name: str, text: str, private: bool
) -> None:
    """Whom it does name, anywhere, can be put in the machine's place."""
    assert is_private("person", mention, name, text) is private


def test_a_decision_whose_claim_is_gone_tells_nothing(desk: Store) -> None:
    """Nobody can say any more whether the article named the source."""
    desk.decisions.decide("Kim", [Move("speaker", "0" * 32, NAME)], note=NAME)
    assert "Quince" not in repr(desk.decisions.select())
