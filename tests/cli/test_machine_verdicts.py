"""A verdict that rests on a person's decision says so and which; `check --machine` shows it without."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.browse.columns import claim_cells, verdict_cells
from cli.jobs.corroborate import bring_up_to_date
from cli.jobs.machine_verdicts import machine_verdicts, with_other_verdict
from cli.main import main
from store.records import Filters, Move, VerdictRecord
from store.store import Store, open_store
from tests.store.test_incremental import made, shown

SAID = "Twelve people died in the Lower Tarn flood"
NAMES = ("Anton Reyer", "Henrike Sollas")


def _reading(number: int, name: str) -> Reading:
    text = f"{SAID}, {name} said. Nobody else was hurt."
    at = len(SAID) + 2
    source, cue = Span(at, at + len(name)), Span(at + len(name) + 1, at + len(name) + 5)
    speaker = Speaker("person", name, mention=name)
    claim = Claim((cue,), (source,), (Span(0, len(SAID)),), "indirect", Stance(), speaker, ())
    article = Article(f"{number}.txt", text, outlet=f"Outlet {number}", published="2026-04-19")
    return Reading(article, Header(), (claim,))


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which two people say one thing, each in an outlet of their own."""
    path = tmp_path / "two.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    with open_store(path) as store:
        for number, name in enumerate(NAMES):
            store.articles.save(_reading(number, name))
    return path


def _verdict_of(store: Store, claim: str) -> VerdictRecord:
    bring_up_to_date(store)
    return store.propositions.get(claim)


def _pair(kind: str, a: str, b: str, **value: object) -> Move:
    return Move(kind, a, json.dumps({"with": b, **value}))  # type: ignore[arg-type]


DECISIONS: dict[str, Callable[[str, str], Move]] = {
    "marked wrong": lambda a, b: Move("status", b, "wrong"),
    "other words": lambda a, b: Move("content", b, json.dumps([[len(SAID) + 22, len(SAID) + 40]])),
    "another stance": lambda a, b: Move("stance", b, "deny/positive"),
    "another speaker": lambda a, b: Move("speaker", b, NAMES[0]),
    "one origin": lambda a, b: _pair("origin", a, b, relation="same"),
    "two propositions": lambda a, b: _pair("proposition", a, b, same=False),
}


@pytest.mark.parametrize("what", DECISIONS)
def test_a_verdict_says_that_it_rests_on_a_decision(what: str, two: Path) -> None:
    """Also where the claim that it is about stands elsewhere, or nowhere: by whom, and when."""
    with open_store(two) as store:
        a, b = (claim.id for claim in store.claims.select())
        before = _verdict_of(store, a)
        assert (before.label, before.decided) == ("CORROBORATED", ())
        store.decisions.decide("Kim", [DECISIONS[what](a, b)])
        day = store.decisions.select()[0].at[:10]
        verdict = _verdict_of(store, a)
        assert any(f"by Kim on {day}" in reason for reason in verdict.decided)
        assert set(verdict.decided) <= set(verdict.reasons)
        found = {v.id: v for v in machine_verdicts(store, Filters(), None).verdicts}
        assert (found[before.id].label, found[before.id].decided) == ("CORROBORATED", ())
        store.decisions.undo("Kim")
        assert _verdict_of(store, a) == before


def test_speakers_that_a_person_joined_are_said_too(two: Path) -> None:
    """Where both names stand in the proposition."""
    with open_store(two) as store:
        first = next(store.claims.select())
        a, b = (speaker.id for speaker in store.speakers.select())
        store.decisions.decide("Kim", [Move("merge", a, b)])
        verdict = _verdict_of(store, first.id)
        assert verdict.label == "SINGLE"
        assert (
            "Anton Reyer and Henrike Sollas are one speaker: decided by Kim" in verdict.decided[0]
        )


def test_a_claim_that_a_person_entered_and_an_outlet_put_right_are_said(two: Path) -> None:
    """Neither is the machine's."""
    with open_store(two) as store:
        article = store.claims.get(next(store.claims.select()).id).article_id
        entered = {"article": article, "content": [[len(SAID) + 20, len(SAID) + 41]]}
        id = store.decisions.add_claim("Kim", entered)
        assert "entered by Kim on" in _verdict_of(store, id).decided[0]
        store.decisions.decide("Kim", [Move("outlet", article, "Tarn Post")])
        assert any("The outlet of 0.txt" in said for said in _verdict_of(store, id).decided)


@pytest.fixture
def one_wrong(two: Path) -> str:
    """The id of the claim that is left, where Kim marked the other one wrong."""
    with open_store(two) as store:
        a, b = (claim.id for claim in store.claims.select())
        store.decisions.decide("Kim", [Move("status", b, "wrong")])
        assert "✎" in verdict_cells(_verdict_of(store, a))[1].plain
    return a


