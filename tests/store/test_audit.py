"""Whom outlets quote, counted by the database: the same numbers from SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.errors import UsageError
from claims.model import Evidence, Inferred, Setting, Span, Speaker
from cli.jobs.audit import audit_of
from cli.jobs.corroborate import bring_up_to_date
from store.records import Filters, Move
from store.store import Store

TEXT = (
    "Ana Reyes said rain fell. A clerk said snow fell. Critics said hail fell. Reyes said fog fell."
)
NOW = "2026-03-05"


def _speakers(make_claim: Any) -> tuple[Any, ...]:
    unnamed = Speaker("unnamed", mention="A clerk")
    clerk = make_claim(TEXT, "snow fell", "A clerk said", "A clerk", unnamed)
    why = Inferred("fear", Evidence(Span(0, 3), "Ana"))
    return (
        make_claim(TEXT, "rain fell", "Ana Reyes said", "Ana Reyes"),
        replace(clerk, setting=Setting(anonymity=why)),
        make_claim(
            TEXT, "hail fell", "Critics said", "Critics", Speaker("group", mention="Critics")
        ),
        make_claim(TEXT, "fog fell", "Reyes said fog"[:10], "Reyes"),
    )


@pytest.fixture
def asked(store: Store, make_reading: Any, make_claim: Any) -> Store:
    """Two outlets in two months; the Post's second article holds one claim more of a report."""
    claims = _speakers(make_claim)
    store.articles.save(make_reading(TEXT, "a.txt", claims, outlet="Post", published=NOW))
    store.articles.save(
        make_reading("B. " + TEXT, "b.txt", claims[:2], outlet="Ledger", published="2026-05-01")
    )
    report = Speaker("document", "Harbour Report", mention="Reyes")
    other = make_claim(TEXT, "fog fell", "Reyes said", "Reyes", report)
    store.articles.save(make_reading("C. " + TEXT, "c.txt", (other,), outlet="Post"))
    return store


def test_sources_are_counted_by_kind_over_all_and_in_each_outlet(asked: Store) -> None:
    """What has a name, what is unnamed, a class of people; the outlet with most claims first."""
    audit = audit_of(asked.claims.audit())
    kinds = {kind: n for kind, n in audit.whole.sources.items() if n}
    assert kinds == {"person": 3, "document": 1, "group": 1, "unnamed": 2}
    assert [(outlet.name, outlet.claims) for outlet in audit.outlets] == [
        ("Post", 5),
        ("Ledger", 2),
    ]
    assert (audit.outlets[1].unnamed.part, audit.outlets[1].unnamed.of) == (1, 2)


def test_every_month_stands_between_the_first_and_the_last_and_undated_ones_behind(
    asked: Store,
) -> None:
    """A month without a claim is seen as one."""
    periods = audit_of(asked.claims.audit()).periods
    assert [(p.name, p.total) for p in periods] == [
        ("2026-03", 4), ("2026-04", 0), ("2026-05", 2), ("no date", 1),
    ]  # fmt: skip


def test_a_short_time_is_counted_by_day(asked: Store) -> None:
    """So that a week is no single bar."""
    periods = audit_of(asked.claims.audit(Filters(until="2026-04"))).periods
    assert [p.name for p in periods] == [NOW]


def test_reasons_are_counted_of_unnamed_sources_alone(asked: Store) -> None:
    """The share is of them, not of all claims."""
    audit = audit_of(asked.claims.audit())
    assert audit.whole.reasons == {"fear": 2}
    assert audit.whole.reasoned.value == 1


def test_the_most_quoted_are_joined_over_outlets(asked: Store) -> None:
    """One speaker, however often and wherever."""
    audit = audit_of(asked.claims.audit())
    assert audit.speakers == (("Ana Reyes", 3), ("Harbour Report", 1))
    assert (audit.whole.top_ten.part, audit.whole.top_ten.of) == (4, 4)


def test_more_than_ten_speakers_are_not_all_of_the_top_ten(
    store: Store, make_reading: Any, make_claim: Any
) -> None:
    """Twelve with one claim each: the ten have ten of twelve, in the outlet and over all."""
    names = [f"Ada {letter * 3}sen".title() for letter in "bcdfghjklmnp"]
    text = " ".join(f"{name} said word{i} fell." for i, name in enumerate(names))
    claims = tuple(
        make_claim(
            text, f"word{i} fell", f"{name} said", name, Speaker("person", name, mention=name)
        )
        for i, name in enumerate(names)
    )
    store.articles.save(make_reading(text, "a.txt", claims, outlet="Post"))
    audit = audit_of(store.claims.audit())
    assert {(s.part, s.of) for s in (audit.whole.top_ten, audit.outlets[0].top_ten)} == {(10, 12)}
    assert len(audit.speakers) == 10


def test_filters_hold_and_a_claim_marked_wrong_is_none(asked: Store) -> None:
    """The shared words, and what a person decided; asked for by status it is counted."""
    assert audit_of(asked.claims.audit(Filters(outlet=("Ledger",)))).claims == 2
    (first, *_) = asked.claims.select(Filters(outlet=("Ledger",)))
    asked.decisions.decide("Mo", [Move("status", first.id, "wrong")])
    assert audit_of(asked.claims.audit(Filters(outlet=("Ledger",)))).claims == 1
    assert audit_of(asked.claims.audit(Filters(status=("wrong",)))).claims == 1
    with pytest.raises(UsageError, match="none of"):
        asked.claims.audit(Filters(stance=("sing",)))


def test_labels_that_rest_on_a_decision_are_counted_among_those_that_were_weighed(
    asked: Store,
) -> None:
    """Over all and in the outlet, and none where nobody decided anything."""
    bring_up_to_date(asked)
    audit = audit_of(asked.claims.audit())
    assert (audit.whole.decided.part, audit.whole.decided.of) == (0, audit.whole.single.of)
    (first, *_) = asked.claims.select(Filters(outlet=("Ledger",)))
    asked.decisions.decide("Mo", [Move("stance", first.id, "deny/positive")])
    bring_up_to_date(asked)
    audit = audit_of(asked.claims.audit())
    by_outlet = {outlet.name: outlet.decided.part for outlet in audit.outlets}
    assert audit.whole.decided.part == sum(by_outlet.values()) > 0
    marked = [c for c in asked.claims.select() if c.label_decided]
    assert audit.whole.decided.part <= len(marked)


def test_copies_are_counted_apart(asked: Store) -> None:
    """What an agency's text adds is drawn faint, not left out."""
    from claims.corroborate.model import CopyLink

    ids = {article.doc: article.id for article in asked.articles.select()}
    with asked.corroboration.repository() as shelf:
        shelf.take(100)
        shelf.save_copies(
            list(ids.values()), [CopyLink(ids["b.txt"], ids["a.txt"], 0.9, "credit", "LNA")]
        )
    periods = audit_of(asked.claims.audit()).periods
    assert [(p.originals, p.copies) for p in periods][2] == (0, 2)


def test_an_empty_store_has_no_numbers(store: Store) -> None:
    """And no row of noughts over outlets that there are not."""
    audit = audit_of(store.claims.audit())
    assert (audit.claims, audit.outlets, audit.speakers, audit.periods) == (0, (), (), ())
