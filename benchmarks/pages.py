"""How well pages are read: text, furniture, title, writers, outlet, day, and the claims that come of it,
over 80 labelled pages of made-up outlets (data/pages).

    python -m benchmarks.pages
    python -m benchmarks.pages --no-claims     # without loading the models
    python -m benchmarks.pages --faults        # what is wrong, page by page
    python -m benchmarks.pages --folder DIR    # pages of your own, labelled the same way
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.model import Article, Claim, Reading
from claims.pipeline import header_of
from claims.read import read_paths

FOLDER = Path(__file__).parent / "data" / "pages"
SHINGLE_WORDS = 4
MIN_SENTENCE_CHARACTERS = 12
_SENTENCE = re.compile(r"(?<=[.!?])[”’\")]*\s+(?=[“‘\"(]?[A-ZÀ-Þ0-9])|\n+")
Label = Mapping[str, Any]


def labels(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """The labelled pages."""
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read(folder: Path, label: Label) -> Article | None:
    """What is read of a page; None where nothing is."""
    items = list(read_paths([str(folder / label["page"])]))
    return next((item for item in items if isinstance(item, Article)), None)


def folded(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return re.sub(r"[\W_]+", "", text).casefold()


def sentences(text: str) -> list[str]:
    """The sentences of a text that are long enough to be told apart."""
    parts = (part.strip() for part in _SENTENCE.split(text))
    return [part for part in parts if len(part) >= MIN_SENTENCE_CHARACTERS]


def shingles(text: str) -> list[tuple[str, ...]]:
    """Runs of words, as many as there are."""
    words = re.findall(r"\w+", text.casefold())
    return [tuple(words[k : k + SHINGLE_WORDS]) for k in range(len(words) - SHINGLE_WORDS + 1)]


def own_text(label: Label) -> str:
    """The text of the article as it is labelled."""
    return "\n\n".join(label["paragraphs"])


def allowed(label: Label) -> str:
    """Everything that may stand in the text, folded: its by-line and day too."""
    lines = [*label["paragraphs"], *label["also"], label["title"], *label["authors"]]
    return "\n".join(map(folded, lines))


def furniture(label: Label, text: str) -> list[str]:
    """Sentences of the text that are none of the article's."""
    known = allowed(label)
    by_lines = re.compile(
        r"(?i)^(?:by\b|words\b|posted by|submitted by|\d{1,2} \w+ 2026|\w+ \d{1,2}, 2026)"
    )
    return [s for s in sentences(text) if folded(s) not in known and not by_lines.match(s)]


def faults(label: Label, article: Article | None) -> Iterator[str]:
    """What is wrong with a page, a line each."""
    text = article.text if article else ""
    known = folded(text)
    yield from (f"lost: {s}" for s in sentences(own_text(label)) if folded(s) not in known)
    yield from (f"furniture: {s}" for s in furniture(label, text))
    if article is None:
        yield "nothing was read"
        return
    for name, got, wanted in _header(label, article):
        if got != wanted:
            yield f"{name}: {got!r}, not {wanted!r}"


def _header(label: Label, article: Article) -> Iterator[tuple[str, Any, Any]]:
    """Values of the header as they are read and as they are labelled; only those that a page tells."""
    yield "title", folded(article.title or ""), folded(label["title"])
    yield "authors", sorted(map(folded, writers(article))), sorted(map(folded, label["authors"]))
    if label["outlet"]:
        yield "outlet", folded(article.outlet or ""), folded(label["outlet"])
    yield "day", (article.published or "")[:10] or None, label["published"]


def writers(article: Article) -> tuple[str, ...]:
    """As a reading has them: those of the page, else those of the text."""
    return Reading(article, header_of(article), ()).byline


def score(folder: Path = FOLDER, every: int = 1) -> dict[str, float]:
    """The figures of reading, over all pages or one of so many."""
    counts: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        counts.setdefault(name, []).append(value)

    for label in labels(folder)[::every]:
        article = read(folder, label)
        text = article.text if article else ""
        wanted, got = shingles(own_text(label)), shingles(text)
        hit = len(set(wanted) & set(got))
        precision, recall = hit / max(1, len(set(got))), hit / max(1, len(set(wanted)))
        note("text F1", 2 * precision * recall / max(1e-9, precision + recall))
        known = folded(text)
        for sentence in sentences(own_text(label)):
            note("sentences lost", folded(sentence) not in known)
        note("pages with furniture", bool(furniture(label, text)))
        for name, value, right in _header(label, article) if article else ():
            if name != "day":
                note(name, value == right)
            else:
                note("day wrong", bool(value and right) and value != right)
                note("day invented", bool(value and not right))
                note("day known", value == right)
    return {name: sum(values) / len(values) for name, values in counts.items()}


def claims(folder: Path = FOLDER) -> dict[str, float]:
    """Claims of the pages beside those of their labelled texts: how many come from furniture, of how many the
    words are lost, and how many are not found among what else the page says."""
    from claims.pipeline import Pipeline

    pipeline = Pipeline()
    pages = [(label, article) for label in labels(folder) if (article := read(folder, label))]
    texts = {own_text(label): Article(label["page"], own_text(label)) for label, _ in pages}
    wanted = dict(zip(texts, map(_contents, pipeline.read(texts.values())), strict=True))
    found = furnished = lost = gone = total = 0
    for (label, article), reading in zip(pages, pipeline.read(a for _, a in pages), strict=True):
        known, got = folded(allowed(label)), _contents(reading)
        found += len(got)
        furnished += sum(not _lies_in(known, reading, claim) for claim in reading.claims)
        total += len(wanted[own_text(label)])
        lost += sum(not _near(content, got) for content in wanted[own_text(label)])
        text = folded(article.text)
        gone += sum(
            part not in text for content in wanted[own_text(label)] for part in content.split("…")
        )
    return {
        "claims from furniture": furnished / found,
        "claims' words lost": gone / total,
        "claims not found": lost / total,
    }


def _contents(reading: Reading) -> list[str]:
    text = reading.article.text
    return [
        "…".join(folded(text[start:end]) for start, end in claim.content)
        for claim in reading.claims
        if claim.content
    ]


def _lies_in(known: str, reading: Reading, claim: Claim) -> bool:
    """Whether every stretch of a claim's content is the article's own."""
    return all(folded(reading.article.text[start:end]) in known for start, end in claim.content)


def _near(content: str, others: Sequence[str]) -> bool:
    """Whether a claim is among others, whose edges may differ by a word."""
    return any(
        content in other or other in content for other in others if len(other) * 2 > len(content)
    )


def main(arguments: Iterable[str]) -> None:
    """Prints the figures."""
    told = list(arguments)
    folder = Path(told[told.index("--folder") + 1]) if "--folder" in told else FOLDER
    if "--faults" in told:
        for label in labels(folder):
            for fault in faults(label, read(folder, label)):
                print(f"{label['page']}: {fault}")
    figures = score(folder) | ({} if "--no-claims" in told else claims(folder))
    for name, value in figures.items():
        print(f"{name:24} {value:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
