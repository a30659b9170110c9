"""The benchmark of independence: its data, its scorer, its baselines; no model is loaded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.independence import baselines, events, given, score
from benchmarks.propositions import Row

EVENTS = events.read()
TEXT_A, TEXT_B, TEXT_C = (
    "The gate was open, Ada Bell said.",
    "It stood open, Tom Reyes said.",
    "Rain fell.",
)


def _event() -> Row:
    """Two who saw a gate open, and one who denies it."""
    texts = {"e-1": TEXT_A, "e-2": TEXT_B, "e-3": "Cora Lund denied that the gate was open."}
    articles = [
        {
            "doc": doc,
            "outlet": doc,
            "owner": "House",
            "published": None,
            "byline": None,
            "text": text,
        }
        for doc, text in texts.items()
    ]
    members = [
        _member("e-1", "The gate was open", "Ada Bell"),
        _member("e-2", "It stood open", "Tom Reyes"),
        _member("e-3", "the gate was open", "Cora Lund", "denies"),
    ]
    proposition = {
        "id": "p1", "says": "The gate was open.", "members": members,
        "min": 2, "max": 2, "label": "CORROBORATED", "why": "two witnesses",
    }  # fmt: skip
    return {
        "event": "e", "part": "tune", "what": "a gate", "articles": articles, "speakers": [],
        "propositions": [proposition], "conflicts": [], "parts": [], "copies": [],
    }  # fmt: skip


def _member(doc: str, quote: str, speaker: str, role: str = "supports") -> Row:
    return {"doc": doc, "quote": quote, "speaker": speaker, "role": role}


def _line(id: str, low: int, *claims: tuple[str, str], **more: object) -> Row:
    rows = [{"doc": doc, "quote": quote} for doc, quote in claims]
    label = "CORROBORATED" if low > 1 else "SINGLE"
    return {"event": "e", "id": id, "claims": rows, "min": low, "max": low, "label": label, **more}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: str(event["event"]))
def test_every_event_holds_together(event: Row) -> None:
    """Quotations stand where they should, labels agree with numbers, links lead somewhere."""
    assert not list(events.faults(event))


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: str(event["event"]))
def test_every_file_is_written_one_way(event: Row) -> None:
    """So that a change of a label is a change of a line."""
    file = events.FOLDER / f"{event['event']}.json"
    assert file.read_text(encoding="utf-8") == events.written(event)


def test_the_benchmark_is_as_large_as_its_page_says() -> None:
    """Events, outlets and propositions; both parts hold what is asked."""
    assert len(EVENTS) >= 20
    assert all(len({a["outlet"] for a in event["articles"]}) >= 8 for event in EVENTS)
    assert sum(len(event["propositions"]) for event in EVENTS) >= 300
    assert {event["part"] for event in EVENTS} == {"tune", "held"}


def test_faults_are_found() -> None:
    """A quotation that is not there, a label that its numbers contradict, a conflict with nobody."""
    event = _event()
    event["propositions"][0]["label"] = "SINGLE"
    event["propositions"][0]["members"][0]["quote"] = "The door was open"
    event["conflicts"] = [{"a": "p1", "b": "p9", "kind": "number"}]
    assert len(list(events.faults(event))) == 3


def _figures(*lines: Row) -> Mapping[str, float]:
    event = _event()
    return score.figures(score.located(lines, [event]), [event])


def test_what_is_right_scores_full() -> None:
    """Both witnesses in one proposition, the denial in another that names it."""
    both = _line("a", 2, ("e-1", "The gate was open"), ("e-2", "It stood open"))
    denial = _line("b", 1, ("e-3", "the gate was open"), conflicts_with=["a"])
    found = _figures(both, denial)
    full = ("claims found", "pairs F1", "conflicts named", "independent recognised", "interval")
    assert [found[name] for name in full] == [1.0] * len(full)


def test_a_denial_may_stand_with_what_it_denies_if_it_is_said_to_deny_it() -> None:
    """Some keep both in one proposition; that joins nothing wrongly."""
    claims = [("e-1", "The gate was open"), ("e-2", "It stood open"), ("e-3", "the gate was open")]
    line = _line("a", 2, *claims)
    line["claims"][2]["role"] = "denies"
    found = _figures(line)
    assert found["conflicts named"] == 1.0 and found["pairs P"] == 1.0


def test_what_is_not_found_is_neither_joined_nor_recognised() -> None:
    """Leaving hard ones out gains nothing."""
    found = _figures()
    assert found["claims found"] == found["pairs R"] == found["independent recognised"] == 0.0
    assert found["interval"] == 0.0


def test_claims_of_two_events_in_one_proposition_are_counted() -> None:
    """The gravest of wrong joins."""
    event, other = _event(), json.loads(json.dumps(_event()).replace("e-", "f-"))
    other["event"] = "f"
    line = _line("a", 1, ("e-1", "The gate was open"), ("f-1", "The gate was open"))
    both = [event, other]
    assert score.figures(score.located([line], both), both)["propositions of two events"] == 1


def test_words_that_are_not_in_the_article_are_refused() -> None:
    """Rather than scored as not found."""
    with pytest.raises(ValueError, match="substring"):
        score.located([_line("a", 1, ("e-1", "The door was open"))], [_event()])


@pytest.mark.parametrize(
    "name,origins",
    [
        ("every article counts", 2),
        ("publisher families", 1),
        ("distinct names", 2),
        ("always single", 1),
    ],
)
def test_baselines_count_what_they_say(name: str, origins: int) -> None:
    """Over the supporting claims alone."""
    (row,) = baselines.predicted([_event()], baselines.BASELINES[name])
    assert row["min"] == row["max"] == origins


def test_given_the_claims_onrecord_weighs_their_origins_alone() -> None:
    """Joins are as read; what is said of each proposition is a line as of `check`."""
    rows = given.predicted(EVENTS[:2])
    assert {row["label"] for row in rows} <= {
        "SINGLE",
        "POSSIBLY SINGLE",
        "CORROBORATED",
        "UNSOURCED",
    }
    assert score.figures(rows, EVENTS[:2])["pairs P"] == 1.0


def test_no_text_is_longer_than_the_page_says() -> None:
    """Short news, as made."""
    lengths = [len(a["text"].split()) for event in EVENTS for a in event["articles"]]
    assert min(lengths) > 60 and max(lengths) < 260


def test_the_folder_holds_nothing_else() -> None:
    """Events, their second readings and a page."""
    others = [path for path in Path(events.FOLDER).iterdir() if path.suffix != ".json"]
    assert {path.name for path in others} <= {"README.md", "second"}