@pytest.fixture
def ask(two: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, str]]:
    """A command's output and what it says beside it."""

    def run(*words: str) -> tuple[str, str]:
        capsys.readouterr()
        main(list(words))
        return capsys.readouterr()

    return run


def test_a_label_says_that_it_rests_on_a_decision_and_which(
    one_wrong: str, ask: Callable[..., tuple[str, str]]
) -> None:
    """In the list, in the tree and beside the claim."""
    out, err = ask("check", "label:SINGLE")
    assert "reviewer's" in out and "1 of these rests on a reviewer's decision" in err
    for command in ("check", "show"):
        shown = " ".join(ask(command, one_wrong[:8])[0].split())
        assert "SINGLE (by a reviewer's decision)" in shown and "marked wrong by Kim" in shown


def test_a_verdict_says_how_it_differs_with_and_without_decisions(
    one_wrong: str, ask: Callable[..., tuple[str, str]]
) -> None:
    """Both ways."""
    tree, _ = ask("check", one_wrong[:8])
    assert "Without people's decisions: CORROBORATED, 2 origins." in tree
    tree, _ = ask("check", one_wrong[:8], "--machine")
    assert "CORROBORATED (without decisions)" in tree and "marked wrong" not in tree
    assert "With people's decisions: SINGLE, 1 origin." in tree


def test_rows_hold_the_decision_and_the_other_verdict(
    one_wrong: str, ask: Callable[..., tuple[str, str]]
) -> None:
    """Of one proposition, and of the list without decisions, which counts what differs."""
    row = json.loads(ask("check", one_wrong[:8], "--jsonl")[0])
    assert len(row["decided"]) == 1 and row["otherwise"][0]["label"] == "CORROBORATED"
    out, err = ask("check", "--machine", "--jsonl")
    row = json.loads(out.splitlines()[-1])
    told = (row["label"], row["machine"], row["otherwise"][0]["label"])
    assert told == ("CORROBORATED", True, "SINGLE") and "with them, 1 of 1 differ" in err


def test_a_report_says_so_at_the_label_and_among_the_decisions(
    one_wrong: str, ask: Callable[..., tuple[str, str]]
) -> None:
    """As it is handed on."""
    page, _ = ask("report", one_wrong[:8])
    assert "label by a reviewer&#39;s decision" in page
    assert "by a reviewer&#39;s decision" in page and "marked wrong by Kim" in page


def test_wherever_a_claim_shows_its_label_it_says_so_too(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows, linked data, the browser's list, the page of a speaker, and not while nobody decided."""

    def read() -> tuple[list[bool], str, list[str], str, str]:
        with open_store(two) as store:
            bring_up_to_date(store)
            first = next(store.claims.select())
        capsys.readouterr()
        printed = []
        for words in (["list", "--jsonl"], ["export", "--csv"], ["export", "--as", "annotations"]):
            main(words)
            printed.append(capsys.readouterr().out)
        rows = [json.loads(line)["label_decided"] for line in printed[0].splitlines()]
        column = [row["label_decided"] for row in csv.DictReader(io.StringIO(printed[1]))]
        main(["report", "speaker:Reyer"])
        return rows, printed[2], column, claim_cells(first)[0].plain, capsys.readouterr().out

    rows, linked, column, cell, page = read()
    assert (rows, column, cell) == ([False, False], ["false", "false"], "·●")
    assert "by a reviewer" not in linked + page
    with open_store(two) as store:
        b = [claim.id for claim in store.claims.select()][1]
        store.decisions.decide("Kim", [Move("status", b, "wrong")])
    rows, linked, column, cell, page = read()
    assert (rows, column, cell) == ([True, False], ["true", "false"], "·◔✎")
    assert linked.count("label by a reviewer's decision") == 1
    assert "label by a reviewer&#39;s decision" in page


def _decided_at_random(store: Store, chance: random.Random) -> None:
    """Twelve decisions of all kinds."""
    claims = [claim.id for claim in store.claims.select()]
    speakers = [speaker.id for speaker in store.speakers.select()]
    articles = [article.id for article in store.articles.select()]
    kinds: list[Callable[[], Move]] = [
        lambda: Move("status", chance.choice(claims), "wrong"),
        lambda: Move("status", chance.choice(claims), "correct"),
        lambda: Move("stance", chance.choice(claims), chance.choice(["deny/positive", "assert/negative"])),
        lambda: Move("speaker", chance.choice(claims), chance.choice(["Ana Reyes", "Mira Oduya"])),
        lambda: Move("content", chance.choice(claims), "[[0, 30]]"),
        lambda: Move("chain", chance.choice(claims), '["Radio Keld"]'),
        lambda: _pair("origin", *chance.sample(claims, 2), relation="same"),
        lambda: _pair("proposition", *chance.sample(claims, 2), same=chance.random() < 0.5),
        lambda: Move("merge", *chance.sample(speakers, 2)),
        lambda: Move("outlet", chance.choice(articles), "Tarn Post"),
    ]  # fmt: skip
    for make in chance.choices(kinds, k=12):
        store.decisions.decide("Kim", [make()])
    entered = {"article": articles[0], "content": [[0, 20]], "speaker": "Mira Oduya"}
    store.decisions.add_claim("Kim", entered)


def _plain(verdicts: Any) -> list[tuple[Any, ...]]:
    return [(v.id, *shown(v, [(m.claim.id, m) for m in v.claims])) for v in verdicts]


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 20))]
)
def test_without_decisions_a_store_stands_as_if_nobody_had_decided_anything(
    tmp_path: Path, seed: int
) -> None:
    """Verdicts, reasons, order and number are those of a store of the same articles; and nothing of it
    is kept."""
    with open_store(tmp_path / "plain.db") as plain, open_store(tmp_path / "decided.db") as decided:
        for store in (plain, decided):
            for number in range(10):
                store.articles.save(made(number, seed))
            bring_up_to_date(store)
        _decided_at_random(decided, random.Random(seed))
        bring_up_to_date(decided)
        stands = list(decided.propositions.select())
        found = machine_verdicts(decided, Filters(), None)
        without = list(found.verdicts)
        assert _plain(without) == _plain(plain.propositions.select())
        assert found.count == len(without)
        assert list(decided.propositions.select()) == stands
        single = Filters(label=("SINGLE",))
        narrowed = machine_verdicts(decided, single, None)
        assert _plain(narrowed.verdicts) == _plain(plain.propositions.select(single))


