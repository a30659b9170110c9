"""The order in which a source is tried: none, pronoun, joint, name, description. How each is done stands beside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Article, Attribution, Header, Link, Span, Speaker, SpeakerKind
from claims.resolve import chain, nominals, pronouns
from claims.resolve.lexicon import words
from claims.resolve.mentions import Index
from claims.resolve.model import Resolution
from claims.resolve.names import clean, fold
from claims.resolve.nested import nested

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CAP = r"[A-ZÀ-Þ0-9][\w.’'&-]*"
_NAME = re.compile(
    rf"(?:[Tt]he |[Aa]n? )?((?:{_CAP}|[“\"]\w+[”\"]|d[aei]|van|von|bin|al)"
    rf"(?: (?:{_CAP}|[“\"]\w+[”\"]|de|da|van|von|bin|al|den|der|of|and|for a|for))*)$"
)
_LEADING = re.compile(r"^.*?(?:,|\s+(?:who|which|that|whose|of|for|to|on|in|from|at|by|with|including)\s)", re.DOTALL)
_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organisation": "organisation",
    "state": "state",
    "outlet": "outlet",
}
SURE = 0.4
"""Below this a source stays without a name."""


class _Reader:
    def __init__(self, doc: Doc, article: Article, header: Header) -> None:
        self.text = doc.text
        self.index = Index(doc)
        self.author = article.author if article.author and article.author in self.text else None
        self.author = self.author or (header.byline[0].value if header.byline else None)
        self.own = (
            article.outlet,
            article.wire,
            header.outlet.value if header.outlet else None,
            header.wire.value if header.wire else None,
        )
        self.quoted = pronouns.in_quotes(self.text)
        self.last: tuple[str, int] | None = None
        self.sentences = [s.start_char for s in doc.sents] if doc.has_annotation("SENT_START") else [0]

    def clause(self, found: Attribution) -> Span:
        at = (found.cue or found.source or found.content or (Span(0, 0),))[0].start
        i = bisect_right(self.sentences, at)
        start = self.sentences[i - 1] if i else 0
        end = self.sentences[i] if i < len(self.sentences) else len(self.text)
        cue_end = max((s.end for s in (*found.cue, *found.source)), default=end)
        return Span(start, max(end, cue_end))

    def speaker(self, found: Attribution) -> Speaker:
        if not found.source:
            return self._sourceless(found)
        start, end = found.source[0].start, found.source[-1].end
        mention = " ".join(self.text[s.start : s.end] for s in found.source)
        speaker = replace(self.phrase(mention, start), mention=mention)
        if speaker.name and speaker.confidence < SURE:
            speaker = replace(speaker, name=None, reasons=(*speaker.reasons, f"It might be {speaker.name}."))
        if speaker.kind == "person" and speaker.name:
            self.last = (speaker.name, end)
        return speaker

    def _sourceless(self, found: Attribution) -> Speaker:
        if found.same_as:
            start, end = found.same_as[0]
            before = self.phrase(self.text[start:end], start)
            reason = "No word of the claim names the speaker: the one before goes on."
            return replace(before, confidence=0.5, inferred=True, reasons=(reason, *before.reasons))
        if (
            not found.cue
            and self.last
            and found.content
            and not self.text[self.last[1] : found.content[0].start].count("\n\n") > 1
        ):
            reason = "The quotation goes on after the last speaker's words."
            return Speaker("person", self.last[0], confidence=0.5, inferred=True, reasons=(reason,))
        return Speaker("none", reasons=("No word names a source.",), confidence=0.9)

    def phrase(self, phrase: str, at: int, depth: int = 0) -> Speaker:
        bare = re.sub(r"^(?:from|by|of) ", "", " ".join(phrase[:400].split()).strip(" ,;:—-"))
        bare = re.sub(r"\s*\([^)]*\)", "", bare)
        word = re.sub(r"['’](?:s|d|ll|ve|m|re)?$", "", bare).casefold()
        if word in pronouns.PRONOUNS or word.endswith((" of whom", " of them")):
            return self._pronoun(word, at, depth)
        noun = nominals.noun_of(bare)
        together = nominals.joint(bare, noun, self.index, at)
        return together or self._coordinated(bare, at, depth) or self._named(bare, at) or self._nominal(bare, noun, at)

    def _pronoun(self, word: str, at: int, depth: int) -> Speaker:
        if word in pronouns.FIRST:
            name = (
                self.author
                if not (at < len(self.quoted) and self.quoted[at])
                else (self.last[0] if self.last else None)
            )
            return Speaker(
                "person",
                name,
                confidence=0.7 if name else 0.3,
                reasons=("First person: the writer, or who is quoted.",),
            )
        if word in pronouns.JOINT:
            return nominals.pair(self.index, at)
        if word in pronouns.RELATIVE and depth == 0:
            return self._relative(at)
        if word in pronouns.MALE | pronouns.FEMALE | pronouns.THING:
            name = pronouns.antecedent(self.index, at, word, self.last, self.quoted)
            kind: SpeakerKind = "organisation" if word in pronouns.THING else "person"
            if name and word in pronouns.THING:
                kind = _KINDS.get(self.index.full(name)[1], kind)
            return Speaker(
                kind,
                name,
                confidence=0.6 if name else 0.3,
                reasons=("The nearest earlier name that fits the pronoun.",),
            )
        return Speaker(
            "group", confidence=0.6, reasons=("The pronoun stands for several or for nobody in particular.",)
        )

    def _relative(self, at: int) -> Speaker:
        for mention in self.index.before(at, 2):
            if 0 <= at - mention.end <= 3:
                return Speaker(
                    _KINDS.get(mention.kind, "person"),
                    mention.name,
                    confidence=0.7,
                    reasons=("The name right before the relative pronoun.",),
                )
        return Speaker("group", confidence=0.4, reasons=("A relative pronoun after a description without a name.",))

    def _coordinated(self, bare: str, at: int, depth: int) -> Speaker | None:
        main = bare.split(",")[0]
        if (
            depth
            or " and " not in main
            or self.index.full(clean(main))[0] in {m.name for m in self.index.inside(at, at + len(main))}
        ):
            return None
        parts = [self.phrase(p, at, 1) for p in main.split(" and ")]
        if not any(p.name for p in parts) or re.search(r"\b(?:of|for|to|on|in) .* and ", main):
            return None
        return Speaker(
            "joint",
            members=tuple(p.name for p in parts if p.name),
            confidence=0.7,
            reasons=("Several speak together.",),
        )

    def _named(self, bare: str, at: int) -> Speaker | None:
        main = bare.split(",")[0]
        for candidate in ((_LEADING.match(bare) or re.match("", bare))[0].strip(" ,"), main):  # type: ignore[index]
            short = re.sub(r" (?:who|which|that|whose|of|for|to|on|in|from|at|by|with|including)$", "", candidate)
            match = _NAME.search(short)
            if match and self._is_name(match, short):
                speaker = self._name(match.group(1))
                if speaker.kind == "person" or candidate == main:
                    return speaker
        return self._made(bare, at)

    def _is_name(self, match: re.Match[str], short: str) -> bool:
        head = short[: match.start()].split()
        name = clean(match.group(1))
        if (
            not name
            or not (name[0].isupper() or name[0].isdigit())
            or fold(name) in words("names", "not_names")
            or fold(name) in words("nominals", "groups") | {"police"}
        ):
            return False
        if fold(name.split()[-1]) in words("nominals", "groups") | words("nominals", "unnamed") | words(
            "nominals", "documents"
        ) | {"authorities"}:
            return False
        if fold(name) in words("titles", "titles") or (
            head and fold(head[-1]) in {"of", "for", "to", "on", "in", "at", "by", "with", "from", "about", "and"}
        ):
            return False
        return not (head and head[-1].endswith(("'s", "’s")) and name.islower())

    def _name(self, written: str) -> Speaker:
        name, kind = self.index.full(written)
        return Speaker(
            _KINDS.get(kind, "person"), name, confidence=0.9, reasons=("The article's fullest form of the name.",)
        )

    def _made(self, bare: str, at: int) -> Speaker | None:
        match = re.match(rf"(?:[Tt]he |[Aa]n? )?((?:{_CAP} ?)+?)(?:['’]s)? ([a-z]+)\b", bare)
        if match and (match.group(2) in words("nominals", "made_bodies") or match.group(2) == "team"):
            owner = clean(match.group(1))
            noun = "campaign" if match.group(2) == "team" else match.group(2)
            return Speaker("organisation", f"{owner} {noun}", confidence=0.7, reasons=("A body known by this name.",))
        if re.match(r"(?:her|his) campaign$", bare):
            owner_name = pronouns.antecedent(self.index, at, bare[:3].casefold(), self.last, self.quoted)
            return (
                Speaker(
                    "organisation",
                    f"{owner_name.split()[-1]} campaign",
                    confidence=0.6,
                    reasons=("The campaign of the person before.",),
                )
                if owner_name
                else None
            )
        noun = nominals.noun_of(bare)
        if noun.rstrip("s") in words("nominals", "documents") | {"data"}:
            issuer = [
                m
                for m in self.index.inside(at, at + len(bare))
                if m.kind in ("outlet", "organisation") and self.text[m.end : m.end + 2] not in ("'s", "’s")
            ]
            run = re.search(r"(?<=.)\b((?:[A-Z][\w.-]+ )+[A-Z][\w.-]+)", bare)
            issued = issuer[0].name if issuer else run.group(1) if run else None
            if issued:
                return Speaker(
                    "document", issued, confidence=0.7, reasons=("A document speaks for whoever issued it.",)
                )
        return None

    def _nominal(self, bare: str, noun: str, at: int) -> Speaker:
        found = nominals.unnamed(bare, noun, self.index)
        return found or nominals.described(bare, noun, self.index, at, self.own, self.last, self.quoted)


def resolve_all(doc: Doc, attributions: Sequence[Attribution], article: Article, header: Header) -> list[Resolution]:
    """Speakers in the order of the text, so that each knows who spoke before; then intermediaries."""
    reader = _Reader(doc, article, header)
    inner = nested(attributions)
    out: list[Resolution | None] = [None] * len(attributions)
    order = sorted(
        range(len(attributions)),
        key=lambda i: min(
            (*attributions[i].source, *attributions[i].cue, *attributions[i].content), default=Span(0, 0)
        ),
    )
    carried: dict[str, Link | None] = {}
    for i in order:
        found = attributions[i]
        speaker = reader.speaker(found)
        clause = reader.clause(found)
        link = None if speaker.kind == "outlet" else chain.link(reader.index, found, clause, reader.own, speaker.name)
        out[i] = Resolution(speaker, chain.carry(reader.text, carried, speaker, clause, link), inner[i])
    return [r for r in out if r is not None]
