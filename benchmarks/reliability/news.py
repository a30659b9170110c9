"""Articles to try a store with: made-up news in plain English, and lines with ready-made claims."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.made_news import article as made_article

PLACES = ("Tarne", "Velmora", "Ostrel", "Dunmar", "Marrant", "Sable Quay", "Lower Brask")
PEOPLE = (
    ("Mayor", "Ilse Brandt"), ("Minister", "Viktor Hale"), ("Inspector", "Anton Reyer"),
    ("Professor", "Henrike Sollas"), ("Judge", "Petra Lindqvist"), ("Captain", "Jelle Marsh"),
    ("Director", "Aldo Ferrand"), ("Senator", "Hanne Dorval"),
)  # fmt: skip
OUTLETS = ("Harbour Post", "Coast Gazette", "Ostrel Tribune", "Meridian Herald", "Brask Ledger")
THINGS = (
    "bridge", "mine", "hospital", "ferry", "market", "library", "harbour", "railway", "brewery",
    "archive", "lighthouse", "theatre", "dam", "orchard", "observatory", "sawmill", "stadium",
)  # fmt: skip
STATEMENTS = (
    "the {thing} of {place} would stay closed until {month}",
    "{number} workers of the {thing} had left {place}",
    "the {thing} would cost {number} million crowns",
    "rain had reached the cellar of the {thing} in {month}",
    "nobody had asked for a second {thing} in {place}",
    "{number} letters about the {thing} were never answered",
)
ASIDES = (
    "“Nobody in {place} has to fear for the {thing},” {surname} added.",
    "Officials in {place} did not answer questions about the {thing}.",
    "Snow lay on the road to the {thing}, and {number} lamps burned.",
    "According to two people familiar with the plan, the {thing} will wait.",
)
CUES = ("said", "told reporters", "confirmed", "announced", "denied")
MONTHS = ("January", "March", "May", "June", "September", "October")
CLAIMS = 2
OF_ONE_EVENT = 4


def text_of(number: int) -> str:
    """The text of an article; several tell of one event."""
    chance, event = random.Random(f"article {number}"), random.Random(f"{number // OF_ONE_EVENT}")
    told = [
        (event.choice(PEOPLE), statement.format(**_filling(event)))
        for statement in event.sample(STATEMENTS, CLAIMS)
    ]
    chance.shuffle(told)
    paragraphs = []
    for (title, name), words in told:
        asides = (one.format(surname=name.split()[-1], **_filling(chance)) for one in ASIDES)
        aside = chance.choice(list(asides))
        paragraphs.append(f"{title} {name} {chance.choice(CUES)} that {words}. {aside}")
    return "\n\n".join(paragraphs) + "\n"


def _filling(chance: random.Random) -> dict[str, object]:
    return {
        "place": chance.choice(PLACES), "thing": chance.choice(THINGS),
        "number": chance.randint(3, 90), "month": chance.choice(MONTHS),
    }  # fmt: skip


def write_texts(folder: Path, count: int, first: int = 0) -> list[str]:
    """Writes articles as JSON lines without claims, which are read as plain text is, and gives
    what to add."""
    rows = (
        {"doc": f"news-{n}", "text": text_of(n), "outlet": OUTLETS[n % len(OUTLETS)],
         "published": f"2031-{n // OF_ONE_EVENT % 12 + 1:02d}-11"}
        for n in range(first, first + count)
    )  # fmt: skip
    return [_written(folder / f"texts-{first}-{count}.jsonl", rows)]


def write_files(folder: Path, count: int) -> list[str]:
    """Writes articles as plain text files, and gives the folder."""
    place = folder / "news"
    place.mkdir()
    for number in range(count):
        (place / f"{number:04d}.txt").write_text(text_of(number), encoding="utf-8")
    return [str(place)]


def write_ready(folder: Path, count: int, first: int = 0) -> list[str]:
    """Writes articles with ready-made claims, and gives what to add."""
    rows = (made_article(number) for number in range(first, first + count))
    return [_written(folder / f"ready-{first}-{count}.jsonl", rows)]


def _written(path: Path, rows: Iterator[dict[str, Any]]) -> str:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return str(path)
