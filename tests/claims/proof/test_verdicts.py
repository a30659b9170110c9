"""A made-up record and one fault of each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claims.model import Setting, Span
from claims.proof.model import Finding, RecordedArticle
from claims.proof.passages import passages_of
from claims.proof.proof import Record, prove
from claims.resolve.provenance.dates import said_on
from tests.claims.proof import made


@pytest.mark.parametrize(
    "words",
    [
        "We are not going to close the harbour before the spring, whatever the minister says",
        "We are not going to close the harbor before the spring",
        "we are not going to close [it] before the spring",
        "We are not going to close the harbour … whatever the minister says",
        "12 boats sank",
    ],
)
def test_the_same_words_are_verbatim(words: str) -> None:
    """Marks, spelling, brackets, marked gaps and figures aside."""
    finding = made.quoted(words, "Ana Reyes")
    assert finding.verdict == "verbatim" and finding.places[0].in_marks


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("Twenty boats sank", "number"),
        ("going to close the harbour before the spring, whatever the minister says", "negation"),
        ("We are going to close the harbour before the spring, whatever the minister says", "negation"),
        ("We are not going to close the harbour, whatever the minister says", "left out"),
        ("They are not going to close the harbour before the spring", "tense or person"),
        ("We are not going to close the pier before the spring", "words"),
        ("We are not going to close the harbour before the spring. Twelve boats sank", "run together"),
    ],
)  # fmt: skip
def test_other_words_are_altered_and_the_kind_is_told(words: str, change: str) -> None:
    """With the words side by side."""
    finding = made.quoted(words, "Ana Reyes")
    assert (finding.verdict, finding.changes[:1]) == ("altered", (change,))
    assert any(piece.sign != "=" for piece in finding.pieces)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("We are not … sank", "verbatim"),
        ("We are not going to close the harbour … the ferry will stop in June", "altered"),
        ("Twelve boats … will stop", "altered"),
        ("boats sank … the pier was unsafe", "other speaker"),
        ("We are not going to close the harbour … The town has argued", "altered"),
    ],
)
def test_a_marked_gap_joins_what_one_person_says(words: str, verdict: str) -> None:
    """Nobody says half of another's sentence, nor half of the paper's own."""
    finding = made.quoted(words, "Ana Reyes")
    assert finding.verdict == verdict
    assert verdict != "altered" or finding.changes == ("run together",)


@pytest.mark.parametrize(("between", "verdict"), [(10, "verbatim"), (80, "altered")])
def test_a_marked_gap_has_a_bound(between: int, verdict: str) -> None:
    """Within one claim it may leave out any number of words; between two only so many."""
    first, last = (
        "“We will cut every fee,” Ana Reyes said.",
        "“Nobody will raise taxes,” Ana Reyes said.",
    )
    text = f"{first} {'The sea was calm then. ' * (between // 5)}{last}"
    claims = [made.recorded(text, words, "Ana Reyes") for words in
              ("We will cut every fee", "Nobody will raise taxes")]  # fmt: skip
    draft = "“We will … raise taxes,” Ana Reyes said."
    reading = made.draft(draft, made.claim(draft, "We will … raise taxes", "Ana Reyes"))
    (finding,) = made.findings(reading, made.article(text, claims))
    assert finding.verdict == verdict


def test_a_later_place_of_the_first_words_is_tried() -> None:
    """The words before a gap may stand somewhere else before."""
    calm = "The sea was calm. " * 30
    text = f"“We will eat,” Mira Oduya said. {calm}“We will lower fees and raise taxes,” Ana Reyes said."
    claims = [made.recorded(text, "We will eat", "Mira Oduya"),
              made.recorded(text, "We will lower fees and raise taxes", "Ana Reyes")]  # fmt: skip
    draft = "“We will … raise taxes,” Ana Reyes said."
    reading = made.draft(draft, made.claim(draft, "We will … raise taxes", "Ana Reyes"))
    (finding,) = made.findings(reading, made.article(text, claims))
    assert finding.verdict == "verbatim"


def test_a_contraction_is_altered_and_harmless() -> None:
    """Who minds is told which it is."""
    finding = made.quoted("We aren’t going to close the harbour before the spring", "Ana Reyes")
    assert finding.verdict == "altered" and finding.harmless
    assert finding.reasons == ("contraction",)


def test_right_words_in_a_wrong_mouth() -> None:
    """Both names are told."""
    finding = made.quoted("Twelve boats sank", "Mira Oduya")
    assert finding.verdict == "other speaker"
    assert finding.reasons == ("the record gives them to Ana Reyes",)


def test_the_articles_own_words_are_nobodys() -> None:
    """A sentence of the paper given to somebody."""
    finding = made.quoted("argued about its pier since the storm of 1987", "Mira Oduya")
    assert (finding.verdict, finding.places[0].claim) == ("other speaker", None)


def test_a_condition_that_is_gone() -> None:
    """The record says it only if the vote fails."""
    finding = made.quoted("the ferry will stop in June", "Mira Oduya")
    assert (finding.verdict, finding.bearing) == ("other stance", "conditional")


def test_said_where_the_record_denies() -> None:
    """In indirect speech."""
    finding = made.reported("the pier was unsafe", "Mira Oduya")
    assert (finding.verdict, finding.bearing) == ("other stance", "denied")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("the repairs would cost 340,000 crowns", "paraphrase"),
        ("the repairs would cost 430,000 crowns", "differs"),
        ("he would sell the ferry to a friend", "cannot tell"),
    ],
)
def test_indirect_speech(words: str, verdict: str) -> None:
    """Agrees, departs in a number, may be there in other words: he speaks in that article."""
    assert made.reported(words, "Joost Hale").verdict == verdict


def test_indirect_speech_of_who_says_nothing_is_on_no_record() -> None:
    """No words of the record can be his."""
    finding = made.reported("he would sell the ferry to a friend", "Tam Lorne")
    assert finding.verdict == "not on record"


def test_indirect_speech_in_a_wrong_mouth() -> None:
    """Somebody else's statement."""
    assert (
        made.reported("the repairs would cost 340,000 crowns", "Ana Reyes").verdict
        == "other speaker"
    )


