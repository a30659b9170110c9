"""Whether made-up drafts keep to their form: python -m benchmarks.proof.check"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.proof.bundles import Row, bundles

VERDICTS = {
    "quotation": {"verbatim", "altered", "other_speaker", "other_stance", "other_time", "not_on_record"},
    "indirect": {"paraphrase", "differs", "other_speaker", "other_stance", "other_time", "not_on_record"},
}  # fmt: skip
CHANGES = {
    "altered": {
        "number", "negation", "name", "tense", "left_out", "run_together", "paraphrase", "words", "time",
    },
    "differs": {"number", "negation", "name", "time", "place", "stronger", "words"},
    "other_stance": {"denied", "asked", "conditional", "hedged", "planned"},
    "other_time": {"time", "office"},
}  # fmt: skip
KEYS = ["form", "quote", "speaker", "verdict", "change", "harmless", "record", "why"]


def faults(row: Row, texts: dict[str, str]) -> Iterator[str]:
    """What is wrong with a bundle, a sentence each; texts: every article's, by its doc."""
    for draft in row["drafts"]:
        last = -1
        for finding in draft["findings"]:
            where = f"{draft['draft']}: {finding['quote']!r}"
            at = draft["text"].find(finding["quote"])
            if at < 0 or draft["text"].count(finding["quote"]) != 1:
                yield f"{where} does not stand once in its draft"
            if at < last:
                yield f"{where} stands before the one above it"
            last = at
            yield from (f"{where} {fault}" for fault in _of_finding(finding, texts))


def _of_finding(finding: Row, texts: dict[str, str]) -> Iterator[str]:
    if [*finding] != KEYS:
        yield f"has the keys {[*finding]}"
    verdict, change, record = finding["verdict"], finding["change"], finding["record"]
    if verdict not in VERDICTS[finding["form"]]:
        yield f"has the verdict {verdict}"
    if change not in CHANGES.get(verdict, {None}):
        yield f"is {verdict} by {change}"
    if (record is None) != (verdict == "not_on_record"):
        yield "has a record where it can have none, or none where it must have one"
    if record and _plain(record["quote"]) not in _plain(texts.get(record["doc"], "")):
        yield f"is not in {record['doc']} as its record says"


def _plain(text: str) -> str:
    """Without what marks and blanks may differ in."""
    return " ".join(re.sub(r"[“”‘’\"']", "'", text).split())


def main() -> None:
    """Print every fault, and how many of what there are."""
    counts: Counter[tuple[str, str, str]] = Counter()
    rows = bundles("all")
    texts = {article["doc"]: article["text"] for row in rows for article in row["articles"]}
    for row in rows:
        print(*faults(row, texts), sep="\n", end="")
        counts.update(
            (row["part"], f["form"], f["verdict"]) for d in row["drafts"] for f in d["findings"]
        )
    for (part, form, verdict), count in sorted(counts.items()):
        print(f"{part:5} {form:10} {verdict:14} {count}")


if __name__ == "__main__":
    main()
