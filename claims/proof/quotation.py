"""The verdict on words that a draft has in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from claims.model import Reading
from claims.proof.changes import Compared, compare, pieces
from claims.proof.conduits import behind_paper, is_paper
from claims.proof.days import other_day
from claims.proof.doubts import Spoken, mouth_between
from claims.proof.frames import Frame, departs, keeps, of_draft, of_record
from claims.proof.indirect import ON_RECORD, not_on_record
from claims.proof.model import (
    Bearing,
    Change,
    Finding,
    Passage,
    RecordedArticle,
    RecordedClaim,
    Voice,
)
from claims.proof.mouths import Mouth, relayed, same_mouth
from claims.proof.nearest import compared
from claims.proof.offices import other_office, said_too_late
from claims.proof.places import AS_GOOD, Found, find
from claims.proof.wording import wording_of

MIN_SCORE = 0.5
"""Of a fit, from which the draft's words are those of the place, altered."""
MAX_SHOWN = 3
GRAVE: frozenset[Change] = frozenset({"number", "negation", "name"})
"""Changes that are told before a wrong day or office."""
LEFT_OUT = "said only in what the filters leave out"
NOBODYS = "the record names nobody for them"


@dataclass(frozen=True)
class Weighed:
    """A place with all that is judged of it."""

    reading: Reading
    passage: Passage
    found: Found
    papers: tuple[str | None, ...] = ()
    """Outlets of the record that are near."""

    @cached_property
    def claim(self) -> RecordedClaim | None:
        """The innermost claim that holds it; the quotation around it where the draft gives it to who says
        that: words that he passes on in his own are his words too."""
        ours, inner = self.passage.voice, next(iter(self.found.holding), None)
        if inner is None or same_mouth(ours, inner.voice) == "same":
            return inner
        around = (c for c in self.found.holding[1:] if c.stated.kind == "direct")
        return next((c for c in around if same_mouth(ours, c.voice) == "same"), inner)

    @cached_property
    def mouth(self) -> Mouth:
        """Whether the draft's speaker says it there; unknown where the draft gives it to nobody."""
        mouth = mouth_between(*self.spoken) if self.claim else self._own
        return mouth if self.passage.is_given or mouth == "same" else "unknown"

    @cached_property
    def is_nobodys(self) -> bool:
        """Whether the draft names somebody for words in marks of which the record gives none to anybody."""
        if self.claim or not self.found.in_marks or self.passage.claim is None:
            return False
        starts = self.found.starts
        contents = [span for content in self.found.article.spans for span in content]
        return not any(span.start <= at < span.end for span in contents for at in starts)

    @property
    def counts(self) -> bool:
        """Whether it is of the record, not only of what filters leave out."""
        return self.claim is None or self.claim.counts

    @property
    def _own(self) -> Mouth:
        """Whether the draft's speaker is the paper, where no claim holds it; of a quotation that is not
        sure."""
        if self.found.in_marks:
            return "unknown"
        return same_mouth(self.passage.voice, Voice(self.found.article.stated.outlet, "outlet"))

    @cached_property
    def spoken(self) -> tuple[Spoken, Spoken]:
        """Whose words they are in the draft, and whose in the record."""
        ours, theirs = self.passage.voice, self.claim.voice if self.claim else Voice(None)
        draft, record = self.reading.article.text, self.found.article.stated.text
        if self.passage.claim is not None:
            ours = relayed(draft, self.passage.span, ours)
        theirs = relayed(record, self.found.span, theirs)
        if self.claim and is_paper(ours, self.papers or (self.found.article.stated.outlet,)):
            ours = behind_paper(draft, self.passage.span, ours, theirs)
        cues = tuple(claim.cue if claim else () for claim in (self.passage.claim, self.claim))
        return (
            Spoken(ours, draft, self.passage.span, cues[0]),
            Spoken(theirs, record, self.found.span, cues[1]),
        )

    @cached_property
    def compared(self) -> Compared:
        """What differs in the words."""
        return compare(self.found)

    @cached_property
    def frames(self) -> tuple[Frame, Frame]:
        """What the draft does with the words, and what the record does."""
        text = self.reading.article.text
        ours = of_draft(text, self.passage.claim, self.passage.span)
        return ours, of_record(self.found, self.claim)

    @cached_property
    def bearing(self) -> Bearing | None:
        """What only one of the two does with them."""
        departing = departs(*self.frames) or self.compared.bearing
        kept = departing and keeps(self.reading.article.text, self.passage.span, departing)
        return None if kept else departing

    @property
    def rank(self) -> tuple[float, ...]:
        """The best place first: somebody's, right mouth, in marks, right stance, few changes."""
        mouths: tuple[Mouth, ...] = ("same", "unknown", "either", "other")
        return (
            self.is_nobodys,
            mouths.index(self.mouth),
            not self.counts,
            not self.found.in_marks,
            self.bearing is not None,
            len(self.compared.changes),
            -self.found.score,
        )