def test_what_is_invented_is_on_no_record_and_the_nearest_is_shown() -> None:
    """Never more than three."""
    finding = made.quoted("My grandmother kept bees under the lighthouse", "Ana Reyes")
    assert finding.verdict == "not on record" and len(finding.places) <= 3


def test_an_office_that_is_held_no_more() -> None:
    """The record calls him former."""
    text = "Mayor Joost Hale said: “the repairs would cost 340,000 crowns.”"
    claim = made.claim(text, "the repairs would cost 340,000 crowns", "Joost Hale")
    (finding,) = made.findings(made.draft(text, claim))
    assert finding.verdict == "other time"
    assert finding.reasons == ("mayor in the draft, no longer in the record",)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Thursday, 30 April", "verbatim"),
        ("Friday, 8 May", "other time"),
        ("Sunday", "verbatim"),
        ("Friday", "other time"),
    ],
)
def test_a_day_after_the_record_was_printed_is_another(words: str, verdict: str) -> None:
    """The record is of Monday, 4 May 2026: a date is before it, a weekday one of the days before."""
    text = f"“Twelve boats sank,” Ana Reyes said on {words}."
    made_claim = made.claim(text, "Twelve boats sank", "Ana Reyes")
    said = said_on(text, Span(0, len(text)), text.index("said"), date(2026, 5, 10))
    dated = replace(made_claim, setting=Setting(said_on=said))
    (finding,) = made.findings(made.draft(text, dated))
    assert finding.verdict == verdict


def test_a_quotation_in_no_claim_is_looked_up_too() -> None:
    """Where nobody is named nobody's mouth is wrong."""
    (finding,) = made.findings(made.draft("A sign read “twelve boats sank” in red."))
    assert finding.verdict == "verbatim" and finding.passage.claim is None


