"""Articles in, JSON lines out; no store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from claims.errors import UsageError
from claims.model import Article, Failure, Reading
from cli import diagnostics
from cli.diagnostics import Exit
from cli.jobs.pipelines import Choice, reader
from cli.jobs.read_each import read_each
from cli.progress import meter

ARTICLES_PER_BATCH = 16
"""Articles that a process reads together."""


def stdin_for(paths: Iterable[str]) -> Any:
    """The bytes of stdin where a path is "-"; says so where a person would have to type them."""
    if "-" not in paths:
        return None
    if sys.stdin.isatty():
        diagnostics.note("reading from the terminal; end with Ctrl-D, or name files")
    return sys.stdin.buffer


def articles(inputs: Iterable[Any]) -> Iterator[Article]:
    """The readable articles; each failure is one line on stderr, and the others go on."""
    for item in inputs:
        if isinstance(item, Failure):
            diagnostics.error(str(item), Exit.INPUT)
        elif isinstance(item, Reading):
            yield item.article
        else:
            yield warned(item)


def warned(article: Article) -> Article:
    """The article, its reader's doubts said on stderr."""
    for warning in article.warnings:
        diagnostics.note(f"onrecord: {article.doc}: {warning}")
    return article


def readings(paths: list[str], encoding: str, choice: Choice) -> Iterator[Reading]:
    """A reading for each readable article, in order; raises UsageError where no path is given, and
    ModelError."""
    if not paths:
        raise UsageError("nothing to read; name files, folders or - for stdin")
    from claims.read import read_paths

    readable = articles(read_paths(paths, encoding=encoding, stdin=stdin_for(paths)))
    machine = reader(choice)
    with meter() as progress:
        while batch := list(islice(readable, ARTICLES_PER_BATCH * choice.jobs)):
            for reading in read_each(machine, batch):
                if isinstance(reading, Failure):
                    diagnostics.error(str(reading), Exit.INPUT)
                else:
                    yield reading
                progress.step()
