"""Kinds that drafts went wrong in: clauses that lead into marks, pronouns, hopes, denials kept, shares."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Span, Speaker
from claims.proof.doubts import Spoken, fits
from claims.proof.model import Finding, RecordedClaim, Voice
from claims.proof.mouths import is_named, same_mouth
from tests.claims.proof import made

WORDS = "the tide gate was left open"


def quoted(lead: str, cue: str = "said", stance: str = "assert") -> Finding:
    """The words said outright in a draft, and with a clause before them in the record."""
    text = f"{lead} “{WORDS}”, in the port office on Monday."
    claim = made.recorded(text, WORDS, "Ana Reyes", cue, stance=stance)
    draft = f"“{WORDS},” Ana Reyes said."
    (finding,) = made.findings(
        made.draft(draft, made.claim(draft, WORDS, "Ana Reyes")), made.article(text, [claim])
    )
    return finding


@pytest.mark.parametrize(
    ("lead", "cue", "stance", "bearing"),
    [
        ("Ana Reyes denied that", "denied", "deny", "denied"),
        ("Ana Reyes never said, she said, that", "said", "assert", "denied"),
        ("Ana Reyes asked whether", "asked", "ask", "asked"),
        ("Ana Reyes said it was possible that", "said", "assert", "hedged"),
        ("If K. R. Voss was right, Ana Reyes said,", "said", "assert", "conditional"),
        ("Ana Reyes, who spoke on condition that she was not named, said", "said", "assert", None),
        ("Ana Reyes dismissed the report as a case of", "dismissed", "deny", None),
        ("Ana Reyes denied that she had been late –", "denied", "deny", None),
        ("Ana Reyes said she had lost another boat, a ferry, and", "said", "assert", None),
        ("Ana Reyes said of the port's plans", "said", "assert", None),
        ("Ana Reyes said that she hoped", "said", "assert", "hedged"),
        ("Ana Reyes said she was considering", "said", "assert", "planned"),
        ("Ana Reyes said she could not promise that", "said", "assert", "denied"),
        ("Ana Reyes rejected the phrase", "rejected", "assert", "denied"),
        ("Ana Reyes denied that the port had", "denied", "assert", "denied"),
        ("Ana Reyes said it was not the same as saying", "said", "assert", "denied"),
        ("Ana Reyes denied ever having said of the port that", "denied", "assert", "denied"),
        ("Ana Reyes was asked if she had heard that", "asked", "assert", "asked"),
        ("Ana Reyes urged the crew to shout that", "urged", "ask", None),
        ("As far as we know, Ana Reyes said,", "said", "assert", "hedged"),
        ("Ana Reyes said", "said", "assert", None),
    ],
)
def test_a_clause_before_marks_governs_them(
    lead: str, cue: str, stance: str, bearing: str | None
) -> None:
    """Denied, asked, hedged or under a condition; a source's own condition is none."""
    finding = quoted(lead, cue, stance)
    assert (finding.verdict, finding.bearing) == (
        "other stance" if bearing else "verbatim",
        bearing,
    )


def reported(record: str, words: str, cue: str = "said", stance: str = "assert") -> Finding:
    """Indirect speech of a draft against one claim of the record."""
    text = f"Ana Reyes {cue} that {record}."
    held: list[RecordedClaim] = [made.recorded(text, record, "Ana Reyes", cue, "indirect", stance)]
    draft = f"Ana Reyes said that {words}."
    (finding,) = made.findings(
        made.draft(draft, made.claim(draft, words, "Ana Reyes", kind="indirect")),
        made.article(text, held),
    )
    return finding


