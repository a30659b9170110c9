"""Who speaks, through whom, and which names are found, on events that nobody tuned on; labels are offsets
alone (training/labels), texts the evaluation data's.

python -m benchmarks.held [MODEL] [--labels speakers-held-more.jsonl]

With other labels than those of the floors it prints who speaks, and no names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import runpy
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claims import engine
from claims.folding import fold_mention
from claims.model import Article
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.names import clean, strip_title

ROOT = Path(__file__).resolve().parent.parent
DATA, LABELS = ROOT.parent / "shared" / "eval", ROOT / "training" / "labels"
ONRECORD = Path(sys.executable).with_name("onrecord")
CERTAIN = 0.9
"""From this confidence on a name is shown as certain."""
HELD = "speakers-held.jsonl"
CORPORA = {"events": "events-dev", "polnear": "polnear-train"}
"""The files of the evaluation data that hold the articles of each corpus."""
Row = dict[str, Any]


def texts(files: Iterable[str] = ("events-dev",)) -> dict[str, Row]:
    """The articles on events by name, or those of other files too."""
    out: dict[str, Row] = {}
    for file in files:
        with gzip.open(DATA / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            out |= {row["doc"]: row for row in map(json.loads, lines)}
    return out


def labels(name: str) -> list[Row]:
    """The rows of a file of labels."""
    lines = (LABELS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def name_at(place: list[Any] | None, article: Row) -> str | None:
    """The name that stands at a place of an article."""
    if place is None:
        return None
    if place[0] == "parts":
        return " ".join(str(name_at(part, article)) for part in place[1:])
    if place[0] == "title":
        return str(article.get("title") or "")[place[1] : place[2]]
    return str(article["text"][place[0] : place[1]])


def gold(rows: Iterable[Row], articles: dict[str, Row]) -> Iterator[Row]:
    """The sources as score_speakers.py takes them; marks that are no source are left out."""
    for row in rows:
        article = articles[row["doc"]]
        for one in row["sources"]:
            if one["type"] == "wrong" or not one["content"]:
                continue
            names = [name_at(place, article) for place in one["speaker"]]
            alone = names[0] if len(names) == 1 else None
            yield {
                "doc": row["doc"],
                "cue": one["cue"] or None,
                "source": one["source"] or None,
                "content": one["content"],
                "kind": "full",  # the scorer's own split is not labelled here
                "source_type": one["type"],
                "speaker": alone,
                "speaker_alt": [name_at(place, article) for place in one.get("alts", [])],
                "members": names if len(names) > 1 else [],
                "via": name_at(one.get("via"), article),
                "via_alt": [name_at(place, article) for place in one.get("via_alts", [])],
                "via_optional": one.get("via_optional", True),
            }


def speakers(folder: Path, model: str, file: str = HELD) -> dict[str, float]:
    """Figures of score_speakers.py over what `onrecord extract` finds, and the share of sources with a
    wrong name that is shown as certain."""
    held = labels(file)
    articles = texts(sorted({CORPORA[row["corpus"]] for row in held}))
    wanted = [row for row in gold(held, articles) if row["source"]]
    files = [folder / name for name in ("articles.jsonl", "gold.jsonl", "found.jsonl")]
    _write(
        files[0], ({k: articles[r["doc"]].get(k) for k in ("doc", "text", "title")} for r in held)
    )
    _write(files[1], wanted)
    command = [str(ONRECORD), "extract", "--with-text", str(files[0]), "--model", model]
    files[2].write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    scorer = [sys.executable, str(DATA / "score_speakers.py"), str(files[1]), str(files[2])]
    printed = subprocess.run([*scorer, "--json"], capture_output=True, text=True, check=True)
    by_part = {key: value for key, value in json.loads(printed.stdout).items() if key != "full"}
    return _flat(by_part) | {"wrong and certain": _wrong_and_certain(wanted, files[2])}


def _wrong_and_certain(wanted: list[Row], found: Path) -> float:
    """The share of the sources found that get a wrong name with a confidence of CERTAIN or more."""
    scorer: Any = runpy.run_path(str(DATA / "score_speakers.py"))
    lines = map(json.loads, found.read_text(encoding="utf-8").splitlines())
    given = {row["doc"]: row["attributions"] for row in lines}
    pairs = [(one, scorer["find"](one, given.get(one["doc"], []))) for one in wanted]
    met = [(one, got) for one, got in pairs if got is not None]
    wrong = [got for one, got in met if not scorer["right"](one, got.get("speaker"))]
    certain = [g for g in wrong if g.get("speaker") and g["speaker_confidence"] >= CERTAIN]
    return len(certain) / max(1, len(met))


def _flat(printed: Row, before: str = "") -> dict[str, float]:
    out = {}
    for key, value in printed.items():
        if isinstance(value, dict):
            out |= _flat(value, f"{before}{key} ")
        elif isinstance(value, int | float):
            out[f"{before}{key}"] = float(value)
    return out


def _write(path: Path, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def names(model: str) -> dict[str, float]:
    """Precision, recall and F1 of whole names, as the index of an article's names has them."""
    articles, held = texts(), labels("names-held.jsonl")
    given = [Article(row["doc"], articles[row["doc"]]["text"]) for row in held]
    found: dict[str, set[tuple[int, int, str]]] = {}
    nlp = engine.load(None, model)
    for article in given:
        doc = nlp(article.text)
        found[article.doc] = set(named_in(Index(doc, doc._.onrecord_attributions)))
    out: dict[str, float] = {}
    for letter, kind in (("P", "persons"), ("O", "bodies")):
        count: Counter[str] = Counter()
        for row in held:
            right = {(s, e) for s, e, which in row["names"] if which == letter}
            mine = {(s, e) for s, e, which in found[row["doc"]] if which == letter}
            count.update(right=len(right & mine), said=len(mine), wanted=len(right))
        out[f"names of {kind} P"] = count["right"] / max(1, count["said"])
        out[f"names of {kind} R"] = count["right"] / max(1, count["wanted"])
        out[f"names of {kind} F1"] = 2 * count["right"] / max(1, count["said"] + count["wanted"])
    return out


def named_in(index: Index) -> Iterator[tuple[int, int, str]]:
    for mention in index.mentions:
        if mention.kind not in ("person", "organisation", "outlet"):
            continue
        written = index.text[mention.start : mention.end]
        if fold_mention(clean(written)) in index.bodies.institutions:
            continue  # "the transport ministry" is a body without a name: labels are names alone
        bare = clean(written)
        name = strip_title(bare)[1] if mention.kind == "person" else bare.removeprefix("the ")
        at = max(0, written.find(name))
        letter = "P" if mention.kind == "person" else "O"
        yield mention.start + at, mention.start + at + len(name), letter


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="fast")
    parser.add_argument("--labels", default=HELD, help="a file of training/labels")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = speakers(Path(folder), given.model, given.labels)
    if given.labels == HELD:
        figures |= names(given.model)
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
