"""Made-up news of a harbour, and what may be done to a store of it: articles come, people decide, things are
forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from claims.errors import UsageError
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions
from cli.jobs.corroborate import bring_up_to_date
from store.counts.compare import miscounted
from store.database.session import reading as snapshot
from store.records import Move
from store.store import Store

PEOPLE = ("Odessa Thrumble", "Ivor Pellgrave", "I. Pellgrave", "Thrumble", "Zebulon Krantz")
"""Of whom some are one, as soon as the whole name is there."""
SENTENCES = (
    "cranes stand idle",
    "ferries carry livestock",
    "chandlers refuse notes",
    "the lamp burns oil",
)
OUTLETS = ("Fenwick Courier", "Lake Gazette", None)
DAYS = ("2026-03-01", "2026-03-02", "2025-12-31", None)
ACTS = (
    "save", "save", "edition", "again", "metadata", "name", "private", "wrong", "alias", "merge", "split",
    "articles", "weigh", "role", "outlet", "missed", "undo", "redo", "forget article", "forget speaker",
    "forget outlet",
)  # fmt: skip
TOGETHER = "Odessa Thrumble and Ivor Pellgrave"
said = st.tuples(
    st.sampled_from(SENTENCES), st.sampled_from((*PEOPLE, TOGETHER, "the harbour master"))
)
acts = st.tuples(
    st.sampled_from(ACTS), st.integers(0, 9), st.lists(said, min_size=1, max_size=4), st.sampled_from(OUTLETS),
    st.sampled_from(DAYS),
)  # fmt: skip


def reading(
    number: int,
    sentences: Sequence[tuple[str, str]],
    outlet: str | None,
    day: str | None,
    more: str = "",
    kept: int | None = None,
) -> Reading:
    """An article of these statements, and what a detector found in it: so many of them at the most."""
    words, claims = f"Number {number} of the tide tables. {more}", list[Claim]()
    for at, (content, who) in enumerate(sentences):
        start = len(words) + 1
        words += f" {content}, {who} said."
        source = start + len(content) + 2
        cue = source + len(who) + 1
        named = who in PEOPLE
        speaker = Speaker("person" if named else "unnamed", who if named else None, mention=who)
        if who == TOGETHER:
            speaker = Speaker("joint", None, mention=who, members=tuple(who.split(" and ")))
        spans = [
            (Span(cue, cue + 4),),
            (Span(source, source + len(who)),),
            (Span(start, start + len(content)),),
        ]
        stance = Stance("deny" if at == 2 else "assert")
        claims.append(Claim(*spans, "direct" if at == 1 else "indirect", stance, speaker, ()))
    article = Article(f"tide-{number}.txt", words, outlet=outlet, published=day)
    versions = Versions("1", "en", f"detector {kept}", "x")
    return Reading(article, Header(), tuple(claims[:kept]), versions=versions)


def save(store: Store, kind: str, number: int, made: tuple[Any, ...]) -> None:
    """Articles as they come: new ones, a later edition, another reading or more metadata of the same text."""
    if kind == "edition":
        store.articles.save(reading(number % 3, *made, more="Corrected."))
    elif kind == "again":
        store.articles.save_many([reading(number % 3, *made, kept=number % 4)])
    elif kind == "metadata":
        store.articles.save(reading(number % 3, made[0], "Fenwick Courier", "2026-03-05"))
    else:
        store.articles.save_many([reading(n % 3, *made) for n in (number, number + 1)])


def decide(store: Store, kind: str, at: int) -> None:
    """What a person decides on one of the claims, or on who speaks."""
    claims, speakers = list(store.claims.select()), list(store.speakers.select())
    if not claims:
        return
    claim = claims[at % len(claims)]
    if kind in ("name", "private"):
        wanted = [c for c in claims if (c.speaker is None) is (kind == "private")]
        if wanted:
            store.decisions.decide(
                "Kim", [Move("speaker", wanted[at % len(wanted)].id, "Ada Vole")]
            )
    elif kind in ("wrong", "outlet"):
        move = (
            Move("status", claim.id, "wrong")
            if kind == "wrong"
            else Move("outlet", claim.article_id, "New Post")
        )
        store.decisions.decide("Kim", [move])
    elif kind == "missed":
        spans = {"content": [[0, 6]], "source": [], "cue": []}
        store.decisions.add_claim(
            "Kim", {"article": claim.article_id, "speaker": "Ada Vole"} | spans
        )
    elif speakers:
        on_speakers(
            store,
            kind,
            speakers[at % len(speakers)].id,
            speakers[(at + 1) % len(speakers)].id,
            claim,
        )


def on_speakers(store: Store, kind: str, one: str, other: str, claim: Any) -> None:
    """Who is who."""
    if kind == "alias":
        store.decisions.alias("Kim", one, "Zebulon Krantz")
    elif kind == "merge" and one != other:
        store.decisions.merge("Kim", one, other)
    elif kind == "split":
        names = [form.id for form in store.speakers.forms(one)]
        if len(names) > 1:
            store.decisions.split("Kim", names[1:], names[:1])
    elif kind == "articles":
        store.decisions.split_articles("Kim", one, [claim.doc])
    elif kind == "role":
        store.decisions.role("Kim", one, "harbour master", "2026", None)


def forget(store: Store, kind: str, at: int) -> None:
    """One of them, for good."""
    things = {
        "article": [f"article:{a.doc}" for a in store.articles.select()],
        "speaker": [f"speaker:{s.name}" for s in store.speakers.select()],
        "outlet": [f"outlet:{name}" for name in store.articles.outlet_facts()],
    }[kind]
    if things:
        store.forgetting.forget([store.forgetting.find(things[at % len(things)])], "Kim")


def do(store: Store, kind: str, at: int, *made: Any) -> None:
    """One act."""
    try:
        if kind in ("save", "edition", "again", "metadata"):
            save(store, kind, at, made)
        elif kind == "weigh":
            bring_up_to_date(store)
        elif kind == "undo":
            store.decisions.undo("Kim")
        elif kind == "redo":
            store.decisions.redo("Kim")
        elif kind.startswith("forget"):
            forget(store, kind.split()[1], at)
        else:
            decide(store, kind, at)
    except UsageError:
        return  # it names several, or is one already: nothing was written


def faults(store: Store) -> list[str]:
    """What is miscounted."""
    with snapshot(store._engine, store.location) as connection:
        return list(miscounted(connection))


def fill(store: Store) -> None:
    """Twelve of these articles, by all speakers and outlets in turn."""
    store.articles.save_many(
        [reading(n, [(SENTENCES[n % 4], PEOPLE[n % 5]), (SENTENCES[1], "the mayor")], OUTLETS[n % 3], DAYS[n % 4])
         for n in range(12)]
    )  # fmt: skip
