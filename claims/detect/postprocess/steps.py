"""The order of the post-processing steps; what each does stands in its own module."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.detect.postprocess import (
    according_to,
    acts,
    addressee,
    block_quotations,
    boundaries,
    clauses,
    continuations,
    cue_placement,
    dashes,
    exchanges,
    false_positives,
    gestures,
    imagined,
    inline_speaker,
    inserted_tags,
    lead_ins,
    letters_page,
    nested_claims,
    office_apposition,
    own_subject,
    owned_words,
    passives,
    prepositional_cues,
    quotation_marks,
    signatures,
    speaker_labels,
    told_object,
    topic_labels,
    transcripts,
    unclosed,
)
from claims.detect.postprocess.layout import Page, parts
from claims.model import Attribution, Spans
from claims.text_pieces import joined
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

Step = Callable[[Page, list[Attribution]], list[Attribution]]
STEPS: tuple[Step, ...] = (
    quotation_marks.mended,
    cue_placement.mended,
    false_positives.dropped,
    acts.dropped,
    imagined.dropped,
    exchanges.mended,
    unclosed.mended,
    own_subject.mended,
    lead_ins.mended,
    owned_words.mended,
    passives.mended,
    office_apposition.mended,
    clauses.mended,
    boundaries.mended,
    told_object.mended,
    inserted_tags.mended,
    addressee.mended,
    block_quotations.mended,
    speaker_labels.added,
    topic_labels.dropped,
    transcripts.added,
    dashes.mended,
    signatures.added,
    letters_page.added,
    inline_speaker.added,
    prepositional_cues.added,
    according_to.added,
    passives.added,
    clauses.added,
    inserted_tags.added,
    quotation_marks.unclosed,
    continuations.mended,
    gestures.added,
    nested_claims.added,
)


def postprocess(
    doc: Doc, attributions: Iterable[Attribution], skip: Spans = ()
) -> list[Attribution]:
    """The attributions with every shape mended or added, in order of their first span; never raises
    on any text."""
    page = Page(text_of(doc), doc, skip)
    out = list(attributions)
    for step in STEPS if page.lines else ():
        out = step(page, out)
    sound = (
        replace(
            a,
            cue=joined(a.cue),
            source=joined(a.source),
            content=joined(map(page.closed, a.content)),
        )
        for a in out
    )
    return sorted((a for a in sound if a.content), key=lambda a: min(parts(a)))
