"""The description of the addresses, and that what they answer is as it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from cli.web.openapi import description
from cli.web.table import VIEWS
from store.records import Filters
from store.store import Store, open_store

DESCRIPTION = description()
QUIET = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": [Phase.explicit, Phase.generate],
}


def _faults(name: str, value: Any) -> list[str]:
    """What a JSON document has that its schema does not allow."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]}
    checks = jsonschema_rs.Draft202012Validator(schema)
    return [
        f"{'/'.join(map(str, e.instance_path))}: {e.message}" for e in checks.iter_errors(value)
    ]


def test_every_view_and_format_is_described() -> None:
    """And nothing else."""
    wanted = {
        f"{'/index' if view.path == '/' else view.path}.{end}"
        for view in VIEWS
        for end in view.formats
    }
    assert set(DESCRIPTION["paths"]) == wanted


def _documents(client: Any, store: Store) -> Iterator[tuple[str, str]]:
    ids = {
        "/claims": [claim.id for claim in store.claims.select(Filters(no_open_accusations=True))],
        "/check": [v.id for v in store.propositions.select(Filters(no_open_accusations=True))],
        "/speakers": [speaker.id for speaker in store.speakers.select(Filters())],
        "/articles": store.articles.ids(Filters())[0],
    }
    for view in VIEWS:
        base = view.path.partition("/{")[0]
        for address in (
            [f"{base}/{id}" for id in ids[base]] if view.has_id else [base.rstrip("/") or "/index"]
        ):
            yield view.name, f"{address}.json"


def test_every_json_document_is_as_described(client: Any, town: Store) -> None:
    """Of every claim, proposition, speaker and article."""
    for name, address in _documents(client, town):
        assert not _faults(name, client.get(address).json()), address
    assert not _faults("claims", client.get("/claims.json?facets=1").json())
    assert not _faults("error", client.get("/claims/00.json").json())
    linked = client.get(f"/claims/{next(iter(town.claims.select(Filters()))).id}.jsonld")
    assert not _faults("linked", linked.json())


def test_hostile_documents_are_as_described(hostile_file: Any, ask: Any) -> None:
    """Whatever their texts hold; and no text is lost on the way."""
    with open_store(hostile_file, read_only=True) as store, ask(store) as client:
        for name, address in _documents(client, store):
            assert not _faults(name, client.get(address).json()), address
        quotes = {claim.quote for claim in store.claims.select(Filters())}
        shown = {claim["quote"] for claim in client.get("/claims.json").json()["claims"]}
        assert shown == quotes


def test_a_document_that_differs_is_told() -> None:
    """So that the tests above can fail."""
    assert _faults("about", {"schema": 1}) and _faults("about", {"schema": 1, "waiting": "0"})
    assert not _faults("about", {"schema": 1, "waiting": 0})


@pytest.fixture(scope="session")
def api(town: Store, serve: Any) -> Iterator[Any]:
    """The description as it is served, for a tool that makes requests of it."""
    with serve(town) as address:
        yield schemathesis.openapi.from_url(f"{address}/openapi.json")


def test_made_up_requests_are_answered_as_described(api: Any) -> None:
    """Status, type and body; nothing breaks the server."""
    assert _asked(api, examples=4) == len(DESCRIPTION["paths"])


@pytest.mark.slow
def test_many_made_up_requests_are_answered_as_described(api: Any) -> None:
    """The same for longer."""
    assert _asked(api, examples=150) == len(DESCRIPTION["paths"])


def _asked(api: Any, examples: int) -> int:
    """Makes so many requests of every operation, and checks each answer; how many operations. What has
    the form of a date, an id or a query may still be none: 400 says so."""
    count = 0
    for found in api.get_all_operations():
        operation = found.ok()

        @settings(max_examples=examples, **QUIET)
        @given(operation.as_strategy())
        def answered_as_described(case: Any) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        answered_as_described()
        count += 1
    return count


def test_the_description_is_json(client: Any) -> None:
    """As it is served."""
    assert json.loads(client.get("/openapi.json").text) == DESCRIPTION
