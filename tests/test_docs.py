"""The pages are true of the project: what they name exists, what they link to is there, and the
index knows every one of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from cli.browse.bindings import help_lines
from cli.browse.keys import ACTIONS, Place
from cli.command_table import COMMANDS
from cli.diagnostics import Exit
from cli.formats.specimens import specimen
from cli.rows.lists import RECORDS, columns
from tests.pages import (
    ROOMS,
    ROOT,
    anchors,
    exists,
    guides,
    headings,
    links,
    names_in,
    pages,
    paths,
)

DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", pages(), ids=_name)
def test_no_link_to_a_file_is_dead(page: Path) -> None:
    """From the folder of the page, as a reader's browser follows it."""
    dead = [link for link in links(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert not dead


@pytest.mark.parametrize("page", pages(), ids=_name)
def test_no_link_to_a_heading_is_dead(page: Path) -> None:
    """On the page itself or on another."""
    linked = anchors(page, page.read_text("utf-8"))
    assert not [slug for target, slug in linked if slug not in headings(target.read_text("utf-8"))]


@pytest.mark.parametrize("page", guides(), ids=_name)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    """In prose, tables and drawings alike."""
    missing = sorted(path for path in paths(page.read_text("utf-8")) if not exists(path))
    assert not missing


@pytest.mark.parametrize("page", guides(), ids=_name)
def test_a_name_stands_in_the_file_that_it_is_said_to_stand_in(page: Path) -> None:
    """Written as “`claims/ids.py` (`digest`)”."""
    wrong = [
        (path, name)
        for path, name in names_in(page.read_text("utf-8"))
        if name not in (ROOT / path).read_text("utf-8")
    ]
    assert not wrong


def test_the_index_links_every_page() -> None:
    """Those of docs, and those that lie beside what they describe."""
    linked = {(INDEX.parent / link).resolve() for link in links(INDEX.read_text("utf-8"))}
    assert not sorted(map(_name, set(pages()) - linked - {INDEX}))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_the_index_is_linked_from_the_first_pages(name: str) -> None:
    """No page of docs is more than two steps away."""
    assert "docs/README.md" in links((ROOT / name).read_text("utf-8"))


def test_every_folder_of_the_rooms_has_its_row_in_the_architecture() -> None:
    """A folder that is not there is not found."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    folders = {module.parent for room in ROOMS for module in (ROOT / room).rglob("*.py")}
    missing = [f"{_name(f)}/" for f in sorted(folders) if f"`{_name(f)}/`" not in text]
    assert not missing


@pytest.mark.parametrize(
    ("module", "imported"),
    re.findall(r"([\w/]+\.py) → ([\w/]+\.py)", (ROOT / "ARCHITECTURE.md").read_text("utf-8")),
)
def test_an_arrow_of_a_walk_is_an_import(module: str, imported: str) -> None:
    """Of the module itself, or of its folder, which hands it on."""
    tree = ast.parse((ROOT / module).read_text("utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    path, folder = imported.removesuffix(".py").replace("/", "."), (ROOT / imported).parent
    handed_on = path in (folder / "__init__.py").read_text("utf-8")
    assert path in names or (handed_on and path.rpartition(".")[0] in names)


def test_every_command_has_its_line() -> None:
    """And no line is of a command that is gone."""
    named = re.findall(r"^\| `(\w+)` \|", (DOCS / "commands.md").read_text("utf-8"), re.M)
    assert sorted(named) == sorted(COMMANDS)


@pytest.mark.parametrize("place", sorted({action.place for action in ACTIONS} - {"help"}))
def test_every_key_of_the_browser_has_its_line(place: Place) -> None:
    """With its keys, its id for the settings and what its help says."""
    text = (DOCS / "review.md").read_text("utf-8")
    ids = [action.id for action in ACTIONS if action.place == place]
    for id, (keys, help) in zip(ids, help_lines(place), strict=True):
        shown = " ".join(f"`{key}`" for key in keys.split(" "))
        assert f"| {shown} | `{id}` | {help} |" in text


@pytest.mark.parametrize("name", RECORDS)
def test_every_key_and_column_of_a_list_is_explained(name: str) -> None:
    """Columns that gather a key of the claims, pairs or other verdicts of a proposition are explained together."""
    text = (DOCS / "format.md").read_text("utf-8")
    record, row = RECORDS[name]
    gathered = ("claims_", "pairs_", "otherwise_")
    wanted = [*row(specimen(record)), *(c for c in columns(name) if not c.startswith(gathered))]
    assert not [key for key in wanted if f"`{key}`" not in text]


def test_every_exit_code_has_its_line() -> None:
    """In the order of their weight, the highest last."""
    text = (DOCS / "format.md").read_text("utf-8").partition("## Exit codes")[2]
    assert re.findall(r"^\| (\d+) \|", text, re.M) == [str(code.value) for code in sorted(Exit)]
