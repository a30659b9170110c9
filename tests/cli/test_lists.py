"""What every list says of a name that nobody has: an empty list would look like an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions
from cli.main import main
from store.store import open_store

TEXT = "Tam Oduya said the quay is safe."


@pytest.fixture(scope="module")
def lists_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One claim of one speaker in one outlet."""
    place = (Span(10, 14),), (Span(0, 9),), (Span(15, 31),)
    claim = Claim(*place, "indirect", Stance(), Speaker("person", "Tam Oduya", mention="Tam Oduya"))
    article = Article("a", TEXT, outlet="Harrow Ledger", published="2031-04-02")
    path: Path = tmp_path_factory.mktemp("lists") / "lists.db"
    with open_store(path) as store:
        store.articles.save(
            Reading(article, Header(), (claim,), Versions("1", "sm", "net", "aaaa"))
        )
    return str(path)


@pytest.mark.parametrize("word", ["speaker:Odyua", "outlet:Harow"])
@pytest.mark.parametrize(
    "command", ["list", "check", "speakers", "export --csv", "quality", "audit", "review --next"]
)
def test_a_name_that_nobody_has_brings_those_that_may_be_meant(
    word: str, command: str, lists_store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of speakers and of outlets alike, whatever is listed."""
    main([*command.split(), word, "--no-input", "--store", lists_store])
    meant = "Tam Oduya" if word.startswith("speaker") else "Harrow Ledger"
    assert f"did you mean {meant}?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["list", "check", "audit", "review --next", "report"])
def test_a_word_that_is_no_filter_is_refused_with_those_there_are(
    command: str, lists_store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a claim is to be reviewed, too."""
    assert main([*command.split(), "foo:bar", "--store", lists_store]) == 2
    assert "foo is no filter word; the filter words are speaker, outlet" in capsys.readouterr().err
