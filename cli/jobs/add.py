"""Reads articles into the store: skips the unchanged, keeps every finished one, then weighs
again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from claims.errors import RowError, UsageError
from claims.model import Article, Failure, Reading
from cli import diagnostics
from cli.diagnostics import Exit
from cli.jobs.article_names import named_by_words, warn_of_lost_claims
from cli.jobs.extract import stdin_for, warned
from cli.jobs.pipelines import Choice, reader
from cli.jobs.read_each import OTHERS_KEPT, read_each
from cli.jobs.write_batches import Portions
from cli.progress import meter

if TYPE_CHECKING:
    from claims.read.options import Item
    from store import Store
    from store.records import SaveResult

ARTICLES_PER_BATCH = 16
"""Articles a process reads together; an interruption loses at most these."""
READY_ARTICLES_PER_BATCH = 256
"""Articles with ready-made claims that are taken together; portions of them are saved."""

MAX_RESULTS = 1000
"""Of single articles that are kept; all are counted."""


@dataclass
class Outcome:
    """What adding did so far."""

    results: list[tuple[str, SaveResult]] = field(default_factory=list)
    """(doc, what saving it did), the first ones alone, for a line each."""
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    """Files that are no articles, each with its reason."""

    def add(self, doc: str, result: SaveResult) -> None:
        """Note one saved article."""
        if len(self.results) < MAX_RESULTS:
            self.results.append((doc, result))
        self.counts[result.status] += 1
        self.counts["articles"] += 1
        self.counts["claims"] += (
            result.claims if result.status in ("added", "edition", "redetected") else 0
        )


class Adder:
    """One run of `add` over a stream of inputs."""

    def __init__(self, store: Store, choice: Choice, command: str) -> None:
        self.store, self.reader, self.command = store, reader(choice), command
        self.size = ARTICLES_PER_BATCH * choice.jobs
        self.outcome = Outcome()
        self._portions = Portions()
        self._run: str | None = None

    def run(self, inputs: Iterator[Item]) -> Outcome:
        """Adds all; on Ctrl-C what is finished stays and 130 is recorded."""
        try:
            with meter() as progress:
                while batch := list(islice(inputs, self.size)):
                    if all(isinstance(item, Reading) for item in batch):
                        batch += islice(inputs, max(0, READY_ARTICLES_PER_BATCH - self.size))
                    self._batch(batch, progress.step)
        except KeyboardInterrupt:
            done = self.outcome.counts["articles"]
            diagnostics.error(
                f"interrupted; {done:,} finished articles are kept; run the same command again to go on",
                Exit.INTERRUPTED,
            )
        if self._run is not None:
            self.store.runs.finish(
                self._run,
                dict(self.outcome.counts),
                self.outcome.failures + [f"not read: {line}" for line in self.outcome.passed_over],
            )
        return self.outcome

    def _batch(self, batch: list[Item], step: Callable[[], None]) -> None:
        todo: list[Article] = []
        ready = [item for item in batch if isinstance(item, Reading)]
        self._save(ready, step)
        for item in batch:
            if isinstance(item, Failure) and item.skipped:
                self.outcome.passed_over.append(str(item))
            elif isinstance(item, Failure):
                self._fail(item)
            elif isinstance(item, Reading):
                continue
            elif self._is_unchanged(item):
                self._unchanged(item, step)
            else:
                todo.append(warned(item))
        for reading in read_each(self.reader, todo) if todo else ():
            if isinstance(reading, Failure):
                self._fail(reading)
            else:
                self._save([reading], step)

    def _fail(self, failure: Failure) -> None:
        diagnostics.error(str(failure), Exit.INPUT)
        self.outcome.failures.append(str(failure))

    def _is_unchanged(self, article: Article) -> bool:
        try:
            return self.store.articles.unchanged(article)
        except RowError:
            return False  # saving it will say what is wrong

    def _unchanged(self, article: Article, step: Callable[[], None]) -> None:
        from store.records import SaveResult

        self.outcome.add(article.doc, SaveResult("unchanged", ""))
        step()

    def _save(self, readings: Sequence[Reading], step: Callable[[], None]) -> None:
        if readings and self._run is None:
            self._run = self.store.runs.start(readings[0].versions, self.command)
        for portion in self._portions.of(readings):
            for reading, result in self._saved(portion):
                self.outcome.add(reading.article.doc, result)
                warn_of_lost_claims(reading.article.doc, result)
                step()

    def _saved(self, portion: Sequence[Reading]) -> Iterator[tuple[Reading, SaveResult]]:
        """What saving did to each; one that cannot be saved is told, and keeps no other out."""
        try:
            yield from zip(portion, self.store.articles.save_many(portion, self._run), strict=True)
        except RowError as error:
            if len(portion) > 1:
                for reading in portion:
                    yield from self._saved([reading])
            else:
                self._fail(
                    Failure(portion[0].article.doc, f"cannot be saved ({error})", OTHERS_KEPT)
                )


def check_published(published: str | None) -> None:
    """Raises UsageError on a date of --published on which no article appeared."""
    from claims.read import date_problem

    if published is not None and (problem := date_problem(published)):
        raise UsageError(f"--published: {published!r} {problem}; write a day as 2017-03-27")


def add_paths(
    store: Store,
    paths: list[str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    choice: Choice | None = None,
    **told: Any,
) -> Outcome:
    """Everything the paths hold, into the store; told is what `claims.read.read_paths` takes."""
    from claims.read import Overrides, read_paths

    overrides = Overrides(outlet=outlet, published=published)
    inputs = read_paths(
        paths, overrides=overrides, stdin=stdin_for(paths), accept_readings=True, **told
    )
    return Adder(store, choice or Choice(), "add").run(map(named_by_words, inputs))
