"""Sources in which several speak together; each is resolved by what is handed in."""

from __future__ import annotations

import re

from claims.model import Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import anonymous
from claims.resolve.coreference.written_names import named_by_parse, named_by_shape
from claims.resolve.mentions import appositions
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.resolve.mentions.names import clean
from claims.resolve.model import ResolvePhrase


def two_bodies(bare: str, at: int, depth: int, resolve: ResolvePhrase) -> Speaker | None:
    """Two bodies that speak together, each with its own article."""
    parts = appositions.two_bodies(bare)
    if depth or not parts:
        return None
    found = [resolve(p, at + bare.find(p), None, 1) for p in parts]
    members = tuple(s.name or clean(p) for s, p in zip(found, parts, strict=True))
    return Speaker("joint", members=members, confidence=0.8, reasons=("Several speak together.",))


def coordinated(
    context: ArticleContext, bare: str, at: int, depth: int, resolve: ResolvePhrase
) -> Speaker | None:
    main = re.split(r",(?! (?:[A-Z][^,]*,? )?and )", bare)[0]
    inside = {m.name for m in context.index.inside(at, at + len(main))}
    if (
        depth
        or " and " not in main
        or context.index.full(clean(main))[0] in inside
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
        one = named_by_parse(
            context, second, at + main.find(second), at + len(main)
        ) or named_by_shape(context, second, None)
        if one and one.kind == "person" and not re.match(r"(?:the|his|her|their|its|my)\b", second):
            return one
    parts = [
        resolve(p, at + max(0, main.find(p)), None, 1) for p in re.split(r",? and |, ", main) if p
    ]
    if not any(p.name for p in parts):
        return Speaker("group", confidence=0.8, reasons=("Several speak together, none by name.",))
    members = tuple(dict.fromkeys(p.name for p in parts if p.name))
    return Speaker("joint", members=members, confidence=0.8, reasons=("Several speak together.",))
