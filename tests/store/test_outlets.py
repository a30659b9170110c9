"""What the store knows of outlets: kind, domain, owner, and from where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.corroborate.independence.origins import source_of
from claims.corroborate.independence.relations import relate
from claims.corroborate.model import StatedClaim
from claims.model import Article, Claim, Header, OutletFacts, Reading, Span, Speaker, Stance
from claims.outlet import outlets
from store import Store


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Each test reads the tables of outlets anew."""
    outlets.table.cache_clear()
    yield
    outlets.table.cache_clear()


def reading(
    outlet: str,
    facts: OutletFacts | None = None,
    who: str = "Ana Reyes",
    kind: str = "person",
    words: str = "",
) -> Reading:
    """An article with one claim."""
    text = f"{who} said the bridge in {outlet} would open {words} on Monday."
    start = len(who) + 1
    claim = Claim(
        (Span(start, start + 4),), (Span(0, len(who)),), (Span(start + 5, len(text) - 1),), "indirect", Stance(),
        Speaker(kind, who, mention=who),  # type: ignore[arg-type]
    )  # fmt: skip
    return Reading(
        Article(f"{outlet}{words}.txt", text, outlet=outlet, outlet_facts=facts), Header(), (claim,)
    )


def test_a_listed_outlet_has_its_facts_and_where_they_are_from(store: Store) -> None:
    """Kind, domain and owner come from the table that ships."""
    store.articles.save(reading("PTI"))
    facts = store.articles.outlet_facts()["PTI"]
    assert (facts.kind, facts.domain) == ("agency", "ptinews.com")
    assert facts.source


def test_an_unknown_outlet_is_its_own_owner(store: Store) -> None:
    """And the store says that no table has it."""
    store.articles.save(reading("Velmora Post"))
    own = OutletFacts(owner="Velmora Post", source="in no table: its own owner")
    assert store.articles.outlet_facts()["Velmora Post"] == own


def test_the_users_table_wins_and_is_kept(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it said stays in the store when the table is gone."""
    store.articles.save(reading("PTI"))
    mine = tmp_path / "outlets.tsv"
    mine.write_text(
        "name\towner\tkind\nPTI\tHolm Group\tagency\nLodestar\tHolm Group\tnewspaper\n",
        encoding="utf-8",
    )
    monkeypatch.setenv(outlets.VARIABLE, str(mine))
    outlets.table.cache_clear()
    store.articles.save(reading("PTI", words="again"))
    store.articles.save(reading("Lodestar"))
    monkeypatch.delenv(outlets.VARIABLE)
    outlets.table.cache_clear()
    store.articles.save(reading("PTI", words="a third time"))
    facts = store.articles.outlet_facts()
    assert facts["PTI"].owner == facts["Lodestar"].owner == "Holm Group"
    assert facts["PTI"].source == "the user's table of outlets"


def test_what_an_exported_line_says_comes_back(store: Store) -> None:
    """A store that has no such table still knows what the line says."""
    facts = OutletFacts(
        "newspaper", "lodestar.example", "Holm Group", "the user's table of outlets"
    )
    store.articles.save(reading("Lodestar", facts))
    assert store.articles.outlet_facts()["Lodestar"] == facts


def test_sister_outlets_are_one_origin(store: Store) -> None:
    """Two papers of one owner do not confirm each other."""
    facts = OutletFacts("newspaper", "", "Holm Group", "a test")
    for outlet in ("Lodestar", "Tarne Mail"):
        store.articles.save(reading(outlet, facts, who=outlet, kind="outlet"))
    with store.corroboration.repository() as shelf:
        claims: list[StatedClaim] = list(
            shelf.claims_of([article.id for article in store.articles.select()])
        )
    assert {claim.owner for claim in claims} == {"Holm Group"}
    one, other = (source_of(claim, claim.id) for claim in claims)
    assert one is not None and other is not None
    assert relate(one, other)[0] == "same"
