"""In what two claims' contents agree and differ, measured; what follows from it is decided in
pair_model.py."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from claims.corroborate.matching.content import Content, Segment, read_content, rejects
from claims.corroborate.matching.same_speaker import same_voice
from claims.corroborate.matching.stems import antonyms, offices
from claims.corroborate.matching.term_weights import WORDS, mass, square, weight
from claims.corroborate.model import StatedClaim

FIRST_PERSON = frozenset(["i", "my", "me", "we", "myself", "i'm", "i've", "we're", "i'll"])

FAINT = 0.02
"""Two claims whose best sentences fit less are not worth the rest."""
UNCUT = 0.8
"""Share of a sentence that makes nearly all of it."""
BRIEF = 5.0
"""Weight below which a content is too short for its share to tell much: about one rare word."""
RAISING = frozenset(
    ["think", "believe", "feel", "expect", "suppose", "thinks", "believes", "feels", "expects"]
)
REACH = 6
"""Words that a negation turns, itself included."""


@dataclass(frozen=True)
class Agreement:
    """How the two best fitting sentences of two contents stand to each other."""

    cosine: float
    """Of the best fitting sentences, by weight of their shared stems."""
    held: float
    """Share of the lighter of the two sentences that the other holds."""
    whole: float
    """Cosine of the whole contents."""
    shared: float
    """Weight of the stems that the best fitting sentences share."""
    run: int
    """Words in the longest stretch that is the same word for word."""
    run_mass: float
    quoted_mass: float
    """Of the longest stretch that both have in quotation marks."""
    second: float
    """Fit of the next best pair of sentences."""
    rarest: float
    second_rarest: float
    """Weights of the two most telling stems that both sentences have."""
    cut: bool
    """Whether the longest stretch begins the sentence that is not negated, is nearly all of it, or
    stands elsewhere."""
    covered: float
    """Share of the lighter of the two whole contents that the other holds."""
    named: bool
    """Whether what the two sentences share is names alone."""
    one_article: bool
    heading: bool
    """Whether one of them stands in the first line of its text, which says again what the text
    says."""
    days: int | None
    """Between the two articles."""
    context: float
    """Cosine of the paragraphs around the two."""
    topic: float
    """Cosine of the two articles' most telling stems."""
    spoken: bool
    """Whether one of the two sentences speaks of its speaker: I, we."""
    voice: int
    figures: frozenset[str]
    """Figures in common."""
    other_figures: tuple[frozenset[str], frozenset[str]]
    other_dates: tuple[frozenset[str], frozenset[str]]
    other_names: tuple[frozenset[str], frozenset[str]]
    negated: bool
    """Whether one sentence is negated and the other is not."""
    turned: bool
    """Whether a negation stands before a shared word that is neither a name nor an office."""
    aside: bool
    """Whether one of the two says what they share in a clause about when, where or which, and
    something else first."""
    headed: tuple[bool, bool]
    """Of either sentence, whether the other has one of the words that it begins with: where its
    predicate stands."""
    opposed: str
    """Two words that cannot both hold, one in either sentence; "" where there are none."""
    bare: bool
    """Whether one of the two sentences is a name and nothing else."""
    rejected: bool
    """Whether one sentence calls untrue what it repeats, and the other does not."""
    words: frozenset[str]
    """Shared stems."""
    shown: tuple[str, ...]
    """The shared words as one of the two has them."""
    alike: tuple[str, str]
    """The two sentences."""


