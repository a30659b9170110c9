"""The Article tab: head, text and the chain below; loads in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from claims.errors import OnrecordError
from cli.browse.article import ArticleText
from cli.browse.library import Library
from cli.browse.marks import LEGEND
from cli.browse.rows import Rows
from cli.sanitise import text
from cli.views.claims import chain_line
from store.records import ArticleRecord, ClaimRecord


class Reading(Vertical):
    """One article with its claims, one of them marked."""

    @dataclass
    class Loaded(Message):
        """A worker brought an article."""

        article: ArticleRecord
        claims: tuple[ClaimRecord, ...]
        claim_id: str

    def __init__(self, library: Library) -> None:
        super().__init__(id="reading")
        self._library = library
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """Head, text, chain and legend."""
        yield Static(id="head")
        yield ArticleText(id="body")
        yield Static(id="chain")
        yield Static(id="legend")

    def open(self, claim: ClaimRecord) -> None:
        """Opens the claim in its article."""
        self._wanted = claim.id
        self._load(claim)

    @work(thread=True)
    def _load(self, claim: ClaimRecord) -> None:
        try:
            article = self._library.article(claim.article_id)
            claims = tuple(self._library.claims_of_article(article.id))
        except OnrecordError as error:
            self.post_message(Rows.Failed(str(error)))
            return
        self.post_message(self.Loaded(article, claims, claim.id))

    def on_reading_loaded(self, event: Loaded) -> None:
        """Shows the article, unless another was asked for by now."""
        event.stop()
        if event.claim_id != self._wanted:
            return
        known = event.article
        parts = (known.outlet or known.wire, (known.published or "")[:10], known.title or known.doc)
        self.query_one("#head", Static).update(text(" · ".join(part for part in parts if part), "bold"))
        self.query_one(ArticleText).show(known, event.claims, event.claim_id)
        self._show_claim()

    def _show_claim(self) -> None:
        body = self.query_one(ArticleText)
        claim, (at, of) = body.claim, body.place
        chain = chain_line(claim) if claim else Text("no claim was found in this article")
        self.query_one("#chain", Static).update(chain)
        facts = Text(f"claim {at} of {of}  ")
        facts.append_text(LEGEND.copy())
        if claim:
            facts.append("  " + " · ".join(part for part in (claim.kind, claim.stance, claim.label or "") if part))
        self.query_one("#legend", Static).update(facts)

    def on_article_text_stepped(self, event: ArticleText.Stepped) -> None:
        """Keeps chain and legend with the marked claim."""
        event.stop()
        self._show_claim()
