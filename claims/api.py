"""Text in, readings out, in one call each: what `claims.read_text` and its kin are; how a text is
read stands in pipeline.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from claims.detect.manifest import DEFAULT
from claims.errors import InputError
from claims.ids import text_name
from claims.model import Article, Failure, Reading
from claims.pipeline import Pipeline
from claims.read import Overrides, read_paths
from claims.read.decode import UnreadableError, article
from claims.read.language import marked

Row = Mapping[str, object]
"""What is known of one article, by the keys of a JSON line: `text`, `outlet`, `published` …"""


def read_text(
    text: str,
    *,
    doc: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | date | None = None,
    author: str | None = None,
    wire: str | None = None,
    model: str = DEFAULT,
    spacy_model: str | None = None,
    min_confidence: float = 0.0,
) -> Reading:
    """The claims of one text, with their speakers; raises InputError where it is no text, and
    ModelError where a model is missing.

    The models are loaded at the first call and kept for the next; doc is your name for the article.
    """
    row = {
        "text": text, "doc": doc, "title": title, "url": url, "outlet": outlet,
        "published": published, "author": author, "wire": wire,
    }  # fmt: skip
    return next(
        read_texts([row], model=model, spacy_model=spacy_model, min_confidence=min_confidence)
    )


def read_texts(
    texts: Iterable[str | Row | Article],
    *,
    model: str = DEFAULT,
    spacy_model: str | None = None,
    min_confidence: float = 0.0,
) -> Iterator[Reading]:
    """A reading for each text, row or Article, in order and in batches; raises InputError where one
    is no text, and ModelError where a model is missing."""
    pipeline = Pipeline(spacy_model, detector=model, min_confidence=min_confidence)
    return pipeline.read(map(_article, texts))


def read_files(
    *paths: str,
    encoding: str = "utf-8",
    outlet: str | None = None,
    published: str | None = None,
    format: str | None = None,
    columns: Mapping[str, str] | None = None,
    model: str = DEFAULT,
    spacy_model: str | None = None,
    min_confidence: float = 0.0,
    on_failure: Callable[[Failure], None] | None = None,
) -> Iterator[Reading]:
    """A reading for each article of files and folders; hands what cannot be read to on_failure, and
    raises InputError without one. format is what all of them are, columns the keys of an article →
    a table's columns; raises UsageError for a format that is none."""
    told = Overrides(outlet, published)
    found = read_paths(paths, encoding=encoding, overrides=told, format=format, columns=columns)
    pipeline = Pipeline(spacy_model, detector=model, min_confidence=min_confidence)
    return pipeline.read(_articles(found, on_failure))


def _articles(
    found: Iterable[Article | Reading | Failure], on_failure: Callable[[Failure], None] | None
) -> Iterator[Article]:
    """The articles; raises InputError for a failure that nobody takes."""
    for item in found:
        if isinstance(item, Article):
            yield item
        elif isinstance(item, Failure) and (on_failure or not item.skipped):
            (on_failure or _refuse)(item)


def _refuse(failure: Failure) -> None:
    raise InputError(str(failure))


def _article(item: str | Row | Article) -> Article:
    """The article of a text or a row; an empty text is one without claims, so that a blank cell
    ends no long run."""
    if isinstance(item, Article):
        return item
    row: Row = {"text": item} if isinstance(item, str) else item
    row = {key: _plain(value) for key, value in row.items()}
    text = row.get("text")
    name = text_name(text) if isinstance(text, str) else "text"
    if isinstance(text, str) and not text.strip():
        return Article(name, "")
    try:
        return marked(article(row, name, Overrides()))
    except UnreadableError as error:
        raise InputError(f"{row.get('doc') or name}: {error.what}; {error.next_step}") from None


def _plain(value: object) -> object:
    """A day as ISO 8601; None for what a table holds where it holds nothing, which equals not even
    itself."""
    if value != value:
        return None
    return value.isoformat() if isinstance(value, date) else value
