"""Who says a quotation by the words that lead into it with a colon."""

from __future__ import annotations

import pytest

from claims.model import Article
from claims.pipeline import Pipeline

pytestmark = pytest.mark.model

LED = (
    (
        "First Mr Selwyn told us that the fans were enough. Next Ms Padmore announced free rides. Then came "
        "Mr Amory of the union: ‘Meena saved three hundred lives and they want to charge her’. I agree.",
        "Meena saved three hundred lives",
        "Amory",
    ),
    (
        "The Ledden Courier (8 May) has the former works minister, Lucia Parrish, on the Amber report: «It never "
        "reached my desk». In the same paper Gideon Straw insists of his lunch: «It is a recollection».",
        "It never reached my desk",
        "Lucia Parrish",
    ),
    (
        "“Too many days have been promised,” sighed lottery boss Savita Henley. And who can forget Rosamund "
        "Thevenin’s question: “What else should a poor woman have?”\n\nYusuf Kelling, patron of agents, on last "
        "winter’s warning: “We sent them the photographs of every ticket.”",
        "What else should a poor woman have?",
        "Rosamund Thevenin",
    ),
    (
        "The Morning Sentry quoted Judge Homer Tavish: “I have come to hang somebody and I will.” The judge said "
        "that his hearings would be closed.",
        "I have come to hang somebody",
        "Homer Tavish",
    ),
)


@pytest.mark.parametrize(("text", "words", "speaker"), LED, ids=[speaker for *_, speaker in LED])
def test_who_is_brought_in_before_a_colon_says_the_quotation_behind_it(
    pipeline: Pipeline, text: str, words: str, speaker: str
) -> None:
    assert said(pipeline, text, words) == {speaker}


def test_an_office_from_which_the_best_line_comes_is_the_speaker(pipeline: Pipeline) -> None:
    text = (
        "Orla Penn said the trial was long. Our favourite line is also from the judge: “A court can ask, and only "
        "a parliament can make a minister answer.”"
    )
    assert said(pipeline, text, "A court can ask") == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Rolf Orr said the pier was shut. Nobody spoke of Ada Holm: “The tide will take it all in the end.”",
        "The fee is paid by Ada Holm’s tenants: “Every tenth sack goes to the mill on the hill.”",
        "Ada Holm was met with chants at noon: “We are all here to stay for good.”",
    ],
    ids=["spoken of", "an owner of others", "who hears it"],
)
def test_who_is_only_spoken_of_before_a_colon_says_nothing(pipeline: Pipeline, text: str) -> None:
    words = text[text.index("“") + 1 : text.index("“") + 20]
    assert "Ada Holm" not in said(pipeline, text, words)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Keld Herald carried Zubeida Orr's charge that the fire warnings had been disregarded.",
            "Zubeida Orr",
        ),
        ("The paper leads on Ada Holm's warning that the fire watch would be cut.", "Ada Holm"),
        ("Per Orr has no time for it. Ada Holm said that the fire watch would be cut.", "Ada Holm"),
    ],
)
def test_what_stands_behind_a_noun_for_somebodys_words_is_the_owners(
    pipeline: Pipeline, text: str, speaker: str
) -> None:
    assert speaker in said(pipeline, text, "the fire")


def said(pipeline: Pipeline, text: str, words: str) -> set[str | None]:
    """The names of those who are given a quotation that begins so."""
    (reading,) = pipeline.read([Article("led", text)])
    at = text.index(words)
    return {
        claim.speaker.name
        for claim in reading.claims
        if any(span.start <= at < span.end for span in claim.content)
    }
