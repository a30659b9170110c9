"""A custody manifest notes what was read, when, from where and with what; later it tells what changed
and what is missing."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.diagnostics import Exit
from cli.main import main
from store.records import Move
from store.store import open_store
from tests.store.conftest import reading

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Runs a command on a store of one article, its export and its manifest."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "c.db"))
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    with open_store(tmp_path / "c.db") as store:
        started = store.runs.start({"detector_digest": "ab12"}, "add")
        store.articles.save(reading(), run_id=started)
        store.decisions.decide("Kim", [Move("status", next(store.claims.select()).id, "correct")])

    def command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out, err

    command("export", "--jsonl", "-o", "all.jsonl")
    command("export", "--custody", "--of", "all.jsonl", "-o", "all.custody.jsonl")
    return command


def _changed(sql: str) -> None:
    with sqlite3.connect("c.db") as raw:
        raw.execute(sql)
    raw.close()


def test_it_notes_versions_digests_and_origins(run: Run) -> None:
    """A line for the store, one an article, one that seals them; no text and no name of a source."""
    head, article, seal = map(json.loads, Path("all.custody.jsonl").read_text().splitlines())
    assert head["runs"][0]["versions"] == {"detector_digest": "ab12"}
    assert head["rules"]["corroboration"] and head["store_revision"] and head["onrecord"]
    assert head["counts"] == {"articles": 1, "claims": 3, "decisions": 1, "runs": 1}
    assert len(head["decisions"]["chain_digest"]) == 32 and len(head["export"]["sha256"]) == 64
    assert (article["article"]["doc"], article["article"]["claims"]) == ("a.txt", 3)
    assert article["article"]["read"] and len(article["article"]["text_sha256"]) == 64
    assert seal["lines"] == 2
    assert "Reyes" not in Path("all.custody.jsonl").read_text()


def test_an_unchanged_store_holds_to_it_also_after_people_decided_more(run: Run) -> None:
    """What is added since is said, and no fault."""
    code, out, _ = run("verify", "all.custody.jsonl")
    assert code == Exit.DONE and "as all.custody.jsonl notes it (1 article)" in out
    with open_store("c.db") as store:
        for claim in list(store.claims.select()):
            store.decisions.decide("Kim", [Move("stance", claim.id, "deny/positive")])
    code, _, err = run("verify", "all.custody.jsonl")
    assert code == Exit.DONE and "3 decisions more" in err


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE article SET text = text || '.'", "its text is not the one that was noted"),
        ("UPDATE article SET published = '2031-01-01'", "changed since: its day"),
        ("UPDATE claim SET confidence = 0.11", "its claims are not those that were noted"),
        ("UPDATE run SET versions = '{}'", "is not recorded as it was noted"),
        ("DELETE FROM review", ""),
        ("UPDATE decision SET digest = 'x'", "the chain does not run through the digest"),
        ("DELETE FROM decision", "1 decision fewer"),
        ("DELETE FROM article", "is missing"),
    ],
)
def test_what_was_changed_or_taken_out_is_a_fault(run: Run, sql: str, said: str) -> None:
    """With what and where; what people decided on a claim is no part of what was read."""
    _changed(sql)
    code, _, err = run("verify", "all.custody.jsonl")
    assert said in err
    assert code == (Exit.STORE if said else Exit.DONE)


def test_the_exported_file_and_the_manifest_are_held_to_their_digests(run: Run) -> None:
    """Changed, cut short, or missing; wherever the two were moved to together."""
    Path("elsewhere").mkdir()
    for name in ("all.jsonl", "all.custody.jsonl"):
        Path(name).rename(Path("elsewhere") / name)
    manifest = Path("elsewhere/all.custody.jsonl")
    assert run("verify", str(manifest))[0] == Exit.DONE
    with Path("elsewhere/all.jsonl").open("a") as file:
        file.write("\n")
    code, _, err = run("verify", str(manifest))
    assert code == Exit.STORE and "is not the file that was exported" in err
    Path("elsewhere/all.jsonl").unlink()
    assert "is missing" in run("verify", str(manifest))[2]
    lines = manifest.read_text().splitlines(keepends=True)
    for text in (lines[0] + lines[2], lines[0] + lines[1].replace("a.txt", "b.txt") + lines[2]):
        manifest.write_text(text)
        code, _, err = run("verify", str(manifest))
        assert code == Exit.STORE and "not whole, or was changed" in err


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--custody", "--csv"),
        ("export", "--custody", "--as", "jsonld"),
        ("export", "--of", "all.jsonl"),
        ("export", "--custody", "--of", "none.jsonl"),
        ("verify", "all.jsonl"),
        ("verify", "none.jsonl"),
    ],
)
def test_what_cannot_be_is_said(run: Run, words: tuple[str, ...]) -> None:
    """With nothing written."""
    code, out, err = run(*words)
    assert (code, out) == (Exit.USAGE, "") and err.startswith("onrecord: ")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_in_place_of_a_manifest_is_said_and_not_waited_for(run: Run) -> None:
    """Nor in place of the export."""
    os.mkfifo("pipe")
    for words in (("verify", "pipe"), ("export", "--custody", "--of", "pipe")):
        code, _, err = run(*words)
        assert code == Exit.USAGE and "is a pipe" in err


def test_what_was_forgotten_on_purpose_is_told_from_what_is_missing(run: Run) -> None:
    """It is a fault, for the manifest notes it, and says what became of it and when."""
    with open_store("c.db") as store:
        store.articles.save(reading(doc="b.txt", text="Another text of the day.", claims=()))
    run("export", "--custody", "-o", "two.custody.jsonl")
    assert run("forget", "a.txt", "--yes")[0] == Exit.DONE
    with open_store("c.db") as store:
        day = store.runs.select()[0].started[:10]
    code, _, err = run("verify", "two.custody.jsonl")
    assert code == Exit.STORE
    assert f"(a.txt): was forgotten on purpose on {day}, and nothing of it is kept" in err
    assert "1 article fewer than when the manifest was made, of which 1 forgotten on purpose" in err
    assert "is missing" not in err and "b.txt" not in err
    _changed("DELETE FROM article WHERE doc = 'b.txt'")
    _, _, err = run("verify", "two.custody.jsonl")
    assert "(b.txt): is missing" in err and "2 articles fewer" in err


def test_claims_that_went_with_a_forgotten_speaker_are_told_so(run: Run) -> None:
    """As far as the store still knows: that something was forgotten since, and when."""
    assert run("forget", "Ana Reyes", "--yes")[0] == Exit.DONE
    code, _, err = run("verify", "all.custody.jsonl")
    assert code == Exit.STORE
    assert "its claims are not those that were noted (3, now 1); something was forgotten" in err
    assert "on purpose on" in err
