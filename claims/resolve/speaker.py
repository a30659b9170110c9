"""The order in which a source is tried: none, pronoun, joint, name, description. How each is done
stands beside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Article, Attribution, Header, Span, Speaker, SpeakerKind
from claims.resolve.article import first_person, publisher
from claims.resolve.article.affiliations import Affiliations
from claims.resolve.article.documents import Works
from claims.resolve.article.salience import Focus, in_quotes
from claims.resolve.coreference import anonymous, names_in_source, organisation_descriptions
from claims.resolve.coreference.descriptions import KINDS, named, nominal
from claims.resolve.coreference.plural_pronouns import pair
from claims.resolve.coreference.possessive_names import made
from claims.resolve.coreference.pronouns import pronoun
from claims.resolve.mentions import appositions
from claims.resolve.mentions.head_noun import INDEFINITE, noun_of
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.mentions.names import clean, fold, strip_title
from claims.rules.lists import words
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

SURE = 0.54
"""Below this a source stays without a name (calibrated on the dev articles, see
docs/resolving.md)."""


_UNNAMED = re.compile(
    r"(?:an?|one|two|three|some|several|the|senior|top|former) ?(?:[\w-]+ ){0,3}"
    r"(?:spokes\w+|aides?|advisers?|advisors?|officials?|staffers?|lawyers?|attorneys?|sources?|members?|supporters?) "
    r"(?:for|of|to|in|from|at|with|by|close|familiar)\b",
    re.IGNORECASE,
)


_HYPHENED = re.compile(r"(?:-[A-ZÀ-Þ][\w’']*)+")
"""The rest of a double surname that a source was cut at."""


_OF_PERSON = re.compile(r" (?:campaign|team|administration|foundation)\b")


class Reader:
    """Reads the sources of one article, in the order of its text."""

    def __init__(
        self, doc: Doc, attributions: Sequence[Attribution], article: Article, header: Header
    ) -> None:
        self.doc, self.text = doc, text_of(doc)
        self.index = Index(doc, attributions)
        self.quoted = in_quotes(self.text)
        self.sentences = (
            [s.start_char for s in doc.sents] if doc.has_annotation("SENT_START") else [0]
        )
        self.focus = Focus(self.index, self.quoted, self.sentences)
        self.works = Works(self.index)
        self.spoken = [s.start for a in attributions for s in a.source]
        held = [span for a in attributions for span in (*a.content, *a.source)]
        self._begin, self._end = sorted(s.start for s in held), sorted(s.end for s in held)
        self.affiliations = Affiliations(self.index)
        self.author = first_person.author(self.text, article, header, self.quoted)
        self.kin = first_person.kin(self.text)
        self.own = (
            article.outlet,
            article.wire,
            header.outlet.value if header.outlet else None,
            header.wire.value if header.wire else None,
        )
        self.publisher = publisher.publisher(self.index, attributions)
        self.last: tuple[str, SpeakerKind, int] | None = None
        self.attributions = attributions
        self.busy: set[int] = set()

    def holders(self, at: int) -> int:
        """How many contents and sources, of all attributions, hold a position."""
        return bisect_right(self._begin, at) - bisect_right(self._end, at)

    def clause(self, found: Attribution) -> Span:
        """The sentence that holds the words that attribute."""
        at = (found.cue or found.source or found.content or (Span(0, 0),))[0].start
        i = bisect_right(self.sentences, at)
        start = self.sentences[i - 1] if i else 0
        end = self.sentences[i] if i < len(self.sentences) else len(self.text)
        cue_end = max((s.end for s in (*found.cue, *found.source)), default=end)
        return Span(start, max(end, cue_end))

    def speaker(self, found: Attribution) -> Speaker:
        """Who an attribution's source is."""
        if not found.source:
            return self._sourceless(found)
        start, end = found.source[0].start, found.source[-1].end
        mention = " ".join(self.text[s.start : s.end] for s in found.source)
        rest = _HYPHENED.match(self.text, end)
        speaker = replace(
            self.phrase(mention + (rest[0] if rest else ""), start, found), mention=mention
        )
        speaker = self.affiliations.add(self._settled(speaker), start)
        if (
            speaker.name
            and speaker.kind != "joint"
            and mention.casefold() not in first_person.FIRST
        ):
            self.last = (speaker.name, speaker.kind, end)
            self.focus.said(speaker.name, speaker.kind, start)
        return speaker

    def _settled(self, speaker: Speaker) -> Speaker:
        if speaker.name is None or speaker.confidence >= SURE:
            return speaker
        might = f"It might be {speaker.name}; too little in the text says so."
        return replace(
            speaker, name=None, runner_up=speaker.name, reasons=(*speaker.reasons, might)
        )

    def _sourceless(self, found: Attribution) -> Speaker:
        if found.same_as:
            start, end = found.same_as[0]
            before = self._settled(self.phrase(self.text[start:end], start))
            reason = "No word of the claim names the speaker: the one before goes on."
            return replace(before, confidence=0.6, inferred=True, reasons=(reason, *before.reasons))
        if not found.cue and self.last and found.content:
            between = self.text[self.last[2] : found.content[0].start]
            if between.count("\n\n") <= 1 and len(between) < 1200:
                reason = "The quotation goes on after the last speaker's words."
                return Speaker(
                    self.last[1], self.last[0], confidence=0.6, inferred=True, reasons=(reason,)
                )
        return Speaker("none", reasons=("No word names a source.",), confidence=0.9)

    def phrase(
        self, phrase: str, at: int, found: Attribution | None = None, depth: int = 0
    ) -> Speaker:
        """Who a source as written is; at is where it begins."""
        bare = re.sub(r"^(?:from|by|of) ", "", " ".join(phrase[:400].split()).strip(" ,;:—-"))
        bare = re.sub(r"\s*\([^)]*\)", "", bare)
        word = re.sub(r"['’](?:s|d|ll|ve|m|re)?$", "", bare).casefold()
        if first_person.is_pronoun(word):
            return pronoun(self, word, at, found, depth)
        noun, plural = self._noun(bare, at, at + len(phrase))
        if anonymous.together(bare, noun):
            return pair(self.index, at, noun)
        return (
            self._kin(bare, at)
            or self._office_first(bare, at)
            or self._formal(bare, at)
            or self._bodies(bare, at, depth)
            or self._parsed(bare, at, at + len(phrase))
            or self._coordinated(bare, at, depth)
            or made(bare, noun, at, self.index, self.focus)
            or self._shaped(bare, plural)
            or nominal(self, bare, noun, plural, at)
        )

    def _office_first(self, bare: str, at: int) -> Speaker | None:
        """The holder whom an office or a self-given name brings in: "the state Commissioner, Ada
        Holm"."""
        name = appositions.self_named(self.text[at : at + len(bare) + 80], len(bare))
        if name:
            return Speaker(
                "organisation",
                name,
                confidence=0.85,
                reasons=("The name that the group gives itself.",),
            )
        title, written = strip_title(bare.split(",")[0])
        of_field = (
            re.search(r" (?:of|for) ", title)
            and 1 < len(written.split()) < 5
            and not _UNNAMED.match(bare)
        )
        name = written if of_field else appositions.holder(bare, self._is_person)
        return self._by_name(name, "person", 0) if name else None

    def _is_person(self, name: str) -> bool:
        """Whether a name is surely a person's: the article takes it for one, or it begins with a
        first name."""
        first = words("names", "male", "female", "either")
        return (
            self.index.full(name, "organisation")[1] == "person" or fold(name.split()[0]) in first
        )

    def _formal(self, bare: str, at: int) -> Speaker | None:
        """ "The Ministry": the ministry named before, else none that the article names."""
        found = re.fullmatch(r"[Tt]he ([A-Z][a-z]+)(?: (?:hereby|also|itself|however|now))?", bare)
        noun = fold(found[1]) if found else ""
        if noun not in words("nominals", "formal_bodies"):
            return None
        guess = organisation_descriptions.formal(
            noun, self.index, at
        ) or organisation_descriptions.body(noun, bare.lower(), self.index, at)
        reason = f"A body ({noun}) that the article does not name."
        return named(guess) if guess else Speaker("organisation", confidence=0.6, reasons=(reason,))

    def _bodies(self, bare: str, at: int, depth: int) -> Speaker | None:
        """Two bodies that speak together, each with its own article."""
        parts = appositions.two_bodies(bare)
        if depth or not parts:
            return None
        found = [self.phrase(p, at + bare.find(p), None, 1) for p in parts]
        members = tuple(s.name or clean(p) for s, p in zip(found, parts, strict=True))
        return Speaker(
            "joint", members=members, confidence=0.8, reasons=("Several speak together.",)
        )

    def _noun(self, bare: str, start: int, end: int) -> tuple[str, bool | None]:
        noun = noun_of(bare)
        found = names_in_source.head_token(self.doc, start, end)
        if found is None or not found[1].tag_:
            return noun, None
        tags = {t.lower_: t.tag_ for t in found[0]}
        tag = tags.get(noun, "")
        return noun, tag in ("NNS", "NNPS") if tag.startswith("NN") else None

    def _kin(self, bare: str, at: int) -> Speaker | None:
        match = re.match(r"my (\w+)$", bare, re.IGNORECASE)
        name = (
            self.kin.get(match[1].casefold())
            if match and not (at < len(self.quoted) and self.quoted[at])
            else None
        )
        if not name:
            return None
        return Speaker(
            "person", name, confidence=0.85, reasons=("The writer names this relative.",)
        )

    def _parsed(self, bare: str, start: int, end: int) -> Speaker | None:
        heads = names_in_source.by_parse(self.index, self.doc, start, end)
        if not heads or any(not self._heads(m, bare) for m in heads[:1]):
            return None
        if len(heads) > 1:
            reason = "Several speak together."
            return Speaker(
                "joint", members=tuple(m.name for m in heads), confidence=0.8, reasons=(reason,)
            )
        return self._by_name(self.text[heads[0].start : heads[0].end], heads[0].kind, start)

    def _heads(self, mention: Mention, bare: str) -> bool:
        if INDEFINITE.match(bare) and not bare[0].isdigit() and mention.kind != "person":
            return False
        written = self.text[mention.start : mention.end]
        last = fold(clean(written).split()[-1]) if clean(written) else ""
        if _UNNAMED.match(bare) and not bare.startswith(written):
            return False
        if (
            last in self.index.peoples or fold(clean(written)) in self.index.peoples
        ) and mention.kind != "person":
            return False
        if last in words("nominals", "groups") or fold(clean(written)) in words(
            "nominals", "groups"
        ):
            return False
        if names_in_source.KIN.search(bare) and mention.kind != "person":
            return False
        return not (
            _OF_PERSON.search(bare)
            and re.search(rf"{re.escape(written)}(?:['’]s?)?{_OF_PERSON.pattern}", bare)
        )

    def _by_name(self, written: str, kind: str | None, at: int) -> Speaker:
        written = " ".join(written.split())
        name, kind = self.index.full(self._trimmed(written), kind, at)
        rivals = self.index.people.rivals(name) if kind == "person" else []
        alone = clean(written) != name and len(clean(written).split()) == 1
        sure = 0.97 if clean(written) == name else 0.95 if not (rivals and alone) else 0.8
        reason = (
            "The name as written."
            if clean(written) == name
            else f"“{clean(written)}” is the article's {name}."
        )
        return Speaker(
            KINDS.get(kind, "person"),
            name,
            confidence=sure,
            reasons=(reason,),
            runner_up=rivals[0] if rivals and alone else None,
        )

    def _trimmed(self, written: str) -> str:
        """A run of capitals without what is not the name: "CNN's Ada Holm", "Ada Holm Slams
        Board"."""
        name = re.split(r"['’]s (?=[A-Z])", written)[-1]
        parts = name.split()
        if self.index.people.known(clean(name)) or len(parts) < 3:
            return name
        cuts = [parts[i:] for i in range(1, len(parts) - 1)] + [
            parts[:i] for i in range(len(parts) - 1, 1, -1)
        ]
        return next(
            (" ".join(c) for c in cuts if self.index.people.find("", " ".join(c)) and len(c) > 1),
            name,
        )

    def _coordinated(self, bare: str, at: int, depth: int) -> Speaker | None:
        main = re.split(r",(?! (?:[A-Z][^,]*,? )?and )", bare)[0]
        inside = {m.name for m in self.index.inside(at, at + len(main))}
        if (
            depth
            or " and " not in main
            or self.index.full(clean(main))[0] in inside
            or anonymous.one_person(main)
        ):
            return None
        if re.search(r"\b(?:of|for|to|on|in|from|by|between) .* and ", main):
            return None
        first, _, second = main.partition(" and ")
        if (
            re.match(r"(?:his|her|the) [a-z -]+$", first)
            and re.match(r"[a-z]", second)
            and not INDEFINITE.match(second)
        ):
            one = self._parsed(second, at + main.find(second), at + len(main)) or self._shaped(
                second, None
            )
            if (
                one
                and one.kind == "person"
                and not re.match(r"(?:the|his|her|their|its|my)\b", second)
            ):
                return one
        parts = [
            self.phrase(p, at + max(0, main.find(p)), None, 1)
            for p in re.split(r",? and |, ", main)
            if p
        ]
        if not any(p.name for p in parts):
            return Speaker(
                "group", confidence=0.8, reasons=("Several speak together, none by name.",)
            )
        members = tuple(dict.fromkeys(p.name for p in parts if p.name))
        return Speaker(
            "joint", members=members, confidence=0.8, reasons=("Several speak together.",)
        )

    def _shaped(self, bare: str, plural: bool | None) -> Speaker | None:
        written = names_in_source.by_shape(bare, self.index)
        if (
            not written
            or (_UNNAMED.match(bare) and not bare.startswith(written))
            or fold(clean(written)) in self.index.peoples
            or (plural and (" " not in clean(written) or INDEFINITE.match(bare)))
        ):
            return None
        return self._by_name(written, None, 0)
