"""Asking: filters, speakers, ids, search."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, text

from claims.errors import UsageError
from claims.model import Speaker
from store.queries.days import period
from store.queries.filters import conditions
from store.records import Filters, Move
from store.store import Store, open_store
from store.tables import ClaimRow
from store.tables.columns import table_of


def _quotes(store: Store, **filters: Any) -> list[str]:
    return [claim.quote for claim in store.claims.select(Filters(**filters))]


@pytest.mark.parametrize(
    ("value", "after"),
    [("2017", "2018-01-01"), ("2017-12", "2018-01-01"), ("2017-02-28", "2017-03-01")],
)
def test_a_period_ends_before_the_next(value: str, after: str) -> None:
    """Years, months and days are whole."""
    assert period(value)[1] == after


@pytest.mark.parametrize("value", ["2017-13", "2017-02-30", "17", "yesterday", "2017-3"])
def test_what_is_no_date_is_refused(value: str) -> None:
    """Wrong dates are wrong use."""
    with pytest.raises(UsageError, match="is no date"):
        period(value)


def test_claims_come_by_date_and_place_in_the_text(store: Store, make_reading: Any) -> None:
    """The earlier article first, its claims in the order of their first words; limit and offset cut
    the list."""
    store.articles.save(
        make_reading(
            "Later. " + make_reading().article.text,
            doc="b.txt",
            published="2020-05-02T01:00:00+02:00",
        )
    )
    store.articles.save(make_reading(published="2020-05-01"))
    listed = [(claim.doc, claim.quote) for claim in store.claims.select()]
    assert listed[:3] == [
        ("a.txt", "The bridge will open in May"),
        ("a.txt", "tolls would rise"),
        ("a.txt", "a delay"),
    ]
    assert [(claim.doc, claim.quote) for claim in store.claims.select(limit=2, offset=2)] == listed[
        2:4
    ]
    assert store.claims.count() == 6


def test_a_speaker_is_found_by_whole_words_of_any_name(
    store: Store, make_reading: Any, make_claim: Any
) -> None:
    """Case and accents do not matter, parts of words do not count."""
    text = "Tolls rise, José Núñez said."
    store.articles.save(
        make_reading(
            text,
            claims=(
                make_claim(
                    text,
                    "Tolls rise",
                    "said",
                    "José Núñez",
                    Speaker("person", "José Núñez", mention="José Núñez"),
                ),
            ),
        )
    )
    assert _quotes(store, speaker=("nunez",)) == ["Tolls rise"]
    assert _quotes(store, speaker=("NÚÑEZ josé",)) == ["Tolls rise"]
    assert _quotes(store, speaker=("nun",)) == []
    assert _quotes(store, speaker=("nobody", "Núñez")) == ["Tolls rise"]
    assert [speaker.name for speaker in store.speakers.matching("jose")] == ["José Núñez"]


def test_pronouns_are_no_aliases(store: Store, make_reading: Any, make_claim: Any) -> None:
    """Only mentions that look like names lead to a speaker."""
    text = "Tolls rise, he said. The bridge opens, Mayor Reyes said."
    store.articles.save(
        make_reading(
            text,
            claims=(
                make_claim(
                    text, "Tolls rise", "said", "he", Speaker("person", "Ana Reyes", mention="he")
                ),
                make_claim(
                    text,
                    "The bridge opens",
                    "said",
                    "Mayor Reyes",
                    Speaker("person", "Ana Reyes", mention="Mayor Reyes"),
                ),
            ),
        )
    )
    (speaker,) = store.speakers.select()
    assert speaker.aliases == ("Mayor Reyes",)
    assert (speaker.claims, speaker.articles) == (2, 1)


def test_dates_and_outlets_filter(store: Store, make_reading: Any) -> None:
    """since and until are inclusive; an article without a date has no until."""
    store.articles.save(
        make_reading(published="2020-05-31T23:00:00+00:00", outlet="The Harbour Post")
    )
    store.articles.save(make_reading("No date. " + make_reading().article.text, doc="b.txt"))
    assert len(_quotes(store, until="2020-05")) == 3
    assert len(_quotes(store, until="2020-05-30")) == 0
    assert len(_quotes(store, since="2020-05-31", outlet=("harbour post",))) == 3


@pytest.mark.parametrize(
    "text",
    [
        '"unterminated',
        "AND OR",
        "foo:bar",
        "*",
        "NEAR(",
        "-tolls",
        "^x",
        "{a}",
        "'; DROP TABLE claim",
    ],
)
def test_no_text_is_search_syntax(store: Store, make_reading: Any, text: str) -> None:
    """Whatever is typed is searched for, never obeyed."""
    store.articles.save(make_reading())
    list(store.claims.search(text))
    list(store.claims.select(Filters(text=(text,), speaker=(text,), outlet=(text,))))


def test_search_ignores_accents_and_case(store: Store, make_reading: Any) -> None:
    """Every word must be there, in content or speaker."""
    store.articles.save(make_reading())
    assert [claim.quote for claim in store.claims.search("TÓLLS reyes")] == ["tolls would rise"]
    assert list(store.claims.search("toll")) == []


def test_words_are_found_whole_in_a_row_and_of_the_mention_too(
    store: Store, make_reading: Any
) -> None:
    """However they are joined and accented, on every database; what is being typed by its beginning."""
    store.articles.save(make_reading())

    def found(words: str, unfinished: str | None = None) -> list[str]:
        claims = store.claims.select(Filters(text=(words,), unfinished=unfinished))
        return [claim.quote for claim in claims]

    assert found("WOULD\u0301-rise") == found("would  rise!") == ["tolls would rise"]
    assert found("rise would") == found("tolls rise") == found("would ri") == []
    assert found("would ri", "text") == ["tolls would rise"]
    assert found("officials") == ["a delay"]
    assert found("delay officials") == found("x" * 5000) == []


def test_a_server_finds_words_within_an_index(postgres: Any) -> None:
    """Not by reading every claim."""
    with open_store(postgres.new_store()) as store, store._engine.connect() as connection:
        connection.exec_driver_sql("SET enable_seqscan = off")
        where = conditions(Filters(text=("two words",)), "postgresql")
        query = select(table_of(ClaimRow).c.number).where(*where)
        plan = connection.execute(
            text(
                "EXPLAIN " + str(query.compile(connection, compile_kwargs={"literal_binds": True}))
            )
        ).scalars()
        told = "\n".join(plan)
    assert "ix_claim_words" in told and "ix_claim_mention_words" in told
    assert "Seq Scan" not in told


def test_any_unique_beginning_of_an_id_is_enough(store: Store, make_reading: Any) -> None:
    """Six characters do in a small store."""
    store.articles.save(make_reading())
    ids = [claim.id for claim in store.claims.select()]
    assert [store.claims.get(id[:6]).id for id in ids] == ids


def test_an_ambiguous_id_lists_the_matches(
    store: Store, make_reading: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither is chosen, five are listed at most."""
    made = iter(f"abcdef{number}".ljust(32, "0") for number in range(9))
    monkeypatch.setattr("store.saving.write.claim_id", lambda *_: next(made))
    store.articles.save(make_reading())
    with pytest.raises(UsageError, match=r"beginning of several claims: abcdef0.*abcdef1"):
        store.claims.get("abc")
    assert store.claims.get("abcdef1").id == "abcdef1".ljust(32, "0")


