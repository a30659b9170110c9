"""Articles in, JSON lines out; no store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from claims.errors import UsageError
from claims.model import Article, Failure, Reading
from cli import diagnostics
from cli.diagnostics import Exit
from cli.jobs.archives_elsewhere import ArchivesElsewhere
from cli.jobs.choice import Choice
from cli.jobs.pipelines import reader
from cli.jobs.read_each import read_each
from cli.progress import meter

MAX_PASSED_OVER = 20
"""Up to so many files that are no articles are named."""


def stdin_for(paths: Iterable[str]) -> Any:
    """The bytes of stdin where a path is "-"; says so where a person would have to type them."""
    if "-" not in paths:
        return None
    if sys.stdin.isatty():
        diagnostics.note("reading from the terminal; end with Ctrl-D, or name files")
    return sys.stdin.buffer


def articles(inputs: Iterable[Any], failed: Callable[[], None] = lambda: None) -> Iterator[Article]:
    """The readable articles; each failure is one line on stderr and counted, and the others go on; what was
    passed over is named at the end."""
    passed_over: list[str] = []
    for item in inputs:
        if isinstance(item, Failure) and item.skipped:
            passed_over.append(str(item))
        elif isinstance(item, Failure):
            diagnostics.error(str(item), Exit.INPUT)
            failed()
        elif isinstance(item, Reading):
            yield item.article
        else:
            yield warned(item)
    name_passed_over(passed_over)


def name_passed_over(lines: Sequence[str], more: str = "") -> None:
    """What is no article, each with its reason, on stderr; of many the first alone, then more."""
    for line in lines[:MAX_PASSED_OVER]:
        diagnostics.note(f"not read: {line}")
    if len(lines) > MAX_PASSED_OVER:
        diagnostics.note(f"not read: {len(lines) - MAX_PASSED_OVER:,} more{more}")


def warned(article: Article) -> Article:
    """The article, its reader's doubts said on stderr."""
    for warning in article.warnings:
        diagnostics.note(f"onrecord: {article.doc}: {warning}")
    return article


def readings(paths: list[str], choice: Choice, **told: Any) -> Iterator[Reading]:
    """A reading for each readable article, in order; raises UsageError where no path is given, and
    ModelError."""
    if not paths:
        raise UsageError("nothing to read; name files, folders or - for stdin")
    from claims.read import count_articles, read_paths

    with reader(choice) as machine, meter(lambda: count_articles(paths)) as progress:
        archives = ArchivesElsewhere().use(machine)
        items = read_paths(paths, stdin=stdin_for(paths), elsewhere=archives, **told)
        readable = articles(items, progress.fail)
        for reading in read_each(machine, readable):
            if isinstance(reading, Failure):
                diagnostics.error(str(reading), Exit.INPUT)
            else:
                yield reading
            progress.step()
