"""`onrecord forget` on the command line: it says what goes, asks or needs --yes, and says who else may
hold it."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from stored_bytes import standing

from cli import diagnostics
from cli.main import main
from store.records import Filters, Move
from store.store import open_store

TEXT = "The Quellmoor bridge shuts, Odessa Thrumble said. A senior dockmaster backed the plan."
OTHER = "The drains failed at midnight, Ivor Pellgrave said."
Ran = tuple[int, str, str]
Run = Callable[..., Ran]


def _attribution(text: str, content: str, cue: str, mention: str, name: str | None) -> Any:
    def at(words: str) -> list[list[int]]:
        return [[text.index(words), text.index(words) + len(words)]]

    return {
        "cue": at(cue), "source": at(mention), "content": at(content), "speaker": name,
        "speaker_kind": "person" if name else "unnamed", "mention": mention, "stance": "assert",
        "polarity": "positive", "kind": "indirect", "hedged": False, "nested": False, "confidence": 0.9,
    }  # fmt: skip


def _line(doc: str, text: str, outlet: str, *attributions: Any) -> dict[str, Any]:
    return {"schema": 1, "doc": doc, "text": text, "outlet": outlet, "url": f"https://{doc}paper.example/a",
            "attributions": list(attributions)}  # fmt: skip


BRIDGE = _line(
    "bridge", TEXT, "Fenwick Courier",
    _attribution(TEXT, "The Quellmoor bridge shuts", "said", "Odessa Thrumble", "Odessa Thrumble"),
    _attribution(TEXT, "the plan", "backed", "A senior dockmaster", None),
)  # fmt: skip
MARKET = _line(
    "market", OTHER, "Lake Gazette",
    _attribution(OTHER, "The drains failed at midnight", "said", "Ivor Pellgrave", "Ivor Pellgrave"),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of two articles, and their lines; Kim said who the dockmaster is."""
    folder = tmp_path_factory.mktemp("made")
    lines = [json.dumps(line) + "\n" for line in (BRIDGE, MARKET)]
    (folder / "in.jsonl").write_text("".join(lines))
    assert main(["add", str(folder / "in.jsonl"), "--store", str(folder / "r.db")]) == 0
    with open_store(folder / "r.db") as store:
        unnamed = next(c.id for c in store.claims.select(Filters()) if "plan" in c.quote)
        store.decisions.decide("Kim", [Move("speaker", unnamed, "Zebulon Krantz")], "by payphone")
    return folder


