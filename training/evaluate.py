"""The detector alone on a JSONL.gz file: prints what score.py takes; no resolution."""

from __future__ import annotations

import json
import sys

import spacy

from claims.detect.factory import register
from claims.engine import find_model
from training.data import rows


def main(path: str) -> None:
    """Print a line an article."""
    register()
    nlp = spacy.load(find_model())
    nlp.add_pipe("onrecord_detect", last=True)
    data = list(rows(path))
    for row, doc in zip(data, nlp.pipe(r["text"] for r in data), strict=True):
        found = [
            {"cue": a.cue, "source": a.source, "content": a.content, "confidence": a.confidence}
            for a in doc._.onrecord_attributions
        ]
        print(json.dumps({"doc": row["doc"], "attributions": found}))


if __name__ == "__main__":
    main(sys.argv[1])
