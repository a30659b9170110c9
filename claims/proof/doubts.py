"""How sure it is that two texts, each of which seems to give the same words to another person, mean two: fitted
weights of how each of them names whom it means, and of who else is named there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from claims.corroborate.matching.pair_model import sigmoid
from claims.folding import name_key
from claims.model import Span, Spans
from claims.proof.model import Voice
from claims.proof.mouths import SPOKES, Mouth, is_named, is_pronoun, same_mouth
from claims.proof.offices import is_called_otherwise, is_held_by_another
from claims.proof.sexes import SURE_NAME, clash
from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation
from claims.sentences import sentences

TWO = 0.5
"""Likelihood of two people above which they are two."""
NAMED_FROM = 0.96
"""Confidence of both names from which they are two, or that cannot be told."""
UNSURE = 0.5
"""Confidence below which a pronoun or a description may mean anybody who is named before it."""
NAMED_BEFORE, NAMED_BEHIND, TIED_WITHIN = 500, 60, 60
"""Characters before a passage and behind it in which a text may name whom it means, and on both sides of it
in which words that give it to somebody are its own."""
TOPIC_WORDS = 6
"""With which a sentence names whom it is about, whom a pronoun in the next one means."""
DESCRIBED_WITHIN = 60
"""Characters on both sides of a name in which a text may say who that is."""
DEFINITE_WORDS = 2
"""Of "the manager"."""
NAMES_TRIED = 12
"""Places of a name at which it is looked for who that is."""


@dataclass(frozen=True)
class Spoken:
    """Whom a text gives a passage to, where, and by which words."""

    voice: Voice
    text: str
    span: Span
    cue: Spans = ()

    @cached_property
    def before(self) -> str:
        """The folded words before the passage."""
        return _folded(self.text[max(0, self.span.start - NAMED_BEFORE) : self.span.start])

    @cached_property
    def behind(self) -> str:
        """The folded words behind it in its line."""
        behind = self.text[self.span.end : self.span.end + NAMED_BEHIND]
        return _folded(behind.partition("\n")[0])

    @cached_property
    def topic(self) -> str:
        """The first words of the sentence before that of the passage, and of its own."""
        start = max(0, self.span.start - NAMED_BEFORE)
        before = self.text[start : self.span.start].rstrip(" “\"‘'«(")
        last = [name_key(before[a:b]).split()[:TOPIC_WORDS] for a, b in sentences(before)][-2:]
        return f" {' '.join(word for words in last for word in words)} "

    def may_mean(self, other: Voice) -> bool:
        """Whether words of which it is not sure whom they mean may mean somebody else: he is named before, and
        the one who is read does not begin the last sentence without him."""
        name, own = _last(other), _last(self.voice)
        if is_named(self.voice) or self.voice.confidence >= UNSURE or not name:
            return False
        start = max(0, self.span.start - NAMED_BEFORE)
        before = self.text[start : self.span.start].rstrip(" “\"‘'«(")
        last = [name_key(before[a:b]).split() for a, b in sentences(before)][-1:]
        begins = bool(own and last and own in last[0][:TOPIC_WORDS] and name not in last[0])
        return f" {name} " in self.before and not begins

    @property
    def is_tied(self) -> bool:
        """Whether the words that give it to somebody stand beside it."""
        start, end = self.span
        for cue in self.cue:
            if cue.end <= start:
                between = self.text[cue.end : start]
                if not re.search(r"\w", between):
                    return True
            else:
                between = self.text[max(start, end - 1) : cue.start]
            if len(between) <= TIED_WITHIN and not _ENDS.search(between):
                return True
        return False


_ENDS = re.compile(r"\.[’”\"'»]?\s|\n|[’”\"»][.,]?\s*[“‘\"«]")


def _folded(words: str) -> str:
    return f" {name_key(words)} "


def _last(voice: Voice) -> str:
    """The last word of a name; "" of nobody."""
    return (name_key(voice.name or "").split() or [""])[-1]


def mouth_between(draft: Spoken, record: Spoken) -> Mouth:
    """Whether the two give it to one mouth; either where that is not sure."""
    mouth = same_mouth(draft.voice, record.voice)
    if mouth == "unknown" and draft.voice.kind == "person" and draft.voice.name:
        mouth = "other" if _brought_in(record, draft) or _spokesman_of(record, draft) else mouth
    if mouth == "unknown" and _is_another(draft.voice, record):
        return "other"
    if mouth != "other":
        return mouth
    weights: dict[str, float] = load("proof_mouth_weights")["weights"]
    features = features_of(draft, record)
    likely = sigmoid(sum(weight * features[name] for name, weight in weights.items()))
    if likely <= TWO:
        # Two names are two people, however loosely the words are tied to either.
        voices = (draft.voice, record.voice)
        two = all(is_named(voice) and voice.confidence >= NAMED_FROM for voice in voices)
        return "either" if two else "same"
    unsure = draft.may_mean(record.voice) or record.may_mean(draft.voice)
    return "either" if unsure else "other"


def _is_another(described: Voice, named: Spoken) -> bool:
    """Whether a draft calls by an office alone who says it, and the record has it from somebody whom it surely
    names, while another holds the office."""
    voice = named.voice
    if described.name or voice.kind != "person" or not voice.name or voice.confidence < SURE_NAME:
        return False
    called = (described.mention, voice.name, named.text)
    return is_held_by_another(*called) or is_called_otherwise(*called)


def _spokesman_of(record: Spoken, draft: Spoken) -> bool:
    """Whether a spokesman without a name says it in the record, and the draft calls nobody's spokesman whom it
    names."""
    if record.voice.kind != "unnamed" or not SPOKES.search(record.voice.mention):
        return False
    near = [draft.voice.mention, *_around_name(draft)]
    return len(near) > 1 and not any(map(SPOKES.search, near))


def _around_name(spoken: Spoken) -> Iterator[str]:
    """What stands around the name of a text's speaker, wherever it is."""
    name = (spoken.voice.name or "").split()[-1:]
    places = re.finditer(rf"\b{re.escape(name[0])}\b", spoken.text) if name else iter(())
    for found in islice(places, NAMES_TRIED):
        yield spoken.text[max(0, found.start() - TIED_WITHIN) : found.end() + TIED_WITHIN]


