"""`review`, `history`, `quality` and what lists show of them, through the command line on a real
store."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.jobs.quality import Rate, wilson
from cli.main import main
from store.store import open_store

TEXT = "The bridge will open in May, Ana Reyes told reporters. Marta Quill said tolls rise."


def made(content: str, cue: str, who: str) -> Claim:
    """A claim of the text."""
    places = [(Span(TEXT.index(w), TEXT.index(w) + len(w)),) for w in (cue, who, content)]
    return Claim(
        places[0],
        places[1],
        places[2],
        "indirect",
        Stance(),
        Speaker("person", who, mention=who),
        (),
    )


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Runs a command as Kim on a store of two claims; gives stdout, and stderr where it fails."""
    path = tmp_path / "r.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("ONRECORD_REVIEWER", "Kim")
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    with open_store(path) as store:
        claims = (
            made("The bridge will open in May", "told", "Ana Reyes"),
            made("tolls rise", "said", "Marta Quill"),
        )
        store.articles.save(
            Reading(Article("a.txt", TEXT, outlet="Harbour Post"), Header(), claims)
        )

    def command(*words: str, code: int = 0) -> str:
        capsys.readouterr()
        assert main(list(words)) == code
        said = capsys.readouterr()
        return said.out if code == 0 else said.err

    return command


def first(run: Callable[..., str]) -> str:
    """The id of the first claim."""
    return str(json.loads(run("list", "--jsonl").splitlines()[0])["id"])


def test_a_status_and_a_note_are_decided_without_a_terminal(run: Callable[..., str]) -> None:
    """And shown in list, history and by the filter."""
    id = first(run)
    assert "✗ wrong" in run("review", id[:8], "--status", "wrong", "--note", "a headline")
    row = json.loads(run("list", "status:wrong", "--jsonl"))
    assert (row["id"], row["status"], row["reviewer"], row["note"]) == (
        id,
        "wrong",
        "Kim",
        "a headline",
    )
    (decision,) = json.loads(run("history", id, "--json"))["decisions"]
    assert (decision["who"], decision["what"], decision["new"], decision["stands"]) == (
        "Kim",
        "status",
        "wrong",
        True,
    )


def test_an_id_as_short_as_check_lists_it_opens_the_evidence(run: Callable[..., str]) -> None:
    """Eight letters of the table are enough to ask for the rest."""
    row = next(line for line in run("check").splitlines() if "bridge" in line)
    assert len(row.split()[0]) == 8
    assert "The bridge will open in May" in run("check", row.split()[0])


def test_several_values_are_one_act(run: Callable[..., str]) -> None:
    """Machine and human value stand side by side, and one undo takes all back."""
    id = first(run)
    out = run(
        "review",
        id,
        "--speaker",
        "Lu Marsh",
        "--content",
        "The bridge",
        "--content",
        "in May",
        "--stance",
        "deny",
    )
    assert "speaker: Lu Marsh (machine: Ana Reyes)" in out
    row = json.loads(run("list", "speaker:Marsh", "--jsonl"))
    assert row["quote"] == "The bridge … in May" and row["machine"]["speaker"] == "Ana Reyes"
    assert "Lu Marsh  (machine: Ana Reyes)" in run("show", id)
    run("review", "--undo")
    assert json.loads(run("list", "--jsonl").splitlines()[0])["machine"] is None
    run("review", "--redo")
    assert json.loads(run("list", "speaker:Marsh", "--jsonl"))["stance"] == "deny"
    said = run("undo")
    assert "stance" in said and "content" in said and "speaker" in said
    assert json.loads(run("list", "--jsonl").splitlines()[0])["machine"] is None


def test_next_prints_the_claim_and_never_repeats(run: Callable[..., str]) -> None:
    """Off a terminal nothing is asked."""
    for _ in range(2):
        row = json.loads(run("review", "--next", "--jsonl"))
        run("review", row["id"], "--status", "unsure")
    assert run("review", "--next") == ""
    assert [json.loads(line)["status"] for line in run("list", "--jsonl").splitlines()] == [
        "unsure"
    ] * 2


