"""Which words are offered where, whatever the shell."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from claims.rules.vocabulary import CHOICES, GIVEN_STATUSES
from cli.command_table import COMMANDS
from cli.completion.candidates import candidates
from cli.completion.values import ARGUMENTS, OPTIONS, OPTIONS_OF
from cli.main import app

GROUP = typer.main.get_command(app)
assert isinstance(GROUP, TyperGroup)


@pytest.fixture(autouse=True)
def _in_the_store(named_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_STORE", str(named_store))


def offered(line: str) -> list[str]:
    """What can stand at the end of the line."""
    assert isinstance(GROUP, TyperGroup)
    *words, current = line.split(" ")
    return [one.value for one in candidates(GROUP, words, current)]


def test_commands_come_first() -> None:
    """All of them, or those that begin so."""
    assert offered("") == list(COMMANDS)
    assert offered("spea") == ["speakers", "speaker"]
    assert "--version" in offered("--")


def test_options_of_the_command_that_may_still_be_given() -> None:
    """One that may come twice is offered twice."""
    assert offered("list --sp") == offered("list --speaker x --sp") == ["--speaker"]
    assert offered("list --js") == ["--json", "--jsonl"]
    assert offered("list --json --js") == ["--jsonl"]
    assert offered("nothing --") == []


@pytest.mark.parametrize("word", CHOICES)
def test_closed_values(word: str) -> None:
    """As an option, behind an equals sign, and as a word of a query."""
    assert offered(f"list --{word} ") == list(CHOICES[word])
    assert offered(f"list --{word}=") == [f"--{word}={value}" for value in CHOICES[word]]
    assert len(offered(f"list {word}:")) == len(CHOICES[word])


def test_values_in_any_case() -> None:
    """In a query, a value of two words is written as one."""
    assert offered("check --label possibly") == ["POSSIBLY SINGLE"]
    assert offered("check label:possibly") == ["label:possibly-single"]
    assert offered("review 3fa9c1 --status ") == list(GIVEN_STATUSES)


def test_names_of_the_store() -> None:
    """By their beginning, else by a later word; behind --store those of that store."""
    assert offered("list --speaker I") == ["Ilse Marrant", "Ivo Brandt-Hesse"]
    assert offered("list --speaker brandt") == ["Brandt-Hesse"]
    assert offered("list --outlet La") == ["Lake Gazette"]
    assert offered("list speaker:il") == ['speaker:"Ilse Marrant"']
    assert offered("speaker Tam") == offered("merge Ilse Tam") == ["Tam O'Dowd"]
    assert offered("list --store none.db --speaker I") == []
    assert offered("list --store=none.db --speaker I") == []


def test_a_name_that_is_put_right_is_whole() -> None:
    """A surname alone would become the speaker's name."""
    assert offered("review 3fa9c1 --speaker Il") == ["Ilse Marrant"]
    assert offered("review 3fa9c1 --speaker Marr") == []


def test_words_of_a_query() -> None:
    """More follows behind the colon."""
    assert offered("list s") == ["speaker:", "since:", "stance:", "saying:", "status:"]
    assert offered("list nothing:") == []


def test_help_is_for_topics_and_commands() -> None:
    """A topic that is a command too stands once."""
    assert offered("help review") == ["review"]
    assert offered("help exp") == ["export"]
    assert offered("help single") == ["single-source"]


def test_what_is_a_file_is_left_to_the_shell() -> None:
    """And so is what can be anything."""
    assert offered("add ") == offered("list -o ") == offered("list --since ") == []


def test_every_value_is_of_an_option_or_argument_that_there_is() -> None:
    """One that is renamed would silently lose its values."""
    assert isinstance(GROUP, TyperGroup)
    params = {name: command.params for name, command in GROUP.commands.items()}
    flags = {name: {flag for p in ps for flag in p.opts} for name, ps in params.items()}
    assert set(OPTIONS) <= set().union(*flags.values())
    assert all(set(options) <= flags[name] for name, options in OPTIONS_OF.items())
    assert set(ARGUMENTS) <= {p.name for ps in params.values() for p in ps}
