"""Pages in the shapes that outlets give them (tests/data/pages): no paragraph of the article is lost,
and what else is taken for its text is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article
from claims.read.decode import Overrides
from claims.read.html_page import page_item
from claims.read.options import ReadOptions

PAGES = sorted((Path(__file__).parents[2] / "data" / "pages").glob("*.html"))
TITLE = "Swing bridge shut after crack is found"
BODY = (
    "PORT ELLERY (Reuters) - The swing bridge over the Harl was shut on Monday after inspectors found a crack in its "
    "northern pier, the harbour office said.",
    "“It is a precaution,” said Mayor Ilse Brandt. “We will know more on Friday, when the engineers have "
    "looked at it.”",
    "The bridge carries 12,000 cars a day, according to the county of Velmora, and is the only way across for lorries.",
    "Ferries will run every twenty minutes until it opens again, the operator Harl Lines said in a statement.",
    "“Nobody told us,” said Tom Hale, who runs a bakery on the north bank. “We heard it from the drivers.”",
    "The office had known of the crack since March, a letter seen by the Gazette shows. It denied that it had "
    "waited too long.",
    "(Reporting by Sam Orr in Port Ellery; Additional reporting by Ann Bell; Editing by Rolf Dane)",
)
OWN_LINES = {
    "share_head": ["By Sam Orr"],
    "standfirst": ["Ferries to run every twenty minutes as engineers look at northern pier"],
    "subheads": ["Known since March"],
    "tweet": [
        "We are sorry for the queues at the north ramp today.",
        "— Harl Lines (@harllines) May 4, 2026",
    ],
}
"""Lines of the article that are no paragraphs of its body."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_article_and_nothing_else(path: Path) -> None:
    """In order, with its title."""
    item = page_item(path.read_text("utf-8"), path.stem, ReadOptions("utf-8", Overrides(), False))
    assert isinstance(item, Article)
    lines = item.text.split("\n\n")
    wanted = BODY[:2] if path.stem == "short" else BODY
    others = OWN_LINES.get(path.stem, [])
    assert [line for line in lines if line not in others] == list(wanted)
    assert sorted(set(lines) - set(wanted)) == sorted(others)
    assert item.title == TITLE


def test_a_short_line_whose_link_is_a_picture_costs_no_page() -> None:
    """It was split at the link's words, of which there are none."""
    picture = '<p>1 of 3 <a href="/large"><img src="pier.jpg" alt=""></a></p>'
    page = (
        f"<html><body><h1>{TITLE}</h1>{picture}{''.join(f'<p>{p}</p>' for p in BODY)}</body></html>"
    )
    item = page_item(page, "pier", ReadOptions("utf-8", Overrides(), False))
    assert isinstance(item, Article)
    assert [line for line in item.text.split("\n\n") if line in BODY] == list(BODY)
