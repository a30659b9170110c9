"""A draft's page over hand-made findings: what stands below which paragraph, and in a real browser quiet,
accessible, told apart without colour, and as wide as a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cli.jobs.proof_lines import lines_of
from cli.jobs.proof_page import draft_page
from cli.report.page import render_drafts
from cli.views.proof import is_found, stands_on
from tests.cli.drafts import made_proof

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PHONE, DESK = (340, 740), (1280, 900)


def _page(attack: str = "") -> str:
    return render_drafts(draft_page([made_proof(attack)], NOW, "test", ""))


def test_below_each_paragraph_stands_what_was_found_in_it() -> None:
    """Verdict, words side by side, whose they are in both, where, and on how much they rest."""
    page = _page()
    first, second = page.split('<p class="text">')[1:]
    assert 'id="d1-1"' in first and 'id="d1-2"' not in first
    assert 'id="d1-2"' in second and 'id="d1-3"' in second
    assert "<del><small>−</small>twelve</del> <ins><small>+</small>ten</ins>" in first
    for words in ("altered: number", "Mira Oduya", "Lake Gazette · 2026-03-01 · At the lock", "c1c1c1c1",
                  "1–2 independent origins · contested · unreviewed", "through Port Radio"):  # fmt: skip
        assert words in first, words
    assert "The quay is dry. “<q>The lock holds twelve boats</q>,” Mira Oduya said of ." in first
    assert "An official said <b>the gate is shut</b>." in second
    assert "An official  (no name), through Port Radio" in second
    assert "90% alike" in second


def test_each_finding_is_told_by_number_sign_and_words() -> None:
    """Not by colour alone; the number leads to what was found."""
    page = _page()
    marks = re.findall(
        r'<a class="flag ([\w-]+)" href="#(d1-\d)" aria-label="([^"]+)">([^<]+)</a>', page
    )
    assert [(look, to) for look, to, _, _ in marks] == [
        ("altered", "d1-1"), ("other-speaker", "d1-2"), ("not-on-record", "d1-3")
    ]  # fmt: skip
    assert len({sign.split("\xa0")[-1] for *_, sign in marks}) == 3


def test_words_in_two_findings_show_both_numbers() -> None:
    """The inner one colours them."""
    proof = made_proof()
    again = replace(proof.findings[0], verdict="verbatim")
    proof = replace(proof, findings=(*proof.findings, again))
    page = render_drafts(draft_page([proof], NOW, "test", ""))
    assert page.count('class="flag') - page.count('<span class="flag') == 4


def test_several_drafts_and_none() -> None:
    """Each under its name; a page without a draft says so."""
    page = render_drafts(draft_page([made_proof(), made_proof()], NOW, "test", ""))
    assert "Proof of 2 drafts" in page and 'id="d2-1"' in page
    assert "No draft was read." in render_drafts(draft_page([], NOW, "test", ""))


def test_who_speaks_nearest_is_not_told_of_words_given_to_nobody() -> None:
    """A run of words in marks that stands in no claim: the draft names nobody for it."""
    proof = made_proof()
    first = proof.findings[0]
    alone = replace(first, passage=replace(first.passage, claim=None))
    (line, *_) = lines_of(replace(proof, findings=(alone,)))
    assert line.speaker == ""
    (line, *_) = lines_of(replace(proof, findings=(replace(alone, verdict="other speaker"),)))
    assert line.speaker


def test_a_passage_is_shown_in_its_sentence_and_the_nearest_as_such() -> None:
    """Not only where it is found; what nobody states has no origins to count."""
    lines = list(lines_of(made_proof()))
    assert (lines[0].places[0].before, lines[0].places[0].passage) == (
        "“",
        "The lock holds twelve boats",
    )
    assert lines[0].places[0].after == ",” Mira Oduya said of ."
    unsure = replace(
        lines[0], verdict="cannot tell", label="UNSTATED", origins_min=0, origins_max=0
    )
    assert not is_found(unsure) and stands_on(unsure).startswith("stated by nobody")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A real Chromium; skips where there is none."""
    import shutil

    path = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    driver = pytest.importorskip("playwright.sync_api")
    if path is None:
        pytest.skip("no chromium on this machine")
    with driver.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


def _opened(
    chromium: Any, page: str, folder: Path, size: tuple[int, int], **given: Any
) -> tuple[Any, list[str]]:
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    width, height = size
    shown = chromium.new_context(viewport={"width": width, "height": height}, **given).new_page()
    said: list[str] = []
    shown.on("console", lambda message: said.append(message.text))
    shown.on(
        "request", lambda asked: said.append(asked.url) if asked.url != file.as_uri() else None
    )
    shown.goto(file.as_uri())
    return shown, said


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_hostile_draft_runs_nothing_and_fits(
    chromium: Any, hostile: ModuleType, tmp_path: Path, size: tuple[int, int]
) -> None:
    """No message, no request, no sideways scrolling, and styled at all."""
    page, said = _opened(chromium, _page(hostile.ATTACK), tmp_path, size)
    assert said == [] and page.evaluate("window.owned === undefined")
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0
    assert (
        page.evaluate("getComputedStyle(document.querySelector('h2')).borderBottomWidth") == "2px"
    )
    page.context.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_page_is_accessible(chromium: Any, tmp_path: Path, look: str) -> None:
    """axe-core finds nothing, by WCAG 2.2 AA and its best practices."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    # The policy keeps out every script: axe's as well.
    page, _ = _opened(chromium, _page(), tmp_path, DESK, color_scheme=look, bypass_csp=True)
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": tags}}).response
    page.context.close()
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    assert found["passes"]


def test_on_paper_a_dark_screen_prints_dark_on_light(chromium: Any, tmp_path: Path) -> None:
    """Whatever the reader's system asks for; the ways through the page are left out."""
    page, _ = _opened(chromium, _page(), tmp_path, DESK, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("nav").is_visible() and page.locator(".finding").first.is_visible()
    page.context.close()
