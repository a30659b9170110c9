"""Gathers what a report shows from the store; how it looks stands in cli/report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from claims.rules.vocabulary import STATUSES
from cli.jobs.accusations import is_open_accusation
from cli.jobs.audit import audit_of
from cli.jobs.private import PrivateNames
from cli.jobs.report_subject import Subject, subject_of, without_accusations
from cli.query import spell
from cli.report.charts import charts
from cli.report.claims import claim_view
from cli.report.evidence import proposition, span
from cli.report.model import ClaimView, Facts, Report
from cli.report.timeline import Event, is_denial, timeline
from cli.sanitise import one_line
from cli.views.citation import standing
from cli.views.verdicts import BY_PERSON
from store.records import ClaimRecord, DecisionRecord, Filters, VerdictRecord

if TYPE_CHECKING:
    from store import Store

REVIEWED = tuple(status for status in STATUSES if status != "unreviewed")


def report(
    store: Store,
    filters: Filters,
    limit: int,
    made: datetime,
    tool: str,
    names: PrivateNames | None = None,
    *,
    accusations: bool = False,
) -> Report:
    """The report of a claim, of a speaker or of all that the filters leave; raises UsageError where
    that is nothing."""
    names = names or PrivateNames(asked=False)
    subject = subject_of(store, filters)
    subject = subject if accusations else without_accusations(subject)
    shown = list(names.counted(subject.claims[: limit or None]))
    verdicts = list(subject.verdicts[: limit or None])
    quotes = _conflicting(store, verdicts)
    return Report(
        title=subject.title,
        subject=subject.kind,
        made=made.strftime("%Y-%m-%d %H:%M UTC"),
        facts=(*subject.facts, *_counts(subject.claims)),
        propositions=tuple(proposition(verdict, quotes) for verdict in verdicts),
        claims=_claim_views(store, subject, shown, private=names.asked),
        timeline=timeline(_events(subject)),
        method=_method(store, filters, subject.claims, tool),
        charts=charts(audit_of(store.claims.audit(filters))) if subject.kind == "check" else (),
        cut=_cut(len(shown), len(subject.claims), len(verdicts), len(subject.verdicts)),
    )


def _claim_views(
    store: Store, subject: Subject, shown: Sequence[ClaimRecord], *, private: bool
) -> tuple[ClaimView, ...]:
    """Each claim in its article, with what people decided on it, and on its verdict."""
    copy_of = {m.claim.id: m.copy_of for verdict in subject.verdicts for m in verdict.claims}
    decisions = _decisions(store)
    articles = {claim.article_id: store.articles.get(claim.article_id) for claim in shown}

    def view(c: ClaimRecord) -> ClaimView:
        article, copied = articles[c.article_id], copy_of.get(c.id)
        plain = claim_view(c, article, copied, decisions[c.id], private=private)
        return replace(plain, facts=(*[f"label {BY_PERSON}"] * c.label_decided, *plain.facts))

    return tuple(map(view, shown))


def _counts(claims: Sequence[ClaimRecord]) -> Facts:
    days = sorted(claim.published[:10] for claim in claims if claim.published)
    return (
        ("Claims", f"{len(claims):,}"),
        ("Articles", f"{len({claim.article_id for claim in claims}):,}"),
        ("Outlets", f"{len({claim.outlet for claim in claims if claim.outlet}):,}"),
        ("Dated", span(days[0], days[-1]) if days else "no dates"),
    )


def _events(subject: Subject) -> Iterable[Event]:
    members = {m.claim.id: m for verdict in subject.verdicts for m in verdict.claims}
    for claim in subject.claims:
        member = members.get(claim.id)
        denies = is_denial(claim.stance, member.role if member else None)
        shape = "copy" if member and member.copy_of else "denial" if denies else "original"
        yield Event(claim.published or "", one_line(claim.outlet or claim.doc), shape)


def _decisions(store: Store) -> dict[str, list[DecisionRecord]]:
    by_subject: dict[str, list[DecisionRecord]] = defaultdict(list)
    for decision in store.decisions.in_force():
        by_subject[decision.subject].append(decision)
    return by_subject


def _conflicting(store: Store, verdicts: Sequence[VerdictRecord]) -> dict[str, str]:
    ids = {id for verdict in verdicts for id in verdict.conflicts_with}
    quotes = {}
    for id in sorted(ids):
        claims = [m for m in store.propositions.get(id).claims if not is_open_accusation(m.claim)]
        first = claims[0].claim if claims else None
        quotes[id] = ", ".join(filter(None, (first.quote, standing(first)))) if first else ""
    return quotes


def _method(store: Store, filters: Filters, claims: Sequence[ClaimRecord], tool: str) -> Facts:
    newest = next(islice(store.runs.select(), 1), None)
    versions = (
        {key: value for run in store.runs.select() for key, value in run.versions.items()}
        if newest
        else {}
    )
    facts = [
        ("Made by", f"onrecord {tool}"),
        (
            "Read with",
            "; ".join(f"{key} {value}" for key, value in versions.items()) or "not recorded",
        ),
        ("Filters", spell(filters) or "none"),
        ("Reviewed by people", _coverage(claims)),
        ("Claims in the store", f"{store.claims.count():,}"),
    ]
    return tuple((name, one_line(value)) for name, value in facts)


def _coverage(claims: Sequence[ClaimRecord]) -> str:
    counts = Counter(claim.status for claim in claims if claim.status in REVIEWED)
    named = "; ".join(f"{counts[status]:,} {status}" for status in REVIEWED if counts[status])
    return f"{sum(counts.values()):,} of {len(claims):,} claims" + (f" ({named})" if named else "")


def _cut(claims: int, of_claims: int, verdicts: int, of_verdicts: int) -> str:
    if claims == of_claims and verdicts == of_verdicts:
        return ""
    return (
        f"Shown here: {verdicts:,} of {of_verdicts:,} propositions and {claims:,} of {of_claims:,} claims. "
        "Counts, labels and timeline are of all."
    )
