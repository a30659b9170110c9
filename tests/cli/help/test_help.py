"""`onrecord help`: topics from the project's own pages, and the help of commands."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from cli.command_table import COMMANDS
from cli.help.topics import TOPICS, text_of, topic
from cli.main import main
from cli.views.help import WIDTH, Page
from docs.topics import PAGES, page_of


@pytest.mark.parametrize("name", TOPICS)
def test_a_page_is_what_the_projects_page_says(name: str) -> None:
    """`python -m docs.topics` takes it over anew."""
    assert text_of(TOPICS[name]) == page_of(TOPICS[name])


@pytest.mark.parametrize("name", TOPICS)
def test_a_key_in_a_page_begins_no_link(name: str) -> None:
    """As the brackets that the browser steps by: taken for a link, they left empty marks behind."""
    assert not re.search(r"(?<!`)``(?!`)|\]\(", text_of(TOPICS[name]))


def test_no_page_is_left_over() -> None:
    """Of a topic that is gone."""
    assert {page.stem for page in PAGES.glob("*.txt")} == set(TOPICS)


@pytest.mark.parametrize("name", TOPICS)
def test_a_page_is_set_in_a_terminal_and_plain_in_a_pipe(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Readable in 80 columns, and as Markdown without a link."""
    assert main(["help", name]) == 0
    out = capsys.readouterr().out
    assert out == text_of(TOPICS[name]) and "](" not in out and "\x1b" not in out
    drawn = io.StringIO()
    Console(file=drawn, width=80, force_terminal=True).print(Page(out))
    lines = drawn.getvalue().splitlines()
    assert len(lines) > 5 and "…" not in drawn.getvalue().replace("backup-…", "").replace(" … ", "")
    assert WIDTH >= 80


def test_without_a_word_the_topics_are_listed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what each is about."""
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["help"]) == 0
    out, err = capsys.readouterr()
    assert all(name in out and TOPICS[name].summary in out for name in TOPICS)
    assert "onrecord --help" in err


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - set(TOPICS)))
def test_of_a_command_it_is_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Letter for letter."""
    assert main([name, "--help"]) == 0
    own = capsys.readouterr().out
    assert main(["help", name]) == 0
    assert capsys.readouterr().out == own


def test_a_topic_that_is_a_command_too_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """The page comes first, for the options have a way of their own."""
    assert main(["help", "review"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# ") and "`onrecord review --help`" in err


@pytest.mark.parametrize(
    ("word", "meant"), [("fiters", "filters"), ("lables", "labels"), ("exprot", "export")]
)
def test_an_unknown_word_brings_the_nearest(
    word: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Topics, other words for them, and commands."""
    assert main(["help", word]) == 2
    assert f"did you mean {meant}?" in capsys.readouterr().err


def test_other_words_lead_to_a_topic() -> None:
    """Each to one."""
    assert topic("Labels") is topic("single-source") is topic("single source")
    others = [other for t in TOPICS.values() for other in (t.name, *t.others)]
    assert len(set(others)) == len(others)