def test_a_missed_claim_and_an_article_read_wholly_make_recall(run: Callable[..., str]) -> None:
    """Two found, one missed: recall two thirds, in an interval."""
    out = run(
        "review", "a.txt", "--add", "--content", "open in May", "--source", "reporters", "--json"
    )
    (claim,) = json.loads(out)["claims"]
    assert claim["added"] and claim["quote"] == "open in May" and claim["mention"] == "reporters"
    run("review", "a.txt", "--read")
    run("review", first(run), "--status", "correct")
    whole = json.loads(run("quality", "--json"))["quality"][0]
    assert (whole["recall"]["hits"], whole["recall"]["of"]) == (2, 3)
    assert whole["precision"]["value"] == 1.0 and whole["precision"]["low"] == pytest.approx(
        0.2065, abs=1e-4
    )


def test_an_outlet_is_put_right(run: Callable[..., str]) -> None:
    """On the article, by its doc."""
    run("review", "a.txt", "--outlet", "Coast Post")
    assert {json.loads(line)["outlet"] for line in run("list", "--jsonl").splitlines()} == {
        "Coast Post"
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say one thing"),
        (("ffffff", "--status", "wrong"), "no claim"),
        (("ID", "--status", "good"), "is none of"),
        (("ID", "--status", "corrected"), "follows from"),
        (("ID", "--content", "nowhere"), "does not hold"),
        (("ID", "--stance", "shout"), "is none of"),
        (("ID", "--same-as", "ID"), "itself"),
        (("--next", "--undo"), "say one thing"),
    ],
)
def test_wrong_use_is_one_line_and_writes_nothing(
    run: Callable[..., str], words: tuple[str, ...], said: str
) -> None:
    """What, where, next step."""
    id = first(run)
    err = run("review", *(id if word == "ID" else word for word in words), code=2)
    assert said in err and err.count("\n") == 1
    assert json.loads(run("history", id, "--json"))["decisions"] == []


def test_the_reviewers_name_is_found_in_order(
    run: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Option, environment, settings, login name."""
    from cli.reviewer import reviewer

    assert (reviewer("Lu"), reviewer()) == ("Lu", "Kim")
    monkeypatch.delenv("ONRECORD_REVIEWER")
    (tmp_path / "config.toml").write_text('[review]\nname = "Jo"\n')
    assert reviewer() == "Jo"
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    (tmp_path / "config.toml").unlink()
    assert reviewer() == "login"
    (tmp_path / "config.toml").write_text("[reviw]\n")
    assert "no section" in run("review", "--undo", code=2)


def test_wilsons_interval_is_the_known_one() -> None:
    """Newcombe (1998), 81 of 263: .2553 to .3662; all or nothing stays within 0 and 1."""
    low, high = wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    assert wilson(0, 0) == (0.0, 1.0) and wilson(5, 5)[1] == 1.0 and wilson(0, 5)[0] == 0.0
    assert Rate(0, 0).value is None


def test_changes_of_a_reading_are_told_apart() -> None:
    """Added, dropped, changed, and kept because a person decided."""
    from dataclasses import replace

    from cli.jobs.redetect import changes
    from store.records import ClaimRecord

    base = ClaimRecord(
        *[""] * 8,
        (),
        (),
        (),
        *[""] * 5,
        False,
        False,
        None,
        None,
        "",
        (),
        None,
        None,
        None,
        False,
        (),
        0,
        (),
    )  # type: ignore[arg-type]
    a, b, c, d = (replace(base, id=id) for id in "abcd")
    after = [
        replace(a, quote="new"),
        replace(b, vanished=True),
        replace(c, found=False),
        replace(d),
    ]
    found = [(change.outcome, change.claim.id, change.was) for change in changes([a, b, c], after)]
    assert found == [
        ("changed", "a", {"quote": base.quote}),
        ("dropped", "b", {}),
        ("kept", "c", {}),
        ("added", "d", {}),
    ]


def test_an_outlet_of_the_store_may_have_passed_words_on(
    run: Callable[..., str], tmp_path: Path
) -> None:
    """Also where the article does not name it and no list of media knows it."""
    claim = json.loads(run("list", "--jsonl").splitlines()[0])["id"]
    assert "names no 'Brask Ledger'" in run("review", claim, "--via", "Brask Ledger", code=2)
    with open_store(tmp_path / "r.db") as store:
        store.articles.save(
            Reading(Article("b.txt", "It rained.", outlet="Brask Ledger"), Header(), ())
        )
    assert "Brask Ledger" in run("review", claim, "--via", "Brask Ledger")
