"""Review by key: each judgement reaches the store, is shown beside the machine's value, and can be
taken back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from store.records import Filters
from store.store import Store


def quotes(store: Store, status: str) -> list[str]:
    """The words of the claims with a status."""
    return [claim.quote for claim in store.claims.select(Filters(status=(status,)))]


def one(store: Store, words: str) -> Any:
    """The first claim of these words."""
    return next(claim for claim in store.claims.select() if claim.quote == words)


@pytest.mark.parametrize(("key", "status"), [("a", "correct"), ("x", "wrong"), ("u", "unsure")])
def test_deciding_moves_on(desk: Store, drive: Any, press: Any, key: str, status: str) -> None:
    """One key decides and goes to the next unreviewed claim; the count follows."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "j", key)
        assert app.focused.cursor == 2
        assert "1 of 10 reviewed" in screen and f"{status} · " in screen and "(z undo)" in screen

    drive(desk, steps)
    assert quotes(desk, status) == ["the ferry runs"]
    assert desk.decisions.select()[0].reviewer == "Kim"


def test_in_the_article_too(desk: Store, drive: Any, press: Any) -> None:
    """The next unreviewed claim of the article is in hand."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "enter", "a", "x")
        assert "claim 3 of 4 (2 reviewed)" in screen

    drive(desk, steps)
    assert quotes(desk, "wrong") == ["the ferry runs"]


def test_undo_and_redo_by_key_outlive_the_session(desk: Store, drive: Any, press: Any) -> None:
    """z in a later session takes back what an earlier one decided; Z brings it back."""

    async def decide(app: Any, pilot: Any) -> None:
        await press(app, pilot, "a", "x")

    async def undo(app: Any, pilot: Any) -> None:
        assert "taken back" in await press(app, pilot, "z", "z")
        assert desk.claims.coverage(Filters()).reviewed == 0
        assert "nothing to take back" in await press(app, pilot, "z")
        await press(app, pilot, "Z")
        assert desk.claims.coverage(Filters()).reviewed == 1

    drive(desk, decide)
    drive(desk, undo)


def test_the_speaker_is_chosen_from_candidates_with_reasons(
    desk: Store, drive: Any, press: Any
) -> None:
    """Others of the article stand there with why; a number or an arrow chooses."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "j", "j", "s")
        assert "2 claims here, the nearest" in screen and "(nobody)" in screen
        await press(app, pilot, *"oduya")
        await press(app, pilot, "down", "enter")
        assert "speaker Tam Oduya" in await press(app, pilot, "k")

    drive(desk, steps)
    # The article does not say who the officials are: the name stands beside the claim, not in it.
    claim = one(desk, "tolls rise")
    assert (claim.speaker, claim.mention) == (None, "Officials")
    (decision,) = desk.decisions.in_force("speaker")
    assert decision.subject == claim.id


def test_a_speaker_can_be_typed(desk: Store, drive: Any, press: Any) -> None:
    """A name that nobody has is entered; the form of the article becomes an alias where it is none
    of the name."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "j", "s", *"Marta", "space", *"Quill", "enter")

    drive(desk, steps)
    assert one(desk, "the ferry runs").speaker == "Marta Quill"


def test_words_are_selected_for_a_content(desk: Store, drive: Any, press: Any) -> None:
    """space begins, movement extends, enter takes; the machine's words stay beside."""

    async def steps(app: Any, pilot: Any) -> None:
        assert "Which words" in await press(app, pilot, "j", "e")
        assert "selected: the ferry runs" in await press(app, pilot, "enter")
        await press(app, pilot, "left", "space", "right")
        assert "selected: ferry runs" in await press(app, pilot)
        await press(app, pilot, "enter")

    drive(desk, steps)
    claim = one(desk, "ferry runs")
    assert claim.status == "corrected" and claim.machine["quote"] == "the ferry runs"


