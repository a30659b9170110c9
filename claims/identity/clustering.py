"""Joins many names into speakers: the machine's joins within what people decided; a pure function
of both."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from claims.identity.blocking_keys import join_keys
from claims.identity.model import Joined, Judgement, NamedSpeaker, SpeakerDecisions
from claims.identity.organisation_name import body
from claims.identity.pairs import judge
from claims.identity.person_name import parse

Group = list[NamedSpeaker]


def group(members: Sequence[NamedSpeaker], decisions: SpeakerDecisions) -> dict[str, Joined]:
    """The speaker of each member; the same members and decisions give the same answer in any order.

    A name that would bind two speakers between whom something speaks stays by itself.
    """
    groups = _Groups()
    reasons: dict[str, str] = {}
    for unit in sorted(_decided_units(members, decisions, reasons), key=_specific):
        for number in _fitting(unit, groups, decisions):
            other = groups.by_number.pop(number)
            reason = _reason(unit, other)
            newcomers = unit if len(unit) <= len(other) else other
            reasons |= {speaker.id: reason for speaker in newcomers}
            unit = [*other, *unit]
        groups.add(unit)
    joined: dict[str, Joined] = {}
    for unit in groups.by_number.values():
        canonical = head(unit, decisions).id
        for speaker in unit:
            reason = reasons.get(speaker.id, "") if len(unit) > 1 else ""
            joined[speaker.id] = Joined(canonical, reason)
    return joined


def _fitting(unit: Group, groups: _Groups, decisions: SpeakerDecisions) -> list[int]:
    """The numbers of the groups that a unit joins; none where two of them are surely two
    speakers."""
    near = ((number, groups.by_number[number]) for number in groups.near(unit))
    fitting = [number for number, group in near if _joins(unit, group, decisions)]
    opposed = any(
        _opposed(groups.by_number[a], groups.by_number[b], decisions)
        for a, b in combinations(fitting, 2)
    )
    return [] if opposed else fitting


class _Groups:
    """Groups made so far, looked up by the keys of their members: only these can join, so not all are
    judged."""

    def __init__(self) -> None:
        self.by_number: dict[int, Group] = {}
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._keys: dict[str, frozenset[str]] = {}
        self._made = 0

    def add(self, unit: Group) -> None:
        """Holds a group under every key of its members."""
        self.by_number[self._made] = unit
        for key in self._keys_of(unit):
            self._by_key[key].append(self._made)
        self._made += 1

    def near(self, unit: Group) -> list[int]:
        """The numbers of groups that share a key with the unit, the oldest first."""
        numbers = {number for key in self._keys_of(unit) for number in self._by_key.get(key, ())}
        return sorted(numbers & self.by_number.keys())

    def _keys_of(self, unit: Group) -> set[str]:
        for speaker in unit:
            if speaker.id not in self._keys:
                self._keys[speaker.id] = join_keys(speaker)
        return {key for speaker in unit for key in self._keys[speaker.id]}


def _decided_units(
    members: Sequence[NamedSpeaker], decisions: SpeakerDecisions, reasons: dict[str, str]
) -> list[Group]:
    by_id = {speaker.id: speaker for speaker in members}
    unit_of: dict[str, Group] = {id: [speaker] for id, speaker in by_id.items()}
    for pair in sorted(decisions.merged, key=sorted):
        units = [unit_of[id] for id in sorted(pair) if id in by_id]
        if len(units) == 2 and units[0] is not units[1]:
            unit = [*units[0], *units[1]]
            for speaker in unit:
                unit_of[speaker.id] = unit
                reasons[speaker.id] = "merged by a person"
    return list({id(unit): unit for unit in unit_of.values()}.values())


def _joins(unit: Group, other: Group, decisions: SpeakerDecisions) -> bool:
    joined = False
    for a, b in product(unit, other):
        if frozenset((a.id, b.id)) in decisions.parted:
            return False
        judgement = judge(a, b)
        if judgement.incompatible:
            return False
        joined = joined or judgement.outcome == "join"
    return joined


def _opposed(left: Group, right: Group, decisions: SpeakerDecisions) -> bool:
    return any(
        frozenset((a.id, b.id)) in decisions.parted or judge(a, b).incompatible
        for a, b in product(left, right)
    )


def _reason(unit: Group, other: Group) -> str:
    joins = (judge(a, b) for a, b in product(unit, other))
    best: Judgement = max((j for j in joins if j.outcome == "join"), key=lambda j: len(j.reasons))
    return "; ".join(best.reasons)


def _specific(unit: Group) -> tuple[int, int, int, int, str]:
    """Decided ones and those that say most about themselves first: a bare name joins them, not the
    reverse."""
    return (
        -len(unit),
        -max(bool(speaker.affiliation or speaker.principal) for speaker in unit),
        -max(_weight(speaker) for speaker in unit),
        -max(len(speaker.name) for speaker in unit),
        min(speaker.id for speaker in unit),
    )


def _weight(speaker: NamedSpeaker) -> int:
    words = parse(speaker.name).words if speaker.is_person else ()
    return (
        sum(2 if not w.is_initial else 1 for w in words)
        if speaker.is_person
        else len(body(speaker.name).words)
    )


def head(unit: Iterable[NamedSpeaker], decisions: SpeakerDecisions | None = None) -> NamedSpeaker:
    """Whose name is shown: the one that people merged into, else the fullest."""
    rank = {id: place for place, id in enumerate(decisions.heads if decisions else (), 1)}
    return min(
        unit,
        key=lambda k: (
            -rank.get(k.id, 0),
            bool(not k.is_person and body(k.name).is_acronym),
            not k.name.isascii() and not any("LATIN" in _script(c) for c in k.name if c.isalpha()),
            -_weight(k),
            k.is_person and (bool(parse(k.name).titles) or k.name.isupper()),
            k.name.isascii(),
            not (k.affiliation or k.principal),
            -len(k.name),
            k.name,
            k.id,
        ),
    )


def _script(character: str) -> str:
    return unicodedata.name(character, "")
