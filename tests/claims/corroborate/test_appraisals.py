"""Rejections that share no words, rebuttals that repeat none, and what keeps two names from being
two origins."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from claims.corroborate.matching.appraisals import appraisals
from claims.corroborate.model import StatedArticle, StatedClaim, Weighing
from claims.model import Span

spec = importlib.util.spec_from_file_location(
    "corroborate_newsroom", Path(__file__).with_name("newsroom.py")
)
assert spec and spec.loader
newsroom = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = newsroom
spec.loader.exec_module(newsroom)

LEAD = "Viktor Hale said on Monday that strangers should leave Velmora. Mr. Hale repeated it at night. "


def told(
    doc: str,
    *said: tuple[str, str],
    lead: str = LEAD,
    published: str = "2026-04-02",
    **fields: object,
) -> StatedArticle:
    """An article that begins with the lead and then quotes each (speaker, words)."""
    text, claims = lead, []
    for speaker, quote in said:
        start = len(text)
        text += f"{quote}, {speaker} said. "
        claims.append(
            newsroom.claim(
                speaker, quote=quote, content=(Span(start, start + len(quote)),), **fields
            )
        )
    article: StatedArticle = newsroom.article(doc, *claims, text=text, published=published)
    return article


def read(speaker: str, quote: str, lead: str = LEAD) -> list[tuple[str, str]]:
    """What a claim rejects and whose it is."""
    article = told("a", (speaker, quote), lead=lead)
    return [(a.kind, a.target) for a in appraisals(article.claims[0], article.text)]


def together(found: Weighing) -> list[int]:
    """Sizes of the propositions, the largest first."""
    return sorted((len(verdict.members) for verdict in found.verdicts), reverse=True)


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("I disavow these comments", "rejected"),
        ("such a ban would be unacceptable", "rejected"),
        ("what he said is wrong", "rejected"),
        ("he is unfit to be mayor", "unfit"),
        ("he lacks the temperament to be mayor", "untempered"),
        ("that is simply not true", "untrue"),
    ],
)
def test_a_rejection_is_of_whoever_stands_around_it(quote: str, what: str) -> None:
    """The target is the name of which the text speaks most."""
    assert read("Ilva Dorn", quote) == [(what, "hale")]


@pytest.mark.parametrize(
    "quote",
    [
        "I do not disagree with what he said",
        "my comments were wrong",
        "his divisive rhetoric draws crowds",
        "the weather was wrong for sailing",
        "his friends say that he is unfit to be mayor",
    ],
)
def test_negated_own_passing_and_passed_on_words_reject_nothing(quote: str) -> None:
    """A word of the list is not enough."""
    assert read("Ilva Dorn", quote) == []


def test_nobody_rejects_himself() -> None:
    """Where only the speaker is named, the target is open."""
    assert read("Viktor Hale", "these comments are wrong", lead="Viktor Hale spoke. ") == []


def test_two_people_who_reject_one_remark_are_two_origins_of_one_judgement() -> None:
    """A judgement rests on who makes it."""
    found = newsroom.weigh(
        [
            told("a", ("Ilva Dorn", "I disavow these comments")),
            told("b", ("Petar Quill", "what he said is unacceptable")),
        ]
    )
    (verdict,) = found.verdicts
    assert (verdict.label, verdict.origins_min, verdict.origins_max) == ("CORROBORATED", 2, 2)


@pytest.mark.parametrize(
    "other", [{"published": "2026-04-20"}, {"lead": LEAD.replace("Hale", "Brandt")}]
)
def test_rejections_of_other_days_or_people_stay_apart(other: dict[str, str]) -> None:
    """Two weeks later it is another remark."""
    one = told("a", ("Ilva Dorn", "I disavow these comments"))
    assert together(
        newsroom.weigh([one, told("b", ("Petar Quill", "what he said is unacceptable"), **other)])
    ) == [
        1,
        1,
    ]


def test_a_claim_called_untrue_is_contested_without_being_repeated() -> None:
    """The words stand shortly after the claim, in one article."""
    found = newsroom.weigh(
        [
            told(
                "a",
                ("Ilva Dorn", "the harbour bridge hides cracks in its pillars"),
                ("Viktor Hale", "She just made it up"),
                lead="Ilva Dorn spoke first. Then Ms. Dorn left. ",
            )
        ]
    )
    assert [verdict.contested for verdict in found.verdicts] == [True, True]
    assert "made it up" in found.conflicts[0].reason


def test_a_bare_denial_contests_what_was_said_of_the_speaker() -> None:
    """ "Hale denied the accusation" answers the claim before it that names Hale."""
    article = told(
        "a",
        ("Ilva Dorn", "Hale hid the cracks"),
        ("Viktor Hale", "the accusation"),
        lead="",
        stance="assert",
    )
    one, other = article.claims
    denied: StatedClaim = newsroom.replace(other, stance="deny")
    text = article.text.replace("the accusation, Viktor Hale said.", "Hale denied the accusation")
    found = newsroom.weigh([newsroom.replace(article, text=text, claims=(one, denied))])
    assert len(found.conflicts) == 1


@pytest.mark.parametrize(("apart", "contested"), [(10, 2), (400, 0)])
def test_a_bare_denial_right_behind_a_claim_contests_it(apart: int, contested: int) -> None:
    """ "The minister denies that" names nobody; from further away it may answer something else."""
    lead, middle = "Ilva Dorn said the toll was set by lot. ", "It rained. " * (apart // 10)
    text = f"{lead}{middle}The Harlen Board denies that."
    said = newsroom.claim("Ilva Dorn", quote="the toll was set by lot", content=(Span(15, 38),))
    end = len(text) - 1
    board = newsroom.claim("Harlen Board", quote="that", content=(Span(end - 4, end),))
    denied = newsroom.replace(board, stance="deny", speaker_kind="organisation")
    found = newsroom.weigh([newsroom.article("a", said, denied, text=text)])
    assert sum(verdict.contested for verdict in found.verdicts) == contested


@pytest.mark.parametrize(
    "quote",
    [
        "I do not think that after all these repairs the harbour bridge at Velmora is safe",
        "after all these repairs the harbour bridge at Velmora is not safe",
    ],
)
def test_the_contrary_is_no_support_however_many_words_are_the_same(quote: str) -> None:
    """A negation before an opinion turns what follows; one within a long stretch of equal words
    turns it too."""
    plain = "after all these repairs the harbour bridge at Velmora is safe"
    found = newsroom.weigh(
        [told("a", ("Ilva Dorn", quote), lead=""), told("b", ("Petar Quill", plain), lead="")]
    )
    assert [verdict.label for verdict in found.verdicts] == ["SINGLE", "SINGLE"]
    assert len(found.conflicts) == 1


def test_two_names_whose_texts_lean_on_one_report_are_not_told_apart() -> None:
    """Rule 10: each may only repeat the report."""
    lead = "A Keld Mail report on Monday described the cracks. "
    said = "the harbour bridge at Velmora was closed after inspectors noticed cracks in its pillars"
    found = newsroom.weigh(
        [told("a", ("Ilva Dorn", said), lead=lead), told("b", ("Petar Quill", said), lead=lead)]
    )
    (verdict,) = found.verdicts
    assert (verdict.label, verdict.origins_min, verdict.origins_max) == ("POSSIBLY SINGLE", 1, 2)
    assert "Mail" in verdict.pairs[0].reason


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Paul D. Quill", "Ilva Dorn", "CORROBORATED"),
        ("Certainly Ilva Dorn", "Ilva K. Dorn", "POSSIBLY SINGLE"),
    ],
)
def test_initials_make_no_name_doubtful_and_no_name_another(
    one: str, other: str, label: str
) -> None:
    """An initial is a letter; a name with a word before it is the same name."""
    assert newsroom.verdict_on(newsroom.claim(one), newsroom.claim(other)).label == label


def test_one_newsrooms_words_used_again_are_not_told_apart() -> None:
    """Another name for the same reported words in a second text of one outlet shows a slip rather
    than a witness."""
    said = "his negotiating skills took three million crowns off the price of the old salt works"
    texts = [newsroom.article(d, newsroom.claim(n, quote=said), text=f"{d}: {said}", outlet="Velmora Post")
             for d, n in (("a", "Ilva Dorn"), ("b", "Petar Quill"))]  # fmt: skip
    (verdict,) = newsroom.weigh(texts).verdicts
    assert verdict.label == "POSSIBLY SINGLE"


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        (
            "harbour traffic at Velmora rose sharply in spring",
            "harbour traffic at Velmora fell sharply in spring",
            1,
        ),
        (
            "the harbour pilot of Velmora is guilty of neglect",
            "the harbour pilot of Velmora is innocent of neglect",
            1,
        ),
        (
            "the harbour pilot of Velmora is not guilty of neglect",
            "the harbour pilot of Velmora is innocent of neglect",
            0,
        ),
    ],
)
def test_opposite_words_contradict_and_a_negation_takes_that_back(
    one: str, other: str, conflicts: int
) -> None:
    """ "Rose" and "fell" cannot both hold; "not guilty" and "innocent" can."""
    found = newsroom.weigh(
        [told("a", ("Ilva Dorn", one), lead=""), told("b", ("Petar Quill", other), lead="")]
    )
    assert len(found.conflicts) == conflicts
    assert (len(found.verdicts) == 1) == (conflicts == 0)


def test_reasons_name_outlets_and_mark_what_is_left_out() -> None:
    """A fact-checker reads them aloud."""
    long = (
        "the harbour bridge at Velmora was closed after inspectors noticed cracks in its pillars "
        "and along the parapet"
    )
    found = newsroom.weigh(
        [told("a", ("Ilva Dorn", long), lead=""), told("b", ("Petar Quill", long), lead="")]
    )
    (verdict,) = found.verdicts
    assert "noticed cracks in …”" in verdict.members[1].reason
    assert (
        verdict.pairs[0].evidence
        == "“Ilva Dorn” (a Post, 2026-04-02) / “Petar Quill” (b Post, 2026-04-02)"
    )
