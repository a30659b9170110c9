"""Why a source is unnamed, case by case, on sentences of our own; spaCy parses, the spans are
given."""

from __future__ import annotations

import re

import pytest

from claims.model import Article, Attribution, Header, Span
from claims.resolve import resolve
from claims.resolve.model import Resolution
from claims.resolve.provenance.anonymity import reason_of, statements

pytestmark = pytest.mark.model
MARK = re.compile(r"\{([^}]+)\}|<([^>]+)>")


def read(nlp, marked: str) -> tuple[str, list[Resolution]]:  # type: ignore[no-untyped-def]
    """Resolves a text in which {source} and <cue> are marked, in pairs; their sentences' rest is no
    matter here."""
    text, sources, cues, at = "", list[Span](), list[Span](), 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        words = match[1] or match[2]
        (sources if match[1] else cues).append(Span(len(text), len(text) + len(words)))
        text += words
        at = match.end()
    text += marked[at:]
    found = [
        Attribution((cue,), (source,), (), 1.0) for source, cue in zip(sources, cues, strict=True)
    ]
    return text, resolve(nlp(text), found, Article("a", text), Header())


SAID = [
    (
        "condition",
        "{A harbour official} <said> on condition of anonymity that the pier would "
        "close.",
    ),
    ("condition", "{An aide}, who asked not to be named, <said> the vote was off."),
    ("condition", "{A resident} who did not want to give her name <said> the road was shut."),
    ("condition", "{An executive} <said>, speaking on background, that the plant would go."),
    ("condition", "“It is a mess,” <said> {a clerk}, requesting anonymity."),
    (
        "unauthorised",
        "{An aide}, who was not authorised to speak publicly, <said> the vote was "
        "off.",
    ),
    (
        "unauthorised",
        "{An officer} <said> the ship had left, asking not to be named because he "
        "was not authorized to talk to the press.",
    ),
    (
        "unauthorised",
        "{An engineer}, who is barred from speaking to reporters, <said> the dam "
        "leaked.",
    ),
    ("unauthorised", "“It leaks,” <said> {an engineer} who lacked permission to discuss the dam."),
    (
        "unauthorised",
        "Because she was not cleared to talk to reporters, {a lawyer for the port} "
        "who <said> the case was closed asked not to be named.",
    ),
    (
        "fear",
        "“It is over,” <said> {one employee}, who asked not to be named for fear of "
        "reprisal.",
    ),
    (
        "fear",
        "{A nurse} <said> on condition of anonymity because she feared losing her "
        "job that beds were short.",
    ),
    (
        "fear",
        "Fearing retribution, {two farmers} who asked that their names be withheld "
        "<said> the soldiers had come at night.",
    ),
    (
        "fear",
        "{A shopkeeper}, who declined to be identified for safety reasons, <said> "
        "the gang had come back.",
    ),
    (
        "rules",
        "Citing security rules, {a senior officer} who asked not to be identified "
        "<said> the convoy had left.",
    ),
    (
        "rules",
        "{A soldier}, who gave only his first name in line with army regulations, "
        "<said> it was quiet.",
    ),
    (
        "rules",
        "{The official} <said> talks had begun, speaking on condition of anonymity "
        "in keeping with ministry protocol.",
    ),
    ("rules", "{A manager} who cannot be named for legal reasons <said> the firm knew."),
    (
        "sensitive",
        "{Two people close to the talks} <said> a deal was near. They asked not to "
        "be identified because the negotiations are private.",
    ),
    (
        "sensitive",
        "{A diplomat} who was granted anonymity to discuss the talks <said> they "
        "had failed.",
    ),
    (
        "sensitive",
        "{An official} <said> a charge was likely. The official asked not to be "
        "named, citing the ongoing investigation.",
    ),
    (
        "candour",
        "{A former minister} <said> he would not vote for it, speaking anonymously "
        "to talk frankly about his party.",
    ),
    (
        "candour",
        "{A deputy}, who insisted on anonymity so she could speak candidly, <said> "
        "the list was weak.",
    ),
    (
        "privacy",
        "{A woman} who asked that her name not be used to protect her family's "
        "privacy <said> the clinic had closed.",
    ),
    (
        "other",
        "{A trader}, who asked not to be named because he sits on the orchestra, "
        "<said> prices fell.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "marked"), SAID, ids=[text[:60] for _, text in SAID])
def test_the_reason_is_read_with_its_words(nlp, reason: str, marked: str) -> None:  # type: ignore[no-untyped-def]
    """The class, and the words of the text that say so."""
    text, (found,) = read(nlp, marked)
    anonymity = found.setting.anonymity
    assert anonymity is not None
    start, end = anonymity.evidence.span
    assert (anonymity.value, anonymity.evidence.text) == (reason, text[start:end])
    assert found.speaker.name is None


NOT_SAID = [
    "{Anna Berg}, who asked not to be photographed, <said> the pier was safe.",
    "{Anna Berg} <said> the suspect declined to give his name.",
    "{Peter Lund} <said> he was not authorised to speak for the board.",
    "{A resident} <said> the road was shut. The driver, who has not been named, was taken to hospital.",
    "{An official} <said> the mayor was not allowed to speak at the rally.",
    "{Several traders} <said> they feared losing their licences.",
    "{An official} <said>: “One man asked not to be named because he feared the gang.”",
    "{A police spokesman} <said> two people had died. Their names were withheld until relatives had been told.",
    "{A spokeswoman for the court} <said> the witness could not be identified for legal reasons.",
    "{A teacher} <said> the pupils were not allowed to speak in class.",
    "{An organiser} <said> callers could leave tips anonymously.",
]


@pytest.mark.parametrize("marked", NOT_SAID, ids=[text[:60] for text in NOT_SAID])
def test_what_is_said_of_others_is_no_reason(nlp, marked: str) -> None:  # type: ignore[no-untyped-def]
    """A person with a name, somebody spoken of, words within a quotation."""
    _, (found,) = read(nlp, marked)
    assert found.setting.anonymity is None


def _values(found: list[Resolution]) -> list[str | None]:
    return [r.setting.anonymity.value if r.setting.anonymity else None for r in found]


def test_a_source_taken_up_again_keeps_its_reason_and_another_does_not_get_it(nlp) -> None:  # type: ignore[no-untyped-def]
    """ "The diplomat added" is the same; "another diplomat" is not."""
    _, found = read(
        nlp,
        "{A diplomat}, who asked not to be named for fear of reprisal, <said> it was over. "
        "{The diplomat} <added> that both sides knew. {Another diplomat} <said> it was not.",
    )
    assert _values(found) == ["fear", "fear", None]


def test_a_reason_given_later_holds_for_what_the_same_source_said_before(nlp) -> None:  # type: ignore[no-untyped-def]
    """The source is met first, and said to be unnamed at its second mention."""
    _, found = read(
        nlp,
        "{A customs officer} <said> the crates were empty. "
        "{The officer}, who was not authorised to speak, <said> three men were held.",
    )
    assert _values(found) == ["unauthorised", "unauthorised"]


def test_an_unnamed_source_brought_in_between_ends_it_though_nothing_is_claimed(nlp) -> None:  # type: ignore[no-untyped-def]
    """ "The source" is then the second one."""
    _, found = read(
        nlp,
        "{One source}, who requested anonymity, <said> the fund was empty. "
        "A second source confirmed it. {The source} <said> it had been so for years.",
    )
    assert _values(found) == ["condition", None]


def test_a_first_name_whose_surname_is_kept_back_has_a_reason_and_keeps_its_name(nlp) -> None:  # type: ignore[no-untyped-def]
    """Half a name is a name; why it is half is told."""
    _, found = read(
        nlp, "{Lina}, whose surname was withheld for her safety, <said> the bridge was closed."
    )
    assert (_values(found), found[0].speaker.name) == (["fear"], "Lina")


def test_a_pronoun_that_speaks_unnamed_is_not_given_the_last_name(nlp) -> None:  # type: ignore[no-untyped-def]
    """The article contradicts the guess, and the guess is kept as the next best."""
    _, found = read(
        nlp,
        "{One delegate} <said> the hall was cold and blamed Peter Lund. "
        "He left early, {he} <said>, on condition of anonymity to speak freely.",
    )
    assert found[1].speaker.name is None
    assert _values(found)[1] == "candour"


def test_of_two_reasons_the_first_one_counts() -> None:
    """The class follows the first telling word."""
    assert reason_of("because she was not authorised to discuss a private matter") == "unauthorised"
    assert reason_of("for fear of breaking the rules") == "fear"


def test_more_blanks_than_one_and_hostile_lengths_are_read() -> None:
    """A text's layout changes nothing, and a run of the same words ends soon."""
    (one,) = statements("He requested   anonymity  to speak  freely.", lambda at: False)
    assert one.reason == "candour"
    assert not statements("asked " * 20_000 + "not", lambda at: False)
