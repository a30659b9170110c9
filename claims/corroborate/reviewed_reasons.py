"""Says in a verdict what people decided on it: which decision, by whom and when; weighs nothing
itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from claims.corroborate.decisions import PeopleDecisions
from claims.corroborate.model import StatedArticle, StatedClaim, Verdict

SHOWN_ID_CHARACTERS = 8
"""Of an id that names a claim in a reason."""
OVERRULED_MARK = "~"
"""After the id of a claim: the same as the machine had it."""
Group = Sequence[tuple[StatedArticle, StatedClaim]]
Overruled = dict[str, list[tuple[str, StatedClaim]]]
"""By claim, what people overruled that says the same or contradicts it, with which of the two."""


def own_up(
    verdict: Verdict, group: Group, decisions: PeopleDecisions, overruled: Overruled
) -> Verdict:
    """The verdict on a group of claims, with a reason for each decision of people that it rests
    on."""
    ids = {claim.id for _, claim in group}
    articles = {article.id: article.reviewed for article, _ in group if article.reviewed}
    decided = [
        *(_put_right(claim) for _, claim in group if claim.reviewed),
        *_gone(ids, overruled),
        *_pairs(ids, decisions),
        *_speakers(group, decisions),
        *(reviewed for _, reviewed in sorted(articles.items())),
    ]
    reasons = tuple(dict.fromkeys(decided))
    return replace(verdict, reasons=(*verdict.reasons, *reasons), decided=reasons)


def _put_right(claim: StatedClaim) -> str:
    return f"Claim {_short(claim.id)} counts as a person left it: {claim.reviewed}."


def _gone(ids: set[str], overruled: Overruled) -> Iterator[str]:
    """What would stand here, or against it, had nobody decided otherwise."""
    found: dict[str, tuple[str, StatedClaim]] = {}
    for id in sorted(ids & overruled.keys()):
        for relation, claim in overruled[id]:
            if claim.id.removesuffix(OVERRULED_MARK) not in ids:
                found.setdefault(claim.id, (relation, claim))
    for _, (relation, claim) in sorted(found.items()):
        where = "beside these" if relation == "same" else "against these"
        yield f"Claim {_short(claim.id)} does not count {where}: {claim.reviewed}."


def _pairs(ids: set[str], decisions: PeopleDecisions) -> Iterator[str]:
    """Decisions on two claims of which one at least stands here."""
    for a, b in sorted({pair for id in ids for pair in decisions.by_claim.get(id, ())}):
        pair = a, b
        whose = f"decided {decisions.whose.get(pair, 'by a person')}"
        both = f"Claims {_short(a)} and {_short(b)}"
        if pair in decisions.apart:
            yield f"{both} are two propositions: {whose}."
        if {a, b} <= ids and pair in decisions.together:
            yield f"{both} are one proposition: {whose}."
        if {a, b} <= ids and pair in decisions.one_origin | decisions.two_origins:
            one = pair in decisions.one_origin
            yield f"{both} have {'one origin' if one else 'two origins'}: {whose}."


def _speakers(group: Group, decisions: PeopleDecisions) -> Iterator[str]:
    """Names in these claims that people joined or parted."""
    if not (decisions.one_speaker or decisions.two_speakers):
        return
    names = {claim.named for _, claim in group if claim.named}
    for a, b in combinations(sorted(names), 2):
        for pairs, what in (
            (decisions.one_speaker, "one speaker"),
            (decisions.two_speakers, "two speakers"),
        ):
            if whose := pairs.get(frozenset((a, b))):
                yield f"{a} and {b} are {what}: decided {whose}."


def _short(id: str) -> str:
    return id[:SHOWN_ID_CHARACTERS]
