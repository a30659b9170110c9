"""What joining speakers costs an article at 10,000 and at 100,000 ready-made articles, in one run;
CPU time, memory."""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path

from sqlalchemy import Connection, distinct, func, select

from claims.identity.within_article import settle
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from store.database.session import reading, writing
from store.speakers import join
from store.speakers.write import add_speakers
from store.store import Store, open_store
from store.tables import SpeakerRow

GIVEN = (
    "Ana",
    "Boris",
    "Carla",
    "Dragan",
    "Elif",
    "Farid",
    "Greta",
    "Hamid",
    "Ines",
    "Jonas",
    "Kaito",
    "Mohammed",
    "Nadia",
    "Oskar",
    "Petra",
    "Rosa",
)
SYLLABLES = (
    "ba",
    "do",
    "ka",
    "lin",
    "mar",
    "no",
    "pel",
    "ra",
    "sen",
    "tor",
    "ul",
    "vas",
    "wen",
    "zim",
    "gra",
    "hol",
    "bri",
    "fen",
)
BODIES = (
    "Harbour Board",
    "Dam Authority",
    "River Police",
    "Velmora University",
    "Tarne Council",
    "Ministry of Roads",
)
PER_ARTICLE = 3
BATCH = 500


def name(rank: int) -> str:
    """The name of the speaker of a rank; two in three are borne by one person alone."""
    made = random.Random(rank if rank % 3 else rank // 30)
    middle = made.choice(["", "", "", " " + made.choice("ABCDEF") + "."])
    return f"{made.choice(GIVEN)}{middle} {''.join(made.choices(SYLLABLES, k=made.choice((2, 3)))).title()}"


def spelt(rank: int, chance: random.Random) -> str:
    """The name as one article writes it."""
    whole = name(rank)
    first, *_, last = whole.split()
    how = chance.random()
    if how < 0.70:
        return whole
    return f"{first} {last}" if how < 0.85 else last if how < 0.93 else f"{first[0]}. {last}"


def readings(count: int, chance: random.Random) -> Iterator[Reading]:
    """Ready-made articles; who speaks follows the long tail of the news, and new names never
    end."""
    for number in range(count):
        text, claims = "", []
        for _ in range(PER_ARTICLE):
            rank = min(int(chance.paretovariate(0.6)), 40 * (number + 100))
            who, start = spelt(rank, chance), len(text)
            text += f"{who} said item {chance.randrange(10**6)} would pass. "
            affiliation = chance.choice(BODIES) if chance.random() < 0.1 else None
            speaker = Speaker("person", who, mention=who, affiliation=affiliation)
            said = start + len(who) + 1
            claims.append(
                Claim(
                    (Span(said, said + 4),), (Span(start, start + len(who)),), (Span(said + 5, len(text) - 2),),
                    "indirect", Stance(), speaker,
                )
            )  # fmt: skip
        article = Article(
            f"{number}.txt",
            text,
            outlet=f"Outlet {number % 200}",
            published=f"20{number % 20:02}-03-01",
        )
        yield Reading(article, Header(), tuple(claims))


def main() -> int:
    """Prints milliseconds an article for each tenth of the articles on stderr, the figures as
    JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    count = parser.parse_args().articles
    tenth, spent, marks = count // 10, 0.0, [0.0]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.db") as store:
        every, number = readings(count, random.Random(1)), 0
        while batch := list(islice(every, BATCH)):
            ready = [replace(one, claims=settle(one.claims)) for one in batch]
            start = time.process_time()
            with writing(store._engine, store.location) as connection:
                for one in ready:
                    join.join_new(connection, add_speakers(connection, one))
            spent, number = spent + time.process_time() - start, number + len(batch)
            if number // tenth >= len(marks):
                marks.append(spent)
                print(
                    f"{number:,} articles, {1000 * (marks[-1] - marks[-2]) / tenth:.3f} ms each",
                    file=sys.stderr,
                )
        start = time.process_time()
        proposed = len(store.speakers.proposals())
        figures = {"proposals": proposed, "proposals cpu-s": round(time.process_time() - start, 1)}
        with reading_of(store) as connection:
            figures |= {
                word: connection.execute(select(func.count(distinct(column)))).scalar() or 0
                for word, column in (
                    ("names", SpeakerRow.id),
                    ("speakers", SpeakerRow.canonical_id),
                )
            }
    each = [1000 * (b - a) / tenth for a, b in pairwise(marks)]
    figures |= {
        "articles": count,
        "ms/article, first tenth": round(each[0], 3),
        "ms/article, all": round(1000 * spent / count, 3),
        "ms/article, last tenth": round(each[-1], 3),
        "ratio of all to first tenth": round(1000 * spent / count / each[0], 2),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(figures))
    return 0


def reading_of(store: Store) -> AbstractContextManager[Connection]:
    """A connection to count with."""
    return reading(store._engine, store.location)


if __name__ == "__main__":
    sys.exit(main())
