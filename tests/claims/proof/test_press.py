"""Parts of a broadcast and papers that quote others: whose words a draft gives that it reads out or takes over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Claim, Speaker
from claims.proof.model import Finding
from claims.proof.passages import passages_of
from tests.claims.proof import made

RECORD = "“The pier moved under us,” Ana Reyes said. “The bank has no boats,” Joost Hale said."
WORDS = "The pier moved under us"


def _claim(text: str, words: str, who: str, kind: str, cue: str = ":") -> Claim:
    claim = made.claim(text, words, who, cue)
    name = None if kind == "unnamed" else who
    return replace(claim, speaker=Speaker(kind, name, mention=who))  # type: ignore[arg-type]


def _found(text: str, *claims: Claim) -> Finding:
    held = [
        made.recorded(RECORD, WORDS, "Ana Reyes"),
        made.recorded(RECORD, "The bank has no boats", "Joost Hale"),
    ]
    found = made.findings(made.draft(text, *claims), made.article(RECORD, held))
    return next(one for one in found if one.passage.form == "quotation")


@pytest.mark.parametrize(
    ("named", "verdict"), [("Ana Reyes", "verbatim"), ("Joost Hale", "other speaker")]
)
def test_a_reader_reads_the_words_of_who_spoke_last(named: str, verdict: str) -> None:
    text = f"PRESENTER: Nobody slept. {named} said the night was long. READER: “{WORDS}.”"
    told = made.claim(text, "the night was long", named, kind="indirect")
    assert _found(text, told, _claim(text, WORDS, "READER", "unnamed")).verdict == verdict


def test_a_reader_whom_nobody_announces_may_be_anybody() -> None:
    text = f"PRESENTER: Nobody slept. READER: “{WORDS}.”"
    assert _found(text, _claim(text, WORDS, "READER", "unnamed")).verdict == "verbatim"


def test_what_a_presenter_tells_is_the_drafts_own() -> None:
    """Nobody is quoted there; a witness's turn is a claim."""
    for label, count in (("PRESENTER", 0), ("WITNESS", 1)):
        text = f"{label}: The pier has been shut since the storm of May."
        claim = _claim(text, "The pier has been shut since the storm of May", label, "unnamed")
        assert len(passages_of(made.draft(text, claim))) == count


@pytest.mark.parametrize(
    ("lead", "behind", "verdict"),
    [
        ("The Tarn Times quotes Ana Reyes: ", "", "verbatim"),
        ("From Ana Reyes the Tarn Times takes one sentence: ", "", "verbatim"),
        ("The Tarn Times prefers the sigh of harbour master Ana Reyes: ", "", "verbatim"),
        ("Of Ana Reyes the Tarn Times prints this: ", "", "verbatim"),
        ("", ", the Tarn Times quotes Ana Reyes", "verbatim"),
        ("The Tarn Times quotes Joost Hale: ", "", "other speaker"),
        ("The Tarn Times says: ", "", "cannot tell"),
    ],
)
def test_a_paper_only_passes_on_the_words_of_who_is_named(
    lead: str, behind: str, verdict: str
) -> None:
    text = f"{lead}“{WORDS}”{behind}."
    claim = replace(made.claim(text, WORDS, "Tarn Times", WORDS), cue=())
    paper = replace(claim, speaker=Speaker("outlet", "Tarn Times", mention="The Tarn Times"))
    assert _found(text, paper).verdict == verdict


def test_a_paper_that_was_read_as_a_person_is_known_by_its_articles() -> None:
    """The outlet of the record's article, read as somebody's name."""
    text = f"Lake Gazette prints Ana Reyes’ letter: “{WORDS}.”"
    claim = replace(made.claim(text, WORDS, "Lake Gazette", "prints"), cue=())
    assert _found(text, claim).verdict == "verbatim"
