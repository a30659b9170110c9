"""Every address, once: routes, the description in OpenAPI and the page about it derive from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cli.web.answers import Answer
from cli.web.asked import Asked
from cli.web.parameters import FILTERING, PAGING
from cli.web.views import articles, audit, claims, home, propositions, speakers

JSON, CSV, LINKED = "json", "csv", "jsonld"


@dataclass(frozen=True)
class View:
    """An address with what answers it; its formats besides HTML are ends of the address."""

    path: str
    name: str
    """Of its template and of its JSON schema."""
    summary: str
    answer: Callable[[Asked], Answer]
    parameters: tuple[str, ...] = ()
    formats: tuple[str, ...] = (JSON,)
    example: str = ""
    """Its parameters in an address that shows what it is for."""

    @property
    def has_id(self) -> bool:
        """Whether the address ends in the id of one thing."""
        return self.path.endswith("{id}")


_OF_CLAIMS = (*FILTERING, "sort", "reverse", "facets", *PAGING)
_LISTED = (JSON, CSV)
_LINKED = (JSON, LINKED)
VIEWS: tuple[View, ...] = (
    View("/", "home", "How much there is, and what rests on least", home.home),
    View(
        "/claims", "claims", "Claims that the filters leave", claims.claim_list, _OF_CLAIMS, _LISTED,
        "q=stance:deny since:2026",
    ),
    View("/claims/{id}", "claim", "One claim with all that is known of it", claims.one_claim, (), _LINKED),
    View(
        "/check", "check", "What rests on a single source", propositions.check_list,
        (*FILTERING, "all", "threshold", *PAGING), _LISTED, "label=UNNAMED",
    ),
    View("/check/{id}", "proposition", "One proposition with its evidence", propositions.one_proposition),
    View(
        "/speakers", "speakers", "Who speaks, each once", speakers.speaker_list, (*FILTERING, *PAGING),
        _LISTED, "q=outlet:Gazette",
    ),
    View(
        "/speakers/{id}", "speaker", "One speaker's record by date", speakers.one_speaker, _OF_CLAIMS,
        _LISTED,
    ),
    View(
        "/articles", "articles", "Articles, copies under what they copy", articles.article_list,
        (*FILTERING, "reverse", *PAGING), _LISTED, "reverse=1",
    ),
    View(
        "/articles/{id}", "article", "One article read, with who stands behind each claim",
        articles.one_article, ("excel",), (JSON, CSV, LINKED),
    ),
    View(
        "/outlets", "outlets", "Outlets with counts", articles.outlet_list, (*FILTERING, "excel"),
        _LISTED, "since=2026",
    ),
    View(
        "/audit", "audit", "Whom outlets quote: charts, each with its numbers", audit.audit, (*FILTERING, "excel"),
        _LISTED, "q=outlet:Gazette",
    ),
    View("/about", "about", "What this page is, and its addresses", home.about),
)  # fmt: skip