@pytest.fixture
def run(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Runs a command, piped, in a copy of that folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_STORE", "r.db")
    monkeypatch.setenv("ONRECORD_REVIEWER", "Kim")
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    for name in ("in.jsonl", "r.db"):
        shutil.copy(made / name, tmp_path)

    def command(*words: str) -> Ran:
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out, err

    return command


def counts() -> tuple[int, int]:
    with open_store("r.db") as store:
        verified = store.integrity.verify()
        assert not verified.faults
        return verified.articles, verified.claims


def test_it_says_what_goes_and_needs_yes_off_a_terminal(run: Run) -> None:
    code, out, err = run("forget", "bridge")
    assert (code, out) == (2, "")
    assert "article bridge: 1 article, 2 claims, 1 decision, 1 speaker, 1 outlet" in err
    assert "add --yes" in err and counts() == (2, 3)
    code, out, err = run("forget", "bridge", "--yes")
    assert (code, counts()) == (0, (1, 1))
    assert out.startswith("forgotten: article bridge: 1 article, 2 claims")
    assert not standing(
        "r.db", [TEXT, "Fenwick Courier", "Zebulon Krantz", "by payphone", "bridgepaper"]
    )


@pytest.mark.parametrize(
    ("answer", "left"), [("y\n", 1), ("yes\n", 1), ("n\n", 2), ("\n", 2), ("", 2)]
)
def test_it_asks_on_a_terminal(
    run: Run, answer: str, left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnostics, "may_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    code, out, err = run("forget", "bridge")
    assert code == 0 and "Forget it for good? [y/N]" in err
    assert counts()[0] == left
    assert ("nothing was forgotten" in err) is (left == 2) is (out == "")


def test_adding_again_does_not_bring_it_back_until_asked(run: Run) -> None:
    run("forget", "bridge", "--yes")
    code, out, err = run("add", "in.jsonl")
    assert code == 0 and counts() == (1, 1)
    assert re.search(r"forgotten on \d{4}-\d\d-\d\d, not read again  bridge", out)
    assert "2 articles (1 unchanged, 1 forgotten)" in err and "add --again" in err
    code, out, err = run("add", "in.jsonl", "--again")
    assert code == 0 and counts() == (2, 3)
    assert "added 2 claims  bridge" in out
    assert run("add", "in.jsonl")[1].count("unchanged") == 2


def test_a_plain_text_is_not_even_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No model is needed to know it again."""
    run("forget", "bridge", "--yes")
    monkeypatch.setattr(
        "cli.jobs.add.read_ready", lambda _, articles: [pytest.fail("was read") for _ in articles]
    )
    Path("copy.txt").write_text(TEXT)
    _, out, _ = run("add", "copy.txt")
    assert "not read again" in out


def test_a_speaker_stays_away_until_lifted(run: Run) -> None:
    code, out, err = run("forget", "odessa thrumble", "--yes")
    assert code == 0 and "the name stays in bridge" in err
    assert "Thrumble" not in run("speakers")[1]
    line = deepcopy(BRIDGE) | {"doc": "later", "url": "https://later.example/b"}
    Path("later.jsonl").write_text(json.dumps(line))
    _, out, err = run("add", "later.jsonl")
    assert "added 1 claim  later" in out and "1 claim of forgotten speakers left out" in err
    assert json.loads(run("forget", "--list", "--json")[1])["tombstones"][0]["kind"] == "speaker"
    assert run("forget", "--lift", "Odessa Thrumble")[0] == 0
    assert run("forget", "--lift", "Odessa Thrumble")[0] == 2
    line |= {"doc": "last", "url": "https://last.example/b"}
    Path("last.jsonl").write_text(json.dumps(line))
    run("add", "last.jsonl")
    assert "Thrumble" in run("speakers")[1]


def test_one_decision_is_undone_and_forgotten(run: Run) -> None:
    assert standing("r.db", ["Zebulon Krantz"])
    code, _, err = run("undo", "--forget")
    assert code == 2 and "decision 1: 1 decision" in err
    code, out, _ = run("undo", "--forget", "--yes")
    assert code == 0 and out.startswith("forgotten: decision 1")
    assert not standing("r.db", ["Zebulon Krantz", "by payphone"])
    assert run("undo", "--list")[1] == ""
    assert run("undo", "--forget", "--yes")[0] == 2
    assert run("forget", "1", "--yes")[0] == 2
    assert counts() == (2, 3)


def test_it_is_said_for_machines(run: Run) -> None:
    code, out, _ = run("forget", "bridge", "outlet:Lake Gazette", "--yes", "--json")
    assert code == 0
    first, second = json.loads(out)["forgotten"]
    assert first == {
        "what": "article", "name": "bridge", "articles": 1, "claims": 2, "decisions": 1, "speakers": 1,
        "outlets": 1, "stands_in": [],
    }  # fmt: skip
    assert (second["what"], second["claims"]) == ("outlet", 1)
    assert counts() == (0, 0)


def test_files_and_backups_that_may_hold_it_are_named(run: Run, tmp_path: Path) -> None:
    """Those that lie there still; the names of such files do not keep what they tell."""
    run("export", "--jsonl", "-o", "everything.jsonl")
    run("list", "--csv", "-o", "gone.csv")
    Path("gone.csv").unlink()
    run("report", "--speaker", "Thrumble", "-o", "odessa-thrumble.html")
    Path("r.db.backup-0012").write_bytes(b"an old store")
    assert standing("r.db", ["odessa-thrum"])
    _, _, err = run("forget", "Odessa Thrumble", "--yes")
    assert "everything.jsonl" in err and "odessa-thrumble.html" in err and "gone.csv" not in err
    assert "r.db.backup-0012" in err and Path("r.db.backup-0012").exists()
    assert not standing("r.db", ["odessa-thrum"])
    _, _, err = run("forget", "Zebulon Krantz", "--backups", "--yes")
    assert f"deleted {tmp_path / 'r.db.backup-0012'}" in err
    assert not Path("r.db.backup-0012").exists()
    assert run("forget", "--backups")[0] == 0


def test_a_run_that_was_cut_off_is_finished_by_the_next(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was forgotten, and its bytes were still there."""
    with monkeypatch.context() as broken:
        broken.setattr(
            "store.database.scrub.scrub", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        assert run("forget", "bridge", "--yes")[0] == 130
    assert counts() == (1, 1)
    code, out, _ = run("doctor")
    assert "not scrubbed yet" in out and code >= 4
    code, _, err = run("forget", "bridge", "--yes")
    assert code == 0 and "is scrubbed now" in err and "may be what the earlier run forgot" in err
    assert not standing("r.db", [TEXT])
    assert run("forget")[0] == 2


def test_everything_else_works_afterwards(run: Run) -> None:
    """Lists, verdicts, exports and pages of what is left."""
    run("forget", "Zebulon Krantz", "bridge", "--yes")
    for words in (
        ["verify"], ["check"], ["list"], ["runs"], ["speakers"], ["copies"], ["proposals"], ["undo", "--list"],
        ["export", "--jsonl"], ["export", "--as", "jsonld"], ["quality"], ["list", "drains"],
    ):  # fmt: skip
        code, out, err = run(*words)
        assert code == 0, (words, err)
        assert "Krantz" not in out and "Quellmoor" not in out
