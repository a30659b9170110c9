"""What somebody passes on in his own quotation, conditions of another clause, and words parted by "he said"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Claim, Speaker, Stance
from claims.proof.model import Finding
from tests.claims.proof import made

RECORD = "“The board promised me that the quay is safe, and I believe it,” Ana Reyes said."
WHOLE = "The board promised me that the quay is safe, and I believe it"


def passed_on(who: str) -> Finding:
    """Words of a draft that stand in a quotation as what another promised."""
    inner = made.recorded(RECORD, "the quay is safe", "Tarn Board", "promised", "indirect")
    outer = made.recorded(RECORD, WHOLE, "Ana Reyes")
    text = f"“The quay is safe,” {who} said."
    claim = made.claim(text, "The quay is safe", who)
    (finding,) = made.findings(made.draft(text, claim), made.article(RECORD, [inner, outer]))
    return finding


def quoted_from(record: str, words: str, said: str) -> Finding:
    """What Ana Reyes is quoted as saying in a draft, where the record has words of hers."""
    held = made.recorded(record, words, "Ana Reyes")
    text = f"“{said},” Ana Reyes said."
    claim = made.claim(text, said, "Ana Reyes")
    (finding,) = made.findings(made.draft(text, claim), made.article(record, [held]))
    return finding


@pytest.mark.parametrize("who", ["Ana Reyes", "Tarn Board"])
def test_words_passed_on_in_a_quotation_are_both_mouths(who: str) -> None:
    assert passed_on(who).verdict == "verbatim"


def test_they_are_nobody_elses() -> None:
    assert passed_on("Joost Hale").verdict == "other speaker"


@pytest.mark.parametrize(
    ("lead", "verdict"),
    [
        ("If the vote fails, Mira Oduya said, ", "verbatim"),
        ("The pier may open if it is dry, and Mira Oduya said ", "other stance"),
        ("Mira Oduya said ", "other stance"),
    ],
)
def test_a_condition_is_kept_only_in_its_own_clause(lead: str, verdict: str) -> None:
    text = f"{lead}“the ferry will stop in June”."
    claim = made.claim(text, "the ferry will stop in June", "Mira Oduya")
    (finding,) = made.findings(made.draft(text, claim))
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("record", "verdict"),
    [
        ("The clerk, who had the key, said “the gate was shut”, Ana Reyes said.", "verbatim"),
        ("Had the clerk come, “the gate was shut”, Ana Reyes said.", "other stance"),
        ("It would be otherwise had the clerk come: “the gate was shut”, Ana Reyes said.", "other stance"),
    ],
)  # fmt: skip
def test_a_verb_before_its_subject_sets_a_condition(record: str, verdict: str) -> None:
    """ "Who had the key" does not."""
    assert quoted_from(record, "the gate was shut", "The gate was shut").verdict == verdict


@pytest.mark.parametrize(
    "record",
    [
        "If the vote and that of the council fail, “the ferry will stop in June”, Ana Reyes said.",
        "Unless the mayor and the governor she said was ill agree, “the ferry will stop in June”, Ana Reyes said.",
        "If the minister resigns, as she said and promised, “the ferry will stop in June”, Ana Reyes said.",
        "“The ferry will stop in June”, and that only if the vote fails, Ana Reyes said.",
    ],
)  # fmt: skip
def test_a_condition_is_dropped_whatever_else_its_clause_holds(record: str) -> None:
    words = record[record.index("“") + 1 : record.index("”")]
    assert quoted_from(record, words, "The ferry will stop in June").bearing == "conditional"


def test_anymore_is_any_more() -> None:
    record = "“The road was not there any more,” Ana Reyes said."
    words, said = "The road was not there any more", "The road was not there anymore"
    assert quoted_from(record, words, said).verdict == "verbatim"


def test_indirect_words_that_he_said_parts_are_one_passage() -> None:
    text = "A review of the harbour board, he said, would report by November."
    content = (
        *made.at(text, "A review of the harbour board"),
        *made.at(text, "would report by November"),
    )
    speaker = Speaker("person", "Joost Hale", mention="he")
    claim = Claim(
        made.at(text, "said"), made.at(text, "he "), content, "indirect", Stance(), speaker
    )
    (finding,) = made.findings(made.draft(text, claim))
    span = finding.passage.span
    assert text[span.start : span.end] == text.rstrip(".")


def test_who_wrote_what_a_message_shows_says_it() -> None:
    """Not the message: "one of them shows that Joost Hale wrote: …"."""
    words = "The mayor would hate a wet pier"
    record = f"One of them, out on Friday, shows that the chief of staff, Joost Hale, wrote to her: “Well? {words}.”"
    held = made.recorded(record, words, "One of them", "shows")
    nameless = replace(held, stated=replace(held.stated, speaker=None, speaker_kind="unnamed"))
    for who, verdict in (("Joost Hale", "verbatim"), ("Ana Reyes", "other speaker")):
        text = f"“{words},” {who} wrote."
        reading = made.draft(text, made.claim(text, words, who, "wrote"))
        (finding,) = made.findings(reading, made.article(record, [nameless]))
        assert finding.verdict == verdict
