"""Made-up articles with ready-made claims, as many as wanted, streamed as the lines that `onrecord
add` takes.

Words are made of syllables and drawn by rank as in a language; articles of one event share
statements, told with small differences; some are cut copies. The same seed and number give the same
article, whatever stands before it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Any

CLAIMS = 10
OF_ONE_EVENT = 5
WORDS, PEOPLE, OUTLETS = 40_000, 30_000, 300
ONSETS, VOWELS, CODAS = (
    [
        "b",
        "d",
        "f",
        "g",
        "k",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "z",
        "br",
        "dr",
        "gr",
        "kl",
        "pl",
        "st",
        "tr",
    ],
    "aeiou",
    ["", "n", "r", "l", "s", "k"],
)


def _syllable(chance: random.Random) -> str:
    return chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words by rank, and how often each and all before it are drawn."""
    chance = random.Random("words")
    words: dict[str, None] = {}
    while len(words) < WORDS:
        words["".join(_syllable(chance) for _ in range(chance.choice((2, 2, 3, 3, 4))))] = None
    return list(words), list(accumulate(1 / (rank + 30) for rank in range(WORDS)))


@cache
def people() -> list[str]:
    """Full names."""
    chance = random.Random("people")
    return [
        "".join(_syllable(chance) for _ in range(2)).title()
        + " "
        + "".join(_syllable(chance) for _ in range(3)).title()
        for _ in range(PEOPLE)
    ]


def _words(chance: random.Random, count: int) -> list[str]:
    words, sums = vocabulary()
    return [words[bisect(sums, chance.random() * sums[-1])] for _ in range(count)]


def _statements(event: int, seed: int) -> list[tuple[str, list[str]]]:
    """Who says what in an event."""
    chance = random.Random(f"{seed} event {event}")
    names = people()
    speakers = [names[int(len(names) * chance.random() ** 2)] for _ in range(5)]
    return [(chance.choice(speakers), _words(chance, chance.randint(9, 16))) for _ in range(14)]


def article(number: int, seed: int = 0) -> dict[str, Any]:
    """One article as a line of `onrecord export`."""
    chance = random.Random(f"{seed} article {number}")
    event = number // OF_ONE_EVENT
    copied = number % OF_ONE_EVENT and chance.random() < 0.1
    if copied:
        chance = random.Random(f"{seed} article {number - number % OF_ONE_EVENT}")
        chance.random()
    told = chance.sample(_statements(event, seed), CLAIMS)
    text, attributions = "", []
    for speaker, words in told[: CLAIMS // 2 if copied else CLAIMS]:
        text += " ".join(_words(chance, 14)).capitalize() + ". "
        said = [word if chance.random() > 0.1 else _words(chance, 1)[0] for word in words]
        attributions.append(_attribution(len(text), speaker, " ".join(said)))
        text += f"{speaker} said {' '.join(said)}. "
    day = date(2015, 1, 1) + timedelta(days=event % 3000 + (1 if copied else 0))
    return {
        "schema": 1, "doc": f"made-{seed}-{number}", "outlet": f"Outlet {chance.randrange(OUTLETS)}", "wire": None,
        "byline": [], "dateline": None, "text": text, "title": " ".join(_words(chance, 6)), "url": None,
        "published": day.isoformat(), "attributions": attributions,
    }  # fmt: skip


def _attribution(start: int, speaker: str, said: str) -> dict[str, Any]:
    cue = start + len(speaker) + 1
    return {
        "cue": [[cue, cue + 4]], "source": [[start, start + len(speaker)]], "content": [[cue + 5, cue + 5 + len(said)]],
        "speaker": speaker, "speaker_kind": "person", "members": [], "via": None, "chain": [], "kind": "indirect",
        "stance": "assert", "polarity": "positive", "hedged": False, "nested": False, "confidence": 0.9,
        "mention": speaker, "affiliation": None, "principal": None, "declared_count": None, "inferred": False,
        "reasons": [],
    }  # fmt: skip


def lines(first: int, count: int, seed: int = 0) -> Iterator[str]:
    """JSON lines, one article each."""
    for number in range(first, first + count):
        yield json.dumps(article(number, seed), ensure_ascii=False) + "\n"


def main() -> int:
    """Write so many articles to stdout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    sys.stdout.writelines(lines(options.first, options.count, options.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
