"""The Draft tab: findings step by step, the passage of the record in its article, and nothing written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cli.browse.article import ArticleText
from cli.browse.draft_source import draft_of
from cli.browse.draft_text import Draft, DraftText
from cli.main import main
from store import open_store
from store.records import Filters
from store.store import Store
from tests.cli.browse.conftest import HOSTILE, shown
from tests.cli.drafts import made_proof

SMALL, LARGE = (80, 24), (160, 40)


def draft_over(store: Store, attack: str = "") -> Draft:
    """The made-up draft, its first two findings led to claims of the store."""
    draft = draft_of(made_proof(attack))
    claims = {claim.quote: claim for claim in store.claims.select(Filters())}
    lines = []
    for line, quote in zip(
        draft.findings, ("the ferry runs", "the quay is safe", "the lock is open"), strict=True
    ):
        claim = claims[quote]
        (start, end), *_ = claim.content
        place = replace(
            line.places[0], article=claim.article_id, claim=claim.id, start=start, end=end
        )
        lines.append(replace(line, places=(place, *line.places[1:])))
    return replace(draft, findings=tuple(lines))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_draft_opens_on_its_first_finding(
    desk: Store, drive: Any, press: Any, size: tuple[int, int]
) -> None:
    """What the draft has, what the record has, and the count, without a key."""

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot)
        for part in ("6 Draft", "passage 1 of 3 (3 to look at)", "1≈«The lock holds ten boats»", "altered: number",
                     "2⇄‹the gate is shut›",
                     "[-twelve-] {+ten+}", "3 passages, 3 to look at: 1 altered"):  # fmt: skip
            assert part in words, part
        assert isinstance(app.focused, DraftText)

    drive(desk, steps, size, drafts=[draft_over(desk)], opens="draft")


def test_the_keys_of_review_step_through_findings(desk: Store, drive: Any, press: Any) -> None:
    """To the next and the one before, and no further at either end."""

    async def steps(app: Any, pilot: Any) -> None:
        body = app.query_one(DraftText)
        for key, number in (("right_square_bracket", 2), ("J", 3), ("tab", 3), ("K", 2), ("shift+tab", 1),
                            ("left_square_bracket", 1), ("n", 2), ("N", 1)):  # fmt: skip
            words = await press(app, pilot, key)
            assert body.finding.number == number and f"passage {number} of 3" in words
        assert "No further" in words or "No further" in await press(app, pilot, "N")

    drive(desk, steps, drafts=[draft_over(desk)], opens="draft")


def test_what_needs_no_look_is_passed_over(desk: Store, drive: Any, press: Any) -> None:
    """By the keys for it alone."""
    draft = draft_over(desk)
    clean = replace(draft.findings[1], verdict="verbatim")
    draft = replace(draft, findings=(draft.findings[0], clean, draft.findings[2]))

    async def steps(app: Any, pilot: Any) -> None:
        assert "(2 to look at)" in await press(app, pilot, "n")
        assert app.query_one(DraftText).finding.number == 3

    drive(desk, steps, drafts=[draft], opens="draft")


def test_enter_jumps_to_the_passage_and_q_comes_back(desk: Store, drive: Any, press: Any) -> None:
    """The article opens with the words marked; another passage of the record is a key away."""

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot, "enter")
        assert "▶the ferry runs" in words.replace("«", "").replace("»", "")
        assert isinstance(app.focused, ArticleText) and app.focused.claim.quote == "the ferry runs"
        await press(app, pilot, "q")
        assert isinstance(app.focused, DraftText)
        await press(app, pilot, "J", "d")
        assert app.query_one(DraftText).at_place == 1
        await press(app, pilot, "d", "enter")
        assert app.focused.claim.quote == "the quay is safe"

    drive(desk, steps, drafts=[draft_over(desk)], opens="draft")


def _held(file: Path) -> list[tuple[str, str]]:
    """Every row of every table of ours."""
    with closing(sqlite3.connect(file)) as open_file:
        tables = open_file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        )
        names = [name for (name,) in tables.fetchall()]
        return [
            (name, str(open_file.execute(f'SELECT * FROM "{name}"').fetchall())) for name in names
        ]


def test_stepping_and_jumping_write_nothing(
    desk: Store, drive: Any, press: Any, tmp_path: Path
) -> None:
    """Keys that decide do nothing on a draft: the store holds the same before and after."""
    before = _held(tmp_path / "desk.db")

    async def steps(app: Any, pilot: Any) -> None:
        for key in ("a", "x", "u", "J", "enter", "q", "d", "m", "o", "R", "n", "l", "j", "h"):
            await press(app, pilot, key)
        assert isinstance(app.focused, DraftText)

    drive(desk, steps, drafts=[draft_over(desk)], opens="draft")
    assert before and _held(tmp_path / "desk.db") == before


def test_hostile_drafts_stay_letters(desk: Store, drive: Any, press: Any) -> None:
    """In the text, the panel and the head."""

    async def steps(app: Any, pilot: Any) -> None:
        for _ in range(3):
            await press(app, pilot, "J")
            assert (
                "\x1b" not in shown(app) and "\x07" not in shown(app) and "\u202e" not in shown(app)
            )

    drive(desk, steps, drafts=[draft_over(desk, HOSTILE)], opens="draft")


def test_a_draft_without_findings_and_none_at_all(desk: Store, drive: Any, press: Any) -> None:
    """Both are said."""
    nothing = Draft("Weather", "Il pleut.", 2, (), "in a language that is not read (fr)")

    async def steps(app: Any, pilot: Any) -> None:
        assert "looked up: in a language that is not read (fr)" in await press(
            app, pilot, "J", "enter"
        )

    drive(desk, steps, drafts=[nothing], opens="draft")

    async def without(app: Any, pilot: Any) -> None:
        assert "No draft is open" in await press(app, pilot, "6")

    drive(desk, without)


def test_several_drafts_follow_each_other(desk: Store, drive: Any, press: Any) -> None:
    """From the last finding of one to the first of the next."""
    second = replace(draft_over(desk), title="The second")

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot, "J", "J", "J")
        assert "The second" in words and "passage 1 of 3" in words

    drive(desk, steps, drafts=[draft_over(desk), second], opens="draft")


@pytest.mark.parametrize(
    ("named", "code", "said"),
    [("none.txt", 3, "no draft could be read; `onrecord help input`"), ("", 2, "--draft names no file; write"),
     (" ", 2, "--draft names no file; write")],
)  # fmt: skip
def test_a_draft_that_cannot_be_read_opens_no_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    named: str, code: int, said: str,
) -> None:  # fmt: skip
    """Each ends with the code of its kind, and says what to do."""
    monkeypatch.chdir(tmp_path)
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr("cli.commands.browse.sys", SimpleNamespace(stdin=terminal, stdout=terminal))
    monkeypatch.setattr("cli.browse.run.run_browser", lambda *_, **__: pytest.fail("it opened"))
    with open_store(tmp_path / "made.db"):
        pass
    assert main(["browse", "--draft", named, "--store", "made.db"]) == code
    assert said in capsys.readouterr().err