def compare(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> Agreement | None:
    """None where no sentence of one shares a stem or a run of words with one of the other."""
    found = compare_words(a, x, b, y)
    return found and in_context(found, x, y)


def in_context(found: Agreement, x: Content, y: Content) -> Agreement:
    """The agreement with that of the paragraphs and the articles."""
    return replace(found, context=_alike(x.context, y.context), topic=_alike(x.topic, y.topic))


def compare_words(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> Agreement | None:
    """The same without a look at the words around, as though neither context nor topic were
    alike."""
    closest = _closest(x, y)
    if closest is None:
        return None
    one, other, second = closest
    both = one.bag & other.bag
    shared, least = mass(both), min(one.mass, other.mass)
    telling = sorted(map(weight, both), reverse=True)
    turns = [*_turns(one, both), *_turns(other, both)]
    run = _run(x.words, y.matcher)
    return Agreement(
        cosine=_cosine(square(both), one.square, other.square),
        held=shared / least if least else 0.0,
        whole=_cosine(square(x.bag & y.bag), x.square, y.square),
        shared=shared,
        run=len(run),
        run_mass=mass(_stems(run)),
        quoted_mass=mass(_stems(_quoted_run(x, y))),
        second=second,
        rarest=telling[0] if telling else 0.0,
        second_rarest=telling[1] if len(telling) > 1 else 0.0,
        cut=_cut(
            one if len(_turns(one, both)) % 2 == 0 else other,
            run,
            min(mass(one.bag), mass(other.bag)),
        ),
        covered=mass(x.bag & y.bag) / max(BRIEF, min(mass(x.bag), mass(y.bag))),
        named=bool(both) and both <= one.names | other.names,
        one_article=a.article_id == b.article_id,
        heading=_heads(a, x) or _heads(b, y),
        days=abs((x.said - y.said).days) if x.said and y.said else None,
        context=0.0,
        topic=0.0,
        spoken=bool(FIRST_PERSON & {*one.words, *other.words}),
        voice=same_voice(a, b),
        figures=one.figures & other.figures,
        other_figures=(one.figures - other.figures, other.figures - one.figures),
        other_dates=(one.dates - other.dates, other.dates - one.dates),
        other_names=(one.names - other.bag, other.names - one.bag),
        negated=len(turns) % 2 == 1,
        turned=any(words - one.names - other.names - offices() for words in turns),
        aside=_aside(one, both) or _aside(other, both),
        headed=(not both.isdisjoint(one.head), not both.isdisjoint(other.head)),
        opposed=_opposed(one.bag - both, other.bag - both),
        bare=one.bare or other.bare,
        rejected=rejects(one) != rejects(other),
        words=both,
        shown=tuple(
            dict.fromkeys(
                word for word, at in zip(one.words, one.aligned, strict=True) if at in both
            )
        ),
        alike=(one.text, other.text),
    )


def _closest(x: Content, y: Content) -> tuple[Segment, Segment, float] | None:
    """The two sentences that fit best, and how well two others fit; None where no two are worth the
    rest."""
    pairs = [
        (_fit(s, t), -i, -j)
        for (i, s), (j, t) in product(enumerate(x.segments), enumerate(y.segments))
    ]
    best, i, j = max(pairs, default=(0.0, 0, 0))
    if best < FAINT:
        return None
    second = max((fit for fit, k, m in pairs if k != i and m != j), default=0.0)
    return x.segments[-i], y.segments[-j], second


def _heads(claim: StatedClaim, content: Content) -> bool:
    return bool(claim.content) and "\n" not in content.article[1][: claim.content[0].start]


def _opposed(one: frozenset[str], other: frozenset[str]) -> str:
    known = antonyms()
    found = (
        f"{a} / {b}" for a in sorted(one & known.keys()) for b in sorted(known[a]) if b in other
    )
    return next(found, "")


def _turns(segment: Segment, both: frozenset[str]) -> list[frozenset[str]]:
    """For each negation that stands before words that the two share, those words."""
    reached = (both & {*segment.aligned[place : _reach(segment, place)]} for place in segment.turns)
    return [words for words in reached if words]


def _cut(plain: Segment, run: tuple[str, ...], least: float) -> bool:
    places = range(len(plain.words) - len(run) + 1)
    place = next((at for at in places if plain.words[at : at + len(run)] == run), None)
    return not place or mass(_stems(run)) >= UNCUT * least


def _aside(segment: Segment, both: frozenset[str]) -> bool:
    return bool(both and segment.opening) and both.isdisjoint(segment.opening)


def _reach(segment: Segment, place: int) -> int:
    """Up to where a negation turns: "I do not think that …" turns all that follows."""
    return (
        len(segment.words) if RAISING & {*segment.words[place + 1 : place + 3]} else place + REACH
    )


def _fit(s: Segment, t: Segment) -> float:
    both = s.bag & t.bag
    if not both:
        return 0.0
    return _cosine(square(both), s.square, t.square) * min(mass(both), 20.0) / 20


def _alike(one: tuple[frozenset[str], float], other: tuple[frozenset[str], float]) -> float:
    return _cosine(square(one[0] & other[0]), one[1], other[1])


def _cosine(both: float, one: float, other: float) -> float:
    """From the squared weights of what two bags share and of either."""
    return both / (one * other) ** 0.5 if one and other else 0.0


def _quoted_run(x: Content, y: Content) -> tuple[str, ...]:
    if not x.in_quotes or not y.in_quotes:
        return ()
    return _run(x.in_quotes, SequenceMatcher(None, (), y.in_quotes, autojunk=False))


def _run(one: tuple[str, ...], other: SequenceMatcher[str]) -> tuple[str, ...]:
    other.set_seq1(one)
    found = other.find_longest_match()
    return one[found.a : found.a + found.size]


def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(_stems_of, words))


@lru_cache(maxsize=WORDS)
def _stems_of(word: str) -> frozenset[str]:
    return read_content(word).bag