@pytest.mark.parametrize(
    ("record", "words", "verdict", "kind"),
    [
        ("she planned to meet every skipper", "she has met every skipper", "other stance", "planned"),
        ("391 of the 412 skippers had been seen", "412 skippers had been seen", "differs", "number"),
        ("the new harbour store was dry at last", "the new harbour store was damp at last", "differs", "negation"),
        ("neither the mayor nor the board had been told", "neither the mayor nor the board was told", "paraphrase", ""),
        ("the board had voted by seven to one to shut the gate", "the board had voted by seven to two to shut the gate",
         "differs", "number"),
        ("both cranes on the pier had been mended", "only one of the cranes on the pier had been mended",
         "differs", "number"),
        ("the siren had gone off at 6.42 on the pier", "the siren had gone off at 6:42 on the pier", "paraphrase", ""),
        ("she had ruled out a toll on the bridge for now", "she had ruled out a toll on the bridge",
         "differs", "stronger"),
        ("the tunnel under the bay is open. For now the ferry carries the freight", "the tunnel under the bay is open",
         "paraphrase", ""),
        ("the port had suspended two pilots on Monday", "the port had dismissed two pilots on Monday",
         "differs", "stronger"),
        ("the data recorder of the ferry was intact", "the data recorder of the ferry was damaged",
         "differs", "negation"),
        ("some letters from the crew were moving", "every letter from the crew was moving", "differs", "stronger"),
        ("she would table a motion on the pier in Parliament", "she would table a motion on the pier in the House",
         "cannot tell", "words"),
    ],
)  # fmt: skip
def test_indirect_speech_departs_in_kind(
    record: str, words: str, verdict: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hopes and plans are no facts; some are not all; contraries; neither and nor are one negation; however sure
    that is."""
    monkeypatch.setattr("claims.proof.indirect.SURE", 0.5)
    finding = reported(record, words)
    told = [*finding.changes, *([finding.bearing] if finding.bearing else [])]
    assert (finding.verdict, "".join(told[:1])) == (verdict, kind)


def test_a_hope_that_is_the_cue_is_no_fact() -> None:
    """“She hopes to open the gate” is not “she will open it”; who hopes in both texts does the same."""
    text = "Ana Reyes hopes to open the new tide gate by the spring."
    claim = made.recorded(
        text, "to open the new tide gate by the spring", "Ana Reyes", "hopes", "indirect"
    )
    for cue, words, verdict in (
        ("said", "it would open the new tide gate by the spring", "other stance"),
        ("hopes", "to open the new tide gate by the spring", "paraphrase"),
    ):
        draft = f"Ana Reyes {cue} {words}."
        reading = made.draft(draft, made.claim(draft, words, "Ana Reyes", cue, "indirect"))
        (finding,) = made.findings(reading, made.article(text, [claim]))
        assert finding.verdict == verdict


def test_a_denial_kept_with_a_not_is_no_other_stance() -> None:
    """He denied that it was so, and said that it was not so."""
    finding = reported("the harbour master had closed the gate", "the harbour master had not closed the gate",
                       "denied", "deny")  # fmt: skip
    assert finding.verdict == "paraphrase"


def test_a_refusal_in_other_words_is_no_other_stance() -> None:
    """He ruled it out, and said that he would not."""
    text = "Ana Reyes said that she would not resign over the gate."
    held = made.recorded(text, "she would not resign over the gate", "Ana Reyes", kind="indirect")
    draft = "Ana Reyes denied to resign over the gate."
    claim = made.claim(draft, "to resign over the gate", "Ana Reyes", "denied", "indirect")
    denied = replace(claim, stance=replace(claim.stance, stance="deny"))
    (finding,) = made.findings(made.draft(draft, denied), made.article(text, [held]))
    assert finding.verdict != "other stance"


def test_what_a_document_of_plans_says_is_planned() -> None:
    """A planning document, whatever its verb; a person who speaks of a plan says what he says."""
    for who, bearing in (("A planning document", "planned"), ("A clerk", None)):
        text = f"{who} called for “{WORDS}”."
        claim = made.recorded(text, WORDS, who, "called")
        nameless = replace(
            claim, stated=replace(claim.stated, speaker=None, speaker_kind="unnamed")
        )
        draft = f"There was “{WORDS}”, the papers said."
        papers = made.claim(draft, WORDS, "the papers")
        papers = replace(papers, speaker=replace(papers.speaker, kind="unnamed", name=None))
        reading = made.draft(draft, papers)
        (finding,) = made.findings(reading, made.article(text, [nameless]))
        assert finding.bearing == bearing


def test_ordinals_in_figures_and_words_are_one() -> None:
    """The twenty-first is the 21st."""
    text = "“Nobody builds piers for the twenty-first century here,” Ana Reyes said."
    words = "Nobody builds piers for the twenty-first century here"
    draft = "“Nobody builds piers for the 21st century here,” Ana Reyes said."
    reading = made.draft(
        draft, made.claim(draft, "Nobody builds piers for the 21st century here", "Ana Reyes")
    )
    (finding,) = made.findings(
        reading, made.article(text, [made.recorded(text, words, "Ana Reyes")])
    )
    assert finding.verdict == "verbatim"


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        ("Tam Lorne told the board that he had paid. Ana Reyes said she had no receipt.", "other speaker"),
        ("Tam Lorne, whom Ana Reyes had asked to stay away, came to the board on Monday.", "cannot tell"),
    ],
)  # fmt: skip
def test_an_unsure_pronoun_may_mean_whom_the_sentence_before_is_about(
    before: str, verdict: str
) -> None:
    """The record's "she" was read as Ana Reyes, without being sure of it; the draft says Tam Lorne: both are named."""
    text = f"{before} “The till was empty by noon,” came the answer."
    claim = made.recorded(text, "The till was empty by noon", "Ana Reyes", "came")
    unsure = replace(claim, stated=replace(claim.stated, mention="she"), speaker_confidence=0.4)
    draft = "“The till was empty by noon,” Tam Lorne said."
    reading = made.draft(draft, made.claim(draft, "The till was empty by noon", "Tam Lorne"))
    (finding,) = made.findings(reading, made.article(text, [unsure]))
    assert finding.verdict == verdict
    if verdict == "cannot tell":
        told = " ".join(finding.reasons)
        assert "Tam Lorne" in told and "Ana Reyes" in told


@pytest.mark.parametrize("mention", ["a clerk at the port", "the diplomat", "she"])
def test_who_gives_no_name_is_nobody_whom_a_draft_names(mention: str) -> None:
    """Somebody who is brought in without a name, or speaks unnamed, is not Ana Reyes; the manager may be."""
    named, nameless = Voice("Ana Reyes", "person", "Reyes"), Voice(None, "unnamed", mention)
    assert same_mouth(named, nameless) == "other"
    assert same_mouth(named, Voice(None, "unnamed", "the manager of the port")) == "unknown"


@pytest.mark.parametrize(
    ("record", "draft", "verdict"),
    [
        ("“The crane is safe,” a spokesman for the minister said.", "“The crane is safe,” minister Ana Reyes said.",
         "other speaker"),
        ("“The crane is safe,” a spokesman said.", "“The crane is safe,” a spokesman, Ana Reyes, said.", "verbatim"),
        ("One clerk, who asked not to be named, was angry. “The crane is safe,” the clerk said.",
         "“The crane is safe,” Ana Reyes said.", "other speaker"),
        ("One clerk, who asked not to be named, was angry. “The crane is safe,” the clerk said.",
         "“The crane is safe,” Ana Reyes said. Ana Reyes is a clerk at the port.", "verbatim"),
    ],
)  # fmt: skip
def test_words_of_a_nameless_source_are_in_another_mouth(
    record: str, draft: str, verdict: str
) -> None:
    """But not where the draft names the spokesman."""
    words = "The crane is safe"
    who = record.rpartition("” ")[2].removesuffix(" said.")
    claim = made.recorded(record, words, who)
    nameless = replace(claim, stated=replace(claim.stated, speaker=None, speaker_kind="unnamed"))
    reading = made.draft(draft, made.claim(draft, words, "Ana Reyes"))
    (finding,) = made.findings(reading, made.article(record, [nameless]))
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("record", "words", "bearing"),
    [
        ("We will find it, if we have to sell the train", "We will find it, we have to sell the train", "conditional"),
        ("One more night of rain, in any month, and the gate is gone", "the gate is gone", "conditional"),
        ("If the wind falls, the boats sail at noon", "the boats sail at noon", "conditional"),
    ],
)  # fmt: skip
def test_a_condition_that_is_left_out_is_told(record: str, words: str, bearing: str | None) -> None:
    """Also within the words."""
    text, draft = f"“{record},” Ana Reyes said.", f"“{words},” Ana Reyes said."
    reading = made.draft(draft, made.claim(draft, words, "Ana Reyes"))
    article = made.article(text, [made.recorded(text, record, "Ana Reyes")])
    (finding,) = made.findings(reading, article)
    assert finding.bearing == bearing


