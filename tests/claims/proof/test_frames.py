"""What a text does with words: denials kept, conditions in another form, clauses that disown what follows."""

from __future__ import annotations

import pytest

from claims.model import Span
from claims.proof.frames import of_draft
from tests.claims.proof import made
from tests.claims.proof.test_kinds import WORDS, quoted, reported


@pytest.mark.parametrize(
    ("record", "words", "verdict"),
    [
        ("skippers who did not hold a permit had been turned away", "skippers had been turned away", "other stance"),
        ("the pilots that had no charts were sent home", "the pilots were sent home", "other stance"),
        ("the crew kept the old gate closed", "the crew kept the old gate open", "other stance"),
        ("the crew had touched the tide gate", "the crew did not touch the tide gate", "paraphrase"),
    ],
)  # fmt: skip
def test_a_denial_is_kept_by_a_not_beside_the_verb_alone(
    record: str, words: str, verdict: str
) -> None:
    """A "not" in a clause about another word, or a contrary, keeps none."""
    assert reported(record, words, "denied", "deny").verdict == verdict


@pytest.mark.parametrize(
    ("record", "words", "verdict"),
    [
        ("significant catches would land if the wind fell", "significant catches would land", "other stance"),
        ("if the wind fell boats would sail at noon", "boats would sail in wind that fell at noon", "other stance"),
        ("if the wind fell boats would sail at noon", "boats would sail at noon once the wind fell", "paraphrase"),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_another_form_only_where_something_ties_it(
    record: str, words: str, verdict: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its letters within another word are none of it; however sure that is."""
    monkeypatch.setattr("claims.proof.indirect.SURE", 0.5)
    assert reported(record, words).verdict == verdict


@pytest.mark.parametrize(
    ("lead", "verdict"),
    [
        ("Ana Reyes, who did not say when, told the port office that", "verbatim"),
        ("Ana Reyes, who has not said why she came, warned that", "verbatim"),
        ("Ana Reyes did not say", "other stance"),
        ("Ana Reyes did not say in her letter that", "other stance"),
        ("Ana Reyes said it was wrong to claim that", "other stance"),
        ("Ana Reyes said it would be a lie to say", "other stance"),
        ("Ana Reyes said nobody doubted that", "verbatim"),
        ("Ana Reyes said it was not wrong to claim that", "verbatim"),
    ],
)
def test_what_disowns_words_stands_in_their_own_clause(lead: str, verdict: str) -> None:
    """A clause about the speaker does not; what is called false is not said."""
    assert quoted(lead, "Ana Reyes").verdict == verdict


@pytest.mark.parametrize(
    ("lead", "verdict"),
    [
        ("I do not believe that", "other stance"),
        ("I don’t really think", "other stance"),
        ("There is no evidence that", "other stance"),
        ("I doubt that", "other stance"),
        ("It is false to suggest that", "other stance"),
        ("I do not doubt that", "verbatim"),
        ("I do not regret saying that", "verbatim"),
        ("I believe that", "verbatim"),
    ],
)
def test_words_cut_out_of_their_denial_are_denied(lead: str, verdict: str) -> None:
    """Also where the whole of it stands in marks in the record."""
    whole = f"{lead} {WORDS}"
    text = f"“{whole},” Ana Reyes said."
    draft = f"“{WORDS[0].upper()}{WORDS[1:]},” Ana Reyes said."
    content = f"{WORDS[0].upper()}{WORDS[1:]}"
    (finding,) = made.findings(
        made.draft(draft, made.claim(draft, content, "Ana Reyes")),
        made.article(text, [made.recorded(text, whole, "Ana Reyes")]),
    )
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("words", "bearing"),
    [
        ("the crew might have closed the old gate", "hedged"),
        ("the crew perhaps closed the old gate", "hedged"),
        ("the crew planned to close the old gate", "planned"),
        ("the crew closed the old gate", None),
    ],
)
def test_a_draft_that_leaves_open_what_the_record_says_is_told(
    words: str, bearing: str | None
) -> None:
    """As where the record leaves it open."""
    assert reported("the crew had closed the old gate", words).bearing == bearing


@pytest.mark.parametrize(
    ("record", "words", "is_other"),
    [
        ("391 of the 412 skippers had been seen", "nearly all of the 412 skippers had been seen", False),
        ("391 of the 412 skippers had been seen", "all of the 412 skippers had been seen", True),
        ("almost half of the 80 skippers had been seen", "all 80 skippers had been seen", True),
        ("almost half of the 80 skippers had been seen", "almost half of the 80 skippers were seen", False),
    ],
)  # fmt: skip
def test_a_share_is_left_out_only_where_all_are_meant(
    record: str, words: str, is_other: bool
) -> None:
    """In figures and in words."""
    assert ("number" in reported(record, words).changes) == is_other


@pytest.mark.parametrize("word", ["refused to confirm", "declined to say"])
def test_who_refuses_to_confirm_does_not_say_it(word: str) -> None:
    """The words are those that he was asked about."""
    assert quoted(f"Ana Reyes {word} that", "Ana Reyes").bearing == "denied"


def test_altered_words_are_told_before_a_wrong_office() -> None:
    """A wrong number weighs more; a mouth or a stance that is wrong hides none either."""
    text = "Mayor Joost Hale said: “the repairs would cost 430,000 crowns.”"
    claim = made.claim(text, "the repairs would cost 430,000 crowns", "Joost Hale")
    (finding,) = made.findings(made.draft(text, claim))
    assert (finding.verdict, finding.changes) == ("altered", ("number",))
    assert finding.reasons == ("mayor in the draft, no longer in the record",)
    wrong = made.quoted("Twenty boats sank", "Mira Oduya")
    assert (wrong.verdict, wrong.changes) == ("other speaker", ("number",))


@pytest.mark.parametrize(
    ("text", "words", "bearing"),
    [
        ("“We suspect a worm in the pump, but suspicion is no result,” he said.", "a worm in the pump", "hedged"),
        ("“I have been asked if I cried wolf. The wolf was there,” she said.", "I cried wolf", "asked"),
        ("“I do not say that it was stolen,” said Orr.", "it was stolen", "denied"),
        ("“I don't think a pier is the worst that could come,” she said.", "the worst that could come", "denied"),
        ("“The suggestion that we sat on it is simply untrue,” he said.", "we sat on it", "denied"),
        ("“The suggestion that we sat on it came late,” he said.", "we sat on it", None),
        ("“We intend to publish every report within a week,” he said.", "publish every report", "planned"),
        ("“Either he was not told, which is bad, or he was,” said Orr.", "he was not told", "conditional"),
        ("“You could smell it from the yard, and if you can the gate is open,” he said.", "You could smell it", None),
        ("“I did not agree because the gate was left open,” he said.", "the gate was left open", None),
        ("“They do not believe us when we say it was unsafe,” she said.", "it was unsafe", None),
        ("“I can't say enough how good the nurses were,” he said.", "how good the nurses were", None),
        ("The allegation that “money was moved in May” was never denied.", "money was moved in May", None),
        ("“The suggestion that we sat on it is not wrong,” he said.", "we sat on it", None),
        ("Police said the suspect “fled on foot” at dawn.", "fled on foot", None),
        ("He backed the plan to “close the pool” in May.", "close the pool", None),
        ("“The ferry will run when and if the money comes,” he said.", "The ferry will run", "conditional"),
        ("She sold either “the mill by the river” to him or to the bank.", "the mill by the river", None),
        ("“We make no offer, and shall make none unless the site is sold.”", "and shall make none", "conditional"),
    ],
)  # fmt: skip
def test_what_bears_on_words_stands_in_their_own_clause_in_the_words_of_news(
    text: str, words: str, bearing: str | None
) -> None:
    """A guess, a question that was put, a denial before or behind them, a plan, an alternative; a condition of the
    next clause is that one's."""
    at = text.index(words)
    assert of_draft(text, None, Span(at, at + len(words))).bearing == bearing
