"""Where it is not sure who speaks, or what is said, nobody is accused of a fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Span
from claims.proof.conditions import condition_words
from claims.proof.disowned import disowning
from claims.proof.frames import Frame, keeps
from claims.proof.model import Finding, Voice
from claims.proof.mouths import same_mouth
from tests.claims.proof import made
from tests.claims.proof.test_kinds import reported

TILL = "The till was empty by noon"


def _between(draft: str, record: str, cue: str = "said") -> Finding:
    """A quotation that the draft's reading gives to Tam Lorne and the record's to Ana Reyes."""
    reading = made.draft(draft, made.claim(draft, TILL, "Tam Lorne", cue=cue))
    article = made.article(record, [made.recorded(record, TILL, "Ana Reyes")])
    (finding,) = made.findings(reading, article)
    return finding


def test_words_whose_giver_stands_beside_them_on_both_sides_are_in_another_mouth() -> None:
    """Nothing is in doubt."""
    finding = _between(f"“{TILL},” Tam Lorne said.", f"“{TILL},” Ana Reyes said.")
    assert finding.verdict == "other speaker"


def test_words_behind_one_name_and_far_from_the_other_are_not_in_another_mouth() -> None:
    """The draft's reading took the next sentence's speaker."""
    draft = f"The paper found Ana Reyes in no mood for detail: “{TILL}.” Tam Lorne, a baker, said no more."
    assert _between(draft, f"“{TILL},” Ana Reyes said.").verdict in ("verbatim", "cannot tell")


def test_two_names_that_are_sure_are_never_one_mouth(monkeypatch: pytest.MonkeyPatch) -> None:
    """However loosely the words hang on either, as in the second half of a quotation that a name parts."""
    monkeypatch.setattr("claims.proof.doubts.sigmoid", lambda _: 0.0)
    finding = _between(f"“{TILL},” Tam Lorne said.", f"“{TILL},” Ana Reyes said.")
    assert finding.verdict == "cannot tell"


def test_a_pronoun_of_the_other_sex_means_another() -> None:
    """ "She" is not Peter Lund, however near he is named; it may be whom the reading missed where he is a woman."""
    record = f"Ana Reyes, who came after Lund, was sad. “{TILL},” she said of Lund."
    held = made.recorded(record, TILL, "Ana Reyes")
    she = replace(held, stated=replace(held.stated, mention="she"), speaker_confidence=0.9)
    for name, other in (("Peter Lund", True), ("Mary Lund", False)):
        draft = f"“{TILL},” {name} said."
        reading = made.draft(draft, made.claim(draft, TILL, name))
        (finding,) = made.findings(reading, made.article(record, [she]))
        assert (finding.verdict == "other speaker") is other


@pytest.mark.parametrize(
    ("mention", "other"),
    [("the minister", True), ("the port minister", True), ("the clerk", False), ("the speaker of the day", False)],
)  # fmt: skip
def test_an_office_that_somebody_else_holds_is_not_who_is_named(mention: str, other: bool) -> None:
    """The record names the minister, and gives the words to another; of an office that nobody is named in nothing is
    known."""
    record = f"Mira Oduya, the port minister, stayed away. “{TILL},” Ana Reyes said for her."
    draft = f"“{TILL},” {mention} said."
    claim = made.claim(draft, TILL, mention)
    described = replace(claim, speaker=replace(claim.speaker, kind="unnamed", name=None))
    article = made.article(record, [made.recorded(record, TILL, "Ana Reyes")])
    (finding,) = made.findings(made.draft(draft, described), article)
    assert (finding.verdict == "other speaker") is other


def test_a_description_that_tells_the_name_is_whom_the_other_names() -> None:
    """A mother who gave her name only as Ana."""
    described = Voice(None, "unnamed", "A mother of four, who gave her name only as Ana")
    assert same_mouth(Voice("Ana", "person", "Ana"), described) == "same"
    assert same_mouth(Voice("Tish", "person", "Tish"), described) != "same"


@pytest.mark.parametrize(
    ("record", "words", "verdict", "kind"),
    [
        ("she hoped the new skipper would attend the next vigil", "the new skipper would attend the next vigil",
         "other stance", "hedged"),
        ("she would publish a review of night work in the autumn",
         "she would publish a review of night work in the spring",
         "differs", "time"),
        ("40 per cent of the arrears had come in on Wednesday", "all of the arrears had come in on Wednesday",
         "differs", "number"),
        ("the repair would cost the town 4 million crowns", "the repair would cost the town 4 million dollars",
         "differs", "number"),
        ("fewer than 30 boats were moored in the harbour", "30 boats were moored in the harbour", "differs", "number"),
        ("no teacher with tenure would lose a job over it", "no teacher would lose a job over it",
         "differs", "stronger"),
        ("every skipper of the harbour would be tested, which would take two weeks",
         "every skipper of the harbour would be tested", "paraphrase", ""),
        ("30 boats or more were moored in the harbour", "at least 30 boats were moored in the harbour",
         "paraphrase", ""),
        ("30 kilograms of gold lay in the harbour", "30 kilos of gold lay in the harbour",
         "cannot tell", "words"),
        ("a case of negligence had been registered against nobody",
         "a case of murder had been registered against nobody",
         "cannot tell", "words"),
        ("two of the bridges on the longer route could not take a full bus",
         "two of the bridges on the longer route can't take a full bus", "paraphrase", ""),
        ("she met every skipper of the harbour fleet twice", "she has met every skipper of the harbour fleet twice",
         "paraphrase", ""),
    ],
)  # fmt: skip
def test_indirect_speech_that_is_near_and_not_the_same(
    record: str, words: str, verdict: str, kind: str
) -> None:
    """What is only hoped, another season, all for some, all for those with; one word for another; forms of a verb."""
    finding = reported(record, words)
    told = [*finding.changes, *([finding.bearing] if finding.bearing else [])]
    assert (finding.verdict, "".join(told[:1])) == (verdict, kind)


def test_an_unsure_verdict_is_given_as_what_it_may_be() -> None:
    """Few of its words stand in the claim."""
    finding = reported(
        "the handset had been out of order for eleven days",
        "the handset hadn't rung for eleven days",
    )
    assert finding.verdict == "cannot tell"
    assert finding.reasons == ("perhaps differs: negation",)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("A significant gift would help the ferry.", ""), ("The ferry sails if it is dry, he said.", " it is dry")],
)  # fmt: skip
def test_a_condition_is_a_word_of_its_own(sentence: str, words: str) -> None:
    """The "if" in "significant" sets none."""
    assert condition_words(sentence) == words


def test_what_the_draft_says_outside_its_quotation_is_kept() -> None:
    """It may be, he says, that “the gates worked”."""
    text = "It may turn out, he says, that “the gates worked”, and not the men."
    at = text.index("the gates")
    span = Span(at, at + len("the gates worked"))
    assert keeps(text, span, "hedged") and not keeps(text, span, "planned")
    assert Frame(None, "") and not disowning("he says that ")


def test_who_is_former_in_a_later_draft_alone_may_have_left_since() -> None:
    """The record calls her mayor."""
    text = "Former mayor Mira Oduya said: “Twelve boats sank.”"
    record = "“Twelve boats sank,” Mayor Mira Oduya said."
    reading = made.draft(text, made.claim(text, "Twelve boats sank", "Mira Oduya"))
    claim = made.recorded(record, "Twelve boats sank", "Mira Oduya")
    (finding,) = made.findings(reading, made.article(record, [replace(claim)]))
    assert finding.verdict == "verbatim"
