"""A database URL holds a password: nothing that a command prints does, whatever goes wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.command_table import COMMANDS
from cli.main import main
from store.database.location import HIDDEN, secrets_of, shown, without_secrets
from store.store import open_store

if TYPE_CHECKING:
    from postgres import Server

SECRET = "hushhush"
LOCATIONS = (
    f"postgresql://kim:{SECRET}@127.0.0.1:1/news",
    f"postgresql+psycopg://kim:x{SECRET}@127.0.0.1:1/news",
    f"postgresql://127.0.0.1:1/news?user=kim&password={SECRET}",
    f"postgresql://kim@127.0.0.1:1/news?PassWord={SECRET}&sslpassword={SECRET}",
    f"postgresql://kim:{SECRET}/slash@127.0.0.1:1/news",
    f"postgresql://kim:in@{SECRET}@127.0.0.1:1/news",
    f"postgresql://kim:in:{SECRET}:parts@127.0.0.1:1/news",
    f"postgresql://kim:two {SECRET} words@127.0.0.1:1/news",
    f"postgresql://kim:%3F{SECRET}%20@127.0.0.1:1/news",
    f"postgresql://kim:{SECRET}@127.0.0.1:port/news",
    f"nothing://kim:{SECRET}@127.0.0.1:1/news",
    f"postgresql:/kim:{SECRET}@127.0.0.1:1/news",
    f"mysql+nodriver://kim:{SECRET}@h/news",
    f"sqlite:////dev/null/at/all.db?password={SECRET}",
    f"host=127.0.0.1 port=1 password={SECRET}",
    f"postgresql//kim:{SECRET}@127.0.0.1:1/news",
    f"postgres:kim:{SECRET}@127.0.0.1:1/news",
    f"postgresql;//kim:{SECRET}@127.0.0.1/news",
    f"postgresql:\\\\kim:{SECRET}@127.0.0.1\\news",
    f" 'postgresql//kim:in@{SECRET}@127.0.0.1/news'",
    f"kim:{SECRET}@127.0.0.1:1/news",
    f"postgresql://kim:{SECRET}",
    f"postgresql://kim:{SECRET}/news",
    f"//kim:{SECRET}@127.0.0.1/news",
)
ARGUMENTS = {
    "add": ["nothing.txt"], "extract": ["nothing.txt"], "speaker": ["Kim"], "show": ["abc"], "why": ["abc"],
    "merge": ["A", "B"], "split": ["A"], "alias": ["A", "B"], "role": ["A", "mayor"], "review": ["abc", "--correct"],
    "history": ["abc"], "cite": ["abc"], "report": ["--speaker", "Kim"], "completion": ["bash"],
}  # fmt: skip
"""What each command needs to come as far as the store."""


def _printed(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no URL is a file's name, and such files are made in a folder of the test."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo reads nothing: its articles take a model."""
    monkeypatch.setattr("cli.jobs.add.add_paths", lambda *_, **__: None)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("quick")
def test_no_command_shows_a_password(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    for location in LOCATIONS:
        store = ["--keep", location] if command == "demo" else ["--store", location]
        main([command, *ARGUMENTS.get(command, []), *store, "--debug"])
        assert SECRET not in _printed(capsys), (command, location)


@pytest.mark.parametrize("location", LOCATIONS)
def test_no_error_shows_a_password(
    location: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A location that stands at a wrong place, or in the environment, is quoted without it."""
    wrong = [
        [location], ["add", location], ["list", location], ["show", location], ["check", location],
        ["list", "--kind", location], ["list", "--since", location], ["list", f"kind:{location}"],
        ["list", "--limit", location], ["list", f"--stor={location}"], ["list", "-o", location],
        ["add", "x.txt", "--model", location], ["add", "x.txt", "--jobs", location],
        ["extract", location], ["where", "--store", location, "--json"],
        ["where", "--store", location, "--csv"], ["doctor", "--store", location, "--json"],
        ["demo", "--keep", location, location], ["completion", location],
    ]  # fmt: skip
    for arguments in wrong:
        main(arguments)
        assert SECRET not in _printed(capsys), arguments
    monkeypatch.setenv("ONRECORD_STORE", location)
    for arguments in (["where"], ["where", "--jsonl"], ["list"], ["doctor"], ["add", "no.txt"]):
        main(arguments)
        assert SECRET not in _printed(capsys), arguments


def test_a_store_that_opens_is_said_without_its_password(
    postgres: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    location = postgres.new().replace("onrecord@", f"onrecord:{SECRET}@")
    (tmp_path / "a.jsonl").write_text("{}\n")
    main(["add", "--store", location, str(tmp_path / "a.jsonl")])
    main(["where", "--store", location])
    main(["doctor", "--store", location])
    printed = _printed(capsys)
    assert SECRET not in printed
    assert printed.count(f"onrecord:{HIDDEN}@") == 3


@pytest.mark.parametrize("command", ["add", "list", "where", "doctor", "pull"])
def test_a_url_that_was_mistyped_becomes_no_file(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its password would be the file's name; it is said how a location is written."""
    (tmp_path / "a.jsonl").write_text("{}\n")
    for location in LOCATIONS:
        if "://" not in location:
            words = ["a.jsonl"] if command == "add" else []
            assert main([command, *words, "--store", location]) in (2, 4), location
            assert "write FILE, sqlite:///FILE or postgresql://" in _printed(capsys), location
    assert [file.name for file in tmp_path.iterdir()] == ["a.jsonl"]


@pytest.mark.parametrize("location", [":memory:", "sqlite://", "sqlite:///:memory:"])
def test_a_store_in_memory_is_none(
    location: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would say that it kept what is lost."""
    (tmp_path / "a.jsonl").write_text("{}\n")
    assert main(["add", "a.jsonl", "--store", location]) == 2
    assert "lost when the command ends; name a file" in _printed(capsys)


def test_a_file_whose_name_looks_so_is_opened(tmp_path: Path) -> None:
    """Where it is there already."""
    with open_store(tmp_path / "plain.db") as store:
        store.runs.start(None, "add")
    (tmp_path / "plain.db").rename(tmp_path / "sqlite:a@b.db")
    assert main(["list", "--store", "sqlite:a@b.db"]) == 0


@pytest.mark.parametrize(
    "location", ["store.db", "/a b/c@d.db", "/a:b/c@d.db", "./a:b@c.db", "../a:b@c.db", "~/a:b@c.db",
                 "postgresql/a.db", "postgresql://h:5432", "sqlite:///a:b.db",
                 "https://h.example:8080/a:b", "a?b#c%20.db", "ünï côdé.db", "C:\\news\\store.db", "postgresql://kim@h:5432/news",
                 "postgresql://h/news?host=/run", "sqlite:///a.db"]
)  # fmt: skip
def test_a_location_without_a_password_stays_as_it_is(location: str) -> None:
    assert shown(location) == location
    assert secrets_of(location) == []


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="*"), min_size=4))
def test_whatever_a_password_holds_it_is_hidden(password: str) -> None:
    location = f"postgresql://kim:{password}@h/news"
    assert shown(location) == f"postgresql://kim:{HIDDEN}@h/news"
    assert password not in without_secrets(f"cannot use {location}: {password}", [location])


def test_only_one_module_makes_words_of_a_location() -> None:
    """Nowhere else is a location set into a message."""
    raw = re.compile(r"\{(self\.)?(_?location|store\.location)\}")
    root = Path(__file__).resolve().parents[2]
    for room in ("store", "cli"):
        for file in (root / room).rglob("*.py"):
            assert not raw.search(file.read_text(encoding="utf-8")), file
