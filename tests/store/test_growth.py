"""Weighing a few articles at a time: the same in any order as all at once, whole after a kill, one process at a time."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claims.corroborate import candidates
from claims.corroborate.grow import grow
from claims.corroborate.weigh import weigh
from claims.model import Article, Claim, Header, Link, Reading, Span, Speaker, Stance
from cli.jobs.weigh import bring_up_to_date
from store.store import Store, open_store

WORDS = ["harbour", "bridge", "pillar", "crack", "toll", "ferry", "mayor", "budget", "clinic", "school", "vaccine", "strike", "storm", "flood", "mill", "quarry"]
PEOPLE = ("Ana Reyes", "Ilva Dorn", "Petar Quill", None)


def made(number: int, seed: int) -> Reading:
    """One of a few made-up stories, told with small differences, so that copies, agreement and conflict come about."""
    chance = random.Random(f"{seed} {number}")
    story = random.Random(f"{seed} {chance.randrange(3)}")
    sentences = [" ".join(story.sample(WORDS, 6)) + f" word{story.randrange(30)} x{n}" for n in range(12)]
    text, claims = "", []
    for sentence in sentences[chance.randrange(3) : chance.randrange(5, 12)]:
        if chance.random() < 0.2:
            sentence += f" {chance.randrange(3)} times"
        if chance.random() < 0.6:
            start = len(text)
            text += f"{sentence}, they said. "
            speaker = chance.choice(PEOPLE)
            stance = Stance(chance.choice(["assert", "assert", "deny"]))
            claims.append(
                Claim(
                    (Span(start + len(sentence) + 7, start + len(sentence) + 11),),
                    (),
                    (Span(start, start + len(sentence)),),
                    "indirect",
                    stance,
                    Speaker("person" if speaker else "none", speaker, mention=speaker or ""),
                    (Link("Radio Keld", None),) if chance.random() < 0.2 else (),
                    chance.random() < 0.1,
                )
            )
        else:
            text += sentence + ". "
    article = Article(f"doc{number}", text, outlet=f"Outlet {number % 4}", published=f"2020-0{1 + number % 4}-01")
    return Reading(article, Header(), tuple(claims))


def weighed(store: Store) -> dict[str, Any]:
    """Everything that weighing left to be shown."""
    verdicts = {
        v.id: (v.label, v.min, v.max, v.named, v.conflicts_with, v.reasons)
        + tuple((m.claim.id, m.role, m.copy_of, m.reason) for m in v.claims)
        for v in store.verdicts()
    }
    return verdicts | {f"copy {c.doc}": (c.of, c.share, c.evidence, c.credit) for c in store.copies()}


def whole(store: Store) -> dict[str, Any]:
    """The same, found over the whole collection at once."""
    articles = list(store.stated_articles())
    docs = {article.id: article.doc for article in articles}
    found = weigh(articles)
    verdicts = {
        v.id: (v.label, v.min, v.max, v.named, v.conflicts_with, v.reasons)
        + tuple((m.claim_id, m.role, m.copy_of, m.reason) for m in v.members)
        for v in found.verdicts
    }
    return verdicts | {f"copy {docs[c.article_id]}": (docs[c.of], c.share, c.evidence, c.credit) for c in found.copies}


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 99), order=st.permutations(range(14)), sizes=st.lists(st.integers(1, 4), min_size=2, max_size=2))
def test_any_order_and_any_batches_end_where_all_at_once_does(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[int], sizes: list[int]
) -> None:
    """Adding, weighing in between, another edition of some: the verdicts are those of weighing everything at once."""
    with pytest.MonkeyPatch.context() as patch, open_store(tmp_path_factory.mktemp("s") / "store.db") as store:
        patch.setattr(candidates, "RARE", 3)
        patch.setattr(candidates, "FIRST", 2)
        for place, number in enumerate(order):
            store.save(made(number, seed))
            if place % sizes[0] == 0:
                with store.shelf() as shelf:
                    grow(shelf, sizes[1])
        bring_up_to_date(store)
        assert weighed(store) == whole(store)
        for number in order[:3]:
            other = made(number + 50, seed)
            store.save(Reading(Article(f"doc{number}", other.article.text), Header(), other.claims))
            with store.shelf() as shelf:
                grow(shelf, sizes[1])
        bring_up_to_date(store)
        assert weighed(store) == whole(store)
