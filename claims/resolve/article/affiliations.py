"""For whom a named person speaks or works, from titles and appositions. Who the person is, is
decided elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Speaker
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.mentions.names import clean, fold
from claims.rules.lists import words

_RUN = r"((?:[A-Z][\w.&’'-]*)(?: (?:of |for |and |the |on )*[A-Z][\w.&’'-]*)*)"
_SPOKES = r"(?:spokes(?:man|woman|person)|press secretary|communications director|press officer)"
_SPEAKS_AFTER = re.compile(
    rf"^,? (?:an?|the|his|her|its) ?(?:[\w’'-]+ ){{0,5}}?{_SPOKES} (?:for|of|at|to|with) (?:the )?(?:[a-z]+, )?{_RUN}"
)
_OWNER_AFTER = re.compile(rf"^, (?:an?|the)? ?{_RUN}(?:['’]s)? (?:[a-z-]+ ){{0,2}}{_SPOKES}\b")
_SPEAKS_BEFORE = re.compile(
    rf"(?:[Tt]he |[Aa] )?{_RUN}(?:['’]s)? (?:[a-z-]+ ){{0,3}}(?i:{_SPOKES}),? $"
)
_FOR_BEFORE = re.compile(rf"{_SPOKES} (?:for|of) (?:the )?{_RUN}, $")
_FOR_OFFICE = re.compile(rf"{_SPOKES} (?:for|of) (the [a-z]+(?: [a-z]+){{0,3}}), $")
_WORKS_AFTER = re.compile(
    rf"^, (?:an?|the|who is (?:an?|the)|[a-z]+)\b ?(?:[\w’'-]+ ){{0,6}}?(?:director|president|head|chief"
    rf"|chairman|chairwoman|chair|"
    rf"professor|fellow|analyst|economist|minister|secretary|executive|founder|editor|commissioner|lawyer|attorney|"
    rf"researcher|scientist|manager|officer|leader|member|adviser|strategist|counsel|lecturer|scholar)"
    rf"(?: [a-z]+){{0,3}} (?:of|for|at|with) (?:the )?{_RUN}"
)


class Affiliations:
    """Principals and affiliations of one article's people, found once for each name."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._known: dict[str, tuple[str | None, str | None]] = {}

    def add(self, speaker: Speaker, at: int) -> Speaker:
        """The speaker with principal and affiliation, where the text gives them."""
        if speaker.kind != "person" or not speaker.name:
            return speaker
        if speaker.name not in self._known:
            mentions = self.index.of_name.get(speaker.name, [])
            self._known[speaker.name] = (
                self._first(mentions, self._principal),
                self._first(mentions, self._works),
            )
        principal, works = self._known[speaker.name]
        person = bool(principal) and self.index.full(principal or "")[1] == "person"
        affiliation = works or (None if person else principal)
        return replace(speaker, principal=principal or speaker.principal, affiliation=affiliation)

    def _first(self, mentions: list[Mention], how: object) -> str | None:
        return next((found for m in mentions[:12] if (found := how(m))), None)  # type: ignore[operator]

    def _principal(self, mention: Mention) -> str | None:
        text = self.index.text
        after = text[mention.end : mention.end + 160]
        found = _SPEAKS_AFTER.match(after) or _OWNER_AFTER.match(after)
        if not found:
            before = text[max(0, mention.start - 110) : mention.start]
            written = text[mention.start : mention.end]
            found = _SPEAKS_BEFORE.search(before) or _FOR_BEFORE.search(before)
            found = found or re.search(
                rf"(?:[Tt]he )?{_RUN}(?:['’]s)? (?i:{_SPOKES}) [A-Z]", written
            )
            if not found and (office := _FOR_OFFICE.search(before)):
                return office[1]
        return self._name(found[1], text) if found else None

    def _works(self, mention: Mention) -> str | None:
        found = _WORKS_AFTER.match(self.index.text[mention.end : mention.end + 200])
        return self._name(found[1], self.index.text) if found else None

    def _name(self, written: str, text: str) -> str | None:
        name = clean(written)
        if (
            not name
            or fold(name) in words("names", "not_names")
            or fold(name) in words("titles", "titles")
        ):
            return None
        name = re.sub(r" (?:and|of|for|the|on)$", "", name)
        near = any(f"{name}{owner} campaign" in text for owner in ("", "'s", "’s"))
        if near and re.search(rf"\b{re.escape(name)}(?:['’]s)? campaign\b", text):
            return f"{name.split()[-1]} campaign"
        return self.index.full(name)[0]
