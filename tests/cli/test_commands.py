"""Commands over a hand-made store: what they print, say and exit with."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.command_table import COMMANDS
from cli.main import main
from cli.query import WORDS, parse_query, spell
from store.records import Filters

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"


def golden(name: str, found: str) -> None:
    """Equal to the golden file, ids cut out; ONRECORD_GOLDEN=1 writes it."""
    found = re.sub(r"\b[0-9a-f]{32}\b", "ID", re.sub(r"(?m)^[0-9a-f]{8}(?=\b)", "IDIDIDID", found))
    if os.environ.get("ONRECORD_GOLDEN"):
        (GOLDEN / name).write_text(found, encoding="utf-8")
    assert found == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name,arguments",
    [
        ("list.txt", ["list"]),
        ("list.json", ["list", "--json"]),
        ("list.csv", ["list", "--csv"]),
        ("list.tsv", ["list", "--tsv"]),
        ("list.jsonl", ["list", "--jsonl"]),
        ("list.md", ["list", "--markdown"]),
        ("speakers.txt", ["speakers"]),
        ("speakers.csv", ["speakers", "--csv"]),
        ("speakers.md", ["speakers", "--markdown"]),
        ("check.csv", ["check", "--csv"]),
        ("check.md", ["check", "--markdown"]),
        ("runs.txt", ["runs"]),
        ("runs.csv", ["runs", "--csv"]),
        ("copies.txt", ["copies"]),
        ("copies.csv", ["copies", "--csv"]),
        ("copies.jsonl", ["copies", "--jsonl"]),
        ("speaker.txt", ["speaker", "Mira"]),
        ("check.txt", ["check"]),
        ("check.jsonl", ["check", "--jsonl"]),
        ("export.csv", ["export", "--csv"]),
        ("audit.txt", ["audit"]),
        ("audit.csv", ["audit", "--csv"]),
        ("audit.md", ["audit", "--markdown"]),
        ("audit.json", ["audit", "--json"]),
        ("export.jsonl", ["export", "--jsonl"]),
    ],
)
def test_output_is_the_golden_one(
    name: str, arguments: list[str], store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tables and machine formats are a contract."""
    assert main([*arguments, "--store", str(store_file)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    golden(name, out)


def test_show_marks_the_claim_and_its_chain_without_colour(
    store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Content, cue and source are told apart by brackets; the chain stands in one line."""
    main(["list", "--jsonl", "--speaker", "Oduya", "--store", str(store_file)])
    claim = json.loads(capsys.readouterr().out)
    assert main(["show", claim["id"][:8], "--store", str(store_file)]) == 0
    out = capsys.readouterr().out
    assert "[told]" in out and "{Mira Oduya}" in out and "«The [red]bridge[/nope]" in out
    assert "← Mira Oduya ← Tarne Herald ← LNA" in " ".join(out.split())
    assert "\x1b" not in out and "\x07" not in out


def test_list_says_which_speakers_matched(
    store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The names go to stderr, not into the data."""
    main(["list", "speaker:oduya", "--jsonl", "--store", str(store_file)])
    assert "Mira Oduya" in capsys.readouterr().err


def test_a_name_of_several_speakers_is_listed_and_refused(
    store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is picked silently."""
    assert main(["speaker", "Oduya", "--store", str(store_file)]) == 2
    assert "Mira Oduya" in (err := capsys.readouterr().err) and "Tam Oduya" in err


def test_check_exit_code_is_one_when_something_is_listed(store_file: Path) -> None:
    """Only with --exit-code."""
    assert main(["check", "--store", str(store_file)]) == 0
    assert main(["check", "--exit-code", "--store", str(store_file)]) == 1


@pytest.mark.parametrize(
    "arguments,code",
    [
        (["lst"], 2),
        (["list", "--spe", "x"], 2),
        (["list", "--since", "soon"], 2),
        (["list", "--json", "--csv"], 2),
        (["export"], 2),
        (["list", "--store", "/nonexistent/x.db"], 4),
        (["show", "ffffff"], 4),
        (["list", "--color", "pink"], 2),
        (["cite", "ffffff", "--markdown", "--csl-json"], 2),
    ],
)
def test_wrong_use_is_one_line_and_a_code(
    arguments: list[str],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No traceback, nothing on stdout."""
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "none.db"))
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert (
        captured.out == ""
        and captured.err.startswith("onrecord: ")
        and captured.err.count("\n") == 1
    )


@pytest.mark.parametrize(
    "word,meant",
    [("speakr:Oduya", "did you mean speaker?"), ("Speaker:Oduya", "did you mean speaker?"),
     ("foo:bar", "the filter words are speaker, outlet"), ("foo:", "foo is no filter word")],
)  # fmt: skip
def test_a_filter_word_that_there_is_not_is_refused(
    word: str, meant: str, store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty list would say that nothing was said."""
    for command in ("list", "check", "speakers", "export"):
        assert main([command, word, "--jsonl", "--store", str(store_file)]) == 2
        assert meant in capsys.readouterr().err


@pytest.mark.parametrize("words", ["at 10:30", "10:30", "https://post.example/a"])
def test_a_text_may_hold_a_colon(words: str, store_file: Path) -> None:
    assert main(["list", words, "--jsonl", "--store", str(store_file)]) == 0


@pytest.mark.parametrize("command", ["show", "cite"])
def test_an_id_of_a_proposition_is_told_from_one_of_nothing(
    command: str, store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` lists propositions, `list` lists claims: their ids are easily mixed up."""
    assert main([command, "d4d4d4", "--store", str(store_file)]) == 2
    assert "is a proposition" in (err := capsys.readouterr().err) and "a1a1a1a1" in err


def test_a_missing_argument_comes_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """The line alone is enough to go on."""
    assert main(["speaker"]) == 2
    assert 'for example `onrecord speaker "Song Zhongping"`' in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_help_starts_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Two real ones at least."""
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.split("Examples:")[1].count(f"onrecord {name.split('_')[0]}") >= 2 or name == "where"
    assert "Exit codes: 0 done; " in out


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_values_in_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No type of Python, and no brackets around brackets."""
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert not re.search(r"<\w|\[\[|\{|\.\.\.\.", out.split("Exit codes:")[0])


@pytest.mark.parametrize("arguments", [["--help"], ["list"], ["export", "--jsonl"]])
def test_light_commands_load_no_engine(
    arguments: list[str], store_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither spaCy nor Textual; in a process of its own, on a store that is not there."""
    heavy = "any(m in sys.modules for m in ('spacy', 'textual', 'onnxruntime'))"
    loads = "import sys, cli.jobs.export, claims.read.roundtrip; from cli.main import main"
    code = f"{loads}; main({arguments!r}); sys.exit({heavy})"
    env = {**os.environ, "ONRECORD_STORE": str(tmp_path / "none.db")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, env=env
    )
    assert done.returncode == 0, done.stderr


@given(
    words=st.lists(st.text(min_size=1, max_size=8).map(str.strip).filter(bool), max_size=3),
    speaker=st.lists(st.text(min_size=1, max_size=8).map(str.strip).filter(bool), max_size=2),
)
def test_spelled_filters_are_parsed_to_the_same(words: list[str], speaker: list[str]) -> None:
    """What a count or a report says of its filters can be typed again."""
    plain = tuple(w for w in words if w.partition(":")[0] not in WORDS)
    filters = Filters(text=plain, speaker=tuple(speaker), since="2017", stance=("deny",))
    assert parse_query(spell(filters)) == filters
