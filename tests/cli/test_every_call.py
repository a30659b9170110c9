"""No command with any of its options lets out who an unnamed source is, nor the password of the store: neither
printed, nor in an error, nor into a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.command_table import COMMANDS
from cli.main import main
from store.database.location import secrets_of
from store.records import Move
from store.store import Store, open_store
from tests.cli.every_call import ID, OTHER_ID, calls, commands, ends, options
from tests.cli.test_secrets import LOCATIONS, SECRET

TEXT = (
    "The ferry is unsafe, a senior official said. The ferry is unsafe, Mira Oduya said. The pumps failed, "
    "Tam Reyes said. The owner was told in March, officials said. The crew had been warned."
)
PRIVATE = ("Quince", "Vantrop", "Osmoller", "Ilkes")
"""Surnames of those of whom a person said that they are an unnamed source: now, in a claim that was entered, of
one without words for its source, and in a decision that was taken back."""
LOADS_A_MODEL = ("redetect",)
"""At each call, which takes long: tried alone."""
NAMES_OF_FILES = ("no-such-file.txt", "a.txt")


def _claim(content: str, mention: str, speaker: Speaker) -> Claim:
    at = TEXT.index(content)
    source = TEXT.index(mention, at)
    cue = source + len(mention) + 1
    return Claim(
        (Span(cue, cue + 4),), (Span(source, source + len(mention)),), (Span(at, at + len(content)),),
        "indirect", Stance(), speaker,
    )  # fmt: skip


def _reading() -> Reading:
    unnamed, group = "a senior official", "officials"
    claims = (
        _claim("The ferry is unsafe", unnamed, Speaker("unnamed", mention=unnamed)),
        _claim("The pumps failed", "Tam Reyes", Speaker("person", "Tam Reyes", mention="Tam Reyes")),
        _claim("ferry is unsafe, Mira", "Mira Oduya", Speaker("person", "Mira Oduya", mention="Mira Oduya")),
        _claim("The owner was told", group, Speaker("group", mention=group)),
    )  # fmt: skip
    return Reading(Article("a.txt", TEXT, outlet="Post", published="2026-03-01"), Header(), claims)


def _fill(store: Store) -> tuple[str, str]:
    """Private names of every kind; gives the claim that the first is about, and another one."""
    store.articles.save(_reading())
    claims = {claim.quote: claim.id for claim in store.claims.select()}
    first, group = claims["The ferry is unsafe"], claims["The owner was told"]
    store.decisions.decide("Kim", [Move("speaker", first, "Zora Quince")], note="Quince herself")
    store.decisions.decide("Kim", [Move("speaker", group, "Wanda Ilkes")], note="Ilkes rang me")
    store.decisions.undo("Kim")
    at = TEXT.index("The crew")
    entered = {"article": next(store.articles.select()).id, "content": [[at, at + 8]]}
    bare = store.decisions.add_claim("Kim", entered)
    store.decisions.decide("Kim", [Move("speaker", bare, "Bo Osmoller")])
    source = TEXT.index("officials")
    entered |= {
        "source": [[source, source + 9]],
        "speaker": "Ada Vantrop",
        "content": [[at, at + 12]],
    }
    store.decisions.add_claim("Kim", entered, "Vantrop again")
    return first, claims["The pumps failed"]


@dataclass
class Desk:
    """A store with private names, made anew when a command took them out."""

    make: Callable[[], str]
    location: str = ""
    first: str = ""
    other: str = ""

    def ready(self) -> None:
        """The store with all that it held at first."""
        if self.location and self._held() == 3:
            return
        self.location = self.make()
        with open_store(self.location) as store:
            self.first, self.other = _fill(store)
        assert self._held() == 3

    def _held(self) -> int:
        where = self.location if "://" in self.location else f"sqlite:///{self.location}"
        engine = create_engine(where)
        with engine.connect() as connection:
            held = "SELECT count(*) FROM review WHERE private_speaker IS NOT NULL"
            found = connection.exec_driver_sql(held).scalar_one()
        engine.dispose()
        return int(found)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """In a file, and on a server behind a password."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("desk")
        numbers = iter(range(10_000))
        return Desk(lambda: str(folder / f"{next(numbers)}.db"))
    server = request.getfixturevalue("postgres")
    return Desk(lambda: server.new().replace("onrecord@", f"onrecord:{SECRET}@"))


@pytest.fixture
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which files are written; Kim decides."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ONRECORD_REVIEWER", "Kim")
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    return folder


def _written(folder: Path) -> Iterator[bytes]:
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.read_bytes()
            file.unlink()


def _plain(told: bytes) -> bytes:
    """What was told; Parquet as its columns."""
    if not told.startswith(b"PAR1"):
        return told
    import pyarrow.parquet

    return repr(pyarrow.parquet.read_table(io.BytesIO(told)).to_pydict()).encode()


@pytest.mark.slow
@pytest.mark.parametrize("command", [command for command in COMMANDS if ends(command)])
def test_no_call_lets_out_a_private_name_or_a_password(
    command: str, desk: Desk, at_work: Path, capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    tried = list(calls(command))
    for words in tried[:1] if command in LOADS_A_MODEL else tried:
        desk.ready()
        monkeypatch.setenv("ONRECORD_STORE", desk.location)
        ids = {ID: desk.first, OTHER_ID: desk.other}
        capsysbinary.readouterr()
        main([ids.get(word, word) for word in words])
        told = map(_plain, (*capsysbinary.readouterr(), *_written(at_work)))
        found = [(m, piece) for piece in told for m in (*PRIVATE, SECRET) if m.encode() in piece]
        assert not found, (words, found)


def test_every_option_of_every_command_is_tried() -> None:
    """One that is new asks for a value to be tried with."""
    assert set(commands()) == set(COMMANDS)
    assert sum(len(list(options(command))) for command in COMMANDS) > 500


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_password_at_any_place_of_any_command_is_hidden(
    command: str, at_work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the value of each option, as what the command is about, and as the store of the environment."""
    monkeypatch.setattr("cli.jobs.add.add_paths", lambda *_, **__: None)
    places = [[name] for name, _ in options(command)] + [[]]
    for number, place in enumerate(places):
        for location in LOCATIONS[number % 3 :: 3]:
            monkeypatch.setenv("ONRECORD_STORE", location)
            main([command, *place, location])
            said = "".join(capsys.readouterr())
            assert SECRET not in said, (command, place, location)
    assert all(secrets_of(location) for location in LOCATIONS)
