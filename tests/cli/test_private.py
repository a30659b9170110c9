"""No command and no format lets out who an unnamed source is, unless it is told to; then it is
counted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.command_table import COMMANDS
from cli.main import main
from store.records import Filters, Move
from store.store import open_store

TEXT = "The ferry is unsafe, a senior official said. The ferry is unsafe, Mira Oduya said."
NAME, MARK = "Zora Quince", "Quince"
LATER_NOTE = "Quince rang me"
"""Written on the claim after the decision, and on its own."""
FORMATS = ("--json", "--jsonl", "--csv", "--tsv", "--markdown")
ONE_CLAIM = ("show", "why", "cite", "history", "review")
LETS_OUT = ("list", "show", "cite", "export", "report", "history")
"""Commands that take --with-private."""
NOT_TRIED = ("extract", "demo", "browse", "help", "serve")
"""Commands that read no store, make one of their own, need a terminal, or go on until they are stopped (see
tests/cli/web/)."""
SAYS_LITTLE = (
    "add",
    "changes",
    "pull",
    "merge",
    "split",
    "alias",
    "role",
    "proposals",
    "runs",
    "copies",
    "redetect",
    "completion",
    "copy",
    "forget",
)
"""Commands that may print nothing here."""
LOADS_A_MODEL = ("redetect", "proof")
"""At each call, which takes long."""
ENDINGS = ("csv", "tsv", "json", "jsonl", "md", "parquet", "txt", "html")
Run = Callable[..., tuple[str, str]]


def _claim(at: int, mention: str, speaker: Speaker) -> Claim:
    source, cue = TEXT.index(mention), TEXT.index("said", at)
    content = Span(at, at + len("The ferry is unsafe"))
    return Claim(
        (Span(cue, cue + 4),), (Span(source, source + len(mention)),), (content,), "indirect",
        Stance(), speaker, (),
    )  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store in which Kim said who "a senior official" is, and the claim's id."""
    path = tmp_path_factory.mktemp("told") / "r.db"
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
        store.decisions.decide("Kim", [Move("status", id, "correct")], note=LATER_NOTE)
    return path, id


