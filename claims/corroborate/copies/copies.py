"""Which articles are the same text as an earlier one; what copies mean for a claim's origins stands
in origins.py.

Two texts are judged by themselves: what else is in the collection changes nothing, so no judgement
is made twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.corroborate.blocking import Keys, all_pairs, heavy, light, number
from claims.corroborate.copies.passages import Passage, Places, passages, places_of
from claims.corroborate.copies.shingles import Word, all_words, fingerprints, outside_words
from claims.corroborate.model import CopyLink, CopyPair, StatedArticle
from claims.corroborate.union_find import Unions
from claims.folding import fold_word, name_key

SHARE = 0.47
"""Of the shorter text's words outside quotation marks, in several passages."""
ONE_PASSAGE = 0.6
"""The same, where one passage holds nearly all of it: a statement or a note that both print is one
block."""
CREDITED = 0.3
"""The same, where both texts credit the same agency or writer."""
COVERED = 25
NEARLY_ALL = 0.8
MOSTLY_QUOTED = 60
"""A text with fewer words outside quotation marks is compared with those inside, and must be the
same nearly whole."""
WHOLE = 0.9
SHOWN = 40
"""Words of the longest passage that are kept as evidence."""


@dataclass(frozen=True)
class Text:
    """An article's words, found once for all comparisons."""

    article: StatedArticle

    @cached_property
    def outside(self) -> list[Word]:
        """Words outside quotation marks."""
        return outside_words(self.article.text)

    @cached_property
    def every(self) -> list[Word]:
        """All words."""
        return all_words(self.article.text)

    @cached_property
    def places(self) -> Places:
        """Where runs of words outside quotation marks stand."""
        return places_of([word.text for word in self.outside])

    @cached_property
    def places_of_every(self) -> Places:
        """Where runs of words stand."""
        return places_of([word.text for word in self.every])

    @cached_property
    def quoted(self) -> bool:
        """Whether too little stands outside quotation marks to judge by."""
        return len(self.outside) < MOSTLY_QUOTED

    @cached_property
    def keys(self) -> Keys:
        """The numbers by which copies of this text are looked up."""
        whole = " ".join(fold_word(self.article.text).split())
        found = set(fingerprints([word.text for word in self.outside]))
        if self.quoted:
            found.update(fingerprints([word.text for word in self.every]))
        # The whole text is enough for a pair, and a very short text has no other key.
        return tuple(sorted({*map(light, found), *([heavy(number(whole))] if whole else ())}))


def find_copies(articles: Iterable[StatedArticle]) -> tuple[CopyLink, ...]:
    """A link for every article that is the same text as an earlier one, to the earliest."""
    texts = {number(row.id): Text(row) for row in articles}
    found = [
        pair
        for a, b in sorted(all_pairs({at: text.keys for at, text in texts.items()}))
        if (pair := compare(texts[a], texts[b]))
    ]
    return fold_copies([text.article for text in texts.values()], found)


def compare(one: Text, other: Text) -> CopyPair | None:
    """Share and evidence where one text is a copy of the other."""
    quoted = one.quoted or other.quoted
    short, long = sorted(
        (one, other),
        key=lambda text: (len(text.every if quoted else text.outside), text.article.id),
    )
    words, others = (text.every if quoted else text.outside for text in (short, long))
    places = long.places_of_every if quoted else long.places
    found = passages([word.text for word in words], [word.text for word in others], places)
    covered = sum(passage.end - passage.start for passage in found)
    share = covered / len(words) if words else 0.0
    credit = _credit(one.article, other.article)
    if [word.text for word in words] == [word.text for word in others] and words:
        return _pair(short, long, 1.0, words[:SHOWN], credit)
    enough = share >= WHOLE if quoted else _enough(found, covered, share, bool(credit))
    if covered < COVERED or not enough:
        return None
    best = max(found, key=lambda passage: passage.same)
    return _pair(short, long, share, words[best.start : best.end][:SHOWN], credit)


def _enough(found: Sequence[Passage], covered: int, share: float, credited: bool) -> bool:
    if share >= ONE_PASSAGE:
        return True
    longest = max((passage.end - passage.start for passage in found), default=0)
    return longest < NEARLY_ALL * covered and share >= (CREDITED if credited else SHARE)


def _credit(a: StatedArticle, b: StatedArticle) -> str:
    """What the two articles declare in common, as a phrase."""
    agencies = [{name_key(name) for name in (row.wire, *row.credits) if name} for row in (a, b)]
    owners = [name_key(row.outlet or "") for row in (a, b)]
    said = [f"both credit {min(agencies[0] & agencies[1])}"] if agencies[0] & agencies[1] else []
    said += [
        f"one credits {owner}"
        for owner, names in zip(owners, reversed(agencies), strict=True)
        if owner in names
    ]
    writers = {name_key(name) for name in a.byline} & {name_key(name) for name in b.byline} - {""}
    said += [f"both by {min(writers)}"] if writers else []
    if a.dateline and b.dateline and name_key(a.dateline) == name_key(b.dateline):
        said += [f"both datelined {a.dateline}"]
    return "; ".join(dict.fromkeys(said))


def _pair(short: Text, long: Text, share: float, span: Sequence[Word], credit: str) -> CopyPair:
    a, b = sorted((short.article.id, long.article.id))
    words = short.article.text[span[0].start : span[-1].end]
    return CopyPair(a, b, round(share, 4), words, credit)


def fold_copies(
    articles: Iterable[StatedArticle], pairs: Iterable[CopyPair]
) -> tuple[CopyLink, ...]:
    """The articles of each group under its earliest one; of one day, the longest is the
    earliest."""
    rows = sorted(articles, key=lambda row: (row.published or "9999", -len(row.text), row.id))
    at = {row.id: place for place, row in enumerate(rows)}
    unions, best = Unions(len(rows)), dict[int, CopyPair]()
    links: Mapping[tuple[str, str], CopyPair] = {(pair.a, pair.b): pair for pair in pairs}
    for pair in sorted(links.values(), key=lambda pair: (-pair.share, pair.a, pair.b)):
        unions.join(at[pair.a], at[pair.b])
        for id in (pair.a, pair.b):
            best.setdefault(at[id], pair)
    result = []
    for root, *others in unions.groups():
        for place in others:
            a, b = sorted((rows[root].id, rows[place].id))
            pair = links.get((a, b), best[place])
            result.append(
                CopyLink(rows[place].id, rows[root].id, pair.share, pair.passage, pair.credit)
            )
    return tuple(sorted(result, key=lambda link: (at[link.of], at[link.article_id])))
