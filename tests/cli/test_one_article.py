"""The same article from many sources is one in the store; when in doubt it is two."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Reading, Versions
from claims.pipeline import header_of
from claims.read import read_paths
from store import Store, open_store
from tests.claims.read.makers import JSON_LD, entry, json_ld, page, rss, warc

MADE = Versions("1", "sm", "net", "aaaa")
HOST = "gazette.example"
PAGE = f"https://www.{HOST}/harbour/bridge-shut"


def _page(address: str | None = PAGE, *, saved_from: str | None = None, said: str = "") -> str:
    """A page that names its address, or was saved from one."""
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    saved = f"<!-- saved from url=(0040){saved_from} -->" if saved_from else ""
    return page(head=json_ld(JSON_LD) + canonical + saved).replace(
        *(said.split("→") if said else ("", ""))
    )


def _feed(address: str) -> str:
    return rss([entry(whole=True).replace(f"https://{HOST}/harbour/1", address)])


def _status(store: Store, folder: Path, name: str, body: str | bytes) -> str:
    (folder / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    (article,) = read_paths([str(folder / name)])
    assert isinstance(article, Article), article
    return store.articles.save(Reading(article, header_of(article), (), MADE)).status


def _second(folder: Path, first: tuple[str, str | bytes], second: tuple[str, str | bytes]) -> str:
    with open_store(str(folder / "s.db")) as store:
        assert _status(store, folder, *first) == "added"
        return _status(store, folder, *second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(("a.html", _page()), ("b.rss", _feed(PAGE)), id="page, feed"),
        pytest.param(("b.rss", _feed(PAGE)), ("a.html", _page()), id="feed, page"),
        pytest.param(
            ("a.html", _page()), ("b.rss", _feed(f"{PAGE}?utm_source=rss")), id="feed that counts readers"
        ),
        pytest.param(
            ("a.html", _page()), ("b.warc", warc((PAGE, 200, _page(None).encode()))), id="page, web archive"
        ),
    ],
)  # fmt: skip
def test_from_page_feed_and_archive_it_is_one(
    tmp_path: Path, first: tuple[str, str | bytes], second: tuple[str, str | bytes]
) -> None:
    assert _second(tmp_path, first, second) in ("unchanged", "updated")


@pytest.mark.parametrize(
    "address",
    [
        f"{PAGE}?utm_source=x&fbclid=3",
        f"http://www.{HOST}/harbour/bridge-shut",
        f"{PAGE}/",
        f"https://{HOST}/harbour/bridge-shut",
        f"https://m.{HOST}/harbour/bridge-shut",
        f"https://mobile.{HOST}/harbour/bridge-shut",
        f"https://amp.{HOST}/harbour/bridge-shut",
        f"{PAGE}/amp/",
        f"https://www.{HOST}/amp/harbour/bridge-shut",
        f"{PAGE}.amp",
        f"{PAGE}?amp=1",
        f"{PAGE}?outputType=amp",
        f"{PAGE}/index.html",
        f"https://www.{HOST}:443/harbour/bridge-shut",
        f"https://www.{HOST}/harbour/bridge%2Dshut",
        f"https://www.{HOST}/news/the-same-told-elsewhere-on-the-site",
    ],
)
def test_under_another_form_of_its_address_it_is_one(tmp_path: Path, address: str) -> None:
    assert _second(tmp_path, ("a.html", _page()), ("b.html", _page(address))) in (
        "unchanged",
        "updated",
    )


def test_a_page_that_was_saved_with_what_counts_readers_is_one(tmp_path: Path) -> None:
    saved = _page(None, saved_from=f"{PAGE}?utm_medium=mail")
    assert _second(tmp_path, ("a.html", _page()), ("b.html", saved)) in ("unchanged", "updated")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param("https://ledger.example/harbour/bridge-shut", "", id="another site"),
        pytest.param(f"{PAGE}-2", "2026-05-04T09→2026-05-05T09", id="another day"),
        pytest.param(f"{PAGE}-2", "Swing bridge shut after→Bridge shut when", id="another title"),
        pytest.param(f"https://sport.{HOST}/harbour/bridge-shut", "", id="another part of the house"),
    ],
)  # fmt: skip
def test_in_doubt_they_are_two(tmp_path: Path, address: str, said: str) -> None:
    assert _second(tmp_path, ("a.html", _page()), ("b.html", _page(address, said=said))) == "added"


def test_an_edited_text_is_an_edition_of_the_one(tmp_path: Path) -> None:
    edited = _page(said="12,000 cars→14,000 cars")
    assert _second(tmp_path, ("a.html", _page()), ("b.html", edited)) == "edition"