def test_a_name_in_a_description_is_not_the_speakers_own() -> None:
    """The port's, in "the Port Authority's chief engineer"; a surname that is in it is."""
    assert not is_named(Voice("Ana Reyes", "person", "the Port Authority's chief engineer"))
    assert is_named(Voice("Ana Reyes", "person", "Engineer Reyes"))


def test_a_description_fits_whom_the_other_text_calls_so_without_her_employers_name() -> None:
    """ "The Port Authority's chief engineer" here, and "Ana Reyes, the chief engineer" there."""
    text = "“Shut it,” Ana Reyes, the chief engineer, said."
    other = Spoken(Voice("Ana Reyes", "person", "Ana Reyes"), text, Span(1, 8))
    assert fits(Voice("Tam Lorne", "person", "the Port Authority's chief engineer"), other)
    assert not fits(Voice("Tam Lorne", "person", "the Port Authority's spokesman"), other)


def test_a_bare_surname_of_unsure_kind_is_the_persons() -> None:
    """A reader may take it for an organisation's; two surnames are two."""
    bare = Voice("Reyes", "organisation", "Reyes")
    assert same_mouth(bare, Voice("Ana Reyes", "person", "Ana Reyes")) == "same"
    assert same_mouth(bare, Voice("Tam Lorne", "person", "Tam Lorne")) == "other"


