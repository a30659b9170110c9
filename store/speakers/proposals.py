"""Pairs of speakers that may be one, found over the index of keys; nothing is stored, so nothing
goes stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby, product

from sqlalchemy import Connection, select

from claims.identity.clustering import head
from claims.identity.model import NamedSpeaker
from claims.identity.pairs import judge
from claims.ids import digest
from store.records import ProposalRecord
from store.speakers.join import known_speakers
from store.tables import SpeakerKeyRow, SpeakerPairRow, SpeakerRow
from store.tables.columns import col

MAX_BLOCK_SPEAKERS = 25
"""Speakers under one key beyond which no pair of them is proposed: nobody could decide so many."""
MAX_FITTING_NAMES = 4
"""Whole names that a surname may belong to beyond which it is proposed for none."""
_SPEAKERS_A_READ = 400


def proposals(connection: Connection, names: Iterable[str] | None = None) -> list[ProposalRecord]:
    """Undecided pairs with reasons, the likeliest first; with canonical ids, those that concern
    them."""
    wanted = None if names is None else set(names)
    two = select(col(SpeakerPairRow.a), col(SpeakerPairRow.b)).where(
        col(SpeakerPairRow.one).is_(False)
    )
    decided = {frozenset((row.a, row.b)) for row in connection.execute(two)}
    best: dict[frozenset[str], ProposalRecord] = {}
    for members in _blocks(connection, wanted):
        for proposal in _of_block(members, decided):
            pair = frozenset((proposal.a, proposal.b))
            if wanted is not None and not pair & wanted:
                continue
            if pair not in best or best[pair].confidence < proposal.confidence:
                best[pair] = proposal
    return sorted(best.values(), key=lambda p: (-p.confidence, p.a_name, p.b_name, p.id))


def proposal_id(a: str, b: str) -> str:
    """The same id for a pair in either order, in every run."""
    return digest("proposal", *sorted((a, b)))


Member = tuple[str, NamedSpeaker]
"""A canonical id and one of its names."""


def _blocks(connection: Connection, wanted: set[str] | None) -> Iterator[list[Member]]:
    query = (
        select(col(SpeakerKeyRow.key), col(SpeakerKeyRow.speaker_id), col(SpeakerRow.canonical_id))
        .join(SpeakerRow, col(SpeakerRow.id) == col(SpeakerKeyRow.speaker_id))
        .order_by(col(SpeakerKeyRow.key), col(SpeakerKeyRow.speaker_id))
    )
    if wanted is not None:
        theirs = select(col(SpeakerKeyRow.key)).join(
            SpeakerRow, col(SpeakerRow.id) == col(SpeakerKeyRow.speaker_id)
        )
        query = query.where(
            col(SpeakerKeyRow.key).in_(theirs.where(col(SpeakerRow.canonical_id).in_(wanted)))
        )
    rows = connection.execute(query, execution_options={"yield_per": 2000})
    waiting: list[list[tuple[str, str]]] = []
    for _, group in groupby(rows, key=lambda row: row.key):
        pairs = [(row.canonical_id, row.speaker_id) for row in group]
        if (
            1 < len({canonical for canonical, _ in pairs}) <= MAX_BLOCK_SPEAKERS
            and len(pairs) <= 4 * MAX_BLOCK_SPEAKERS
        ):
            waiting.append(pairs)
        if len(waiting) == _SPEAKERS_A_READ:
            yield from _filled(connection, waiting)
            waiting = []
    yield from _filled(connection, waiting)


def _filled(connection: Connection, blocks: list[list[tuple[str, str]]]) -> Iterator[list[Member]]:
    ids = list({id for block in blocks for _, id in block})
    speakers = {one.id: one for one in known_speakers(connection, ids)}
    for block in blocks:
        yield [(canonical, speakers[id]) for canonical, id in block]


def _of_block(members: list[Member], decided: set[frozenset[str]]) -> Iterator[ProposalRecord]:
    groups: dict[str, list[NamedSpeaker]] = defaultdict(list)
    for canonical, speaker in members:
        groups[canonical].append(speaker)
    proposals = [
        proposal
        for (a, ones), (b, others) in combinations(groups.items(), 2)
        if not any(frozenset((x.id, y.id)) in decided for x, y in product(ones, others))
        and (proposal := _of_pair(a, ones, b, others))
    ]
    yield from _not_ambiguous(proposals)


def _of_pair(
    a: str, ones: list[NamedSpeaker], b: str, others: list[NamedSpeaker]
) -> ProposalRecord | None:
    judged = [(judge(x, y), x, y) for x, y in product(ones, others)]
    if any(j.outcome == "apart" and j.incompatible for j, _, _ in judged):
        return None
    best, x, y = max(judged, key=lambda item: (item[0].outcome != "apart", item[0].confidence))
    if best.outcome == "apart":
        return None
    reasons, confidence = best.reasons, best.confidence
    if best.outcome == "join":
        # A pair that would join by itself but did not has other names in the way: a person decides.
        confidence = min(confidence, _DOUBTFUL)
    if best.outcome != "propose":
        reasons = (*reasons, _IN_THE_WAY)
    if head((x, y)) is x:
        # "Q. J. Bajwa may be Qamar Javed Bajwa", whose name then is shown.
        a, b, x, y = b, a, y, x
    return ProposalRecord(proposal_id(a, b), a, b, x.name, y.name, x.kind, reasons, confidence)


_DOUBTFUL = 0.5
"""Confidence up to which a pair among many is not worth a question."""
_IN_THE_WAY = "another speaker of this name fits as well"


def _not_ambiguous(of_block: list[ProposalRecord]) -> Iterator[ProposalRecord]:
    """Without bare names that may be anybody's."""
    fitting: dict[str, int] = defaultdict(int)
    for proposal in of_block:
        for id in (proposal.a, proposal.b):
            fitting[id] += 1
    for proposal in of_block:
        many = max(fitting[proposal.a], fitting[proposal.b])
        if many <= MAX_FITTING_NAMES or proposal.confidence > _DOUBTFUL:
            yield proposal
