"""Quality through the command line against the evaluation data's own scorers; no timing here."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "eval"
DEV, GOLD = "polnear-dev.jsonl.gz", ("pairs-dev.jsonl", "clusters-dev.jsonl")
ONRECORD = Path(sys.executable).with_name("onrecord")


def _run(*words: str | Path, out: Path | None = None) -> str:
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, check=True)
    if out:
        out.write_text(done.stdout, encoding="utf-8")
    return done.stdout


def _scored(scorer: str, *files: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_run(sys.executable, DATA / scorer, *files, "--json"))
    return loaded


def predicted(model: str, made: Path | None) -> dict[str, Any]:
    """What `onrecord extract` finds in the dev articles, by document; read from a file where one is
    named."""
    lines = (
        made.read_text(encoding="utf-8")
        if made
        else _run(ONRECORD, "extract", DATA / DEV, "--model", model)
    )
    return {row["doc"]: row for row in map(json.loads, filter(str.strip, lines.splitlines()))}


def accurate(work: Path) -> dict[str, float]:
    """The same as detection, by the larger model."""
    return detection(work, "accurate")


def detection(work: Path, model: str = "fast") -> dict[str, float]:
    """Attribution and speaker figures of `onrecord extract` on the dev articles."""
    pred = work / "pred.jsonl"
    _run(ONRECORD, "extract", DATA / DEV, "--model", model, out=pred)
    spans = _scored("score.py", DATA / DEV, pred)
    speakers = _scored("score_speakers.py", DATA / "speakers-dev.jsonl", pred)
    figures = {
        name: spans[name]["F1"] for name in ("attribution", "attribution-strict", "content-only")
    }
    figures |= {kind: spans[f"kind {kind}"]["F1"] for kind in ("direct", "mixed", "indirect")}
    figures["speakers end to end"] = speakers["all"]["end_to_end"]
    figures["speakers given found"] = speakers["all"]["given_found"]
    return figures


def unseen(work: Path) -> dict[str, float]:
    """The same of the pairs and clusters of which no article was among those that the detectors
    learned from."""
    with gzip.open(DATA / "polnear-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        learned = {json.loads(line)["doc"] for line in lines}
    for name in GOLD:
        rows = [
            json.loads(line)
            for line in (DATA / name).read_text(encoding="utf-8").splitlines()
            if line
        ]
        new = [
            row
            for row in rows
            if not learned & {side["doc"] for side in row.get("members") or (row["a"], row["b"])}
        ]
        (work / name).write_text("".join(json.dumps(row) + "\n" for row in new), encoding="utf-8")
    return corroboration(work, work)


def corroboration(work: Path, gold: Path = DATA) -> dict[str, float]:
    """Copies, pairs and verdicts of a store that holds the articles on shared events."""
    store, check, copies = work / "store.db", work / "check.jsonl", work / "copies.jsonl"
    _run(ONRECORD, "add", "--store", store, DATA / "corroboration-articles-dev.jsonl.gz")
    _run(ONRECORD, "check", "--store", store, "--jsonl", out=check)
    _run(ONRECORD, "copies", "--store", store, "--jsonl", out=copies)
    weighed = _scored("score_corroboration.py", *(gold / name for name in GOLD), check)
    folded = _scored("score_copies.py", DATA / "copies-dev.jsonl", copies)
    return {
        "pairs found F1": weighed["pairs found"]["f1"],
        "pairs found precision": weighed["pairs found"]["p"],
        "pairs end to end F1": weighed["pairs all"]["f1"],
        "contested rightly": 1 - weighed["false contested"]["share"],
        "contradicting": weighed["contradicting"]["share"],
        "verdict balanced": weighed["verdict"]["balanced"],
        "verdict whole": weighed["whole"]["share"],
        "interval": weighed["interval"]["share"],
        "true single kept": 1 - weighed["false corroborated"]["share"],
        "copies found": folded["copies found"],
        "copies right": -folded["false"],
    }


def main() -> int:
    """Print every figure as JSON; with --unseen those of corroboration over articles new to the
    detectors alone."""
    if not DATA.is_dir():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        figures = (
            unseen(work) if "--unseen" in sys.argv[1:] else detection(work) | corroboration(work)
        )
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
