"""Verdicts: kept, replaced, listed in order, known to be stale."""

from __future__ import annotations

from typing import Any

import pytest

from claims.corroborate.model import (
    Conflict,
    CopyLink,
    Member,
    Origin,
    OriginPair,
    StatedArticle,
    Verdict,
)
from claims.errors import UsageError
from store.records import Filters
from store.store import Store

LABELS = ("UNSOURCED", "SINGLE", "SINGLE")


def _verdicts(store: Store) -> tuple[Verdict, ...]:
    claims = [
        claim for article in store.corroboration.stated_articles() for claim in article.claims
    ]
    pair = (OriginPair("k", "u", "undetermined", "one of them has no name"),)
    return tuple(
        Verdict(
            f"{number}a" * 16, label, number == 1, False, (), 1, 1, 1, 1,
            (Member(claim.id, "supports", "k", None, "same words"),),
            (Origin("k", "Ana Reyes", "Ana Reyes, Harbour Board"), Origin("u", None, "officials")),
            pair, ("all lead to one",),
        )
        for number, (claim, label) in enumerate(zip(claims, LABELS, strict=True))
    )  # fmt: skip


def _save(store: Store, verdicts: tuple[Verdict, ...]) -> None:
    with store.corroboration.repository() as shelf:
        shelf.take(100)
        claims = [claim.id for claim in store.claims.select()]
        shelf.save_verdicts(
            claims, verdicts, [Conflict("a", "b", "another number")] if verdicts else []
        )


def test_stated_articles_are_current_editions(store: Store, make_reading: Any) -> None:
    """Weighing sees each article once, with its claims in text order."""
    store.articles.save(make_reading())
    store.articles.save(make_reading("Another text.", doc="b.txt", claims=()))
    store.articles.save(make_reading("Yet another text.", doc="b.txt", claims=()))
    articles: list[StatedArticle] = list(store.corroboration.stated_articles())
    assert sorted((article.doc, article.text[:3], len(article.claims)) for article in articles) == [
        ("a.txt", "The", 3),
        ("b.txt", "Yet", 0),
    ]


def test_the_weakest_come_first(store: Store, make_reading: Any) -> None:
    """Unnamed single origins, then named ones, then the rest."""
    store.articles.save(make_reading())
    _save(store, _verdicts(store))
    assert [(verdict.label, verdict.named) for verdict in store.propositions.select()] == [
        ("SINGLE", False),
        ("SINGLE", True),
        ("UNSOURCED", False),
    ]


def test_a_verdict_comes_back_with_claims_origins_and_pairs(
    store: Store, make_reading: Any
) -> None:
    """Origins are told by their descriptions."""
    store.articles.save(make_reading())
    _save(store, _verdicts(store))
    verdict = store.propositions.get("1a1a1a")
    assert [(member.claim.quote, member.role, member.origin) for member in verdict.claims] == [
        ("tolls would rise", "supports", "Ana Reyes, Harbour Board")
    ]
    assert (verdict.pairs[0].a, verdict.pairs[0].b, verdict.reasons) == (
        "Ana Reyes, Harbour Board",
        "officials",
        ("all lead to one",),
    )
    assert store.propositions.get(verdict.claims[0].claim.id) == verdict


def test_the_standing_of_a_claim_is_that_of_its_proposition(
    store: Store, make_reading: Any
) -> None:
    """Label, origins at least and at most, contested or not; of a claim in none nothing."""
    store.articles.save(make_reading())
    _save(store, _verdicts(store))
    verdict = store.propositions.get("1a1a1a")
    id = verdict.claims[0].claim.id
    told = (verdict.label, verdict.origins_min, verdict.origins_max, verdict.contested)
    assert store.propositions.standing([id, "of nothing"]) == {id: told}


def test_claims_carry_their_label(store: Store, make_reading: Any) -> None:
    """A list of claims can be cut to a label."""
    store.articles.save(make_reading())
    _save(store, _verdicts(store))
    assert [claim.label for claim in store.claims.select()] == list(LABELS)
    assert store.claims.count(Filters(label=("SINGLE",))) == 2
    assert len(list(store.propositions.select(Filters(label=("UNSOURCED",))))) == 1
    assert store.propositions.count(Filters(label=("SINGLE",)), below=2) == 2
    unnamed = Filters(label=("UNNAMED",))
    assert (store.claims.count(unnamed), [v.named for v in store.propositions.select(unnamed)]) == (
        1,
        [False],
    )
    assert (
        store.claims.count(Filters(label=("CONTESTED",)))
        == store.propositions.count(Filters(label=("CONTESTED",)))
        == 0
    )


def test_weighing_again_replaces_what_was_found(store: Store, make_reading: Any) -> None:
    """Nothing of the former weighing stays."""
    store.articles.save(make_reading())
    _save(store, _verdicts(store))
    _save(store, ())
    assert list(store.propositions.select()) == []
    with pytest.raises(UsageError, match="has no verdict yet"):
        store.propositions.get(next(iter(store.claims.select())).id)


def test_new_articles_make_the_weighing_stale(store: Store, make_reading: Any) -> None:
    """Unchanged ones do not."""
    store.articles.save(make_reading())
    assert store.corroboration.is_stale()
    _save(store, _verdicts(store))
    store.articles.save(make_reading())
    assert not store.corroboration.is_stale()
    store.articles.save(make_reading("Another text.", doc="b.txt", claims=()))
    assert store.corroboration.is_stale()


def test_verdicts_come_page_by_page(
    store: Store, make_reading: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every proposition once, in the order of one page."""
    store.articles.save(make_reading())
    _save(store, _verdicts(store))
    whole = list(store.propositions.select())
    monkeypatch.setattr("store.corroboration.verdicts._PROPOSITIONS_A_PAGE", 1)
    assert list(store.propositions.select()) == whole


def test_copies_are_named_by_doc(store: Store, make_reading: Any) -> None:
    """Ids of articles are the store's own."""
    first = store.articles.save(make_reading(outlet="Harbour Post"))
    second = store.articles.save(make_reading(doc="b.txt", outlet="Valley Times"))
    with store.corroboration.repository() as shelf:
        link = CopyLink(
            second.article_id, first.article_id, 1.0, "the same words", "both credit reuters"
        )
        shelf.save_copies([second.article_id], [link])
    (copy,) = store.articles.copies()
    assert (copy.doc, copy.of, copy.share, copy.credit) == (
        "b.txt",
        "a.txt",
        1.0,
        "both credit reuters",
    )
