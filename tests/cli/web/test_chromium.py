"""The page in a real browser: both questions by clicks, without scripts, by keys; quiet, accessible and
as wide as a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cli.web.table import VIEWS
from store.records import Filters
from store.store import Store, open_store

PHONE, DESK = (360, 740), (1280, 800)


@pytest.fixture(scope="session")
def site(town: Store, serve: Any) -> Iterator[str]:
    """The made-up town's page on a real server."""
    with serve(town) as address:
        yield address


class Seen:
    """A page of the browser, and all that the browser complained of or asked other hosts for."""

    def __init__(self, page: Any, site: str) -> None:
        self.page, self.site = page, site
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(self.site):
            self.strangers.append(request.url)

    def go(self, path: str) -> Any:
        """Opens an address."""
        self.page.goto(self.site + path)
        return self.page


@contextmanager
def _looking(browser: Any, site: str, size: tuple[int, int] = DESK, **given: Any) -> Iterator[Seen]:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, **given)
    seen = Seen(context.new_page(), site)
    yield seen
    context.close()
    assert seen.complaints == [] and seen.strangers == []


def _paths(store: Store) -> list[str]:
    """One address of every view, the one with most to show."""
    verdicts = list(store.propositions.select())
    most = max(verdicts, key=lambda v: len(v.claims))
    ids = {
        "/claims": next(
            (v.claims[0].claim.id for v in verdicts if v.contested), most.claims[0].claim.id
        ),
        "/check": most.id,
        "/speakers": next(iter(store.speakers.select(Filters(), 1))).id,
        "/articles": store.articles.get("ferry.txt").id
        if not _is_hostile(store)
        else most.claims[0].claim.article_id,
    }
    return [view.path.replace("{id}", ids.get(view.path.partition("/{")[0], "")) for view in VIEWS]


def _is_hostile(store: Store) -> bool:
    return store.claims.count(Filters(outlet=("Gazette",))) == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_has_this_speaker_claimed(browser: Any, site: str, scripts: bool) -> None:
    """From the first page to the record, a claim of it, and its article."""
    with _looking(browser, site, java_script_enabled=scripts) as seen:
        page = seen.go("/")
        page.get_by_label("Name").fill("Oduya")
        page.get_by_role("button", name="List").click()
        page.get_by_role("link", name="Mira Oduya").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Mira Oduya"
        page.locator(".rows a", has_text="The hull is sound").first.click()
        assert "Mira Oduya" in page.get_by_role("heading", level=1).inner_text()
        page.get_by_role("link", name="Lake Gazette").first.click()
        assert "Rain fell on the town" in page.inner_text("main")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_which_claims_rest_on_a_single_source(browser: Any, site: str, scripts: bool) -> None:
    """From the bar to the list, narrowed to unnamed ones, and the evidence of one with its copies."""
    with _looking(browser, site, java_script_enabled=scripts) as seen:
        page = seen.go("/")
        page.get_by_role("link", name="Single source").click()
        page.get_by_role("link", name="Unnamed", exact=True).click()
        page.locator(".rows a", has_text="the owner was warned").click()
        assert "SINGLE (unnamed)" in page.inner_text("main")
        page.get_by_text("1 copy, which add").click()
        assert (
            page.get_by_text("copy of Lake Gazette")
            .or_(page.get_by_text("copy of ferry.txt"))
            .is_visible()
        )


def test_the_list_follows_what_is_typed(browser: Any, site: str) -> None:
    """From the first letters on; the address is one to pass on, and what cannot be asked yet changes
    nothing."""
    with _looking(browser, site) as seen:
        page = seen.go("/claims")
        box = page.get_by_role("searchbox")
        box.press_sequentially("speaker:Rey", delay=5)
        page.get_by_text("2 claims").wait_for()
        assert "Tomas Reyle" in page.inner_text("#results")
        page.wait_for_url("**/claims?q=speaker%3ARey")
        assert box.evaluate("box => box === document.activeElement")
    # A wrong date is answered with 400, of which the browser's console tells; the list stays.
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/claims?q=speaker:Reyle")
    with page.expect_response(lambda answer: "typing=1" in answer.url) as answer:
        page.get_by_role("searchbox").press_sequentially(" since:20")
    assert answer.value.status in (200, 400) and "Tomas Reyle" in page.inner_text("#results")
    context.close()


