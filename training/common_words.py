"""Builds claims/rules/en/common.json: how telling each common stem is, from a corpus of news; no
text is kept.

python -m training.common_words polnear-train.jsonl.gz
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from claims.corroborate.matching.content import read_content
from claims.corroborate.matching.term_weights import RAREST_WEIGHT
from training.data import rows

SELDOM = 10
"""A stem of no more contents than this is as rare as any."""
LEAST = 0.6
OUT = Path(__file__).resolve().parent.parent / "claims" / "rules" / "en" / "common.json"


def main() -> None:
    """Counts in how many contents each stem stands and keeps weights for the common ones."""
    contents, counts = 0, Counter[str]()
    for row in rows(sys.argv[1]):
        for attribution in row["attributions"]:
            contents += 1
            counts.update(
                read_content(" … ".join(row["text"][s:e] for s, e in attribution["content"])).bag
            )
    scale = RAREST_WEIGHT / math.log(contents / SELDOM)
    weights = {
        stem: round(min(RAREST_WEIGHT, max(LEAST, math.log(contents / count) * scale)), 1)
        for stem, count in sorted(counts.items())
        if count > SELDOM
    }
    kept = json.loads(OUT.read_text(encoding="utf-8")) | {"weights": weights}
    OUT.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
