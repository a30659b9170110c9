"""Which articles are the same text as an earlier one; what copies mean for a claim's origins stands in origins.py."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from claims.corroborate.model import CopyLink, StatedArticle
from claims.corroborate.shingles import Word, grams, outside_words
from claims.corroborate.unions import Unions

GRAM = 8
RUN = 12
SHARE = 0.4
SURE = 0.65
COVERED = 25
BLOCK = 100
ALL_PAIRS = 40
"""A gram held by more articles than this pairs each article with the first and the next one alone."""

Pair = tuple[int, int]


def find_copies(articles: Iterable[StatedArticle]) -> tuple[CopyLink, ...]:
    """A link for every article that is the same text as an earlier one, to the earliest."""
    rows = list(articles)
    words = [outside_words(row.text) for row in rows]
    hashes = [grams(item, GRAM) for item in words]
    holders = _holders(hashes)
    near = _near(holders)
    common = _boilerplate(holders, near, hashes)
    links: dict[Pair, tuple[float, str]] = {}
    for pair, count in near.items():
        if count >= 2:
            found = _compare(rows, words, hashes, pair, common)
            if found:
                links[pair] = found
    links.update(_identical(rows))
    return _fold(rows, links)


def _holders(hashes: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Which articles hold a gram, for the grams of several articles."""
    first: dict[int, int] = {}
    several: dict[int, list[int]] = {}
    for index, row in enumerate(hashes):
        for gram in set(row):
            if gram in several:
                several[gram].append(index)
            elif first.setdefault(gram, index) != index:
                several[gram] = [first[gram], index]
    return several


def _near(holders: dict[int, list[int]]) -> Counter[Pair]:
    near: Counter[Pair] = Counter()
    for held in holders.values():
        near.update(_pairs(held))
    return near


def _pairs(held: list[int]) -> Iterable[Pair]:
    if len(held) <= ALL_PAIRS:
        return combinations(held, 2)
    return {(held[0], b) for b in held[1:]} | set(pairwise(held))


def _boilerplate(holders: dict[int, list[int]], near: Counter[Pair], hashes: Sequence[Sequence[int]]) -> set[int]:
    """Grams of three or more articles that mostly share little else."""
    common = set()
    for gram, held in holders.items():
        if len(held) >= 3:
            pairs = list(pairwise(held))
            apart = sum(near[a, b] < 0.3 * max(len(hashes[a]), len(hashes[b])) for a, b in pairs)
            if apart * 2 > len(pairs):
                common.add(gram)
    return common


def _compare(
    rows: Sequence[StatedArticle],
    words: Sequence[list[Word]],
    hashes: Sequence[list[int]],
    pair: Pair,
    common: set[int],
) -> tuple[float, str] | None:
    """Share and evidence where long runs cover enough of the smaller article."""
    small, large = sorted(pair, key=lambda i: len(words[i]))
    other = set(hashes[large]) - common
    runs = _runs([gram in other for gram in hashes[small]])
    covered = sum(end - start for start, end in runs)
    if covered < COVERED or covered < SHARE * len(words[small]):
        return None
    if covered < SURE * len(words[small]) and (len(runs) < 2 or covered < BLOCK):
        return None  # one block in an otherwise different text is an editor's note or a background paragraph
    start, end = max(runs, key=lambda run: run[1] - run[0])
    span = words[small][start:end][:40]
    return round(covered / len(words[small]), 4), rows[small].text[span[0].start : span[-1].end]


def _runs(shared: Sequence[bool]) -> list[Pair]:
    """Stretches of at least RUN words that shared grams cover, as word places."""
    runs: list[Pair] = []
    start = -1
    for place, hit in enumerate([*shared, False]):
        if hit and start < 0:
            start = place
        elif not hit and start >= 0:
            if place - 1 + GRAM - start >= RUN:
                runs.append((max(start, runs[-1][1] if runs else 0), place - 1 + GRAM))
            start = -1
    return runs


def _identical(rows: Sequence[StatedArticle]) -> dict[Pair, tuple[float, str]]:
    first: dict[str, int] = {}
    found = {}
    for index, row in enumerate(rows):
        text = " ".join(row.text.split())
        earlier = first.setdefault(text, index)
        if text and earlier != index:
            found[earlier, index] = (1.0, text[:200])
    return found


def _fold(rows: Sequence[StatedArticle], links: dict[Pair, tuple[float, str]]) -> tuple[CopyLink, ...]:
    unions = Unions(len(rows))
    best: dict[int, tuple[float, str]] = defaultdict(lambda: (0.0, ""))
    for (a, b), found in links.items():
        unions.join(a, b)
        best[a], best[b] = max(best[a], found), max(best[b], found)
    result = []
    for group in unions.groups():
        root = min(group, key=lambda i: (rows[i].published or "9999", i))
        for index in group:
            if index != root:
                share, evidence = links.get((min(root, index), max(root, index)), best[index])
                result.append(CopyLink(rows[index].id, rows[root].id, share, evidence))
    return tuple(result)