def test_everything_is_reached_by_keys(browser: Any, site: str) -> None:
    """The first tab skips to the content, a slash leads to the search, and a folded copy opens."""
    with _looking(browser, site) as seen:
        page = seen.go("/articles")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.wait_for_url("**/articles#main")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.name") == "q"
        page.locator(".folded summary").focus()
        page.keyboard.press("Enter")
        assert page.get_by_role("link", name="Ferry to sail").is_visible()


@pytest.mark.parametrize(
    ("look", "every"),
    [("light", 3), *(pytest.param(look, 1, marks=pytest.mark.slow) for look in ("light", "dark"))],
)
def test_every_view_is_accessible_and_quiet(
    browser: Any, site: str, town: Store, look: str, every: int
) -> None:
    """axe-core finds nothing, by WCAG 2.2 AA and its best practices; no complaint, no other host. Fast in one view
    of three."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    # The policy keeps out every script but the page's own: axe's as well.
    with _looking(browser, site, color_scheme=look, bypass_csp=True) as seen:
        for path in _paths(town)[::every]:
            page = seen.go(path)
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            found = axe.run(page, options={"runOnly": {"type": "tag", "values": tags}}).response
            wrong = [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]]
            assert not wrong, (path, wrong)
            assert found["passes"]


@pytest.mark.parametrize("size", [PHONE, pytest.param(DESK, marks=pytest.mark.slow)])
def test_no_view_is_wider_than_the_screen(
    browser: Any, site: str, town: Store, size: tuple[int, int]
) -> None:
    """Tables alone scroll, each in its own frame."""
    with _looking(browser, site, size) as seen:
        for path in _paths(town):
            page = seen.go(path)
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wide <= 0, path


def test_dark_and_light_differ_and_print_needs_no_colour(browser: Any, site: str) -> None:
    """As the reader's system asks; on paper the bar and the filters are left out."""

    def ground(page: Any) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    with _looking(browser, site, color_scheme="dark") as seen:
        dark = ground(seen.go("/claims"))
    with _looking(browser, site, color_scheme="light") as seen:
        page = seen.go("/claims")
        assert ground(page) != dark
        page.emulate_media(media="print")
        assert not page.get_by_role("searchbox").is_visible()
        assert page.locator(".row").first.is_visible()


def test_hostile_texts_run_nothing_and_break_no_view(
    browser: Any, hostile_file: Path, serve: Any
) -> None:
    """No script of theirs, no request, no complaint, and nothing wider than a phone."""
    with open_store(hostile_file, read_only=True) as store, serve(store) as address:
        id = next(iter(store.claims.select())).id
        with _looking(browser, address, PHONE) as seen:
            for path in [
                *_paths(store),
                f"/claims/{id}",
                "/claims?q=%22%3E%3Cscript%3Eowned%3D1%3C/script%3E",
            ]:
                page = seen.go(path)
                assert page.evaluate(
                    "typeof window.owned === 'undefined' && document.title.endsWith('onrecord')"
                ), path
                assert (
                    page.locator("script:not([src]), img, iframe, [onerror], [style]").count() == 0
                ), path
                wide = page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                )
                assert wide <= 0, (path, wide)


def test_the_policy_holds_where_markup_got_in(browser: Any, site: str) -> None:
    """The second lock: what is put into a page that was delivered neither runs nor loads."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{site}/about")
    page.evaluate(
        """() => {
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.owned=1'><p style='color:red'>x</p>");
        const script = document.createElement("script"); script.textContent = "window.owned = 1";
        document.body.append(script);
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.owned === undefined")
    assert any("Content Security Policy" in line for line in complaints)
    context.close()


def test_a_reader_signs_in_with_the_token(browser: Any, town: Store, serve: Any) -> None:
    """And stays signed in from page to page."""
    token = "a-made-up-token-of-some-length"
    with serve(town, token) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}/speakers")
        page.get_by_label("Token").fill(token)
        page.get_by_role("button", name="Sign in").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Speakers"
        page.get_by_role("link", name="Claims", exact=True).click()
        assert page.get_by_role("heading", level=1).inner_text() == "Claims"
        assert [cookie["name"] for cookie in context.cookies()] == ["onrecord"]
        context.close()
