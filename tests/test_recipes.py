"""The recipes of CONTRIBUTING.md list files that exist, and all of them where the code can tell."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

import store.tables
from store.migrations import KNOWN
from store.tables.declared import ROWS
from tests.pages import ROOMS, ROOT, exists

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FROZEN = ROOT / "store" / "migrations" / "versions"


def _recipes() -> dict[str, list[str]]:
    """The files of each recipe, by its title; a folder stands for a file that is to be made in
    it."""
    part = PAGE.partition("\n## Recipes\n")[2].partition("\n## ")[0]
    sections = re.split(r"^### (.+)$", part, flags=re.M)[1:]
    return {
        title: re.findall(r"^- `([^`]+)`", text, re.M)
        for title, text in zip(sections[::2], sections[1::2], strict=True)
    }


RECIPES = _recipes()


def _modules() -> Iterator[tuple[str, str]]:
    """Every module of the product with its text, migrations excepted: what is frozen is not
    changed."""
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        if FROZEN not in path.parents:
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


@cache
def _constants() -> dict[str, set[str]]:
    """The strings that each of them writes."""
    return {
        path: {
            node.value
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        for path, text in _modules()
    }


def _missing(title: str, files: set[str]) -> list[str]:
    assert files
    return sorted(files - set(RECIPES[title]))


@pytest.mark.parametrize("title", RECIPES)
def test_every_file_of_a_recipe_exists(title: str) -> None:
    """Who follows it finds what it names."""
    assert RECIPES[title]
    assert not [path for path in RECIPES[title] if not exists(path)]


@pytest.mark.parametrize(
    ("title", "members"),
    [
        ("A stance", {"deny", "decline", "accuse"}),
        ("A kind", {"direct", "mixed", "indirect"}),
        ("A label", {"UNSOURCED", "CORROBORATED"}),
        ("A status", {"unsure"}),
    ],
)
def test_every_module_that_names_a_member_is_in_the_recipe(title: str, members: set[str]) -> None:
    """What names one member may have to name the next."""
    naming = {path for path, constants in _constants().items() if constants & members}
    assert not _missing(title, naming)


def test_every_module_that_names_a_value_of_a_claim_is_in_the_recipe() -> None:
    """The audience goes the way that the next value will go."""
    naming = {path for path, text in _modules() if re.search(r"\baudience\b", text)}
    assert not _missing("A value of a claim", naming)


def _tables() -> dict[str, type]:
    """Classes of the tables by their names."""
    return {row.__name__: row for row in ROWS}


def test_every_module_that_lists_tables_is_in_the_recipe() -> None:
    """Constants of two tables or more, which the next table may have to join; outside the store a
    name such as Claim is the dataclass's."""
    names = set(_tables())
    listing = {
        path
        for path, text in _modules()
        if path.startswith("store/")
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple | ast.List)
        for parts in [[getattr(p, "id", getattr(p, "value", None)) for p in node.value.elts]]
        if len(names & {str(part) for part in parts}) > 1
    }
    assert not _missing("A table", listing | {"store/migrations/__init__.py"})


@pytest.mark.parametrize("name", sorted(_tables()))
def test_a_table_stands_where_the_recipe_says(name: str) -> None:
    """In a module of its subject, offered to the others."""
    module = _tables()[name].__module__
    assert f"{module.rpartition('.')[0].replace('.', '/')}/" in RECIPES["A table"]
    assert name in store.tables.__all__


def test_every_migration_is_known() -> None:
    """The second half of the recipe of a table."""
    numbers = {path.name[1:5] for path in FROZEN.glob("m*.py")}
    assert numbers == set(KNOWN)


def test_a_recipe_is_there_for_whatever_is_added() -> None:
    """By the words that a reader looks for."""
    wanted = (
        "reader", "cue", "stance", "kind", "label", "status", "table", "value", "filter word", "language", "command",
        "list", "format", "key", "widget", "outlet", "kind of decision", "step of post-processing",
        "feature of the pair model", "resolver of a pronoun",
    )  # fmt: skip
    assert not [word for word in wanted if not any(word in title for title in RECIPES)]


def test_every_path_of_a_recipe_begins_a_line_once() -> None:
    """A list that names a file twice was not read."""
    twice = {title: files for title, files in RECIPES.items() if len(files) != len(set(files))}
    assert not twice
