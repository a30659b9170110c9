"""Facets are what a count of all claims gives, whichever of what is kept is walked for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from claims.model import Reading
from cli.jobs.corroborate import bring_up_to_date
from store.queries import facet_blocks, facet_names, facet_walk, facets, few
from store.records import Filters, Move
from store.store import Store, open_store
from tests.store.tide_news import DAYS, OUTLETS, PEOPLE, SENTENCES, fill, reading

pytestmark = pytest.mark.usefixtures("short_statements")


def _nothing_said(number: int) -> Reading:
    one = reading(20 + number, [(SENTENCES[number], PEOPLE[number])], OUTLETS[number % 3], DAYS[3])
    return replace(one, claims=tuple(replace(claim, saying="none") for claim in one.claims))


@pytest.fixture(scope="module")
def judged(read_only: str) -> Iterator[Store]:
    """A store that is only read: full, weighed, and judged in part."""
    with open_store(read_only) as store:
        fill(store)
        store.articles.save_many([_nothing_said(n) for n in range(3)])
        bring_up_to_date(store)
        claims = list(store.claims.select())
        store.decisions.decide("Kim", [Move("status", claims[at].id, "correct") for at in (0, 3)])
        store.decisions.decide("Kim", [Move("status", claims[5].id, "wrong")])
        (nothing, *_) = store.claims.select(Filters(saying=("none",)))
        store.decisions.decide("Kim", [Move("status", nothing.id, "correct")])
        yield store


@pytest.mark.parametrize(
    "asked",
    [
        {"text": ("cranes",)}, {"text": ("cranes",), "said": True}, {"speaker": ("Thrumble",), "stance": ("assert",)},
        {"text": ("carry",), "since": "2026"}, {"outlet": ("Gazette",)}, {"label": ("POSSIBLY SINGLE",)},
        {"text": ("Thrumble",)}, {"text": ("cranes", "Thrumble")}, {"text": ("stand", "idle"), "until": "2026-03-01"},
        {"text": ("cranes stand",)}, {"text": ("cranes stand", "idle"), "outlet": ("Courier", "Gazette")},
        {"text": ("thr",), "unfinished": "text"}, {"since": "2026", "saying": ("statement",)},
        {"text": ("cran",), "unfinished": "text"}, {"kind": ("direct",), "min_confidence": 0.1},
        {"status": ("unreviewed",)}, {"status": ("correct",)},
        {"text": ("cranes stand", "id"), "unfinished": "text"}, {"kind": ("indirect",)},
        {"kind": ("direct", "mixed"), "said": True}, {"said": True}, {"saying": ("any",), "kind": ("direct",)},
        {"stance": ("assert",), "outlet": ("Gaz",), "unfinished": "outlet"},
        {"label": ("SINGLE", "POSSIBLY SINGLE"), "said": True},
        {"kind": ("direct",), "until": "2026-03-01"}, {"kind": ("direct",), "since": "2026-03", "until": "2026"},
        {"label": ("CONTESTED", "POSSIBLY SINGLE")}, {"outlet": ("Gazette",), "since": "2025-12-31", "said": True},
        {"stance": ("assert",), "kind": ("direct",), "saying": ("none", "statement")},
        {"text": ("…",)}, {"text": ("-",), "kind": ("indirect",)}, {"text": ("?",), "unfinished": "text"},
    ],
)  # fmt: skip
def test_facets_of_what_is_kept_are_those_of_claims(
    judged: Store, asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever is walked: claims, what is kept of each, or blocks of that."""
    monkeypatch.setattr(facet_blocks, "_BLOCKS_A_STEP", 1)
    monkeypatch.setattr(facet_names, "_LOOKED_UP", 1)
    kept = judged.claims.facets(Filters(**asked))
    assert judged.claims.facets(Filters(**asked), limit=1) == {
        word: values if word == "status" else values[:1] for word, values in kept.items()
    }
    monkeypatch.setattr(few, "_FEW_CLAIMS", 0)
    assert judged.claims.facets(Filters(**asked)) == kept
    monkeypatch.setattr(facets, "can_answer", lambda _: False)
    assert judged.claims.facets(Filters(**asked)) == kept
    monkeypatch.setattr(facet_walk, "are_enough", lambda _: False)
    assert judged.claims.facets(Filters(**asked)) == kept
    assert kept["kind"] and kept["status"]
    monkeypatch.undo()
    monkeypatch.setattr(facet_walk, "_MANY_REVIEWS", 1)
    assert judged.claims.facets(Filters(**asked)) == kept


def test_a_phrase_before_the_word_that_is_typed_is_whole(store: Store) -> None:
    """Only what is typed last may go on."""
    fill(store)
    bring_up_to_date(store)
    asked = Filters(text=("cranes stan", "id"), unfinished="text")
    assert list(store.claims.select(asked)) == []
    assert store.claims.facets(asked)["kind"] == []
