"""`onrecord proof`: what is printed, said and exited with, over a store made by hand; nothing is written."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.main import main
from store import open_store

TEXT = "“The quay will close in May,” Mira Oduya said. A person close to the board said the toll would double."
DRAFT = "“The quay will close in June,” Mira Oduya said. “The quay will close in May,” Mira Oduya added."
OTHER = "“The quay will close in May,” Tam Lorne said."
UNKNOWN = "“My goat has a passport,” Mira Oduya said."


def at(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def claim(text: str, content: str, who: str, cue: str = "said", kind: str = "direct") -> Claim:
    """A claim of a text."""
    named = who[0].isupper() and " " in who and not who.startswith("A ")
    speaker = (
        Speaker("person", who, mention=who) if named else Speaker("unnamed", None, mention=who)
    )
    return Claim(at(text, cue), at(text, who), at(text, content), kind, Stance(), speaker)  # type: ignore[arg-type]


READ = {
    DRAFT: (
        claim(DRAFT, "The quay will close in June", "Mira Oduya"),
        claim(DRAFT, "The quay will close in May", "Mira Oduya", "added"),
    ),
    OTHER: (claim(OTHER, "The quay will close in May", "Tam Lorne"),),
    UNKNOWN: (claim(UNKNOWN, "My goat has a passport", "Mira Oduya"),),
}
Proof = Callable[..., int]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one article."""
    path = tmp_path / "made.db"
    claims = (
        claim(TEXT, "The quay will close in May", "Mira Oduya"),
        claim(TEXT, "the toll would double", "A person close to the board", kind="indirect"),
    )
    article = Article("quay.txt", TEXT, outlet="Tarne Herald", published="2026-05-04")
    with open_store(path) as made:
        made.articles.save(Reading(article, Header(), claims))
    return path


