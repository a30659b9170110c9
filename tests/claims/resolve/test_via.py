"""Through whom a claim came, where learned weights decide."""

from __future__ import annotations

import pytest

from claims.model import Article, Attribution, Header, Span
from claims.resolve import resolve

pytestmark = pytest.mark.model


def through(nlp, text: str, *claims: tuple[str, str, str]) -> list[list[tuple[str, bool]]]:  # type: ignore[no-untyped-def]
    """The intermediaries of each claim, with whether they are carried over; a claim is its source, cue and
    content as written."""
    places = [[_spans(text, part) for part in claim] for claim in claims]
    given = [Attribution(cue, source, content, 1.0) for source, cue, content in places]
    found = resolve(nlp(text), given, Article("a", text), Header())
    return [[(link.intermediary, link.inferred) for link in one.chain] for one in found]


def _spans(text: str, part: str) -> tuple[Span, ...]:
    at = text.index(part)
    return (Span(at, at + len(part)),) if part else ()


def test_a_medium_that_no_reader_of_names_finds(nlp) -> None:  # type: ignore[no-untyped-def]
    """A name that is an address, told something, is a medium."""
    text = "“The case is closed,” her agent, Brent Holm, told TarnWeek.com."
    claim = ("her agent, Brent Holm,", "told", "The case is closed")
    assert through(nlp, text, claim) == [[("TarnWeek.com", False)]]


def test_what_a_medium_is_called_behind_its_name_is_none_of_it(nlp) -> None:  # type: ignore[no-untyped-def]
    """ "the AFP news agency" is AFP."""
    text = "The governor of Ardal told the AFP news agency that four villages had been destroyed."
    claim = ("The governor of Ardal", "told", "that four villages had been destroyed")
    assert through(nlp, text, claim) == [[("AFP", False)]]


def test_a_medium_behind_a_whole_sentence(nlp) -> None:  # type: ignore[no-untyped-def]
    """Who reports that somebody said something passed it on."""
    text = "The governor said the bridge was closed, Reuters reported."
    claim = ("The governor", "said", "the bridge was closed")
    assert through(nlp, text, claim) == [[("Reuters", False)]]


def test_a_quotation_without_a_source_goes_on_through_the_medium(nlp) -> None:  # type: ignore[no-untyped-def]
    """Nobody else spoke between."""
    text = "“They stood in the dark,” a witness told CNN.\n\n“You knew that it would end badly.”"
    first = ("a witness", "told", "They stood in the dark")
    later = ("", "", "You knew that it would end badly")
    assert through(nlp, text, first, later) == [[("CNN", False)], [("CNN", True)]]


def test_another_speaker_does_not_speak_through_it(nlp) -> None:  # type: ignore[no-untyped-def]
    """Somebody else's words came to the paper by themselves."""
    text = "The lake is clean, Ada Holm told CNN. The mayor, Per Lie, said the water was brown."
    first = ("Ada Holm", "told", "The lake is clean")
    later = ("The mayor, Per Lie,", "said", "the water was brown")
    assert through(nlp, text, first, later) == [[("CNN", False)], []]
