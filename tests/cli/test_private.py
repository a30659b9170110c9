"""No command and no format lets out who an unnamed source is, unless it is told to; then it is
counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.main import COMMANDS, main
from store.records import Filters, Move
from store.store import open_store

TEXT = "The ferry is unsafe, a senior official said. The ferry is unsafe, Mira Oduya said."
NAME, MARK = "Zora Quince", "Quince"
FORMATS = ("--json", "--jsonl", "--csv", "--tsv", "--markdown")
ONE_CLAIM = ("show", "why", "cite", "history", "review")
LETS_OUT = ("list", "show", "cite", "export", "report", "history")
"""Commands that take --with-private."""
NOTHING_TO_SHOW = ("add", "extract", "demo", "browse", "completion", "help", "doctor", "where")
"""Commands that read no claim, or need a model, a terminal, or another store."""
SAYS_LITTLE = ("merge", "split", "alias", "role", "proposals", "runs", "copies", "redetect")
"""Commands that may print nothing here."""
Run = Callable[..., tuple[str, str]]


def _claim(at: int, mention: str, speaker: Speaker) -> Claim:
    source, cue = TEXT.index(mention), TEXT.index("said", at)
    content = Span(at, at + len("The ferry is unsafe"))
    return Claim(
        (Span(cue, cue + 4),), (Span(source, source + len(mention)),), (content,), "indirect",
        Stance(), speaker, (),
    )  # fmt: skip


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command, piped, on a store in which Kim said who "a senior official" is."""
    path = tmp_path / "r.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("ONRECORD_REVIEWER", "Kim")
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    with open_store(path) as store:
        claims = (
            _claim(0, "a senior official", Speaker("unnamed", mention="a senior official")),
            _claim(
                TEXT.rindex("The"),
                "Mira Oduya",
                Speaker("person", "Mira Oduya", mention="Mira Oduya"),
            ),
        )
        store.articles.save(Reading(Article("a.txt", TEXT, outlet="Post"), Header(), claims))
        id = next(iter(store.claims.select(Filters()))).id
        store.decisions.decide(
            reviewer="Kim", moves=[Move("speaker", id, NAME)], note=f"{NAME} herself"
        )

    def command(*words: str) -> tuple[str, str]:
        capsys.readouterr()
        main([id if word == "ID" else word for word in words])
        return capsys.readouterr()

    return command


def _calls(command: str) -> list[list[str]]:
    """The command on what it can show of the claim, in each of its formats."""
    subjects = {
        "speaker": ["Oduya"], "merge": [NAME, "Oduya"], "split": ["Oduya"], "alias": ["Oduya", "Mira"],
        "role": ["Oduya", "mayor"], "report": ["speaker:Oduya"], "review": ["ID", "--status", "correct"],
    }  # fmt: skip
    given = [command, *subjects.get(command, ["ID"] if command in ONE_CLAIM else [])]
    plain = [given, *([*given, fmt] for fmt in FORMATS)]
    others = {
        "cite": [["cite", "ID", "--csl-json"]],
        "report": [["report"], ["report", "ID"], ["report", "label:UNNAMED"]],
        "check": [["check", "ID"], ["check", "--all"], ["check", "ID", "--jsonl"]],
        "list": [["list", "--sort", "speaker"], ["list", "--reverse", "--jsonl"]],
        "export": [["export", "--as", name, "--jsonl"] for name in ("annotations", "jsonld")],
        "undo": [["undo", "--list"], ["undo", "--list", "--jsonl"]],
        "review": [["review", "--next"], ["review", "--undo"], ["review", "--redo"]],
    }
    return plain + others.get(command, [])


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in NOTHING_TO_SHOW])
def test_no_command_lets_it_out(command: str, run: Run, tmp_path: Path) -> None:
    """Neither piped nor into a file; the name that the user typed is not counted."""
    printed = ""
    for words in _calls(command):
        out, err = run(*words)
        printed += out
        typed = MARK in " ".join(words)
        assert MARK not in out and (typed or MARK not in err), words
    assert printed or command in SAYS_LITTLE
    for name in ("x.csv", "x.json", "x.txt", "x.html"):
        file = tmp_path / name
        run(*_calls(command)[0], "-o", str(file))
        assert not file.exists() or MARK not in file.read_text(encoding="utf-8"), name


@pytest.mark.parametrize("command", LETS_OUT)
def test_who_asks_for_it_gets_it_and_is_told(command: str, run: Run) -> None:
    """In every format, with the number of names on stderr."""
    formats = (
        ("--jsonl",) if command == "export" else () if command in ("cite", "report") else FORMATS
    )
    subject = ["ID"] if command not in ("list", "export") else []
    for words in ([command, *subject], *([command, *subject, fmt] for fmt in formats)):
        if words == ["export"]:
            continue
        out, err = run(*words, "--with-private")
        assert MARK in out, words
        assert command == "history" or "1 private name of unnamed sources let out" in err


def test_the_article_s_words_stay_the_article_s(run: Run) -> None:
    """A citation names nobody whom the paper did not name."""
    line, _ = run("cite", "ID")
    assert line.startswith("a senior official (unnamed, ")
    told, _ = run("cite", "ID", "--with-private")
    assert f"a reviewer's word and not the article's: the source is {NAME}]" in told


def test_a_screen_marks_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the article's own words."""
    monkeypatch.setattr("cli.output.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")
    out, _ = run("show", "ID")
    assert f"a senior official (private: {NAME})" in out
    listed, _ = run("list")
    assert "(private: " in listed


def test_a_reviewer_is_told_that_it_is_private(run: Run) -> None:
    """At once, and how to say that the article does name the source."""
    out, err = run("review", "ID", "--speaker", NAME)
    assert "kept as a private decision" in err and MARK not in out
    _, err = run("review", "ID", "--source", "Mira Oduya", "--speaker", "Mira Oduya")
    assert "private" not in err
