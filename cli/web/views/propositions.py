"""What rests on a single source: the list of propositions, and one with its evidence as a tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from claims.rules.vocabulary import LABEL_FILTERS
from cli.jobs.accusations import is_open_accusation, without
from cli.jobs.verdicts import asked_for
from cli.query import for_people
from cli.report.evidence import proposition
from cli.rows.verdicts import verdict_row
from cli.web.answers import ROWS_A_READ, Answer, Rows, in_pages, page_of
from cli.web.asked import Asked
from cli.web.errors import MovedError, PageError, found
from store.records import ConflictRecord, Filters, VerdictRecord


def check_list(asked: Asked) -> Answer:
    """Propositions, those that rest on least first; only what may rest on a single source unless more
    is asked for. The page leaves out what claims nothing, unless a kind of saying is asked for; data
    hold all."""
    return Answer(
        lambda: _page(asked),
        lambda: _data(asked),
        lambda: Rows(
            "propositions", map(verdict_row, without(list(in_pages(partial(_every_after, asked)))))
        ),
    )


def _page(asked: Asked) -> Mapping[str, Any]:
    every = _wanted(asked)
    wanted = for_people(every)
    shown, behind = _part(asked, wanted)
    total = asked.store.propositions.count(wanted, below=asked.threshold)
    return {
        "verdicts": shown,
        "total": total,
        "left_out": asked.store.propositions.count(every, below=asked.threshold) - total,
        "labels": LABEL_FILTERS,
        "next": asked.link(after=behind) if behind else None,
    }


def _data(asked: Asked) -> Mapping[str, Any]:
    shown, behind = _part(asked, _wanted(asked))
    return {
        "query": asked.words,
        "total": asked.store.propositions.count(_wanted(asked), below=asked.threshold),
        "propositions": [verdict_row(verdict) for verdict in shown],
        "next": asked.link(".json", after=behind) if behind else None,
    }


def _part(asked: Asked, wanted: Filters) -> tuple[list[VerdictRecord], str | None]:
    """What of a page's propositions is handed on, and the id behind which the next page begins."""
    found = _after(asked, wanted, asked.after, asked.limit + 1)
    verdicts, behind = page_of(found, asked.limit)
    return without(verdicts), behind


def _after(asked: Asked, wanted: Filters, after: str | None, limit: int) -> Sequence[VerdictRecord]:
    return asked.store.propositions.page(wanted, below=asked.threshold, after=after, limit=limit)


def _every_after(asked: Asked, after: str | None) -> Sequence[VerdictRecord]:
    return _after(asked, _wanted(asked), after, ROWS_A_READ)


def _wanted(asked: Asked) -> Filters:
    return asked_for(asked.filters, asked.everything, asked.threshold)


def one_proposition(asked: Asked) -> Answer:
    """A proposition with its claims under the origins they lead back to, and what speaks against it;
    the id of a claim leads to its proposition."""
    verdict = found(lambda: asked.store.propositions.get(asked.id), "proposition", asked.id)
    if verdict.id != asked.id:
        raise MovedError(verdict.id)
    if not (kept := without([verdict])):
        raise PageError(
            "Nobody has reviewed the accusations that this proposition is made of; it is not shown "
            "here until a person has.",
            403,
        )
    conflicts = _kept(asked.store.propositions.conflicts(verdict.id))
    return Answer(
        lambda: {"verdict": kept[0], "one": proposition(kept[0], {}), "conflicts": conflicts},
        lambda: {
            "proposition": verdict_row(kept[0]),
            "against": [
                {"reason": conflict.reason, "proposition": verdict_row(conflict.verdict)}
                for conflict in conflicts
            ],
        },
    )


def _kept(conflicts: Sequence[ConflictRecord]) -> list[ConflictRecord]:
    """What contradicts it, without claims that are not handed on."""
    rest = [
        replace(c, verdict=replace(c.verdict, claims=tuple(
            m for m in c.verdict.claims if not is_open_accusation(m.claim)
        )))
        for c in conflicts
    ]  # fmt: skip
    return [conflict for conflict in rest if conflict.verdict.claims]
