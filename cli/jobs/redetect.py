"""Reads stored articles again after a model change, and tells what came, went and changed;
decisions are store's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model import Failure
from cli import diagnostics
from cli.diagnostics import Exit
from cli.interrupts import finishing
from cli.jobs.choice import Choice
from cli.jobs.export import reading as as_reading
from cli.jobs.pipelines import Reader, reader
from cli.jobs.read_each import read_each
from cli.progress import meter
from store.records import ArticleRecord, ClaimRecord, Filters

if TYPE_CHECKING:
    from store import Store

NOTHING_TO_READ = "no article to read again; the filters leave none, or the store is empty"
COMPARED_VALUES = ("quote", "speaker", "stance", "polarity", "kind", "via", "cue_text", "mention")


@dataclass(frozen=True)
class Change:
    """One claim that differs: added, dropped, changed, or kept because a person decided on it."""

    outcome: str
    claim: ClaimRecord
    was: dict[str, Any]
    """The machine's former values of what changed, by name."""


def redetect(store: Store, filters: Filters, choice: Choice) -> Iterator[Change]:
    """Reads the articles that hold a matching claim, or all, and yields each change once it is
    saved."""
    wanted = _wanted(store, filters)
    articles = [
        a for a in store.articles.select(current_only=True) if wanted is None or a.id in wanted
    ]
    with reader(choice) as machine:
        yield from _all(store, articles, machine)


def _wanted(store: Store, filters: Filters) -> set[str] | None:
    return (
        None
        if filters == Filters()
        else {claim.article_id for claim in store.claims.select(filters)}
    )


def _all(store: Store, articles: Sequence[ArticleRecord], machine: Reader) -> Iterator[Change]:
    run, counts = None, {"articles": 0}
    readings = read_each(machine, (as_reading(article, []).article for article in articles))
    try:
        with meter(lambda: len(articles)) as progress:
            for record, reading in zip(articles, readings, strict=True):
                if isinstance(reading, Failure):
                    diagnostics.error(str(reading), Exit.INPUT)
                    continue
                run = run or store.runs.start(reading.versions, "redetect")
                before = store.claims.of_article(record.id)
                with finishing():
                    store.articles.save(reading, run, again=True)
                    counts["articles"] += 1
                    yield from changes(before, store.claims.of_article(record.id))
                progress.step()
    except KeyboardInterrupt:
        done = counts["articles"]
        diagnostics.error(
            f"interrupted; {done:,} articles are read again; run the same command to go on",
            Exit.INTERRUPTED,
        )
    if run is not None:
        store.runs.finish(run, counts)
    _tell(counts["articles"])


def _tell(done: int) -> None:
    articles = f"{done:,} {'article' if done == 1 else 'articles'} read again"
    diagnostics.note(articles if done else NOTHING_TO_READ)


def changes(before: Sequence[ClaimRecord], after: Sequence[ClaimRecord]) -> Iterator[Change]:
    """What differs between two readings of one article, in text order."""
    old = {claim.id: claim for claim in before if not claim.vanished}
    for claim in after:
        former = old.get(claim.id)
        if former is None and not claim.vanished:
            yield Change("added", claim, {})
        elif former is not None and claim.vanished:
            yield Change("dropped", claim, {})
        elif former is not None and not claim.found:
            yield Change("kept", claim, {})
        elif former is not None and (was := _differing(former, claim)):
            yield Change("changed", claim, was)


def _differing(former: ClaimRecord, claim: ClaimRecord) -> dict[str, Any]:
    pairs = {name: (_machine(former, name), _machine(claim, name)) for name in COMPARED_VALUES}
    return {name: old for name, (old, new) in pairs.items() if old != new}


def _machine(claim: ClaimRecord, name: str) -> Any:
    """What the machine found, beneath a person's value."""
    if claim.machine and name == "via":
        links = claim.machine.get("chain")
        return claim.via if links is None else (links[0]["intermediary"] if links else None)
    return claim.machine.get(name, getattr(claim, name)) if claim.machine else getattr(claim, name)
