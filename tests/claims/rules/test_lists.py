"""The lists of claims/rules: each with its reason, in order, without doubles, and read by
somebody."""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation, openings

ROOT = Path(__file__).resolve().parents[3]
RULES = ROOT / "claims" / "rules"
FILES = sorted(path for path in RULES.rglob("*") if path.suffix in (".json", ".tsv"))
LISTS = "claims.rules.lists"
PUBLIC = ("words", "listed", "load", "rows", "place")
RUN_OF_WORDS = re.compile(r"(?<![\\\w])(?:[A-Za-z][\w’' -]+\??\|){4}[A-Za-z][\w’' -]")
"""Five alternatives, none of them a single letter; two or three words can be a pattern's shape."""
MIN_REASON_CHARACTERS = 15


def _lists(path: Path) -> dict[str, Any]:
    """Every list of a JSON file by its name; a file with one reason for all of it is one list."""
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {"": held} if isinstance(held.get("reason"), str) else held


each_file = pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in FILES if path.suffix == ".json"]
)


@each_file
def test_every_list_says_what_it_is_for(path: Path) -> None:
    """A list without its reason grows words that have nothing in common."""
    for name, held in _lists(path).items():
        assert len(held["reason"]) >= MIN_REASON_CHARACTERS, name
        assert held["reason"].endswith("."), name


@each_file
def test_no_word_stands_twice_and_the_order_is_the_alphabet_or_said(path: Path) -> None:
    """In a known order a word is found, and two who add the same word meet."""
    for name, held in _lists(path).items():
        held_words = [*held.get("words", ())]
        assert len(held_words) == len(set(held_words)), name
        if "order" not in held and isinstance(held.get("words"), list):
            assert held_words == sorted(held_words), name


@each_file
def test_a_list_that_takes_in_another_repeats_none_of_its_words(path: Path) -> None:
    """What two rooms read alike stands once; what only one of them reads stands beside it."""
    for name, held in _lists(path).items():
        taken_in = [reference.split(":") for reference in held.get("also", ())]
        shared = {word for file, group in taken_in for word in listed(file, group)}
        assert not shared & {*held.get("words", ())}, name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("titles:honorifics", "people:honorifics"),
        ("titles:honorifics_male", "people:men"),
        ("titles:honorifics_female", "people:women"),
        ("titles:titles", "people:offices_before"),
        ("names:male", "people:common_given"),
        ("names:female", "people:common_given"),
        ("names:particles", "people:particles"),
        ("content:stop", "record:small"),
    ],
)
def test_titles_given_names_and_small_words_stand_once(one: str, other: str) -> None:
    """A title added for a text is known to whoever compares names."""
    own, others = (
        {*load(file)[group]["words"]} for file, group in (one.split(":"), other.split(":"))
    )
    assert not own & others


def test_every_list_is_read() -> None:
    """What nothing reads decides nothing."""
    found, opened = _read()
    read = defaultdict(set, {file: set(groups) for file, groups in found.items()})
    for held in (load(path.stem) for path in FILES if path.suffix == ".json"):
        for part in held.values():
            for reference in part.get("also", ()) if isinstance(part, dict) else ():
                file, group = reference.split(":")
                read[file].add(group)
    unread = [
        f"{path.stem}:{name}"
        for path in FILES
        if path.suffix == ".json"
        for name in json.loads(path.read_text(encoding="utf-8"))
        if name not in read[path.stem] | {"reason"}
    ]
    assert unread == []
    assert {path.stem for path in FILES} <= set(opened)


def test_every_list_asked_for_is_there() -> None:
    """A name slipped fails here, not on the first text that needs the list."""
    stems = {path.stem for path in FILES}
    assert set(_read()[1]) <= stems


def test_the_readme_has_a_row_for_every_file() -> None:
    """With the rooms of claims that read it."""
    text = (RULES / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w./]+)` \|.*\| ([^|]*) \|$", text, re.MULTILINE))
    _, opened = _read()
    assert rows == {
        str(path.relative_to(RULES)): ", ".join(f"`{room}`" for room in sorted(opened[path.stem]))
        for path in FILES
    }


def test_a_pattern_tries_words_in_the_order_of_the_list() -> None:
    """Marks are taken as they stand, and a sentence may open with the word."""
    assert re.findall(alternation(["op-ed", "op", "U.S"]), "op-ed UxS U.S op") == [
        "op-ed",
        "U.S",
        "op",
    ]
    assert re.findall(openings(["during", "at"]), "At during aT") == ["At", "during"]


def test_a_list_is_read_in_its_order_or_as_a_set() -> None:
    """Groups come one after the other."""
    assert listed("people", "regnal", "generations")[0] == "czar"
    assert words("people", "regnal", "generations") == {*listed("people", "generations", "regnal")}


@cache
def _read() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The lists of each file that some module names, and the rooms that open the file.

    A module that takes the name of a list from elsewhere in itself names every string it holds.
    """
    read: dict[str, set[str]] = defaultdict(set)
    opened: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "claims").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        strings = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
        readers = _readers(tree)
        for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
            first = call.args[0] if call.args else None
            if ast.unparse(call.func) not in readers or not isinstance(first, ast.Constant):
                continue
            file, groups = str(first.value).partition(".")[0], call.args[1:]
            plain = {g.value for g in groups if isinstance(g, ast.Constant)}
            read[file] |= plain if groups and len(plain) == len(groups) else strings
            opened[file].add(path.relative_to(ROOT / "claims").parts[0])
    return read, opened


def _readers(tree: ast.Module) -> set[str]:
    """What a module calls the readers of lists: by their names, or through their module."""
    imports = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    names = {a.asname or a.name for n in imports if n.module == LISTS for a in n.names}
    modules = {
        a.asname or a.name for n in imports for a in n.names if f"{n.module}.{a.name}" == LISTS
    }
    return names | {f"{module}.{name}" for module in modules for name in PUBLIC}


def test_patterns_hold_no_run_of_words() -> None:
    """A word that is missing from one is looked for in the lists."""
    runs = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "claims").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and RUN_OF_WORDS.search(node.value)
    ]
    assert runs == []
