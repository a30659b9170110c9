"""What editions changed, in the browser: from the open article, with the words of both, closed by a key."""

from __future__ import annotations

from typing import Any

from claims.model import Article, Header, Reading
from store.store import Store
from tests.cli.browse.conftest import MADE, claim

FORMER = "Mayor Ilse Varga said the quay is shut. Officials said tolls rise in May."
LATER = "Mayor Ilse Varga said the quay is open. Tam Oduya said the crane fell."


def _save(store: Store, text: str, *claims: Any) -> None:
    article = Article("quay-1", text, title="Quay", outlet="Coast Post", published="2031-06-01")
    store.articles.save(Reading(article, Header(), claims, MADE))


def test_a_key_shows_what_editions_of_the_open_article_changed(
    desk: Store, drive: Any, press: Any
) -> None:
    """The words of both stand side by side; escape leads back."""
    said = ("Mayor Ilse Varga", "Ilse Varga")
    _save(
        desk,
        FORMER,
        claim(FORMER, "the quay is shut", *said),
        claim(FORMER, "tolls rise in May", "Officials", None),
    )
    _save(
        desk,
        LATER,
        claim(LATER, "the quay is open", *said),
        claim(LATER, "the crane fell", "Tam Oduya", "Tam Oduya"),
    )

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "slash", *"crane", "enter", "enter")
        assert "Coast Post · 2031-06-01 · later edition" in screen
        screen = await press(app, pilot, "E")
        assert "What editions changed" in screen
        assert all(word in screen for word in ("[-shut-]", "dropped", "added")), screen
        assert "What editions changed" not in await press(app, pilot, "escape")

    drive(desk, steps)


def test_an_article_of_one_edition_says_so(desk: Store, drive: Any, press: Any) -> None:
    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "enter")
        assert "one edition of this article alone" in await press(app, pilot, "E")

    drive(desk, steps)
