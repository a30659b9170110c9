"""A store of ready-made claims, written straight into its tables, and lines that another process
adds to it."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from claims.corroborate.model import RULES
from store.store import open_store

CLAIMS, PER_ARTICLE, SPEAKERS, OUTLETS = 1_000_000, 20, 20_000, 500
WORDS = [
    f"{a}{b}"
    for a in ("bridge", "toll", "ferry", "budget", "quay", "school")
    for b in ("", "s", "er", "ing", "ed")
]
MANY_WORDS = [f"w{i:x}" for i in range(20_000)]
"""As many as news has: claims of few words all agree with each other, and weighing one of them
takes seconds."""


def make(path: Path, claims: int, words: Sequence[str] = WORDS) -> None:
    """Writes a store of ready-made claims in these words, straight into its tables."""
    open_store(path).close()
    pick = random.Random(1)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("PRAGMA journal_mode = MEMORY")
        raw.executemany("INSERT INTO outlet (id, name, key) VALUES (?, ?, ?)", _outlets())
        people = [
            (f"{i:032x}", f"Ana Reyes{i}", "person", "", f"{i:032x}", "") for i in range(SPEAKERS)
        ]
        raw.executemany(
            "INSERT INTO speaker (id, name, kind, era, canonical_id, joined) VALUES (?, ?, ?, ?, ?, ?)",
            people,
        )
        names = [(id, name, f" {name.lower()} ", False) for id, name, *_ in people]
        raw.executemany(
            "INSERT INTO speakername (speaker_id, name, key, decided) VALUES (?, ?, ?, ?)", names
        )
        _articles(raw, claims // PER_ARTICLE, pick)
        _claims(raw, claims, words, pick)
        raw.execute("DELETE FROM pendingarticle")
        # As weighed by the rules of today: weighing a million claims of thirty words is not what is
        # measured.
        raw.execute("UPDATE meta SET value = ? WHERE key = 'rules'", (RULES,))
        raw.execute("ANALYZE")
        raw.commit()
        raw.execute("PRAGMA journal_mode = WAL")


def _outlets() -> Iterable[tuple[str, str, str]]:
    return ((f"{i:032x}", f"Harbour Post {i}", f" harbour post {i} ") for i in range(OUTLETS))


def _articles(raw: sqlite3.Connection, many: int, pick: random.Random) -> None:
    fixed = {
        "text": "A text. " * 100, "outlet_inferred": 0, "wire_inferred": 0, "byline": "[]", "credits": "[]",
        "published_inferred": 0, "fetched": "2031-01-01 00:00:00.000000", "current": 1, "title": "Bridge to open",
    }  # fmt: skip

    def rows() -> Iterable[dict[str, object]]:
        for i in range(many):
            day = (
                f"20{pick.randrange(10, 31)}-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
            )
            yield fixed | {
                "id": f"{i * 2654435761 % 2**32:08x}{i:024x}", "doc": f"a{i}", "text_hash": f"{i:032x}",
                "outlet_id": f"{pick.randrange(OUTLETS):032x}", "published": day, "published_key": day,
            }  # fmt: skip

    _insert(raw, "article", rows())


def _claims(raw: sqlite3.Connection, many: int, words: Sequence[str], pick: random.Random) -> None:
    articles = [row[0] for row in raw.execute("SELECT id FROM article ORDER BY rowid")]
    fixed = {
        "cue": "[[20, 24]]",
        "source": "[[10, 19]]", "content": "[[30, 60]]", "cue_text": "said", "kind": "indirect",
        "polarity": "positive", "hedged": 0, "nested": 0, "mention": "Reyes", "speaker_kind": "person", "members": "[]",
        "speaker_inferred": 0, "speaker_confidence": 0.9, "confidence": 0.9, "reasons": "[]",
        "prefix": "", "suffix": "", "vanished": 0,
    }  # fmt: skip

    def rows() -> Iterable[dict[str, object]]:
        for i in range(many):
            quote = "the " + " ".join(pick.choices(words, k=12)) + f" x{i % 5000}"
            yield fixed | {
                "number": i + 1,
                "id": f"{i * 2246822519 % 2**32:08x}{i:024x}", "article_id": articles[i // PER_ARTICLE],
                "start": i % PER_ARTICLE * 40, "quote": quote, "stance": "deny" if i % 9 == 0 else "assert",
                "speaker_id": f"{int(SPEAKERS * pick.random() ** 2):032x}",
            }  # fmt: skip

    _insert(raw, "claim", rows())
    raw.execute(
        "INSERT INTO claim_search(rowid, quote, speaker, aliases) SELECT number, quote, '', mention FROM claim"
    )


def _insert(raw: sqlite3.Connection, table: str, rows: Iterable[dict[str, object]]) -> None:
    iterator = iter(rows)
    first = next(iterator)
    columns = list(first)
    places = ", ".join(f":{name}" for name in columns)
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"
    raw.execute(statement, first)
    raw.executemany(statement, iterator)


def lines(many: int) -> Iterable[str]:
    """JSON Lines of so many articles with a ready-made claim each."""
    pick = random.Random(2)
    for i in range(many):
        # Words of their own, so that saving is measured and not the weighing of what is all alike.
        content = "the " + " ".join(f"w{pick.randrange(10**6):x}" for _ in range(12))
        text = f"Ana Reyes said {content}."
        found = {
            "cue": [[10, 14]], "source": [[0, 9]], "content": [[15, len(text) - 1]], "speaker": "Ana Reyes",
            "speaker_kind": "person", "mention": "Ana Reyes", "members": [], "chain": [], "kind": "indirect",
            "stance": "assert", "polarity": "positive", "hedged": False, "nested": False, "confidence": 0.9,
        }  # fmt: skip
        row = {
            "schema": 1,
            "doc": f"gate-{i}",
            "text": text,
            "outlet": "Gate Post",
            "published": "2031-07-01",
        }
        yield json.dumps(row | {"attributions": [found]}) + "\n"