def test_parts_are_joined_with_plus(desk: Store, drive: Any, press: Any) -> None:
    """A content may lie apart."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(
            app, pilot, "j", "e", "enter", "space", "plus", "left", "left", "left", "left", "enter"
        )

    drive(desk, steps)
    assert len(next(c for c in desk.claims.select(Filters(status=("corrected",)))).content) == 2


def test_stance_and_chain_are_corrected(desk: Store, drive: Any, press: Any) -> None:
    """A stance is chosen, a chain is typed."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "j", "t", *"deny", "enter", "k", "c", *"Tam;Officials", "enter")

    drive(desk, steps)
    claim = one(desk, "the ferry runs")
    chain = [link.intermediary for link in claim.chain]
    assert (claim.stance, chain) == ("deny", ["Tam", "Officials"])


def test_a_missed_claim_is_added_by_selecting(desk: Store, drive: Any, press: Any) -> None:
    """Content, then source, then who that is."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "G", "k", "enter", "n")
        assert "1 of 2" in screen
        await press(app, pilot, "space", "left", "enter")
        screen = await press(app, pilot)
        assert "2 of 2" in screen
        await press(app, pilot, "space", "enter")
        screen = await press(app, pilot, "enter")
        assert "claim entered" in screen

    drive(desk, steps)
    added = [claim for claim in desk.claims.select() if claim.added]
    assert len(added) == 1 and added[0].status == "correct"


def test_a_missed_claim_stands_in_the_list_at_once(desk: Store, drive: Any, press: Any) -> None:
    """Added from the list, it is there without filtering anew."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "j", "n", "space", "right", "enter", "space", "enter", "enter")
        screen = await press(app, pilot)
        assert app.focused.count == 11 and "1 of 11 reviewed" in screen

    drive(desk, steps)


def test_a_claim_whose_entering_is_taken_back_leaves_the_list_at_once(
    desk: Store, drive: Any, press: Any
) -> None:
    """And it is there again when that is brought back."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "j", "n", "space", "right", "enter", "space", "enter", "enter")
        screen = await press(app, pilot, "z")
        assert app.focused.count == 10 and "0 of 10 reviewed" in screen
        await press(app, pilot, "Z")
        assert app.focused.count == 11

    drive(desk, steps)


def test_within_a_window_nothing_of_the_desk_below_is_offered(
    desk: Store, drive: Any, press: Any
) -> None:
    """Nor does it do anything: the keys are the window's."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "question_mark")
        offered = {
            held.binding.description
            for held in app.screen.active_bindings.values()
            if held.binding.show
        }
        assert not offered & {"Open", "Correct", "Wrong", "Speaker", "Filter"}

    drive(desk, steps)


def test_two_claims_are_one_proposition_or_not(desk: Store, drive: Any, press: Any) -> None:
    """m marks one, = and ! say of another what holds, o and O of the origins."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "m", "j", "equals_sign", "j", "O")

    drive(desk, steps)
    first = next(iter(desk.claims.select()))
    same, origin = desk.decisions.in_force("proposition", "origin")
    assert json.loads(same.after) == {"with": first.id, "same": True}
    assert json.loads(origin.after) == {"with": first.id, "relation": "different"}


def test_an_outlet_is_corrected_and_an_article_read_wholly(
    desk: Store, drive: Any, press: Any
) -> None:
    """L and R bear on the article of the claim in hand."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "L", *["backspace"] * 20, *"New", "enter")
        assert "read by Kim" in await press(app, pilot, "R", "enter")

    drive(desk, steps)
    assert next(iter(desk.claims.select())).outlet == "New"


def test_verdicts_follow_a_judgement(desk: Store, drive: Any, press: Any) -> None:
    """A claim marked wrong leaves its proposition, and the reasons say so."""
    from cli.jobs.corroborate import bring_up_to_date

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "3", "j", "l", "l", "x")
        await press(app, pilot)

    before = next(
        v for v in desk.propositions.select(Filters()) if v.claims[0].claim.quote == "tolls rise"
    )
    drive(desk, steps, weigh=lambda: bring_up_to_date(desk))
    after = next(
        v for v in desk.propositions.select(Filters()) if v.claims[0].claim.quote == "tolls rise"
    )
    assert len(after.claims) == len(before.claims) - 1


def test_the_latest_decisions_are_listed(desk: Store, drive: Any, press: Any) -> None:
    """D shows who decided what."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "a", "x", "D")
        assert "Kim" in screen and "wrong" in screen and "correct" in screen

    drive(desk, steps)
