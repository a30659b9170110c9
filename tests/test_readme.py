"""The README keeps what it promises: its picture is there and asks no network, its commands
exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.command_table import COMMANDS
from docs.samples import renewed

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_links_lead_to_files() -> None:
    """Pictures and pages of our own."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links and all((ROOT / link).is_file() for link in links)


def test_the_picture_loads_nothing() -> None:
    """It is drawn from the real browser by `make picture`; its fonts are the reader's."""
    picture = (ROOT / "docs" / "browse.svg").read_text(encoding="utf-8")
    assert "Marrant" in picture and "url(http" not in picture and "<image" not in picture


def test_every_command_it_names_exists() -> None:
    """As a reader would type it."""
    named = set(
        re.findall(
            r"onrecord ([a-z]+)\b(?! reads)",
            "\n".join(re.findall(r"`[^`]+`|^    .+$", README, re.M)),
        )
    )
    assert named - {"onrecord"} <= set(COMMANDS) | {"where"}, named - set(COMMANDS)


@pytest.mark.model
def test_its_samples_are_what_the_demo_shows() -> None:
    """Output and ids; `make samples` puts them right."""
    assert renewed(README) == README
