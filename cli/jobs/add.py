"""Reads articles into the store: skips the unchanged, keeps every finished one, then weighs
again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from claims.errors import RowError, UsageError
from claims.model import Article, Failure, Reading
from cli import diagnostics
from cli.diagnostics import Exit
from cli.interrupts import finishing
from cli.jobs.archives_elsewhere import ArchivesElsewhere
from cli.jobs.article_failure import OTHERS_KEPT
from cli.jobs.article_names import named_by_words, warn_of_lost_claims
from cli.jobs.choice import Choice
from cli.jobs.extract import stdin_for, warned
from cli.jobs.pipelines import Reader, reader
from cli.jobs.read_each import read_ready
from cli.jobs.retry import each_once, read_since, unread_file
from cli.jobs.write_batches import Portions
from cli.progress import meter

if TYPE_CHECKING:
    from claims.read.options import Item
    from store import Store
    from store.records import SaveResult

ITEMS_PER_BATCH = 128
"""Of a run that notes after each batch how far it came: what the batch gave is saved by then."""
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
    unread: list[dict[str, str] | None] = field(default_factory=list)
    """Files of the failures, to be read again."""

    def add(self, doc: str, result: SaveResult) -> None:
        """Note one saved article."""
        if result.left_out:
            self.counts["left out"] += result.left_out
        if len(self.results) < MAX_RESULTS:
            self.results.append((doc, result))
        self.counts[result.status] += 1
        self.counts["articles"] += 1
        self.counts["claims"] += (
            result.claims if result.status in ("added", "edition", "redetected") else 0
        )


class Adder:
    """One run of `add` over a stream of inputs."""

    def __init__(
        self,
        store: Store,
        choice: Choice,
        command: str,
        after_batch: Callable[[], None] | None = None,
        *,
        again: bool = False,
    ) -> None:
        self.store, self.choice, self.command = store, choice, command
        self._after_batch = after_batch
        self.again = again
        self.outcome = Outcome()
        self._portions = Portions()
        self._run: str | None = None
        self._asked: set[str] = set()
        """Addresses that gave an article."""
        self._failed: Callable[[], None] = lambda: None

    def run(
        self,
        inputs: Iterator[Item],
        paths: Sequence[str] = (),
        begun: Callable[[Reader], object] = lambda _: None,
    ) -> Outcome:
        """Adds all that the paths hold; on Ctrl-C what is finished stays and 130 is recorded. begun: told who reads."""
        try:
            with reader(self.choice) as machine, meter(lambda: _count(paths)) as progress:
                self._failed = progress.fail
                begun(machine)
                for batch in self._batches(inputs):
                    self._read(batch, machine, progress.step)
            self.store.runs.read_again(read_since(self.store, paths, self._asked))
        except KeyboardInterrupt:
            done = self.outcome.counts["articles"]
            diagnostics.error(
                f"interrupted; {done:,} finished articles are kept; run the same command again to go on",
                Exit.INTERRUPTED,
            )
        self._finish()
        return self.outcome

    def _finish(self) -> None:
        outcome = self.outcome
        failures = outcome.failures + [f"not read: {line}" for line in outcome.passed_over]
        if failures and self._run is None:
            self._run = self.store.runs.start(None, self.command)
        if self._run is not None:
            self.store.runs.finish(
                self._run, dict(outcome.counts), failures, each_once(outcome.unread)
            )

    def _batches(self, inputs: Iterator[Item]) -> Iterator[Iterable[Item]]:
        """All of it at once, so that nobody waits for the last article of a batch, or batch by batch where what is done
        has to be noted."""
        if self._after_batch is None:
            yield inputs
            return
        while batch := list(islice(inputs, ITEMS_PER_BATCH)):
            yield batch
            self._after_batch()

    def _read(self, items: Iterable[Item], machine: Reader, step: Callable[[], None]) -> None:
        for finished in read_ready(machine, self._to_read(items, step)):
            for one in finished:  # before a Ctrl-C ends the run behind what is saved
                if isinstance(one, Failure):
                    self._fail(one)
            # In one transaction, which costs as much as saving an article does.
            self._save([one for one in finished if isinstance(one, Reading)], step)

    def _to_read(self, items: Iterable[Item], step: Callable[[], None]) -> Iterator[Article]:
        """The articles that have to be read; what comes ready is saved, what cannot be read or is known is noted."""
        ready: list[Reading] = []
        for item in items:
            if isinstance(item, Reading):
                ready.append(item)
            if len(ready) >= READY_ARTICLES_PER_BATCH or not isinstance(item, Reading):
                self._save(ready, step)
                ready = []
            if isinstance(item, Article) and item.retrieval is not None:
                self._asked |= {item.doc, item.retrieval.address}
            if isinstance(item, Failure) and item.skipped:
                self.outcome.passed_over.append(str(item))
            elif isinstance(item, Failure):
                self._fail(item)
            elif isinstance(item, Article):
                if (known := self._known(item)) is None:
                    yield warned(item)
                else:
                    self.outcome.add(item.doc, known)
                    step()
        self._save(ready, step)

    def _fail(self, failure: Failure) -> None:
        diagnostics.error(str(failure), Exit.INPUT)
        self.outcome.failures.append(str(failure))
        self.outcome.unread.append(unread_file(failure))
        self._failed()

    def _known(self, article: Article) -> SaveResult | None:
        """What saving the article would do where it need not be read: it is unchanged, or was
        forgotten."""
        from store.records import SaveResult

        try:
            if self.store.articles.unchanged(article):
                return SaveResult("unchanged", "")
            since = None if self.again else self.store.forgetting.since(article)
        except RowError:
            return None  # saving it will say what is wrong
        return SaveResult("forgotten", "", since=since) if since else None

    def _save(self, readings: Sequence[Reading], step: Callable[[], None]) -> None:
        if readings and self._run is None:
            self._run = self.store.runs.start(readings[0].versions, self.command)
        for portion in self._portions.of(readings):
            with finishing():
                for reading, result in self._saved(portion):
                    self.outcome.add(reading.article.doc, result)
                    self.outcome.counts["not English"] += bool(reading.article.unread_language)
                    warn_of_lost_claims(reading.article.doc, result)
                    step()

    def _saved(self, portion: Sequence[Reading]) -> Iterator[tuple[Reading, SaveResult]]:
        """What saving did to each; one that cannot be saved is told, and keeps no other out."""
        try:
            results = self.store.articles.save_many(portion, self._run)
            if self.again:
                results = [*map(self._let_back, portion, results)]
            yield from zip(portion, results, strict=True)
        except RowError as error:
            if len(portion) > 1:
                for reading in portion:
                    yield from self._saved([reading])
            else:
                article = portion[0].article
                what = f"cannot be saved ({error})"
                self._fail(Failure(article.doc, what, OTHERS_KEPT, path=article.path))

    def _let_back(self, reading: Reading, result: SaveResult) -> SaveResult:
        """A forgotten article is one no more, and saved."""
        if result.status != "forgotten":
            return result
        self.store.forgetting.lift_article(reading.article, reading.outlet)
        return self.store.articles.save(reading, self._run)


def _count(paths: Sequence[str]) -> int | None:
    from claims.read import count_articles

    return count_articles(paths) if paths else None


def check_published(published: str | None) -> str | None:
    """The date of --published; raises UsageError on one on which no article appeared."""
    from claims.read import date_problem

    if published is not None and (problem := date_problem(published)):
        raise UsageError(f"--published: {published!r} {problem}; write a day as 2017-03-27")
    return published


def add_paths(
    store: Store,
    paths: list[str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    choice: Choice | None = None,
    again: bool = False,
    **told: Any,
) -> Outcome:
    """Everything the paths hold, into the store; again: what was forgotten, too; told is what
    `claims.read.read_paths` takes."""
    from claims.read import Overrides, read_paths

    overrides, archives = Overrides(outlet=outlet, published=published), ArchivesElsewhere()
    told |= {"overrides": overrides, "accept_readings": True, "elsewhere": archives}
    inputs = read_paths(paths, stdin=stdin_for(paths), **told)
    adder = Adder(store, choice or Choice(), "add", again=again)
    return adder.run(map(named_by_words, inputs), paths, archives.use)
