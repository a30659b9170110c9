"""Who an unnamed source is, and accusations that nobody reviewed, leave by no address and in no
format."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cli.web.table import VIEWS
from store.records import Filters
from store.store import Store, open_store

_SPEC = importlib.util.spec_from_file_location("town", Path(__file__).with_name("conftest.py"))
assert _SPEC and _SPEC.loader
town_news = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(town_news)
IDS = {"claims": "claims", "check": "propositions", "speakers": "speakers", "articles": "articles"}


def _addresses(client: Any, store: Store) -> Iterator[str]:
    """Every view in every format, of every id that there is, those that no list shows included."""
    claims = [claim.id for claim in store.claims.select(Filters())]
    ids = {
        "/claims": claims,
        "/check": [*(verdict.id for verdict in store.propositions.select()), *claims[:3]],
        "/speakers": [speaker.id for speaker in store.speakers.select(Filters())],
        "/articles": [*store.articles.ids(Filters())[0], "quay.txt"],
    }
    for view in VIEWS:
        base, _, id = view.path.partition("/{")
        for address in [f"{base}/{one}" for one in ids[base]] if id else [base or "/index"]:
            yield from (f"{address}.{end}" for end in view.formats)
            yield address if address != "/index" else "/"
    for query in (
        "Quince",
        "speaker:Quince",
        "Zora",
        "quay",
        "bribes",
        "stance:accuse",
        "status:unreviewed",
    ):
        yield f"/claims?q={query}&limit=500"
        yield f"/claims.json?q={query}&facets=1"
        yield f"/check.json?all=1&q={query}"
        yield f"/speakers.json?q={query}"


def test_no_address_names_a_source_that_the_paper_did_not_name(client: Any, town: Store) -> None:
    """Nor what the reviewer wrote beside it, while the rest of the claim is there."""
    bodies = {address: client.get(address).text for address in _addresses(client, town)}
    assert sum("A senior official" in body for body in bodies.values()) > 10
    searched = {address for address in bodies if "Quince" in address or "Zora" in address}
    for address, body in bodies.items():
        # What was searched for stands in the search box alone.
        told = body if address not in searched else json.dumps([])
        for word in ("Zora", "Quince", town_news.PRIVATE_NOTE):
            assert word not in told, address
    for address in searched:
        if ".json" in address:
            assert client.get(address).json().get("claims", []) == []


def test_the_decision_itself_is_shown_without_the_name(client: Any, town: Store) -> None:
    """That somebody decided is no secret."""
    claim = next(c for c in town.claims.select(Filters()) if c.mention == "A senior official")
    data = client.get(f"/claims/{claim.id}.json").json()
    assert [(d["what"], d["new"], d["note"]) for d in data["decisions"]] == [("speaker", None, "")]


def test_no_address_repeats_an_accusation_that_nobody_reviewed(client: Any, town: Store) -> None:
    """But the article's own text, in which no claim is marked for it."""
    claim = next(iter(town.claims.select(Filters(stance=("accuse",)))))
    id, searching = claim.article_id, ("bribes", "accuse", claim.speaker_id or "")
    for address in _addresses(client, town):
        answer = client.get(address, follow_redirects=True)
        if answer.status_code == 200 and not any(word in address for word in searching):
            is_text = address.removesuffix(".json").endswith((id, "quay.txt"))
            told = answer.text.replace(town_news.ACCUSATION, "", 1) if is_text else answer.text
            assert "took bribes" not in told or "The new quay" in answer.text, address
            assert "Ivo Braga" not in told.replace("Ivo Braga alleged", ""), address
    own = client.get(f"/speakers/{claim.speaker_id}.json")
    assert own.json()["claims"] == [] and own.json()["speaker"]["claims"] == 0
    assert client.get("/claims.json?q=bribes").json()["total"] == 0
    assert client.get("/claims.json?q=stance:accuse").json()["claims"] == []
    assert client.get("/speakers.json?q=speaker:Braga").json()["speakers"] == []


def test_its_own_address_says_that_it_is_not_shown(client: Any, town: Store) -> None:
    """And not that there is none: who reviews it knows where to look."""
    claim = next(iter(town.claims.select(Filters(stance=("accuse",)))))
    answer = client.get(f"/claims/{claim.id}")
    assert answer.status_code == 403 and "nobody has reviewed it" in answer.text
    assert client.get(f"/check/{town.propositions.get(claim.id).id}").status_code == 403
    article = client.get(f"/articles/{claim.article_id}").text
    assert "1 accusation that nobody reviewed is not marked" in article


def test_once_somebody_reviewed_it_it_is_shown(tmp_path: Path, town_file: Path, ask: Any) -> None:
    """Like any claim."""
    path = tmp_path / "reviewed.db"
    path.write_bytes(town_file.read_bytes())
    with open_store(path) as store:
        id = next(iter(store.claims.select(Filters(stance=("accuse",))))).id
        store.decisions.decide(reviewer="Kim", moves=[town_news.Move("status", id, "correct")])
    with open_store(path, read_only=True) as store, ask(store) as client:
        assert client.get(f"/claims/{id}").status_code == 200
        assert client.get("/claims.json?q=bribes").json()["total"] == 1


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_no_parameter_lets_them_out(client: Any, view: Any) -> None:
    """The commands' options are none of the page's."""
    address = view.path.replace("{id}", "00")
    for name in ("with_private", "private", "with_accusations", "no_open_accusations"):
        assert client.get(f"{address}?{name}=1").status_code in (400, 404)
