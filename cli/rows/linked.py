"""Claims in two vocabularies of the web: W3C Web Annotation and schema.org; nothing is written here."""

from __future__ import annotations

from typing import Any

from cli.views.citation import link_of, named_by_reviewer, said, standing
from cli.views.verdicts import BY_PERSON
from store.records import ArticleRecord, ClaimRecord

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SCHEMA_ORG_CONTEXT = "https://schema.org"
BY_REVIEWER = "the name is a reviewer's; the article's words are the description"
CONTEXT_CHARS = 32
"""Characters of the article before and after a quotation, by which it is found again."""
_TYPES = {
    **dict.fromkeys(("organisation", "group", "state", "outlet"), "Organization"),
    "document": "CreativeWork",
}
"""What schema.org calls a kind of speaker, where it is no Person."""


def annotation(claim: ClaimRecord, article: ArticleRecord) -> dict[str, Any]:
    """A claim as a Web Annotation: who says what of the article's words, found by quotation and by
    position in code points."""
    targets = [_target(claim, article.text, start, end) for start, end in claim.content]
    return {
        "id": _urn("claim", claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": said(claim)},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _tags(claim)),
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }  # fmt: skip


def _tags(claim: ClaimRecord) -> list[str]:
    """Kind, stance, label and whether that rests on a person's decision; while nobody has looked at the
    claim, that this is so and how sure the machine is."""
    return [
        *filter(None, (claim.kind, claim.stance, claim.label)),
        *[f"label {BY_PERSON}"] * claim.label_decided,
        *filter(None, standing(claim).split(", ")),
    ]


def _target(claim: ClaimRecord, text: str, start: int, end: int) -> dict[str, Any]:
    return {
        "source": link_of(claim) or _urn("article", claim.article_id),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - CONTEXT_CHARS) : start],
                "suffix": text[end : end + CONTEXT_CHARS],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def news_article(article: ArticleRecord) -> dict[str, Any]:
    """An article as schema.org's NewsArticle, without its text."""
    outlet = {"@type": "NewsMediaOrganization", "name": article.outlet}
    agency = {"@type": "NewsMediaOrganization", "name": article.wire}
    return _given(
        {
            "@type": "NewsArticle",
            "@id": _urn("article", article.id),
            "headline": article.title,
            "url": article.url,
            "datePublished": article.published,
            "author": [{"@type": "Person", "name": name} for name in article.byline],
            "publisher": outlet if article.outlet else None,
            "sourceOrganization": agency if article.wire else None,
            "identifier": article.doc,
        }
    )


def schema_org_claim(claim: ClaimRecord) -> dict[str, Any]:
    """A claim as schema.org's Quotation where the words are the speaker's, else as its Claim."""
    is_quoted = claim.kind == "direct"
    place = {"@id": _urn("article", claim.article_id)}
    return _given(
        {
            "@type": "Quotation" if is_quoted else "Claim",
            "@id": _urn("claim", claim.id),
            "text": claim.quote,
            _said_by(claim, is_quoted): _speaker(claim),
            "isPartOf" if is_quoted else "appearance": place,
            "contributor": [{"@type": "Organization", "name": link.intermediary} for link in claim.chain],
            "dateCreated": claim.said_on,
            "keywords": _tags(claim),
        }
    )  # fmt: skip


def _said_by(claim: ClaimRecord, is_quoted: bool) -> str:
    if claim.speaker_kind == "document":
        return "isBasedOn"
    return "spokenByCharacter" if is_quoted else "author"


def _speaker(claim: ClaimRecord) -> Any:
    """Who says it: by name, as several, or by the words for a source that has none."""
    kind = _TYPES.get(claim.speaker_kind, "Person")
    if claim.members:
        return [{"@type": kind, "name": member} for member in claim.members]
    if claim.speaker and claim.speaker_id:
        named = {"@type": kind, "@id": _urn("speaker", claim.speaker_id), "name": claim.speaker}
        if not named_by_reviewer(claim):
            return named
        beside = {"description": claim.mention, "disambiguatingDescription": BY_REVIEWER}
        return named | {key: value for key, value in beside.items() if value}
    return {"@type": kind, "description": claim.mention} if claim.mention else None


def _urn(subject: str, id: str) -> str:
    return f"urn:onrecord:{subject}:{id}"


def _given(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what is unknown."""
    return {key: value for key, value in row.items() if value not in (None, "", [])}
