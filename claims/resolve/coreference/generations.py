"""Two bearers of one name: the elder and the younger, father and son. Nothing of other relatives."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions.names import is_younger, parts_of
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_ELDER = alternation(listed("kin", "elder"))
_YOUNGER = alternation(listed("kin", "younger"))
_OF_NAME = r"(?: (?:\w+\.? )?(?P<name>[A-ZÀ-Þ][\w’'-]{1,60})| (?:man|woman|one)|)"
_NAMED = re.compile(rf"(?:[Tt]he )?(?:(?P<elder>{_ELDER})|(?P<younger>{_YOUNGER})){_OF_NAME}")
_PARENT = re.compile(rf"(?:[Hh]is|[Hh]er) (?:{alternation(listed('kin', 'parents'))})")
_CHILD = re.compile(rf"(?:[Hh]is|[Hh]er) (?:{alternation(listed('kin', 'children'))})")
_OFFSPRING = re.compile(rf"\b(?:{alternation(listed('kin', 'children', 'offspring'))}),? $")
OFFSPRING_CHARACTERS = 20
"""How far before a name a word for a child may begin."""
CONFIDENCE = 0.9


def of_generation(context: ArticleContext, bare: str) -> Speaker | None:
    """The elder or younger of two who share a name; None for any other phrase."""
    named = _NAMED.fullmatch(bare)
    if named:
        return _chosen(context, _bearers(context, named["name"]), bool(named["younger"]))
    parent, child = _PARENT.fullmatch(bare), _CHILD.fullmatch(bare)
    if not (parent or child) or context.last_speaker is None:
        return None
    name = context.last_speaker[0]
    same = [
        n
        for n in context.index.people.of_surname(name.split()[-1])
        if parts_of(n) == parts_of(name)
    ]
    same = same or [n for n in context.index.people.everybody() if parts_of(n) == parts_of(name)]
    return _chosen(context, [n for n in same if n != name], bool(child)) if len(same) > 1 else None


def _bearers(context: ArticleContext, surname: str | None) -> list[str]:
    """Those of a surname; without one, those whose name another bears too, with another mark."""
    everybody = context.index.people.everybody()
    if surname:
        of_family = context.index.people.of_surname(surname)
        first = fold_mention(surname)
        return of_family or [n for n in everybody if parts_of(n)[:1] == (first,)]
    shared = [parts_of(name) for name in everybody]
    return [n for n in everybody if shared.count(parts_of(n)) > 1]


def _is_offspring(context: ArticleContext, name: str) -> bool:
    """Whether the text brings somebody in as another's child: "her daughter, Ada Holm"."""
    text = context.text
    return any(
        _OFFSPRING.search(text, max(0, m.start - OFFSPRING_CHARACTERS), m.start)
        for m in context.index.of_name[name]
    )


def _chosen(context: ArticleContext, names: list[str], younger: bool) -> Speaker | None:
    brought_in = [name for name in names if _is_offspring(context, name)]
    marked = [name for name in names if is_younger(name)] or brought_in
    fits = [name for name in names if (name in marked) == younger]
    if len(fits) != 1:
        return None
    reason = f"The {'younger' if younger else 'elder'} of those who bear the name {fold_mention(fits[0]).title()}."
    return Speaker("person", fits[0], confidence=CONFIDENCE, reasons=(reason,))
