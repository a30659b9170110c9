"""Which claims a passage is compared with."""

from __future__ import annotations

from claims.proof.nearest import clear_ones, compared
from claims.proof.passages import passages_of
from tests.claims.proof import made

SAID = "the weir gauge was moved at dusk by the night crew"
OTHER = "the gauge of the ferry was mended"
LONG = f"{SAID}, and {', and '.join(f'lock {n} was left open' for n in range(30))}"
TEXT = f"Ana Reyes said that {SAID}.\nAna Reyes said {OTHER}.\nAna Reyes said on Sunday {LONG}."


def _compared(words: str, *, every: bool = False) -> list[str]:
    """The words of the claims beside which indirect speech of Ana Reyes is set."""
    text = f"Ana Reyes said that {words}."
    reading = made.draft(text, made.claim(text, words, "Ana Reyes", kind="indirect"))
    claims = [made.recorded(TEXT, one, "Ana Reyes", kind="indirect") for one in (SAID, OTHER, LONG)]
    (passage,) = passages_of(reading)
    found = compared(reading, passage, [made.article(TEXT, claims)], every=every)
    return [beside.near.claim.stated.quote for beside in found]


def test_beside_a_clear_claim_none_is_looked_at_that_shows_less() -> None:
    """Nor one that is far longer: what is meant is found."""
    assert _compared(SAID) == [SAID]


def test_every_claim_is_compared_where_that_is_asked() -> None:
    """As weights are fitted to, but those that share far less."""
    assert {*_compared(SAID, every=True)} == {SAID, LONG}


def test_every_claim_is_compared_where_none_is_clear() -> None:
    """What says it in other words may be any of them."""
    assert {SAID, OTHER} <= {*_compared("somebody had shifted a gauge")}


def test_a_claim_of_somebody_else_is_never_clear() -> None:
    """Its speaker may say it in another article."""
    text = f"Mira Oduya said that {SAID}."
    reading = made.draft(text, made.claim(text, SAID, "Mira Oduya", kind="indirect"))
    held = made.article(TEXT, [made.recorded(TEXT, SAID, "Ana Reyes", kind="indirect")])
    (passage,) = passages_of(reading)
    assert clear_ones(reading, passage, [held]) is None