@pytest.fixture
def run(
    told: tuple[Path, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Runs a command, piped, on a copy of that store."""
    path, id = shutil.copy(told[0], tmp_path / "r.db"), told[1]
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("ONRECORD_REVIEWER", "Kim")
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    draft = tmp_path / "draft.txt"
    draft.write_text("“The ferry is unsafe,” a senior official said.", encoding="utf-8")
    stands_for = {"ID": id, "DRAFT": str(draft)}

    def command(*words: str) -> tuple[str, str]:
        capsys.readouterr()
        main([stands_for.get(word, word) for word in words])
        return capsys.readouterr()

    return command


FURTHER: dict[str, list[list[str]]] = {
    "cite": [["cite", "ID", "--csl-json"]],
    "report": [["report"], ["report", "ID"], ["report", "label:UNNAMED"]],
    "check": [
        ["check", "ID"],
        ["check", "--all"],
        ["check", "ID", "--jsonl"],
        ["check", "a.txt"],
        ["check", "a.txt", "--json"],
        ["check", "--machine"],
        ["check", "ID", "--machine", "--json"],
    ],
    "new": [
        ["new", "--reader", str(n), *more] for n, more in enumerate(([], ["--jsonl"], ["--mail"]))
    ],
    "speakers": [["speakers", NAME]],
    "list": [["list", "--sort", "speaker"], ["list", "--reverse", "--jsonl"]],
    "export": [["export", "--as", name, "--jsonl"] for name in ("annotations", "jsonld")],
    "proof": [["proof", "DRAFT", *more] for more in (["--json"], ["--html"])],
    "undo": [["undo", "--list"], ["undo", "--list", "--jsonl"]],
    "review": [["review", "--next"], ["review", "--undo"], ["review", "--redo"]],
}
"""Other ways to ask a command for the claim."""


def _calls(command: str) -> list[list[str]]:
    """The command on what it can show of the claim, in each of its formats."""
    subjects = {
        "speaker": ["Oduya"], "merge": [NAME, "Oduya"], "split": ["Oduya"], "alias": ["Oduya", "Mira"],
        "role": ["Oduya", "mayor"], "report": ["speaker:Oduya"], "review": ["ID", "--status", "correct"],
        "add": ["no-such-file.txt"], "completion": ["bash"], "proof": ["DRAFT"],
        "copy": ["no-such.db", "new.db"],
    }  # fmt: skip
    given = [command, *subjects.get(command, ["ID"] if command in ONE_CLAIM else [])]
    formats = () if command in LOADS_A_MODEL else FORMATS
    plain = [given, *([*given, fmt] for fmt in formats)]
    return plain + FURTHER.get(command, [])


def _as_text(file: Path) -> str:
    """What a file holds, Parquet as its columns."""
    if file.read_bytes().startswith(b"PAR1"):
        import pyarrow.parquet

        return repr(pyarrow.parquet.read_table(file).to_pydict())
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in NOT_TRIED])
def test_no_command_lets_it_out(command: str, run: Run, tmp_path: Path) -> None:
    """Neither piped nor into a file; the name that the user typed is not counted."""
    printed = ""
    for words in _calls(command):
        out, err = run(*words)
        printed += out
        typed = MARK in " ".join(words)
        assert MARK not in out and (typed or MARK not in err), words
    assert printed or command in SAYS_LITTLE
    for ending in () if command in LOADS_A_MODEL else ENDINGS:
        file = tmp_path / f"x.{ending}"
        run(*_calls(command)[0], "-o", str(file))
        assert not file.exists() or MARK not in _as_text(file), ending


def test_a_shell_that_completes_offers_no_private_name(run: Run, tmp_path: Path) -> None:
    """Nor does the list of names to choose from."""
    from store.name_lookup import names_beginning, names_with_word

    path = str(tmp_path / "r.db")
    assert names_beginning(path, "speaker", "Mira") == ["Mira Oduya"]
    assert not names_beginning(path, "speaker", "Zor") + names_with_word(path, "speaker", "Quin")


def test_nothing_that_python_is_handed_holds_it(run: Run, tmp_path: Path) -> None:
    """Claims, verdicts, decisions, queues and what weighing takes, of a store opened as usual."""
    with open_store(tmp_path / "r.db") as store:
        handed = repr(
            [
                *store.claims.select(), *store.propositions.select(), *store.speakers.select(),
                *store.articles.select(), *store.decisions.select(), *store.decisions.latest(9),
                *store.corroboration.stated_articles(), store.claims.coverage(Filters()),
            ]
        )  # fmt: skip
    assert "Mira Oduya" in handed and MARK not in handed


def test_notes_on_the_claim_stay_with_the_name_once_it_was_said(run: Run) -> None:
    """Also one written later, and after the decision was taken back."""
    told, _ = run("history", "ID", "--with-private")
    assert LATER_NOTE in told and "(private)" in told
    run("review", "--undo")
    run("review", "--undo")
    for words in (["history", "ID"], ["undo", "--list"], ["show", "ID", "--json"]):
        out, err = run(*words)
        assert MARK not in out + err, words


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
        assert "1 private name of unnamed sources let out" in err


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


@pytest.mark.parametrize(
    "words",
    [
        *(["export", fmt] for fmt in FORMATS),
        *(["export", "--as", name] for name in ("annotations", "jsonld")),
        ["cite", "ID"], ["cite", "ID", "--csl-json"], ["report"], ["report", "ID"], ["new", "--mail"],
    ],
)  # fmt: skip
def test_what_is_made_to_be_handed_on_holds_it_on_no_terminal_either(
    words: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the name nor the notes of its claim: a screen is copied from."""
    monkeypatch.setattr("cli.output.on_terminal", lambda: True)
    out, err = run(*words)
    assert MARK not in out + err


def test_a_reviewer_is_told_that_it_is_private(run: Run) -> None:
    """At once, and how to say that the article does name the source."""
    out, err = run("review", "ID", "--speaker", NAME)
    assert "kept as a private decision" in err and MARK not in out
    _, err = run("review", "ID", "--source", "Mira Oduya", "--speaker", "Mira Oduya")
    assert "private" not in err


def test_a_reviewer_is_told_so_too_where_the_machine_took_the_source_for_something(
    run: Run, tmp_path: Path
) -> None:
    """The claim keeps the machine's speaker."""
    text = "The minister said the dam holds."
    cue, content = (Span(13, 17),), (Span(18, 31),)
    taken_for = Speaker("person", "Ilse Marrant", mention="The minister")
    claim = Claim(cue, (Span(0, 12),), content, "indirect", Stance(), taken_for, ())
    with open_store(tmp_path / "r.db") as store:
        store.articles.save(Reading(Article("b.txt", text), Header(), (claim,)))
        id = next(c.id for c in store.claims.select() if c.doc == "b.txt")
    _, err = run("review", id, "--speaker", NAME)
    assert "kept as a private decision" in err
    _, err = run("review", id, "--speaker", "-")
    assert "private" not in err


def test_a_chain_names_nobody_whom_the_article_does_not_name(run: Run) -> None:
    """It is handed on as the article's; a word of the article, or an outlet, is."""
    _, err = run("review", "ID", "--via", NAME)
    assert "names no 'Zora Quince'" in err
    out, _ = run("review", "ID", "--via", "a senior aide", "--via", "Reuters")
    assert "a senior aide ← Reuters" in out
