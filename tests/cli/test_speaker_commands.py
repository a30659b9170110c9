"""Who is who on the command line: merge, split, alias, role, proposals, undo, and a speaker's
record; a real store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.main import main
from store.store import open_store

SAID = {
    "a.txt": ("2026-01-01", "Ana Reyes", "the fuel subsidy would end in September"),
    "b.txt": ("2026-02-01", "Ana Reyes", "the fuel subsidy would not end in September"),
    "c.txt": ("2026-03-01", "Bill Tarrant", "the dam holds"),
    "d.txt": ("2026-03-02", "William Tarrant", "the dam is old"),
    "e.txt": ("2026-03-03", "Dr. Ana Reyes", "the bridge is safe"),
}


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with five articles."""
    path = tmp_path / "store.db"
    with open_store(path) as store:
        for doc, (published, who, quote) in SAID.items():
            text = f"{who} said {quote}."
            at = len(who) + 1
            claim = Claim(
                (Span(at, at + 4),), (Span(0, len(who)),), (Span(at + 5, len(text) - 1),), "indirect", Stance(),
                Speaker("person", who, mention=who),
            )  # fmt: skip
            store.articles.save(
                Reading(Article(doc, text, published=published), Header(), (claim,))
            )
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("ONRECORD_REVIEWER", "tester")
    monkeypatch.setenv("COLUMNS", "120")
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command writes; its exit code is checked."""
    capsys.readouterr()
    assert main(list(arguments)) == code
    written = capsys.readouterr()
    return written.out if code == 0 else written.err


def test_a_record_says_what_was_said_before(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In time order, with the earlier claim and its date; in JSON by ids."""
    page = " ".join(run(capsys, "speaker", "Reyes").split())
    assert (
        page.index("end in September")
        < page.index("not end in September")
        < page.index("bridge is safe")
    )
    assert "said before (2026-01-01, " in page and "now the opposite" in page
    loaded = json.loads(run(capsys, "speaker", "Reyes", "--json"))
    ids = [claim["id"] for claim in loaded["claims"]]
    assert loaded["schema"] == 1 and loaded["speaker"]["claims"] == 3
    assert loaded["speaker"]["changes"] == [
        {"before": ids[0], "after": ids[1], "reason": "the opposite"}
    ]


def test_a_proposal_is_listed_accepted_and_taken_back(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its reason; accepted it is gone, undone it is back."""
    (line,) = run(capsys, "proposals", "--jsonl").splitlines()
    proposal = json.loads(line)
    assert {proposal["a"]["name"], proposal["b"]["name"]} == {"Bill Tarrant", "William Tarrant"}
    assert proposal["reasons"] == ["bill may be short for william"]
    assert "are one speaker" in run(capsys, "proposals", "--accept", proposal["id"][:8])
    assert run(capsys, "proposals", "--jsonl") == ""
    assert len(run(capsys, "list", "--speaker", "Bill", "--jsonl").splitlines()) == 2
    assert run(capsys, "undo").startswith("taken back: 1, merge")
    assert len(run(capsys, "proposals", "--jsonl").splitlines()) == 1


def test_merge_alias_and_role_show_on_the_page(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page names every form and why it is there, and the offices."""
    run(capsys, "merge", "Bill Tarrant", "William Tarrant", "--note", "same voice")
    run(capsys, "alias", "William Tarrant", "the Dam Baron")
    run(
        capsys,
        "role",
        "William Tarrant",
        "head of the Dam Authority",
        "--from",
        "2020",
        "--to",
        "2026-06",
    )
    page = run(capsys, "speaker", "baron")
    assert "also: Bill Tarrant; the Dam Baron" in page
    assert "Bill Tarrant: merged by a person" in page
    assert "head of the Dam Authority, 2020 to 2026-06" in page
    decisions = [json.loads(line) for line in run(capsys, "undo", "--list", "--jsonl").splitlines()]
    assert [(d["what"], d["who"]) for d in decisions] == [
        ("role", "tester"),
        ("alias", "tester"),
        ("merge", "tester"),
    ]
    assert decisions[-1]["note"] == "same voice"


def test_a_split_by_article_makes_two_of_one_name(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then the name alone names two, who are listed with ids; an id names one."""
    run(capsys, "split", "Reyes", "--article", "b.txt")
    assert "2 speakers match" in run(capsys, "speaker", "Reyes", code=2)
    ids = [
        json.loads(line)["id"]
        for line in run(capsys, "speakers", "--speaker", "Reyes", "--jsonl").splitlines()
    ]
    assert sorted(len(run(capsys, "speaker", id, "--jsonl").splitlines()) for id in ids) == [1, 2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["merge", "Nobody", "Reyes"], "no speaker has this name"),
        (["merge", "Reyes", "Reyes"], "one speaker already"),
        (["split", "Reyes"], "say what is parted"),
        (["split", "Reyes", "Tarrant"], "names that do: "),
        (["split", "Reyes", "--article", "z.txt"], "no article"),
        (["role", "Reyes", "mayor", "--from", "soon"], "is no date"),
        (["role", "Reyes", "mayor", "--from", "2020", "--to", "2019"], "lies before"),
        (["alias", "Reyes", "!!"], "is no name"),
        (["role", "Reyes", "two people familiar with the plan"], "is no office of somebody"),
        (["proposals", "--accept", "ffffff"], "no proposal ffffff"),
        (["undo"], "nothing to undo"),
        (["undo", "7"], "is not in force"),
    ],
)
def test_wrong_use_is_said_in_one_line(
    where: str, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """What, where, next step; exit code 2 and nothing decided."""
    said = run(capsys, *arguments, code=2)
    assert message in said and said.count("\n") == 1
    with open_store(where) as store:
        assert store.decisions.select() == []
