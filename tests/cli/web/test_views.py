"""Every address: as a page, as JSON under its description, as CSV and as linked data."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from claims.errors import StoreError
from claims.model import Article, Header, Reading
from cli.jobs.corroborate import bring_up_to_date
from cli.main import main
from cli.rows.audit import audit_row
from cli.web.table import VIEWS
from store.records import Filters, Move
from store.store import Store, open_store
from tests.cli.web.pages import Page, id_of, json_of, page_of

MAX_PAGES = 120
"""Of a walk along the links."""


def test_the_first_page_answers_both_questions(client: Any) -> None:
    """Speakers with most claims, and what rests on least, each a link to more."""
    page = page_of(client, "/")
    assert "Asta Lund" in page.text and "A senior official" in page.text
    assert {"/speakers", "/check", "/claims"} <= set(page.links)


def test_claims_of_a_speaker_are_listed_as_the_command_lists_them(
    client: Any, town_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same words, the same rows, the same order."""
    main(["list", "speaker:Oduya", "--json", "--store", str(town_file)])
    listed = json.loads(capsys.readouterr().out)["claims"]
    assert json_of(client, "/claims.json?q=speaker:Oduya")["claims"] == listed
    assert json_of(client, "/claims.json?speaker=Oduya")["claims"] == listed


def test_what_rests_on_a_single_source_is_what_the_command_says(
    client: Any, town_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """But for accusations that nobody reviewed."""
    main(["check", "label:single", "--json", "--store", str(town_file)])
    said = json.loads(capsys.readouterr().out)["propositions"]
    wanted = [p for p in said if not any(c["stance"] == "accuse" for c in p["claims"])]
    shown = json_of(client, "/check.json?label=SINGLE&limit=500")
    assert shown["propositions"] == wanted and shown["total"] == len(wanted) < len(said)


@pytest.mark.parametrize(
    "order", ["", "&sort=outlet", "&sort=speaker&reverse=1", "&sort=confidence"]
)
def test_the_pages_of_a_list_are_the_list(client: Any, order: str) -> None:
    """No claim twice, none left out, whatever the order."""
    whole = json_of(client, f"/claims.json?limit=500{order}")
    ids, address = [], f"/claims.json?limit=4{order}"
    while address:
        page = json_of(client, address)
        ids += [claim["id"] for claim in page["claims"]]
        address = page["next"]
    assert ids == [claim["id"] for claim in whole["claims"]] and len(ids) == whole["total"]


@pytest.mark.parametrize("name", ["speakers", "check", "articles"])
def test_the_pages_of_other_lists_are_theirs(client: Any, name: str) -> None:
    """By the id of the last row that was seen; copies go with what they copy."""
    key, id = {"check": ("propositions", "proposition")}.get(name, (name, "id"))
    whole = json_of(client, f"/{name}.json?limit=500")[key]
    rows, address = [], f"/{name}.json?limit=2"
    while address:
        page = json_of(client, address)
        rows += page[key]
        address = page["next"]
    assert [row[id] for row in rows] == [row[id] for row in whole]


def test_facets_count_what_the_other_filters_leave(client: Any) -> None:
    """And each value is a link that narrows."""
    page = page_of(client, "/claims?q=outlet:Courier")
    assert any("speaker%3A%22Tomas+Reyle%22" in link for link in page.links)
    facets = json_of(client, "/claims.json?q=outlet:Courier&facets=1")["facets"]
    assert {"value": "Tomas Reyle", "claims": 2} in facets["speaker"]
    assert not [one for one in facets["stance"] if one["value"] == "accuse"]


def test_a_filter_in_force_is_a_link_that_takes_it_away(client: Any) -> None:
    """Each by itself."""
    page = page_of(client, "/claims?q=stance:deny outlet:Courier monday")
    assert "/claims?q=monday+outlet%3ACourier" in page.links
    assert "/claims?q=outlet%3ACourier+stance%3Adeny" in page.links


def test_a_claim_has_its_chain_its_evidence_and_who_is_against_it(client: Any) -> None:
    """On one page, and in its JSON."""
    id = id_of(client, "speaker:Oduya sail")
    page, data = page_of(client, f"/claims/{id}"), json_of(client, f"/claims/{id}.json")
    assert "Lake Gazette" in page.text and "denies it" in page.text and "Tomas Reyle" in page.text
    assert data["against"][0]["speaker"] == "Tomas Reyle"
    assert (
        data["proposition"]["label"] == "SINGLE"
        and data["why"]["chain"][0]["who"] == "the Lake Gazette"
    )


def test_a_beginning_of_an_id_leads_to_the_whole_address(client: Any) -> None:
    """With the format and the parameters that were asked for."""
    id = id_of(client, "speaker:Oduya sail")
    assert client.get(f"/claims/{id[:8]}.json").headers["location"] == f"/claims/{id}.json"
    speaker = json_of(client, f"/claims/{id}.json")["why"]["speaker"]
    whole = next(s for s in json_of(client, "/speakers.json")["speakers"] if s["name"] == speaker)[
        "id"
    ]
    moved = client.get(f"/speakers/{whole[:10]}?reverse=1")
    assert moved.headers["location"] == f"/speakers/{whole}?reverse=1"


def test_a_speaker_has_a_timeline_and_the_record_by_date(client: Any) -> None:
    """Copies are told apart."""
    speaker = next(
        s for s in json_of(client, "/speakers.json")["speakers"] if s["name"] == "Mira Oduya"
    )
    page = client.get(f"/speakers/{speaker['id']}").text
    assert page.count('<g class="original">') == 1 and page.count('<g class="copy">') == 1
    assert "4 dated claims in 2 outlets" in page


def test_an_article_marks_its_claims_and_says_who_stands_behind_each(client: Any) -> None:
    """Sentences that nobody is named for are faint; who denies a claim stands beside it."""
    articles = json_of(client, "/articles.json")["articles"]
    ferry = next(a for a in articles if a["doc"] == "ferry.txt")
    html = client.get(f"/articles/{ferry['id']}").text
    assert '<span class="s nobody">Rain fell on the town all day. </span>' in html
    assert '<mark class="content">The ferry will sail again on Monday</mark>' in html
    assert "Denied by" in html and "1 copy of this text" in html
    data = json_of(client, f"/articles/{ferry['id']}.json")
    assert data["article"]["text"].startswith("HARLEN") and len(data["article"]["claims"]) == 4
    assert [copy["doc"] for copy in data["copies"]] == ["post.txt"]


def test_copies_are_folded_under_what_they_copy(client: Any) -> None:
    """And stand behind it in the rows."""
    rows = json_of(client, "/articles.json")["articles"]
    docs = [row["doc"] for row in rows]
    assert docs.index("post.txt") == docs.index("ferry.txt") + 1
    assert rows[docs.index("post.txt")]["copy_of"] == rows[docs.index("ferry.txt")]["id"]
    assert "<summary>1 copy</summary>" in client.get("/articles").text


def test_while_a_word_is_typed_its_beginning_is_enough(client: Any) -> None:
    """And only then."""
    assert not json_of(client, "/claims.json?q=speaker:Lun")["claims"]
    assert "Asta Lund" in client.get("/claims?q=speaker:Lun&typing=1").text


def test_every_link_leads_somewhere_and_every_id_stands_once(client: Any) -> None:
    """From the first page on, to the last one that is linked."""
    todo, seen = ["/"], {"/"}
    while todo:
        address = todo.pop(0)
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[:300])
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = Page(answer.text)
        assert len(page.ids) == len(set(page.ids)), address
        anchors = {link[1:] for link in page.links if re.match("#.", link)}
        assert anchors <= set(page.ids), (address, anchors - set(page.ids))
        inner = [link.partition("#")[0] for link in page.links if link.startswith("/")]
        # Filters can be put together without end; one at a time is enough.
        new = [link for link in dict.fromkeys(inner) if link not in seen and link.count("%3A") < 2]
        seen.update(new)
        todo += new[: max(0, MAX_PAGES - len(seen) + len(new))]
    assert len(seen) > MAX_PAGES


