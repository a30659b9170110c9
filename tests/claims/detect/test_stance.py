"""What cues do with their contents, in sentences of our own; the parts are marked, so no model is
needed.

<source> [cue] {content}. Which words are the cue is the detector's work.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.detect.stance import stance_of
from claims.model import Attribution, Span, Stance

CLOSE = {"<": ">", "[": "]", "{": "}"}


def marked(line: str) -> tuple[str, Attribution]:
    """The plain text and the attribution that the marks show."""
    parts: dict[str, list[Span]] = {"<": [], "[": [], "{": []}
    text = ""
    for piece in re.split(r"(<[^>]*>|\[[^\]]*\]|\{[^}]*\})", line):
        if piece[:1] in CLOSE and piece.endswith(CLOSE[piece[0]]):
            parts[piece[0]].append(Span(len(text), len(text) + len(piece) - 2))
            piece = piece[1:-1]
        text += piece
    return text, Attribution(tuple(parts["["]), tuple(parts["<"]), tuple(parts["{"]), 1.0)


def read(line: str) -> Stance:
    return stance_of(*marked(line))


CASES = [
    ("{The quay is safe}, <Ms. Oduya> [said].", "assert"),
    ("[According to] <the harbour board>, {the quay is safe}.", "assert"),
    ("<The study> [found] {that herring had returned}.", "assert"),
    ("<Oduya> [agreed] {that the quay was old}.", "assert"),
    ("<Oduya> [said] {she did not know the reason}.", "assert"),
    ("<The mayor> [denied] {that the quay was unsafe}.", "deny"),
    ("<The mayor> [has strongly denied] {any part in the sale}.", "deny"),
    ("<The mayor> [rejected] {the claim that she had sold the quay}.", "deny"),
    ("<The board> [dismissed as false] {reports of a leak}.", "deny"),
    ("<Police> [ruled out] {foul play}.", "deny"),
    ("[Denying] {that he had been paid}, <Brandt> left.", "deny"),
    ("<Inspectors> [found no evidence that] {the valve was cut}.", "deny"),
    ("<She> [believes] {the port will close}.", "believe"),
    ("<Union members> [oppose] {the sale}.", "believe"),
    ("<The council> [plans] {to sell the quay}.", "plan"),
    ("<The council> [is considering] {selling the quay}.", "plan"),
    ("<Reporters> [asked] {whether the quay was safe}.", "ask"),
    ("{“Is the quay safe?”} <Brandt> [said].", "ask"),
    ("<The union> [called for] {a strike}.", "ask"),
    ("<The captain> [told] the crew {to stay below}.", "ask"),
    ("<The captain> [warned] them {not to swim}.", "ask"),
    ("Did <the mayor> [say] {that the quay was safe}?", "ask"),
    ("<The mayor> [vowed] {to rebuild the quay}.", "promise"),
    ("<The two towns> [agreed] {to share the cost}.", "promise"),
    ("<The union> [accused] {the board of neglect}.", "accuse"),
    ("<He> [allegedly] {took the ledger}.", "accuse"),
    ("<The mayor> [declined to] {comment}.", "decline"),
    ("{“No comment,”} <the mayor> [said].", "decline"),
    ("<The mayor> [did not say] {whether the quay would reopen}.", "decline"),
    ("<The mayor> [stopped short of saying] {that the quay would reopen}.", "decline"),
    ("<The board> [would neither confirm nor deny] {the sale}.", "decline"),
    ("<The board> [could not confirm] {that the valve was cut}.", "decline"),
    ("<The board> [did not respond to] {questions about the sale}.", "decline"),
    ("<No one> [said] {that the quay was safe}.", "decline"),
    ("If <the mayor> [says] {the quay is safe}, people will believe it.", "decline"),
    ("<The mayor> [refused to deny] {that the quay was sold}.", "decline"),
    ("<The court> [denied] {a request for bail}.", "decline"),
]


@pytest.mark.parametrize(("line", "stance"), CASES)
def test_the_cue_decides_what_is_done_with_the_content(line: str, stance: str) -> None:
    """Denials, questions and refusals are never assertions."""
    assert read(line).stance == stance


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("<The mayor> [did not deny] {that the quay was sold}.", "deny"),
        ("<She> [does not believe] {the port will close}.", "believe"),
        ("<She> [doubts] {that the port will close}.", "believe"),
        ("<He> [never promised] {a new quay}.", "promise"),
        ("<The board> [has no plans to] {sell the quay}.", "plan"),
        ("<Few experts> [believe] {the port will close}.", "believe"),
    ],
)
def test_a_negated_act_is_negative(line: str, stance: str) -> None:
    """Nothing follows from a denial that was not made."""
    found = read(line)
    assert (found.stance, found.polarity) == (stance, "negative")


@pytest.mark.parametrize(
    "line",
    [
        "<The mayor> [could not resist pointing out] {that the quay was old}.",
        "<The mayor> [not only said] {that the quay was old}, she proved it.",
        "<She> [said] {that the quay was not closed}.",
        "<The mayor>, who had not slept, [said] {the quay was old}.",
    ],
)
def test_a_negation_elsewhere_does_not_reach_the_cue(line: str) -> None:
    """What the content or another clause negates is no refusal."""
    assert (read(line).stance, read(line).polarity) == ("assert", "positive")


@pytest.mark.parametrize(
    "line",
    [
        "<The mayor> [reportedly said] {the quay was sold}.",
        "<The mayor> [appeared to suggest] {the quay was sold}.",
        "{The mayor} [is said to] {have sold the quay}.",
        "<The mayor> [may announce] {a sale}.",
    ],
)
def test_distance_and_possibility_are_hedged(line: str) -> None:
    """The writer does not vouch for the act itself."""
    assert read(line).hedged


def test_a_plain_statement_is_not_hedged() -> None:
    """“Said” keeps no distance."""
    assert not read("<The mayor> [said] {the quay was sold}.").hedged


def test_the_reason_names_the_words_that_decided() -> None:
    """So that a reader can check it."""
    assert (
        read("<The mayor> [did not deny] {the sale}.").reason
        == "Stance deny: “deny”, negated by “not”."
    )


@given(st.text(max_size=60), st.lists(st.integers(0, 60), min_size=6, max_size=6))
def test_any_spans_of_any_text_have_a_stance(text: str, cuts: list[int]) -> None:
    """Whatever the detector hands over, nothing raises."""
    a, b, c, d, e, f = (min(cut, len(text)) for cut in cuts)
    spans = [
        tuple([Span(min(x, y), max(x, y))] if x != y else []) for x, y in ((a, b), (c, d), (e, f))
    ]
    assert stance_of(text, Attribution(spans[0], spans[1], spans[2], 1.0)).reason
