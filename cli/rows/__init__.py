"""The shape of machine-readable rows: a contract, schema 1; nothing is written or looked up
here."""

from cli.rows.claims import JOINT, UNIT, claim_row, review_keys, spans
from cli.rows.decisions import decision_row, judgement_row, run_row
from cli.rows.lists import FLAT, PRIVATE, RECORDS, columns, columns_to_read
from cli.rows.speakers import proposal_row, speaker_page_row, speaker_row
from cli.rows.verdicts import copy_row, flat_proposition, verdict_row
from cli.rows.vouching import vouching_row

__all__ = [
    "FLAT",
    "JOINT",
    "PRIVATE",
    "RECORDS",
    "UNIT",
    "claim_row",
    "columns",
    "columns_to_read",
    "copy_row",
    "decision_row",
    "flat_proposition",
    "judgement_row",
    "proposal_row",
    "review_keys",
    "run_row",
    "spans",
    "speaker_page_row",
    "speaker_row",
    "verdict_row",
    "vouching_row",
]
