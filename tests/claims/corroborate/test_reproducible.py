"""Weighing says the same in every process: nothing hangs on the order in which sets give words."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from claims.corroborate.matching.propositions import Statement, weigh_pair
from claims.corroborate.matching.term_weights import mass
from tests.claims.corroborate.newsroom import article, claim

ROOT = Path(__file__).resolve().parents[3]
SENTENCES = (
    "The council closed the harbour bridge because rusted bolts threatened the northern market and the ferry.",
    "Engineers will repair the flooded tunnel before winter and the town will pay half of the money.",
    "Farmers lost barley, cattle and seven barns when the river broke through the eastern bank on Monday.",
    "The mayor opened a shelter in the old school and asked families from the valley to stay there.",
    "Police stopped lorries on the coast road and turned back drivers who carried timber or fuel.",
    "Teachers want smaller classes, better pay and a new roof for the chapel school at Tarn Quay.",
    "Nurses at the island clinic worked nights, shared one generator and boiled water for the wounded.",
)


def reasons() -> str:
    """What matched between two claims that share two sentences word for word: of equal fits, which
    one is shown."""
    said = []
    for sentences in permutations(SENTENCES, 2):
        quote = " ".join(sentences)
        articles = [
            article(doc, claim(name, quote=quote))
            for doc, name in (("first", "Ilva Dorn"), ("second", "Petar Quill"))
        ]
        said.append(weigh_pair(*(Statement(row.claims[0], row) for row in articles)).matched)
    return "\n".join(said)


@pytest.mark.parametrize("seed", ["3", pytest.param("4", marks=pytest.mark.slow)])
def test_reasons_are_the_same_whatever_the_hash_seed(seed: str) -> None:
    code = "from tests.claims.corroborate.test_reproducible import reasons; print(reasons())"
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("0", seed)
    ]
    assert said[0] == said[1]


def test_weights_add_up_to_the_same_in_any_order() -> None:
    words = ("abandon", "abroad", "accept", "account", "achiev")
    assert len({mass(order) for order in permutations(words)}) == 1
