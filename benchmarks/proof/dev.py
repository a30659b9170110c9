"""The table of proof over drafts made by recipe from real articles, where the evaluation data lies beside this
checkout; no text of theirs is kept or shown.

python -m benchmarks.proof.dev [--articles 60]

Every article is recorded as it is read, but each fourth, whose claims are what is invented. A draft of each takes
its claims in turn as they are, with a figure changed, with a word left out, with a "not" put in or in another
mouth; the labels are the recipe's, so what the reader has wrong is wrong on both sides.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.proof import bundles, predict, score
from benchmarks.proof.bundles import Read, Row
from claims.model import Article, Claim, Reading
from claims.pipeline import Pipeline

DATA = Path(__file__).resolve().parents[3] / "shared" / "eval" / "polnear-dev.jsonl.gz"
RECIPES = ("true", "number", "left out", "not", "mouth", "true", "invented")
MIN_WORDS, MAX_WORDS = 7, 40
MAX_CLAIMS = 14
"""Of one draft."""
_FIGURE = re.compile(r"\b[2-9]\d*\b")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|has|have)\b(?! not)")
PART = "dev"


def readings(count: int) -> list[Reading]:
    """The first articles, read."""
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, count)]
    articles = (Article(row["doc"], row["text"], published="2016-10-01") for row in rows)
    return list(Pipeline().read(articles))


def usable(reading: Reading) -> list[tuple[Claim, str]]:
    """Claims in one stretch with a named speaker, and their words."""
    found = []
    for claim in reading.claims:
        words = reading.text_of(claim.content[:1]).strip("“”\"'‘’ ,.") if claim.content else ""
        fits = MIN_WORDS <= len(words.split()) <= MAX_WORDS and not re.search(r"[“”\"\n]", words)
        if (
            len(claim.content) == 1
            and claim.kind in ("direct", "indirect")
            and claim.speaker.name
            and fits
        ):
            found.append((claim, words.removeprefix("that ")))
    return found[:MAX_CLAIMS]


def altered(recipe: str, words: str) -> tuple[str, str | None]:
    """The words after a recipe, and the kind of change; None where the recipe finds nothing to change."""
    if recipe == "number" and (figure := _FIGURE.search(words)):
        return words[: figure.start()] + str(int(figure[0]) + 3) + words[figure.end() :], "number"
    if recipe == "not" and (verb := _AUXILIARY.search(words)):
        return f"{words[: verb.end()]} not{words[verb.end() :]}", "negation"
    if recipe == "left out":
        parts = words.split()
        del parts[len(parts) // 2 : len(parts) // 2 + 2]
        return " ".join(parts), "left_out"
    return words, None


def finding(words: str, claim: Claim, recipe: str, others: Sequence[str]) -> Row:
    """A label with its words, speaker and verdict."""
    form = "quotation" if claim.kind == "direct" else "indirect"
    # Indirect speech may leave words out.
    said, change = altered("true" if form == "indirect" and recipe == "left out" else recipe, words)
    clean = "verbatim" if form == "quotation" else "paraphrase"
    verdict = ("altered" if form == "quotation" else "differs") if change else clean
    speaker = str(claim.speaker.name)
    if recipe == "mouth":
        speaker, verdict = next(name for name in others if name != speaker), "other_speaker"
    if recipe == "invented":
        verdict = "not_on_record"
    return {"form": form, "quote": said, "speaker": speaker, "verdict": verdict, "change": change,
            "harmless": False, "record": None, "why": recipe}  # fmt: skip


def draft(name: str, labels: Sequence[Row]) -> Row:
    """A draft of these passages, a paragraph each."""
    lines = [
        f"“{one['quote']},” {one['speaker']} said." if one["form"] == "quotation"
        else f"{one['speaker']} said that {one['quote']}."
        for one in labels
    ]  # fmt: skip
    return {"draft": name, "title": name, "written": "2016-12-01", "text": "\n\n".join(lines),
            "findings": [*labels]}  # fmt: skip


def made(read: Sequence[Reading], seed: int = 7) -> Iterator[Row]:
    """A draft of every article that is on record."""
    chance = random.Random(seed)
    unseen = [pair for reading in read[3::4] for pair in usable(reading)]
    others = sorted({str(claim.speaker.name) for claim, _ in unseen})
    for number, reading in enumerate(read):
        claims, labels = usable(reading), []
        for at, (claim, words) in enumerate(claims):
            recipe = RECIPES[(at + number) % len(RECIPES)]
            if recipe == "invented" and unseen:
                claim, words = chance.choice(unseen)
            if all(words not in label["quote"] and label["quote"] not in words for label in labels):
                labels.append(finding(words, claim, recipe, chance.sample(others, 2)))
        if number % 4 != 3 and labels:
            yield draft(f"{PART}-{number}", labels)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=60)
    if not DATA.exists():
        sys.exit("the evaluation data (../shared/eval) is not beside this checkout")
    read = readings(parser.parse_args().articles)
    rows = [*made(read)]
    drafts = tuple(Pipeline().read(map(bundles.draft, rows)))
    recorded = tuple(reading for number, reading in enumerate(read) if number % 4 != 3)
    judged = list(predict.onrecord([Read({"bundle": PART, "drafts": rows}, recorded, drafts)]))
    for name, value in score.figures(judged).items():
        print(f"| {name} | {value if isinstance(value, int) else round(value, 3)} |")
    print(score.confusion(judged))


if __name__ == "__main__":
    main()