def test_where_many_decisions_would_have_to_be_weighed_one_verdict_says_how_to_ask(
    two: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verdict is shown at once, and the other one by its own command."""
    with open_store(two) as store:
        a, b = (claim.id for claim in store.claims.select())
        store.decisions.decide("Kim", [Move("status", b, "wrong")])
    monkeypatch.setattr("cli.jobs.machine_verdicts.MAX_AT_ONCE", 0)
    main(["check", a[:8]])
    out, err = capsys.readouterr()
    assert "marked wrong by Kim" in out and "Without people's decisions" not in out
    asked = re.search(r"`onrecord (check \w+ --machine)`", err)
    assert asked is not None
    main(asked[1].split())
    assert "CORROBORATED (without decisions)" in capsys.readouterr().out


@pytest.fixture(params=["opened to be read", "a disk that is read-only", "a role that may read"])
def readers_alone(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Store], None]], Store]:
    """Opens a store that somebody filled in a way in which nothing of it can be changed."""

    def opened(fill: Callable[[Store], None]) -> Store:
        location = str(tmp_path / "read.db")
        if request.param == "a role that may read":
            location = request.getfixturevalue("postgres").new()
        with open_store(location) as store:
            fill(store)
        if request.param == "a disk that is read-only":
            monkeypatch.setattr("store.database.session.os.access", lambda *_: False)
        if request.param != "a role that may read":
            return open_store(
                location, create=False, read_only=request.param != "a disk that is read-only"
            )
        with create_engine(location, isolation_level="AUTOCOMMIT").connect() as owner:
            owner.exec_driver_sql("DROP ROLE IF EXISTS looker")
            owner.exec_driver_sql("CREATE ROLE looker LOGIN")
            owner.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker")
        return open_store(location.replace("//onrecord@", "//looker@"), create=False)

    return opened


def test_a_store_that_can_only_be_read_shows_both(
    readers_alone: Callable[[Callable[[Store], None]], Store],
) -> None:
    """Verdicts as they stand with what they would be, and those without decisions, searched too."""
    claims: list[str] = []

    def fill(store: Store) -> None:
        for number, name in enumerate(NAMES):
            store.articles.save(_reading(number, name))
        claims.extend(claim.id for claim in store.claims.select())
        store.decisions.decide("Kim", [Move("status", claims[1], "wrong")])
        bring_up_to_date(store)

    with readers_alone(fill) as store:
        shown = with_other_verdict(store, store.propositions.get(claims[0]))
        assert (shown.label, [other.label for other in shown.otherwise or ()]) == (
            "SINGLE",
            ["CORROBORATED"],
        )
        for asked in (Filters(), Filters(text=("Lower Tarn",))):
            found = machine_verdicts(store, asked, None)
            assert [verdict.label for verdict in found.verdicts] == ["CORROBORATED"]
        assert store.propositions.get(claims[0]).label == "SINGLE"