def test_the_page_says_that_articles_wait_to_be_weighed(tmp_path: Path, ask: Any) -> None:
    """It weighs nothing itself."""
    path, text = tmp_path / "new.db", "The quay is shut."
    with open_store(path) as store:
        store.articles.save(Reading(Article("a.txt", text), Header(), ()))
    with open_store(path, read_only=True) as store, ask(store) as client:
        assert "1 article waits to be weighed" in page_of(client, "/").text
        assert json_of(client, "/index.json")["waiting"] == 1


def test_empty_stores_have_pages_too(tmp_path: Path, ask: Any) -> None:
    """Each list says that there is nothing."""
    open_store(tmp_path / "empty.db").close()
    with open_store(tmp_path / "empty.db", read_only=True) as store, ask(store) as client:
        for view in VIEWS:
            if not view.has_id:
                assert client.get(view.path).status_code == 200, view.path


def test_the_store_is_read_alone(town: Store) -> None:
    """Whatever code stands behind an address."""
    with pytest.raises(StoreError, match="read-only"):
        town.runs.start("made up", {})


def test_the_audit_is_charts_each_with_its_numbers_without_accusations_that_nobody_reviewed(
    client: Any, town: Store
) -> None:
    """One set of numbers for page, data and terminal."""
    page = client.get("/audit").text
    assert page.count("<svg") == page.count('<table class="numbers">') > 1
    told = map(audit_row, town.claims.audit(Filters(no_open_accusations=True)))
    assert client.get("/audit.json").json()["figures"] == list(told)


def test_every_page_that_shows_a_label_says_that_it_rests_on_a_decision(
    town_file: Path, tmp_path: Path, ask: Any
) -> None:
    """Lists of claims and propositions, an article, a claim, a proposition and a speaker."""
    path = tmp_path / "town.db"
    shutil.copy(town_file, path)
    with open_store(path) as store:
        ferry, denied = (
            next(c for c in store.claims.select() if words in c.quote and c.doc == doc)
            for words, doc in (("ferry will sail", "ferry.txt"), ("crew", "denial.txt"))
        )
        store.decisions.decide(
            "Kim", [Move("proposition", ferry.id, json.dumps({"with": denied.id, "same": True}))]
        )
        bring_up_to_date(store)
        verdict = store.propositions.get(ferry.id)
        speaker = ferry.speaker_id
    assert verdict.decided
    with open_store(path, read_only=True) as store, ask(store) as client:
        for address in (
            "/claims", "/check?all=1", f"/check/{verdict.id}", f"/claims/{ferry.id}", f"/articles/{ferry.article_id}",
            f"/speakers/{speaker}",
        ):  # fmt: skip
            assert "by a reviewer’s decision" in client.get(address).text, address
        (row,) = (
            row
            for row in client.get("/claims.json?limit=500").json()["claims"]
            if row["id"] == ferry.id
        )
        assert row["label_decided"] is True
