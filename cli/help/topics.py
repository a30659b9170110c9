"""Which topics there are, and which parts of the project's pages each is; `python -m docs.topics`
takes them over into `pages/`, so that no text is written twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files

from claims.errors import UsageError

ALIKE = 0.5
"""Likeness, of 1, from which a word may be a topic misspelt."""


@dataclass(frozen=True)
class Topic:
    """A page that is read in the terminal."""

    name: str
    summary: str
    page: str
    """Where its text is at home."""
    sections: tuple[str, ...] = ()
    """Headings of that page; all of it where there are none, and "" for what stands before the
    first."""
    others: tuple[str, ...] = ()
    """Other words for it."""


_ALL = (
    Topic("single-source", "what the labels say, and how origins are counted", "README.md",
          ('What "single source" means',), ("labels", "label", "origins")),
    Topic("filters", "the words that narrow every list", "docs/filters.md",
          (), ("filter", "query", "search")),
    Topic("review", "what a status says, and how a claim is put right", "docs/review.md",
          ("What a status says", "Two values, side by side", "On the command line"),
          ("status", "decisions")),
    Topic("speakers", "one speaker under many names", "docs/speakers.md",
          ("What is joined by itself", "What is proposed", "What people decide"), ("names",)),
    Topic("store", "where claims are kept, backups, environment variables", "docs/store.md",
          (), ("database", "environment", "variables", "postgres")),
    Topic("forgetting", "taking something out for good, and what may still hold it", "docs/forgetting.md",
          (), ("erasure", "gdpr", "delete", "tombstone")),
    Topic("models", "the two detectors, and what a confidence means", "docs/models.md",
          ("", "What a confidence means"), ("model", "confidence", "detectors")),
    Topic("cluster", "reading on many machines", "docs/cluster.md", (), ("dask", "machines", "jobs")),
    Topic("proof", "what a draft quotes, and whether it is on record", "docs/proof.md",
          (), ("draft", "verdicts", "quotations")),
    Topic("input", "which files are read", "docs/format.md", ("Input",), ("files",)),
    Topic("addresses", "pages and feeds on the web: how they are asked", "docs/ingest.md",
          ("Addresses", "Watching feeds"), ("robots", "tdm", "watch-list", "cron")),
    Topic("formats", "CSV, JSON, Parquet and the others", "docs/format.md",
          ("Formats of every list",), ("format", "output", "csv", "json")),
    Topic("exit-codes", "how a command ends", "docs/format.md", ("Exit codes",), ("codes",)),
    Topic("completion", "commands and names completed by your shell", "docs/commands.md",
          ("Completion",), ()),
    Topic("python", "from Python, with pandas and in spaCy", "docs/python.md",
          ("", "One text", "In a spaCy pipeline"), ("pandas", "spacy")),
    Topic("web", "the store as a page in the browser, and who may read it", "docs/web.md",
          (), ("server", "page", "token", "proxy")),
    Topic("audit", "whom outlets quote, and what each number means", "docs/audit.md",
          ("What each number means", "Why sources are unnamed"), ("charts", "anonymity")),
    Topic("limits", "what to expect, and what not", "README.md", ("Limits",), ()),
    Topic("privacy", "what leaves your machine", "README.md",
          ("Privacy and the network",), ("network",)),
)  # fmt: skip
TOPICS: dict[str, Topic] = {topic.name: topic for topic in _ALL}


def topic(word: str) -> Topic | None:
    """The topic of a name, or of another word for it."""
    wanted = word.casefold().replace("_", "-").replace(" ", "-")
    return TOPICS.get(wanted) or next((t for t in _ALL if wanted in t.others), None)


def text_of(topic: Topic) -> str:
    """The topic's page, as Markdown."""
    return files("cli.help").joinpath("pages", f"{topic.name}.txt").read_text(encoding="utf-8")


def unknown(word: str, commands: Iterable[str]) -> UsageError:
    """The error of a word that is neither topic nor command, with what may be meant."""
    words = [*TOPICS, *(other for t in _ALL for other in t.others), *commands]
    near = get_close_matches(word.casefold(), words, 1, ALIKE)
    meant = f"did you mean {near[0]}? " if near else ""
    return UsageError(f"help: {word!r} is no topic and no command; {meant}see `onrecord help`")