def prove_quotation(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Finding:
    """What the record holds of a quotation."""
    found = find(wording_of(reading.article.text, passage.span), articles)
    best = found[0].score if found else 0.0
    if best < MIN_SCORE:
        return _in_other_words(reading, passage, articles)
    as_good = [f for f in found if f.score >= best - AS_GOOD]
    papers = tuple(dict.fromkeys(article.stated.outlet for article in articles))
    weighed = sorted((Weighed(reading, passage, f, papers) for f in as_good), key=lambda w: w.rank)
    return _judged(weighed)


def _judged(weighed: Sequence[Weighed]) -> Finding:
    best = weighed[0]
    passage, compared = best.passage, best.compared
    places = tuple(w.found.place for w in weighed if w.counts)[:MAX_SHOWN]
    plain = Finding(
        passage, "verbatim", places=places, pieces=(*pieces(best.found, compared.cut_off),)
    )
    if best.is_nobodys and best.bearing == "asked":
        return _of_other_stance(plain, best)
    if told := _of_mouth(plain, best):
        return told
    if best.bearing:
        return _of_other_stance(plain, best)
    why, changes = _of_time(best, weighed), compared.changes
    if why and not GRAVE & {*changes}:
        return _with(plain, verdict="other time", changes=changes, reasons=why)
    if changes:
        return _with(plain, verdict="altered", changes=changes, reasons=why)
    if not best.found.in_marks and best.claim:
        return _with(plain, verdict="altered", changes=("paraphrase",))
    if compared.harmless:
        return _with(plain, verdict="altered", changes=("words",), harmless=True,
                     reasons=compared.harmless)  # fmt: skip
    return plain


def _of_time(best: Weighed, weighed: Sequence[Weighed]) -> tuple[str, ...]:
    """In what the day or the office that the draft gives does not fit."""
    passage, text = best.passage, best.reading.article.text
    own = [(w.claim, w.found) for w in weighed if w.claim and w.mouth == best.mouth]
    when = other_day(text, passage.claim, own)
    who = best.claim.voice if best.claim and best.mouth == "same" else passage.voice
    office = other_office(text, passage.span, who, best.found)
    if best.claim and not office:
        office = said_too_late(text, passage.span, best.claim.voice, best.found)
    return tuple(filter(None, (when, office)))


def _of_mouth(plain: Finding, best: Weighed) -> Finding | None:
    """What there is to say of who says it; None where the draft's speaker does, or may."""
    changes = best.compared.changes
    if best.mouth == "other":
        return _with(plain, verdict="other speaker", changes=changes, reasons=(_mouths(best),))
    if not best.counts:
        return Finding(best.passage, "not on record", reasons=(LEFT_OUT,))
    if best.mouth == "either":
        both = (f"the draft may mean {shown(best.passage.voice)}", _mouths(best))
        return _with(plain, verdict="cannot tell", changes=changes, reasons=both)
    if best.is_nobodys:
        return _with(plain, verdict="cannot tell", reasons=(NOBODYS,))
    return None


def _of_other_stance(plain: Finding, best: Weighed) -> Finding:
    both = zip(("draft", "record"), best.frames, strict=True)
    shown = tuple(f"{who}: “{frame.shown}”" for who, frame in both if frame.shown)
    return _with(plain, verdict="other stance", bearing=best.bearing,
                 changes=best.compared.changes, reasons=shown)  # fmt: skip


def _with(finding: Finding, **changes: object) -> Finding:
    return replace(finding, **changes)  # type: ignore[arg-type]


def _mouths(best: Weighed) -> str:
    if best.claim is None:
        return "the article's own words"
    return f"the record gives them to {shown(best.spoken[1].voice)}"


def shown(voice: Voice) -> str:
    """Who it is, or that nobody is named."""
    return voice.shown or "nobody by name"


def _in_other_words(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Finding:
    """The words stand nowhere: whether the speaker says the same in others."""
    beside = sorted(compared(reading, passage, articles), key=lambda b: -b.closeness)
    own = (b for b in beside if b.mouth != "other")
    if (first := next(own, None)) and first.closeness >= ON_RECORD:
        shown = (first.place, *(b.place for b in islice(own, MAX_SHOWN - 1)))
        altered = Finding(passage, "altered", ("paraphrase",), places=shown)
        if first.bearing in ("asked", "hedged"):  # told before other words, as where they stand so
            return replace(altered, verdict="other stance", bearing=first.bearing)
        return altered
    return not_on_record(passage, beside)
