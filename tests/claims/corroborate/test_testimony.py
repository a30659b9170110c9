"""Who reads out, cites or has it from another adds no origin; who saw it himself does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.corroborate.batch import weigh
from claims.corroborate.decisions import PeopleDecisions
from claims.corroborate.model import OriginPair, StatedArticle
from claims.model import Span
from tests.claims.corroborate.newsroom import article, claim

GATE = "the north gate of the Velmora lock had stood open since Sunday noon"


def _told(doc: str, text: str, quote: str, speaker: str, kind: str = "person") -> StatedArticle:
    """An article with one claim at its place."""
    start = text.index(quote)
    said = claim(speaker, kind, quote, content=(Span(start, start + len(quote)),))
    return article(doc, said, text=text)


def _pair(a: StatedArticle, b: StatedArticle, by_person: bool = True) -> OriginPair:
    """How the origins stand, where a person held the claims for one."""
    ids = sorted((a.claims[0].id, b.claims[0].id))
    together = frozenset([(ids[0], ids[1])]) if by_person else frozenset()
    (verdict,) = weigh([a, b], PeopleDecisions(together=together)).verdicts
    (pair,) = verdict.pairs
    return pair


REPORT = _told(
    "a",
    f"In its report of May the Lock Office finds that {GATE}.",
    GATE,
    "report of the Lock Office",
    "document",
)
KEEPER = _told(
    "b", f"“I saw it with my own eyes,” Tom Reyes said. {GATE}, he told us.", GATE, "Tom Reyes"
)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{GATE}, Ada Bell said, quoting from the report of the Lock Office.",
        f"{GATE}, said Ada Bell, holding up the report.",
        f"Ada Bell read from the report in the council. {GATE}, she said.",
        f"With the report in hand, Ada Bell said that {GATE}.",
        f"{GATE}, Ada Bell said, citing the lock office's report.",
    ],
)
def test_who_reads_a_paper_out_is_one_with_it(sentence: str) -> None:
    """However the reading is told, before or behind."""
    pair = _pair(REPORT, _told("b", sentence, GATE, "Ada Bell"))
    assert pair.relation == "same"


def test_who_has_it_from_a_body_is_one_with_it() -> None:
    """A union that was told by the police."""
    police = _told("a", f"{GATE}, the Harlen police said.", GATE, "Harlen police", "organisation")
    union = _told("b", f"{GATE}, said Ada Bell, who had it from the police.", GATE, "Ada Bell")
    assert _pair(police, union).relation == "same"


def test_two_who_read_one_paper_out_are_one() -> None:
    """Neither of them saw it."""
    first = _told("a", f"{GATE}, Ada Bell said, quoting the report.", GATE, "Ada Bell")
    second = _told("b", f"Tom Reyes held up the report. {GATE}, he said.", GATE, "Tom Reyes")
    assert _pair(first, second).relation == "same"


def test_who_cites_something_else_may_have_it_from_the_other() -> None:
    """Unless the other saw it himself."""
    citing = _told("a", f"{GATE}, Ada Bell said, citing the operator.", GATE, "Ada Bell")
    other = _told("b", f"{GATE}, Hugo Lindqvist said.", GATE, "Hugo Lindqvist")
    assert _pair(citing, other).relation == "undetermined"
    assert _pair(citing, replace(KEEPER, id="b")).relation == "different"


def test_who_saw_it_himself_is_another_than_a_report() -> None:
    """The report did not make him see it."""
    assert _pair(REPORT, KEEPER).relation == "different"


def test_who_does_not_say_how_he_knows_may_have_it_from_the_report() -> None:
    """Undetermined, as any document beside a person."""
    other = _told("b", f"{GATE}, Hugo Lindqvist said.", GATE, "Hugo Lindqvist")
    assert _pair(REPORT, other).relation == "undetermined"


def test_a_witness_who_is_told_beside_the_body_may_belong_to_it() -> None:
    """An officer who saw it is no second origin beside his police."""
    police = _told("a", f"{GATE}, the Harlen police said.", GATE, "Harlen police", "organisation")
    officer = _told("b", f"Tom Reyes of the police saw that {GATE}.", GATE, "Tom Reyes")
    assert _pair(police, officer).relation == "undetermined"


def test_what_a_person_held_for_one_claim_is_not_doubted_for_its_words() -> None:
    """Two witnesses in words that have little in common: the machine alone would not count them apart."""
    first = _told("a", "The gate stood open, said Ada Bell.", "The gate stood open", "Ada Bell")
    second = _told("b", "Nobody had shut it, Tom Reyes said.", "Nobody had shut it", "Tom Reyes")
    assert _pair(first, second).relation == "different"


def test_a_name_that_stands_around_both_is_no_common_ground_where_it_is_one_of_them() -> None:
    """ "According to Bell" beside the other's claim is Bell's own."""

    def told(doc: str, speaker: str) -> StatedArticle:
        text = f"The lock is old, according to Bell. {GATE}, {speaker} said."
        return _told(doc, text, GATE, speaker)

    assert _pair(told("a", "Ada Bell"), told("b", "Tom Reyes")).relation == "different"


def test_papers_of_two_bodies_are_two() -> None:
    """That both are reports tells nothing."""
    court, union = "a report by the court", "a report by the union"
    first = _told("a", f"{GATE}, Ada Bell said, citing {court}.", GATE, "Ada Bell")
    second = _told("b", f"{GATE}, Tom Reyes said, citing {union}.", GATE, "Tom Reyes")
    assert _pair(first, second).relation == "undetermined"


def test_what_another_saw_makes_no_witness_of_the_speaker() -> None:
    """Nor does a thought of his own."""
    police = _told("a", f"{GATE}, the Harlen police said.", GATE, "Harlen police", "organisation")
    hearsay = _told("b", f"Workers found it. {GATE}, Ada Bell said. I think so.", GATE, "Ada Bell")
    assert _pair(police, hearsay).relation == "undetermined"


def test_a_witness_and_a_paper_that_names_no_source_may_be_one() -> None:
    """It may have been he who told it."""
    seen = _told("a", f"I saw it. {GATE}, Ada Bell said.", GATE, "Ada Bell")
    paper = _told(
        "b", f"{GATE}, the Harlen Gazette reported.", GATE, "Harlen Gazette", "organisation"
    )
    assert _pair(seen, paper).relation == "undetermined"
