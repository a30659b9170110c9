"""`import claims` and `import store` offer what their page names, each thing with its sentence, and
load nothing until it is asked for."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import claims
import store

DOORS = pytest.mark.parametrize("room", [claims, store], ids=lambda room: room.__name__)


@DOORS
def test_every_name_resolves_and_is_shown(room: ModuleType) -> None:
    """By attribute, by star and by dir."""
    assert set(room.__all__) <= set(dir(room))
    assert all(getattr(room, name) is not None for name in room.__all__)


@DOORS
def test_names_stand_in_order(room: ModuleType) -> None:
    """Constants, classes, functions, each by the alphabet: nobody has to search."""
    kinds = [(not n.isupper(), n[0].islower(), n) for n in room.__all__]
    assert kinds == sorted(kinds) and len(set(room.__all__)) == len(kinds)


@DOORS
def test_every_name_says_what_it_is_in_one_sentence(room: ModuleType) -> None:
    """The first paragraph of its docstring; help() shows it."""
    for name in room.__all__:
        thing = getattr(room, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            first = (inspect.getdoc(thing) or "").split("\n\n")[0]
            assert first.endswith("."), name
            assert not first.startswith(f"{name}("), f"{name} has the docstring dataclasses make"


@DOORS
def test_an_unknown_name_is_an_attribute_error(room: ModuleType) -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match=f"module '{room.__name__}' has no attribute 'nobody'"):
        room.nobody  # noqa: B018


@pytest.mark.parametrize(
    "code",
    [
        "import claims",
        "from claims import Article, Reading, Span, OnrecordError",
        "import claims; dir(claims)",
        "from store import Filters, ClaimRecord",
    ],
)
def test_a_name_costs_only_itself(code: str) -> None:
    """No engine and no database comes along with a dataclass."""
    heavy = ("spacy", "onnxruntime", "tokenizers", "numpy", "sqlalchemy", "sqlmodel")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint([m for m in {heavy} if m in sys.modules])"],
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_program_of_somebody_else_is_checked_against_our_types(tmp_path: Path) -> None:
    """With mypy at its strictest, as on our own code."""
    program = tmp_path / "program.py"
    program.write_text(
        "import claims\n"
        "from collections.abc import Iterator\n"
        "from store import ClaimRecord, Filters, open_store\n"
        "readings: Iterator[claims.Reading] = claims.read_texts(['a', {'text': 'b'}])\n"
        "with open_store('x.db') as store:\n"
        "    store.articles.save_many(list(readings))\n"
        "    weighed: int = claims.weigh_store(store)\n"
        "    stream: Iterator[ClaimRecord] = store.claims.select(Filters(speaker=('a',)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", program],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": str(Path(claims.__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "program.py:" not in done.stdout and "program.py" not in done.stderr, done.stdout
