"""What a reader could take wrongly on a page: a denial that looks like an assertion, a number that is cut
off, a word said twice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from claims.rules.vocabulary import StanceName
from cli.jobs.corroborate import bring_up_to_date
from cli.report.timeline import is_denial
from store.store import open_store

DENIED = "Tomas Reyle denied that the quay had been sold."


@pytest.fixture(scope="module")
def denied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one denial, of what nobody else says."""
    path: Path = tmp_path_factory.mktemp("denied") / "denied.db"
    claim = Claim(
        (Span(12, 18),), (Span(0, 11),), (Span(19, len(DENIED) - 1),), "indirect",
        Stance("deny"), Speaker("person", "Tomas Reyle", mention="Tomas Reyle"), confidence=0.9,
    )  # fmt: skip
    article = Article("quay.txt", DENIED, "A quay", None, "Lake Gazette", "2026-05-04")
    with open_store(path) as store:
        store.articles.save(Reading(article, Header(), (claim,)))
        bring_up_to_date(store)
    return path


def test_a_denial_says_that_it_is_one_wherever_its_words_stand_as_evidence(
    denied: Path, ask: Any
) -> None:
    """Else the page would have its speaker say what was denied."""
    with open_store(denied, read_only=True) as store, ask(store) as client:
        (claim,) = client.get("/claims.json").json()["claims"]
        page = client.get(f"/claims/{claim['id']}").text
    leaf = page[page.index("Leads back to") :]
    assert re.search(
        r'class="stance">deny</span>\s*<q>denied that the quay had been sold</q>', leaf
    )


def test_a_denial_in_a_proposition_of_its_own_is_counted_as_one(denied: Path) -> None:
    """What is denied need not be said by anybody in the store."""
    with open_store(denied, read_only=True) as store:
        (day,) = store.claims.days()
    assert day.denies and day.count == 1


@pytest.mark.parametrize(
    ("stance", "role", "drawn"),
    [
        ("deny", "supports", True),
        ("deny", None, True),
        ("deny", "neutral", False),
        ("assert", "denies", True),
        ("assert", "supports", False),
        ("assert", None, False),
    ],
)
def test_a_denial_is_drawn_as_one_and_a_negated_denial_is_not(
    stance: StanceName, role: str | None, drawn: bool
) -> None:
    """By what the claim does, and by what it does to its proposition."""
    assert is_denial(stance, role) is drawn


def test_a_claim_says_once_that_nobody_reviewed_it(denied: Path, ask: Any) -> None:
    """In the line of what is known of it."""
    with open_store(denied, read_only=True) as store, ask(store) as client:
        (claim,) = client.get("/claims.json").json()["claims"]
        page = client.get(f"/claims/{claim['id']}").text
    (line,) = re.findall(r'<p class="about">.*?</p>', page, re.DOTALL)
    said = re.sub(r'<span class="status.*?</span></span>', "", line)
    assert said.count("unreviewed") == 1


@pytest.mark.parametrize("view", ["claims", "check", "speakers", "articles", "outlets", "audit"])
def test_a_name_that_nobody_has_brings_those_that_may_be_meant(client: Any, view: str) -> None:
    """Each leads to the same view with that name."""
    page = client.get(f"/{view}?q=speaker:Odduya").text
    assert "No speaker here is named Odduya" in page
    assert re.search(rf'<a href="/{view}\?q=speaker%3A[^"]*Oduya[^"]*">Mira Oduya</a>\?', page)
    assert "Did you mean <a" in client.get(f"/{view}?q=outlet:Lakke").text


@pytest.mark.parametrize("name", ["Zora Quince", "Zora Quinse", "Ivo Braga", "Ivo Bragga"])
def test_whoever_is_not_handed_on_is_as_unknown_as_anybody(client: Any, name: str) -> None:
    """Who an unnamed source is, and who speaks in accusations alone that nobody reviewed."""
    page = client.get(f"/claims?speaker={name}").text
    assert f"No speaker here is named {name}." in page
