"""Weighs a few changed articles at a time, and leaves what weigh() would find over the whole
collection at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from claims.corroborate.batch import form
from claims.corroborate.blocking import Change, Keys, Pair, number, ordered
from claims.corroborate.copies.copies import Text, compare, fold_copies
from claims.corroborate.decisions import PeopleDecisions
from claims.corroborate.matching.propositions import Statement, tied
from claims.corroborate.model import ClaimPair, CopyPair, StatedArticle
from claims.corroborate.repository import Kept, Pairs, Shelf
from claims.corroborate.reviewed_reasons import OVERRULED_MARK
from claims.corroborate.work import HERE, Work

MAX_ARTICLES_TOGETHER = 200
"""Weighed together where nobody waits: enough to share look-ups."""


def grow(shelf: Shelf, limit: int = MAX_ARTICLES_TOGETHER, work: Work = HERE) -> int:
    """Weighs waiting articles, at most the limit, and gives their number; work: who does what needs no shelf."""
    ids = shelf.take(limit)
    if ids:
        _statements(shelf, ids, _copies(shelf, ids, work), work)
    return len(ids)


def _copies(shelf: Shelf, ids: Collection[str], work: Work) -> set[str]:
    """Brings the copies up to date; gives the articles whose claims count otherwise since."""
    texts = {number(id): Text(row) for id, row in shelf.articles(ids).items()}
    keys = dict.fromkeys(map(number, ids), ()) | _keys(texts, work)
    shelf.enter({number(id): id for id in ids}, {})
    former = list(shelf.article_pairs.of(keys))
    change = Change(shelf.article_keys, keys)
    missing = _ends(change.new) - texts.keys()
    unchanged = shelf.articles(shelf.article_ids(missing).values())
    texts |= {number(id): Text(row) for id, row in unchanged.items()}
    new = [
        pair
        for a, b in sorted(change.new)
        if a in texts and b in texts and (pair := compare(texts[a], texts[b])) is not None
    ]
    seeds = _renew(shelf.article_pairs, change, keys, former, new)
    return _fold(shelf, ids, seeds)


def _fold(shelf: Shelf, changed: Collection[str], seeds: set[int]) -> set[str]:
    numbers, pairs = _component(shelf.article_pairs, seeds)
    ids = {*shelf.article_ids(numbers).values(), *changed}
    # An article that another edition replaced may still wait for its own turn.
    rows = shelf.articles(ids) if pairs else {}
    links = fold_copies(
        rows.values(), [pair for pair in pairs if pair.a in rows and pair.b in rows]
    )
    before, after = shelf.roots(ids), {link.article_id: link.of for link in links}
    shelf.save_copies(ids, links)
    renewed = set(changed)
    return {
        id for id in ids if before.get(id) != after.get(id) or after.get(id) in renewed
    } - renewed


def weigh_again(shelf: Shelf, claims: Collection[str], articles: Collection[str]) -> None:
    """Weighs some claims of these articles, whose texts and copies are as they were; what no longer
    stands in them is forgotten."""
    rows = shelf.articles(articles)
    fresh = {
        number(claim.id): Statement(claim, rows[claim.article_id])
        for claim in shelf.claims_of(articles)
        if _base(claim.id) in claims and not claim.nested and claim.article_id in rows
    }
    entered = shelf.entered(articles).items()
    gone = {at: id for at, id in entered if _base(id) in claims and at not in fresh}
    _weigh(shelf, fresh, gone, set(), HERE)


def _base(id: str) -> str:
    return id.removesuffix(OVERRULED_MARK)


def _keys(items: Mapping[int, Statement] | Mapping[int, Text], work: Work) -> dict[int, Keys]:
    return dict(zip(items, work.keys([*items.values()]), strict=True))


def _statements(shelf: Shelf, ids: Collection[str], moved: Collection[str], work: Work) -> None:
    """Brings propositions and verdicts of articles up to date."""
    rows = shelf.articles(ids)
    fresh = {
        number(claim.id): Statement(claim, rows[claim.article_id])
        for claim in shelf.claims_of(ids)
        if not claim.nested and claim.article_id in rows
    }
    gone = {at: id for at, id in shelf.entered(ids).items() if at not in fresh}
    _weigh(shelf, fresh, gone, set(shelf.entered(moved)), work)


def _weigh(
    shelf: Shelf,
    fresh: Mapping[int, Statement],
    gone: Mapping[int, str],
    moved: set[int],
    work: Work,
) -> None:
    """Brings propositions and verdicts up to date where some claims are new, some are gone, and some
    count otherwise."""
    keys = dict.fromkeys(gone, ()) | _keys(fresh, work)
    shelf.enter(
        {},
        {at: (statement.claim.id, statement.claim.article_id) for at, statement in fresh.items()},
    )
    former = list(shelf.claim_pairs.of(keys))
    change = Change(shelf.claim_keys, keys)
    statements = dict(fresh)
    _learn(shelf, statements, _ends(change.new))
    known = [(a, b) for a, b in sorted(change.new) if a in statements and b in statements]
    found = work.compare([(statements[a], statements[b]) for a, b in known])
    new = [pair for pair in found if pair is not None]
    decisions = shelf.decisions()
    new += _ties(shelf, decisions, fresh)
    seeds = _renew(shelf.claim_pairs, change, keys, former, new) | moved
    _form(shelf, statements, seeds - gone.keys(), gone.values(), decisions)


def _ties(
    shelf: Shelf, decisions: PeopleDecisions, fresh: Mapping[int, Statement]
) -> list[ClaimPair]:
    """The pairs that people joined, of which one or both are weighed now."""
    here = {statement.claim.id for statement in fresh.values()}
    wanted = [pair for pair in decisions.together if here & set(pair)]
    there = set(shelf.claims({id for pair in wanted for id in pair} - here)) if wanted else set()
    return [tied(*pair) for pair in wanted if set(pair) <= here | there]


def _form(
    shelf: Shelf,
    known: dict[int, Statement],
    seeds: set[int],
    gone: Collection[str],
    decisions: PeopleDecisions,
) -> None:
    """Forms the propositions of everything that pairs join to the seeds; known holds statements
    already read."""
    numbers, pairs = _touched(shelf, known, seeds, gone)
    _learn(shelf, known, numbers)
    touched = [known[at] for at in numbers if at in known]
    articles = shelf.articles({statement.claim.article_id for statement in touched})
    statements = {s.claim.id: s for s in touched if s.claim.article_id in articles}
    ids = {statement.claim.id for statement in touched} | set(gone)
    elsewhere = shelf.propositions_of({id for pair in pairs for id in (pair.a, pair.b)} - ids)
    placed = statements.keys() | elsewhere.keys()
    formed = form(
        [(articles[s.claim.article_id], s.claim) for s in statements.values()],
        statements,
        [pair for pair in pairs if pair.a in placed and pair.b in placed],
        _roots(shelf, articles),
        elsewhere,
        decisions,
    )
    shelf.save_verdicts(ids, *formed)


def _touched(
    shelf: Shelf, known: dict[int, Statement], seeds: set[int], gone: Collection[str]
) -> tuple[set[int], list[ClaimPair]]:
    """The numbers of all claims whose propositions may change, with the pairs that touch them."""
    numbers, pairs = _component(shelf.claim_pairs, seeds)
    _learn(shelf, known, numbers)
    ids = {known[at].claim.id for at in numbers if at in known} | set(gone)
    # What contradicts one of these shows it, and may show it no more.
    opposed = {number(id) for id in shelf.opponents(ids)} | _ends(_numbers(pair) for pair in pairs)
    if opposed - numbers:
        return _component(shelf.claim_pairs, numbers | (opposed - set(map(number, gone))))
    return numbers, pairs


def _roots(shelf: Shelf, articles: Collection[str]) -> dict[str, StatedArticle]:
    """The article that each of these copies, for those that are copies of a current one."""
    root_ids = shelf.roots(articles)
    rows = shelf.articles(set(root_ids.values()))
    return {id: rows[root] for id, root in root_ids.items() if root in rows}


def _renew(
    pairs: Pairs[Kept],
    change: Change,
    keys: Mapping[int, object],
    former: Iterable[Kept],
    new: Sequence[Kept],
) -> set[int]:
    """Puts the new pairs in place of the changed ones' former; gives every number whose pairs are
    others now."""
    shaken = {_numbers(pair): pair for pair in pairs.of(change.shaken)} if change.shaken else {}
    unsure = {ends: pair for ends, pair in shaken.items() if not keys.keys() & set(ends)}
    gone = change.gone(unsure) if unsure else set()
    dropped: list[Kept] = [unsure[ends] for ends in gone]
    pairs.replace(keys.keys(), dropped, new)
    return set(keys) | _ends(_numbers(pair) for pair in (*former, *dropped, *new))


def _component(pairs: Pairs[Kept], seeds: Collection[int]) -> tuple[set[int], list[Kept]]:
    """Everything that pairs join to the seeds, conflicts excepted, with the pairs that touch it."""
    seen, touching = set(seeds), dict[Pair, Kept]()
    unvisited = seen
    while unvisited:
        reached: set[int] = set()
        for pair in pairs.of(unvisited):
            ends = _numbers(pair)
            touching[ends] = pair
            if getattr(pair, "relation", "same") == "same":
                reached.update(ends)
        unvisited = reached - seen
        seen = seen | unvisited
    return seen, list(touching.values())


def _numbers(pair: CopyPair | ClaimPair) -> Pair:
    return ordered(number(pair.a), number(pair.b))


def _ends(pairs: Iterable[Pair]) -> set[int]:
    return {end for pair in pairs for end in pair}


def _learn(shelf: Shelf, known: dict[int, Statement], numbers: Collection[int]) -> None:
    missing = [at for at in numbers if at not in known]
    if missing:
        claims = shelf.claims(shelf.claim_ids(missing).values())
        rows = shelf.articles({claim.article_id for claim in claims.values()})
        known.update(
            (number(id), Statement(claim, rows[claim.article_id]))
            for id, claim in claims.items()
            if claim.article_id in rows
        )
