"""In what two claims' contents agree and differ, measured; what follows from it is decided in
pair_model.py."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from claims.corroborate.matching.agreement import (
    NO_DIFFERENCE,
    Agreement,
    Difference,
    Likeness,
    Setting,
    fit_of,
)
from claims.corroborate.matching.content import Content, read_content
from claims.corroborate.matching.same_speaker import same_voice
from claims.corroborate.matching.segments import Segment, rejects
from claims.corroborate.matching.stems import antonyms, offices
from claims.corroborate.matching.term_weights import mass, square, weight
from claims.corroborate.matching.whole import compare_whole
from claims.corroborate.model import StatedClaim
from claims.rules.lists import words

FIRST_PERSON = words("content", "first_person")
RAISING = words("content", "raising")
RAISING_WITHIN_WORDS = 2
"""Words after a negation within which such a verb stands: "do not really think"."""
MIN_FIT = 0.02
"""Two claims whose best sentences fit less are not worth the rest."""
MIN_SHARE_UNCUT = 0.8
"""Share of a sentence that makes nearly all of it."""
MIN_CONTENT_MASS = 5.0
"""Weight below which a content is too short for its share to tell much: about one rare word."""
NEGATED_WORDS = 6
"""Words that a negation turns, itself included: to the end of most clauses."""
BAGS_REMEMBERED = 16_384
"""Words whose stems as a set, some 700 bytes each, are kept for the process."""

Run = tuple[str, ...]
"""A stretch of words that stands in both contents."""


def compare(
    a: StatedClaim, x: Content, b: StatedClaim, y: Content, *, differing: bool = True
) -> Agreement | None:
    """How two claims with the contents x and y agree; None where no sentence of one shares a stem
    or a run of words with one of the other; differing: in what they differ too."""
    agreement = compare_words(a, x, b, y, differing=differing)
    return agreement and in_context(agreement, x, y)


def in_context(agreement: Agreement, x: Content, y: Content) -> Agreement:
    """The agreement with that of the paragraphs and the articles."""
    return agreement.around(_bag_cosine(x.context, y.context), _bag_cosine(x.topic, y.topic))


def compare_words(
    a: StatedClaim, x: Content, b: StatedClaim, y: Content, *, differing: bool = True
) -> Agreement | None:
    """The same without a look at the words around, as though neither context nor topic were
    alike."""
    closest = _closest(x, y)
    if closest is None:
        return None
    left, right, second_fit = closest
    run = _longest_run(x.words, y.matcher)
    return Agreement(
        _likeness(x, y, left, right, run, second_fit),
        _difference(left, right, run) if differing else NO_DIFFERENCE,
        _setting(a, x, b, y, left, right),
        compare_whole(x, y),
    )


def _likeness(
    x: Content, y: Content, left: Segment, right: Segment, run: Run, second_fit: float
) -> Likeness:
    shared, whole = left.bag & right.bag, x.bag & y.bag
    shared_mass, lighter = mass(shared), min(left.mass, right.mass)
    rarest, second_rarest = (*sorted(map(weight, shared), reverse=True), 0.0, 0.0)[:2]
    aligned = zip(left.words, left.aligned, strict=True)
    return Likeness(
        cosine=_cosine(square(shared), left.square, right.square),
        containment=shared_mass / lighter if lighter else 0.0,
        shared_mass=shared_mass,
        rarest=rarest,
        second_rarest=second_rarest,
        run_words=len(run),
        run_mass=mass(_stems(run)),
        quoted_run_mass=mass(_stems(_quoted_run(x, y))),
        whole_cosine=_cosine(square(whole), x.square, y.square),
        whole_containment=mass(whole) / max(MIN_CONTENT_MASS, min(mass(x.bag), mass(y.bag))),
        second_fit=second_fit,
        stems=shared,
        words=tuple(dict.fromkeys(word for word, stem in aligned if stem in shared)),
        figures=left.figures & right.figures,
        names_only=bool(shared) and shared <= left.names | right.names,
    )


def _difference(left: Segment, right: Segment, run: Run) -> Difference:
    shared = left.bag & right.bag
    left_turns, right_turns = _turned(left, shared), _turned(right, shared)
    plain = left if len(left_turns) % 2 == 0 else right
    return Difference(
        figures=(left.figures - right.figures, right.figures - left.figures),
        dates=(left.dates - right.dates, right.dates - left.dates),
        names=(left.names - right.bag, right.names - left.bag),
        negated=len([*left_turns, *right_turns]) % 2 == 1,
        turned=any(
            stems - left.names - right.names - offices() for stems in (*left_turns, *right_turns)
        ),
        opposed=_opposed(left.bag - shared, right.bag - shared),
        rejected=rejects(left) != rejects(right),
        perhaps_cut=_perhaps_cut(plain, run, min(left.mass, right.mass)),
        aside=_aside(left, shared) or _aside(right, shared),
        headed=(not shared.isdisjoint(left.head), not shared.isdisjoint(right.head)),
    )


def _setting(
    a: StatedClaim, x: Content, b: StatedClaim, y: Content, left: Segment, right: Segment
) -> Setting:
    return Setting(
        sentences=(left.text, right.text),
        voice=same_voice(a, b),
        one_article=a.article_id == b.article_id,
        heading=_in_heading(a, x) or _in_heading(b, y),
        days_apart=abs((x.said - y.said).days) if x.said and y.said else None,
        first_person=bool(FIRST_PERSON & {*left.words, *right.words}),
        bare_name=left.bare_name or right.bare_name,
    )


def _closest(x: Content, y: Content) -> tuple[Segment, Segment, float] | None:
    """The two sentences that fit best, and how well two others fit; None where no two are worth the
    rest."""
    fits = [
        (_fit(left, right), -i, -j)
        for (i, left), (j, right) in product(enumerate(x.segments), enumerate(y.segments))
    ]
    best, i, j = max(fits, default=(0.0, 0, 0))
    if best < MIN_FIT:
        return None
    second_fit = max((fit for fit, k, m in fits if k != i and m != j), default=0.0)
    return x.segments[-i], y.segments[-j], second_fit


def _in_heading(claim: StatedClaim, content: Content) -> bool:
    return bool(claim.content) and "\n" not in content.article[1][: claim.content[0].start]


def _opposed(left: frozenset[str], right: frozenset[str]) -> str:
    opposites = antonyms()
    pairs = (
        f"{word} / {opposite}"
        for word in sorted(left & opposites.keys())
        for opposite in sorted(opposites[word])
        if opposite in right
    )
    return next(pairs, "")


def _turned(segment: Segment, shared: frozenset[str]) -> list[frozenset[str]]:
    """For each negation that stands before words that the two share, those words."""
    turned = (
        shared & {*segment.aligned[place : _scope_end(segment, place)]} for place in segment.turns
    )
    return [stems for stems in turned if stems]


def _scope_end(segment: Segment, place: int) -> int:
    """Up to where a negation turns: "I do not think that …" turns all that follows."""
    near = segment.words[place + 1 : place + 1 + RAISING_WITHIN_WORDS]
    return len(segment.words) if RAISING & {*near} else place + NEGATED_WORDS


def _perhaps_cut(plain: Segment, run: Run, lighter: float) -> bool:
    """Whether a stretch begins a sentence, is nearly all of it, or stands elsewhere; lighter is the
    weight of the lighter of the two sentences."""
    places = range(len(plain.words) - len(run) + 1)
    place = next((at for at in places if plain.words[at : at + len(run)] == run), None)
    return not place or mass(_stems(run)) >= MIN_SHARE_UNCUT * lighter


def _aside(segment: Segment, shared: frozenset[str]) -> bool:
    return bool(shared and segment.opening) and shared.isdisjoint(segment.opening)


def _fit(left: Segment, right: Segment) -> float:
    shared = left.bag & right.bag
    if not shared:
        return 0.0
    return fit_of(_cosine(square(shared), left.square, right.square), mass(shared))


def _bag_cosine(left: tuple[frozenset[str], float], right: tuple[frozenset[str], float]) -> float:
    """Of two bags of stems, each with its squared weights together."""
    return _cosine(square(left[0] & right[0]), left[1], right[1])


def _cosine(shared: float, left: float, right: float) -> float:
    """From the squared weights of what two bags share and of either."""
    return shared / (left * right) ** 0.5 if left and right else 0.0


def _quoted_run(x: Content, y: Content) -> Run:
    if not x.in_quotes or not y.in_quotes:
        return ()
    return _longest_run(x.in_quotes, SequenceMatcher(None, (), y.in_quotes, autojunk=False))


def _longest_run(words: tuple[str, ...], matcher: SequenceMatcher[str]) -> Run:
    matcher.set_seq1(words)
    match = matcher.find_longest_match()
    return words[match.a : match.a + match.size]


def _stems(run: Run) -> frozenset[str]:
    return frozenset[str]().union(*map(_stems_of, run))


@lru_cache(maxsize=BAGS_REMEMBERED)
def _stems_of(word: str) -> frozenset[str]:
    return read_content(word).bag