def test_the_papers_own_words_that_a_draft_gives_nobody_are_in_no_wrong_mouth() -> None:
    """Also where somebody else speaks nearby."""
    text = "“Twelve boats sank,” Ana Reyes said. The sign read “argued about its pier since the storm”."
    _, sign = made.findings(made.draft(text, made.claim(text, "Twelve boats sank", "Ana Reyes")))
    assert (sign.verdict, sign.passage.claim) == ("verbatim", None)
    assert sign.places[0].claim is None


class _Without:
    """The record after one claim was judged wrong, or where a filter leaves others out."""

    def __init__(self, gone: str = "", left_out: str = "") -> None:
        self._gone, self._left_out = gone, left_out

    def near(self, _: object) -> list[RecordedArticle]:
        article = made.article()
        claims = [claim for claim in article.claims if claim.stated.quote != self._gone]
        marked = (replace(c, counts=c.stated.speaker != self._left_out) for c in claims)
        return [replace(article, claims=tuple(marked))]


def _boats(who: str, record: Record) -> Finding:
    text = f"“Twelve boats sank,” {who} said."
    reading = made.draft(text, made.claim(text, "Twelve boats sank", who))
    return prove(reading, passages_of(reading)[0], record)


def test_words_whose_claim_was_judged_wrong_are_in_no_mouth_that_is_known() -> None:
    """A draft that names somebody for them is not called right."""
    finding = _boats("Mira Oduya", _Without(gone="Twelve boats sank"))
    assert finding.verdict == "cannot tell"
    assert finding.reasons == ("the record names nobody for them",)


@pytest.mark.parametrize(
    ("who", "verdict", "reason"),
    [
        ("Mira Oduya", "other speaker", "the record gives them to Ana Reyes"),
        ("Ana Reyes", "not on record", "said only in what the filters leave out"),
    ],
)
def test_claims_that_filters_leave_out_still_tell_whose_words_are_whose(
    who: str, verdict: str, reason: str
) -> None:
    """They are not shown."""
    finding = _boats(who, _Without(left_out="Ana Reyes"))
    assert (finding.verdict, finding.reasons, finding.places) == (verdict, (reason,), ())


def test_a_scare_quote_is_none() -> None:
    """Two words in no claim are a turn of phrase."""
    assert not made.findings(made.draft("The so-called “grand plan” went on."))


def test_a_sentence_that_says_is_looked_up_without_a_claim() -> None:
    """As machine-written summaries have them."""
    (finding,) = made.findings(made.draft("Joost Hale said the repairs would cost 340,000 crowns."))
    assert finding.verdict == "paraphrase" and finding.passage.voice.name == "Joost Hale"


@pytest.mark.parametrize(
    "words", ["\x1b]0;owned\x07", "\u202e" * 40, "[red]a[/red] [b", "…", "[…]" * 60]
)
def test_hostile_words_end_in_a_verdict(words: str) -> None:
    """Nothing hangs or fails, whatever stands in the marks."""
    text = f"“{words} boats” Ana Reyes said."
    found: list[Finding] = made.findings(
        made.draft(text, made.claim(text, f"{words} boats", "Ana Reyes"))
    )
    assert len(found) <= 1


@pytest.mark.parametrize(
    ("change", "verdict"), [("", "verbatim"), ("We sold 13 boats in year 890.", "altered")]
)
def test_a_speech_is_compared_to_its_end(change: str, verdict: str) -> None:
    """Also behind its first hundreds of words."""
    said = [f"We sold 12 boats in year {year}." for year in range(100, 900)]
    speech, text = " ".join(said), f"“{' '.join(said)}” Ana Reyes said."
    words = speech.replace("We sold 12 boats in year 890.", change or said[790])
    draft = f"“{words}” Ana Reyes said."
    reading = made.draft(draft, made.claim(draft, words, "Ana Reyes"))
    held = made.article(text, [made.recorded(text, speech, "Ana Reyes")])
    (finding,) = made.findings(reading, held)
    assert finding.verdict == verdict
    assert verdict == "verbatim" or finding.changes == ("number",)
