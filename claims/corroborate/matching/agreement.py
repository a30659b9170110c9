"""In what two claims agree and differ, as values; they are measured in comparison.py and weighed in
pair_model.py."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.corroborate.matching.same_speaker import Voice

FULL_MASS = 20.0
"""Weight of shared stems from which more adds nothing to how well two sentences fit: about four
rare words."""


@dataclass(frozen=True)
class Likeness:
    """What the two best fitting sentences of two contents share, and the whole contents with
    them."""

    cosine: float
    """Of the two sentences, by weight of their shared stems."""
    containment: float
    """Share of the lighter of the two sentences that the other has too."""
    shared_mass: float
    """Weight of the stems that the two sentences share."""
    rarest: float
    second_rarest: float
    """Weights of the two most telling stems that both sentences have."""
    run_words: int
    """Words in the longest stretch of the contents that is the same word for word."""
    run_mass: float
    quoted_run_mass: float
    """Of the longest stretch that both have in quotation marks."""
    whole_cosine: float
    whole_containment: float
    """Of the whole contents."""
    second_fit: float
    """Fit of the next best pair of sentences."""
    stems: frozenset[str]
    words: tuple[str, ...]
    """The shared words as one of the two sentences has them."""
    figures: frozenset[str]
    names_only: bool
    """Whether what the two sentences share is names alone."""

    @property
    def fit(self) -> float:
        """How well the two sentences fit, from 0 to 1: likeness counts for less where little is
        shared."""
        return fit_of(self.cosine, self.shared_mass)


@dataclass(frozen=True)
class Difference:
    """What one of the two sentences has and the other has not, each time in the order of the
    claims."""

    figures: tuple[frozenset[str], frozenset[str]]
    dates: tuple[frozenset[str], frozenset[str]]
    names: tuple[frozenset[str], frozenset[str]]
    negated: bool
    """Whether one sentence is negated and the other is not."""
    turned: bool
    """Whether a negation stands before a shared word that is neither a name nor an office."""
    opposed: str
    """Two words that cannot both hold, one in either sentence; "" where there are none."""
    rejected: bool
    """Whether one sentence calls untrue what it repeats, and the other does not."""
    perhaps_cut: bool
    """Whether the longest stretch begins the sentence that is not negated, is nearly all of it, or
    stands elsewhere: the words that negate may have been cut off before it."""
    aside: bool
    """Whether one of the two says what they share in a clause about when, where or which, and
    something else first."""
    headed: tuple[bool, bool]
    """Of either sentence, whether the other has one of the words that it begins with: where its
    predicate stands."""


NO_DIFFERENCE = Difference(
    *(((frozenset[str](), frozenset[str]()),) * 3),
    negated=False, turned=False, opposed="", rejected=False, perhaps_cut=False, aside=False,
    headed=(False, False),
)  # fmt: skip
"""Of two sentences that are not looked at for what sets them apart."""


@dataclass(frozen=True)
class Whole:
    """How two whole contents stand to each other, whatever sentences they fall into: whether one
    says more than the other."""

    covered: float
    """Share of the heavier content that the other has too."""
    unshared: tuple[float, float]
    """Weights of what either has alone, the lesser first."""
    rarest_unshared: float
    """Weight of the most telling stem that one of the two lacks."""
    words: float
    """Share of all words, common ones too, that the two have in common (Jaccard 1912)."""
    letters: float
    """The same of runs of four letters: other forms and spellings of a word are alike in these."""
    length: float
    """Words of the shorter to those of the longer."""
    figures: tuple[bool, bool]
    """Whether only one has figures, times, names that the other lacks, and whether both have."""
    dates: tuple[bool, bool]
    names: tuple[bool, bool]


@dataclass(frozen=True)
class Setting:
    """Who says the two sentences, where and when, and what stands around them."""

    sentences: tuple[str, str]
    voice: Voice
    one_article: bool
    heading: bool
    """Whether one of them stands in the first line of its text, which says again what the text
    says."""
    days_apart: int | None
    """Between the two articles."""
    first_person: bool
    """Whether one of the two sentences speaks of its speaker: I, we."""
    bare_name: bool
    """Whether one of the two sentences is a name and nothing else."""
    context: float = 0.0
    """Cosine of the paragraphs around the two."""
    topic: float = 0.0
    """Cosine of the two articles' most telling stems."""


@dataclass(frozen=True)
class Agreement:
    """How two contents stand to each other."""

    likeness: Likeness
    difference: Difference
    setting: Setting
    whole: Whole

    def around(self, context: float, topic: float) -> Agreement:
        """The same with what stands around the two."""
        return replace(self, setting=replace(self.setting, context=context, topic=topic))


def fit_of(cosine: float, shared_mass: float) -> float:
    """How well two sentences fit, by their cosine and the weight of what they share."""
    return cosine * min(shared_mass, FULL_MASS) / FULL_MASS
