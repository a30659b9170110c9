"""Joins many names into speakers: the machine's joins within what people decided; a pure function
of both."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from claims.identity.blocking_keys import join_keys
from claims.identity.model import Decided, Joined, Judgement, Known
from claims.identity.organisation_name import body
from claims.identity.pairs import judge
from claims.identity.person_name import parse

Group = list[Known]


def group(members: Sequence[Known], decided: Decided) -> dict[str, Joined]:
    """The speaker of each member; the same members and decisions give the same answer in any order.

    A name that would bind two speakers between whom something speaks stays by itself.
    """
    groups = _Groups()
    reasons: dict[str, str] = {}
    for unit in sorted(_decided_units(members, decided, reasons), key=_specific):
        fitting = [
            number for number in groups.near(unit) if _joins(unit, groups.held[number], decided)
        ]
        if len(fitting) > 1 and any(
            _opposed(groups.held[a], groups.held[b], decided) for a, b in combinations(fitting, 2)
        ):
            fitting = []
        for number in fitting:
            other = groups.held.pop(number)
            reason = _reason(unit, other)
            reasons |= {known.id: reason for known in (unit if len(unit) <= len(other) else other)}
            unit = [*other, *unit]
        groups.add(unit)
    found: dict[str, Joined] = {}
    for unit in groups.held.values():
        shown = head(unit, decided)
        found |= {
            known.id: Joined(shown.id, reasons.get(known.id, "") if len(unit) > 1 else "")
            for known in unit
        }
    return found


class _Groups:
    """Groups found so far, looked up by the keys of their members: only these can join, so not all
    are judged."""

    def __init__(self) -> None:
        self.held: dict[int, Group] = {}
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._made = 0

    def add(self, unit: Group) -> None:
        """Holds a group under every key of its members."""
        self.held[self._made] = unit
        for key in {key for known in unit for key in join_keys(known)}:
            self._by_key[key].append(self._made)
        self._made += 1

    def near(self, unit: Group) -> list[int]:
        """The numbers of groups that share a key with the unit, the oldest first."""
        keys = {key for known in unit for key in join_keys(known)}
        return sorted(
            {number for key in keys for number in self._by_key.get(key, ()) if number in self.held}
        )


def _decided_units(
    members: Sequence[Known], decided: Decided, reasons: dict[str, str]
) -> list[Group]:
    by_id = {known.id: known for known in members}
    unit_of: dict[str, Group] = {id: [known] for id, known in by_id.items()}
    for pair in sorted(decided.one, key=sorted):
        ids = sorted(pair)
        if (
            len(ids) == 2
            and ids[0] in by_id
            and ids[1] in by_id
            and unit_of[ids[0]] is not unit_of[ids[1]]
        ):
            unit = [*unit_of[ids[0]], *unit_of[ids[1]]]
            for known in unit:
                unit_of[known.id] = unit
                reasons[known.id] = "merged by a person"
    return list({id(unit): unit for unit in unit_of.values()}.values())


def _joins(unit: Group, other: Group, decided: Decided) -> bool:
    joined = False
    for a, b in product(unit, other):
        if frozenset((a.id, b.id)) in decided.two:
            return False
        judgement = judge(a, b)
        if judgement.incompatible:
            return False
        joined = joined or judgement.outcome == "join"
    return joined


def _opposed(left: Group, right: Group, decided: Decided) -> bool:
    return any(
        frozenset((a.id, b.id)) in decided.two or judge(a, b).incompatible
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
        -max(bool(known.affiliation or known.principal) for known in unit),
        -max(_weight(known) for known in unit),
        -max(len(known.name) for known in unit),
        min(known.id for known in unit),
    )


def _weight(known: Known) -> int:
    words = parse(known.name).words if known.is_person else ()
    return (
        sum(2 if not w.is_initial else 1 for w in words)
        if known.is_person
        else len(body(known.name).words)
    )


def head(unit: Iterable[Known], decided: Decided | None = None) -> Known:
    """Whose name is shown: the one that people merged into, else the fullest."""
    rank = {id: place for place, id in enumerate(decided.heads if decided else (), 1)}
    return min(
        unit,
        key=lambda k: (
            -rank.get(k.id, 0),
            bool(not k.is_person and body(k.name).is_acronym),
            not k.name.isascii() and not any("LATIN" in _script(c) for c in k.name if c.isalpha()),
            -_weight(k),
            k.is_person and bool(parse(k.name).titles),
            k.name.isascii(),
            not (k.affiliation or k.principal),
            -len(k.name),
            k.name,
            k.id,
        ),
    )


def _script(character: str) -> str:
    return unicodedata.name(character, "")
