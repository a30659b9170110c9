"""The first page: how much is there, the two questions, and what rests on least."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from cli.jobs.accusations import without
from cli.jobs.verdicts import asked_for
from cli.query import for_people
from cli.rows.speakers import speaker_row
from cli.rows.verdicts import verdict_row
from cli.views.review import coverage_line
from cli.web.answers import Answer
from cli.web.asked import Asked
from store.records import Filters

SPEAKERS, PROPOSITIONS = 12, 6


def home(asked: Asked) -> Answer:
    """Counts, the speakers with most claims, and the propositions that rest on least; the page leaves out
    what claims nothing."""
    return Answer(lambda: _content(asked, for_people(asked.filters)), lambda: _data(asked))


def _data(asked: Asked) -> Mapping[str, Any]:
    content = _content(asked, asked.filters)
    return {
        "claims": content["claims"],
        "articles": content["articles"],
        "waiting": content["waiting"],
        "speakers": [speaker_row(speaker) for speaker in content["speakers"]],
        "propositions": [verdict_row(verdict) for verdict in content["verdicts"]],
    }


def _content(asked: Asked, propositions: Filters) -> Mapping[str, Any]:
    store, filters = asked.store, asked.filters
    weak = asked_for(propositions, everything=False, threshold=None)
    coverage = store.claims.coverage(filters)
    return {
        "claims": coverage.total,
        "reviewed": coverage_line(coverage),
        "articles": len(store.articles.ids(replace(filters, no_open_accusations=False))[0]),
        "waiting": store.corroboration.waiting(),
        "speakers": list(islice(store.speakers.select(filters, SPEAKERS), SPEAKERS)),
        "verdicts": without(store.propositions.page(weak, limit=PROPOSITIONS)),
        "weak": store.propositions.count(weak),
    }


def about(asked: Asked) -> Answer:
    """What this page is, what it leaves out, and how other software reads it."""
    return Answer(
        lambda: {"waiting": asked.store.corroboration.waiting()},
        lambda: {"waiting": asked.store.corroboration.waiting()},
    )