@pytest.mark.parametrize(
    ("who", "verdict"), [("Ana Reyes", "other speaker"), ("A pilot", "verbatim")]
)
def test_who_was_told_something_does_not_say_it(who: str, verdict: str) -> None:
    """The words are those of who told her, without a name; a draft may give them to him."""
    text = "Ana Reyes said that she was told by a retired pilot that the charts were “as old as the pier itself”."
    held = made.recorded(text, "as old as the pier itself", "Ana Reyes")
    draft = f"{who} said the charts were “as old as the pier itself”."
    claim = made.claim(draft, "as old as the pier itself", who)
    if who != "Ana Reyes":
        claim = replace(claim, speaker=Speaker("unnamed", None, mention=who))
    (finding,) = made.findings(made.draft(draft, claim), made.article(text, [held]))
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("record", "words", "bearing"),
    [
        ("The master has my trust until the facts say otherwise", "The master has my trust", "conditional"),
        ("The master has my trust until the end of June", "The master has my trust", None),
        ("You shut this pier and I am moving to the hills", "I am moving to the hills", "conditional"),
        ("You are a fool and I am moving to the hills", "I am moving to the hills", None),
        ("Pay us on Friday and the boats will sail again", "the boats will sail again", "conditional"),
        ("Our first reading is that the drains were blocked", "The drains were blocked", "hedged"),
        ("The drains were blocked, as far as I know", "The drains were blocked", "hedged"),
        ("Did the minister sign off on the delay?", "The minister signed off on the delay", "asked"),
        ("A dozen gates might be enough", "A dozen gates [would] be enough", "hedged"),
        ("We will mend the pier, provided the port pays for it", "We will mend the pier", "conditional"),
        ("We will mend the pier as long as the port pays", "We will mend the pier", "conditional"),
        ("We will mend the pier, provided by the port", "We will mend the pier", None),
        ("I don’t know if the drains were blocked that night", "the drains were blocked that night", "hedged"),
        ("Nothing here should be read as a finding that the port was blind", "the port was blind", "denied"),
        ("It is possible, I think, that the drains were blocked", "the drains were blocked", "hedged"),
        ("We want the keys, and we want the drafts", "We want the keys, and … the drafts", None),
        ("I want to hear the truth about the pier", "I wanted to hear the truth about the pier", None),
    ],
)  # fmt: skip
def test_what_stands_beside_words_in_the_same_breath_bears_on_them(
    record: str, words: str, bearing: str | None
) -> None:
    """A proviso, what would have to be done first, a hedge, a question mark; no date and no other tense."""
    text = f"“{record},” Ana Reyes said." if "?" not in record else f"“{record}” Ana Reyes said."
    held = made.recorded(text, record, "Ana Reyes")
    draft = f"“{words},” Ana Reyes said."
    reading = made.draft(draft, made.claim(draft, words, "Ana Reyes"))
    (finding,) = made.findings(reading, made.article(text, [held]))
    assert finding.bearing == bearing


def test_who_was_asked_and_said_no_denies_the_words() -> None:
    text = f"Asked whether the talk was of “{WORDS}”, as a leaflet had it, Ana Reyes said no."
    held = made.recorded(text, WORDS, "Ana Reyes", "Asked", "mixed", "ask")
    draft = f"“{WORDS},” Ana Reyes said."
    reading = made.draft(draft, made.claim(draft, WORDS, "Ana Reyes"))
    (finding,) = made.findings(reading, made.article(text, [held]))
    assert (finding.verdict, finding.bearing) == ("other stance", "denied")


def test_a_question_that_stays_one_is_no_other_stance() -> None:
    """Also where the draft gives it to nobody by a verb."""
    text = f"“Has anybody seen that {WORDS}?” Ana Reyes asked."
    words = f"Has anybody seen that {WORDS}"
    held = made.recorded(text, words, "Ana Reyes", "asked", "direct", "ask")
    reading = made.draft(f"My favourite, Ana Reyes: “{words}?”")
    (finding,) = made.findings(reading, made.article(text, [held]))
    assert finding.verdict == "verbatim"