def _brought_in(spoken: Spoken, draft: Spoken) -> bool:
    """Whether a text brings in without a name whom it goes on to call "the manager": "one manager, who asked not
    to be named"; and the draft names no manager."""
    voice = spoken.voice
    noun = name_key(voice.mention).split()[-1:]
    if voice.kind != "unnamed" or len(voice.mention.split()) != DEFINITE_WORDS or not noun:
        return False
    if any(f" {noun[0]} " in _folded(near) for near in _around_name(draft)):
        return False
    first = alternation(listed("proof", "bringing_in"))
    before = spoken.text[max(0, spoken.span.start - NAMED_BEFORE) : spoken.span.start]
    brought = rf"\b(?i:{first})\s(?:[\w’'-]+\s){{0,3}}{re.escape(noun[0])}\b(?!,?\s[A-Z])"
    return re.search(brought, before) is not None


def features_of(draft: Spoken, record: Spoken) -> dict[str, float]:
    """Every feature by its name in proof_mouth_weights.json, each from 0 to 1."""
    ours, theirs = draft.voice, record.voice
    passed = _one(theirs.name, ours.via) or _one(ours.name, theirs.via)
    return {
        "bias": 1.0,
        **{f"draft {name}": value for name, value in _side(draft, record).items()},
        **{f"record {name}": value for name, value in _side(record, draft).items()},
        "clash": float(clash(ours, theirs)),
        "passed on": float(passed),
        "nameless": float(not theirs.name),
    }


def _side(own: Spoken, other: Spoken) -> dict[str, float]:
    """How one text names whom it means, and whether it names the other's speaker."""
    voice, name, self_name = own.voice, _last(other.voice), _last(own.voice)
    there, here = (own.before.rfind(f" {n} ") if n else -1 for n in (name, self_name))
    named = is_named(voice)
    return {
        "named": float(named),
        "named beside": float(named and own.is_tied),
        "pronoun": float(is_pronoun(voice)),
        "paper": float(voice.kind == "outlet"),
        "sure": voice.confidence,
        "tied": float(own.is_tied),
        "other last": float(there > here),
        "named past other": float(named and own.is_tied and there > here),
        "own last": float(here > there),
        "other behind": float(bool(name) and f" {name} " in own.behind),
        "other topic": float(bool(name) and f" {name} " in own.topic),
        "own topic": float(bool(self_name) and f" {self_name} " in own.topic),
        "fits other": float(fits(own.voice, other)),
    }


def fits(voice: Voice, other: Spoken) -> bool:
    """Whether a description is what the other text calls its own speaker."""
    small = words("function_words", "small")
    plain = _OF_OTHERS.sub(" ", voice.mention)
    told = {word for word in name_key(plain).split() if word not in small}
    name = other.voice.name and other.voice.name.split()[-1]
    if not told or not name or is_named(voice) or is_pronoun(voice):
        return False
    for count, found in enumerate(re.finditer(rf"\b{re.escape(name)}\b", other.text)):
        start, end = max(0, found.start() - DESCRIBED_WITHIN), found.end() + DESCRIBED_WITHIN
        if told <= {*name_key(other.text[start:end]).split()}:
            return True
        if count >= NAMES_TRIED:
            break
    return False


_OF_OTHERS = re.compile(r"\b[A-Z][\w’'-]*")
"""Names in a description: whose chief executive somebody is, another text need not say beside the office."""


def _one(name: str | None, among: tuple[str, ...]) -> bool:
    return bool(name) and any(
        same_mouth(Voice(name, "person"), Voice(one, "person")) == "same" for one in among
    )