@pytest.mark.parametrize("prefix", ["", "zzz", "ffffffffffff", "%", "_"])
def test_an_unknown_id_is_wrong_use(store: Store, prefix: str) -> None:
    """The error says where ids are listed."""
    with pytest.raises(UsageError, match="no claim"):
        store.claims.get(prefix)


def test_a_claim_comes_back_as_it_was_saved(store: Store, make_reading: Any) -> None:
    """Spans, chain with its evidence and the affiliation survive."""
    saved = make_reading()
    store.articles.save(saved)
    bridge, tolls, _ = store.claims.select()
    assert (bridge.cue, bridge.source, bridge.content) == (
        saved.claims[0].cue,
        saved.claims[0].source,
        saved.claims[0].content,
    )
    assert (bridge.via, bridge.chain[0].evidence) == (
        "the Harbour Post",
        (44, 60, "the Harbour Post"),
    )
    assert tolls.affiliation == "Harbour Board"


def test_decisions_are_kept_in_order(store: Store, make_reading: Any) -> None:
    """A later decision stands beside the earlier one."""
    store.articles.save(make_reading())
    id = next(iter(store.claims.select())).id
    for value in ("rejected", "confirmed"):
        store.decisions.decide("Kim", [Move("status", id, value)])
    assert [item.after for item in store.decisions.select(id)] == ["rejected", "confirmed"]
    assert _quotes(store, status=("decided",)) == ["The bridge will open in May"]


