"""Reads and looks up the drafts that the browser steps through, before it opens."""

from __future__ import annotations

from claims.errors import InputError, UsageError
from cli.browse.draft_text import Draft
from cli.jobs.choice import Choice
from cli.jobs.proof import Proof, proofs
from cli.jobs.proof_lines import lines_of
from store.records import Filters


def drafts_to_browse(where: str | None, filters: Filters, file: str) -> list[Draft]:
    """The drafts of a file or folder with their findings; raises UsageError where none is named, and
    InputError where none can be read."""
    if not file.strip():
        raise UsageError("--draft names no file; write `onrecord browse --draft FILE`")
    drafts = [draft_of(proof) for proof in proofs(where, filters, [file], Choice(), {})]
    if not drafts:
        raise InputError(
            f"{file}: no draft could be read; `onrecord help input` says which files are read"
        )
    return drafts


def draft_of(proof: Proof) -> Draft:
    """A draft as the browser shows it."""
    article = proof.reading.article
    return Draft(
        title=article.title or article.doc,
        text=article.text,
        articles=proof.articles,
        findings=tuple(lines_of(proof)),
        why_none="" if proof.findings else proof.why_none,
    )
