"""The page as data: CSV, linked data, what is accepted; and what cannot be answered, in each form."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from cli.web.table import VIEWS
from tests.cli.web.pages import Page, id_of, json_of


def test_csv_is_the_whole_list_as_the_command_writes_it(
    client: Any, town_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever page is seen."""
    main(["list", "--csv", "speaker:Lund", "--store", str(town_file)])
    wanted = capsys.readouterr().out
    assert client.get("/claims.csv?q=speaker:Lund&limit=2").text == wanted


@pytest.mark.parametrize(
    "name", [view.name for view in VIEWS if "csv" in view.formats and not view.has_id]
)
def test_every_list_is_csv(client: Any, name: str) -> None:
    """Of at least one row, in the columns of its header, under a name to save it by."""
    answer = client.get(f"/{name}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows and all(None not in row for row in rows)
    assert answer.headers["content-disposition"] == f'attachment; filename="onrecord-{name}.csv"'


def test_linked_data_is_that_of_the_export(client: Any) -> None:
    """A claim with its article, and an article with its claims."""
    id = id_of(client, "hull")
    graph = json_of(client, f"/claims/{id}.jsonld")
    assert graph["@context"] == "https://schema.org"
    assert [node["@type"] for node in graph["@graph"]] == ["NewsArticle", "Quotation"]
    article = client.get(f"/articles/{graph['@graph'][0]['@id'].rpartition(':')[2]}.jsonld").json()
    assert len(article["@graph"]) == 5


@pytest.mark.parametrize(
    ("accepts", "kind"),
    [
        ("application/json", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
    ],
)
def test_what_is_accepted_chooses_the_format(client: Any, accepts: str, kind: str) -> None:
    """Where the address names none."""
    answer = client.get("/claims", headers={"accept": accepts})
    assert answer.headers["content-type"] == kind and "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/claims?q=speker:Oduya", 400, "speker is no filter word"),
        ("/claims?speker=Oduya", 400, "did you mean speaker"),
        ("/claims?q=label:rumour", 400, "none of SINGLE"),
        ("/claims?since=yesterday", 400, "is no date"),
        ("/claims?min_confidence=2", 400, "is no number from 0 to 1"),
        ("/claims?limit=0", 400, "is no number from 1 to 500"),
        ("/claims?sort=size", 400, "none of saying, date"),
        ("/claims?after=ffffffff", 400, "ffffffff"),
        ("/about?q=ferry", 400, "It takes none"),
        ("/claims/ffffffff", 404, "There is no claim ffffffff"),
        ("/claims/%2e%2e%2fetc", 404, "no page at this address"),
        ("/check/zz", 404, "There is no proposition zz"),
        ("/speakers/zzzzzz", 404, "There is no speaker"),
        ("/articles/nowhere.txt", 404, "There is no article"),
        ("/nowhere", 404, "no page at this address"),
    ],
)
def test_what_cannot_be_answered_says_why(
    client: Any, address: str, status: int, said: str
) -> None:
    """As a page, and as JSON to who asks for data."""
    page = client.get(address)
    assert page.status_code == status and said in Page(page.text).text
    data = client.get(address, headers={"accept": "application/json"})
    assert data.status_code == status
    assert data.json()["error"]["status"] == status and said in data.json()["error"]["message"]


def test_what_a_store_refuses_is_an_error_in_every_format(client: Any) -> None:
    """And no file that breaks off: 0000 has a date's form and is none."""
    for format in ("csv", "json"):
        assert client.get(f"/claims.{format}?since=0000").status_code == 400
