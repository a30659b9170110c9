"""What a small change of an article does to the claims that it does not touch; no timing, no scores
against gold.

A claim is touched where one of its lines holds a changed character. Of the others the share is
printed that is no longer found with the same cue, source, content and stance, or that is new.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from claims.model import Article, Claim, Spans
from claims.pipeline import Pipeline

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "polnear-dev.jsonl.gz"
CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
Change = tuple[str, list[int]]
"""The changed text, and for each of its code points the place in the old text, -1 for a new one."""
Key = tuple[tuple[tuple[int, int], ...], ...]


def blank_line(text: str) -> Change:
    """One more blank line at the paragraph break nearest the middle."""
    breaks = [i for i in range(len(text)) if text.startswith("\n", i)]
    at = min(breaks, key=lambda i: abs(i - len(text) // 2), default=len(text))
    places = list(range(len(text)))
    return text[:at] + "\n" + text[at:], [*places[:at], -1, *places[at:]]


def marks(text: str) -> Change:
    """The marks of the paragraph with most of them straight where they were curly, curly where they
    were straight."""
    lines = text.split("\n")
    number = max(range(len(lines)), key=lambda n: sum(lines[n].count(m) for m in '"“”'))
    line = lines[number]
    lines[number] = line.translate(CURLY) if "“" in line else _curled(line)
    return "\n".join(lines), list(range(len(text)))


def _curled(line: str) -> str:
    opens, out = True, ""
    for mark in line:
        out += ("“" if opens else "”") if mark == '"' else mark
        opens ^= mark == '"'
    return out


def headline(text: str) -> Change:
    """The first line in capitals; letters that would change the length stay."""
    end = text.find("\n") if "\n" in text else len(text)
    upper = "".join(c.upper() if len(c.upper()) == 1 else c for c in text[:end])
    return upper + text[end:], list(range(len(text)))


CHANGES: dict[str, Callable[[str], Change]] = {
    "blank line": blank_line,
    "marks": marks,
    "headline": headline,
}


def _key(claim: Claim, places: list[int]) -> Key:
    def moved(spans: Spans) -> tuple[tuple[int, int], ...]:
        return tuple((places[s], places[e - 1] + 1) for s, e in spans)

    return (
        moved(claim.cue),
        moved(claim.source),
        moved(claim.content),
        ((hash(claim.stance.stance), 0),),
    )


def _touched(text: str, new: str, places: list[int]) -> set[int]:
    """Lines of the old text that hold a changed character."""
    changed = [old for i, old in enumerate(places) if old >= 0 and new[i] != text[old]]
    return {text.count("\n", 0, at) for at in changed}


def _lines(text: str, key: Key) -> set[int]:
    return {text.count("\n", 0, at) for part in key[:3] for span in part for at in span}


def compare(
    texts: list[str], pipeline: Pipeline, change: Callable[[str], Change], base: list[set[Key]]
) -> dict[str, int]:
    """Claims of the changed texts against those of the texts as they were."""
    changes = [change(text) for text in texts]
    readings = _read(pipeline, [new for new, _ in changes])
    others = lost = new_ones = 0
    for text, (new, places), before, claims in zip(texts, changes, base, readings, strict=True):
        touched = _touched(text, new, places)
        after = {
            key for key in (_key(c, places) for c in claims) if not _lines(text, key) & touched
        }
        kept = {key for key in before if not _lines(text, key) & touched}
        others, lost, new_ones = (
            others + len(kept),
            lost + len(kept - after),
            new_ones + len(after - kept),
        )
    return {"others": others, "changed": lost, "new": new_ones}


def _read(pipeline: Pipeline, texts: Iterable[str]) -> list[tuple[Claim, ...]]:
    return [r.claims for r in pipeline.read(Article(str(n), text) for n, text in enumerate(texts))]


def main() -> int:
    """Print for each change how many other claims it changed."""
    if not DATA.is_file():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    rows = gzip.decompress(DATA.read_bytes()).decode("utf-8").split("\n")
    texts = [json.loads(row)["text"] for row in rows if row][
        : int(sys.argv[1]) if len(sys.argv) > 1 else None
    ]
    pipeline = Pipeline()
    base = [
        {_key(c, list(range(len(text)))) for c in claims}
        for text, claims in zip(texts, _read(pipeline, texts), strict=True)
    ]
    for name, change in CHANGES.items():
        found = compare(texts, pipeline, change, base)
        share = max(found["changed"], found["new"]) / max(1, found["others"])
        print(json.dumps({"change": name, **found, "share": round(share, 4)}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
