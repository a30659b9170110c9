"""Counts that were changed behind the store's back, and what is done with them; what a save does not count."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import event, text

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.jobs.corroborate import bring_up_to_date
from cli.main import main
from store.counts import compare
from store.counts.compare import miscounted
from store.database import rows
from store.database.session import reading as opened
from store.records import Filters
from store.store import Store, open_store
from tests.store.older import make_older

BOTH = Speaker(
    "joint", None, mention="Mira Oduya and Asta Lund", members=("Mira Oduya", "Asta Lund")
)


def said(
    number: int, who: str | Speaker = "Tom Reyle", day: str = "2026-03-01", more: str = ""
) -> Reading:
    """An article with one claim."""
    speaker = Speaker("person", who, mention=who) if isinstance(who, str) else who
    words = f"Note {number}: the quay is shut, {speaker.mention} said. {more}"
    at = words.index(speaker.mention)
    source = (Span(at, at + len(speaker.mention)),)
    claim = Claim((), source, (Span(0, 8),), "indirect", Stance(), speaker, ())
    return Reading(
        Article(f"{number}.txt", words, published=day, outlet="Post"), Header(), (claim,)
    )


def faults(store: Store) -> list[str]:
    """What is miscounted."""
    with opened(store._engine, store.location) as connection:
        return list(miscounted(connection))


def change(store: Store, *statements: str) -> None:
    """Writes past the store."""
    with store._engine.begin() as raw:
        for statement in statements:
            raw.execute(text(statement))


def asked(store: Store) -> list[str]:
    """Statements on the counts of speakers, kept from now on, and those that read claims for days."""
    kept: list[str] = []

    def keep(_: object, __: object, statement: str, *___: object) -> None:
        if "speakercount" in statement or "min(nullif" in statement.lower():
            kept.append(" ".join(statement.split()))

    event.listen(store._engine, "before_cursor_execute", keep)
    return kept


@pytest.mark.parametrize("others", range(4))
def test_an_edition_with_joint_claims_is_saved_wherever_a_statement_ends(
    store: Store, monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    """Its claims keep their numbers, and the edition that had them may be counted after it."""
    store.articles.save(said(100, BOTH))
    monkeypatch.setattr(rows, "_ROWS_A_STATEMENT", 2)
    store.articles.save_many(
        [*(said(n) for n in range(others)), said(100, BOTH, more="Corrected."), said(200, BOTH)]
    )
    assert faults(store) == []


@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE speakercount SET claims = claims + 1 WHERE name = 'Ada Vole'",),
        ("UPDATE speakercount SET claims = claims - 1 WHERE name = 'Ada Vole'",),
        ("DELETE FROM speakercount",),
        ("DELETE FROM facetcount",),
        ("DELETE FROM speakeroutlet",),
    ],
)
def test_a_wrong_count_hinders_no_forgetting(store: Store, statements: Iterable[str]) -> None:
    """What cannot be right is seen, and everything is counted anew."""
    store.articles.save_many([said(1), said(2), said(3, "Ada Vole")])
    change(store, *statements)
    store.forgetting.forget([store.forgetting.find("speaker:Ada Vole")], "Kim")
    assert faults(store) == []
    assert [(s.name, s.claims) for s in store.speakers.select()] == [("Tom Reyle", 2)]


def test_a_server_s_words_beside_a_claim_s_values_are_held_against_the_claim(
    request: pytest.FixtureRequest,
) -> None:
    """Those of quotation and mention, as long as they say so."""
    with open_store(request.getfixturevalue("postgres").new_store()) as store:
        store.articles.save_many([said(1), said(2, "Ada Vole")])
        change(store, "UPDATE claim SET mention = 'the miller' WHERE mention = 'Ada Vole'")
        assert faults(store) == ["1 claims of which something else is kept to be counted"]
        store.integrity.recount()
        assert faults(store) == []
        assert store.claims.facet(Filters(text=("miller",)), "kind") == [("indirect", 1)]


def test_doctor_counts_anew_what_is_wrong_and_says_what(
    location: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """On both databases; where nothing is, it says that instead."""
    with open_store(location) as store:
        store.articles.save_many([said(1), said(2, "Ada Vole")])
        change(store, "UPDATE speakercount SET claims = 7 WHERE name = 'Ada Vole'")
    assert main(["doctor", "--repair", "--store", location]) == 0
    told = capsys.readouterr()
    assert told.out == "1 speakers whose counts are not those of their claims\n"
    assert "counted anew" in told.err
    with open_store(location) as store:
        assert store.integrity.recount() == () == store.integrity.verify().faults
    assert main(["doctor", "--repair", "--store", location]) == 2


def test_who_verifies_while_others_write_sees_one_moment(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article saved between two of its statements makes no fault."""
    with open_store(location) as store, open_store(location) as other:
        store.articles.save_many([said(1), said(2)])
        count, saved = compare._rows, list[object]()

        def while_another_writes(*given: object) -> object:
            if not saved:
                saved.append(other.articles.save(said(3, "Ada Vole")))
            return count(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(compare, "_rows", while_another_writes)
        assert store.integrity.verify().faults == ()
        assert saved


def test_one_wrong_article_is_one(store: Store) -> None:
    """And one wrong speaker, however its two rows differ."""
    store.articles.save_many([said(1), said(2, "Ada Vole")])
    change(
        store,
        "UPDATE articlecount SET published_key = 'x' "
        "WHERE article_id = (SELECT id FROM article WHERE doc = '1.txt')",
        "UPDATE speakercount SET name = 'Ada Voles' WHERE name = 'Ada Vole'",
    )
    assert faults(store) == [
        "1 speakers whose counts are not those of their claims",
        "1 articles whose counts are not those of their claims",
    ]


def test_a_repaired_older_store_is_counted_under_names_that_are_there(
    location: str, tmp_path: Path
) -> None:
    """The row that others are shown under may be lost: they are joined anew first."""
    with open_store(tmp_path / "today.db") as today:
        today.articles.save_many([said(1), said(2), said(3, "Ada Vole")])
        one, other = (speaker.id for speaker in today.speakers.select())
        today.decisions.merge("Kim", one, other)
        (shown,) = (speaker.id for speaker in today.speakers.select())
        change(
            today,
            f"UPDATE claim SET speaker_id = NULL WHERE speaker_id = '{shown}'",
            *(
                f"DELETE FROM {t} WHERE speaker_id = '{shown}'"
                for t in ("speakername", "speakerkey")
            ),
            f"DELETE FROM speaker WHERE id = '{shown}'",
            "UPDATE meta SET value = 0",
        )
        make_older(location, "0024", today)
    with open_store(location) as store:
        assert faults(store) == []
        assert len(list(store.speakers.select())) == 1


def test_weighing_rewrites_no_speaker_whose_numbers_stay(store: Store) -> None:
    """Only labels change by it."""
    store.articles.save_many([said(n) for n in range(3)])
    kept = asked(store)
    bring_up_to_date(store)
    assert faults(store) == []
    assert not [statement for statement in kept if statement.startswith(("INSERT", "DELETE"))]


def test_an_edition_of_the_newest_article_reads_no_other_claims(store: Store) -> None:
    """The day that goes comes again with it."""
    store.articles.save_many([said(n, day=f"2026-03-0{n}") for n in range(1, 4)])
    kept = asked(store)
    store.articles.save(said(3, day="2026-03-03", more="Corrected."))
    assert not [statement for statement in kept if "min(nullif" in statement.lower()]
    assert faults(store) == []
    (speaker,) = store.speakers.select()
    assert (speaker.first, speaker.last) == ("2026-03-01", "2026-03-03")


@pytest.mark.parametrize("word", ["text", "speaker"])
def test_a_long_query_is_answered(store: Store, word: str) -> None:
    """As many words as a condition can hold in SQLite."""
    store.articles.save(said(1))
    words = " ".join(f"w{n}" for n in range(200))
    assert list(store.claims.select(Filters(**{word: (words,)}))) == []
    assert store.claims.count(Filters(**{word: ("Reyle Tom",)})) == 1
