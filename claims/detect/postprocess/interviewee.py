"""Who answers in an interview, by what stands above its first question."""

from __future__ import annotations

from collections import Counter

from claims.detect.postprocess.layout import Page
from claims.model import Span, Spans


def interviewee(page: Page, before: int) -> Spans:
    """The person whom the text before the first question names most."""
    people = [e for e in page.doc.ents if e.label_ == "PERSON" and e.end_char <= before]
    if not people:
        return ()
    name, _ = Counter(e.text for e in people).most_common(1)[0]
    first = next(e for e in people if e.text == name)
    return (Span(first.start_char, first.end_char),)