@pytest.fixture
def proof(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> Proof:
    """Runs the command over drafts whose claims a machine would find."""

    def readings(paths: list[str], *_: Any, **__: Any) -> Iterator[Reading]:
        for path in paths:
            text = Path(path).read_text(encoding="utf-8")
            language = "fr" if text.startswith("Le ") else None
            article = Article(path, text, published="2026-05-10", unread_language=language)
            yield Reading(article, Header(), READ.get(text, ()))

    def run(text: str, *options: str, where: Path = store) -> int:
        draft = tmp_path / "draft.txt"
        draft.write_text(text, encoding="utf-8")
        return main(["proof", str(draft), "--store", str(where), *options])

    monkeypatch.setattr("cli.jobs.extract.readings", readings)
    monkeypatch.setenv("COLUMNS", "100")
    return run


def test_each_passage_has_its_verdict_and_what_shows_it(
    proof: Proof, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sentence, words side by side by signs, passage, outlet, day, and a tally among how many articles."""
    assert proof(DRAFT) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "1 ≈ altered: time" in out and "[-May-] {+June+}" in out
    assert "«The quay will close in May»" in out
    assert "— Mira Oduya · Tarne Herald · 2026-05-04" in out
    assert "2 ✓ verbatim" in out and "unreviewed" in out
    assert "2 passages, 1 to look at: 1 verbatim, 1 altered; among the 1 article added" in out


def test_rows_for_machines(proof: Proof, capsys: pytest.CaptureFixture[str]) -> None:
    """One document, lines, and a table of Markdown."""
    assert proof(OTHER, "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found["verdict"] == "other speaker" and found["speaker"] == "Tam Lorne"
    assert found["places"][0]["speaker"] == "Mira Oduya" and found["places"][0]["named"]
    assert OTHER[found["start"] : found["end"]] == found["words"]
    assert proof(DRAFT, "--jsonl") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert proof(DRAFT, "--markdown") == 0 and proof(DRAFT, "--csv") == 0
    assert "altered" in capsys.readouterr().out


@pytest.mark.parametrize(("text", "code"), [(DRAFT, 1), (OTHER, 1), (UNKNOWN, 1), ("No word.", 0)])
def test_the_exit_code_says_whether_anything_needs_a_look(
    proof: Proof, text: str, code: int
) -> None:
    """Only where it is asked for."""
    assert proof(text, "--exit-code") == code
    assert proof(text) == 0


def test_filters_limit_what_counts_as_the_record(
    proof: Proof, capsys: pytest.CaptureFixture[str]
) -> None:
    """What they leave out is not on record."""
    assert proof(OTHER, "--since", "2027", "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found["verdict"] == "not on record" and found["places"] == []


def test_nothing_is_written(proof: Proof, store: Path) -> None:
    """Not a byte, also while somebody else holds the store to write."""
    before = hashlib.sha256(store.read_bytes()).digest()
    assert proof(DRAFT) == 0
    assert hashlib.sha256(store.read_bytes()).digest() == before
    with sqlite3.connect(store) as other:
        other.execute("BEGIN IMMEDIATE")
        assert proof(DRAFT) == 0
        other.rollback()


def test_what_there_is_nothing_to_look_up_in(
    proof: Proof, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another language, nothing quoted, an empty store and none at all are said."""
    french = (
        "Le maire a dit : « Le quai fermera en mai prochain », puis “the quay will close in May”."
    )
    assert proof(french, "--jsonl", "--exit-code") == 3
    out, err = capsys.readouterr()
    assert out == "" and "in a language that is not read (fr)" in err
    assert proof(french, "--html", "-o", str(tmp_path / "fr.html")) == 3
    page = (tmp_path / "fr.html").read_text(encoding="utf-8")
    assert "No passage was looked up: in a language that is not read (fr)." in page
    capsys.readouterr()
    assert proof("The sea was calm.") == 0
    assert "nothing in it is quoted or attributed" in capsys.readouterr().err
    with open_store(tmp_path / "empty.db"):
        pass
    assert proof(DRAFT, where=tmp_path / "empty.db") == 0
    assert "holds no articles" in capsys.readouterr().err
    assert proof(DRAFT, where=tmp_path / "none.db") == 4
    assert not (tmp_path / "none.db").exists()


def test_hostile_text_is_shown_harmless(
    tmp_path: Path, proof: Proof, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes of a draft reach no terminal, and markup stays letters."""
    text = "“[red]The quay\x1b]0;owned\x07 will close in May[/nope]” Mira Oduya said."
    READ[text] = (claim(text, text[1 : text.index("”")], "Mira Oduya"),)
    assert proof(text) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\x07" not in out and "[red]" in out


@pytest.mark.slow
@pytest.mark.parametrize("joint", ["\n", " "])
def test_five_thousand_quotations_end(
    proof: Proof, capsys: pytest.CaptureFixture[str], joint: str
) -> None:
    """Each costs the same, in claims and in none, in lines of their own and in one."""
    words = [f"The quay number {n} will close in May" for n in range(5000)]
    text = joint.join(f"“{one},” said Mira Oduya." for one in words)
    places = [text.index(one) for one in words[::2]]
    READ[text] = tuple(
        Claim((), (), (Span(at, text.index(",”", at)),), "direct", Stance(), Speaker("person", "Mira Oduya"))
        for at in places
    )  # fmt: skip
    assert proof(text, "--jsonl") == 0
    assert len(capsys.readouterr().out.splitlines()) == 5000


def test_a_page_is_written_by_option_or_by_name(
    proof: Proof, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same page; beside another format it is refused."""
    text = "“The quay is dry,” said Mira Oduya."
    by_name, by_option = tmp_path / "a.html", tmp_path / "b.txt"
    assert proof(text, "-o", str(by_name)) == 0
    assert proof(text, "--html", "-o", str(by_option)) == 0
    pages = [file.read_text(encoding="utf-8") for file in (by_name, by_option)]
    assert all(page.startswith("<!DOCTYPE html>") and "Proof of" in page for page in pages)
    assert proof(text, "--html", "--json") == 2
    assert "exclude each other" in capsys.readouterr().err


def test_a_page_needs_a_place(proof: Proof, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads HTML on a terminal."""
    monkeypatch.setattr("cli.output.on_terminal", lambda: True)
    assert proof("“The quay is dry,” said Mira Oduya.", "--html") == 2


def test_what_needs_a_look_as_sarif(
    proof: Proof, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The parts that SARIF 2.1.0 asks for, at the passage's line and column; nothing of what is clean."""
    assert proof(DRAFT, "--sarif", "--exit-code") == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "altered"
    assert result["level"] in ("none", "note", "warning", "error")
    assert (
        "“The quay will close in” — Mira Oduya (Tarne Herald, 2026-05-04)"
        in result["message"]["text"]
    )
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"].endswith("draft.txt")
    assert where["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 30}
    assert run["columnKind"] == "unicodeCodePoints"
    path = tmp_path / "found.sarif"
    assert proof(UNKNOWN, "-o", str(path)) == 0
    (result,) = json.loads(path.read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "not-on-record" and "nothing is near it" in result["message"]["text"]
    assert proof(DRAFT, "--sarif", "--html") == proof(DRAFT, "--sarif", "--json") == 2
