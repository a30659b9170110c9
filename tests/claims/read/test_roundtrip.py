"""A reading as a line and back: nothing that the format holds is lost, and a wrong line is one
failure."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from claims.model import (
    Article,
    Claim,
    Dateline,
    Evidence,
    Failure,
    Header,
    Inferred,
    Link,
    Reading,
    Setting,
    Span,
    Speaker,
    Stance,
)
from claims.read import Overrides, read_paths
from claims.read.roundtrip import reading_line

TEXT = "PORT VELLA: a bcd efgh"
HERE = Evidence(Span(0, 10), "PORT VELLA")
SPEAKER = Speaker(
    "joint", None, ("Ada", "Jon"), "cd", affiliation="Harbour Board", principal="Harbour Board", declared_count=2,
    inferred=True, reasons=("they are named together",),
)  # fmt: skip
CLAIM = Claim(
    (Span(12, 13),), (Span(15, 17),), (Span(14, 15), Span(18, 20)), "mixed", Stance("deny", "negative", True), SPEAKER,
    (Link("The Vella Post", HERE), Link("Radio Vella", None, True)), True, 0.5, ("they are named together",),
    Setting(anonymity=Inferred("fear", HERE)),
)  # fmt: skip
HEADER = Header(
    Inferred("AFP", HERE), Inferred("AFP", HERE), (Inferred("Ada Lindt", HERE),),
    Dateline("PORT VELLA", "2026-03-17", HERE),
    (Inferred("AFP", HERE), Inferred("AP", HERE)),
)  # fmt: skip
READING = Reading(
    Article("d", TEXT, title="A title", url="https://vella.example/1"), HEADER, (CLAIM,)
)


def _back(line: dict[str, Any], **keys: Any) -> Any:
    (item,) = read_paths(
        ["-"], stdin=io.BytesIO(json.dumps(line).encode()), accept_readings=True, **keys
    )
    return item


def _line() -> dict[str, Any]:
    return reading_line(READING, with_text=True)


def test_a_line_that_comes_back_makes_the_same_line() -> None:
    """Title, dateline, byline and credits included."""
    assert reading_line(_back(_line()), with_text=True) == _line()


def test_a_claim_comes_back_whole() -> None:
    """Speaker, members, chain, kind, stance, nesting, confidence and reasons."""
    assert _back(_line()).claims == (CLAIM,)


def test_an_inferred_outlet_stays_inferred() -> None:
    """The wire stays beside it, and another agency that helped is kept."""
    back = _back(_line())
    assert back.article.outlet is None and back.outlet == back.wire == "AFP"
    assert [credit.value for credit in back.header.credits] == ["AFP", "AP"]


def test_an_outlet_that_the_user_names_replaces_the_inferred_one() -> None:
    """It is given then."""
    back = _back(_line(), overrides=Overrides(outlet="The Vella Post"))
    assert (back.article.outlet, back.header.outlet) == ("The Vella Post", None)


def test_without_text_the_line_holds_none() -> None:
    """The text is the publisher's: it is printed on demand alone."""
    assert {"text", "title", "url", "published"}.isdisjoint(reading_line(READING))


@pytest.mark.parametrize(
    "key,value",
    [
        ("kind", "loud"),
        ("stance", 7),
        ("speaker_kind", "ghost"),
        ("speaker", 12),
        ("confidence", float("nan")),
        ("members", "Ada"),
        ("chain", [{"who": None}]),
        ("content", [[12, 14], [13, 16]]),
        ("content", [[0, 999]]),
        ("cue", [[3, 3]]),
    ],
)
def test_a_malformed_attribution_fails_its_line(key: str, value: object) -> None:
    """Nothing half right reaches the store."""
    line = _line()
    line["attributions"][0][key] = value
    assert isinstance(_back(line), Failure)


@pytest.mark.parametrize("value", [None, 3, "x", {}, [None], [[]], [{}]])
def test_attributions_of_any_other_shape_never_raise(value: object) -> None:
    """An empty mapping holds none; all else is one failure."""
    assert isinstance(_back(_line() | {"attributions": value}), Failure | Reading)


@pytest.mark.parametrize("part", ["cue", "source", "content"])
def test_a_line_whose_text_was_changed_under_its_spans_is_refused(part: str) -> None:
    """Where it says the words that stood there; what nobody said is cited as nobody's."""
    line = _line()
    (item,) = line["attributions"]
    item[f"{part}_words"] = [line["text"][start:end] for start, end in item[part]]
    assert isinstance(_back(line), Reading)
    failure = _back(line | {"text": "x" * len(line["text"])})
    assert isinstance(failure, Failure) and f"{part}_words" in failure.what


@pytest.mark.parametrize("mention", ["the minister herself", "", None, 3, ["x"]])
def test_the_words_of_a_source_are_the_article_s_and_never_the_line_s(mention: object) -> None:
    """They are cited as its words, and a store that held others would be no sound one."""
    line = _line()
    line["attributions"][0]["mention"] = mention
    (claim,) = _back(line).claims
    assert claim.speaker.mention == "cd"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *((key, value) for key in ("hedged", "nested", "inferred") for value in ("no", 1, [], {}, 0.0)),
        *(("content", [[start, 15]]) for start in (14.5, "14", True)),
        ("declared_count", 1.5), ("declared_count", "2"), ("declared_count", True),
        ("confidence", "0.5"), ("confidence", True),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused_and_not_taken_for_what_it_may_mean(
    key: str, value: object
) -> None:
    """ "no" would have been true, and half a place a whole one."""
    line = _line()
    line["attributions"][0][key] = value
    assert isinstance(_back(line), Failure)


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """As tables of data write it."""
    line = _line()
    line["attributions"][0] |= {"content": [[14.0, 15.0], [18.0, 20.0]], "declared_count": 2.0}
    assert _back(line).claims == (CLAIM,)
