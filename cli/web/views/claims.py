"""Claims: the list under filters with its facets, and one claim with all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cli.jobs.accusations import is_open_accusation, without
from cli.jobs.read_article import read_to_hand_on
from cli.query import for_people
from cli.report.claims import claim_view
from cli.report.evidence import proposition
from cli.rows.article_read import Vouched
from cli.rows.claims import claim_row
from cli.rows.decisions import judgement_row
from cli.rows.linked import news_article, schema_org_claim
from cli.rows.verdicts import verdict_row
from cli.views.citation import citation
from cli.views.reasons import machine_reasons
from cli.views.review import both_values, coverage_line
from cli.views.why import why_row
from cli.web.answers import Answer, Row, claims_after, every_claim, page_of
from cli.web.asked import Asked
from cli.web.errors import MovedError, found, withheld
from store.records import ArticleRecord, ClaimRecord, DecisionRecord, VerdictRecord

MAX_CLAIMS_COUNTED = 100_000
"""Of a list whose facets are counted unasked: more take seconds with some filters."""
Facets = Mapping[str, Sequence[tuple[str, int]]]


def claim_list(asked: Asked) -> Answer:
    """Claims that the filters leave, a page of them. The page leaves out what claims nothing, unless a kind of
    saying is asked for; data hold all."""
    return Answer(lambda: _page(asked), lambda: _data(asked), lambda: every_claim(asked))


def _page(asked: Asked) -> Mapping[str, Any]:
    shown = replace(asked, filters=for_people(asked.filters))
    claims, behind = _part(shown)
    total = shown.store.claims.count(shown.filters)
    return {
        "claims": claims,
        "total": total,
        "left_out": asked.store.claims.count(asked.filters) - total if shown.filters.said else 0,
        "next": asked.link(after=behind) if behind else None,
        "reviewed": coverage_line(shown.store.claims.coverage(shown.filters)),
        "facets": facets(shown, total),
    }


def _data(asked: Asked) -> Mapping[str, Any]:
    claims, behind = _part(asked)
    return {
        "query": asked.words,
        "total": asked.store.claims.count(asked.filters),
        "claims": [claim_row(claim) for claim in claims],
        "next": asked.link(".json", after=behind) if behind else None,
        **({"facets": _facet_rows(facets(asked, 0))} if asked.facets else {}),
    }


def _part(asked: Asked) -> tuple[list[ClaimRecord], str | None]:
    return page_of(claims_after(asked, asked.after, asked.limit + 1), asked.limit)


def facets(asked: Asked, total: int) -> Facets | None:
    """The commonest values of each filter word; None where there are too many claims to count them
    unasked."""
    if total > MAX_CLAIMS_COUNTED and not asked.facets:
        return None
    return asked.store.claims.facets(asked.filters)


def _facet_rows(counted: Facets | None) -> dict[str, list[Row]]:
    return {
        word: [{"value": value, "claims": n} for value, n in values]
        for word, values in (counted or {}).items()
    }


def one_claim(asked: Asked) -> Answer:
    """A claim in its paragraph, with its chain, what it rests on, and why the machine says so."""
    claim = the_claim(asked)
    article = asked.store.articles.get(claim.article_id)
    read, _ = read_to_hand_on(asked.store, article)
    vouched = next((v for v in read.claims if v.claim.id == claim.id), None)
    vouched = vouched or Vouched(claim, None, None, (), 0)
    history = asked.store.decisions.history([claim.id])
    return Answer(
        lambda: _shown(asked, vouched, article, history),
        lambda: {
            "claim": claim_row(claim),
            "why": _why(asked, claim, history),
            "proposition": verdict_row(kept) if (kept := _kept(vouched.verdict)) else None,
            "against": [claim_row(other.claim) for other in vouched.against],
            "decisions": [judgement_row(decision, stands) for decision, stands in history],
            "citation": citation(claim),
        },
        nodes=lambda: [news_article(article), schema_org_claim(claim)],
    )


def the_claim(asked: Asked) -> ClaimRecord:
    """The claim of the address; raises MovedError for a beginning of its id, PageError where there is none
    or where it is not handed on."""
    claim = found(lambda: asked.store.claims.get(asked.id), "claim", asked.id)
    if is_open_accusation(claim):
        raise withheld()
    if claim.id != asked.id:
        raise MovedError(claim.id)
    return claim


def _kept(verdict: VerdictRecord | None) -> VerdictRecord | None:
    """The proposition without claims that are not handed on."""
    return next(iter(without([verdict])), None) if verdict else None


def _why(
    asked: Asked, claim: ClaimRecord, history: Sequence[tuple[DecisionRecord, bool]]
) -> dict[str, Any]:
    facts = asked.store.articles.outlet_facts().get(claim.outlet or "")
    return why_row(claim, [decision for decision, stands in history if stands], facts)


def _shown(
    asked: Asked, vouched: Vouched, article: ArticleRecord,
    history: Sequence[tuple[DecisionRecord, bool]],
) -> Mapping[str, Any]:  # fmt: skip
    claim, verdict = vouched.claim, _kept(vouched.verdict)
    member = next((m for m in verdict.claims if m.claim.id == claim.id), None) if verdict else None
    copy_of = member.copy_of if member else None
    stands = [decision for decision, holds in history if holds]
    return {
        "claim": claim,
        "one": claim_view(claim, article, copy_of, stands),
        "vouched": vouched,
        "proposition": proposition(verdict, {}) if verdict else None,
        "reasons": list(machine_reasons(claim)),
        "values": both_values(claim),
        "history": history,
    }
