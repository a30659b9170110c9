"""onrecord told what an article claims, who says it and which claims are one: what is left for it to judge is
on how many independent origins each proposition rests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from benchmarks.independence.events import span
from benchmarks.propositions import Row
from claims.corroborate.copies.copies import find_copies
from claims.corroborate.decisions import PeopleDecisions
from claims.corroborate.matching.propositions import Joined, Statement
from claims.corroborate.model import StatedArticle, StatedClaim, Verdict
from claims.corroborate.verdict import Part, Roots, verdict_on
from claims.model import Span
from claims.outlet.header import read_header
from claims.rules.vocabulary import SpeakerKind, StanceName

STANCES: Mapping[str, StanceName] = {"supports": "assert", "denies": "deny", "neutral": "ask"}
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
QUOTED = re.compile(r"[“‘\"][^”“\"]*[”\"]|‘[^’]*’(?!\w)")
JOINED = Joined("", "a reader joined them", True)


def predicted(events: Iterable[Row]) -> list[Row]:
    """The true propositions with the origins that onrecord finds."""
    return [row for event in events for row in _of_event(event)]


def _of_event(event: Row) -> Iterator[Row]:
    articles = {article["doc"]: _article(article) for article in event["articles"]}
    roots = {link.article_id: articles[link.of] for link in find_copies(articles.values())}
    speakers = speakers_of(event)
    for row in event["propositions"]:
        parts = [
            (articles[member["doc"]], _claim(member, speakers, articles[member["doc"]].text))
            for member in row["members"]
            if member["role"] == "supports"
        ]
        if parts:
            yield _row(f"{event['event']} {row['id']}", parts, _verdict(parts, roots))


def speakers_of(event: Row) -> dict[str, Row]:
    """Who is meant, by each form of the name that the event's articles print."""
    return {form: row for row in event["speakers"] for form in (row["name"], *row["forms"])}


def _verdict(parts: list[Part], roots: Roots) -> Verdict:
    statements = {claim.id: Statement(claim, article) for article, claim in parts}
    why = {claim.id: JOINED for _, claim in parts[1:]}
    ids = sorted(statements)
    decisions = PeopleDecisions(together=frozenset(combinations(ids, 2)))
    return verdict_on(parts, statements, roots, why, (), decisions)


def _article(row: Row) -> StatedArticle:
    header = read_header(row["text"], row["title"], row["published"])
    return StatedArticle(
        id=row["doc"],
        doc=row["doc"],
        text=row["text"],
        outlet=row["outlet"],
        wire=header.wire.value if header.wire else None,
        credits=tuple(credit.value for credit in header.credits),
        dateline=header.dateline.place if header.dateline else None,
        byline=(row["byline"],) if row["byline"] else (),
        published=row["published"],
        claims=(),
    )


def _claim(member: Row, speakers: Mapping[str, Row], text: str) -> StatedClaim:
    start, end = span(text, member["quote"])
    mention = member["speaker"] or ""
    who = speakers.get(mention, {})
    kind: SpeakerKind = who.get("kind") or ("unnamed" if mention else "none")
    name = who.get("name")
    return StatedClaim(
        id=f"{member['doc']} {start}",
        article_id=member["doc"],
        quote=member["quote"],
        content=(Span(start, end),),
        speaker=None if kind == "joint" else name,
        speaker_kind=kind,
        members=tuple(name.split(" and ")) if name and kind == "joint" else (),
        mention=mention,
        principal=None,
        affiliation=who.get("of"),
        declared_count=COUNTS.get(mention.split(" ")[0].lower()),
        chain=(),
        kind="direct" if _in_quotes(text, start, end) else "indirect",
        stance=STANCES[member["role"]],
        polarity="positive",
        hedged=False,
        nested=False,
    )


def _in_quotes(text: str, start: int, end: int) -> bool:
    return any(found.start() < start and end <= found.end() for found in QUOTED.finditer(text))


def _row(id: str, parts: list[Part], verdict: Verdict) -> Row:
    return {
        "proposition": id,
        "label": verdict.label,
        "min": verdict.origins_min,
        "max": verdict.origins_max,
        "claims": [
            {"doc": article.doc, "content": [[place.start, place.end] for place in claim.content]}
            for article, claim in parts
        ],
        "pairs": [
            {"a": pair.a, "b": pair.b, "relation": pair.relation, "reason": pair.reason}
            for pair in verdict.pairs
        ],
    }
