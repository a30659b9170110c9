"""For whom a named person speaks or works, from titles and appositions. Who the person is, is
decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from claims.folding import fold_mention
from claims.model import Speaker
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.mentions.names import clean
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation

_JOINING = alternation(listed("function_words", "joining"))
_HOLDING = alternation(listed("function_words", "holding"))
_RUN = rf"((?:[A-Z][\w.&’'-]{{0,60}})(?: (?:(?:{_JOINING}) ){{0,4}}[A-Z][\w.&’'-]{{0,60}}){{0,{MAX_WORDS}}})"
_SPOKES = rf"(?:{alternation(listed('roles', 'spokespeople'))})"
_SPEAKS_AFTER = re.compile(
    rf"^,? (?:{alternation(listed('descriptions', 'before_spokesperson'))}) ?(?:[\w’'-]{{1,60}} ){{0,5}}?"
    rf"{_SPOKES} (?:{_HOLDING}) (?:the )?(?:[a-z]+, )?{_RUN}"
)
_OWNER_AFTER = re.compile(rf"^, (?:an?|the)? ?{_RUN}(?:['’]s)? (?:[a-z-]+ ){{0,2}}{_SPOKES}\b")
_SPEAKS_BEFORE = re.compile(
    rf"(?:[Tt]he |[Aa] )?{_RUN}(?:['’]s)? (?:[a-z-]+ ){{0,3}}(?i:{_SPOKES}),? $"
)
_SPEAKS_WITHIN = re.compile(rf"(?:[Tt]he )?{_RUN}(?:['’]s)? (?i:{_SPOKES}) [A-Z]")
_FOR_BEFORE = re.compile(rf"{_SPOKES} (?:for|of) (?:the )?{_RUN}, $")
_FOR_OFFICE = re.compile(rf"{_SPOKES} (?:for|of) (the [a-z]+(?: [a-z]+){{0,3}}), $")
_WORKS_AFTER = re.compile(
    r"^, (?:an?|the|who is (?:an?|the)|[a-z]+)\b ?(?:[\w’'-]{1,60} ){0,6}?"
    rf"(?:{alternation(listed('roles', 'posts'))})"
    rf"(?: [a-z]+){{0,3}} (?:of|for|at|with) (?:the )?{_RUN}"
)
_JOINING_AT_END = re.compile(rf" (?:{_JOINING})$")
MAX_MENTIONS = 12
"""Mentions of a name, from the first, whose surroundings are read for whom it speaks for."""
BEFORE_CHARACTERS, AFTER_CHARACTERS = 110, 160
"""How far around a name whom it speaks for is read."""
WORKS_CHARACTERS = 200
"""How far behind a name what it works for is read."""


class Affiliations:
    """Principals and affiliations of one article's people, found once for each name."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._bodies: dict[str, tuple[str | None, str | None]] = {}
        """Principal and affiliation of each name asked for so far."""

    def add(self, speaker: Speaker, at: int) -> Speaker:
        """The speaker with principal and affiliation, where the text gives them."""
        if speaker.kind != "person" or not speaker.name:
            return speaker
        if speaker.name not in self._bodies:
            mentions = self.index.of_name.get(speaker.name, [])
            self._bodies[speaker.name] = (
                self._first(mentions, self._principal),
                self._first(mentions, self._works),
            )
        principal, works = self._bodies[speaker.name]
        person = bool(principal) and self.index.full(principal or "")[1] == "person"
        affiliation = works or (None if person else principal)
        return replace(speaker, principal=principal or speaker.principal, affiliation=affiliation)

    def _first(
        self, mentions: list[Mention], body_beside: Callable[[Mention], str | None]
    ) -> str | None:
        return next((body for m in mentions[:MAX_MENTIONS] if (body := body_beside(m))), None)

    def _principal(self, mention: Mention) -> str | None:
        text = self.index.text
        after = text[mention.end : mention.end + AFTER_CHARACTERS]
        body = _SPEAKS_AFTER.match(after) or _OWNER_AFTER.match(after)
        if not body:
            before = text[max(0, mention.start - BEFORE_CHARACTERS) : mention.start]
            body = _SPEAKS_BEFORE.search(before) or _FOR_BEFORE.search(before)
            body = body or _SPEAKS_WITHIN.search(text[mention.start : mention.end])
            if not body and (office := _FOR_OFFICE.search(before)):
                return office[1]
        return self._name(body[1], text) if body else None

    def _works(self, mention: Mention) -> str | None:
        text = self.index.text
        body = _WORKS_AFTER.match(text[mention.end : mention.end + WORKS_CHARACTERS])
        return self._name(body[1], text) if body else None

    def _name(self, written: str, text: str) -> str | None:
        name = clean(written)
        if (
            not name
            or fold_mention(name) in words("names", "not_names")
            or fold_mention(name) in words("titles", "titles")
        ):
            return None
        name = _JOINING_AT_END.sub("", name)
        near = any(f"{name}{owner} campaign" in text for owner in ("", "'s", "’s"))
        if near and re.search(rf"\b{re.escape(name)}(?:['’]s)? campaign\b", text):
            return f"{name.split()[-1]} campaign"
        return self.index.full(name)[0]
