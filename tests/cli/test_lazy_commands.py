"""A command pays for its own code alone, and the list of all for none of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions
from cli.command_code import code_of
from cli.command_table import CODES, COMMANDS
from cli.main import app, main
from store.store import open_store

GROUP: Any = typer.main.get_command(app)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_code_says(name: str) -> None:
    """The first sentence below a command's examples."""
    told = " ".join((code_of(name).__doc__ or "").split("\n\n")[-1].split())
    assert COMMANDS[name] == re.split(r"\.(?:\s|$)", told)[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_value_that_nobody_typed_is_the_one_that_a_check_gives(name: str) -> None:
    """Defaults are not checked, so they are right as they stand."""
    command = GROUP.commands[name]
    for parameter in (one for one in command.params if not one.required):
        checked, context = type(parameter).process_value, typer.Context(command)
        for value in (None, parameter.default):
            given = parameter.process_value(context, value)
            assert given == checked(parameter, context, value), parameter.name


def test_no_code_without_a_name() -> None:
    """A name that is none is wrong use, and endings are those of commands that there are."""
    with pytest.raises(KeyError):
        code_of("nothing")
    assert set(CODES) <= set(COMMANDS)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_the_list_of_commands_loads_no_command(arguments: list[str]) -> None:
    """Nor what draws tables, nor a database, nor the shape of any row."""
    loaded = _loaded(arguments)
    heavy = ("rich", "sqlalchemy", "sqlmodel", "pydantic", "numpy", "store.records", "cli.rows")
    assert not [m for m in loaded if m.startswith(("cli.commands.", "cli.jobs.", *heavy))
                and m != "cli.jobs.written"]  # fmt: skip


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One claim of one speaker."""
    place = (Span(10, 14),), (Span(0, 9),), (Span(15, 31),)
    claim = Claim(*place, "indirect", Stance(), Speaker("person", "Tam Oduya", mention="Tam Oduya"))
    article = Article("a", "Tam Oduya said the quay is safe.")
    path: Path = tmp_path_factory.mktemp("small") / "small.db"
    with open_store(path) as store:
        store.articles.save(
            Reading(article, Header(), (claim,), Versions("1", "sm", "net", "aaaa"))
        )
    return str(path)


@pytest.mark.parametrize("command", ["list", "speakers", "check", "copies"])
def test_a_command_that_lists_loads_what_it_shows(command: str, small_store: str) -> None:
    """No model of language, no SQLModel nor what it stands on, no other database, no front end but the terminal's."""
    assert main([command, "--store", small_store]) == 0
    heavy = ("spacy", "onnxruntime", "tokenizers", "textual", "starlette", "alembic", "sqlmodel", "sqlalchemy.orm",
             "sqlalchemy.dialects.postgresql")  # fmt: skip
    assert not [m for m in _loaded([command, "--store", small_store]) if m.startswith(heavy)]


def test_a_list_of_which_nothing_is_asked_needs_no_checks_of_values(
    small_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typer loads pydantic for a value that somebody typed."""
    monkeypatch.setenv("ONRECORD_STORE", small_store)
    assert "pydantic" not in _loaded(["list"])
    assert "pydantic" in _loaded(["list", "--limit", "1"])


def _loaded(arguments: list[str]) -> list[str]:
    """The modules of a process that ran the command."""
    code = f"import sys; from cli.main import main; main({arguments!r}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stderr.split()
