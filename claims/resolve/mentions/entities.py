"""The tagger's entities with their edges put right. What the tagger misses is found in find.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.resolve.mentions.name_kind import is_body_by_form
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "state"}
_NUMBER = re.compile(
    rf" \d[\d,.]* (?:{alternation(listed('numbers', 'after_figures'))})|\.{{2,}}| --? "
    rf"|, (?!{alternation(listed('names', 'after_comma'))})"
)
_HEADED = re.compile(
    rf"(?:the )?(?:{alternation(listed('organisations', 'headed', 'headed_only'))}) (?:of|for|on) ",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"(?:, [A-Z][a-z]+)*,? and [A-Z][a-z]+(?! [A-Z])")
"""The rest of a ministry's name that the tagger cuts at "and"."""
MAKER = re.compile(rf"(?:{alternation(listed('organisations', 'makers'))}) (?=[A-Z])")
_SPLIT = re.compile(
    "".join(f"(?<!{owner})" for owner in listed("organisations", "owners_within")) + r"['’]s\s",
    re.IGNORECASE,
)
"""Not in "Seamen's League", which is one name."""


def entities_of(doc: Doc) -> Iterator[Spot]:
    """The spots of the tagger's people, bodies and states, without what is no part of the name."""
    text = text_of(doc)
    for ent in doc.ents:
        kind = _LABELS.get(ent.label_)
        if not kind:
            continue
        start, written = ent.start_char, _NUMBER.split(ent.text.partition("\n")[0])[0].rstrip()
        if written.count("“") != written.count("”"):  # else a nickname: "Bo “Doc” Hale"
            written = re.split("[“”]", written)[0].rstrip()
        parted = _SPLIT.search(written)
        if parted:
            yield Spot(start, start + parted.start(), "organisation" if kind == "person" else kind)
            start, written = start + parted.end(), written[parted.end() :]
        if kind != "state" and (maker := MAKER.match(written)):
            start, written, kind = start + maker.end(), written[maker.end() :], "organisation"
        if kind == "person" and is_body_by_form(text, start, written):
            kind = "organisation"
        if any(c.isupper() for c in written):
            more = _FIELDS.match(text, start + len(written)) if _HEADED.match(written) else None
            yield Spot(start, more.end() if more else start + len(written), kind)
