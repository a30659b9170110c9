"""Every command with what it needs and each of its options in turn, read from the app itself: a command or
an option that is new is tried too, or asks here for a value to be tried with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from claims.rules.vocabulary import CHOICES
from cli.main import app
from store.records import SORT_KEYS

ID, OTHER_ID = "ID", "OTHER_ID"
"""Stand for the ids of two claims."""
SUBJECTS: dict[str, list[str]] = {
    "add": ["no-such-file.txt"], "extract": ["no-such-file.txt"], "speaker": ["Oduya"], "show": [ID],
    "why": [ID], "merge": ["Oduya", "Reyes"], "split": ["Oduya"], "alias": ["Oduya", "Mira"],
    "role": ["Oduya", "mayor"], "review": [ID], "history": [ID], "cite": [ID], "report": ["speaker:Oduya"],
    "forget": ["speaker:Reyes"], "copy": ["no-such.db", "new.db"], "completion": ["bash"],
}  # fmt: skip
"""What a command needs to come as far as the store."""
UNTRIED = ("--with-private", "--help")
"""Lets private names out, and stops before anything is read."""
_STARTS_WITHOUT_END = ("serve", "browse", "demo")
VALUES: dict[str, list[str]] = {
    "--accept": ["abc"], "--article": ["a.txt"], "--as": ["csv"], "--cluster": ["tcp://127.0.0.1:1"],
    "--color": ["always"], "--column": ["text=story"],
    "--content": ["The ferry is unsafe"], "--cue": ["said"], "--delay": ["1"], "--draft": ["no.txt"],
    "--encoding": ["utf-8"],
    "--from": ["2020"], "--host": ["localhost"], "--jobs": ["1"], "--keep": ["kept.db"], "--limit": ["0", "1"],
    "--min-confidence": ["0.1"], "--model": ["fast"], "--name": ["Desk"], "--not-same-as": [OTHER_ID],
    "--note": ["a note"], "--of": ["a.txt"], "--other-origin": [OTHER_ID], "--outlet": ["Post", "Nobody"],
    "--output": ["x.csv", "x.html", "x.jsonl"], "--port": ["0"], "--published": ["2026-03-01"], "--reader": ["Lee"],
    "--reject": ["abc"], "--reviewer": ["Lee", "Kim"], "--same-as": [OTHER_ID], "--same-origin": [OTHER_ID],
    "--since": ["2020"], "--source": ["Mira Oduya", "a senior official"], "--spacy-model": ["none"],
    "--speaker": ["Oduya"], "--threshold": ["9"], "--time-limit": ["60"], "--to": ["2027"], "--token": ["t"],
    "--until": ["2027"], "--via": ["Reuters"], "--wire": ["Reuters"],
    "--sort": list(SORT_KEYS), **{f"--{word}": list(choices) for word, choices in CHOICES.items()},
}  # fmt: skip
OF_COMMAND = {("export", "--as"): ["annotations", "jsonld"]}


def commands() -> dict[str, Any]:
    """Every command of the app."""
    found: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return found


def options(command: str) -> Iterator[tuple[str, list[str]]]:
    """Each option of a command with the values to try, none where it takes none; fails on one that has no value
    here."""
    for option in commands()[command].params:
        name = max(option.opts, key=len) if option.param_type_name == "option" else ""
        if not name or name in UNTRIED:
            continue
        values = [] if option.is_flag else OF_COMMAND.get((command, name), VALUES.get(name))
        if values is None and name != "--store":
            raise LookupError(
                f"{command} {name}: which value is to be tried? (tests/cli/every_call.py)"
            )
        yield name, values or []


def calls(command: str) -> Iterator[list[str]]:
    """The command alone, then with each of its options, for people and for machines."""
    given = [command, *SUBJECTS.get(command, [])]
    names = dict(options(command))
    forms: list[list[str]] = [[], ["--jsonl"]] if "--jsonl" in names else [[]]
    for form in forms:
        yield [*given, *form]
        for name, values in names.items():
            if name != "--store" and [name] != form:
                for more in [[name, value] for value in values] or [[name]]:
                    yield [*given, *more, *form]


def ends(command: str) -> bool:
    """Whether the command comes to an end by itself, and reads the store that it is given."""
    return command not in _STARTS_WITHOUT_END
