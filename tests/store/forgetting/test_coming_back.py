"""A tombstone keeps what is forgotten away until somebody lets it back."""

from __future__ import annotations

from claims.model import Reading
from store.store import Store
from tests.store.forgetting.newsroom import (
    BRIDGE,
    bridge,
    forget,
    market,
    said,
)


def test_an_article_does_not_come_back_until_it_is_let(desk: Store) -> None:
    """Not under another name, nor with another text at its address; then it does, as new."""
    forget(desk, "news/bridge.txt")
    assert desk.forgetting.since(bridge().article) is not None
    for again in (bridge(), bridge(doc="x.txt", url=None), bridge(text=BRIDGE + " More.")):
        assert desk.articles.save(again).status == "forgotten"
        assert [r.status for r in desk.articles.save_many([again])] == ["forgotten"]
    assert desk.articles.save(market()).status == "unchanged"
    assert desk.forgetting.lift_article(bridge().article) == 2
    assert desk.articles.save(bridge()).status == "added"
    assert desk.claims.count() == 6


def test_a_speaker_does_not_come_back_until_let(desk: Store) -> None:
    """New articles are read without them; where they spoke with others, these are left."""
    forget(desk, "Odessa Thrumble")
    joint = said(BRIDGE, "the plan", "confirmed", "A senior dockmaster", None, kind="joint",
                 members=("Odessa Thrumble", "Ivor Pellgrave"))  # fmt: skip
    new = bridge(doc="new.txt", url="https://n.example/new")
    new = Reading(new.article, new.header, (*new.claims[:2], joint))
    (result,) = desk.articles.save_many([new])
    assert (result.status, result.left_out) == ("added", 2)
    (claim,) = desk.claims.of_article(result.article_id)
    assert claim.members == ("Ivor Pellgrave",)
    assert not desk.speakers.matching("Thrumble")
    assert desk.forgetting.lift("Odessa Thrumble") == 1
    (result,) = desk.articles.save_many([bridge(doc="later.txt", url="https://n.example/later")])
    assert result.left_out == 0 and desk.speakers.matching("Odessa Thrumble")