def test_nested_claims_are_listed_and_flagged(store: Store, make_reading: Any) -> None:
    """A claim inside another is a claim."""
    reading = make_reading()
    store.articles.save(
        replace(reading, claims=(replace(reading.claims[0], nested=True), *reading.claims[1:]))
    )
    assert [claim.nested for claim in store.claims.select()] == [True, False, False]


def test_an_undone_decision_is_kept_but_not_in_force(store: Store, make_reading: Any) -> None:
    """What was taken back does not count, and taking that back makes it count again."""
    id = store.articles.save(make_reading()).article_id
    store.decisions.decide("Kim", [Move("status", id, "wrong")])
    first = store.decisions.select(id)[0]
    store.decisions.decide("Kim", [Move("undo", str(first.id))])
    assert store.decisions.in_force("status") == []
    assert store.decisions.select(id) == [first]
    store.decisions.decide("Kim", [Move("undo", str(store.decisions.select()[-1].id))])
    assert store.decisions.in_force("status") == [first]


def test_claims_come_in_the_order_that_is_asked_for(store: Store, make_reading: Any) -> None:
    """By date, outlet, speaker or confidence, either way; what lacks the value comes last."""
    text = make_reading().article.text
    store.articles.save(make_reading("B. " + text, doc="b.txt", outlet="Bay Post"))
    store.articles.save(make_reading(published="2020-05-01", outlet="Ash Post"))
    store.articles.save(make_reading("C. " + text, doc="c.txt", published="2021"))
    docs = [claim.doc for claim in store.claims.sorted(by="outlet")]
    assert docs == ["a.txt"] * 3 + ["b.txt"] * 3 + ["c.txt"] * 3
    assert [c.outlet for c in store.claims.sorted(by="outlet", reverse=True)][::3] == [
        "Bay Post", "Ash Post", None,
    ]  # fmt: skip
    speakers = [claim.speaker for claim in store.claims.sorted(by="speaker")]
    assert speakers == ["Ana Reyes"] * 6 + [None] * 3
    by_date = list(store.claims.sorted())
    assert by_date == list(store.claims.select())
    assert list(store.claims.sorted(reverse=True)) == by_date[::-1]
    with pytest.raises(UsageError, match="is none of saying, date, outlet, speaker, confidence"):
        list(store.claims.sorted(by="size"))


def test_what_is_less_likely_is_left_out(store: Store, make_reading: Any) -> None:
    """The surest first, none below the least that is asked for, by any order."""
    reading = make_reading()
    claims = tuple(
        replace(claim, confidence=confidence)
        for claim, confidence in zip(reading.claims, (0.5, 0.9, 0.7), strict=True)
    )
    store.articles.save(replace(reading, claims=claims))
    likely = Filters(min_confidence=0.7)
    assert [c.confidence for c in store.claims.sorted(by="confidence")] == [0.9, 0.7, 0.5]
    assert [c.confidence for c in store.claims.sorted(likely, by="confidence", reverse=True)] == [
        0.7, 0.9,
    ]  # fmt: skip
    assert store.claims.count(likely) == 2 == len(list(store.claims.select(likely)))


def test_a_misspelt_outlet_brings_those_that_may_be_meant(store: Store, make_reading: Any) -> None:
    """None for one that is there; nothing near brings nothing."""
    store.articles.save(make_reading(outlet="Harbour Post"))
    assert store.articles.near_outlets("harbour") is None
    assert store.articles.near_outlets("Harbor Post") == ["Harbour Post"]
    assert store.articles.near_outlets("Xanthippe") == []
