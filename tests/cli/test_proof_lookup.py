"""In which articles of a store a passage is looked for."""

from __future__ import annotations

from pathlib import Path

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from claims.proof.asked import Lookup
from cli.jobs.proof import StoreRecord
from store import open_store
from store.records import NO_FILTER


def _reading(doc: str, said: str, who: str) -> Reading:
    text = f"“{said},” {who} said."
    spans = [(Span(at, at + len(w)),) for w in (said, who, "said") if (at := text.index(w)) >= 0]
    made = Claim(
        spans[2], spans[1], spans[0], "direct", Stance(), Speaker("person", who, mention=who)
    )
    return Reading(Article(doc, text, outlet="Tarne Herald"), Header(), (made,))


def test_stock_phrases_elsewhere_do_not_hide_the_speakers_own_words(tmp_path: Path) -> None:
    """Two runs of words that anybody says stand in one article, the speaker's words in another."""
    stock = "At the end of the day we will have to wait and see what happens"
    own = "The weir gauge was moved at dusk"
    with open_store(tmp_path / "made.db") as made:
        for reading in (
            _reading("a.txt", stock, "Tam Lorne"),
            _reading("b.txt", own, "Mira Oduya"),
        ):
            made.articles.save(reading)
        asked = Lookup(
            ("the end of the day", "have to wait and see"), ("gauge", "weir", "dusk"), ("Oduya",)
        )
        found = StoreRecord(made, NO_FILTER).near(asked)
    assert {one.stated.doc for one in found} == {"a.txt", "b.txt"}
