"""What simple counting says of the true propositions: no joins to get wrong, no reading of who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from benchmarks.independence.events import span
from benchmarks.propositions import Row
from claims.corroborate.verdict import label_of
from claims.folding import name_key

Count = Callable[[Sequence[Row], Mapping[str, Row]], int]
"""Origins that the supporting claims of a proposition are taken for, the articles by id."""


def _articles(members: Sequence[Row], articles: Mapping[str, Row]) -> int:
    return len({member["doc"] for member in members})


def _families(members: Sequence[Row], articles: Mapping[str, Row]) -> int:
    told_in = (articles[member["doc"]] for member in members)
    return len({article.get("owner") or article["outlet"] for article in told_in})


def _names(members: Sequence[Row], articles: Mapping[str, Row]) -> int:
    return len({name_key(member["speaker"]) for member in members if member["speaker"]})


def _single(members: Sequence[Row], articles: Mapping[str, Row]) -> int:
    return 1


BASELINES: Mapping[str, Count] = {
    "every article counts": _articles,
    "publisher families": _families,
    "distinct names": _names,
    "always single": _single,
}


def predicted(events: Iterable[Row], count: Count) -> list[Row]:
    """The true propositions with as many origins as a baseline counts."""
    out = []
    for event in events:
        articles = {article["doc"]: article for article in event["articles"]}
        for row in event["propositions"]:
            supporting = [member for member in row["members"] if member["role"] == "supports"]
            origins = count(supporting, articles)
            out.append(
                {
                    "proposition": f"{event['event']} {row['id']}",
                    "min": origins,
                    "max": origins,
                    "label": label_of(origins, origins),
                    "claims": [_placed(member, articles) for member in row["members"]],
                }
            )
    return out


def _placed(member: Row, articles: Mapping[str, Row]) -> Row:
    text = articles[member["doc"]]["text"]
    return {"doc": member["doc"], "content": [span(text, member["quote"])]}
