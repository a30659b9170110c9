"""Offices that are not the body they are in, one person with two offices, a statement that speaks for who made
it, and "I" where a mark is missing."""

from __future__ import annotations

import pytest

from tests.claims.resolve.test_cases import Case, read

pytestmark = pytest.mark.model

CASES = [
    Case(
        "an office in a body is not the body",
        "Clerks of the national bank met. [The deputy governor of the national bank|said] rates were high.",
        (None,),
    ),
    Case(
        "two offices before a name",
        "[Tarne Harbour president and general manager Mary Tollan|said] the pier was shut.",
        ("Mary Tollan",),
    ),
    Case(
        "two offices behind a name",
        "[Mary Tollan, senior vice president and general manager of ferries,|said] the pier was shut.",
        ("Mary Tollan",),
    ),
    Case(
        "a statement goes on for who spoke in it",
        "[Peter Lund|said in a statement] that the pier was shut. [The statement|said] ferries would wait.",
        ("Peter Lund", "Peter Lund"),
    ),
    Case(
        "a statement of nobody",
        "[Peter Lund|said] that the pier was shut. [The statement|said] ferries would wait.",
        ("Peter Lund", None),
    ),
    Case(
        "who would not be named is nobody whom a lead brings in",
        "[A harbour councillor who would not be named|said] the pier was shut. "
        "[Mary Tollan, a councillor,|said] so too.",
        (None, "Mary Tollan"),
    ),
    Case(
        "I, behind a mark that opens and a stray one before",
        'A stray " stands here. [Peter Lund|said.] "Boats were late. [I|think] so still."',
        ("Peter Lund", "Peter Lund"),
    ),
    Case(
        "I, behind inches",
        '[Peter Lund|said] the 12" pipe had burst, and [I|think] so too.',
        ("Peter Lund", None),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_source_is_whom_its_words_mean(nlp, case: Case) -> None:  # type: ignore[no-untyped-def]
    found = read(nlp, case.text)
    assert tuple(r.speaker.name for r in found) == case.expected


def test_the_marks_of_bold_print_are_no_part_of_a_name(nlp) -> None:  # type: ignore[no-untyped-def]
    (one,) = read(nlp, "[Mayor Peter Lund**|said] boats were late.")
    assert one.speaker.name == "Peter Lund"
