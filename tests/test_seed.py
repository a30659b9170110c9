"""The article that the project was asked for, read as a careful reader reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.corroborate.batch import weigh
from claims.corroborate.independence.origins import source_of
from claims.corroborate.independence.relations import relate
from claims.model import Claim, Reading, Spans
from claims.pipeline import Pipeline
from claims.read import read_paths
from store import open_store

pytestmark = pytest.mark.model


def _letters(spans: Spans | list[list[int]], text: str) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def _iou(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def reading(shared: Path, pipeline: Pipeline) -> Reading:
    (found,) = pipeline.read(read_paths([str(shared / "seed" / "article.txt")]))  # type: ignore[arg-type]
    return found


def _match(row: dict[str, Any], reading: Reading) -> Claim | None:
    text = reading.article.text
    wanted = [_letters(spans, text) for spans in [row["content"], *row["content_alt"]]]
    best = max(
        reading.claims, key=lambda c: max(_iou(w, _letters(c.content, text)) for w in wanted)
    )
    return best if max(_iou(w, _letters(best.content, text)) for w in wanted) >= 0.9 else None


def test_header_and_foot_are_read(reading: Reading, gold: dict[str, Any]) -> None:
    """Outlet and wire come from the credit at the foot, place and date from the date line; there is
    no by-line."""
    assert (reading.outlet, reading.wire, reading.byline) == (gold["outlet"], gold["wire"], ())
    assert reading.header.dateline is not None
    assert (reading.header.dateline.place, reading.header.dateline.date) == (
        "BEIJING",
        "2017-03-17",
    )


@pytest.mark.parametrize("number", range(13))
def test_each_claim_is_found_with_its_speaker_and_intermediary(
    reading: Reading, gold: dict[str, Any], number: int
) -> None:
    """Content IoU is .9 or more, and the speaker and the intermediary are right."""
    row = gold["attributions"][number]
    claim = _match(row, reading)
    assert claim is not None, row["content_text"]
    assert claim.speaker.name in [row["speaker"], *row["speaker_alt"]]
    assert set(claim.speaker.members) == set(row["members"])
    assert claim.via in [row["via"], *row["via_alt"]]


def test_little_else_is_claimed(reading: Reading) -> None:
    """Nothing besides the thirteen."""
    assert len(reading.claims) == 13


@pytest.mark.parametrize("number", [3, 4, 8])
def test_the_interview_is_carried_over_and_says_so(
    reading: Reading, gold: dict[str, Any], number: int
) -> None:
    """The outlet that the expert told is named once; his later claims infer it."""
    claim = _match(gold["attributions"][number], reading)
    assert claim is not None and claim.via == gold["attributions"][2]["via"]
    assert claim.chain[0].inferred


def test_no_proposition_of_one_article_has_two_origins(reading: Reading, tmp_path: Path) -> None:
    """Nothing of it is corroborated, and the expert's claims lead back to one origin."""
    with open_store(tmp_path / "s.db") as store:
        store.articles.save(reading)
        verdicts = weigh(store.corroboration.stated_articles()).verdicts
        spoken = {claim.id for claim in store.claims.select() if claim.speaker == "Song Zhongping"}
    assert all(verdict.origins_min <= 1 for verdict in verdicts)
    origins = {
        member.origin
        for verdict in verdicts
        for member in verdict.members
        if member.claim_id in spoken
    }
    assert len(spoken) == 4 and len(origins) == 1


def test_media_and_who_spoke_to_them_are_never_called_different(
    reading: Reading, tmp_path: Path
) -> None:
    """The unnamed media, the paper and the expert may be one and the same source."""
    with open_store(tmp_path / "s.db") as store:
        store.articles.save(reading)
        (article,) = store.corroboration.stated_articles()
    by_mention = {claim.mention: source_of(claim, article.id) for claim in article.claims}
    media, paper, expert = (
        by_mention[mention] for mention in ("official media here", "the report", "he")
    )
    assert media and paper and expert
    assert (relate(media, paper)[0], relate(paper, expert)[0]) == ("undetermined", "undetermined")
